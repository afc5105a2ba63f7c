// A new outline from an old one: chapters and points added, taken out, moved, merged, retitled. Never changes the outline it is given.
import { type Chapter, type Outline, type Section, type Slot, sectionsOf } from './outline.ts';

/** `section` of a slot whose point was taken out: it is asked for no more, and its fact stands nowhere until it is given a new place. */
export const homeless = '';

/** What a new point or chapter asks for, until facts of its own come: its content in a few words. */
function contentSlot(section: string, heading: string): Slot {
  const label = heading.replace(/[，。；：、].*$/u, '') || heading;
  return {
    id: `${section}_text`,
    type: 'text',
    label,
    question: `“${heading}”这部分写什么？说几句要点就行。`,
    keywords: [...new Set([heading, label])],
    section,
    required: true,
  };
}

function newSection(id: string, kind: Section['kind'], heading: string, of: string): Section {
  const brief = `围绕“${of}”写，只用给出的内容。`;
  return { id, kind, heading, brief, formulations: [], slots: [`${id}_text`], length: 200 };
}

/** `at`: its place among the chapters, 0 for the first. It has one lead to write into until it gets points. */
export function addChapter(outline: Outline, id: string, heading: string, at: number): Outline {
  const lead = `${id}_lead`;
  const chapter: Chapter = { id, heading, lead: newSection(lead, 'lead', '', heading), points: [] };
  const slots = [...outline.slots, uniquely(outline, contentSlot(lead, heading))];
  return { ...outline, chapters: inserted(outline.chapters, chapter, at), slots };
}

export function addPoint(outline: Outline, chapter: string, id: string, heading: string, at: number): Outline {
  const slots = [...outline.slots, uniquely(outline, contentSlot(id, heading))];
  const point = newSection(id, 'point', heading, heading);
  return withChapter({ ...outline, slots }, chapter, (one) => ({ ...one, points: inserted(one.points, point, at) }));
}

/** A label is what a slot is called in the conversation; two may not have the same. */
function uniquely(outline: Outline, slot: Slot): Slot {
  const taken = new Set(outline.slots.map((one) => one.label));
  let label = slot.label;
  for (let at = 2; taken.has(label); at++) label = `${slot.label}（${at}）`;
  return { ...slot, label };
}

/**
 * Takes out chapters and sections (never opening or closing). A slot told elsewhere too moves there; any other becomes homeless.
 * A chapter left with nothing goes as well.
 */
export function removeSections(outline: Outline, ids: string[]): Outline {
  const chapters = outline.chapters
    .filter((chapter) => !ids.includes(chapter.id))
    .map((chapter) => {
      const { lead, ...rest } = chapter;
      const points = chapter.points.filter((point) => !ids.includes(point.id));
      const left: Chapter = { ...rest, points };
      return lead && !ids.includes(lead.id) ? { ...left, lead } : left;
    })
    .filter((chapter) => chapter.lead || chapter.points.length > 0);
  return resettled({ ...outline, chapters });
}

/** Slots whose section is gone go to another place that tells them, or become homeless; sections list the slots they have. */
function resettled(outline: Outline): Outline {
  const there = new Set(sectionsOf(outline).map((section) => section.id));
  const slots = outline.slots.map((slot): Slot => {
    const { appears, ...rest } = slot;
    const places = appears?.filter((id) => there.has(id));
    if (slot.section !== homeless && !there.has(slot.section)) {
      const [next] = places ?? [];
      return next === undefined ? { ...rest, section: homeless } : { ...rest, section: next, appears: places ?? [] };
    }
    return places && places.length !== appears?.length ? { ...slot, appears: places } : slot;
  });
  return relisted({ ...outline, slots });
}

/** `section.slots` follows `slot.section`: what stood there stays in its order, what is new comes last. */
function relisted(outline: Outline): Outline {
  return mapSections(outline, (section) => {
    const own = outline.slots.filter((slot) => slot.section === section.id).map((slot) => slot.id);
    const slots = [
      ...section.slots.filter((id) => own.includes(id)),
      ...own.filter((id) => !section.slots.includes(id)),
    ];
    return slots.length === section.slots.length && slots.every((id, at) => id === section.slots[at])
      ? section
      : { ...section, slots };
  });
}

/** `at`: its place among the chapters when it has been taken out. */
export function moveChapter(outline: Outline, id: string, at: number): Outline {
  const chapter = outline.chapters.find((one) => one.id === id);
  if (!chapter) return outline;
  const others = outline.chapters.filter((one) => one !== chapter);
  return { ...outline, chapters: inserted(others, chapter, at) };
}

/** `at`: its place among the chapter's points when it has been taken out. A chapter left with nothing goes. */
export function movePoint(outline: Outline, id: string, chapter: string, at: number): Outline {
  const point = outline.chapters.flatMap((one) => one.points).find((one) => one.id === id);
  if (!point) return outline;
  const chapters = outline.chapters
    .map((one) => {
      const points = one.points.filter((other) => other !== point);
      if (one.id === chapter) return { ...one, points: inserted(points, point, at) };
      return points.length === one.points.length ? one : { ...one, points };
    })
    .filter((one) => one.lead || one.points.length > 0);
  return { ...outline, chapters };
}

/** The first one takes in the others, their slots, formulations and lengths; it keeps its id and, without a new one, its heading. */
export function mergeSections(outline: Outline, [into, ...others]: string[], heading?: string): Outline {
  const sections = sectionsOf(outline);
  const first = sections.find((section) => section.id === into);
  const rest = others.flatMap((id) => sections.filter((section) => section.id === id));
  if (!first || into === undefined || rest.length === 0) return outline;
  const all = [first, ...rest];
  const merged: Section = {
    ...first,
    heading: heading ?? first.heading,
    brief: all.map((section) => section.brief).join(''),
    formulations: [...new Set(all.flatMap((section) => section.formulations))],
    slots: [...new Set(all.flatMap((section) => section.slots))],
    length: all.reduce((sum, section) => sum + section.length, 0),
  };
  const gone = new Set(others);
  const home = (id: string): string => (gone.has(id) ? into : id);
  const slots = outline.slots.map((slot): Slot => {
    if (!gone.has(slot.section) && !(slot.appears ?? []).some((id) => gone.has(id))) return slot;
    const moved = { ...slot, section: home(slot.section) };
    return slot.appears ? { ...moved, appears: [...new Set(slot.appears.map(home))] } : moved;
  });
  const replaced = mapSections({ ...outline, slots }, (section) => (section.id === into ? merged : section));
  return removeSections(replaced, others);
}

/** The first chapter takes in the points of the others; their leads are joined. */
export function mergeChapters(outline: Outline, [into, ...others]: string[], heading?: string): Outline {
  const first = outline.chapters.find((chapter) => chapter.id === into);
  const rest = others.flatMap((id) => outline.chapters.filter((chapter) => chapter.id === id));
  if (!first || rest.length === 0) return outline;
  const leads = [first, ...rest].flatMap((chapter) => (chapter.lead ? [chapter.lead.id] : []));
  const points = [first, ...rest].flatMap((chapter) => chapter.points);
  const [lead] = rest.flatMap((chapter) => chapter.lead ?? []);
  const joined: Chapter = { ...first, heading: heading ?? first.heading, points };
  if (!first.lead && lead) joined.lead = lead;
  // The leads' texts are one section's in the end; until then each stands in a chapter of its own.
  const chapters = outline.chapters
    .filter((chapter) => !others.includes(chapter.id) || (chapter.lead && chapter.lead !== joined.lead))
    .map((chapter) =>
      chapter === first ? joined : others.includes(chapter.id) ? { ...chapter, points: [] } : chapter,
    );
  return mergeSections({ ...outline, chapters }, leads);
}

/** `id`: a chapter, a point, or `title`. */
export function retitle(outline: Outline, id: string, heading: string): Outline {
  if (id === 'title') return { ...outline, title: heading };
  const chapters = outline.chapters.map((chapter) => (chapter.id === id ? { ...chapter, heading } : chapter));
  return mapSections({ ...outline, chapters }, (section) => (section.id === id ? { ...section, heading } : section));
}

/** Divides the wanted length among a chapter's sections as their lengths are. */
export function setLength(outline: Outline, ids: string[], characters: number): Outline {
  const sections = sectionsOf(outline).filter((section) => ids.includes(section.id));
  const whole = sections.reduce((sum, section) => sum + section.length, 0);
  return mapSections(outline, (section) =>
    ids.includes(section.id)
      ? { ...section, length: Math.max(1, Math.round((characters * section.length) / Math.max(1, whole))) }
      : section,
  );
}

/** Gives slots a place to be told: the figures of a deleted point, told in another. */
export function rehome(outline: Outline, ids: string[], section: string): Outline {
  const slots = outline.slots.map((slot): Slot => {
    if (!ids.includes(slot.id)) return slot;
    const { appears: _, ...rest } = slot;
    return { ...rest, section };
  });
  return relisted({ ...outline, slots });
}

/** A chapter whose whole text is its lead: what a person hands over for all of it. The points' slots follow into it or become homeless. */
export function flattenChapter(outline: Outline, id: string, lead: string, told: string[]): Outline {
  const chapter = outline.chapters.find((one) => one.id === id);
  if (!chapter) return outline;
  const old = [...(chapter.lead ? [chapter.lead] : []), ...chapter.points];
  const brief = old.map((section) => section.brief).join('');
  const length = old.reduce((sum, section) => sum + section.length, 0);
  const section: Section = chapter.lead
    ? { ...chapter.lead, brief, length }
    : { id: lead, kind: 'lead', heading: '', brief, formulations: [], slots: [], length };
  const flat = withChapter(outline, id, (one) => ({ ...one, lead: section, points: [] }));
  const stay = told.filter((slot) =>
    outline.slots.some((one) => one.id === slot && old.some((s) => s.id === one.section)),
  );
  return rehome(resettled(flat), stay, section.id);
}

function withChapter(outline: Outline, id: string, change: (chapter: Chapter) => Chapter): Outline {
  return { ...outline, chapters: outline.chapters.map((one) => (one.id === id ? change(one) : one)) };
}

function mapSections(outline: Outline, change: (section: Section) => Section): Outline {
  const chapters = outline.chapters.map((chapter) => ({
    ...chapter,
    ...(chapter.lead ? { lead: change(chapter.lead) } : {}),
    points: chapter.points.map(change),
  }));
  return { ...outline, opening: change(outline.opening), chapters, closing: change(outline.closing) };
}

function inserted<T>(list: T[], one: T, at: number): T[] {
  return [...list.slice(0, Math.max(0, at)), one, ...list.slice(Math.max(0, at))];
}
