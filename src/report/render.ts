// A section's text with tokens → spans for people. Prints no token, no brace and no figure that is not a fact's.
import type { Span } from './document.ts';
import { dropClauses } from './drop-clauses.ts';
import type { Fact, Facts } from './fact.ts';
import { type Outline, type Slot, sectionsOf, slotOf } from './outline.ts';
import { printFigure } from './print-figure.ts';
import { bareItems, printList } from './print-list.ts';
import { isWithheld, printedQuantity } from './print-wish.ts';
import { type Printed, partsOfWords, resolveItems } from './telling.ts';
import { type Piece, parseTokens } from './token.ts';

export interface RenderContext {
  outline: Outline;
  year: number;
  facts: Facts;
  /** Whose text it is: within a point numbered lists take （1）, since the points themselves take 一是. */
  section?: string;
}

/** What stands where a fact is missing. */
export const missing = (label: string): string => `〔待补：${label}〕`;

/** What stands where an undrafted section's text will be. */
export const undrafted: Span = { text: '〔本节尚未起草〕', from: 'missing' };

export function renderText(text: string, context: RenderContext): Span[] {
  const pieces = dropClauses(piecesOf(text, context), (slot, token) => printsNothing(slot, token, context));
  const spans: Span[] = [];
  for (const span of pieces.flatMap((piece, at) => spansOf(piece, at, pieces, context))) {
    const last = spans.at(-1);
    if (span.from === 'text' && span.slot === undefined && last?.from === 'text') last.text += span.text;
    else spans.push(span);
  }
  return spans;
}

/** A text's pieces, each narrative item with what it prints now. */
export function piecesOf(text: string, { facts }: Pick<RenderContext, 'facts'>): Resolved[] {
  return resolveItems(parseTokens(text), facts);
}

type Resolved = Piece & { prints?: Printed[] };

/** Whether a token of a text is left out on purpose, or stands for an item that is no more. */
export function printsNothing(slot: string, token: Resolved, context: RenderContext): boolean {
  return isLeftOut(slot, context) || token.prints?.length === 0;
}

/** One span for each piece. */
export function renderEach(pieces: Resolved[], context: RenderContext): Span[] {
  return pieces.map((piece, at): Span => {
    const spans = spansOf(piece, at, pieces, context);
    return { ...(spans[0] ?? { from: 'text' }), text: textOf(spans) };
  });
}

function spansOf(piece: Resolved, at: number, pieces: Piece[], context: RenderContext): Span[] {
  if (piece.type === 'text') return [{ text: piece.text, from: 'text' }];
  if (piece.type === 'malformed') return [{ text: '〔待核：此处占位有误〕', from: 'missing' }];
  if (piece.prints === undefined) return [spanOf(piece.slot, context, charBefore(pieces, at), charAfter(pieces, at))];
  const { slot } = piece;
  const named = slotOf(context.outline, slot);
  return piece.prints.flatMap(({ item, words }, nth): Span[] => [
    ...(nth > 0 ? [{ text: '；', from: 'text' as const }] : []),
    ...(words === undefined
      ? [{ text: (named && titled(named, [item])[0]) ?? item, from: 'fact' as const, slot }]
      : partsOfWords(item, words).map(({ text, hidden }) => ({
          text,
          from: hidden ? ('fact' as const) : ('text' as const),
          slot,
        }))),
  ]);
}

/** The same as one string. */
export function renderPlain(text: string, context: RenderContext): string {
  return textOf(renderText(text, context));
}

export function textOf(spans: Span[]): string {
  return spans.map((span) => span.text).join('');
}

/**
 * Whether a slot prints nothing: left out on purpose. One that was only put off keeps its fallback words, or stands as
 * 待补 where the text needs it.
 */
export function isLeftOut(id: string, { outline, facts }: Pick<RenderContext, 'outline' | 'facts'>): boolean {
  const fact = facts[id];
  if (isWithheld(fact)) return true;
  const value = fact?.value;
  if (value?.type !== 'omitted') return false;
  const slot = slotOf(outline, id);
  return value.reason === 'not_applicable' || (slot?.fallback === undefined && slot?.required !== true);
}

function spanOf(id: string, context: RenderContext, before: string, after: string): Span {
  if (id === 'year') return { text: String(context.year), from: 'fact', slot: 'year' };
  const slot = slotOf(context.outline, id);
  if (!slot) return { text: `〔待核：${id}〕`, from: 'missing', slot: id };
  const fact = context.facts[id];
  if (!fact || fact.value.type === 'omitted') {
    return slot.fallback === undefined
      ? { text: missing(slot.label), from: 'missing', slot: id }
      : { text: slot.fallback, from: 'text', slot: id };
  }
  const printed = withoutDoubled(print(slot, fact, before, inPoint(context)), before, after);
  // A value that ends its own sentence must not double the mark that follows it.
  const text = isMark(after) ? printed.replace(/[。，；、：\s]+$/u, '') : printed;
  return { text, from: 'fact', slot: id };
}

/** One pair of marks is enough: “{{name}}” for a name that by now has its own. */
function withoutDoubled(text: string, before: string, after: string): string {
  const [open, close] = [text.at(0) ?? '', text.at(-1) ?? ''];
  const paired = ['“”', '《》', '‘’'].includes(open + close) && before === open && after === close;
  return paired && !text.slice(1, -1).includes(open) ? text.slice(1, -1) : text;
}

function print(slot: Slot, fact: Fact, before: string, point: boolean): string {
  const { value } = fact;
  switch (value.type) {
    case 'figure':
      return printFigure(slot, printedQuantity(fact) ?? value.quantity);
    case 'text':
      return value.text.trim();
    case 'list':
      return printList(titled(slot, value.items), before === '：' || before === ':', point);
    case 'omitted':
      return '';
  }
}

/** A title asked for as one and given without marks takes them: 题目是“…”“…”. */
function titled({ question }: Slot, items: string[]): string[] {
  if (!/题目/u.test(question)) return items;
  return bareItems(items).map((item) => (/[《“‘]/u.test(item) ? item : `“${item}”`));
}

function inPoint({ outline, section }: RenderContext): boolean {
  return sectionsOf(outline).some((one) => one.id === section && one.kind === 'point');
}

function charBefore(pieces: Piece[], at: number): string {
  const piece = pieces[at - 1];
  return piece?.type === 'text' ? piece.text.slice(-1) : '';
}

function charAfter(pieces: Piece[], at: number): string {
  const piece = pieces[at + 1];
  return piece?.type === 'text' ? piece.text.slice(0, 1) : '';
}

const isMark = (char: string): boolean => char !== '' && '，。；：、！？）”'.includes(char);
