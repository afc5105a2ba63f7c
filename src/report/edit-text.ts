// Literal edits of a section's text, found over the words as people see them. Tokens outside the edit survive; writes no word of its own.
import { findFigures, type Quantity, sameQuantity } from '../figures/index.ts';
import { dropClauses } from './drop-clauses.ts';
import type { FactValue } from './fact.ts';
import { type Slot, slotOf } from './outline.ts';
import { printFigure } from './print-figure.ts';
import { printedQuantity } from './print-wish.ts';
import { slotsAllowedIn } from './proof.ts';
import { isLeftOut, type RenderContext, renderEach } from './render.ts';
import { type Piece, parseTokens, tokensIn, writeTokens } from './token.ts';

export interface EditContext extends RenderContext {
  section: string;
}

/** A piece with its place in the text as people see it. */
interface Laid {
  piece: Piece;
  text: string;
  start: number;
  end: number;
}

export interface Place {
  start: number;
  end: number;
}

/** A figure typed by hand that stands for no fact, with the sentence around it. */
export interface Typed {
  text: string;
  quantity: Quantity;
  around: string;
  /** The slot whose recorded value it differs from, or could fill. */
  slot?: string;
  /** It says the same as the recorded value, in other signs: nothing needs to be asked. */
  same: boolean;
}

export interface Edited {
  text: string;
  /** Slots whose token became words or was taken out. */
  untold: string[];
  /** Among them those whose words stand there still, as words. */
  words: string[];
  typed: Typed[];
}

/** `full` also lays out what is left out on purpose (as nothing), so that it survives the edit. */
function layOut(text: string, context: EditContext, full: boolean): Laid[] {
  const gone = (slot: string): boolean => isLeftOut(slot, context);
  const parsed = parseTokens(text);
  const pieces = full ? parsed : dropClauses(parsed, gone);
  let at = 0;
  return renderEach(pieces, context).map((span, index): Laid => {
    const piece = pieces[index] as Piece;
    const words = piece.type === 'token' && gone(piece.slot) ? '' : span.text;
    const start = at;
    at += words.length;
    return { piece, text: words, start, end: at };
  });
}

const wordsOf = (laid: Laid[]): string => laid.map((one) => one.text).join('');

/** The section as people see it. */
export function shownText(text: string, context: EditContext): string {
  return wordsOf(layOut(text, context, false));
}

/** Where words stand in the text as people see it: exactly, else with marks and spaces in other widths. */
export function findWords(shown: string, find: string): Place[] {
  const exact = places(shown, find).map((start) => ({ start, end: start + find.length }));
  if (exact.length > 0) return exact;
  const [folded, map] = fold(shown);
  const [wanted] = fold(find);
  if (wanted === '') return [];
  return places(folded, wanted).map((at) => ({ start: map[at] ?? 0, end: (map[at + wanted.length - 1] ?? 0) + 1 }));
}

function places(text: string, find: string): number[] {
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

/** Figures in the fresh words that are printed as a fact of this section is become its token; the others are told. */
function anchored(pieces: Piece[], context: EditContext, dirty: Place, untold: string[], words: string[]): Edited {
  const laid = layOut(writeTokens(pieces), context, true);
  const shown = wordsOf(laid);
  const present = new Set(laid.flatMap(({ piece }) => (piece.type === 'token' ? [piece.slot] : [])));
  const slots = slotsAllowedIn(context.outline, context.section).filter(
    (slot) => slot.type === 'figure' && context.facts[slot.id]?.value.type === 'figure' && !isLeftOut(slot.id, context),
  );
  const put: (Place & { slot: string })[] = [];
  const typed: Typed[] = [];
  for (const figure of findFigures(shown)) {
    if (figure.end <= dirty.start || figure.start >= dirty.end) continue;
    if (laid.some(({ piece, start, end }) => piece.type !== 'text' && start < figure.end && figure.start < end))
      continue;
    const around = sentenceAt(shown, figure.start);
    const open = slots.filter((slot) => !present.has(slot.id));
    const matching = open.flatMap((slot) => {
      const quantity = printedQuantity(context.facts[slot.id] as NonNullable<(typeof context.facts)[string]>);
      const printed = quantity ? printFigure(slot, quantity) : '';
      const start = figure.end - printed.length;
      const fits = printed !== '' && start <= figure.start && shown.slice(start, figure.end) === printed;
      return fits ? [{ slot: slot.id, start, end: figure.end }] : [];
    });
    const best = likeliest(matching, context, untold, around);
    if (best) {
      put.push(best);
      present.add(best.slot);
      continue;
    }
    const slot = rival(figure.quantity, { context, untold: untold.filter((id) => !present.has(id)), around });
    const recorded = slot === undefined ? undefined : context.facts[slot];
    const same = slots.some((one) => {
      const value = context.facts[one.id]?.value;
      return value?.type === 'figure' && sameQuantity(value.quantity, figure.quantity);
    });
    typed.push({
      text: figure.text,
      quantity: figure.quantity,
      around,
      same: same && (matching.length > 0 || recorded === undefined || sameAs(recorded.value, figure.quantity)),
      ...(slot === undefined ? {} : { slot }),
    });
  }
  const text = writeTokens(withTokens(laid, put));
  const told = new Set(put.map((one) => one.slot));
  return {
    text,
    untold: [...new Set(untold)].filter((slot) => slot !== 'year' && !told.has(slot) && !present.has(slot)),
    words: [...new Set(words)].filter((slot) => slot !== 'year' && !told.has(slot)),
    typed,
  };
}

function sameAs(value: FactValue, quantity: Quantity): boolean {
  return value.type === 'figure' && sameQuantity(value.quantity, quantity);
}

/** Of slots printed alike: the one that stood there, else the one the sentence names, else the only one. */
function likeliest<T extends { slot: string }>(
  matching: T[],
  context: EditContext,
  untold: string[],
  around: string,
): T | undefined {
  const [only, another] = matching;
  if (!another) return only;
  const stood = matching.filter((one) => untold.includes(one.slot));
  if (stood.length === 1) return stood[0];
  const named = matching.filter((one) => names(context, one.slot, around));
  return named.length === 1 ? named[0] : undefined;
}

function names({ outline }: EditContext, id: string, around: string): boolean {
  const slot = slotOf(outline, id);
  return slot?.keywords.some((word) => word.length >= 2 && around.includes(word)) ?? false;
}

/** The slot a typed figure contradicts or could fill: the one whose token it replaced, else the one its clause names. */
function rival(
  quantity: Quantity,
  { context, untold, around }: { context: EditContext; untold: string[]; around: string },
): string | undefined {
  const fits = ({ type, unit, units }: Slot): boolean =>
    type === 'figure' && (unit === quantity.unit || (units ?? []).includes(quantity.unit));
  const slots = slotsAllowedIn(context.outline, context.section).filter(fits);
  const stood = slots.filter((slot) => untold.includes(slot.id));
  if (stood.length === 1) return stood[0]?.id;
  // 其中… tells a part of what was named, never the whole.
  if (/^其中/u.test(around)) return undefined;
  const named = slots.filter((slot) => names(context, slot.id, around));
  return named.length === 1 ? named[0]?.id : undefined;
}

function sentenceAt(shown: string, at: number): string {
  const start = Math.max(...['。', '！', '？', '；', '\n', '，'].map((mark) => shown.lastIndexOf(mark, at - 1))) + 1;
  const rest = shown.slice(at).search(/[。！？；\n，]/u);
  return shown.slice(start, rest < 0 ? undefined : at + rest).trim();
}

function withTokens(laid: Laid[], put: (Place & { slot: string })[]): Piece[] {
  return laid.flatMap(({ piece, start, end }): Piece[] => {
    if (piece.type !== 'text') return [piece];
    const made: Piece[] = [];
    let at = start;
    for (const one of put.filter((each) => each.start >= start && each.end <= end).sort((a, b) => a.start - b.start)) {
      made.push(
        { type: 'text', text: piece.text.slice(at - start, one.start - start) },
        { type: 'token', slot: one.slot },
      );
      at = one.end;
    }
    return [...made, { type: 'text' as const, text: piece.text.slice(at - start) }].filter(
      (each) => each.type !== 'text' || each.text !== '',
    );
  });
}

/** Makes the figure as typed the slot's token, where it stands alone; the text unchanged when it stands nowhere or twice. */
export function anchorTyped(text: string, context: EditContext, typed: string, slot: string): string {
  const pieces = parseTokens(text);
  if (tokensIn(text).includes(slot)) return text;
  const holding = pieces.filter((piece) => piece.type === 'text' && piece.text.includes(typed));
  const [only, another] = holding;
  if (!only || another || only.type !== 'text' || places(only.text, typed).length !== 1) return text;
  const fact = context.facts[slot];
  const quantity = fact && printedQuantity(fact);
  const of = slotOf(context.outline, slot);
  if (!quantity || !of || printFigure(of, quantity) !== typed) return text;
  const at = only.text.indexOf(typed);
  const made: Piece[] = [
    { type: 'text', text: only.text.slice(0, at) },
    { type: 'token', slot },
    { type: 'text', text: only.text.slice(at + typed.length) },
  ];
  return writeTokens(pieces.flatMap((piece) => (piece === only ? made : [piece])));
}
