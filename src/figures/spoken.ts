// A quantity as one says it aloud: 四百六十多亿元, 百分之三点九. Never rounds; what would not be read back as the same quantity stays in digits.
import { sameQuantity } from './arithmetic.ts';
import { compare, divide, multiply } from './decimal.ts';
import { findFigures } from './find-figures.ts';
import { formatQuantity } from './format.ts';
import type { Quantity } from './quantity.ts';

const DIGITS = '零一二三四五六七八九';
/** Written words and what is said for them. */
const SAID: readonly (readonly [string, string])[] = [
  ['余', '多'],
  ['逾', '超过'],
  ['将近', '近'],
  ['近', '将近'],
];

/** `894.05亿元` → 八百九十四点零五亿元, `460余亿元` → 四百六十多亿元, `3.9%` → 百分之三点九, `3—5次` → 三到五次. */
export function spokenQuantity(quantity: Quantity, options: { direction?: boolean } = {}): string {
  const direction = options.direction === true ? (quantity.direction ?? '') : '';
  const { direction: _, ...bare } = quantity;
  const written = formatQuantity(bare);
  const said = [bare, ...largerScale(bare), ...smallerScale(bare)]
    .toReversed()
    .map((one) => inWords(formatQuantity(spokenWord(one))));
  return direction + (said.find((words) => words !== '' && readsBack(words, bare)) ?? written);
}

/** Whether the words alone hold this one quantity and nothing else. */
function readsBack(words: string, quantity: Quantity): boolean {
  const [figure, another] = findFigures(`共${words}。`);
  return !!figure && !another && figure.text === words && sameQuantity(figure.quantity, quantity);
}

function spokenWord(quantity: Quantity): Quantity {
  const word = SAID.find(([written]) => quantity.approximation === written);
  return word ? { ...quantity, approximation: word[1] } : quantity;
}

/** 8126300万元 is said 八百一十二点六三亿元. */
function largerScale(quantity: Quantity): Quantity[] {
  const { amount, to, denominator, scale } = quantity;
  if (scale !== '万' || to !== undefined || denominator !== undefined || compare(amount, '10000') < 0) return [];
  return [{ ...quantity, amount: divide(amount, '10000'), scale: '亿' }];
}

/** 0.135万人次 is said 一千三百五十人次: nobody says less than one of what is counted in. */
function smallerScale(quantity: Quantity): Quantity[] {
  const { amount, to, denominator, scale } = quantity;
  const next = scale === '亿' ? '万' : scale === '万' ? '' : undefined;
  if (next === undefined || to !== undefined || denominator !== undefined) return [];
  if (compare(amount, '1') >= 0 || compare(amount, '0') <= 0) return [];
  const smaller = { ...quantity, amount: multiply(amount, '10000'), scale: next };
  return [smaller, ...smallerScale(smaller)];
}

/** Every run of digits in Chinese numerals; '' where one is none that could be said. */
function inWords(written: string): string {
  if (/[-−/]/u.test(written) || /\d{13}/u.test(written)) return '';
  return written
    .replace(/—/gu, '到')
    .replace(/(\d+(?:\.\d+)?)([多来]?)([%‰‱])/gu, (_, amount: string, word: string, sign: string) => {
      const whole = sign === '%' ? '百' : sign === '‰' ? '千' : '万';
      return `${whole}分之${numeral(amount, false)}${word}`;
    })
    .replace(/\d+(?:\.\d+)?/gu, (amount) => numeral(amount, true));
}

/** `counting`: two of something is 两. */
function numeral(amount: string, counting: boolean): string {
  const [whole = '0', fraction] = amount.split('.');
  const digits = whole.replace(/^0+(?=\d)/u, '');
  if (fraction !== undefined)
    return `${wholeNumber(digits)}点${[...fraction].map((one) => DIGITS.charAt(Number(one))).join('')}`;
  return counting && digits === '2' ? '两' : wholeNumber(digits);
}

/** By groups of four: 亿, 万 and the rest. */
function wholeNumber(digits: string): string {
  if (digits === '0') return '零';
  const groups = [digits.slice(0, -8), digits.slice(-8, -4), digits.slice(-4)];
  let text = '';
  for (const [at, group] of groups.entries()) {
    const value = Number(group);
    if (value === 0) continue;
    const gap = text !== '' && value < 1000 ? '零' : '';
    const bare = upToTenThousand(value, text === '');
    text += gap + (bare === '二' && at < 2 ? '两' : bare) + (['亿', '万', ''][at] ?? '');
  }
  return text;
}

/** 1 to 9999. `first`: at the head of a number ten is 十, not 一十. */
function upToTenThousand(value: number, first: boolean): string {
  let text = '';
  let gap = false;
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    const alone = digit === 1 && power === 10 && text === '' && first;
    const two = digit === 2 && power === 1000;
    text += (gap ? '零' : '') + (alone ? '' : two ? '两' : DIGITS.charAt(digit)) + name;
    gap = false;
  }
  return text;
}
