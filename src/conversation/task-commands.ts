// Each command about the task to its rule. Decides nothing itself.
import type { Command } from './command.ts';
import { stopReminding } from './deadline.ts';
import { changeTask, openTask, showTask } from './task.ts';
import type { TaskCommand } from './task-command.ts';
import type { Turn } from './turn.ts';

const TYPES: string[] = ['open_task', 'show_task', 'change_task', 'stop_reminding'] satisfies TaskCommand['type'][];

export function isTaskCommand(command: Command): command is TaskCommand {
  return TYPES.includes(command.type);
}

export function runTaskCommand(turn: Turn, command: TaskCommand): undefined {
  switch (command.type) {
    case 'open_task':
      return openTask(turn, command.notice);
    case 'show_task':
      return showTask(turn);
    case 'change_task':
      return changeTask(turn, command.field, command.said);
    case 'stop_reminding':
      return stopReminding(turn);
  }
}
