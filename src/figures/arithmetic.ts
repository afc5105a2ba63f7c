// Quantities compared, added and scaled, exactly. Unequal units are never mixed: the answer is then null or 'incomparable'.
import { SCALE_VALUES } from './arabic-numeral.ts';
import { add, compare, divide, minus, multiply, round } from './decimal.ts';
import { intervalOf, type QuantityValue } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { baseUnitOf } from './unit-conversion.ts';

/** `overlapping`: approximate ones that may or may not be equal. */
type Comparison = 'less' | 'equal' | 'greater' | 'overlapping' | 'incomparable';

/** Compares what the two may be, in base units: 1.1亿元 equals 11000万元; 人次 and 人 are incomparable. */
export function compareQuantities(a: Quantity, b: Quantity): Comparison {
  const [left, right] = [intervalOf(a), intervalOf(b)];
  if (left.unit !== right.unit) return 'incomparable';
  if (below(left, right)) return 'less';
  if (below(right, left)) return 'greater';
  return left.exact && right.exact ? 'equal' : 'overlapping';
}

function below(left: QuantityValue, right: QuantityValue): boolean {
  const order = compare(left.high, right.low);
  return order < 0 || (order === 0 && (left.highOpen || right.lowOpen));
}

const ALIKE: readonly (readonly string[])[] = [
  ['余', '多', '有余', '挂零'],
  ['约', '大约', '大概', '大致', '约莫', '约为', '差不多', '左右', '上下', '来', '许', '~', '估计'],
  ['近', '将近', '接近', '近乎'],
  ['超过', '超', '逾', '突破', '多于', '高于', '大于'],
  ['不到', '不足', '不满'],
  ['至少', '最少', '不少于', '不低于', '不小于', '以上', '≥', '>='],
  ['至多', '最多', '不超过', '不多于', '不高于', '不大于', '以下', '以内', '≤', '<='],
];
const kindOf = (approximation: string): string =>
  ALIKE.find((words) => words.includes(approximation))?.[0] ?? approximation;

const DOWN =
  /^(?:负增长|下降|减少|回落|降低|下跌|下滑|下浮|缩减|压减|压降|压缩|收窄|少增|净减|递减|下调|缩短|削减|降|减|跌)$/;

/** Whether both state the same: value, range, kind of approximation, unit and, where both have one, the way it moved. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  const [left, right] = [intervalOf(a), intervalOf(b)];
  if (left.unit !== right.unit || kindOf(a.approximation) !== kindOf(b.approximation)) return false;
  if (a.direction !== undefined && b.direction !== undefined && DOWN.test(a.direction) !== DOWN.test(b.direction))
    return false;
  return compare(left.low, right.low) === 0 && compare(left.high, right.high) === 0;
}

/** Sum in the first one's scale and unit; null for unequal units, ranges and fractions. An approximate part makes the sum approximate. */
export function addQuantities(a: Quantity, b: Quantity): Quantity | null {
  return combine(a, b, add);
}

/** Difference a − b, under the same rule. */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity | null {
  return combine(a, b, minus);
}

function combine(a: Quantity, b: Quantity, operation: (x: string, y: string) => string): Quantity | null {
  const [left, right] = [baseUnitOf(a.unit), baseUnitOf(b.unit)];
  if (left.base !== right.base || !isPlain(a) || !isPlain(b)) return null;
  const unit = multiply(SCALE_VALUES[a.scale] ?? '1', left.factor);
  const other = multiply(multiply(b.amount, SCALE_VALUES[b.scale] ?? '1'), right.factor);
  const amount = divide(operation(multiply(a.amount, unit), other), unit);
  return { amount, scale: a.scale, unit: a.unit, approximation: joined(a, b, operation === add) };
}

const isPlain = (quantity: Quantity): boolean => quantity.to === undefined && quantity.denominator === undefined;

/** An exact part leaves the other's approximator standing (110亿 and 70余亿 are 180余亿); two approximate ones give only 约. */
function joined(a: Quantity, b: Quantity, sum: boolean): string {
  if (b.approximation === '') return a.approximation;
  return a.approximation === '' && sum ? b.approximation : '约';
}

/** The quantity times an exact decimal; a range is scaled at both ends. */
export function scaleBy(quantity: Quantity, factor: string): Quantity {
  const scaled: Quantity = { ...quantity, amount: multiply(quantity.amount, factor) };
  if (quantity.to !== undefined) scaled.to = multiply(quantity.to, factor);
  return scaled;
}

/**
 * Growth of `now` over `before` in percent, rounded half up to `places`: 8.7%, direction 增长 or 下降 (持平 has none).
 * Null when units differ, something is a range, or `before` is not positive. Approximate parts make it 约.
 */
export function ratioPercent(now: Quantity, before: Quantity, places = 1): Quantity | null {
  const change = combine({ ...now, approximation: '' }, { ...before, approximation: '' }, minus);
  const base = change && combine({ ...before, approximation: '' }, { ...now, amount: '0', approximation: '' }, add);
  if (!change || !base || compare(base.amount, '0') <= 0) return null;
  const raw = divide(multiply(intervalOf(change).low, '100'), intervalOf(base).low);
  const percent = round(raw, places);
  const sign = compare(percent, '0');
  const approximation = now.approximation === '' && before.approximation === '' ? '' : '约';
  const quantity: Quantity = { amount: percent.replace(/^-/, ''), scale: '', unit: '%', approximation };
  return sign === 0 ? quantity : { ...quantity, direction: sign > 0 ? '增长' : '下降' };
}

/** What share of `whole` the `part` is, in percent; null as for growth. */
export function sharePercent(part: Quantity, whole: Quantity, places = 1): Quantity | null {
  const [above, below] = [intervalOf({ ...part, approximation: '' }), intervalOf({ ...whole, approximation: '' })];
  if (above.unit !== below.unit || !isPlain(part) || !isPlain(whole) || compare(below.low, '0') <= 0) return null;
  const approximation = part.approximation === '' && whole.approximation === '' ? '' : '约';
  return { amount: round(divide(multiply(above.low, '100'), below.low), places), scale: '', unit: '%', approximation };
}
