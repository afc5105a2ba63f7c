// Numbers that count nothing: in a title, 能不能编一个, 搞了一个活动, 两个岗位都…. Pure; only what no slot took is let go.
import type { Ask } from '../conversation/command.ts';
import type { Said } from './repair.ts';

const title = /《[^》\n]{1,60}》/gu;
const begging =
  /(?:能不能|能否|可不可以|可否|帮我|帮忙|你)[^，。；\n]{0,6}(?:编|拟|造|凑|估)[^，。；\n]{0,3}?[一1两几](?:个|条|段)/gu;

/** Where no figure is looked for. */
export function withoutAmounts(text: string): { start: number; end: number }[] {
  return [title, begging].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length })),
  );
}

/** 一个活动 is an activity; 两个岗位都… are those named before. */
function isArticle({ amount, unit }: { amount: string; unit: string }, words: string): boolean {
  if (unit !== '个' || /\p{Nd}\s*个/u.test(words)) return false;
  if (amount === '1') return /(?<![\p{Script=Han}]*[十百千万第])一个(?=\p{Script=Han}{2})/u.test(words);
  return amount === '2' && /(?:这|那|上述)两个|两个\p{Script=Han}{1,4}(?:都|均|也|分别)/u.test(words);
}

export const countsSomething = (ask: Ask): boolean => ask.type !== 'unplaced' || !isArticle(ask.quantity, ask.words);
export const saysSomething = ({ quantity }: Said, text: string): boolean => !isArticle(quantity, text);
