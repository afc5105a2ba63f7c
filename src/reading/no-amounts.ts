// Numbers that count nothing: in a title, 能不能编一个, 搞了一个活动, 两个岗位都…. Pure; only what no slot took is let go.
import type { Ask } from '../conversation/command.ts';
import type { Quantity } from '../figures/quantity.ts';
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

const points =
  /[一二三四五六七八九十两](?:大)?(?:点|条|个?方面|项|个)(?:主要|突出|明显|具体|下一步)?的?(?:不足|短板|差距|打算|体会|建议|意见|考虑|想法|做法|经验|原因|教训|启示|思考)|[一二三四五六七八九十两](?:点|条|个方面)的?问题/u;

/** 三点不足, 两个方面问题: how many points of words follow, not an amount. 36个问题 may be one. */
function isHeading({ amount, unit, scale }: Quantity, words: string): boolean {
  if (!/^(?:点|条|方面|个方面|大方面|项|个)$/u.test(unit) || scale !== '' || Number(amount) > 10) return false;
  return points.test(words);
}

const countsNothing = (quantity: Quantity, words: string): boolean =>
  isArticle(quantity, words) || isHeading(quantity, words);

export const countsSomething = (ask: Ask): boolean =>
  ask.type !== 'unplaced' || !countsNothing(ask.quantity, ask.words);
export const saysSomething = ({ quantity }: Said, text: string): boolean => !countsNothing(quantity, text);
