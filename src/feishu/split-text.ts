// Cuts long text into pieces; the pieces joined are the text again. Never cuts a character in two.

/** Pieces of at most `max` by `measure`, cut after a line, else a sentence, else anywhere. At least one piece. */
export function splitText(
  text: string,
  max: number,
  measure: (text: string) => number = (part) => part.length,
): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (measure(rest) > max) {
    const cut = cutAt(rest, longest(rest, max, measure));
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest);
  return pieces;
}

/** How many code units fit, by halving; at least one. */
function longest(text: string, max: number, measure: (text: string) => number): number {
  let fits = 1;
  let over = text.length;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(text.slice(0, middle)) <= max) fits = middle;
    else over = middle;
  }
  return fits;
}

function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit);
  for (const ends of [/\n/g, /[。！？；!?;]/g]) {
    const last = [...head.matchAll(ends)].at(-1);
    // A cut in the first half would make many small pieces.
    if (last !== undefined && last.index + 1 > limit / 2) return last.index + 1;
  }
  const splitsPair = /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[limit] ?? '');
  if (!splitsPair) return limit;
  return limit > 1 ? limit - 1 : 2;
}
