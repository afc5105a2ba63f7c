// Reads the bare quantity at a numeral: amount or range or fraction, scale and unit. Looks at nothing before the numeral but the 从 of a change.
import { readArabic, SCALE_VALUES } from './arabic-numeral.ts';
import { digitOf, type Numeral, readChinese } from './chinese-numeral.ts';
import { compare, multiply } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { unitAt } from './units.ts';

export interface Written extends Numeral {
  chinese: boolean;
  scanned: boolean;
}

export const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9' && unit.length === 1;

export function readNumeral(plain: string, i: number): Written | null {
  const unit = plain.charAt(i);
  if (isDigit(unit) || (/[OolI]/.test(unit) && /^\.?\d/.test(plain.slice(i + 1, i + 3)))) {
    const numeral = readArabic(plain, i);
    return numeral && { ...numeral, chinese: false };
  }
  const numeral = readChinese(plain, i);
  return numeral && { ...numeral, chinese: true, scanned: false };
}

export interface Core {
  end: number;
  quantity: Quantity;
}

export function readSingle(plain: string, numeral: Written): Core {
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
export function readFraction(plain: string, i: number, first: Written): Core | null {
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
export function readRange(plain: string, i: number, first: Written, head = ''): Core | null {
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

/** 5、6次 is five or six, unless it lists one number for each of several things (党课、主题党日各5、6次) or 5、 is numbering. */
export function readNeighbours(plain: string, i: number, first: Written): Core | null {
  if (!/^[1-9]$/.test(first.amount) || first.scale !== '' || first.to !== undefined || first.few !== '') return null;
  if (plain.charAt(first.end) !== '、') return null;
  const clause = /[^，。；;：:\n]*$/.exec(plain.slice(Math.max(0, i - 24), i))?.[0] ?? '';
  if (clause.trim() === '' || /[各第、]|分别|依次/.test(clause)) return null;
  const second = readNumeral(plain, first.end + 1);
  if (!second || second.chinese !== first.chinese || second.scanned || second.few !== '' || second.to !== undefined)
    return null;
  if (second.scale !== '' || Number(second.amount) !== Number(first.amount) + 1) return null;
  const { unit, end } = unitBehind(plain, second);
  if (unit === '' || plain.charAt(end) === '、') return null;
  return { end, quantity: { amount: first.amount, to: second.amount, scale: '', unit, approximation: '' } };
}

/** 3—5亿 shares its scale; 3000万—1亿 does not and loses both. */
function evenScales(first: Written, second: Written): { amount: string; to: string; scale: string } | null {
  const same = first.scale === second.scale;
  if (same || (first.scale === '' && compare(first.amount, second.amount) < 0))
    return { amount: first.amount, to: second.amount, scale: second.scale };
  const amount = multiply(first.amount, SCALE_VALUES[first.scale] ?? '1');
  return { amount, to: multiply(second.amount, SCALE_VALUES[second.scale] ?? '1'), scale: '' };
}
