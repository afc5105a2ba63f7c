// What an approximate quantity may be, as an interval. The rule is stated here once and used for every comparison.
import { POWER_ONLY, partsOf } from './approximators.ts';
import { SCALE_VALUES } from './arabic-numeral.ts';
import { add, compare, divide, minus, multiply } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { baseUnitOf } from './unit-conversion.ts';

export interface QuantityValue {
  /** Exact decimal strings in base units (1.1亿元 → 110000000 元, 3‰ → 0.3 %); low ≤ high, equal when exact. */
  low: string;
  high: string;
  unit: string;
  exact: boolean;
  /** Whether the bound itself is outside the interval: 400余 lies in [400, 500). */
  lowOpen: boolean;
  highOpen: boolean;
}

/** No writer says 至少100 of a thousand: ten times the amount stands for an open upper end. */
const FAR = '10';

/** The place value of the last digit that is not zero: 400 → 100, 120 → 10, 8.94 → 0.01. */
function stepOf(amount: string): string {
  const [whole = '0', fraction = ''] = amount.replace(/^-/, '').split('.');
  const digits = fraction.replace(/0+$/, '');
  if (digits !== '') return `0.${'0'.repeat(digits.length - 1)}1`;
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return zeros === whole.length ? '1' : `1${'0'.repeat(zeros)}`;
}

type Bounds = [low: string, high: string, lowOpen: boolean, highOpen: boolean];

/**
 * The bounds an approximator sets around an amount; `step` is the place value of its last non-zero digit.
 * GB/T 15835—2011 gives the forms of approximate numbers, not their bounds. 余 and 多 are by their dictionary sense
 * (现代汉语词典: the odd remainder behind a whole number or a unit) less than one more of the place they follow:
 *   余 多 有余 挂零 超过 超 逾 突破 不止 不下 上 过 多于 高于 → [a, a+step)   (400余 lies in [400, 500));
 *   behind the scale, one more of the scale                            (10万余 lies in [10万, 11万))
 *   出头 → [a, a+step/2)      近 将近 接近 → [a−step/2, a)      不到 不足 不满 → [a−step, a)
 *   约 大约 大概 左右 上下 来 许 ~ → [a−step/2, a+step/2]
 *   至少 不少于 不低于 以上 之上 开外 ≥ > → [a, 10a]: a threshold, open above
 *   至多 不超过 以下 以内 ≤ → [0, a]      少于 低于 < → [0, a)
 *   几十 数百 好几千 → [2p, 10p)      十几 → [11, 19], with a scale [10, 20)
 * These are our reading; a check that hangs on them asks, it never overrules.
 */
function boundsOf(amount: string, to: string, word: string, behindScale: boolean): Bounds {
  const step = behindScale ? '1' : stepOf(amount);
  const half = divide(step, '2');
  const upper = behindScale ? '1' : stepOf(to);
  if (word === '') return [amount, to, false, false];
  if (/^(?:余|多|有余|挂零|超过|超|逾|突破|不止|不下|不下于|上|过|多于|高于|大于)$/.test(word))
    return [amount, add(to, upper), false, true];
  if (word === '出头') return [amount, add(to, half), false, true];
  if (/^(?:近|将近|接近|近乎)$/.test(word)) return [minus(amount, half), to, false, true];
  if (/^(?:不到|不足|不满)$/.test(word)) return [minus(amount, step), to, false, true];
  if (/^(?:至少|最少|不少于|不低于|不小于|大于等于|大于或等于|以上|及以上|之上|开外|之多|≥|>=|>|＞)$/.test(word))
    return [amount, multiply(to, FAR), word === '>' || word === '＞', false];
  if (/^(?:至多|最多|不超过|不多于|不高于|不大于|小于等于|以下|及以下|以内|之下|之内|≤|<=)$/.test(word))
    return ['0', to, false, false];
  if (/^(?:少于|低于|小于|<|＜)$/.test(word)) return ['0', to, false, true];
  return [minus(amount, half), add(to, half), false, false];
}

/** The interval of a quantity in base units. Exact only without approximator, range or a fraction that does not end. */
export function intervalOf(quantity: Quantity): QuantityValue {
  const { base, factor } = baseUnitOf(quantity.unit);
  const scale = multiply(SCALE_VALUES[quantity.scale] ?? '1', factor);
  const [low, high, lowOpen, highOpen] = combined(quantity);
  const below = quantity.denominator ?? '1';
  const [first, last] = [low, high].map((bound) => divide(multiply(bound, scale), below)) as [string, string];
  const exact = quantity.approximation === '' && quantity.to === undefined;
  const swap = compare(first, last) > 0;
  return { low: swap ? last : first, high: swap ? first : last, unit: base, exact, lowOpen, highOpen };
}

function combined(quantity: Quantity): Bounds {
  const { amount, approximation, scale } = quantity;
  const { before, inner, after } = partsOf(approximation);
  if (/几|数/.test(before) && POWER_ONLY.has(before)) {
    if (quantity.to !== undefined) return scale === '' ? ['11', '19', false, false] : ['10', '20', false, true];
    if (/^10*$/.test(amount)) return [multiply(amount, '2'), multiply(amount, '10'), false, true];
    return [amount, add(amount, stepOf(amount)), false, true];
  }
  const words = [before, inner, after].filter((word) => word !== '');
  const all = (words.length === 0 ? [''] : words).map((word) =>
    boundsOf(amount, quantity.to ?? amount, word, quantity.approximationAfter === 'scale'),
  );
  return all.reduce((a, b) => [
    compare(a[0], b[0]) <= 0 ? a[0] : b[0],
    compare(a[1], b[1]) >= 0 ? a[1] : b[1],
    a[2] && b[2],
    a[3] && b[3],
  ]);
}

/** The two or more approximators of a double approximation (近200余, 大约12个左右), null where there is at most one. */
export function doubleApproximation(quantity: Quantity): string[] | null {
  const { before, inner, after } = partsOf(quantity.approximation);
  const words = [before, inner, after].filter((word) => word !== '');
  return words.length > 1 ? words : null;
}
