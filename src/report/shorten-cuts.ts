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
  text: string;
  /** Characters less. */
  gain: number;
  /** How much it is missed: 1 for words without a fact, 10 for a required one. */
  cost: number;
}

export interface Worth {
  outline: Outline;
  section: Section;
  keep: ReadonlySet<string>;
  /** Whether a slot is told in another place too. */
  elsewhere: (slot: string) => boolean;
  /** All texts: a fixed formulation that stands in another place may go from here. */
  whole: string;
}

interface Needs extends Worth {
  facts: Facts;
  measure: (text: string) => number;
}

/** Never cut. */
const NEVER = Number.POSITIVE_INFINITY;

export function cutsOf(text: string, needs: Needs): Cut[] {
  const full = needs.measure(text);
  const sentences = sentencesIn(text);
  const cuts = [
    ...wholeSentences(sentences, needs),
    ...tokenClauses(text, needs),
    ...plainClauses(sentences, needs),
    ...lastItems(text, needs),
  ];
  return cuts
    .filter(({ text: left, cost }) => cost !== NEVER && left !== text)
    .map((cut) => ({ ...cut, gain: full - (cut.text.trim() === '' ? 0 : needs.measure(cut.text)) }));
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

function wholeSentences(sentences: SentencePieces[], needs: Needs): Omit<Cut, 'gain'>[] {
  const { section } = needs;
  return sentences.map((_, at) => {
    let end = at + 1;
    while (sentences[end] && !sentences[end]?.paragraph && leansOnOther(sentences[end] as SentencePieces)) end += 1;
    const left = [...sentences.slice(0, at), ...sentences.slice(end)];
    const gone = sentences.slice(at, end);
    const cost = gone.reduce((sum, one) => sum + worthOf(one.pieces, needs), 0);
    // What opens or ends the report frames it, and a point says at least one thing.
    const framing = section.kind !== 'point' && (at === 0 || end === sentences.length) ? 40 : 0;
    const last = left.length === 0 ? (section.kind === 'point' ? 25 : NEVER) : 0;
    const first = at === 0 ? 2 : 0;
    return { text: joinSentences(left), cost: cost + framing + last + first };
  });
}

function tokenClauses(text: string, needs: Needs): Omit<Cut, 'gain'>[] {
  const { outline, section } = needs;
  const before = proveWording(text, outline, section).length;
  return [...new Set(tokensIn(text))].flatMap((slot) => {
    if (slot === 'year') return [];
    const left = without(text, slot, outline);
    const told = new Set(tokensIn(left));
    const gone = [...new Set(tokensIn(text))].filter((id) => !told.has(id));
    const others = gone.filter((id) => id !== slot && !hangingOn(slot, outline).includes(id));
    // A clause less must not leave a figure beside another's words, nor a sentence that says nothing.
    if (left === '' || others.length > 0 || bare(left, text) || proveWording(left, outline, section).length > before)
      return [];
    return [{ text: left, cost: gone.reduce((sum, id) => sum + slotWorth(id, needs), 0.5) }];
  });
}

/** Whether a sentence lost its last token and stands there with what is left of it. */
function bare(left: string, text: string): boolean {
  const empty = (one: string): number =>
    sentencesIn(one).filter(({ pieces }) => pieces.every((piece) => piece.type === 'text')).length;
  return empty(left) > empty(text);
}

/** Between two others a clause without a fact or a fixed wording may go: 推动…, 不断…. */
function plainClauses(sentences: SentencePieces[], needs: Needs): Omit<Cut, 'gain'>[] {
  return sentences.flatMap((sentence, nth) =>
    sentence.pieces.flatMap((piece, at) => {
      if (piece.type !== 'text') return [];
      return [...piece.text.matchAll(/(?<=，)([^，。；：、！？“”‘’《》（）]{4,30})，/gu)].flatMap((match) => {
        const words = match[1] ?? '';
        if (
          /^(?:其中|同比|比|占|较|以及|并|从而|因此|所以|但|而|在|对|把|将|由|按|通过|为)|[一二三四五六七八九]是/u.test(
            words,
          )
        )
          return [];
        // 抓到哪里，就跟到哪里 belong together.
        if (
          /^[^，。；]{0,3}[就便才也都]/u.test(piece.text.slice(match.index + match[0].length)) ||
          /哪里|什么|多少/u.test(words)
        )
          return [];
        if (needs.section.formulations.some((one) => one.includes(words) || words.includes(one))) return [];
        const put = piece.text.slice(0, match.index) + piece.text.slice(match.index + match[0].length);
        const pieces: Piece[] = sentence.pieces.map((one, place) => (place === at ? { type: 'text', text: put } : one));
        const left = sentences.map((one, place) => (place === nth ? { ...one, pieces } : one));
        return [{ text: joinSentences(left), cost: 1.2 }];
      });
    }),
  );
}

/** The last of several items of a list, or of the sentences of a narrative. */
function lastItems(text: string, needs: Needs): Omit<Cut, 'gain'>[] {
  const { facts, outline } = needs;
  const pieces = parseTokens(text);
  return pieces
    .flatMap((piece, at): Omit<Cut, 'gain'>[] => {
      if (piece.type !== 'token' || piece.item !== undefined || needs.keep.has(piece.slot)) return [];
      const value = facts[piece.slot]?.value;
      const items = itemsOf(value);
      if (items.length < 2 || slotOf(outline, piece.slot)?.type === 'name') return [];
      const between = value?.type === 'list' ? '；' : '。';
      const first = items.slice(0, -1).flatMap((_, nth): Piece[] => {
        const token: Token = { type: 'token', slot: piece.slot, item: nth + 1 };
        return nth === 0 ? [token] : [{ type: 'text', text: between }, token];
      });
      const left = [...pieces.slice(0, at), ...signed(first, facts), ...pieces.slice(at + 1)];
      return [{ text: writeTokens(left), cost: slotWorth(piece.slot, needs) / items.length + 1 }];
    })
    .concat(furtherItems(pieces, needs));
}

function furtherItems(pieces: Piece[], needs: Needs): Omit<Cut, 'gain'>[] {
  return pieces.flatMap((piece, at) => {
    if (piece.type !== 'token' || piece.item === undefined || needs.keep.has(piece.slot)) return [];
    const mine = pieces.filter((one) => one.type === 'token' && one.slot === piece.slot);
    const [mark, earlier] = [pieces[at - 1], pieces[at - 2]];
    const joined = mark?.type === 'text' && /^[；。]$/u.test(mark.text) && earlier?.type === 'token';
    if (mine.length < 2 || mine.at(-1) !== piece || !joined) return [];
    const left = [...pieces.slice(0, at - 1), ...pieces.slice(at + 1)];
    return [{ text: writeTokens(left), cost: slotWorth(piece.slot, needs) / mine.length + 1 }];
  });
}

function worthOf(pieces: Piece[], needs: Needs): number {
  const words = pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('');
  const held = needs.section.formulations.filter((one) => words.includes(one));
  const fixed = held.some((one) => needs.whole.split(one).length <= 2) ? 30 : held.length > 0 ? 3 : 0;
  const slots = new Set(pieces.flatMap((piece) => (piece.type === 'token' ? [piece.slot] : [])));
  return [...slots].reduce((sum, slot) => sum + slotWorth(slot, needs), 1 + fixed);
}

function slotWorth(id: string, { outline, keep, elsewhere }: Worth): number {
  if (id === 'year') return 0;
  if (keep.has(id)) return elsewhere(id) ? 5 : NEVER;
  const slot = slotOf(outline, id);
  if (elsewhere(id)) return 1;
  const base = slot?.required === true ? 10 : 4;
  return slot?.growth_of !== undefined ? base * 0.6 : base;
}
