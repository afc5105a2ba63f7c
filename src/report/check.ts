// Runs an outline's checks over the facts. An approximation gets the benefit of the doubt: only what cannot hold is reported.

import Big from 'big.js';
import { valueOf as boundsOf } from '../figures/index.ts';
import { type Comparator, type Expression, parseRule, slotsIn } from './expression.ts';
import type { Facts } from './fact.ts';
import { exactly, type Interval, mayBeAtMost, negated, productOf, quotientOf, sumOf } from './interval.ts';
import { type Outline, slotOf } from './outline.ts';
import { printFigure } from './print-figure.ts';

export interface FailedCheck {
  check: string;
  question: string;
  /** The figures it is about, as they are printed. */
  values: { slot: string; label: string; text: string }[];
}

/**
 * Checks that cannot hold. One that names a slot without a figure is passed over; of two of which one names all the slots
 * of the other and more, only the narrower is asked: its answer may settle both.
 */
export function runChecks(outline: Outline, facts: Facts): FailedCheck[] {
  const failed = outline.checks.flatMap((check): FailedCheck[] => {
    const parsed = parseRule(check.rule);
    if (parsed.type === 'wrong') return [];
    const { comparator, left, right } = parsed.rule;
    const a = evaluate(left, outline, facts);
    const b = evaluate(right, outline, facts);
    if (!a || !b || mayHold(comparator, a, b)) return [];
    return [{ check: check.id, question: check.question, values: valuesOf(slotsIn(parsed.rule), outline, facts) }];
  });
  return failed.filter((wide) => !failed.some((narrow) => isNarrower(narrow, wide)));
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

function evaluate(expression: Expression, outline: Outline, facts: Facts): Interval | undefined {
  switch (expression.type) {
    case 'number':
      return exactly(expression.amount);
    case 'slot':
      return figureOf(expression.slot, outline, facts);
    case 'negative': {
      const of = evaluate(expression.of, outline, facts);
      return of && negated(of);
    }
    case 'operation': {
      const left = evaluate(expression.left, outline, facts);
      const right = evaluate(expression.right, outline, facts);
      return left && right && combine(expression.operator, left, right);
    }
  }
}

function combine(operator: '+' | '-' | '*' | '/', left: Interval, right: Interval): Interval | undefined {
  switch (operator) {
    case '+':
      return sumOf(left, right);
    case '-':
      return sumOf(left, negated(right));
    case '*':
      return productOf(left, right);
    case '/':
      return quotientOf(left, right);
  }
}

/** A fall counts as a negative growth, however it was said. */
function figureOf(id: string, outline: Outline, facts: Facts): Interval | undefined {
  const value = facts[id]?.value;
  if (value?.type !== 'figure') return undefined;
  const { low, high, lowOpen, highOpen } = boundsOf(value.quantity);
  const interval = { low: new Big(low), high: new Big(high), lowOpen, highOpen };
  const falls = slotOf(outline, id)?.growth_of !== undefined && /[降减跌落少缩]/u.test(value.quantity.direction ?? '');
  return falls && interval.high.gt(0) ? negated(interval) : interval;
}

function mayHold(comparator: Comparator, a: Interval, b: Interval): boolean {
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
