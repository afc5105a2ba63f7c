// How like two pieces of text are, whatever their widths, spaces and quotation marks. Pure; never looks at what they mean.

const quotes = /["“”„‟「」『』‘’'＂]/gu;

/** In one width, without spaces, with one kind of quotation mark: what is left is what was written. */
export function bareOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(quotes, '"')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[~∼]/gu, '~')
    .replace(/[-‐‑–—―─]+/gu, '-')
    .replace(/\.{3,}|…+/gu, '…');
}

/** 0 for nothing in common, 1 for the same: shared pairs of neighbouring characters. */
export function likeness(one: string, other: string): number {
  const a = bareOf(one);
  const b = bareOf(other);
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) counts.set(a.slice(at, at + 2), (counts.get(a.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = b.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** Sentences with the mark that ends each. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？；;!?])|\n/u).filter((one) => one.trim() !== '');
}
