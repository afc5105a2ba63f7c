// Reads one number written with arabic digits at a position, with its scale, inner approximator and spoken tail (94亿3, 3万8千).

import { digitOf, fewAt, type Numeral, readChinese } from './chinese-numeral.ts';
import { add, multiply } from './decimal.ts';

const NUMBER =
  /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:，\d{3}){2,}(?!\d)(?:\.\d+)?|\d{1,3}，\d{3}(?=[个名人次户家件项元万亿亩吨条份]|\.\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** Digits as scanners and hasty fingers give them: O for 0, l for 1; believed only where a unit or % follows (checked by the caller). */
const SCANNED = /[\dOolI]+(?:\.[\dOolI]+)?/y;
const SCALE =
  /(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|[仟佰]|千(?![瓦克米伏卡帕赫字])|百|[wW](?![A-Za-z0-9])|[kK](?=[元块人次个多左]))/y;
const MANY = /几(?=[万亿个名人次])/y;
/** Where a single digit after a scale is the spoken rest of the amount and not the start of something else. */
const TAIL = /[1-9一二三四五六七八九](?=$|[\s，。；、！？,;!?）)]|元|块|左右|上下|多|了|的|吧|啊|呢|嘛)/y;

export const SCALE_VALUES: Record<string, string> = {
  '': '1',
  百: '100',
  千: '1000',
  万: '10000',
  十万: '100000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  十亿: '1000000000',
  百亿: '10000000000',
  千亿: '100000000000',
  万亿: '1000000000000',
};

function take(pattern: RegExp, plain: string, i: number): string {
  pattern.lastIndex = i;
  return pattern.exec(plain)?.[0] ?? '';
}

const vague = (plain: string, i: number): string => (plain.charAt(i) === '几' ? take(MANY, plain, i) : fewAt(plain, i));

/** The exact digits at `i`, thousands separators removed; null when no number begins there. */
function readDigitsAt(plain: string, i: number): { end: number; amount: string; scanned: boolean } | null {
  const written = take(NUMBER, plain, i);
  const scanned = take(SCANNED, plain, i);
  if (scanned.length > written.length && /\d/.test(scanned)) {
    const amount = scanned.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
    return { end: i + scanned.length, amount: trimZeros(amount), scanned: true };
  }
  if (written === '') return null;
  return { end: i + written.length, amount: trimZeros(written.replace(/[,，]/g, '')), scanned: false };
}

/** 007 is 7, but 0.41 stays; trailing zeros stay, they are what was written (749.60). */
const trimZeros = (amount: string): string => amount.replace(/^0+(?=\d)/, '');

export function readArabic(plain: string, i: number): (Numeral & { scanned: boolean }) | null {
  const digits = readDigitsAt(plain, i);
  if (!digits) return null;
  let { end, amount } = digits;
  let few = '';
  let scale = '';
  if (plain.charAt(end) === '个' && /^个多?(?:亿|万亿|千亿|百亿|千万|百万)/.test(plain.slice(end, end + 4))) end++;
  else if (/^ [万亿余多]/.test(plain.slice(end, end + 2))) end++;
  // 130多个亿: as in 八个多亿 the measure word counts the scale
  const spoken = /^[多余来](?=个(?:亿|万亿|千亿|百亿|千万|百万))/.exec(plain.slice(end, end + 4))?.[0];
  few = spoken ?? vague(plain, end);
  const afterFew = end + few.length + (spoken ? 1 : 0);
  scale = take(SCALE, plain, afterFew);
  if (few === '几' && scale === '' && !amount.endsWith('0')) few = '';
  end = scale === '' ? end + few.length : afterFew + scale.length;
  if (scale !== '' && few === '') {
    few = vague(plain, end);
    if (few === '几' || few === '来') few = '';
    end += few.length;
  }
  scale = scale.replace('仟', '千').replace('佰', '百').replace(/[wW]/, '万').replace(/[kK]/, '千');
  const numeral = { end, amount, scale, few, form: 'full' as const, scanned: digits.scanned };
  if (scale !== '' && few === '') return withTail(plain, numeral);
  return few === '几' && amount === '10' ? { ...numeral, to: '19' } : numeral;
}

type Arabic = Numeral & { scanned: boolean };

/** 3万8千 and 8亿4000万 are sums and lose their scale; 94亿3 keeps it. */
function withTail(plain: string, numeral: Arabic): Arabic {
  const tail = take(TAIL, plain, numeral.end);
  const unit = SCALE_VALUES[numeral.scale] ?? '1';
  if (tail !== '' && !numeral.amount.includes('.') && numeral.scale.length === 1) {
    const amount = `${numeral.amount}.${digitOf(tail) ?? tail}`;
    return { ...numeral, end: numeral.end + 1, amount };
  }
  const zero = plain.charAt(numeral.end) === '零' && /\d/.test(plain.charAt(numeral.end + 1)) ? 1 : 0;
  const digits = readDigitsAt(plain, numeral.end + zero);
  const next = digits ? take(SCALE, plain, digits.end) : '';
  let rest: { end: number; value: string; few: string } | null = null;
  if (digits && next !== '' && !/[wWkK]/.test(next)) {
    const inner = withTail(plain, { ...numeral, end: digits.end + next.length, amount: digits.amount, scale: next });
    rest = { end: inner.end, value: multiply(inner.amount, SCALE_VALUES[inner.scale] ?? '1'), few: '' };
  } else if (digits && /^0*[1-9]\d{2,3}$/.test(plain.slice(numeral.end, digits.end))) {
    rest = { end: digits.end, value: digits.amount, few: '' };
  } else if (!digits) {
    const chinese = /[一二两三四五六七八九]/.test(plain.charAt(numeral.end)) ? readChinese(plain, numeral.end) : null;
    if (chinese?.form === 'full' && !chinese.to)
      rest = {
        end: chinese.end,
        value: multiply(chinese.amount, SCALE_VALUES[chinese.scale] ?? '1'),
        few: chinese.few,
      };
  }
  if (!rest || Number(rest.value) >= Number(unit)) return numeral;
  const few = rest.few === '' ? vague(plain, rest.end) : rest.few;
  const end = rest.few === '' ? rest.end + few.length : rest.end;
  return { ...numeral, end, amount: add(multiply(numeral.amount, unit), rest.value), scale: '', few };
}
