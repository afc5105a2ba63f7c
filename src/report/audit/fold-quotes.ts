// A paragraph without quotation marks and spaces, with each character's place: a formulation is the same with and without its marks.

const SKIPPED = /[“”"「」『』\s]/u;

export interface Plain {
  text: string;
  /** Place of each character in the paragraph. */
  at: number[];
}

export function withoutQuotes(text: string): Plain {
  const at: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (SKIPPED.test(char)) continue;
    plain += char;
    at.push(i);
  }
  return { text: plain, at };
}

/** The stretch of the paragraph that `start`..`end` of the plain text is; a mark opened inside it is taken along. */
export function stretchOf(text: string, plain: Plain, start: number, end: number): { start: number; end: number } {
  const from = plain.at[start] ?? 0;
  let to = (plain.at[end - 1] ?? from) + 1;
  const slice = text.slice(from, to);
  const open = count(slice, '“') - count(slice, '”');
  if (open > 0 && text.charAt(to) === '”') to++;
  return { start: from, end: to };
}

/** The replacement as it fits in: with marks only where marks stood or the author of the list set them between words. */
export function putLike(put: string, slice: string): string {
  return /[“”]/u.test(slice) ? put : put.replace(/[“”]/gu, '');
}

const count = (text: string, char: string): number => text.split(char).length - 1;
