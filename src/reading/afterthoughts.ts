// Figures that named no slot by themselves but stand where only one can be meant: the tail of a name beside its own section. Pure; in doubt it places nothing.
import type { Slot } from '../report/outline.ts';
import { contentOf } from './content.ts';
import type { FactContext } from './fact-context.ts';
import { growthOf } from './growth.ts';
import type { Placement } from './placement.ts';
import { shiftIn } from './shifts.ts';
import { isShare } from './standing.ts';
import { unexplained, wordsOf } from './unexplained.ts';
import { fitUnit } from './units.ts';

type Open = Extract<Placement, { type: 'unplaced' }>;

/** 412亿，增长13.2%: the rate said right behind the amount `first`. */
export function rateBehind(text: string, first: Open, next: Placement | undefined): Open | undefined {
  if (next?.type !== 'unplaced' || !next.placeable || next.doubt !== '') return undefined;
  if (isShare(first.said.quantity) || !isShare(next.said.quantity)) return undefined;
  const between = text.slice(first.said.end, next.said.start);
  const moved =
    /^[，,（(、\s]*(?:同比|比上年|比去年|较上年|较去年)?(?:增长|增加|上升|提高|下降|减少|增|涨|升|降|跌)了?(?:约)?$/;
  return moved.test(between) ? next : undefined;
}

/** 游客3860万，…；收入412亿: the tail of one name only, in its usual scale, beside another figure of its section. */
export function placeTails(text: string, placements: Placement[], { outline, year }: FactContext): void {
  placements.forEach((one, index) => {
    if (one.type !== 'unplaced' || !one.placeable || one.doubt !== '' || one.said.instead) return;
    const clause =
      text
        .slice(Math.max(one.from, 0), one.said.start)
        .split(/[，,；;：:。]/)
        .at(-1) ?? '';
    const noun = contentOf(clause);
    if (!/^\p{Script=Han}{2}$/u.test(noun)) return;
    const named = outline.slots.filter((slot) => isTailOf(noun, slot) && fitUnit(one.said.quantity, slot));
    const [slot] = named;
    const fit = slot && fitUnit(one.said.quantity, slot);
    if (!slot || !fit || fit.doubt !== '' || named.length > 1) return;
    if (slot.scale === undefined || slot.scale !== one.said.quantity.scale) return;
    const beside = placements.some(
      (other) => other.type === 'placed' && other.doubt === '' && other.slot.section === slot.section,
    );
    const taken = placements.some((other) => other.type === 'placed' && other.slot === slot);
    const after = /^[^，,；;。\n\d]*/.exec(text.slice(one.said.end))?.[0] ?? '';
    const words = `${clause}，${after}`;
    const rate = rateBehind(text, one, placements[index + 1]);
    if (!beside || taken || shiftIn(words, slot)) return;
    if (unexplained(words, wordsOf(slot), year).length > 0) return;
    placements[index] = { type: 'placed', said: one.said, slot, quantity: fit.quantity, doubt: '' };
    const growth = rate && growthOf(outline, slot);
    const moved = rate && growth && fitUnit(rate.said.quantity, growth);
    if (rate && moved)
      placements[index + 1] = { type: 'placed', said: rate.said, slot: growth, quantity: moved.quantity, doubt: '' };
  });
}

const isTailOf = (noun: string, slot: Slot) =>
  slot.type === 'figure' &&
  slot.growth_of === undefined &&
  slot.last_year_of === undefined &&
  [slot.label, ...slot.keywords].some((name) => name.endsWith(noun));
