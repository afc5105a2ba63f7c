// Literal edits of a section's text, found over the words as people see them. Tokens outside the edit survive; writes no word of its own.
import { anchored, type Edited } from './anchor-figures.ts';
import { places } from './find-words.ts';
import { type EditContext, type Laid, layOut, type Place, shownText, wordsOf } from './lay-out.ts';
import { type Piece, tokensIn, writeTokens } from './token.ts';

/** Replaces one place (of the text as people see it) by `put`, word for word. */
export function splice(text: string, context: EditContext, place: Place, put: string): Edited {
  const shown = shownText(text, context);
  const full = layOut(text, context, true);
  if (wordsOf(full) === shown) return spliceLaid(full, context, place, put);
  // What is left out on purpose stays in the text where the same words can be found beside it.
  const there = inFull(shown, wordsOf(full), place);
  if (there) return spliceLaid(full, context, there, put);
  return spliceLaid(layOut(text, context, false), context, place, put);
}

function inFull(shown: string, full: string, { start, end }: Place): Place | undefined {
  const wanted = shown.slice(start, end);
  if (wanted === '') {
    if (start === 0) return { start, end };
    return start === shown.trimEnd().length ? { start: full.trimEnd().length, end: full.trimEnd().length } : undefined;
  }
  const everywhere = places(full, wanted);
  const at = everywhere[places(shown.slice(0, end), wanted).length - 1];
  const alike = everywhere.length === places(shown, wanted).length;
  return alike && at !== undefined ? { start: at, end: at + wanted.length } : undefined;
}

function spliceLaid(laid: Laid[], context: EditContext, place: Place, said: string): Edited {
  const shown = wordsOf(laid);
  const { start, end, put } = trimmed(shown, place, said);
  const before: Piece[] = [];
  const after: Piece[] = [];
  const untold: string[] = [];
  const words: string[] = [];
  let left = '';
  let right = '';
  for (const one of laid) {
    // Nothing to see of it: it goes with what stands before it.
    if (one.end <= start) before.push(one.piece);
    else if (one.start >= end) after.push(one.piece);
    else {
      const head = shown.slice(one.start, Math.max(one.start, start));
      const tail = shown.slice(Math.min(one.end, end), one.end);
      if (one.piece.type === 'text') {
        left += head;
        right = tail + right;
        continue;
      }
      if (one.piece.type === 'token') {
        untold.push(one.piece.slot);
        if (head + tail !== '') words.push(one.piece.slot);
      }
      left += head;
      right = tail + right;
    }
  }
  const seam = said === '' ? mendSeam(before, left, right, after) : { left, right };
  const fresh: Piece[] = [...before, { type: 'text', text: seam.left + put + seam.right }, ...after];
  const dirtyLeft = words.length > 0 ? seam.left : '';
  const from = lengthOf(before, context) + seam.left.length - dirtyLeft.length;
  const to = lengthOf(before, context) + seam.left.length + put.length + (words.length > 0 ? seam.right.length : 0);
  return anchored(fresh, context, { start: from, end: to }, untold, words);
}

function lengthOf(pieces: Piece[], context: EditContext): number {
  return wordsOf(layOut(writeTokens(pieces), context, true)).length;
}

/** Only what differs is replaced: what both begin and end with stays as it is, tokens included. */
function trimmed(shown: string, { start, end }: Place, put: string): Place & { put: string } {
  const old = shown.slice(start, end);
  let head = 0;
  while (head < old.length && head < put.length && old[head] === put[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < put.length - head && old.at(-1 - tail) === put.at(-1 - tail)) tail++;
  // Half of a character that takes two code units is no character.
  if (/[\uD800-\uDBFF]/u.test(old.charAt(head - 1))) head--;
  if (/[\uDC00-\uDFFF]/u.test(old.charAt(old.length - tail))) tail--;
  return { start: start + head, end: end - tail, put: put.slice(head, put.length - tail) };
}

/** Where words were taken out, no two marks may meet and no mark may begin a sentence. */
function mendSeam(before: Piece[], left: string, right: string, after: Piece[]): { left: string; right: string } {
  const last = before.at(-1);
  const next = after[0];
  const charLeft = left.slice(-1) || (last?.type === 'text' ? last.text.slice(-1) : last ? '\uFFFC' : '');
  const charRight = right.slice(0, 1) || (next?.type === 'text' ? next.text.slice(0, 1) : '');
  if ('，、；：'.includes(charLeft) && charLeft !== '' && charRight !== '' && '。；，、！？'.includes(charRight)) {
    if (left !== '') return { left: left.slice(0, -1), right };
    if (last?.type === 'text') last.text = last.text.slice(0, -1);
  } else if (
    (charLeft === '' || '。！？\n'.includes(charLeft)) &&
    charRight !== '' &&
    '，、；：。'.includes(charRight)
  ) {
    if (right !== '') return { left, right: right.slice(1) };
    if (next?.type === 'text') next.text = next.text.slice(1);
  }
  return { left, right };
}

/** The whole text is a person's: what in it is printed exactly as a fact of the section stands for that fact. */
export function takeText(old: string, context: EditContext, put: string): Edited {
  const text = put.trim();
  const untold = [...new Set(tokensIn(old))].filter((slot) => slot !== 'year');
  return anchored([{ type: 'text', text }], context, { start: 0, end: text.length }, untold, []);
}
