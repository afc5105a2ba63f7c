// Places the figures of one sentence: which words belong to which figure, then lists, growth and last year's. Pure.
import type { Slot } from '../report/outline.ts';
import { accountFor } from './account.ts';
import { assign, rivals } from './assignment.ts';
import { type Candidate, candidates, nearness, strongest } from './candidates.ts';
import { placeAt } from './certainty.ts';
import type { FactContext } from './fact-context.ts';
import { namesNoBase, placeGrowth } from './growth.ts';
import { placeLists } from './lists.ts';
import { findMentions, hearMentions, type Mention } from './mentions.ts';
import { type Place, type Placement, type Placements, unplaced } from './placement.ts';
import type { Said } from './repair.ts';
import type { Shift } from './shifts.ts';
import { asksForDifference, doubtOf, isShare, type Standing, standingOf } from './standing.ts';
import { fitUnit } from './units.ts';
import { preferWholes } from './wholes.ts';

const margin = 0.12;
const contestMargin = 0.08;

export function placeSentence(
  text: string,
  range: { start: number; end: number; labelStart: number; listen: boolean; over: Shift | undefined },
  said: Said[],
  context: FactContext,
  previous: Placement | undefined,
): { placements: Placement[]; over: Shift | undefined } {
  const figureSlots = context.outline.slots.filter((slot) => slot.type === 'figure' && slot.growth_of === undefined);
  const rates = context.outline.slots.filter((slot) => slot.growth_of !== undefined);
  const rateMentions = findMentions(text.slice(range.start, range.end), rates)
    .filter((one) => !namesNoBase(text.slice(range.start + one.start, range.start + one.end)))
    .map((one) => shift(one, range.start));
  const mentions = findMentions(text.slice(range.start, range.end), figureSlots).map((one) => shift(one, range.start));
  const places = surround(text, range, said, mentions, context);
  const lead = range.labelStart < range.start ? text.slice(range.labelStart, range.start) : '';
  if (lead !== '' && mentions.length === 0) {
    mentions.push(...findMentions(lead, figureSlots).map((one) => shift(one, range.labelStart)));
    const first = places[0];
    if (first) first.from = range.labelStart;
  }
  const result: Placements = new Map();
  const values = places.filter((place) => place.standing.type === 'value');
  const listed = placeLists(text, places, 'value', mentions, result, context.outline);
  placeValues(
    text,
    values.filter((place) => !listed.has(place.said)),
    mentions,
    range.listen ? figureSlots : [],
    result,
    context.year,
  );
  placeLists(text, places, 'growth', mentions, result, context.outline);
  for (const place of places) {
    if (place.standing.type === 'growth' && !result.has(place.said))
      result.set(place.said, [
        placeGrowth(text, place, places, [...mentions, ...rateMentions], result, context.outline, previous),
      ]);
    if (place.standing.type === 'requirement') result.set(place.said, [{ type: 'ignored', said: place.said }]);
    if (place.standing.type === 'difference') result.set(place.said, [unplaced(place)]);
  }
  for (const place of places) {
    if (place.standing.type !== 'last_year') continue;
    result.set(place.said, [placeLastYear(text, place, mentions, result, context.asked)]);
  }
  const over = accountFor(text, range, places, result, context);
  return { placements: places.flatMap((place) => result.get(place.said) ?? [unplaced(place)]), over };
}

const shift = (mention: Mention, by: number): Mention => ({
  ...mention,
  start: mention.start + by,
  end: mention.end + by,
});

/** Words before a figure reach back to the last figure that is a value itself: growth and last year's numbers stand between and do not cut. */
function surround(
  text: string,
  range: { start: number; end: number },
  said: Said[],
  mentions: Mention[],
  context: FactContext,
): Place[] {
  const places: Place[] = [];
  let from = range.start;
  said.forEach((one, index) => {
    const to = said[index + 1]?.start ?? range.end;
    const previous = said[index - 1]?.end ?? range.start;
    const before = text.slice(previous, one.start);
    const other = otherYear(text.slice(isShare(one.quantity) ? previous : range.start, one.start), context);
    // 从去年的12次增加到14次
    const merged = one.instead !== undefined && /(?:由|从)[^，。；]{0,6}$/.test(before);
    const raised = merged || (/(?:到|至)(?:了|今年的?)?$/.test(before) && places.at(-1)?.standing.type === 'last_year');
    const passing =
      other && !raised && !yearWord.test(before) && places.some((place) => place.standing.type === 'value');
    const around = {
      before,
      after: text.slice(one.end, to),
      rest: text.slice(to, range.end),
      follows: index > 0,
      otherYear: other && !passing && !raised,
      passing,
    };
    const last = places.at(-1)?.standing;
    const listed = isShare(one.quantity) && /^[、，,和及与\s]*$/.test(around.before);
    const plain = listed && last?.type === 'growth' ? last : standingOf(one, around);
    const named = mentions.some(
      ({ slot, start, end }) =>
        start >= from &&
        end <= one.start &&
        fitUnit(one.quantity, slot) !== null &&
        asksForDifference(text.slice(end, one.start), { said: one, slot }),
    );
    const own: Standing = named && plain.type === 'difference' ? { type: 'value', doubt: doubtOf(one, around) } : plain;
    // 2024年总收入772亿元，增长6.1%: the rate is of that year too
    const bases = places.filter((each) => !isShare(each.said.quantity)).map((each) => each.standing.type);
    const past = own.type === 'growth' && bases.length > 0 && bases.every((type) => type === 'last_year');
    const standing: Standing = past && !/今年|本年/.test(before) ? { type: 'last_year' } : own;
    places.push({
      said: one,
      standing,
      begin: range.start,
      from,
      since: previous,
      to,
      shared: index < said.length - 1,
    });
    // a factor (6个支部×12个月) does not cut what is named before it off from the product
    if (standing.type === 'value' && !/^[\p{Script=Han}]{0,4}\s*[×xX*]/u.test(around.after)) from = one.end;
  });
  return places;
}

const yearWord = /20\d{2}年|去年|上年|上一年|往年|前年|同期/;

/** Whether the year last named before a figure is not the report's. 比去年, 较上年 compare and name none. */
function otherYear(before: string, context: FactContext): boolean {
  const named =
    /(?:(?<![比较同与和跟照按])|(?=(?:20\d{2}年|去年|上年|上一年)(?:同期)?[的是]?$))(?:(20\d{2})年|(去年|上年度?|上一年|往年|上年同期|去年同期|前年|(?<!年)同期(?!相|[增降多少减上下持]|[^，,。；;]{0,4}比))|(今年|本年度?|当年|本期))/g;
  let other = context.oldText;
  // a year in brackets speaks for what is in them
  const open = before.replace(/[（(][^（）()]*[）)]/g, '');
  for (const hit of open.matchAll(named)) {
    if (hit[1]) other = Number(hit[1]) !== context.year;
    // in January 去年 may be the report's own year: still no value of it, until somebody names the year
    else other = hit[2] !== undefined;
  }
  return other;
}

function placeValues(
  text: string,
  places: Place[],
  mentions: Mention[],
  slots: Slot[],
  result: Placements,
  year: number,
): void {
  // 30 at a time: a pasted page without a full stop must not cost its square
  for (let at = 0; at < places.length; at += 30)
    placeSome(text, places.slice(at, at + 30), mentions, slots, result, year);
}

function placeSome(
  text: string,
  places: Place[],
  exact: Mention[],
  slots: Slot[],
  result: Placements,
  year: number,
): void {
  const best = places.map((place) => {
    const found = candidates(text, place, exact);
    if (found.size > 0) return found;
    const fitting = slots.filter((slot) => fitUnit(place.said.quantity, slot));
    const [near, far] = [Math.max(place.from, place.said.start - 24), Math.min(place.to, place.said.end + 16)];
    const heard = [
      ...hearMentions(text.slice(near, place.said.start), fitting).map((one) => shift(one, near)),
      ...hearMentions(text.slice(place.said.end, far), fitting).map((one) => shift(one, place.said.end)),
    ];
    return candidates(text, place, heard);
  });
  preferWholes(text, places, best, exact, year);
  const columns = [...new Set(best.flatMap((one) => [...one.keys()]))];
  const weights = best.map((one) => columns.map((slot) => one.get(slot)?.weight ?? 0));
  const assigned = assign(weights);
  places.forEach((place, index) => {
    const repaired = place.said.correction && assigned.slots[index] === -1;
    const slot = repaired ? strongest(best[index]) : columns[assigned.slots[index] ?? -1];
    const candidate = slot && best[index]?.get(slot);
    if (!slot || !candidate) {
      const taken =
        contested(text, place, index, best, assigned.slots, columns) ?? retold(text, place, places[index - 1], result);
      // its own doubt stays: 入境游客3万 contests no one's place, and is asked about by itself
      if (taken) result.set(place.said, [{ ...placeAt(text, place, taken.slot, taken), contest: true }]);
      return;
    }
    const others = rivals(weights, assigned, index, margin).flatMap((column) => columns[column] ?? []);
    if (others.length > 0) {
      result.set(place.said, [{ type: 'rivals', said: place.said, slots: [slot, ...others] }]);
      return;
    }
    result.set(place.said, [placeAt(text, place, slot, candidate.mention)]);
  });
}

/** 办培训5期，参加培训7期: a second figure with as good a claim to a slot takes part in a contest, and the user is asked. */
function contested(
  text: string,
  place: Place,
  index: number,
  best: Map<Slot, Candidate>[],
  assigned: number[],
  columns: Slot[],
): Mention | undefined {
  const slot = strongest(best[index]);
  const own = slot && best[index]?.get(slot);
  if (!slot || !own || /其中|[含（(]|包括/.test(text.slice(place.from, place.said.start))) return undefined;
  const winner = assigned.findIndex((column) => columns[column] === slot);
  const other = best[winner]?.get(slot);
  return other && other.mention.start !== own.mention.start && own.weight >= other.weight - contestMargin
    ? own.mention
    : undefined;
}

/** 李明说是14次，王芳说是12次: someone else's number for what was just told. */
function retold(text: string, place: Place, last: Place | undefined, result: Placements): Mention | undefined {
  const told = last && result.get(last.said)?.[0];
  if (!last || told?.type !== 'placed' || !fitUnit(place.said.quantity, told.slot)) return undefined;
  const words = text.slice(last.said.end, place.said.start);
  const elsewhere =
    /^[，,；;\s]?(?:但是?|可是?|而)?[\p{Script=Han}]{0,2}(?:系统里?|系统显示|账上|台账上?|报表上?|表[里上]|年报|会议记录)(?:里|上)?(?:写|显示)?(?:的?是|的|有|成了?)?$/u;
  const other = elsewhere.test(words);
  if (!other && !/^[，,；;\s]?[\p{Script=Han}]{0,6}(?:说|(?<![汇通简快])报)(?:的|的?是|有)?$/u.test(words))
    return undefined;
  return { slot: told.slot, start: last.said.start, end: last.said.end, weight: 1, sure: true };
}

/** No value of this year's report, whatever it is called; kept to compare with, unless this year's is told beside it. */
function placeLastYear(
  text: string,
  place: Place,
  mentions: Mention[],
  result: Placements,
  asked: Slot | undefined,
): Placement {
  const near = mentions
    .map((mention) => ({ mention, weight: nearness(text, place, mention) }))
    .filter(({ mention, weight }) => weight > 0.3 && fitUnit(place.said.quantity, mention.slot))
    .sort((one, other) => other.weight - one.weight)[0]?.mention.slot;
  const slot = near ?? (mentions.length === 0 ? asked : undefined);
  const told = [...result.values()].flat().some((one) => one.type === 'placed' && one.slot === slot);
  const quantity = slot && fitUnit(place.said.quantity, slot)?.quantity;
  if (!slot || !quantity || told) return { type: 'ignored', said: place.said };
  return { type: 'ignored', said: place.said, past: { slot, quantity } };
}
