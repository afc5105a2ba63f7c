// Places the figures of one sentence: which words belong to which figure, lists (分别), 各, 其中, growth after its base. Pure.
import type { Quantity } from '../figures/quantity.ts';
import type { Slot } from '../report/outline.ts';
import { assign, rivals } from './assignment.ts';
import { contentOf, strangeTo } from './content.ts';
import type { FactContext } from './facts.ts';
import { growthOf, namesNoBase, placeGrowth } from './growth.ts';
import { findMentions, hearMentions, type Mention } from './mentions.ts';
import type { Said } from './repair.ts';
import { eachDoubt, isShare, narrowing, otherActor, type Standing, standingOf } from './standing.ts';
import { fitUnit, rescale } from './units.ts';

export type Placement =
  /** `contest`: another figure of the sentence has as good a claim to the slot. */
  | { type: 'placed'; said: Said; slot: Slot; quantity: Quantity; doubt: string; contest?: true }
  | { type: 'rivals'; said: Said; slots: Slot[] }
  /** `from`: where the words before it begin; `doubt`: what would be doubted if it answered the question just asked. `placeable`: it may be a value at all. */
  | { type: 'unplaced'; said: Said; from: number; doubt: string; placeable: boolean }
  | { type: 'ignored'; said: Said };

type Placed = Extract<Placement, { type: 'placed' }>;

/** One figure with the stretches whose words may name it. */
export interface Place {
  said: Said;
  standing: Standing;
  /** Start of the words before it. */
  from: number;
  /** End of the figure before it, whatever that one stands for. */
  since: number;
  /** End of the words after it. */
  to: number;
  /** Whether those words end at another figure, which they may name as well. */
  shared: boolean;
}

const margin = 0.12;
const contestMargin = 0.08;

export function placeSentence(
  text: string,
  range: { start: number; end: number; labelStart: number },
  said: Said[],
  context: FactContext,
  previous: Placement | undefined,
): Placement[] {
  const places = surround(text, range, said, context);
  const figureSlots = context.outline.slots.filter((slot) => slot.type === 'figure' && slot.growth_of === undefined);
  const rates = context.outline.slots.filter((slot) => slot.growth_of !== undefined);
  const rateMentions = findMentions(text.slice(range.start, range.end), rates)
    .filter((one) => !namesNoBase(text.slice(range.start + one.start, range.start + one.end)))
    .map((one) => shift(one, range.start));
  const mentions = findMentions(text.slice(range.start, range.end), figureSlots).map((one) => shift(one, range.start));
  const lead = range.labelStart < range.start ? text.slice(range.labelStart, range.start) : '';
  if (lead !== '' && mentions.length === 0) {
    mentions.push(...findMentions(lead, figureSlots).map((one) => shift(one, range.labelStart)));
    const first = places[0];
    if (first) first.from = range.labelStart;
  }
  const result = new Map<Said, Placement[]>();
  const values = places.filter((place) => place.standing.type === 'value');
  const listed = placeLists(text, places, 'value', mentions, result, context);
  placeValues(
    text,
    values.filter((place) => !listed.has(place.said)),
    mentions,
    figureSlots,
    result,
  );
  placeLists(text, places, 'growth', mentions, result, context);
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
    result.set(place.said, [placeLastYear(text, place, mentions, result)]);
  }
  return places.flatMap((place) => result.get(place.said) ?? [unplaced(place)]);
}

const shift = (mention: Mention, by: number): Mention => ({
  ...mention,
  start: mention.start + by,
  end: mention.end + by,
});

export function unplaced(place: Place): Placement {
  const { standing } = place;
  const placeable = standing.type === 'value' || standing.type === 'growth';
  return { type: 'unplaced', said: place.said, from: place.from, doubt: placeable ? standing.doubt : '', placeable };
}

/** Words before a figure reach back to the last figure that is a value itself: growth and last year's numbers stand between and do not cut. */
function surround(text: string, range: { start: number; end: number }, said: Said[], context: FactContext): Place[] {
  const places: Place[] = [];
  let from = range.start;
  said.forEach((one, index) => {
    const to = said[index + 1]?.start ?? range.end;
    const previous = said[index - 1]?.end ?? range.start;
    const around = {
      before: text.slice(previous, one.start),
      after: text.slice(one.end, to),
      rest: text.slice(to, range.end),
      follows: index > 0,
      otherYear: otherYear(
        text.slice(isShare(one.quantity) ? previous : range.start, one.start),
        text.slice(range.start, range.end),
        context,
      ),
    };
    const last = places.at(-1)?.standing;
    const listed = isShare(one.quantity) && /^[、，,和及与\s]*$/.test(around.before);
    const standing = listed && last?.type === 'growth' ? last : standingOf(one, around);
    places.push({ said: one, standing, from, since: previous, to, shared: index < said.length - 1 });
    // a factor (6个支部×12个月) does not cut what is named before it off from the product
    if (standing.type === 'value' && !/^[\p{Script=Han}]{0,4}\s*[×xX*]/u.test(around.after)) from = one.end;
  });
  return places;
}

/** Whether the year last named before a figure is not the report's. 比去年, 较上年 compare and name none. */
function otherYear(before: string, sentence: string, context: FactContext): boolean {
  const named =
    /(?:(?<![比较同与和跟照按])|(?=(?:20\d{2}年|去年|上年|上一年)(?:同期)?[的是]?$))(?:(20\d{2})年|(去年|上年度?|上一年|往年|上年同期|去年同期|前年)|(今年|本年度?|当年|本期))/g;
  let other = context.oldText;
  for (const hit of before.matchAll(named)) {
    if (hit[1]) other = Number(hit[1]) !== context.year;
    else if (hit[3]) other = false;
    // in January one writes last year's report and calls its year 去年 as often as 今年
    else other = context.year === context.thisYear || /今年|本年|20\d{2}年/.test(sentence) || hit[2] === '前年';
  }
  return other;
}

/** How near and how telling a mention is for a figure; 0 when its words do not reach. */
export function nearness(text: string, place: Place, mention: Mention): number {
  const { said } = place;
  if (mention.end <= said.start && mention.start >= place.from) {
    const between = text.slice(mention.end, said.start);
    if (/其中|其余/.test(between)) return 0;
    const commas = between.match(/[，,]/g)?.length ?? 0;
    return (mention.weight / (1 + contentOf(between).length / 10)) * 0.8 ** Math.min(commas, 3);
  }
  if (mention.start >= said.end && mention.end <= place.to) {
    const between = text.slice(said.end, mention.start);
    const commas = between.match(/[，,：:]/g)?.length ?? 0;
    if (commas > 0) return 0;
    return (mention.weight * 0.9) / (1 + contentOf(between).length / 6);
  }
  return 0;
}

/** Whether a word that rules the slot out stands in the same clause, before the figure or between it and the mention. */
function ruledOut(text: string, place: Place, mention: Mention): boolean {
  const words = mention.slot.not ?? [];
  if (words.length === 0) return false;
  const start = Math.min(mention.start, place.said.start);
  const cut = Math.max(place.from, ...['，', ',', '、'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const end = mention.start >= place.said.end ? mention.end : place.said.start;
  const own = text.slice(mention.start, mention.end);
  const around = text.slice(cut, Math.max(end, mention.end));
  return words.some((word) => !own.includes(word) && around.includes(word));
}

/** 各支部选准10个急难险重任务: what follows at once names the figure, and rules out the slot named before it. */
function outdone(text: string, place: Place, mention: Mention, mentions: Mention[]): boolean {
  if (mention.start > place.said.start) return false;
  return mentions.some((other) => {
    if (other.slot === mention.slot || other.start < place.said.end || other.end > place.to) return false;
    const name = text.slice(other.start, other.end);
    const own = !place.shared || /[，,、。；;]/.test(text.slice(other.end, place.to));
    const next = own && contentOf(text.slice(place.said.end, other.start)) === '';
    const ruled = mention.slot.not?.some((word) => name.includes(word)) === true;
    return next && ruled && fitUnit(place.said.quantity, other.slot) !== null;
  });
}

function placeValues(
  text: string,
  places: Place[],
  mentions: Mention[],
  slots: Slot[],
  result: Map<Said, Placement[]>,
): void {
  // 30 at a time: a pasted page without a full stop must not cost its square
  for (let at = 0; at < places.length; at += 30) placeSome(text, places.slice(at, at + 30), mentions, slots, result);
}

function placeSome(
  text: string,
  places: Place[],
  exact: Mention[],
  slots: Slot[],
  result: Map<Said, Placement[]>,
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
      if (taken) result.set(place.said, [{ ...placeAt(text, place, taken.slot, taken, exact), contest: true }]);
      return;
    }
    const others = rivals(weights, assigned, index, margin).flatMap((column) => columns[column] ?? []);
    if (others.length > 0) {
      result.set(place.said, [{ type: 'rivals', said: place.said, slots: [slot, ...others] }]);
      return;
    }
    result.set(place.said, [placeAt(text, place, slot, candidate.mention, exact)]);
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
function retold(
  text: string,
  place: Place,
  last: Place | undefined,
  result: Map<Said, Placement[]>,
): Mention | undefined {
  const told = last && result.get(last.said)?.[0];
  if (!last || told?.type !== 'placed' || !fitUnit(place.said.quantity, told.slot)) return undefined;
  const words = text.slice(last.said.end, place.said.start);
  if (!/^[，,；;\s]?[\p{Script=Han}]{0,6}(?:说|报)(?:的|的?是|有)?$/u.test(words)) return undefined;
  return { slot: told.slot, start: last.said.start, end: last.said.end, weight: 1, sure: true };
}

/** 党课12次，…不对，党课是14次: the slot is taken, and taken again. */
function strongest(found: Map<Slot, Candidate> | undefined): Slot | undefined {
  return [...(found ?? [])].sort(([, one], [, other]) => other.weight - one.weight)[0]?.[0];
}

interface Candidate {
  mention: Mention;
  weight: number;
}

function candidates(text: string, place: Place, mentions: Mention[]): Map<Slot, Candidate> {
  const found = new Map<Slot, Candidate>();
  for (const mention of mentions) {
    const near = nearness(text, place, mention);
    if (near === 0) continue;
    const fit = fitUnit(place.said.quantity, mention.slot);
    if (!fit || ruledOut(text, place, mention) || outdone(text, place, mention, mentions)) continue;
    const weight = near * fit.score;
    if (weight > (found.get(mention.slot)?.weight ?? 0.15)) found.set(mention.slot, { mention, weight });
  }
  return found;
}

function placeAt(text: string, place: Place, slot: Slot, mention: Mention, all: Mention[]): Placed {
  const { said } = place;
  const fit = fitUnit(said.quantity, slot);
  const standing = place.standing.type === 'value' ? place.standing.doubt : '';
  const own = text.slice(mention.start, mention.end);
  const before = text.slice(Math.max(place.from, Math.min(place.since, said.start)), said.start);
  const narrow = narrowing(before, [slot.label, slot.question, ...slot.keywords]);
  const actor = otherActor(text.slice(Math.max(place.from, text.lastIndexOf('，', said.start - 1)), said.start), slot);
  const head =
    own.length <= 4 ? compoundBefore(text.slice(Math.max(place.from, mention.start - 2), mention.start)) : '';
  const tail =
    own.length <= 4 && mention.end <= said.start && place.since <= mention.end
      ? compoundAfter(text.slice(mention.end, said.start))
      : '';
  const strange = own.length <= 2 || !mention.sure ? strangeTo(wordsBeside(text, place, mention, all), slot, '') : '';
  const doubt =
    standing ||
    (fit?.doubt ?? '') ||
    (narrow ? `说的是“${narrow}”的数，这里要的是合计吗？` : '') ||
    (actor ? `是“${actor}”的，这里要的是“${slot.label}”，对吗？` : '') ||
    (strangeTo(head, slot, '').length >= 2 || narrows(head, slot) ? `“${head}${own}”说的是“${slot.label}”吗？` : '') ||
    (strangeTo(tail, slot, '').length >= 2 ? `“${own}${tail}”说的是“${slot.label}”吗？` : '') ||
    (!mention.sure ? `“${own}”说的是“${slot.label}”吗？` : '') ||
    (strange.length >= 3 ? `说的是“${slot.label}”吗？` : '');
  const quantity = fit?.quantity ?? said.quantity;
  return { type: 'placed', said, slot, quantity: spelledOut(said) ? rescale(quantity, slot) : quantity, doubt };
}

/** 八亿九千四百万, 11亿5千万: counted out in words, so that no one scale stands behind the amount. */
export const spelledOut = (said: Said) =>
  !/\d/.test(said.text) || (said.quantity.scale === '' && /[万亿]/.test(said.text));

/** 就业补助资金5亿元: what goes on from the keyword without a break makes another name of it. */
const compoundAfter = (words: string) => /^[\p{Script=Han}]*/u.exec(words)?.[0] ?? '';

/** 总投资, 女党员, 新党员: one character is enough to make it another thing, unless the slot says it too. */
const narrows = (head: string, slot: Slot) =>
  /[总女男新老净]$/.test(head) && strangeTo(head.slice(-1), slot, '') !== '';

/** 民生支出605亿元, 预备党员3名: so does what stands right before it. */
const compoundBefore = (words: string) => /[\p{Script=Han}]*$/u.exec(words)?.[0] ?? '';

/** The clause around figure and mention without either, without other slots' names and without who is speaking. */
function wordsBeside(text: string, place: Place, mention: Mention, all: Mention[]): string {
  const { said } = place;
  if (place.since > mention.end && mention.end <= said.start) return '';
  // 围绕…精神等12个专题: what follows at once is the figure's own noun
  if (mention.start >= said.end && contentOf(text.slice(said.end, mention.start)) === '') return '';
  const start = Math.min(mention.start, said.start);
  const clause = Math.max(place.from, ...['，', ',', '：', ':'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const end = Math.max(mention.end, said.end);
  const named = [mention, said, ...all];
  return [...text.slice(clause, end)]
    .filter((_, at) => !named.some((one) => clause + at >= one.start && clause + at < one.end))
    .join('');
}

/** 职务、职级分别晋升12人次、18人次; 党课和组织生活会各12次: as many names as figures, in order, or one figure for all. */
function placeLists(
  text: string,
  places: Place[],
  kind: 'value' | 'growth',
  mentions: Mention[],
  result: Map<Said, Placement[]>,
  context: FactContext,
): Set<Said> {
  const done = new Set<Said>();
  for (let at = 0; at < places.length; at++) {
    const first = places[at];
    if (!first || first.standing.type !== kind) continue;
    let end = at + 1;
    while (places[end] && /^[、，,和及与\s]*$/.test(text.slice(places[end - 1]?.said.end, places[end]?.said.start)))
      end++;
    const run = places.slice(at, end);
    const start = first.from;
    const before = text.slice(start, first.said.start);
    const groups = groupsOf(mentions.filter((one) => one.start >= start && one.end <= first.said.start));
    const each = /各(?:自|有|为|是|开展|组织|召开|举办|完成|讲|办|开|搞)*了?$/.test(before);
    if (run.length === 1 && each && groups.length >= 2) {
      placeEach(first, groups, result, done);
    } else if (run.length >= 2) {
      const told = groups.length > 0 ? groups : previousRun(places, at, run.length, result);
      if (told.length === run.length) placeRun(run, told, result, done, context);
      else if (/分别/.test(before)) for (const one of run) done.add(one.said);
    }
    at = end - 1;
  }
  return done;
}

/** Mentions at one place are one name; of the slots it may mean, those whose words reach furthest. */
function groupsOf(mentions: Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of [...mentions].sort((one, other) => one.start - other.start)) {
    const last = groups.at(-1);
    if (last?.[0] && mention.start < Math.max(...last.map((one) => one.end))) last.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

function previousRun(places: Place[], at: number, size: number, result: Map<Said, Placement[]>): Mention[][] {
  return places.slice(Math.max(0, at - size), at).flatMap((place) => {
    const placed = result.get(place.said)?.[0];
    if (placed?.type !== 'placed') return [];
    return [[{ slot: placed.slot, start: 0, end: 0, weight: 1, sure: true }]];
  });
}

function placeRun(
  run: Place[],
  groups: Mention[][],
  result: Map<Said, Placement[]>,
  done: Set<Said>,
  context: FactContext,
): void {
  const plan = run.map((place, index) => {
    const slots = (groups[index] ?? []).flatMap((mention) => {
      const slot = place.standing.type === 'growth' ? growthOf(context.outline, mention.slot) : mention.slot;
      const fit = slot && fitUnit(place.said.quantity, slot);
      return slot && fit ? [{ slot, fit }] : [];
    });
    return { place, slots };
  });
  if (plan.some((one) => one.slots.length === 0)) return;
  for (const { place, slots } of plan) {
    const [only, ...others] = slots;
    if (!only) continue;
    const standing = place.standing.type === 'value' || place.standing.type === 'growth' ? place.standing.doubt : '';
    done.add(place.said);
    result.set(place.said, [
      others.length > 0
        ? { type: 'rivals', said: place.said, slots: slots.map((one) => one.slot) }
        : {
            type: 'placed',
            said: place.said,
            slot: only.slot,
            quantity: only.fit.quantity,
            doubt: standing || only.fit.doubt,
          },
    ]);
  }
}

function placeEach(place: Place, groups: Mention[][], result: Map<Said, Placement[]>, done: Set<Said>): void {
  const placements = groups.flatMap((group): Placement[] => {
    const [only, ...others] = group;
    const fit = only && fitUnit(place.said.quantity, only.slot);
    if (!only || !fit || others.length > 0) return [];
    // 各 tells each of the names here, not each branch
    const doubt = place.standing.type === 'value' && !eachDoubt(place.standing.doubt) ? place.standing.doubt : '';
    return [{ type: 'placed', said: place.said, slot: only.slot, quantity: fit.quantity, doubt: doubt || fit.doubt }];
  });
  if (placements.length < 2) return;
  done.add(place.said);
  result.set(place.said, placements);
}

function placeLastYear(text: string, place: Place, mentions: Mention[], result: Map<Said, Placement[]>): Placement {
  const near = mentions
    .map((mention) => ({ mention, weight: nearness(text, place, mention) }))
    .filter(({ mention, weight }) => weight > 0.3 && fitUnit(place.said.quantity, mention.slot))
    .sort((one, other) => other.weight - one.weight)[0]?.mention.slot;
  const told = [...result.values()].flat().some((one) => one.type === 'placed' && one.slot === near);
  if (!near || told) return { type: 'ignored', said: place.said };
  return {
    type: 'placed',
    said: place.said,
    slot: near,
    quantity: fitUnit(place.said.quantity, near)?.quantity ?? place.said.quantity,
    doubt: '听起来是往年的数，今年是多少？',
  };
}
