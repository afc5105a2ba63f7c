// Reads `{{slot}}` tokens out of a text, strictly. Never lets half a token through as ordinary text.

export type Piece =
  | { type: 'text'; text: string }
  | { type: 'token'; slot: string }
  /** Braces that are no token: `{x}`, `{{x`, `｛｛x｝｝`. Never printed. */
  | { type: 'malformed'; text: string };

// The later branches take a whole broken token, so that its inside is not printed as if someone had written it.
const token = /\{\{([a-z][a-z0-9_]*)\}\}|[{｛]+[^{}｛｝，。；：、\n]*[}｝]+|[{｛]+\w*|\w*[}｝]+/g;

export function parseTokens(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) pieces.push({ type: 'text', text: text.slice(end, match.index) });
    const slot = match[1];
    pieces.push(slot === undefined ? { type: 'malformed', text: match[0] } : { type: 'token', slot });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ type: 'text', text: text.slice(end) });
  return pieces;
}

/** The slots a text's tokens name, in order, repetitions included. */
export function tokensIn(text: string): string[] {
  return parseTokens(text).flatMap((piece) => (piece.type === 'token' ? [piece.slot] : []));
}

/** The inverse of parseTokens. */
export function writeTokens(pieces: Piece[]): string {
  return pieces.map((piece) => (piece.type === 'token' ? `{{${piece.slot}}}` : piece.text)).join('');
}
