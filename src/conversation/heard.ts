// Which of the commands of a message count: what puts off is no leaving out, what a colleague may say in a group. Changes nothing.
import type { Command, Reading } from './command.ts';
import { openQuestion } from './question.ts';
import type { Scene } from './turn.ts';

/** No command, and nothing that has a place of its own. */
export function saysNothingElse({ commands, facts }: Reading): boolean {
  return facts.length === 0 && commands.every(({ type }) => ['cancel', 'skip', 'not_applicable'].includes(type));
}

/** 那个数先别写 puts it off; only 不写 and 没有 leave it out for good. */
export function putOffOnly(commands: Command[], text: string): Command[] {
  const [only, another] = commands.filter(({ type }) => type === 'not_applicable');
  const later =
    /先(?:别|不要?|不用|空着)(?:再)?(?:写|报|填|提)|(?:以后|回头|晚点|下次)再|(?:还)?(?:没有?|未)(?:统计|汇总)|还没/u;
  if (another || only?.type !== 'not_applicable' || !later.test(text)) return commands;
  return commands.map((command) => (command === only ? { ...only, type: 'skip' } : command));
}

/** 不写, said to a question, is about what was asked; while something is being written it stops that. */
export function leftOutOnly(scene: Scene | null, commands: Command[], text: string): Command[] {
  const [only, another] = commands;
  const { asked } = scene?.turn.state ?? {};
  const asking = asked?.type === 'slot' || (asked?.type === 'asks' && scene && openQuestion(scene));
  if (another || only?.type !== 'stop' || !scene || !asking) return commands;
  if (Object.keys(scene.report.drafting).length > 0 || !/^(?:这(?:个|项))?(?:不用?|别|不要)写/u.test(text.trim()))
    return commands;
  return [{ type: 'not_applicable' }];
}

/** 党课没有 tells as much as 党课3次 does. */
export function tells(command: Command): boolean {
  return (command.type === 'skip' || command.type === 'not_applicable') && command.slot !== undefined;
}

/** What a colleague in the group may ask of a fact: taken back, left out, whose they are. */
export function saidThere({ type }: Command): boolean {
  return type === 'join_office' || type === 'withdraw_fact';
}

export function answers({ type }: Command): boolean {
  return ['confirm', 'cancel', 'choose', 'skip', 'not_applicable'].includes(type);
}
