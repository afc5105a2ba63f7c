// What taking a returned document in would change: the outline, the texts, and what cannot be taken unasked because it was changed here too or is locked. Pure; nothing is done.
import { findFigures } from '../../figures/index.ts';
import type { Assembly } from '../assemble.ts';
import { type Outline, sectionsOf } from '../outline.ts';
import { retitle } from '../restructure.ts';
import { escapeBraces, tokensIn } from '../token.ts';
import type { DocumentComparison, ReturnedSection } from './compare-document.ts';
import { type Named, nameNew, resettle, takeOutline } from './take-outline.ts';
import { type TakenWords, type TypedFigure, takeWords } from './take-words.ts';

export interface Present {
  outline: Outline;
  /** Current texts with tokens, by section. */
  texts: Record<string, string>;
  locked: ReadonlySet<string>;
  /** The first free number for `added_…`. */
  added: number;
}

interface TakenSection extends TakenWords {
  section: string;
  before: string;
  /** Sections whose words went into it and which stand no more. */
  merged: string[];
}

/** What only a person can decide: ours stands until then. */
interface Clash {
  section: string;
  why: 'both' | 'locked';
  /** Theirs; absent: they took it out. */
  taken?: TakenSection;
  heading?: string;
}

export interface ReturnPlan {
  compared: Named;
  outline: Outline;
  texts: TakenSection[];
  /** Sections that stand no more. */
  dropped: string[];
  clashes: Clash[];
  /** Their title, or a chapter's heading, where ours was changed as well. */
  headings: { place: string; heading: string }[];
  /** Figures in headings that did not stand in any heading before. */
  headed: TypedFigure[];
  added: number;
}

export function planReturn(base: Assembly, now: Present, comparison: DocumentComparison): ReturnPlan {
  const { named: compared, next } = nameNew(comparison, now.added);
  const all = [compared.opening, ...compared.chapters.flatMap((one) => one.sections), compared.closing].flatMap(
    (one) => (one?.id === undefined ? [] : [{ ...one, id: one.id }]),
  );
  const there = new Set(sectionsOf(now.outline).map((one) => one.id));
  const headingIn = (outline: Outline, id: string): string | undefined =>
    sectionsOf(outline).find((one) => one.id === id)?.heading;
  const isOurs = (id: string): boolean =>
    base.texts[id] !== now.texts[id] || headingIn(base.outline, id) !== headingIn(now.outline, id) || !there.has(id);
  const known = new Set(sectionsOf(base.outline).map((one) => one.id));
  const clashOf = (ids: string[]): Clash['why'] | undefined => {
    if (ids.some((id) => now.locked.has(id))) return 'locked';
    return ids.some((id) => known.has(id) && isOurs(id)) ? 'both' : undefined;
  };
  const texts: TakenSection[] = [];
  const clashes: Clash[] = [];
  const kept = new Set<string>();
  for (const section of all.filter(isChanged)) {
    const taken = wordsOf(base, section, all);
    const why = clashOf([section.id, ...section.merged]);
    // Both wrote the same.
    if (
      why === 'both' &&
      section.merged.length === 0 &&
      now.texts[section.id] === taken.text &&
      headingIn(now.outline, section.id) === section.heading
    )
      continue;
    if (why === undefined) {
      const only = taken.text === base.texts[section.id] && section.merged.length === 0;
      if (!only) texts.push(taken);
      continue;
    }
    for (const id of [section.id, ...section.merged]) kept.add(id);
    clashes.push({ section: section.id, why, taken, ...(section.retitled ? { heading: section.heading } : {}) });
  }
  const ends = [now.outline.opening.id, now.outline.closing.id];
  for (const id of comparison.deleted) {
    const why = there.has(id) ? clashOf([id]) : undefined;
    if (why) {
      kept.add(id);
      clashes.push({ section: id, why });
    } else if (ends.includes(id))
      texts.push({
        section: id,
        before: base.texts[id] ?? '',
        merged: [],
        text: '',
        typed: [],
        untold: tokensIn(base.texts[id] ?? ''),
      });
  }
  const headings = clashingHeadings(base, now, compared);
  const unclashed: Named = {
    ...compared,
    chapters: compared.chapters.map((one) =>
      headings.some(({ place }) => place === one.id) ? { ...one, retitled: false } : one,
    ),
  };
  let outline = takeOutline(now.outline, unclashed, kept);
  if (compared.title !== undefined && headings.every(({ place }) => place !== 'title'))
    outline = retitle(outline, 'title', escapeBraces(compared.title));
  const after = new Set(sectionsOf(outline).map((one) => one.id));
  const dropped = [...there].filter((id) => !after.has(id));
  const told = new Map(
    Object.entries(now.texts)
      .filter(([id]) => after.has(id))
      .map(([id, text]) => [id, tokensIn(text)]),
  );
  for (const { section, text } of texts) told.set(section, tokensIn(text));
  return {
    ...{ compared: unclashed, texts, dropped, clashes, headings, added: next },
    outline: resettle(outline, told),
    headed: figuresInHeadings(base.outline, compared),
  };
}

const isChanged = (one: ReturnedSection): boolean => one.change !== 'same' || one.merged.length > 0;

/** Its words with the tokens of all that stood in them. */
function wordsOf(base: Assembly, section: ReturnedSection & { id: string }, all: ReturnedSection[]): TakenSection {
  const { id, merged, splitFrom, text } = section;
  const own = [id, ...merged].flatMap((one) => base.texts[one] ?? []);
  // Facts of the words it was split from, or was given, are its own as far as it tells them.
  const sources = new Set([id, ...merged, ...(splitFrom === undefined ? [] : [splitFrom])]);
  const apart = all.some((one) => one.splitFrom === id);
  const slots = base.outline.slots.map((slot) => {
    const places = slot.appears ?? [slot.section];
    return places.some((one) => sources.has(one)) && !places.includes(id)
      ? { ...slot, appears: [...places, id] }
      : slot;
  });
  const source = own.length === 0 && splitFrom !== undefined ? (base.texts[splitFrom] ?? '') : own.join('\n');
  const { outline: _, texts: __, ...rest } = base;
  const taken = takeWords(source, { ...rest, outline: { ...base.outline, slots }, section: id }, text);
  const elsewhere = own.length === 0 || apart;
  return { ...taken, untold: elsewhere ? [] : taken.untold, section: id, before: own.join('\n'), merged };
}

function clashingHeadings(base: Assembly, now: Present, compared: Named): ReturnPlan['headings'] {
  const of = (outline: Outline, id: string): string | undefined =>
    outline.chapters.find((one) => one.id === id)?.heading;
  const chapters = compared.chapters.filter(
    ({ id, retitled, heading }) =>
      retitled &&
      of(base.outline, id) !== of(now.outline, id) &&
      of(now.outline, id) !== undefined &&
      of(now.outline, id) !== heading,
  );
  const title =
    compared.title !== undefined && base.outline.title !== now.outline.title
      ? [{ place: 'title', heading: compared.title }]
      : [];
  return [...title, ...chapters.map(({ id, heading }) => ({ place: id, heading }))];
}

function figuresInHeadings(before: Outline, compared: Named): TypedFigure[] {
  const old = [...before.chapters.map((one) => one.heading), ...sectionsOf(before).map((one) => one.heading)].join(
    '\n',
  );
  const retitled = compared.chapters.flatMap((one) => [
    ...(one.retitled ? [one.heading] : []),
    ...one.sections.filter((section) => section.retitled || section.change === 'new').map((section) => section.heading),
  ]);
  return retitled.flatMap((heading) =>
    findFigures(heading)
      .filter(({ text }) => !old.includes(text))
      .map(({ text, quantity }) => ({ text, quantity, around: heading })),
  );
}
