// How sure it is that a figure is a slot's value: each reason for doubt becomes the question's reason. Pure.
import type { Slot } from '../report/outline.ts';
import { contentOf, strangeTo } from './content.ts';
import type { Mention } from './mentions.ts';
import type { Place, Placed } from './placement.ts';
import type { Said } from './repair.ts';
import { eachDoubt, narrowing, otherActor } from './standing.ts';
import { fitUnit, rescale } from './units.ts';

/** The figure placed in the slot that `mention` names, with what speaks against recording it at once. */
export function placeAt(text: string, place: Place, slot: Slot, mention: Mention, all: Mention[]): Placed {
  const { said } = place;
  const fit = fitUnit(said.quantity, slot);
  const stood = place.standing.type === 'value' ? place.standing.doubt : '';
  // 平均住院日7.2天 is asked for as an average
  const standing = eachDoubt(stood) && /平均|每|[人户月]均/.test(slot.label) ? '' : stood;
  const own = text.slice(mention.start, mention.end);
  const before = text.slice(Math.max(place.from, Math.min(place.since, said.start)), said.start);
  const narrow = narrowing(before, text.slice(place.begin, said.start), [slot.label, slot.question, ...slot.keywords]);
  const actor = otherActor(text.slice(Math.max(place.from, text.lastIndexOf('，', said.start - 1)), said.start), slot);
  const head =
    own.length <= 4 ? compoundBefore(text.slice(Math.max(place.from, mention.start - 2), mention.start)) : '';
  const tail =
    own.length <= 4 && mention.end <= said.start && place.since <= mention.end
      ? compoundAfter(text.slice(mention.end, said.start))
      : '';
  const strange = own.length <= 2 || !mention.sure ? strangeTo(wordsBeside(text, place, mention, all), slot, '') : '';
  const since = text.slice(place.since, said.start);
  // a bare number does not reach past another figure to its name: 三支部缺一次所以95
  const far =
    said.quantity.unit === '' &&
    mention.end <= place.since &&
    place.since > place.from &&
    !/今年|本年|共|合计|累计/.test(since);
  const doubt =
    standing ||
    (far ? `说的是“${slot.label}”吗？` : '') ||
    (fit?.doubt ?? '') ||
    (narrow ? `说的是“${narrow}”的数，这里要的是合计吗？` : '') ||
    (actor ? `是“${actor}”的，这里要的是“${slot.label}”，对吗？` : '') ||
    (strangeTo(head, slot, '').length >= 2 || narrows(head, slot) ? `“${head}${own}”说的是“${slot.label}”吗？` : '') ||
    (strangeTo(tail, slot, '').length >= 2 ? `“${own}${tail}”说的是“${slot.label}”吗？` : '') ||
    (!mention.sure ? `“${own}”说的是“${slot.label}”吗？` : '') ||
    (strange.length >= 3 ? `说的是“${slot.label}”吗？` : '');
  const quantity = fit?.quantity ?? said.quantity;
  return {
    type: 'placed',
    said,
    slot,
    quantity: spelledOut(said) ? rescale(quantity, slot) : quantity,
    doubt,
    mention,
  };
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
