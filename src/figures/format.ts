// The one string a quantity is printed as. Reading it again gives the same quantity; nothing is rounded or converted here.
import { POWER_ONLY, partsOf } from './approximators.ts';
import type { Quantity } from './quantity.ts';

const POWERS: Record<string, string> = { 1: '', 10: '十', 100: '百', 1000: '千' };

/**
 * `400余亿元`, `12次`, `8.7%`, `3—5次`, `三分之二`. With `direction`, the growth word stands before it: `下降3.2%`.
 * Where 余 and 多 stand follows usage: behind a round number (400余亿元), else behind the scale (12亿余元) or the unit (3年多).
 */
export function formatQuantity(quantity: Quantity, options: { direction?: boolean } = {}): string {
  const direction = options.direction === true ? (quantity.direction ?? '') : '';
  const { before, inner, after } = partsOf(quantity.approximation);
  const head = POWER_ONLY.has(before)
    ? (vaguePower(quantity, before, inner) ?? before + amountOf(quantity, inner))
    : null;
  return direction + (head ?? before + amountOf(quantity, inner)) + after;
}

/** 几十, 十几, 数百万, 上千: vague digits and bare powers, which digits cannot express. */
function vaguePower(quantity: Quantity, before: string, inner: string): string | null {
  const { amount, to, scale, unit } = quantity;
  if (to !== undefined) return amount === '10' && to === '19' ? `十几${inner}${scale}${unit}` : null;
  const power = POWERS[amount];
  if (power === undefined || (power === '' && scale === ''))
    return before === '几' ? `${amount}几${scale}${unit}` : null;
  return before + power + (scale === '' ? inner : '') + scale + (scale === '' ? '' : inner) + unit;
}

function amountOf(quantity: Quantity, inner: string): string {
  const { amount, to, denominator, scale, unit } = quantity;
  if (denominator !== undefined) return fraction(amount, denominator) + inner + unit;
  if (to !== undefined) return `${amount}${/^[%‰]$/.test(unit) ? unit : ''}—${to}${inner}${scale}${unit}`;
  if (inner === '') return amount + scale + unit;
  if (quantity.approximationAfter !== 'scale' && amount.endsWith('0') && !amount.includes('.'))
    return amount + inner + scale + unit;
  if (scale !== '') return amount + scale + inner + unit;
  if (inner === '多' && unit.startsWith('个')) return `${amount}个多${unit.slice(1)}`;
  return inner === '多' && unit !== '' ? amount + unit + inner : amount + inner + unit;
}

/** 三分之二; hundredths keep the stroke, because 百分之三 is a percentage. */
function fraction(amount: string, denominator: string): string {
  const below = inChinese(denominator);
  const above = inChinese(amount);
  if (below === null || above === null || denominator === '100' || denominator === '1000')
    return `${amount}/${denominator}`;
  return `${denominator === '10000' ? '万' : below}分之${above}`;
}

const DIGITS = '零一二三四五六七八九';

/** Whole numbers up to 9999 in Chinese numerals, null for any other. */
function inChinese(amount: string): string | null {
  if (!/^\d{1,4}$/.test(amount)) return amount === '10000' ? '一万' : null;
  const digits = String(Number(amount));
  let text = '';
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[i]);
    const power = ['', '十', '百', '千'][digits.length - 1 - i] ?? '';
    if (digit !== 0) text += (digit === 1 && power === '十' && text === '' ? '' : DIGITS.charAt(digit)) + power;
    else if (text !== '' && !text.endsWith('零') && /[1-9]/.test(digits.slice(i + 1))) text += '零';
  }
  return text === '' ? '零' : text;
}
