// Narrative facts told item by item, in a writer's words: which item each token stands for now, and what it prints.
// Never prints other words than the item's own once the item has changed.
import { type Mask, maskText } from '../figures/index.ts';
import type { Facts, FactValue } from './fact.ts';
import { bareItems } from './print-list.ts';
import type { Piece, Token } from './token.ts';

/** What a narrative fact consists of: a list's items, a text's sentences. */
export function itemsOf(value: FactValue | undefined): string[] {
  if (value?.type === 'list') return bareItems(value.items);
  if (value?.type === 'text') return bareItems(value.text.split(/(?<=[。！？；\n])/u));
  return [];
}

/** The item as a writer sees it, its figures hidden, and what was hidden. */
export function hiddenItem(item: string): { text: string; masks: Mask[] } {
  return maskText(item);
}

/** ⟦1⟧ or ⟦1:次⟧ in a writer's words: a figure of the item told. */
export const hiddenFigure = /⟦(\d{1,3})(?:[:：][^⟦⟧]*)?⟧/gu;

/** Which words the item had, short enough to stand in every token. */
function fingerprint(item: string): string {
  let [low, high] = [7, 11];
  for (const char of item) {
    const code = char.codePointAt(0) ?? 0;
    low = (low * 31 + code) % 1_000_003;
    high = (high * 37 + code) % 999_983;
  }
  return (low * 1_000_000 + high).toString(36);
}

/** A fresh text's item tokens with what they were written of: the fingerprint, and of how many items. */
export function signed(pieces: Piece[], facts: Facts): Piece[] {
  return pieces.map((piece) => {
    if (piece.type !== 'token' || piece.item === undefined) return piece;
    const items = itemsOf(facts[piece.slot]?.value);
    const item = items[piece.item - 1];
    return item === undefined ? piece : { ...piece, of: { count: items.length, said: fingerprint(item) } };
  });
}

/** One item as a token prints it: in the writer's words while they are true of it, else as it was said. */
export interface Printed {
  item: string;
  words?: string;
}

/**
 * Every item token with what it prints. An item that was changed takes the place of the one it replaces, one that is
 * gone takes its token along, and new ones join the last token: so no correction is ever missing from the text. An item
 * whose token a person replaced by words of their own stays told by those.
 */
export function resolveItems(pieces: Piece[], facts: Facts): (Piece & { prints?: Printed[] })[] {
  const told = Map.groupBy(
    pieces.filter((piece): piece is Token => piece.type === 'token' && piece.item !== undefined),
    (token) => token.slot,
  );
  const prints = new Map<Token, Printed[]>();
  for (const [slot, tokens] of told) {
    const items = itemsOf(facts[slot]?.value);
    if (items.length > 0) for (const [token, printed] of matched(tokens, items)) prints.set(token, printed);
    // Without the fact the first one says that it is missing.
    else for (const token of tokens.slice(1)) prints.set(token, []);
  }
  return pieces.map((piece) => {
    const printed = piece.type === 'token' ? prints.get(piece) : undefined;
    return printed === undefined ? piece : { ...piece, prints: printed };
  });
}

function matched(tokens: Token[], items: string[]): Map<Token, Printed[]> {
  const open = new Set(items.keys());
  const found = new Map<Token, Printed[]>();
  const take = (token: Token, at: number, same: boolean): void => {
    const item = items[at] ?? '';
    open.delete(at);
    found.set(token, [{ item, ...(same && token.words !== undefined ? { words: token.words } : {}) }]);
  };
  for (const token of tokens) {
    const own = (token.item ?? 0) - 1;
    const isIt = (at: number): boolean =>
      open.has(at) && (token.of === undefined ? at === own : fingerprint(items[at] ?? '') === token.of.said);
    const at = isIt(own) ? own : [...open].find(isIt);
    if (at !== undefined) take(token, at, true);
  }
  const count = Math.max(0, ...tokens.map((token) => token.of?.count ?? 0));
  const standing = new Set(tokens.map((token) => (token.item ?? 0) - 1));
  const byHand = (at: number): boolean => at < count && !standing.has(at);
  for (const token of tokens.filter((one) => !found.has(one))) {
    const own = (token.item ?? 0) - 1;
    const at = open.has(own) ? own : [...open].find((one) => !byHand(one));
    if (at === undefined) found.set(token, []);
    else take(token, at, false);
  }
  const last = tokens.findLast((token) => (found.get(token) ?? []).length > 0);
  if (last && count > 0) {
    const more = [...open].filter((at) => !byHand(at)).map((at) => ({ item: items[at] ?? '' }));
    found.set(last, [...(found.get(last) ?? []), ...more]);
  }
  return found;
}

/** The parts of a writer's words: theirs, and the figures they left hidden, as the item has them. */
export function partsOfWords(item: string, words: string): { text: string; hidden: boolean }[] {
  const { masks } = hiddenItem(item);
  const parts: { text: string; hidden: boolean }[] = [];
  let end = 0;
  for (const match of words.matchAll(hiddenFigure)) {
    if (match.index > end) parts.push({ text: words.slice(end, match.index), hidden: false });
    const original = masks.find((mask) => mask.id === Number(match[1]))?.original;
    parts.push({ text: original ?? '〔待核：此处的数有误〕', hidden: true });
    end = match.index + match[0].length;
  }
  if (end < words.length) parts.push({ text: words.slice(end), hidden: false });
  return parts;
}
