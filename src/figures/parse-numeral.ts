// One numeral and nothing else, for voice and single answers: 九亿八千四百万, 12.6万, 三万二. Never looks for it inside a sentence.
import { readArabic, SCALE_VALUES } from './arabic-numeral.ts';
import { readChinese } from './chinese-numeral.ts';
import { multiply } from './decimal.ts';
import { foldText } from './fold.ts';

/** The exact value of a text that is one numeral, as a decimal string; null for anything else, ranges and vague numbers included. */
export function parseNumeral(text: string): string | null {
  const plain = foldText(text).plain.trim();
  const numeral = /^\d/.test(plain) ? readArabic(plain, 0) : readChinese(plain, 0);
  if (!numeral || numeral.end !== plain.length || numeral.to !== undefined || numeral.few !== '') return null;
  return multiply(numeral.amount, SCALE_VALUES[numeral.scale] ?? '1');
}
