// Assembles one quantity at a numeral with what stands around it: sign, currency, approximators, direction.
// Must never read a date or a name: the scanner asks for those first.
import { approximatorAfter, approximatorBefore, directionBefore, powerApproximatorBefore } from './approximators.ts';
import { isOneAnArticle } from './article.ts';
import { digitOf } from './chinese-numeral.ts';
import type { Quantity } from './quantity.ts';
import {
  type Core,
  isDigit,
  readFraction,
  readNeighbours,
  readNumeral,
  readRange,
  readSingle,
  type Written,
} from './read-core.ts';

export interface ReadFigure {
  start: number;
  end: number;
  quantity: Quantity;
}

/** The quantity whose numeral begins at `i`; nothing before `floor` is touched. Null: what stands here is no quantity we are sure of. */
export function readFigure(plain: string, i: number, floor: number): ReadFigure | null {
  const first = readNumeral(plain, i);
  if (!first) return null;
  const fraction = readFraction(plain, i, first);
  const core = fraction ?? readRange(plain, i, first) ?? readNeighbours(plain, i, first) ?? readSingle(plain, first);
  if (!core || !isWhole(plain, core.end)) return null;
  const around = readAround(plain, i, core, first, floor);
  return around && isCertain(plain, i, first, around, fraction !== null) ? around : null;
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

/** 六十一个半, 三亿半: a half with nothing behind it that it could belong to. */
function isHalfMore(plain: string, end: number, { amount, to }: Quantity): boolean {
  return (
    to === undefined && /^\d+$/.test(amount) && /^半(?=$|[\s，。；、！？,;）)了吧])/.test(plain.slice(end, end + 2))
  );
}

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
    } else if (quantity.unit === '个' && isHalfMore(plain, end, quantity)) {
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
  if (
    quantity.approximation === '' &&
    quantity.unit === '' &&
    quantity.scale !== '' &&
    isHalfMore(plain, end, quantity)
  ) {
    quantity.amount += '.5';
    end++;
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
  if (quantity.scale !== '' && /^[1-9]\d*0$/.test(quantity.amount) && hasFewBehindScale(plain.slice(i, end), quantity))
    quantity.approximationAfter = 'scale';
  const direction = directionBefore(plain, start, floor);
  if (direction !== '') quantity.direction = direction;
  return { start, end, quantity };
}

const hasFewBehindScale = (written: string, { scale }: Quantity): boolean =>
  ['余', '多'].some((few) => written.includes(scale + few));

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
