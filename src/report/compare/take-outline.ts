// A returned document's order, headings and sections into the outline that stands now. What was added here since stays; what is protected is not taken out. Pure.
import { type Chapter, type Outline, type Section, sectionsOf, slotOf } from '../outline.ts';
import { mergeSections, removeSections, retitle } from '../restructure.ts';
import type { DocumentComparison, ReturnedChapter, ReturnedSection } from './compare-document.ts';

/** A comparison whose new chapters and sections have ids. */
export interface Named extends Omit<DocumentComparison, 'chapters'> {
  chapters: NamedChapter[];
}

type NamedSection = Omit<ReturnedSection, 'id'> & { id: string };
/** `spare`: for a section of its own where nothing is left under its heading. */
type NamedChapter = Omit<ReturnedChapter, 'id' | 'sections'> & { id: string; spare?: string; sections: NamedSection[] };

/** Ids for what is new: `added_7`. `next` is the first number that is free. */
export function nameNew(compared: DocumentComparison, next: number): { named: Named; next: number } {
  let number = next;
  const fresh = (): string => `added_${number++}`;
  const chapters = compared.chapters.map((chapter) => ({
    ...chapter,
    id: chapter.id ?? fresh(),
    sections: chapter.sections.map((section) => ({ ...section, id: section.id ?? fresh() })),
    ...(chapter.sections.length === 0 ? { spare: fresh() } : {}),
  }));
  return { named: { ...compared, chapters }, next: number };
}

/** `kept`: sections that stay where they are and as they are, whatever became of them there. */
export function takeOutline(now: Outline, compared: Named, kept: ReadonlySet<string>): Outline {
  const ordered = compared.restructured ? reordered(now, compared, kept) : now;
  const headings = compared.chapters.flatMap((chapter) => [
    ...(chapter.retitled ? [chapter] : []),
    ...chapter.sections.filter((one) => one.retitled && !kept.has(one.id)),
  ]);
  return headings.reduce((outline, { id, heading }) => retitle(outline, id, heading), ordered);
}

function reordered(now: Outline, compared: Named, kept: ReadonlySet<string>): Outline {
  const all = compared.chapters.flatMap((one) => one.sections);
  const ends = [now.opening.id, now.closing.id];
  let outline = now;
  for (const { id, merged } of [compared.opening, ...all, compared.closing].flatMap((one) => one ?? [])) {
    if (id === undefined) continue;
    const there = new Set(sectionsOf(outline).map((one) => one.id));
    const into = merged.filter((one) => !kept.has(one) && !ends.includes(one) && there.has(one));
    if (into.length > 0 && there.has(id) && !kept.has(id)) outline = joined(outline, id, into);
  }
  const order = sectionsOf(outline);
  const said = new Set(all.map((one) => one.id));
  const gone = new Set(compared.deleted.filter((id) => !kept.has(id) && !ends.includes(id)));
  // What a chapter that is no more still had in reserve goes with it.
  for (const chapter of outline.chapters.filter((one) => compared.deletedChapters.includes(one.id))) {
    const inside = [...(chapter.lead ? [chapter.lead] : []), ...chapter.points];
    if (inside.every((one) => gone.has(one.id) || said.has(one.id) || !kept.has(one.id)))
      for (const one of inside) if (!said.has(one.id)) gone.add(one.id);
  }
  const stands = (one: NamedSection): boolean => one.change === 'new' || order.some(({ id }) => id === one.id);
  const fresh = (one: NamedSection): Section => ({
    ...{ id: one.id, kind: one.kind, heading: one.heading, formulations: [], slots: [] },
    brief: `围绕“${one.heading}”写，只用给出的内容。`,
    length: Math.max(50, one.text.length),
  });
  const there = compared.chapters.filter(
    ({ id, sections }) =>
      outline.chapters.some((one) => one.id === id) || sections.length === 0 || sections.some(stands),
  );
  const made = there.map((chapter): Chapter => {
    const own = outline.chapters.find((one) => one.id === chapter.id);
    const sections = chapter.sections.flatMap((one): Section[] => {
      const known = order.find(({ id }) => id === one.id);
      // What was taken out here since is not put in again by a file that still has it.
      return known ? [{ ...known, kind: one.kind }] : one.change === 'new' ? [fresh(one)] : [];
    });
    const lead = sections.find((one) => one.kind === 'lead');
    const made = {
      id: chapter.id,
      heading: own?.heading ?? chapter.heading,
      points: sections.filter((one) => one.kind === 'point'),
    };
    return lead ? { ...made, lead } : made;
  });
  // What they did not have before them keeps its place beside what it stood beside.
  for (const [at, chapter] of outline.chapters.entries()) {
    const rest = [...(chapter.lead ? [chapter.lead] : []), ...chapter.points].filter(
      (one) => !said.has(one.id) && !gone.has(one.id),
    );
    if (rest.length === 0) continue;
    let home = made.find((one) => one.id === chapter.id);
    if (!home) {
      home = { id: chapter.id, heading: chapter.heading, points: [] };
      const previous = outline.chapters.slice(0, at).findLast((one) => made.some(({ id }) => id === one.id));
      made.splice(previous ? made.findIndex(({ id }) => id === previous.id) + 1 : 0, 0, home);
    }
    for (const one of rest) {
      if (one.kind === 'lead' && !home.lead) home.lead = one;
      else {
        const before = chapter.points
          .slice(0, chapter.points.indexOf(one))
          .findLast((point) => home.points.some(({ id }) => id === point.id));
        home.points.splice(before ? home.points.findIndex(({ id }) => id === before.id) + 1 : 0, 0, {
          ...one,
          kind: 'point',
        });
      }
    }
  }
  const spareOf = (id: string): string => compared.chapters.find((one) => one.id === id)?.spare ?? `${id}_spare`;
  for (const chapter of made) {
    // A heading with nothing under it is a chapter still to be written.
    if (!chapter.lead && chapter.points.length === 0)
      chapter.lead = fresh({ ...empty, id: spareOf(chapter.id), heading: '' });
  }
  const chapters = made.length > 0 ? made : outline.chapters;
  // Slots of what is gone lose their home by the same rule as everywhere.
  const lost = sectionsOf(outline).filter(
    (one) =>
      gone.has(one.id) &&
      !chapters.some((two) => two.lead?.id === one.id || two.points.some(({ id }) => id === one.id)),
  );
  const settled = removeSections(
    outline,
    lost.map((one) => one.id),
  );
  const slotsOf = (id: string): string[] => sectionsOf(settled).find((one) => one.id === id)?.slots ?? [];
  const relisted = (one: Section): Section => ({ ...one, slots: slotsOf(one.id) });
  return {
    ...settled,
    chapters: chapters.map((one) => ({
      ...one,
      ...(one.lead ? { lead: relisted(one.lead) } : {}),
      points: one.points.map(relisted),
    })),
  };
}

const empty: Omit<ReturnedSection, 'id'> = {
  kind: 'lead',
  heading: '',
  text: '',
  change: 'new',
  retitled: false,
  moved: false,
  merged: [],
};

/** mergeSections makes one of them; what each told, the first tells. */
function joined(outline: Outline, id: string, others: string[]): Outline {
  const heading = sectionsOf(outline).find((one) => one.id === id)?.heading;
  return mergeSections(outline, [id, ...others], heading);
}

/** Slots are at home where their figures stand now: `told` gives the slots each text tells. */
export function resettle(outline: Outline, told: Map<string, string[]>): Outline {
  const places = new Map<string, string[]>();
  for (const section of sectionsOf(outline))
    for (const slot of told.get(section.id) ?? []) places.set(slot, [...(places.get(slot) ?? []), section.id]);
  const slots = outline.slots.map((slot) => {
    const at = places.get(slot.id);
    if (!at || slot.appears?.length === 0) return slot;
    const allowed = slot.appears ?? [slot.section];
    if (at.every((id) => allowed.includes(id))) return slot;
    const [first = slot.section] = at;
    const section = at.includes(slot.section) ? slot.section : first;
    const { appears: _, ...rest } = slot;
    return at.length === 1 && at[0] === section
      ? { ...rest, section }
      : { ...rest, section, appears: [...new Set([section, ...at])] };
  });
  const moved = { ...outline, slots };
  const list = (one: Section): Section => {
    const own = one.slots.filter((id) => slotOf(moved, id)?.section === one.id);
    const more = slots.filter((slot) => slot.section === one.id && !own.includes(slot.id)).map((slot) => slot.id);
    return more.length === 0 && own.length === one.slots.length ? one : { ...one, slots: [...own, ...more] };
  };
  return {
    ...moved,
    opening: list(moved.opening),
    chapters: moved.chapters.map((one) => ({
      ...one,
      ...(one.lead ? { lead: list(one.lead) } : {}),
      points: one.points.map(list),
    })),
    closing: list(moved.closing),
  };
}
