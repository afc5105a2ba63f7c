// Each command about the task, the owner and the reporter to its rule. Decides nothing itself.
import { archive } from './archive.ts';
import type { Command } from './command.ts';
import { showDeadline, stopReminding } from './deadline.ts';
import type { CardSubmitted } from './event.ts';
import { pressLike, startLike } from './like-last.ts';
import { handOver, pressOwner, setReporter } from './people.ts';
import { changeTask, openTask, pressTask, showTask } from './task.ts';
import type { TaskCommand } from './task-command.ts';
import type { Turn } from './turn.ts';

const TYPES: string[] = [
  'open_task',
  'show_task',
  'change_task',
  'stop_reminding',
  'show_due',
  'set_reporter',
  'hand_over',
  'start_like',
  'archive',
] satisfies TaskCommand['type'][];

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
    case 'show_due':
      return showDeadline(turn);
    case 'set_reporter':
      return setReporter(turn, command.reporter);
    case 'hand_over':
      return handOver(turn, command.name);
    case 'archive':
      return archive(turn);
    case 'start_like':
      return startLike(turn, command.from);
  }
}

/** A press on one of their cards. False for any other. */
export function takeStarting(turn: Turn, action: string, { value, form = {} }: CardSubmitted): boolean {
  return pressTask(turn, action, value, form) || pressOwner(turn, action, value) || pressLike(turn, action, value);
}
