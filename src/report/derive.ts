// Figures that follow from others: growth over last year, shares, sums. Exact decimals; never made from an approximate figure.
import Big from 'big.js';
import { valueOf as boundsOf, type Quantity } from '../figures/index.ts';
import { evaluate, figureOf } from './evaluate.ts';
import { type Expression, parseExpression, slotsIn } from './expression.ts';
import type { Facts } from './fact.ts';
import { type Interval, mayBeAtMost } from './interval.ts';
import { type Outline, type Slot, slotOf } from './outline.ts';
import { printFigure } from './print-figure.ts';

export interface Derived {
  slot: Slot;
  quantity: Quantity;
  /** The slots it was computed from, all of them given. */
  from: string[];
}

/**
 * Derived slots without a given figure, as far as they can be computed. The rule: only from exact figures (400余亿元 bears
 * no exact share), never below zero unless it states a change, rounded half away from zero to `places`.
 */
export function deriveFigures(outline: Outline, facts: Facts): Derived[] {
  const given = givenFacts(facts);
  return outline.slots.flatMap((slot): Derived[] => {
    if (Object.hasOwn(given, slot.id)) return [];
    const formula = formulaOf(slot, outline, given);
    if (!formula?.from.every((id) => isExact(id, given))) return [];
    const value = evaluate(formula.expression, outline, given);
    const quantity = value?.low.eq(value.high) ? quantityOf(slot, value.low) : undefined;
    return quantity ? [{ slot, quantity, from: formula.from }] : [];
  });
}

/** Given figures that cannot be what the others make of them, at the precision with which they were written. */
export function disagreements(outline: Outline, facts: Facts): { slot: string; from: string[]; question: string }[] {
  const given = givenFacts(facts);
  return outline.slots.flatMap((slot) => {
    const value = given[slot.id]?.value;
    const formula = value?.type === 'figure' ? formulaOf(slot, outline, given) : undefined;
    const said = formula && figureOf(slot.id, outline, given);
    const computed = formula && evaluate(formula.expression, outline, given);
    if (value?.type !== 'figure' || !said || !computed) return [];
    if (overlap(widened(said, value.quantity), computed)) return [];
    const quantity = computed.low.eq(computed.high) ? quantityOf(slot, computed.low, value.quantity) : undefined;
    const result = quantity ? `按其他数算出来是${printFigure(slot, quantity)}` : '按其他数怎么算也对不上';
    return [{ slot: slot.id, from: formula.from, question: `${slot.label}${result}，哪个要改？` }];
  });
}

/** How a derived figure was computed, in words: 一般公共预算总收入 ÷ 地方收入 × 100. '' for a slot that is not derived. */
export function formulaInWords(slot: Slot, outline: Outline): string {
  const parsed = slot.derived === undefined ? undefined : parseExpression(slot.derived);
  return parsed?.type === 'expression' ? inWords(parsed.expression, outline, false) : '';
}

const signs = { '+': '＋', '-': '－', '*': '×', '/': '÷' } as const;

function inWords(one: Expression, outline: Outline, inner: boolean): string {
  switch (one.type) {
    case 'number':
      return one.amount;
    case 'slot':
      return slotOf(outline, one.slot)?.label ?? one.slot;
    case 'negative':
      return `－${inWords(one.of, outline, true)}`;
    case 'operation': {
      const words = `${inWords(one.left, outline, isSum(one.left) && !isSum(one))}${signs[one.operator]}${inWords(one.right, outline, one.right.type === 'operation')}`;
      return inner ? `（${words}）` : words;
    }
  }
}

const isSum = (one: Expression): boolean => one.type === 'operation' && (one.operator === '+' || one.operator === '-');

function givenFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.derived === undefined));
}

/** Its expression, with slots that are themselves derived and not given written out, so that nothing is rounded twice. */
function formulaOf(
  slot: Slot,
  outline: Outline,
  given: Facts,
  within: string[] = [],
): { expression: Expression; from: string[] } | undefined {
  const parsed = slot.derived === undefined || within.includes(slot.id) ? undefined : parseExpression(slot.derived);
  if (parsed?.type !== 'expression') return undefined;
  const expression = writtenOut(parsed.expression, outline, given, [...within, slot.id]);
  return { expression, from: slotsIn(expression) };
}

function writtenOut(one: Expression, outline: Outline, given: Facts, within: string[]): Expression {
  switch (one.type) {
    case 'number':
      return one;
    case 'slot': {
      const slot = Object.hasOwn(given, one.slot) ? undefined : slotOf(outline, one.slot);
      return (slot && formulaOf(slot, outline, given, within)?.expression) ?? one;
    }
    case 'negative':
      return { ...one, of: writtenOut(one.of, outline, given, within) };
    case 'operation': {
      const write = (side: Expression) => writtenOut(side, outline, given, within);
      return { ...one, left: write(one.left), right: write(one.right) };
    }
  }
}

function isExact(id: string, given: Facts): boolean {
  const value = given[id]?.value;
  return value?.type === 'figure' && boundsOf(value.quantity).exact;
}

/** `value` in base units, in the slot's scale and unit (or those of `like`). */
function quantityOf(slot: Slot, value: Big, like?: Quantity): Quantity | undefined {
  const scale = like?.scale ?? slot.scale ?? '';
  const unit = like?.unit ?? slot.unit ?? '';
  const amount = value.div(boundsOf({ amount: '1', scale, unit, approximation: '' }).low);
  const places = like ? Math.max(decimalsOf(like.amount), slot.places ?? 0) : slot.places;
  const rounded = places === undefined ? amount : amount.round(places, Big.roundHalfUp);
  if (slot.growth_of === undefined) {
    return rounded.lt(0) ? undefined : { amount: rounded.toFixed(), scale, unit, approximation: '' };
  }
  const plain = { amount: rounded.abs().toFixed(), scale, unit, approximation: '' };
  return rounded.eq(0) ? plain : { ...plain, direction: rounded.lt(0) ? '下降' : '增长' };
}

const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/** What may have been rounded to what was written: half a place of its last digit to both sides. */
function widened(said: Interval, { amount, scale, unit }: Quantity): Interval {
  const place = new Big(boundsOf({ amount: '1', scale, unit, approximation: '' }).low).times(
    new Big(10).pow(-decimalsOf(amount)),
  );
  const half = place.div(2);
  return { low: said.low.minus(half), high: said.high.plus(half), lowOpen: false, highOpen: false };
}

function overlap(a: Interval, b: Interval): boolean {
  return mayBeAtMost(a, b) && mayBeAtMost(b, a);
}
