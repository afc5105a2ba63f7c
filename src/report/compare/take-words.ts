// A returned text into a section's text with tokens: what stands unchanged keeps its token, what was typed stands as typed. Changes no word that is seen.
import { diffArrays } from 'diff';
import { findFigures, type Quantity, sameQuantity } from '../../figures/index.ts';
import { anchored } from '../anchor-figures.ts';
import { type EditContext, layOut, shownText, wordsOf } from '../lay-out.ts';
import { slotOf } from '../outline.ts';
import { missing } from '../render.ts';
import { escapeBraces, type Piece, parseTokens, tokensIn, writeTokens } from '../token.ts';
import { likeness } from './alike.ts';

/** A figure that came back and stands for no fact. */
export interface TypedFigure {
  text: string;
  quantity: Quantity;
  /** The clause it stands in. */
  around: string;
  /** The slot whose figure it replaced, or could fill. */
  slot?: string;
  /** What was printed there before, where it replaced a figure. */
  before?: string;
}

export interface TakenWords {
  text: string;
  typed: TypedFigure[];
  /** Slots that were told and are no more, neither by token nor by a figure typed in their place. */
  untold: string[];
}

interface Unit {
  text: string;
  piece?: Piece;
}

/** `context`: as the text was printed when it was sent; its outline lets the section tell whatever stood in the words it took in. */
export function takeWords(before: string, context: EditContext, put: string): TakenWords {
  const made = byDifference(before, context, put);
  const was = tokensIn(before);
  const now = new Set(tokensIn(made.text));
  const replaced = new Set([...made.typed.flatMap(({ slot }) => slot ?? []), ...made.same]);
  const untold = [...new Set(was)].filter((slot) => slot !== 'year' && !now.has(slot) && !replaced.has(slot));
  return { text: made.text, typed: made.typed, untold };
}

interface Made extends Pick<TakenWords, 'text' | 'typed'> {
  /** Slots that stand there in other signs: 十四次 for 14次. */
  same: string[];
}

function byDifference(before: string, context: EditContext, put: string): Made {
  const shown = shownText(before, context);
  const full = layOut(before, context, true);
  // What is left out on purpose stays in the text where nothing of it is seen.
  const laid = wordsOf(full) === shown ? full : layOut(before, context, false);
  const olds = laid.flatMap(({ piece, text }): Unit[] =>
    piece.type === 'text' ? cutUnits(text, []).map((one) => ({ text: one })) : [{ text, piece }],
  );
  const printed = olds.flatMap(({ piece, text }) => (piece && text !== '' ? [text] : []));
  const news = cutUnits(put, printed);
  const seen = olds.filter(({ text }) => text !== '');
  const pieces: Piece[] = [];
  const typed: TypedFigure[] = [];
  const kept: string[] = [];
  const fresh: { start: number; end: number }[] = [];
  let at = 0;
  let length = 0;
  let gone: Unit[] = [];
  let came: string[] = [];
  const add = (piece: Piece, text: string): void => {
    pieces.push(piece);
    length += text.length;
  };
  const settle = (): void => {
    const text = came.join('');
    const start = length;
    if (text !== '') add({ type: 'text', text }, text);
    const told = replacedIn(gone, text, { put, start, context, shown });
    typed.push(...told.typed);
    kept.push(...told.same);
    if (told.typed.length === 0 && text !== '' && !gone.some(({ piece }) => isFigure(piece, context)))
      fresh.push({ start, end: length });
    gone = [];
    came = [];
  };
  const hidden = olds.map((one, index) => ({ one, index })).filter(({ one }) => one.text === '');
  const hiddenBefore = (seenIndex: number): Piece[] => {
    const index = seenIndex < seen.length ? olds.indexOf(seen[seenIndex] as Unit) : olds.length;
    return hidden.splice(0, hidden.findLastIndex((one) => one.index < index) + 1).flatMap(({ one }) => one.piece ?? []);
  };
  for (const { added, removed, value } of diffArrays(
    seen.map((one) => one.text),
    news,
  )) {
    if (added) came.push(...value);
    else if (removed) {
      gone.push(...seen.slice(at, at + value.length));
      at += value.length;
    } else {
      settle();
      for (const text of value) {
        pieces.push(...hiddenBefore(at));
        add(seen[at]?.piece ?? { type: 'text', text }, text);
        at += 1;
      }
    }
  }
  settle();
  pieces.push(...hidden.flatMap(({ one }) => one.piece ?? []));
  let text = writeTokens(pieces);
  const free = [...new Set(tokensIn(before))].filter(
    (slot) => !tokensIn(text).includes(slot) && !typed.some((one) => one.slot === slot) && !kept.includes(slot),
  );
  // Moved and written otherwise at once: 十四次 in a new sentence is the 14次 that is gone.
  for (const { start, end } of fresh)
    for (const { text: said, quantity } of findFigures(shownText(text, context).slice(start, end))) {
      const equal = /\d/u.test(said) ? [] : free.filter((slot) => isSame(context, slot, quantity));
      if (equal.length === 1) kept.push(...free.splice(free.indexOf(equal[0] as string), 1));
    }
  const lost = free;
  // Figures among words that are new: a fact's own where it stood elsewhere, else told. From the end, so that places hold.
  for (const place of fresh.toReversed()) {
    const edited = anchored(parseTokens(text), context, place, lost, []);
    text = edited.text;
    typed.push(
      ...edited.typed
        .filter((one) => !one.same && !kept.some((slot) => isSame(context, slot, one.quantity)))
        .map(({ text: said, quantity, around, slot }) => {
          const figure = { text: said, quantity, around };
          // What is still there, or was said in another clause, was not changed into this.
          const changed =
            slot !== undefined && !kept.includes(slot) && isChange(slot, around, shown, before, context, text);
          return asTyped(figure, changed ? slot : undefined, lost, context);
        }),
    );
  }
  text = withGaps(text, context);
  const same = shownText(text, context).trim() === put.trim();
  return same
    ? { text, typed, same: kept }
    : { text: escapeBraces(put), typed: allTyped(put, before, context), same: [] };
}

const isSame = ({ facts }: EditContext, slot: string, quantity: Quantity): boolean => {
  const value = facts[slot]?.value;
  return value?.type === 'figure' && sameQuantity(value.quantity, quantity);
};

/** Clauses less alike than this tell different things. */
const ONE_CLAUSE = 0.3;

/** Whether a figure in this new clause can be what a slot's figure became: the slot is told no more, and its clause was much like this one or this one names it. */
function isChange(
  slot: string,
  around: string,
  shown: string,
  before: string,
  context: EditContext,
  now: string,
): boolean {
  if (context.facts[slot]?.value.type !== 'figure') return true;
  if (tokensIn(now).includes(slot)) return false;
  const known = slotOf(context.outline, slot);
  if (known?.keywords.some((word) => word.length > 1 && around.includes(word))) return true;
  if (!tokensIn(before).includes(slot)) return true;
  return likeness(clauseOf(slot, shown, context), around) >= ONE_CLAUSE;
}

/** The clause a slot's figure stood in. */
function clauseOf(slot: string, shown: string, context: EditContext): string {
  const printed = shownText(`{{${slot}}}`, { ...context, section: '' });
  const at = printed === '' ? -1 : shown.indexOf(printed);
  return at < 0 ? '' : clauseAt(shown, at);
}

/** Numbers and whatever was printed for a token are one; all else goes character by character. */
function cutUnits(text: string, printed: string[]): string[] {
  const wanted = [...new Set(printed)].filter((one) => one.length > 1).sort((a, b) => b.length - a.length);
  const taken: { start: number; end: number }[] = [];
  const free = (start: number, end: number): boolean => taken.every((one) => one.end <= start || one.start >= end);
  for (const one of wanted)
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length)) {
      const cuts =
        (/\d$/u.test(one) && /^[\d.%]/u.test(text.slice(at + one.length))) ||
        (/^\d/u.test(one) && /[\d.]$/u.test(text.slice(0, at)));
      if (!cuts && free(at, at + one.length)) taken.push({ start: at, end: at + one.length });
    }
  for (const { start, end } of findFigures(text)) if (free(start, end)) taken.push({ start, end });
  taken.sort((a, b) => a.start - b.start);
  const units: string[] = [];
  let from = 0;
  for (const { start, end } of [...taken, { start: text.length, end: text.length }]) {
    units.push(...text.slice(from, start), ...(end > start ? [text.slice(start, end)] : []));
    from = end;
  }
  return units;
}

const isFigure = (piece: Piece | undefined, { outline }: EditContext): boolean =>
  piece?.type === 'token' && slotOf(outline, piece.slot)?.type === 'figure';

/**
 * Figures in words that stand where figures stood: first those that say the same in other signs, then each of the rest
 * for the one it replaced, by unit and order, in the same clause. Never taken for another fact's.
 */
function replacedIn(
  gone: Unit[],
  text: string,
  { put, start, context, shown }: { put: string; start: number; context: EditContext; shown: string },
): { typed: TypedFigure[]; same: string[] } {
  const left = gone.flatMap(({ piece, text: printed }) =>
    piece?.type === 'token' && isFigure(piece, context) ? [{ slot: piece.slot, printed }] : [],
  );
  if (left.length === 0) return { typed: [], same: [] };
  const same: string[] = [];
  // 十四次 for 14次: the same, in other signs.
  const others = findFigures(text).filter(({ quantity }) => {
    const at = left.findIndex(({ slot }) => isSame(context, slot, quantity));
    if (at >= 0) same.push(...left.splice(at, 1).map(({ slot }) => slot));
    return at < 0;
  });
  // A figure alone in the place of a figure needs no likeness: nothing else of its clause changed.
  const direct = left.length + same.length === 1 && same.length === 0 && others.length === 1;
  const typed = others.map(({ text: said, quantity, start: from }): TypedFigure => {
    const around = clauseAt(put, start + from);
    const at = left.findIndex(({ slot }) => {
      const known = slotOf(context.outline, slot);
      if (known?.unit !== quantity.unit && !(known?.units ?? []).includes(quantity.unit)) return false;
      return (
        direct ||
        known?.keywords.some((word) => word.length > 1 && around.includes(word)) ||
        likeness(clauseOf(slot, shown, context), around) >= ONE_CLAUSE
      );
    });
    const [of] = at >= 0 ? left.splice(at, 1) : [];
    if (!of) return { text: said, quantity, around };
    const value = context.facts[of.slot]?.value;
    return {
      text: said,
      quantity,
      around,
      slot: of.slot,
      ...(value?.type === 'figure' ? { before: of.printed } : {}),
    };
  });
  return { typed, same };
}

/** `before` is only said of a figure that is not told any more. */
function asTyped(
  typed: TypedFigure,
  slot: string | undefined,
  lost: string[],
  { outline, facts, year }: EditContext,
): TypedFigure {
  if (slot === undefined) return typed;
  const known = facts[slot]?.value.type === 'figure';
  const told =
    known && lost.includes(slot) ? shownText(`{{${slot}}}`, { outline, facts, year, section: '' }) : undefined;
  return { ...typed, slot, ...(told === undefined ? {} : { before: told }) };
}

function clauseAt(text: string, at: number): string {
  const start =
    Math.max(...['。', '！', '？', '；', '\n', '，'].map((mark) => text.lastIndexOf(mark, Math.max(0, at - 1)))) + 1;
  const rest = text.slice(at).search(/[。！？；\n，]/u);
  return text.slice(start, rest < 0 ? undefined : at + rest).trim();
}

/** 〔待补：…〕 that came back is the gap it was. */
function withGaps(text: string, { outline }: EditContext): string {
  return writeTokens(
    parseTokens(text).flatMap((piece): Piece[] => {
      if (piece.type !== 'text' || !piece.text.includes('〔待补：')) return [piece];
      const gaps = outline.slots.map((slot) => ({ slot: slot.id, mark: missing(slot.label) }));
      let rest = piece.text;
      const made: Piece[] = [];
      while (rest !== '') {
        const next = gaps
          .map((gap) => ({ ...gap, at: rest.indexOf(gap.mark) }))
          .filter(({ at }) => at >= 0)
          .sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        if (next.at > 0) made.push({ type: 'text', text: rest.slice(0, next.at) });
        made.push({ type: 'token', slot: next.slot });
        rest = rest.slice(next.at + next.mark.length);
      }
      return rest === '' ? made : [...made, { type: 'text', text: rest }];
    }),
  );
}

/** The last resort: nothing is anchored, and every figure that did not stand there before is told. */
function allTyped(put: string, before: string, context: EditContext): TypedFigure[] {
  const there = findFigures(shownText(before, context)).map((one) => one.text);
  return findFigures(put).flatMap(({ text, quantity, start }) => {
    const at = there.indexOf(text);
    if (at >= 0) there.splice(at, 1);
    return at >= 0 ? [] : [{ text, quantity, around: clauseAt(put, start) }];
  });
}
