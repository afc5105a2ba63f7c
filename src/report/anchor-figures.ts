// Figures in a person's words: those printed just as a recorded fact stand for it, the others are told. Changes no word that is seen.
import { findFigures, type Quantity, sameQuantity } from '../figures/index.ts';
import type { FactValue } from './fact.ts';
import { places } from './find-words.ts';
import { type EditContext, type Laid, layOut, type Place, wordsOf } from './lay-out.ts';
import { type Slot, slotOf } from './outline.ts';
import { printFigure } from './print-figure.ts';
import { printedQuantity } from './print-wish.ts';
import { slotsAllowedIn } from './proof.ts';
import { isLeftOut } from './render.ts';
import { type Piece, parseTokens, tokensIn, writeTokens } from './token.ts';

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

/** Figures in the fresh words that are printed as a fact of this section is become its token; the others are told. */
export function anchored(
  pieces: Piece[],
  context: EditContext,
  dirty: Place,
  untold: string[],
  words: string[],
): Edited {
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
