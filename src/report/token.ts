// Reads `{{slot}}` tokens out of a text, strictly. Never lets half a token through as ordinary text.
//
// A narrative fact may be told by item and in other words: `{{slot.2}}` is its second item as it was said,
// `{{slot.2：words}}` the same rephrased; as stored, `{{slot.2/5.k3f9zq：words}}` also says of how many items, and which
// words the fact had when it was rephrased (telling.ts).

export interface Token {
  type: 'token';
  slot: string;
  /** Which item of a narrative fact, from 1; absent for all of it. */
  item?: number;
  /** Of how many, and the fingerprint of the item, when it was written. */
  of?: { count: number; said: string };
  /** The item in a writer's words, its hidden figures as ⟦1⟧. */
  words?: string;
}

export type Piece =
  | { type: 'text'; text: string }
  | Token
  /** Braces that are no token: `{x}`, `{{x`, `｛｛x｝｝`. Never printed. */
  | { type: 'malformed'; text: string };

// The later branches take a whole broken token, so that its inside is not printed as if someone had written it.
const token =
  /\{\{([a-z][a-z0-9_]*)(?:\.([1-9]\d?)(?:\/([1-9]\d?)\.([0-9a-z]{1,9}))?(?:[：:]([^{}｛｝\n]*))?)?\}\}|[{｛]+[^{}｛｝，。；：、\n]*[}｝]+|[{｛]+\w*|\w*[}｝]+/g;

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
    pieces.push(tokenOf(match) ?? { type: 'malformed', text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ type: 'text', text: asTyped(text.slice(end)) });
  return pieces;
}

function tokenOf([, slot, item, count, said, words]: RegExpExecArray): Token | undefined {
  if (slot === undefined) return undefined;
  return {
    type: 'token',
    slot,
    ...(item === undefined ? {} : { item: Number(item) }),
    ...(count === undefined || said === undefined ? {} : { of: { count: Number(count), said } }),
    ...(words === undefined ? {} : { words: asTyped(words) }),
  };
}

/** A text that is still growing, without what may become a token or an escape: `举办{{lec` and `举办{{lec}` give `举办`. */
export function wholeTokens(growing: string): string {
  return growing.replace(/(?:[{｛]+[a-z][\w./]*[：:][^{}｛｝\n]*[}｝]?|[{｛]+[^{}｛｝\n，。；：、]*[}｝]?|␛)$/u, '');
}

/** The slots a text's tokens name, in order, repetitions included. */
export function tokensIn(text: string): string[] {
  return parseTokens(text).flatMap((piece) => (piece.type === 'token' ? [piece.slot] : []));
}

/** The inverse of parseTokens. */
export function writeTokens(pieces: Piece[]): string {
  return pieces
    .map((piece) =>
      piece.type === 'token' ? writeToken(piece) : piece.type === 'text' ? escapeBraces(piece.text) : piece.text,
    )
    .join('');
}

function writeToken({ slot, item, of, words }: Token): string {
  const place = item === undefined ? '' : `.${item}`;
  const origin = of === undefined ? '' : `/${of.count}.${of.said}`;
  return `{{${slot}${place}${origin}${words === undefined ? '' : `：${escapeBraces(words)}`}}}`;
}
