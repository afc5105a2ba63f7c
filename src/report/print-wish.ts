// How a person wants a figure printed: 写460余亿, 保留一位小数, 不写. A printed form is used only where it is true of the exact value.
import Big from 'big.js';
import { valueOf as boundsOf, formatQuantity, type Quantity } from '../figures/index.ts';
import type { Fact, Print, Wish } from './fact.ts';

/** What a wish makes of a value: the form to print, nothing to print, or why not (Chinese). */
export type Wished = { type: 'print'; quantity?: Quantity } | { type: 'refused'; reason: string };

export function isWithheld(fact: Fact | undefined): boolean {
  return fact?.print?.wish.type === 'omit';
}

/** The quantity that is printed for a fact; undefined when it is none. */
export function printedQuantity(fact: Fact): Quantity | undefined {
  if (fact.value.type !== 'figure') return undefined;
  return fact.print?.quantity ?? inWriting(fact.value.quantity);
}

/** 461亿多元 is spoken; a report writes 461亿余元, which says the same. 三年多 stays. */
function inWriting(quantity: Quantity): Quantity {
  const spoken = quantity.approximation === '多' && !/^(?:年|个?月|天|周|小时|分钟)$/u.test(quantity.unit);
  return spoken ? { ...quantity, approximation: '余' } : quantity;
}

/** `shown`: how it is printed now, where the wish is about a word of that. */
export function fulfil(wish: Wish, value: Quantity, shown = value): Wished {
  switch (wish.type) {
    case 'omit':
      return { type: 'print' };
    case 'form':
      return asForm(wish.quantity, value);
    case 'about':
      return value.approximation === '' ? proved(about(value), value) : { type: 'refused', reason: '本来就是约数' };
    case 'places':
      return rounded(value, wish.places);
    case 'word':
      return shown.approximation === wish.from
        ? proved({ ...shown, approximation: wish.to }, value)
        : { type: 'refused', reason: `里面没有“${wish.from}”` };
  }
}

/** 460余亿 said of 461.38亿元: the unit may be left away, a fall stays a fall. */
function asForm(form: Quantity, value: Quantity): Wished {
  const { direction: _, ...said } = form;
  const whole: Quantity = { ...said, unit: said.unit === '' ? value.unit : said.unit };
  if (value.direction !== undefined) whole.direction = value.direction;
  return proved(whole, value);
}

/** The printed form holds only what the exact value is: its interval takes in the value's. */
function proved(form: Quantity, value: Quantity): Wished {
  const [printed, exact] = [boundsOf(form), boundsOf(value)];
  const said = formatQuantity(form);
  const real = formatQuantity(value);
  if (printed.unit !== exact.unit) return { type: 'refused', reason: `“${said}”和记的${real}单位不同` };
  const within =
    new Big(printed.low).lte(exact.low) &&
    new Big(printed.high).gte(exact.high) &&
    !(printed.lowOpen && !exact.lowOpen && new Big(printed.low).eq(exact.low)) &&
    !(printed.highOpen && !exact.highOpen && new Big(printed.high).eq(exact.high));
  // 400余 is more than 400.
  const more = /余|多|超|逾|突破/u.test(form.approximation) && exact.exact && new Big(printed.low).eq(exact.low);
  if (within && !more) return { type: 'print', quantity: form };
  return { type: 'refused', reason: `记的是${real}，写“${said}”不符` };
}

/** 461.38亿 → 460余亿, 893 → 890余, 12.6万 → 12万余: rounded down to two figures, or to the whole where there are no more. */
function about(value: Quantity): Quantity {
  const amount = new Big(value.amount);
  const digits = amount.abs().round(0, 0).toFixed().length;
  const step = new Big(10).pow(Math.max(0, digits - 2));
  const down = amount.div(step).round(0, 0).times(step);
  // What is round already is no approximation, and nothing is said of less than one.
  if (down.eq(amount) || down.eq(0)) return value;
  return { ...value, amount: down.toFixed(), approximation: '余' };
}

/** Rounded half up: a decimal is rounded by convention, so the form is true of every value that rounds to it. */
function rounded(value: Quantity, places: number): Wished {
  if (value.approximation !== '' || value.to !== undefined || value.denominator !== undefined)
    return { type: 'refused', reason: '是约数，没有小数可保留' };
  const [, decimals = ''] = value.amount.split('.');
  if (decimals.length < places)
    return { type: 'refused', reason: `记的是${formatQuantity(value)}，只有${decimals.length}位小数` };
  return { type: 'print', quantity: { ...value, amount: new Big(value.amount).round(places, 1).toFixed(places) } };
}

/** The same wish said of a new value; undefined when nothing of it holds any more. */
export function carriedOver(print: Print | undefined, value: Fact['value']): Print | undefined {
  if (!print || print.wish.type === 'omit') return print;
  if (value.type !== 'figure') return undefined;
  const { quantity: _, ...wish } = print;
  // 460余亿 said of 461.38 asks for a round figure; said of 472.5 it is 470余亿.
  const again = fulfil(print.wish, value.quantity);
  const done =
    again.type === 'print' ? again : print.wish.type === 'form' ? fulfil({ type: 'about' }, value.quantity) : again;
  return done.type === 'print' && done.quantity ? { ...wish, quantity: done.quantity } : undefined;
}
