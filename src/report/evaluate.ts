// What an expression over slots may be worth, as an interval in base units. Knows nothing of checks; rounds nothing.
import Big from 'big.js';
import { valueOf as boundsOf } from '../figures/index.ts';
import type { Expression } from './expression.ts';
import type { Facts } from './fact.ts';
import { exactly, type Interval, negated, productOf, quotientOf, sumOf } from './interval.ts';
import { type Outline, slotOf } from './outline.ts';

/** undefined where a slot has no figure or a divisor may be zero. */
export function evaluate(expression: Expression, outline: Outline, facts: Facts): Interval | undefined {
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
export function figureOf(id: string, outline: Outline, facts: Facts): Interval | undefined {
  const value = facts[id]?.value;
  if (value?.type !== 'figure') return undefined;
  const { low, high, lowOpen, highOpen } = boundsOf(value.quantity);
  const interval = { low: new Big(low), high: new Big(high), lowOpen, highOpen };
  const falls = slotOf(outline, id)?.growth_of !== undefined && /[降减跌落少缩]/u.test(value.quantity.direction ?? '');
  return falls && interval.high.gt(0) ? negated(interval) : interval;
}
