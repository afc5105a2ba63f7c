// Cuts a message into lines, sentences and clauses by offset. Pure; never changes the text, so offsets stay true.

/** Offsets are UTF-16, end exclusive. */
export interface Piece {
  start: number;
  end: number;
  text: string;
}

const sentenceEnd = /[。！？!?；;\n\r]/;
const clauseEnd = /[，,。！？!?；;\n\r]/;

/** `1,234` and `3.5` are no boundaries; a full stop of Latin typing (`12次. 党课4次`) is. */
function isBoundary(text: string, at: number, pattern: RegExp): boolean {
  const char = text[at] ?? '';
  if (char === ',' || char === '，') {
    const thousands = /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
    return pattern.test(char) && !thousands;
  }
  if (char === '.') return /[\s\p{Script=Han}]/u.test(text[at + 1] ?? ' ') && !/[\d\s]/.test(text[at - 1] ?? ' ');
  return pattern.test(char);
}

function cut(text: string, pattern: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isBoundary(text, at, pattern)) continue;
    if (text.slice(start, at).trim() !== '') pieces.push({ start, end: at, text: text.slice(start, at) });
    start = at + 1;
  }
  return pieces;
}

export const splitSentences = (text: string): Piece[] => cut(text, sentenceEnd);
export const splitClauses = (text: string): Piece[] => cut(text, clauseEnd);
export const splitLines = (text: string): Piece[] => cut(text, /[\n\r]/);
