// Drafts a section's text without a model: sentences with tokens, chosen by seed and by which facts are there. States nothing no fact supports.
import { dropClauses } from './drop-clauses.ts';
import type { Facts } from './fact.ts';
import { type Outline, type Section, sectionsOf, slotOf } from './outline.ts';
import { isLeftOut } from './render.ts';
import { type Sentence, sectionBook } from './section-book.ts';
import { parseTokens, tokensIn, writeTokens } from './token.ts';

export type { Sentence };

export interface Phrasebook {
  version: number;
  /** Sentences in order, by section id. */
  sections: Record<string, Sentence[]>;
}

export interface PhraseRequest {
  outline: Outline;
  phrasebook: Phrasebook;
  /** Section id. */
  section: string;
  facts: Facts;
  /** The same seed gives the same text; the next one words every sentence that has other wordings differently. */
  seed: number;
  /** The shortest wordings, and of the sentences without facts only those that hold a required formulation. */
  shorter?: boolean;
}

/**
 * A section's text, with tokens. A sentence appears when one of its tokens has something to print (a fact, fallback
 * words, or, for a required slot, 〔待补：…〕); its clauses that have nothing are dropped by the rule of drop-clauses.ts.
 * A section all of whose slots are left out on purpose says nothing beyond its required formulations.
 */
export function phraseSection(request: PhraseRequest): string {
  const { outline, phrasebook, facts } = request;
  const section = sectionOf(outline, request.section);
  if (!section) return '';
  const silent = (id: string) => !prints(id, outline, facts);
  const own = section.slots.filter((id) => slotOf(outline, id)?.appears?.length !== 0);
  const muted = own.length > 0 && own.every((id) => isLeftOut(id, { outline, facts }));
  const brief = muted || request.shorter === true;
  const book = sectionBook(phrasebook.sections, outline, section);
  const breaks = (at: number) => book[at]?.paragraph === true;
  const sentences = book.map((sentence, at) => {
    if (!(sentence.needs ?? []).every((id) => !silent(id)) || !(sentence.unless ?? []).every(silent)) return '';
    const words = choose(sentence.say, request, at);
    const tokens = tokensIn(words);
    if (tokens.length === 0) return brief && !holdsFormulation(words, section) ? '' : words;
    return tokens.every(silent) ? '' : writeTokens(dropClauses(parseTokens(words), silent));
  });
  const text = sentences.reduce(
    (text, words, at) => text + (words !== '' && text !== '' && breaks(at) ? '\n' : '') + words,
    '',
  );
  return text + plainSentences(outline, section, text, silent);
}

/** What was added to this report alone has no pattern of its own: it is said as it is. */
function plainSentences(outline: Outline, section: Section, text: string, silent: (id: string) => boolean): string {
  const told = new Set(tokensIn(text));
  return outline.slots
    .filter((slot) => slot.added && slot.section === section.id && slot.type === 'figure')
    .filter(({ id }) => !told.has(id) && !silent(id))
    .map(({ id, label }) => `${label}{{${id}}}。`)
    .join('');
}

/** Whether a slot's token would print anything: a fact, fallback words, or the note that a required one is missing. */
function prints(id: string, outline: Outline, facts: Facts): boolean {
  if (id === 'year') return true;
  const slot = slotOf(outline, id);
  if (!slot || isLeftOut(id, { outline, facts })) return false;
  const value = facts[id]?.value;
  if (value && value.type !== 'omitted') return true;
  return slot.fallback !== undefined || slot.required;
}

function choose(say: string[], { section, seed, shorter }: PhraseRequest, at: number): string {
  if (shorter === true) return say.reduce((short, words) => (words.length < short.length ? words : short));
  const step = Math.abs(Math.trunc(seed)) || 0;
  // Every sentence moves on with the seed; once round the longest cycle, the sentences are combined anew.
  const offset = hash(`${section}/${at}/${Math.floor(step / 12)}`);
  return say[(step + offset) % say.length] ?? '';
}

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}

function holdsFormulation(words: string, section: Section): boolean {
  return section.formulations.some((formulation) => words.includes(formulation));
}

function sectionOf(outline: Outline, id: string): Section | undefined {
  return sectionsOf(outline).find((section) => section.id === id);
}
