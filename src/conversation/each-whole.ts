// 每月一次, 9个支部: a number said of each where the whole is asked for. Where one of the outline's checks tells the whole, that is offered; nothing is computed otherwise.
import { evaluate } from '../report/evaluate.ts';
import { type Expression, parseRule, slotsIn } from '../report/expression.ts';
import type { FactValue } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import type { Ask } from './command.ts';
import type { Scene } from './turn.ts';
import { showValue } from './value.ts';

interface Whole {
  value: FactValue;
  /** What it was computed from: 党支部数9个. */
  from: string;
}

export function wholeOf(scene: Scene, slot: Slot, ask: Extract<Ask, { type: 'confirm_value' }>): Whole | undefined {
  const { outline, report } = scene;
  if (!/每一个的数/u.test(ask.reason) || ask.value.type !== 'figure' || slot.scale !== undefined) return undefined;
  const { quantity } = ask.value;
  if (quantity.amount !== '1' || quantity.approximation !== '') return undefined;
  const times = /每个?月|月月|按月/u.test(ask.words) ? 12 : /每个?季|按季/u.test(ask.words) ? 4 : 1;
  for (const check of outline.checks) {
    const parsed = parseRule(check.rule);
    if (parsed.type === 'wrong' || parsed.rule.comparator !== '==') continue;
    const { left, right } = parsed.rule;
    if (left.type !== 'slot' || left.slot !== slot.id || numbersIn(right).join() !== (times === 1 ? '' : `${times}`))
      continue;
    const worth = evaluate(right, outline, report.facts);
    if (!worth?.low.eq(worth.high)) continue;
    const others = slotsIn(right).flatMap((id) => {
      const fact = report.facts[id];
      return fact ? [`${slotOf(outline, id)?.label ?? ''}${showValue(fact.value)}`] : [];
    });
    const value: FactValue = { type: 'figure', quantity: { ...quantity, amount: worth.low.toFixed() } };
    return { value, from: [...new Set(others)].join('、') };
  }
  return undefined;
}

function numbersIn(expression: Expression): string[] {
  if (expression.type === 'number') return [expression.amount];
  if (expression.type === 'negative') return numbersIn(expression.of);
  return expression.type === 'operation' ? [...numbersIn(expression.left), ...numbersIn(expression.right)] : [];
}
