// 1 → 一, 12 → 十二, up to 99: the numbers of chapters and points. Not for figures.
const digits = '零一二三四五六七八九';

export function inChinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`;
  return head + (ones === 0 && tens > 0 ? '' : digits.charAt(ones));
}
