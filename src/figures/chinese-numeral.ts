// Reads one Chinese numeral at a position: its exact value, range, scale and inner approximator. Knows nothing of what stands around it.
import { unitAt } from './units.ts';

export interface Numeral {
  end: number;
  amount: string;
  to?: string;
  scale: string;
  /** 余, 多, 来, 几, 数 standing inside or right behind the numeral. */
  few: string;
  /** How it was written: one character, a bare power (百, 万) without a digit before it, a string of digits (二〇二三), or a full numeral. */
  form: 'single' | 'bare' | 'digits' | 'full';
}

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000, 廿: 20, 卅: 30, 卌: 40 };
const BIG: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };
const LONGEST = 40;

export const digitOf = (unit: string): number | undefined => DIGITS[unit];

/** 余 and 多 behind a numeral may belong to the next word (余额, 多媒体). */
const FEW = /^(?:余(?![额款粮热温生])|多(?!媒体|元化|样|功能|层次|方面|部门|渠道|措并|点发|年生)|几)/;

/** The vague word behind a power at `i`: 余, 多, 几, or 来 where a measure or a scale follows (来访 is another word). */
export function fewAt(plain: string, i: number): string {
  if (plain.charAt(i) !== '来') return FEW.exec(plain.slice(i, i + 4))?.[0] ?? '';
  return /[万亿]/.test(plain.charAt(i + 1)) || unitAt(plain, i + 1, true) !== '' ? '来' : '';
}

/** The numeral that begins at `i`, or null when there is none or it is nonsense (百万千, 三五七个). */
export function readChinese(plain: string, i: number): Numeral | null {
  const head = plain.charAt(i);
  if (head === '几' || head === '数') return readFewPowers(plain, i, head);
  if (DIGITS[head] === undefined && SMALL[head] === undefined && BIG[head] === undefined) return null;
  const numeral = readDigits(plain, i) ?? readFull(plain, i);
  return numeral && withSpokenScale(plain, numeral);
}

/** 七百个亿, 八个多亿: spoken, the measure word counts the scale. */
const SPOKEN_SCALE = /^个(多?)(万亿|千亿|百亿|亿|千万|百万)/;

function withSpokenScale(plain: string, numeral: Numeral): Numeral {
  const spoken = numeral.scale === '' ? SPOKEN_SCALE.exec(plain.slice(numeral.end, numeral.end + 4)) : null;
  if (!spoken) return numeral;
  const [all, more = '', scale = ''] = spoken;
  return { ...numeral, end: numeral.end + all.length, scale, few: numeral.few + more, form: 'full' };
}

/** 几十, 数百, 几千万: the amount is the power, the vague digit its approximator. */
function readFewPowers(plain: string, i: number, few: string): Numeral | null {
  if (few === '几' && plain.startsWith('个亿', i + 1))
    return { end: i + 3, amount: '1', scale: '亿', few, form: 'full' };
  const match = /^(?:十|百|千)?(?:万亿|万|亿)?/.exec(plain.slice(i + 1, i + 4))?.[0] ?? '';
  if (match === '') return null;
  const small = SMALL[match.charAt(0)];
  const scale = small === undefined ? match : match.slice(1);
  let end = i + 1 + match.length;
  const more = /[余多来]/.test(plain.charAt(end)) ? fewAt(plain, end) : '';
  end += more.length;
  const kilo = /^千[瓦克伏]/.test(plain.slice(end, end + 2));
  if (!kilo && (DIGITS[plain.charAt(end)] !== undefined || SMALL[plain.charAt(end)] !== undefined)) return null;
  return { end, amount: String(small ?? 1), scale, few: few + more, form: 'full' };
}

/** Two or more digits without powers: 三四 and 三五 are ranges, 二〇二三 is a string of digits, 八点七 has a decimal point. */
function readDigits(plain: string, i: number): Numeral | null {
  let end = i;
  let digits = '';
  while (end - i < LONGEST && DIGITS[plain.charAt(end)] !== undefined) digits += DIGITS[plain.charAt(end++)];
  const last = digits.charCodeAt(digits.length - 1) - 48;
  if (plain.charAt(end) === '点' && digits.length === 1) return readDecimal(plain, end, digits);
  if (digits.length < 2 || plain.charAt(i) === '零') return null;
  const low = digits.charCodeAt(0) - 48;
  if (digits.length === 2 && isNeighbour(low, last)) {
    if (SMALL[plain.charAt(end)] !== undefined) return null;
    const scale = scaleAt(plain, end);
    return { end: end + scale.length, amount: String(low), to: String(last), scale, few: '', form: 'full' };
  }
  if (SMALL[plain.charAt(end)] !== undefined || digits.includes('0') === false) return null;
  return { end, amount: digits, scale: '', few: '', form: 'digits' };
}

const isNeighbour = (low: number, high: number): boolean => low > 0 && (high === low + 1 || (low === 3 && high === 5));

/** 八点七, 十二点六万: what follows 点 must be digits only, or it is a time (九点五十). */
function readDecimal(plain: string, point: number, whole: string): Numeral | null {
  let end = point + 1;
  let fraction = '';
  while (end - point < LONGEST && DIGITS[plain.charAt(end)] !== undefined) fraction += DIGITS[plain.charAt(end++)];
  if (fraction === '' || SMALL[plain.charAt(end)] !== undefined || /^[分线刻]/.test(plain.slice(end))) return null;
  const scale = scaleAt(plain, end);
  const few = scale === '' ? '' : fewAt(plain, end + scale.length).replace('几', '');
  return { end: end + scale.length + few.length, amount: `${whole}.${fraction}`, scale, few, form: 'full' };
}

/** The written scale at `i`: 万亿, 万, 亿 or ''. */
function scaleAt(plain: string, i: number): string {
  if (plain.startsWith('万亿', i)) return '万亿';
  const unit = plain.charAt(i);
  return BIG[unit] === undefined ? '' : unit;
}

/** In speech without marks a word with 一 may follow a numeral at once: 三千五一共发了…. */
const NEXT_WORD = /^一[共直些起般定样下并同]/;

/** Low and high end move together; they part at neighbouring digits (三四百) and meet again at the end. */
interface Sum {
  total: [bigint, bigint];
  section: [bigint, bigint];
  digit: [number, number] | null;
  power: number;
  zero: boolean;
  bigs: string[];
  bare: boolean;
  few: string;
}

function readFull(plain: string, i: number): Numeral | null {
  const sum: Sum = {
    total: [0n, 0n],
    section: [0n, 0n],
    digit: null,
    power: 0,
    zero: false,
    bigs: [],
    bare: false,
    few: '',
  };
  let j = i;
  let last: 'digit' | 'small' | 'big' | 'zero' | '' = '';
  let sinceBig = 0;
  while (j - i < LONGEST) {
    const unit = plain.charAt(j);
    const digit = DIGITS[unit];
    if (digit === 0) {
      if (last === 'zero' || last === 'digit') break;
      sum.zero = true;
      last = 'zero';
    } else if (digit === 1 && last !== '' && NEXT_WORD.test(plain.slice(j, j + 2))) {
      break;
    } else if (digit !== undefined) {
      if (sum.few !== '') break;
      if (sum.digit) {
        if (sum.digit[0] !== sum.digit[1] || !isNeighbour(sum.digit[0], digit)) return null;
        sum.digit = [sum.digit[0], digit];
      } else sum.digit = [digit, digit];
      last = 'digit';
      sinceBig++;
    } else if (unit === '千' && last !== '' && /[瓦克伏]/.test(plain.charAt(j + 1))) {
      break;
    } else if (SMALL[unit] !== undefined) {
      const power = SMALL[unit];
      const twenty = power > 10 && power < 100;
      if (sum.few !== '' || (sum.power !== 0 && power >= sum.power && !twenty)) return null;
      if (!sum.digit && last === 'small' && power !== 10 && !twenty) return null;
      if (!sum.digit && power >= 100 && !twenty) {
        if (last !== '') return null;
        sum.bare = true;
      }
      const [low, high] = sum.digit ?? [1, 1];
      sum.section[0] += BigInt(low * power);
      sum.section[1] += BigInt(high * power);
      sum.digit = null;
      sum.power = twenty ? 10 : power;
      sum.zero = false;
      last = 'small';
      sinceBig++;
    } else if (BIG[unit] !== undefined) {
      if (!closeSection(sum, unit, last)) return null;
      last = 'big';
      sinceBig = 0;
    } else if (unit === '点' && sum.bigs.length === 0 && (last === 'digit' || last === 'small')) {
      const whole = finish(sum, last);
      const decimal = whole[0] === whole[1] ? readDecimal(plain, j, String(whole[0])) : null;
      if (decimal) return decimal;
      break;
    } else {
      const few = last === 'small' || last === 'big' ? fewAt(plain, j) : '';
      if (few === '' || sum.few !== '') break;
      if (few === '几' && SMALL[plain.charAt(j + 1)] !== undefined) return null;
      if (few === '几' && sum.power !== 10) break;
      sum.few = few;
    }
    j++;
  }
  if (j === i || last === 'zero') return j - i === 1 && last === 'zero' ? zeroOf(j) : null;
  const next = /^千[瓦克伏]/.test(plain.slice(j, j + 2)) || NEXT_WORD.test(plain.slice(j, j + 2));
  if (!next && (DIGITS[plain.charAt(j)] !== undefined || SMALL[plain.charAt(j)] !== undefined)) return null;
  return close(sum, last, sinceBig, i, j);
}

const zeroOf = (end: number): Numeral => ({ end, amount: '0', scale: '', few: '', form: 'single' });

/** 万 and 亿 multiply what stands before them; 万亿 multiplies twice. False for nonsense. */
function closeSection(sum: Sum, unit: string, last: string): boolean {
  const factor = BIG[unit] ?? 1n;
  if (last === 'zero' || (sum.few !== '' && sum.bigs.length > 0)) return false;
  if (last === 'big') {
    if (!(unit === '亿' && sum.bigs.at(-1) === '万')) return false;
    sum.total = [sum.total[0] * factor, sum.total[1] * factor];
    sum.bigs[sum.bigs.length - 1] = '万亿';
    return true;
  }
  if (last === '') sum.bare = true;
  if (sum.bigs.length > 0 && !(unit === '万' && sum.bigs.at(-1) !== '万')) return false;
  const [low, high] = last === '' ? [1n, 1n] : add(sum.section, sum.digit ?? [0, 0]);
  sum.total = [sum.total[0] + low * factor, sum.total[1] + high * factor];
  sum.section = [0n, 0n];
  sum.digit = null;
  sum.power = 0;
  sum.zero = false;
  sum.bigs.push(unit);
  return true;
}

const add = (a: [bigint, bigint], b: [number, number]): [bigint, bigint] => [a[0] + BigInt(b[0]), a[1] + BigInt(b[1])];

/** A last bare digit right behind a power is spoken for the next lower one: 两千五 is 2500, 三万二 is 32000. */
function finish(sum: Sum, last: string): [bigint, bigint] {
  if (!sum.digit || last !== 'digit') return sum.section;
  const spoken = sum.zero ? 1 : sum.power >= 100 ? sum.power / 10 : 1;
  return add(sum.section, [sum.digit[0] * spoken, sum.digit[1] * spoken]);
}

function close(sum: Sum, last: string, sinceBig: number, start: number, end: number): Numeral {
  let tail = finish(sum, last);
  const big = sum.bigs.at(-1);
  if (big !== undefined && last === 'digit' && sinceBig === 1 && !sum.zero) {
    const step = (big === '亿' ? 100_000_000n : big === '万亿' ? 1_000_000_000_000n : 10_000n) / 10n;
    tail = [tail[0] * step, tail[1] * step];
  }
  const total: [bigint, bigint] = [sum.total[0] + tail[0], sum.total[1] + tail[1]];
  const scale = sum.bigs.length === 1 && last === 'big' ? (sum.bigs[0] ?? '') : '';
  const unit = scale === '万亿' ? 1_000_000_000_000n : (BIG[scale] ?? 1n);
  const amount = String(total[0] / unit);
  const to = String(total[1] / unit);
  const form = end - start === 1 ? 'single' : sum.bare ? 'bare' : 'full';
  const bare = form === 'single' && last !== 'digit' && amount !== '10' ? 'bare' : form;
  const numeral: Numeral = { end, amount, scale, few: sum.few, form: sum.bare ? 'bare' : bare };
  if (to !== amount) numeral.to = to;
  else if (sum.few === '几' && amount === '10') numeral.to = '19';
  return numeral;
}
