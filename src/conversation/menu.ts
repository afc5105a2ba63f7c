// The bot's menu: each item is the command one could as well type. What the keys are is set in the console, so an unknown one is answered too.
import type { Command } from './command.ts';
import { runCommand } from './commands.ts';
import type { MenuChosen } from './event.ts';
import { pressWords } from './press-wording.ts';
import { say, type Turn } from './turn.ts';
import { words } from './wording.ts';

const items: Record<string, Command> = {
  start: { type: 'start_report' },
  progress: { type: 'show_progress' },
  missing: { type: 'show_missing' },
  draft: { type: 'draft', section: 'all' },
  export: { type: 'compile' },
  help: { type: 'help' },
};
/** Whoever sets up the menu may take the words themselves for keys. */
const names: Record<string, string> = {
  开始: 'start',
  进度: 'progress',
  缺什么: 'missing',
  起草: 'draft',
  导出: 'export',
  帮助: 'help',
};

export function takeMenu(turn: Turn, { key }: MenuChosen): undefined {
  const name = Object.hasOwn(names, key) ? (names[key] ?? key) : key;
  const command = Object.hasOwn(items, name) ? items[name] : undefined;
  if (!command) say(turn, pressWords.unknownItem(key));
  runCommand(turn, command ?? { type: 'help' });
  if (turn.first && name !== 'help' && command) say(turn, words.privacy);
}
