// The one place that sets a fact: the one that stood there is closed and kept, derived ones follow. Decides nothing, says nothing.
import type { Fact, FactValue, Provenance, Source } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { carriedOver } from '../report/print-wish.ts';
import type { UndoStep } from '../report/report.ts';
import { officeOf } from '../report/supply.ts';
import { refreshDerived } from './derived.ts';
import { keep, type Scene } from './turn.ts';
import { cut } from './value.ts';

const WORDS_KEPT = 120;
const EARLIER_KEPT = 10;

/** What somebody said; a derived figure is nobody's and gives way to it. */
export function factOf({ report }: Scene, slot: string): Fact | undefined {
  const fact = Object.hasOwn(report.facts, slot) ? report.facts[slot] : undefined;
  return fact?.derived ? undefined : fact;
}

/** Sets the fact, closes the one that stood there, and gives back the change for the undo step. */
export function putFact(
  scene: Scene,
  slot: string,
  value: FactValue,
  source: Source,
  told: Provenance = {},
): UndoStep['changes'][number] {
  const before = factOf(scene, slot);
  const office = source.office ?? officeOf(scene.report.supply, source.by);
  const fact: Fact = {
    slot,
    value: isName(scene, slot) ? asName(value) : asCounted(value),
    source: { ...source, words: cut(source.words, WORDS_KEPT), ...(office === undefined ? {} : { office }) },
    ...told,
  };
  if (before) {
    fact.previous = keep(scene.turn, before);
    fact.earlier = [fact.previous, ...(before.earlier ?? [])].slice(0, EARLIER_KEPT);
    const print = carriedOver(before.print, value);
    if (print) fact.print = print;
  }
  scene.report.facts[slot] = fact;
  refreshDerived(scene);
  return { type: 'fact', slot, before: before ?? null };
}

/** 12.0人次 counts twelve: an empty decimal means something only for amounts and rates. */
function asCounted(value: FactValue): FactValue {
  if (value.type !== 'figure' || value.quantity.scale !== '') return value;
  const { amount, unit } = value.quantity;
  const whole = /^(\d+)\.0+$/u.exec(amount)?.[1];
  const exact = /^(?:元|%|‰|.*百分点|倍|.*米|公里|亩|公顷|吨)$|^$/u.test(unit);
  return whole === undefined || exact ? value : { ...value, quantity: { ...value.quantity, amount: whole } };
}

const isName = ({ outline }: Scene, slot: string): boolean => slotOf(outline, slot)?.type === 'name';

/** 主线是围绕打造…: the text says 围绕 itself. */
function asName(value: FactValue): FactValue {
  return value.type === 'text' ? { ...value, text: value.text.replace(/^(?:主要)?围绕(?=.{2})/u, '') } : value;
}
