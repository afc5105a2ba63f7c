// How sure it is that a figure is a slot's value: each reason for doubt becomes the question's reason. Pure.
import type { Slot } from '../report/outline.ts';
import type { Mention } from './mentions.ts';
import type { Place, Placed } from './placement.ts';
import type { Said } from './repair.ts';
import { eachDoubt, otherActor } from './standing.ts';
import { fitUnit, rescale } from './units.ts';
import { saysWhole } from './wholes.ts';

/** The figure placed in the slot that `mention` names, with what speaks against recording it at once. */
export function placeAt(text: string, place: Place, slot: Slot, mention: Mention): Placed {
  const { said } = place;
  const fit = fitUnit(said.quantity, slot);
  const stood = place.standing.type === 'value' ? place.standing.doubt : '';
  // 平均住院日7.2天 is asked for as an average
  const standing = eachDoubt(stood) && /平均|每|[人户月]均/.test(slot.label) ? '' : stood;
  const own = text.slice(mention.start, mention.end);
  const actor = otherActor(text.slice(Math.max(place.from, text.lastIndexOf('，', said.start - 1)), said.start), slot);
  const since = text.slice(place.since, said.start);
  // a bare number does not reach past another figure to its name: 三支部缺一次所以95
  const far =
    said.quantity.unit === '' &&
    mention.end <= place.since &&
    place.since > place.from &&
    !/今年|本年/.test(since) &&
    !saysWhole(since);
  const doubt =
    standing ||
    (far ? `说的是“${slot.label}”吗？` : '') ||
    (fit?.doubt ?? '') ||
    (actor ? `是“${actor}”的，这里要的是“${slot.label}”，对吗？` : '') ||
    (!mention.sure ? `“${own}”说的是“${slot.label}”吗？` : '');
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
