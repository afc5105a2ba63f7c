// Where words stand in a text: exactly, else with marks and spaces in other widths.
import type { Place } from './lay-out.ts';

/** Where words stand in the text as people see it: exactly, else with marks and spaces in other widths. */
export function findWords(shown: string, find: string): Place[] {
  const exact = places(shown, find)
    .map((start) => ({ start, end: start + find.length }))
    .filter(({ start, end }) => !cutsNumber(shown, start, end));
  if (exact.length > 0) return exact;
  const [folded, map] = fold(shown);
  const [wanted] = fold(find);
  if (wanted === '') return [];
  return places(folded, wanted).map((at) => ({ start: map[at] ?? 0, end: (map[at + wanted.length - 1] ?? 0) + 1 }));
}

/** 70 is not in 170, nor in 70.5. */
const cutsNumber = (text: string, start: number, end: number): boolean =>
  (/^\d/u.test(text.slice(start)) && /\d[.,]?$/u.test(text.slice(0, start))) ||
  (/\d$/u.test(text.slice(0, end)) && /^[.,]?\d/u.test(text.slice(end)));

export function places(text: string, find: string): number[] {
  const found: number[] = [];
  if (find === '') return found;
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length)) found.push(at);
  return found;
}

const widths: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '％': '%',
};

/** Without spaces, marks and digits in one width and quotation marks in one form; with each character's place. */
function fold(text: string): [string, number[]] {
  const map: number[] = [];
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (/\s/u.test(char)) continue;
    const digit = /[０-９]/u.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char;
    folded += /["“”「」『』‘’']/u.test(digit) ? '"' : (widths[digit] ?? digit);
    map.push(at);
  }
  return [folded, map];
}
