// Runs an outline's checks over the facts. An approximation gets the benefit of the doubt: only what cannot hold is reported.
import { valueOf as boundsOf, sameQuantity } from '../figures/index.ts';
import { disagreements } from './derive.ts';
import { evaluate } from './evaluate.ts';
import { type Comparator, type Expression, parseRule, type Rule, slotsIn } from './expression.ts';
import type { Facts } from './fact.ts';
import { type Interval, mayBeAtMost } from './interval.ts';
import { type Check, type Outline, slotOf } from './outline.ts';
import { printFigure } from './print-figure.ts';

export interface FailedCheck {
  check: string;
  question: string;
  severity: NonNullable<Check['severity']>;
  /** The figures it is about, as they are printed. */
  values: { slot: string; label: string; text: string }[];
}

/**
 * Checks that cannot hold: the outline's own, and that a figure given agrees with the one computed from others. One that
 * names a slot without a figure is passed over; of two of which one names all the slots of the other and more, only the
 * narrower is reported: its answer may settle both.
 */
export function runChecks(outline: Outline, facts: Facts): FailedCheck[] {
  const own = outline.checks.flatMap((check): FailedCheck[] => {
    const parsed = parseRule(check.rule);
    if (parsed.type === 'wrong' || holds(parsed.rule, outline, facts)) return [];
    const values = valuesOf(slotsIn(parsed.rule), outline, facts);
    return [{ check: check.id, question: check.question, severity: check.severity ?? 'ask', values }];
  });
  const derived = disagreements(outline, facts).map(({ slot, from, question }): FailedCheck => {
    const values = valuesOf([slot, ...from], outline, facts);
    return { check: `derived_${slot}`, question, severity: 'ask', values };
  });
  const failed = [...own, ...derived];
  // A hint must not stand in the way of a question.
  const rivals = (wide: FailedCheck) => failed.filter((one) => one.severity === 'ask' || wide.severity === 'hint');
  return failed.filter((wide) => !rivals(wide).some((narrow) => isNarrower(narrow, wide)));
}

/** Also where it cannot be told: a figure is missing. */
function holds({ comparator, left, right }: Rule, outline: Outline, facts: Facts): boolean {
  if (comparator === 'differs_from' || comparator === 'as_exact_as') {
    const [a, b] = [said(left, facts), said(right, facts)];
    if (!a || !b) return true;
    return comparator === 'differs_from' ? !sameQuantity(a, b) : boundsOf(a).exact || !boundsOf(b).exact;
  }
  const a = evaluate(left, outline, facts);
  const b = evaluate(right, outline, facts);
  return !a || !b || mayHold(comparator, a, b);
}

function said(expression: Expression, facts: Facts) {
  const value = expression.type === 'slot' ? facts[expression.slot]?.value : undefined;
  return value?.type === 'figure' ? value.quantity : undefined;
}

function valuesOf(ids: string[], outline: Outline, facts: Facts): FailedCheck['values'] {
  return ids.flatMap((id) => {
    const slot = slotOf(outline, id);
    const value = facts[id]?.value;
    if (!slot || value?.type !== 'figure') return [];
    return [{ slot: id, label: slot.label, text: printFigure(slot, value.quantity) }];
  });
}

function isNarrower(narrow: FailedCheck, wide: FailedCheck): boolean {
  const slots = new Set(wide.values.map((value) => value.slot));
  return narrow.values.length < slots.size && narrow.values.every((value) => slots.has(value.slot));
}

function mayHold(comparator: Exclude<Comparator, 'differs_from' | 'as_exact_as'>, a: Interval, b: Interval): boolean {
  switch (comparator) {
    case '==':
      return mayBeAtMost(a, b) && mayBeAtMost(b, a);
    case '!=':
      return !(a.low.eq(a.high) && b.low.eq(b.high) && a.low.eq(b.low));
    case '<=':
      return mayBeAtMost(a, b);
    case '<':
      return a.low.lt(b.high);
    case '>=':
      return mayBeAtMost(b, a);
    case '>':
      return b.low.lt(a.high);
  }
}
