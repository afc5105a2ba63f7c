// Reads `{{slot}}` tokens out of a text, strictly. Never lets half a token through as ordinary text.

export type Piece =
  | { type: 'text'; text: string }
  | { type: 'token'; slot: string }
  /** Braces that are no token: `{x}`, `{{x`, `｛｛x｝｝`. Never printed. */
  | { type: 'malformed'; text: string };

// The later branches take a whole broken token, so that its inside is not printed as if someone had written it.
const token = /\{\{([a-z][a-z0-9_]*)\}\}|[{｛]+[^{}｛｝，。；：、\n]*[}｝]+|[{｛]+\w*|\w*[}｝]+/g;

/**
 * A person's own braces, kept apart from tokens: `␛` and a letter for each. parseTokens gives them back as they were typed.
 */
const escapes: Record<string, string> = { '{': 'c', '}': 'd', '␛': 'e', '｛': 'f', '｝': 'g' };
const escaped: Record<string, string> = Object.fromEntries(
  Object.entries(escapes).map(([mark, letter]) => [letter, mark]),
);

/** Words that a person typed, as they stand in a text with tokens. */
export function escapeBraces(words: string): string {
  return words.replace(/[{}␛｛｝]/gu, (mark) => `␛${escapes[mark]}`);
}

const asTyped = (text: string): string => text.replace(/␛([cdefg])/gu, (_, letter: string) => escaped[letter] ?? '');

export function parseTokens(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) pieces.push({ type: 'text', text: asTyped(text.slice(end, match.index)) });
    const slot = match[1];
    pieces.push(slot === undefined ? { type: 'malformed', text: match[0] } : { type: 'token', slot });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ type: 'text', text: asTyped(text.slice(end)) });
  return pieces;
}

/** The slots a text's tokens name, in order, repetitions included. */
export function tokensIn(text: string): string[] {
  return parseTokens(text).flatMap((piece) => (piece.type === 'token' ? [piece.slot] : []));
}

/** The inverse of parseTokens. */
export function writeTokens(pieces: Piece[]): string {
  return pieces
    .map((piece) =>
      piece.type === 'token' ? `{{${piece.slot}}}` : piece.type === 'text' ? escapeBraces(piece.text) : piece.text,
    )
    .join('');
}
