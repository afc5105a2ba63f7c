// A text with tokens as people see it, each piece with its place. Writes no word.
import { dropClauses } from './drop-clauses.ts';
import { piecesOf, printsNothing, type RenderContext, renderEach } from './render.ts';
import type { Piece, Token } from './token.ts';

export interface EditContext extends RenderContext {
  section: string;
}

/** A piece with its place in the text as people see it. */
export interface Laid {
  piece: Piece;
  text: string;
  start: number;
  end: number;
}

export interface Place {
  start: number;
  end: number;
}

/** `full` also lays out what is left out on purpose (as nothing), so that it survives the edit. */
export function layOut(text: string, context: EditContext, full: boolean): Laid[] {
  const gone = (slot: string, token: Token): boolean => printsNothing(slot, token, context);
  const parsed = piecesOf(text, context);
  const pieces = full ? parsed : dropClauses(parsed, gone);
  let at = 0;
  return renderEach(pieces, context).map((span, index): Laid => {
    const piece = pieces[index] as Piece;
    const words = piece.type === 'token' && gone(piece.slot, piece) ? '' : span.text;
    const start = at;
    at += words.length;
    return { piece, text: words, start, end: at };
  });
}

export const wordsOf = (laid: Laid[]): string => laid.map((one) => one.text).join('');

/** The section as people see it. */
export function shownText(text: string, context: EditContext): string {
  return wordsOf(layOut(text, context, false));
}
