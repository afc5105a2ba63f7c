// Authored outline → Outline: slots gathered from their sections, ids and kinds filled in. Judges nothing.
import type { Chapter, Outline, Section, Slot } from '../report/outline.ts';
import type { AuthoredOutline, AuthoredSection, AuthoredSlot } from './outline-schema.ts';

/** An authored part with its path in the file, so that mistakes can be placed. */
export interface Placed<T> {
  path: (string | number)[];
  part: T;
}

/** The id of a chapter's lead section: chapters and sections share one namespace. */
export const leadOf = (chapter: string): string => `${chapter}_lead`;

/** Every section in reading order, with its id. */
export function placedSections(authored: AuthoredOutline): (Placed<AuthoredSection> & { id: string })[] {
  const chapters = authored.chapters.flatMap((chapter, at) => [
    ...(chapter.lead ? [{ id: leadOf(chapter.id), part: chapter.lead, path: ['chapters', at, 'lead'] }] : []),
    ...chapter.points.map((point, n) => ({ id: point.id, part: point, path: ['chapters', at, 'points', n] })),
  ]);
  return [
    { id: 'opening', part: authored.opening, path: ['opening'] },
    ...chapters,
    { id: 'closing', part: authored.closing, path: ['closing'] },
  ];
}

/** Every slot in reading order, with the id of its section. */
export function placedSlots(authored: AuthoredOutline): (Placed<AuthoredSlot> & { section: string })[] {
  return placedSections(authored).flatMap(({ id, part, path }) =>
    part.slots.map((slot, at) => ({ section: id, part: slot, path: [...path, 'slots', at] })),
  );
}

export function buildOutline(authored: AuthoredOutline): Outline {
  const { kind, version, name, aliases, title, setting, checks } = authored;
  return {
    ...{ kind, version, name, aliases, title, setting },
    opening: buildSection('opening', '', 'opening', authored.opening),
    chapters: authored.chapters.map((chapter): Chapter => {
      const points = chapter.points.map((point) => buildSection(point.id, point.heading, 'point', point));
      const head = { id: chapter.id, heading: chapter.heading };
      return chapter.lead
        ? { ...head, lead: buildSection(leadOf(chapter.id), '', 'lead', chapter.lead), points }
        : { ...head, points };
    }),
    closing: buildSection('closing', '', 'closing', authored.closing),
    slots: placedSlots(authored).map(({ section, part }) => buildSlot(section, part)),
    checks,
  };
}

function buildSection(id: string, heading: string, kind: Section['kind'], authored: AuthoredSection): Section {
  const { brief, formulations, length, slots } = authored;
  return { id, heading, kind, brief, formulations, length, slots: slots.map((slot) => slot.id) };
}

/** Leaves out what was not written: an absent property and an undefined one are not the same to the compiler. */
function buildSlot(section: string, authored: AuthoredSlot): Slot {
  const written = Object.fromEntries(Object.entries(authored).filter(([, value]) => value !== undefined));
  return { ...(written as unknown as Omit<Slot, 'section'>), section };
}
