// A report's texts cut down to a length: whole sentences, clauses and items go, least needed first. Adds no word, alters no figure.
import { assemble, documentText } from './assemble.ts';
import { countWords } from './count-words.ts';
import type { Facts } from './fact.ts';
import { type Outline, type Section, sectionsOf } from './outline.ts';
import { renderPlain } from './render.ts';
import { type Cut, cutsOf, type Worth, without } from './shorten-cuts.ts';
import { tokensIn } from './token.ts';

interface ShortenRequest {
  outline: Outline;
  year: number;
  facts: Facts;
  /** With tokens, by section id. */
  texts: Record<string, string>;
  /** Characters of the whole document, in Word's count. */
  most: number;
  /** Slots that stay told whatever the length, and slots that go whatever the length. */
  keep?: ReadonlySet<string>;
  drop?: ReadonlySet<string>;
  /** What nobody gave yet goes first. */
  gapsFirst?: boolean;
  /** Sections not to be touched. */
  fixed?: ReadonlySet<string>;
  /** Sections of the parts a share is demanded for: they are cut later than the others. */
  favoured?: ReadonlySet<string>;
}

export interface Shortened {
  texts: Record<string, string>;
  /** Slots told before and no longer, in reading order. */
  omitted: string[];
  /** Slots still told. */
  told: string[];
  characters: number;
}

/** What is cut stays within this of the length wanted, where the sentences allow it. */
const LEAST = 0.95;

/**
 * Cuts until the document is no longer than `most`, and no further than 5 % below where a cut of that size exists. Longer
 * than `most` only when what must stay is.
 */
export function shorten(request: ShortenRequest): Shortened {
  const texts = { ...request.texts };
  for (const slot of request.drop ?? []) {
    for (const id of Object.keys(texts)) texts[id] = without(texts[id] ?? '', slot, request.outline);
  }
  const budget = budgets(request, texts);
  const measure = createMeasure(request);
  // Only the section that was cut is looked at anew.
  const known = new Map<string, SectionCut[]>();
  let total = lengthOf(request, texts);
  const least = request.most * LEAST;
  while (total > request.most) {
    const cut = choose(candidates(request, texts, budget, measure, known), total - request.most, total - least);
    if (!cut) break;
    texts[cut.section] = cut.apply();
    known.delete(cut.section);
    const now = lengthOf(request, texts);
    if (now >= total) break;
    total = now;
  }
  const before = slotsTold(request, request.texts);
  const told = slotsTold(request, texts);
  return { texts, omitted: before.filter((id) => !told.includes(id)), told, characters: total };
}

export function lengthOf({ outline, year, facts }: ShortenRequest, texts: Record<string, string>): number {
  return countWords(documentText(assemble({ outline, year, facts, texts })));
}

function slotsTold({ outline }: ShortenRequest, texts: Record<string, string>): string[] {
  const ids = sectionsOf(outline).flatMap(({ id }) => tokensIn(texts[id] ?? ''));
  return [...new Set(ids)].filter((id) => id !== 'year');
}

/** How much longer than its share of the wanted length each section is; above 1 it is cut first. */
function budgets(request: ShortenRequest, texts: Record<string, string>): (id: string) => number {
  const { outline, favoured = new Set<string>() } = request;
  const sections = sectionsOf(outline).filter(({ id }) => texts[id]);
  const wanted = (section: Section): number =>
    Math.sqrt(Math.max(20, section.length) * size(request, section.id, texts)) * (favoured.has(section.id) ? 1.4 : 1);
  const all = sections.reduce((sum, one) => sum + wanted(one), 0);
  const share = new Map(sections.map((one) => [one.id, (request.most * wanted(one)) / Math.max(1, all)]));
  return (id) => share.get(id) ?? 1;
}

function size({ outline, year, facts }: ShortenRequest, id: string, texts: Record<string, string>): number {
  return Math.max(1, countWords(renderPlain(texts[id] ?? '', { outline, year, facts, section: id })));
}

type SectionCut = Cut & { section: string };

/** The same sentence is measured again and again. */
function createMeasure({ outline, year, facts }: ShortenRequest): (section: string) => (text: string) => number {
  const known = new Map<string, number>();
  return (section) => (text) => {
    const key = `${section}\n${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const measured = countWords(renderPlain(text, { outline, year, facts, section }));
    known.set(key, measured);
    return measured;
  };
}

function candidates(
  request: ShortenRequest,
  texts: Record<string, string>,
  budget: (id: string) => number,
  measure: ReturnType<typeof createMeasure>,
  known: Map<string, SectionCut[]>,
): SectionCut[] {
  const { outline, facts, keep = new Set<string>() } = request;
  const told = new Map<string, number>();
  for (const text of Object.values(texts)) for (const slot of tokensIn(text)) told.set(slot, (told.get(slot) ?? 0) + 1);
  const whole = Object.values(texts).join('\n');
  const elsewhere = (slot: string): boolean => (told.get(slot) ?? 0) > 1;
  return sectionsOf(outline).flatMap((section) => {
    const text = texts[section.id];
    if (!text || request.fixed?.has(section.id)) return [];
    const before = known.get(section.id);
    if (before) return before;
    const pressure = Math.max(0.1, size(request, section.id, texts) / budget(section.id));
    const worth: Worth = {
      outline,
      facts,
      section,
      keep,
      elsewhere,
      whole,
      gapsFirst: request.gapsFirst ?? false,
      measure: measure(section.id),
    };
    const cuts = cutsOf(text, worth).map((cut) => ({ ...cut, section: section.id, cost: cut.cost / pressure ** 2 }));
    known.set(section.id, cuts);
    return cuts;
  });
}

/** The cheapest that does not cut too deep; where every one does, the one that goes least beyond. */
function choose(cuts: SectionCut[], excess: number, room: number): SectionCut | undefined {
  const rated = cuts.toSorted((a, b) => a.cost / Math.sqrt(a.gain) - b.cost / Math.sqrt(b.gain));
  const fitting = rated.filter(({ gain }) => gain <= room);
  const first = fitting.find(({ stands }) => stands());
  if (!first) return rated.toSorted((a, b) => a.gain - b.gain).find(({ stands }) => stands());
  if (first.gain >= excess) return first;
  // The last step: one that ends within the limits, if it costs not much more.
  const last = fitting.find(({ gain, cost, stands }) => gain >= excess && cost <= first.cost * 1.5 && stands());
  return last ?? first;
}
