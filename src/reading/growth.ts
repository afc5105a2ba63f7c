// Which base a rate of change belongs to: the one named just before it, else the figure just before it. Pure; never reaches past another base.
import type { Outline, Slot } from '../report/outline.ts';
import { contentOf } from './content.ts';
import type { Mention } from './mentions.ts';
import { type Place, type Placement, type Placements, unplaced } from './placement.ts';
import { fitUnit } from './units.ts';

const moving =
  /同比|环比|比上年|较上年|比去年|较去年|上年|去年|增长率?|下降|增幅|降幅|增速|上升|提高|增加|减少|幅度|[增降升跌]/g;

/** Words like 同比增长 stand in every rate's keywords and name none of them. */
export const namesNoBase = (phrase: string) => contentOf(phrase.replace(moving, '')).length < 2;

/** 占总收入56.8%, 高于总收入增幅: named only to measure by. */
const measured = /(?:占|高于|低于|高出|低|快于|慢于|好于|比|较|超过|超出)(?:全市|全省|同期|[\p{Script=Han}]{0,2})?$/u;

export function growthOf(outline: Outline, base: Slot): Slot | undefined {
  return outline.slots.find((slot) => slot.growth_of === base.id);
}

/** `previous`: what the sentence before ended with, for 总收入712亿元。同比增长6.1%。 */
export function placeGrowth(
  text: string,
  place: Place,
  places: Place[],
  mentions: Mention[],
  result: Placements,
  outline: Outline,
  previous: Placement | undefined,
): Placement {
  const index = places.indexOf(place);
  const earlier = places
    .slice(0, index)
    .filter((one) => one.standing.type === 'value' || one.standing.type === 'growth');
  const last = earlier.at(-1);
  const gapStart = last ? last.said.end : (places[0]?.from ?? 0);
  const between = places.slice(0, index).filter((one) => one.said.start >= gapStart);
  const gap = between.reduce((words, one) => words.replace(one.said.text, ''), text.slice(gapStart, place.said.start));
  const named = mentions
    .filter((mention) => mention.start >= gapStart && mention.end <= place.said.start)
    .filter((mention) => !measured.test(text.slice(gapStart, mention.start)))
    .sort((one, other) => other.end - one.end);
  const nearest = named.filter((mention) => mention.end === named[0]?.end);
  const slots = [
    ...new Set(nearest.flatMap(({ slot }) => (slot.growth_of === undefined ? (growthOf(outline, slot) ?? []) : slot))),
  ];
  if (named.length > 0) return placeAs(place, slots, '');
  const before = last ? result.get(last.said)?.[0] : previous;
  if (before?.type !== 'placed' || before.slot.growth_of !== undefined) return unplaced(place);
  const growth = growthOf(outline, before.slot);
  const strange = contentOf((gap.split(/[，,；;]/).at(-1) ?? '').replace(moving, ''));
  return placeAs(
    place,
    growth ? [growth] : [],
    strange.length >= 2 ? `说的是“${growth?.label}”吗？` : before.doubt && '前面的数还没确认，这个增幅也请一并确认',
  );
}

function placeAs(place: Place, slots: Slot[], doubt: string): Placement {
  const fitting = slots.flatMap((slot) => {
    const fit = fitUnit(place.said.quantity, slot);
    return fit ? [{ slot, fit }] : [];
  });
  const [only, ...others] = fitting;
  if (!only) return unplaced(place);
  if (others.length > 0) return { type: 'rivals', said: place.said, slots: fitting.map((one) => one.slot) };
  const standing = place.standing.type === 'growth' ? place.standing.doubt : '';
  return {
    type: 'placed',
    said: place.said,
    slot: only.slot,
    quantity: only.fit.quantity,
    doubt: standing || only.fit.doubt || doubt,
  };
}
