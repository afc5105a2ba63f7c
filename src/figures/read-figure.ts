// Assembles one quantity at a numeral: sign, range, fraction, scale, unit, approximators, direction. Must never read a date or a name (the scanner asks for those first).
import { approximatorAfter, approximatorBefore, directionBefore, powerApproximatorBefore } from './approximators.ts';
import { readArabic, SCALE_VALUES } from './arabic-numeral.ts';
import { isOneAnArticle } from './article.ts';
import { digitOf, type Numeral, readChinese } from './chinese-numeral.ts';
import { compare, multiply } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { unitAt } from './units.ts';

export interface ReadFigure {
  start: number;
  end: number;
  quantity: Quantity;
}

interface Written extends Numeral {
  chinese: boolean;
  scanned: boolean;
}

const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9' && unit.length === 1;

function readNumeral(plain: string, i: number): Written | null {
  const unit = plain.charAt(i);
  if (isDigit(unit) || (/[OolI]/.test(unit) && /^\.?\d/.test(plain.slice(i + 1, i + 3)))) {
    const numeral = readArabic(plain, i);
    return numeral && { ...numeral, chinese: false };
  }
  const numeral = readChinese(plain, i);
  return numeral && { ...numeral, chinese: true, scanned: false };
}

/** The quantity whose numeral begins at `i`; nothing before `floor` is touched. Null: what stands here is no quantity we are sure of. */
export function readFigure(plain: string, i: number, floor: number): ReadFigure | null {
  const first = readNumeral(plain, i);
  if (!first) return null;
  const fraction = readFraction(plain, i, first);
  const core = fraction ?? readRange(plain, i, first) ?? readSingle(plain, first);
  if (!core || !isWhole(plain, core.end)) return null;
  const around = readAround(plain, i, core, first, floor);
  return around && isCertain(plain, i, first, around, fraction !== null) ? around : null;
}

interface Core {
  end: number;
  quantity: Quantity;
}

function readSingle(plain: string, numeral: Written): Core {
  const { unit, end } = unitBehind(plain, numeral);
  const tail = unit === '成' ? digitOf(plain.charAt(end)) : undefined;
  if (tail && numeral.to === undefined && /^(?:[一-九]?$|.(?![个名位十百千万亿]))/.test(plain.slice(end, end + 2)))
    return { end: end + 1, quantity: { amount: `${numeral.amount}.${tail}`, scale: '', unit, approximation: '' } };
  const quantity: Quantity = { amount: numeral.amount, scale: numeral.scale, unit, approximation: numeral.few };
  if (numeral.to !== undefined) quantity.to = numeral.to;
  return { end, quantity };
}

/** 个亿 has eaten its 个; a space may stand between digits and a unit (12 次), never a line break. */
function unitBehind(plain: string, numeral: Written): { unit: string; end: number } {
  const space = !numeral.chinese && plain.charAt(numeral.end) === ' ' ? 1 : 0;
  const unit =
    unitAt(plain, numeral.end + space, numeral.chinese) ||
    (numeral.form === 'full' &&
    /^分(?:$|[^之别类布管析成局公解配为组期批])/.test(plain.slice(numeral.end, numeral.end + 2))
      ? '分'
      : '');
  return { unit, end: unit === '' ? numeral.end : numeral.end + space + unit.length };
}

const OF = '分之';

/** 三分之二, 百分之八点七, 千分之三, 3/4. */
function readFraction(plain: string, i: number, first: Written): Core | null {
  if (plain.startsWith(OF, first.end)) {
    if (first.to !== undefined || first.few !== '') return null;
    const second = readNumeral(plain, first.end + OF.length);
    if (!second) return null;
    const range = readRange(plain, first.end + OF.length, second, plain.slice(i, first.end + OF.length));
    const top = range ?? { end: second.end, quantity: { ...bare(second), approximation: second.few } };
    const below = multiply(first.amount, SCALE_VALUES[first.scale] ?? '1');
    if (below === '100') return { ...top, quantity: full(top.quantity, '%') };
    if (below === '1000') return { ...top, quantity: full(top.quantity, '‰') };
    return { ...top, quantity: { ...full(top.quantity, ''), denominator: below } };
  }
  const slash = /^\/([1-9]\d{0,4})(?![\d/.%万亿])/.exec(plain.slice(first.end, first.end + 8));
  if (first.chinese || !slash?.[1] || first.scale !== '' || first.few !== '' || /[./]/.test(first.amount)) return null;
  const below = Number(slash[1]);
  if (
    plain.charAt(i - 1) === '/' ||
    Number(first.amount) >= below ||
    below === 1 ||
    (below > 10 && ![100, 1000, 10000].includes(below))
  )
    return null;
  return {
    end: first.end + slash[0].length,
    quantity: { amount: first.amount, denominator: slash[1], scale: '', unit: '', approximation: '' },
  };
}

function bare(numeral: Written): Quantity {
  const quantity: Quantity = { amount: numeral.amount, scale: numeral.scale, unit: '', approximation: '' };
  if (numeral.to !== undefined) quantity.to = numeral.to;
  return quantity;
}

/** 百分之一百 and 百分之百: the scale is worked into the amount, nothing is left of 百 beside %. */
function full(quantity: Quantity, unit: string): Quantity {
  return { ...quantity, amount: multiply(quantity.amount, SCALE_VALUES[quantity.scale] ?? '1'), scale: '', unit };
}

const SEPARATOR = /\s?(?:[—–-]{1,2}|~|至|到)\s?/y;

/** 3—5次, 三至五次, 3%—5%, 3亿—5亿元. `head` is repeated before the upper end in 百分之三至百分之五. */
function readRange(plain: string, i: number, first: Written, head = ''): Core | null {
  if (first.to !== undefined || first.few !== '') return null;
  const left = unitBehind(plain, first);
  SEPARATOR.lastIndex = left.end;
  const separator = SEPARATOR.exec(plain)?.[0];
  if (!separator) return null;
  const words = /[至到]/.test(separator);
  if (words && left.unit !== '' && /[由从自][^，。；]{0,6}$/.test(plain.slice(Math.max(0, i - 8), i))) return null;
  let start = left.end + separator.length;
  if (head !== '' && plain.startsWith(head, start)) start += head.length;
  const second = readNumeral(plain, start);
  if (!second || second.to !== undefined || second.few !== '' || second.scanned || first.scanned) return null;
  const right = unitBehind(plain, second);
  if (left.unit !== '' && left.unit !== right.unit) return null;
  if (first.chinese && (first.form === 'bare' || second.form === 'bare')) return null;
  if (/^-\d/.test(plain.slice(second.end, second.end + 2))) return null;
  const scaled = evenScales(first, second);
  if (!scaled || compare(scaled.amount, scaled.to) >= 0) return null;
  return { end: right.end, quantity: { ...scaled, unit: right.unit, approximation: '' } };
}

/** 3—5亿 shares its scale; 3000万—1亿 does not and loses both. */
function evenScales(first: Written, second: Written): { amount: string; to: string; scale: string } | null {
  const same = first.scale === second.scale;
  if (same || (first.scale === '' && compare(first.amount, second.amount) < 0))
    return { amount: first.amount, to: second.amount, scale: second.scale };
  const amount = multiply(first.amount, SCALE_VALUES[first.scale] ?? '1');
  return { amount, to: multiply(second.amount, SCALE_VALUES[second.scale] ?? '1'), scale: '' };
}

/** A numeral that goes on right behind what was read (百万千, 3万5千7亿) was not understood. */
function isWhole(plain: string, end: number): boolean {
  const unit = plain.charAt(end);
  const before = plain.charAt(end - 1);
  if (isDigit(unit) && isDigit(before)) return false;
  if (/[万亿]/.test(unit) && /[余多来]/.test(before)) return false;
  return !(/[十百千万亿]/.test(unit) && /[\d〇零一二两三四五六七八九十百千万亿]/.test(before));
}

/** 一米八, 三块五, 1米75: what is said after such a unit is its decimal part. */
const SPOKEN = /^(?:[一二三四五六七八九]|\d{1,2})(?![\d.〇零一二三四五六七八九十百千万亿%]|[毛角分个次人名家件两厘])/;

/** Half of a unit behind a unit: 两年半 is 2.5 年, 两个半小时 2.5 个小时. */
const HALVED = /^(?:年|天|小时|个月|个小时|倍|公里|亩|斤)$/;

const CURRENCIES: Record<string, string> = { '￥': '元', '¥': '元', $: '美元', '＄': '美元', '€': '欧元' };

function readAround(plain: string, i: number, core: Core, first: Written, floor: number): ReadFigure {
  const quantity: Quantity = { ...core.quantity };
  let { end } = core;
  let start = i;
  if (quantity.approximation === '' && quantity.unit !== '') {
    const half = quantity.unit === '个' ? /^半(小时|月|学期|工作日|世纪)/.exec(plain.slice(end, end + 4)) : null;
    if (half?.[1] && /^\d+$/.test(quantity.amount)) {
      quantity.amount += '.5';
      quantity.unit += half[1];
      end += half[0].length;
    } else if (
      HALVED.test(quantity.unit) &&
      /^半(?![数年天月日])/.test(plain.slice(end, end + 2)) &&
      /^\d+$/.test(quantity.amount)
    ) {
      quantity.amount += '.5';
      end++;
    } else if (
      /^多(?=$|[\s，。；、！？,;:）)的了吧啊呢来月时]|小时|百分点|工作日|季度|星期|学期|亿)/.test(
        plain.slice(end, end + 4),
      )
    ) {
      quantity.approximation = '多';
      end++;
      const rest =
        quantity.unit === '个'
          ? /^(?:小时|月|百分点|工作日|季度|星期|亿)/.exec(plain.slice(end, end + 3))?.[0]
          : undefined;
      if (rest) {
        quantity.unit += rest;
        end += rest.length;
      }
    }
  }
  const spoken = /^[米块斤]$/.test(quantity.unit) ? SPOKEN.exec(plain.slice(end, end + 4))?.[0] : undefined;
  if (spoken && /^\d+$/.test(quantity.amount) && quantity.scale === '' && quantity.approximation === '') {
    quantity.amount += `.${digitOf(spoken) ?? spoken}`;
    end += spoken.length;
  }
  const sign = plain.charAt(i - 1);
  if (i > floor && !first.chinese && (sign === '-' || sign === '+') && mayBeSigned(plain, i, quantity.unit)) {
    if (sign === '-') quantity.amount = `-${quantity.amount}`;
    start = i - 1;
  } else if (sign === '负' && i > floor && !/[减胜担肩背自抱欠]/.test(plain.charAt(i - 2))) {
    quantity.amount = `-${quantity.amount}`;
    start = i - 1;
  } else if (plain.slice(Math.max(floor, i - 2), i) === '零下') {
    quantity.amount = `-${quantity.amount}`;
    start = i - 2;
  }
  const currency = CURRENCIES[plain.charAt(start - 1)];
  if (currency !== undefined && start > floor && quantity.unit === '' && !first.chinese) {
    quantity.unit = currency;
    start--;
  }
  const after = approximatorAfter(plain, end);
  end += after.length;
  const power = first.form === 'bare' || /^[几数]/.test(quantity.approximation);
  let before = power ? powerApproximatorBefore(plain, start, floor) : null;
  if (before?.word === '好' && !quantity.approximation.startsWith('几')) before = null;
  if (before && before.word !== '好' && first.form !== 'bare') before = null;
  before ??= approximatorBefore(plain, start, floor);
  if (before && isRecently(plain, before, quantity, end)) before = null;
  if (before) start = before.start;
  quantity.approximation = (before?.word ?? '') + quantity.approximation + after.trim();
  const direction = directionBefore(plain, start, floor);
  if (direction !== '') quantity.direction = direction;
  return { start, end, quantity };
}

/** 近三年 and 近5年来 mean the last years, not almost so many. */
function isRecently(plain: string, before: { start: number; word: string }, quantity: Quantity, end: number): boolean {
  if (before.word !== '近' || !/^(?:年|个月|天|日|周|个季度)$/.test(quantity.unit)) return false;
  if (/(?:时|达|续|了|期|用|过)$/.test(plain.slice(Math.max(0, before.start - 2), before.start))) return false;
  return Number(quantity.amount) <= 10 || /^(?:来|内|间|以来)/.test(plain.slice(end, end + 2));
}

/** A sign, not a dash between words or numbers: before a rate, or where nothing stands before it. */
function mayBeSigned(plain: string, i: number, unit: string): boolean {
  const before = plain.charAt(i - 2);
  if (/[\dA-Za-z%‰）)-]/.test(before)) return false;
  return /^(?:%|‰|℃|.*百分点)$/.test(unit) || /^(?:|[\s，。；：、（(为是了到至于达])$/.test(before);
}

/** Chinese digits make a quantity only with a unit; a bare 百 or 万 only with an approximator; scanned letters only with a unit. */
function isCertain(plain: string, i: number, first: Written, read: ReadFigure, fraction: boolean): boolean {
  const { quantity } = read;
  if (fraction) return true;
  if (first.scanned) return quantity.unit !== '';
  if (quantity.scale !== '' && quantity.unit === '' && plain.charAt(read.end) === '级') return false;
  if (!first.chinese) return true;
  if (quantity.to !== undefined && Number(quantity.amount) < 100)
    return quantity.unit !== '' || quantity.scale !== '' || quantity.approximation !== '';
  if (first.form === 'digits') return false;
  if (first.form === 'single') {
    if (quantity.unit === '') return false;
    if (quantity.amount.includes('.')) return true;
    return !isOneAnArticle(plain, i, read.end, quantity.unit, quantity.approximation);
  }
  if (first.form === 'bare') return quantity.approximation !== '' || (quantity.unit !== '' && first.end - i > 1);
  return true;
}
