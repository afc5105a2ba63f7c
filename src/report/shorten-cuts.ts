// What can be cut out of one section's text, how much that gains and what it costs. Proposes; changes nothing itself.
import { dropClauses } from './drop-clauses.ts';
import type { Facts } from './fact.ts';
import { type Outline, type Section, slotOf } from './outline.ts';
import { proveWording } from './proof.ts';
import { joinSentences, leansOnOther, type SentencePieces, sentencesIn } from './sentence-pieces.ts';
import { itemsOf, signed } from './telling.ts';
import { type Piece, parseTokens, type Token, tokensIn, writeTokens } from './token.ts';

export interface Cut {
  /** The section's text without it. */
  apply: () => string;
  /** Whether what is left may stand; asked only of a cut that is wanted. */
  stands: () => boolean;
  /** Characters less. */
  gain: number;
  /** How much it is missed: 1 for words without a fact, 10 for a required one. */
  cost: number;
}

export interface Worth {
  outline: Outline;
  facts: Facts;
  section: Section;
  keep: ReadonlySet<string>;
  /** Whether a slot is told in another place too. */
  elsewhere: (slot: string) => boolean;
  /** What nobody gave yet is missed least: the text is to go out as it stands. */
  gapsFirst: boolean;
  /** All texts: a fixed formulation that stands in another place may go from here. */
  whole: string;
  /** Characters of a piece of text, as printed. */
  measure: (text: string) => number;
}

/** Never cut. */
const NEVER = Number.POSITIVE_INFINITY;
const always = (): boolean => true;

export function cutsOf(text: string, worth: Worth): Cut[] {
  const sentences = sentencesIn(text);
  return [
    ...wholeSentences(sentences, worth),
    ...sentences.flatMap((one, at) => within(sentences, one, at, worth)),
  ].filter(({ gain, cost }) => gain > 0 && cost !== NEVER);
}

/** All clauses that tell this slot, and what hangs on it; nothing else. */
export function without(text: string, slot: string, outline: Outline): string {
  if (!tokensIn(text).includes(slot)) return text;
  const gone = new Set([slot, ...hangingOn(slot, outline)]);
  return joinSentences(sentencesIn(writeTokens(dropClauses(parseTokens(text), (id) => gone.has(id)))));
}

/** 增长8.7% says nothing without what grew. */
const hangingOn = (slot: string, outline: Outline): string[] =>
  outline.slots.filter((one) => one.growth_of === slot).map((one) => one.id);

const slotsIn = (pieces: Piece[]): string[] => [
  ...new Set(pieces.flatMap((piece) => (piece.type === 'token' ? [piece.slot] : []))),
];

function wholeSentences(sentences: SentencePieces[], worth: Worth): Cut[] {
  const { section, measure } = worth;
  return sentences.map((_, at) => {
    let end = at + 1;
    while (sentences[end] && !sentences[end]?.paragraph && leansOnOther(sentences[end] as SentencePieces)) end += 1;
    const gone = sentences.slice(at, end);
    const left = sentences.length - gone.length;
    const cost = gone.reduce((sum, one) => sum + worthOf(one.pieces, worth), 0);
    // What opens or ends the report frames it, and a point says at least one thing.
    const framing = section.kind !== 'point' && (at === 0 || end === sentences.length) ? 40 : 0;
    const gap = worth.gapsFirst && gone.every(({ pieces }) => isGap(pieces, worth));
    const last = left === 0 ? (section.kind === 'point' ? (gap ? 1 : 25) : NEVER) : 0;
    const first = at === 0 ? 2 : 0;
    return {
      apply: () => joinSentences([...sentences.slice(0, at), ...sentences.slice(end)]),
      stands: always,
      gain: gone.reduce((sum, one) => sum + measure(writeTokens(one.pieces)), 0),
      cost: cost + framing + last + first,
    };
  });
}

/** It tells nothing but what nobody gave yet. */
function isGap(pieces: Piece[], { facts }: Worth): boolean {
  const slots = slotsIn(pieces).filter((id) => id !== 'year');
  return slots.length > 0 && slots.every((id) => !facts[id]);
}

/** Cuts inside one sentence. */
function within(sentences: SentencePieces[], sentence: SentencePieces, at: number, worth: Worth): Cut[] {
  const { outline, section, measure } = worth;
  const text = writeTokens(sentence.pieces);
  const full = measure(text);
  const before = (): number => proveWording(text, outline, section).length;
  return [
    ...tokenClauses(sentence.pieces, worth),
    ...plainClauses(sentence.pieces, worth),
    ...lastItems(sentence.pieces, worth),
  ].map(({ pieces, cost }) => {
    const left = writeTokens(pieces);
    return {
      apply: () => joinSentences(sentences.map((one, place) => (place === at ? { ...one, pieces } : one))),
      // A clause less must not leave a figure beside another's words.
      stands: () => proveWording(left, outline, section).length <= before(),
      gain: full - measure(left),
      cost,
    };
  });
}

type Inside = { pieces: Piece[]; cost: number };

function tokenClauses(pieces: Piece[], worth: Worth): Inside[] {
  const { outline } = worth;
  const told = slotsIn(pieces);
  return told.flatMap((slot) => {
    if (slot === 'year') return [];
    const gone = new Set([slot, ...hangingOn(slot, outline)]);
    const left = dropClauses(pieces, (id) => gone.has(id));
    const still = slotsIn(left);
    // Nothing else may go along, and no sentence stay that says nothing.
    if (left.length === 0 || still.length === 0 || told.some((id) => !gone.has(id) && !still.includes(id))) return [];
    const lost = told.filter((id) => gone.has(id));
    return [{ pieces: left, cost: lost.reduce((sum, id) => sum + slotWorth(id, worth), 0.5) }];
  });
}

/** Between two others a clause without a fact or a fixed wording may go: 推动…, 不断…. */
function plainClauses(pieces: Piece[], { section }: Worth): Inside[] {
  return pieces.flatMap((piece, at) => {
    if (piece.type !== 'text') return [];
    return [...piece.text.matchAll(/(?<=，)([^，。；：、！？“”‘’《》（）]{4,30})，/gu)].flatMap((match) => {
      const words = match[1] ?? '';
      const next = piece.text.slice(match.index + match[0].length);
      if (leading.test(words)) return [];
      // 抓到哪里，就跟到哪里 belong together.
      if (/^[^，。；]{0,3}[就便才也都]/u.test(next) || /哪里|什么|多少/u.test(words)) return [];
      if (section.formulations.some((one) => one.includes(words) || words.includes(one))) return [];
      const text = piece.text.slice(0, match.index) + next;
      return [{ pieces: pieces.map((one, place): Piece => (place === at ? { type: 'text', text } : one)), cost: 1.2 }];
    });
  });
}

const leading =
  /^(?:其中|同比|比|占|较|以及|并|从而|因此|所以|但|而|在|对|把|将|由|按|通过|为)|[一二三四五六七八九]是/u;

/** The last of several items of a list, or of the sentences of a narrative. */
function lastItems(pieces: Piece[], worth: Worth): Inside[] {
  const { facts, outline, keep } = worth;
  return pieces.flatMap((piece, at): Inside[] => {
    if (piece.type !== 'token' || keep.has(piece.slot)) return [];
    const value = facts[piece.slot]?.value;
    const items = itemsOf(value);
    if (items.length < 2 || slotOf(outline, piece.slot)?.type === 'name') return [];
    const cost = slotWorth(piece.slot, worth) / items.length + 1;
    if (piece.item !== undefined) return furtherItem(pieces, piece, at).map((left) => ({ pieces: left, cost }));
    const between = value?.type === 'list' ? '；' : '。';
    const first = items.slice(0, -1).flatMap((_, nth): Piece[] => {
      const token: Token = { type: 'token', slot: piece.slot, item: nth + 1 };
      return nth === 0 ? [token] : [{ type: 'text', text: between }, token];
    });
    return [{ pieces: [...pieces.slice(0, at), ...signed(first, facts), ...pieces.slice(at + 1)], cost }];
  });
}

function furtherItem(pieces: Piece[], piece: Token, at: number): Piece[][] {
  const mine = pieces.filter((one) => one.type === 'token' && one.slot === piece.slot);
  const [mark, earlier] = [pieces[at - 1], pieces[at - 2]];
  const joined = mark?.type === 'text' && mark.text === '；' && earlier?.type === 'token';
  return mine.length >= 2 && mine.at(-1) === piece && joined
    ? [[...pieces.slice(0, at - 1), ...pieces.slice(at + 1)]]
    : [];
}

function worthOf(pieces: Piece[], worth: Worth): number {
  const words = pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('');
  const held = worth.section.formulations.filter((one) => words.includes(one));
  const fixed = held.some((one) => worth.whole.split(one).length <= 2) ? 30 : held.length > 0 ? 3 : 0;
  return slotsIn(pieces).reduce((sum, slot) => sum + slotWorth(slot, worth), 1 + fixed);
}

function slotWorth(id: string, { outline, facts, keep, elsewhere, gapsFirst }: Worth): number {
  if (id === 'year') return 0;
  if (keep.has(id)) return elsewhere(id) ? 5 : NEVER;
  const slot = slotOf(outline, id);
  if (elsewhere(id) || (gapsFirst && !facts[id])) return 1;
  const base = slot?.required === true ? 10 : 4;
  return slot?.growth_of !== undefined ? base * 0.6 : base;
}
