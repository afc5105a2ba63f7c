// Chapters and points added, taken out, moved, merged, retitled. Each is a new outline under a new key and one undo step; no text is touched unasked.
import { type Outline, sectionsOf, slotOf } from '../report/outline.ts';
import type { UndoStep, Version } from '../report/report.ts';
import {
  addChapter,
  addPoint,
  homeless,
  mergeChapters,
  mergeSections,
  moveChapter,
  movePoint,
  removeSections,
  retitle,
  setLength,
} from '../report/restructure.ts';
import { escapeBraces } from '../report/token.ts';
import type { Restructure, Spot } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { askHomes } from './homes.ts';
import { lockedAmong, offerUnlock } from './lock.ts';
import { nameOf, partOf } from './plan.ts';
import { ask } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { dropText, overtake, putText, versionOf } from './put-version.ts';
import { sayNoPlace } from './say-no-place.ts';
import { isChapter, placeOf, sectionsAt } from './spot.ts';
import { remember, type Scene, say, setLast } from './turn.ts';
import { textOfPart } from './view.ts';

type Changes = UndoStep['changes'];
type Of<T extends Restructure['type']> = Extract<Restructure, { type: T }>;

const HEADING_KEPT = 60;

export function restructure(scene: Scene, change: Restructure): undefined {
  switch (change.type) {
    case 'add_chapter':
      return takeChapter(scene, change);
    case 'add_point':
      return takePoint(scene, change);
    case 'remove':
      return remove(scene, change.spots);
    case 'move':
      return move(scene, change);
    case 'shift':
      return shift(scene, change);
    case 'swap':
      return swap(scene, change);
    case 'merge':
      return merge(scene, change);
    case 'retitle':
      return rename(scene, change);
    case 'set_length':
      return limit(scene, change);
  }
}

function headingFrom(said: string): string {
  return [...said.trim().replace(/[。；，、]+$/u, '')].slice(0, HEADING_KEPT).join('');
}

function nextId({ report }: Scene): string {
  report.added = (report.added ?? 0) + 1;
  return `added_${report.added}`;
}

function takeChapter(scene: Scene, { heading: said, side, of }: Of<'add_chapter'>): undefined {
  const { turn, outline } = scene;
  const heading = headingFrom(said);
  if (heading === '') return say(turn, editWords.noHeading);
  const place = of && placeOf(scene, of);
  const chapter = place === undefined ? undefined : partOf(outline, place)?.id;
  if (of && chapter === undefined) return sayNoPlace(scene, of);
  const beside = outline.chapters.findIndex((one) => one.id === chapter);
  // 结尾前面 is after the last chapter, 开头后面 before the first.
  const first = chapter === outline.opening.id;
  const at = beside >= 0 ? beside + (side === 'before' ? 0 : 1) : first ? 0 : outline.chapters.length;
  const id = nextId(scene);
  const change = putOutline(scene, addChapter(outline, id, heading, at));
  const name = nameOf(scene.outline, id);
  remember(scene, { what: editWords.addStep(`${name}“${heading}”`), changes: [change] });
  setLast(scene, id);
  say(turn, editWords.addedChapter(name, heading));
}

function takePoint(scene: Scene, { heading: said, side, of }: Of<'add_point'>): undefined {
  const { turn, outline } = scene;
  const heading = headingFrom(said);
  if (heading === '') return say(turn, editWords.noHeading);
  const place = placeOf(scene, of);
  const chapter = outline.chapters.find((one) => one.id === (place && partOf(outline, place)?.id));
  if (place === undefined || !chapter) return sayNoPlace(scene, of);
  const beside = chapter.points.findIndex((point) => point.id === place);
  const at = beside >= 0 ? beside + (side === 'before' ? 0 : 1) : side === 'before' ? 0 : chapter.points.length;
  const id = nextId(scene);
  let next = addPoint(outline, chapter.id, id, heading, at);
  // A chapter added just now has a lead only so that something could be written in it.
  const { lead } = chapter;
  const bare = lead && chapter.points.length === 0 && !scene.report.sections[lead.id] && isAdded(lead.id);
  if (bare && lead.slots.every((slot) => !scene.report.facts[slot])) next = withoutSection(next, lead.id);
  const change = putOutline(scene, next);
  const name = nameOf(scene.outline, id);
  remember(scene, { what: editWords.addStep(name), changes: [change] });
  setLast(scene, id);
  say(turn, editWords.addedPoint(name));
}

const isAdded = (section: string): boolean => section.startsWith('added_');

/** Its slots were made for it and hold nothing: they go with it. */
function withoutSection(outline: Outline, id: string): Outline {
  const next = removeSections(outline, [id]);
  return { ...next, slots: next.slots.filter((slot) => slot.section !== homeless || slot.id !== `${id}_text`) };
}

function remove(scene: Scene, spots: Spot[]): undefined {
  const { turn, report, outline } = scene;
  const places = resolveAll(scene, spots);
  if (!places) return;
  const fixed = places.find((id) => id === outline.opening.id || id === outline.closing.id || !isPart(outline, id));
  if (fixed !== undefined) return say(turn, editWords.notHere(nameOf(outline, fixed)));
  const next = removeSections(outline, places);
  if (next.chapters.length === 0) return say(turn, editWords.lastChapter);
  const gone = sectionsOf(outline).filter((one) => !sectionsOf(next).some((two) => two.id === one.id));
  const locked = lockedAmong(scene, gone);
  if (locked.length > 0) return offerUnlock(scene, locked);
  const names = places.map((id) => nameOf(outline, id));
  const texts = gone.flatMap((one) => versionOf(scene, one.id)?.text ?? []);
  const ids = gone.map((one) => one.id);
  stopWriting(scene, ids);
  const changes = [putOutline(scene, next), ...ids.flatMap((id) => dropText(scene, id))];
  remember(scene, { what: editWords.removeStep(names), changes });
  setLast(scene, undefined);
  say(turn, editWords.removed(names));
  const moved = next.slots.filter(
    (slot) => slot.section === homeless && slotOf(outline, slot.id)?.section !== homeless,
  );
  const unasked = moved.filter((slot) => slot.required && !report.facts[slot.id]).map((slot) => slot.label);
  if (unasked.length > 0) say(turn, editWords.unasked(unasked));
  askHomes(scene, { slots: moved.map((slot) => slot.id), texts, near: neighbours(outline, next, ids) });
}

const isPart = (outline: Outline, id: string): boolean =>
  isChapter(outline, id) || outline.chapters.some((one) => one.lead?.id === id || one.points.some((p) => p.id === id));

/** The sections before and after those taken out that are still there, within a chapter first. */
export function neighbours(before: Outline, after: Outline, gone: string[]): string[] {
  const order = sectionsOf(before).map((section) => section.id);
  const points = after.chapters.flatMap((chapter) => chapter.points.map((point) => point.id));
  const leads = after.chapters.flatMap((chapter) => chapter.lead?.id ?? []);
  const there = new Set([...points, ...leads]);
  const from = order.findIndex((id) => gone.includes(id));
  const to = order.findLastIndex((id) => gone.includes(id));
  const previous = order.slice(0, Math.max(0, from)).findLast((id) => there.has(id));
  const next = order.slice(to + 1).find((id) => there.has(id));
  const home = before.chapters.find((one) => [one.lead, ...one.points].some((s) => s && gone.includes(s.id)));
  const inside = (id: string): boolean => home !== undefined && partOf(before, id)?.id === home.id;
  const found = [previous, next].filter((id): id is string => id !== undefined);
  const near = found.filter(inside);
  return near.length > 0 ? near : found;
}

function stopWriting(scene: Scene, sections: string[]): undefined {
  const stopped = overtake(scene, sections);
  const [first] = stopped;
  if (first !== undefined) say(scene.turn, editWords.stoppedWriting(nameOf(scene.outline, first)));
}

function resolveAll(scene: Scene, spots: Spot[]): string[] | undefined {
  const places = spots.map((spot) => placeOf(scene, spot));
  const lost = places.findIndex((place) => place === undefined || place === 'all' || place === 'title');
  const spot = spots[lost];
  if (spot) {
    sayNoPlace(scene, spot);
    return undefined;
  }
  return [...new Set(places.filter((place): place is string => place !== undefined))];
}

function move(scene: Scene, { spot, side, of }: Of<'move'>): undefined {
  const { turn, outline } = scene;
  const places = resolveAll(scene, [spot, of]);
  if (!places) return;
  const [what, beside = what] = places;
  if (what === undefined || beside === undefined) return;
  if (what === beside) return say(turn, editWords.notMoved(nameOf(outline, what)));
  if (isChapter(outline, what)) {
    if (side === 'inside') return say(turn, editWords.cannotMoveThere);
    const to = partOf(outline, beside)?.id;
    const others = outline.chapters.filter((one) => one.id !== what);
    const index = others.findIndex((one) => one.id === to);
    const end = to === outline.opening.id ? 0 : others.length;
    return moved(scene, what, moveChapter(outline, what, index < 0 ? end : index + (side === 'after' ? 1 : 0)));
  }
  const chapter = outline.chapters.find((one) => one.id === partOf(outline, beside)?.id);
  if (!chapter || !outline.chapters.some((one) => one.points.some((point) => point.id === what)))
    return say(turn, editWords.cannotMoveThere);
  const others = chapter.points.filter((point) => point.id !== what);
  const index = others.findIndex((point) => point.id === beside);
  const at = index >= 0 ? index + (side === 'before' ? 0 : 1) : side === 'before' ? 0 : others.length;
  moved(scene, what, movePoint(outline, what, chapter.id, at));
}

function moved(scene: Scene, what: string, next: Outline): undefined {
  const { turn, outline } = scene;
  const name = nameOf(outline, what);
  if (JSON.stringify(next.chapters) === JSON.stringify(outline.chapters)) return say(turn, editWords.notMoved(name));
  const change = putOutline(scene, next);
  remember(scene, { what: editWords.moveStep(name), changes: [change] });
  setLast(scene, what);
  say(turn, editWords.moved(name, nameOf(next, what)));
}

function shift(scene: Scene, { spot, by }: Of<'shift'>): undefined {
  const { turn, outline } = scene;
  const [what] = resolveAll(scene, [spot]) ?? [];
  if (what === undefined) return;
  const to = (at: number, count: number): number => Math.min(Math.max(at + by, 0), count - 1);
  const chapterAt = outline.chapters.findIndex((one) => one.id === what);
  if (chapterAt >= 0) return moved(scene, what, moveChapter(outline, what, to(chapterAt, outline.chapters.length)));
  const chapter = outline.chapters.find((one) => one.points.some((point) => point.id === what));
  if (!chapter) return say(turn, editWords.notHere(nameOf(outline, what)));
  const at = chapter.points.findIndex((point) => point.id === what);
  moved(scene, what, movePoint(outline, what, chapter.id, to(at, chapter.points.length)));
}

function swap(scene: Scene, { spots }: Of<'swap'>): undefined {
  const { turn, outline } = scene;
  const [one, two] = resolveAll(scene, spots) ?? [];
  if (one === undefined || two === undefined) return;
  const next = swapped(outline, one, two);
  if (!next) return say(turn, editWords.mergeKinds);
  const names = [one, two].map((id) => nameOf(outline, id));
  const change = putOutline(scene, next);
  remember(scene, { what: editWords.swapStep(names), changes: [change] });
  setLast(scene, undefined);
  say(turn, editWords.swapped(names));
}

function swapped(outline: Outline, one: string, two: string): Outline | undefined {
  const exchange = <T extends { id: string }>(list: T[], from: T, to: T): T[] =>
    list.map((each) => (each === from ? to : each === to ? from : each));
  const [a, b] = [one, two].map((id) => outline.chapters.find((chapter) => chapter.id === id));
  if (a && b) return { ...outline, chapters: exchange(outline.chapters, a, b) };
  const points = outline.chapters.flatMap((chapter) => chapter.points);
  const [p, q] = [one, two].map((id) => points.find((point) => point.id === id));
  if (!p || !q) return undefined;
  return { ...outline, chapters: outline.chapters.map((each) => ({ ...each, points: exchange(each.points, p, q) })) };
}

function merge(scene: Scene, { spots, heading: said }: Of<'merge'>): undefined {
  const { turn, outline } = scene;
  const places = resolveAll(scene, spots);
  if (!places) return;
  const [into, another] = places;
  const chapters = places.every((id) => isChapter(outline, id));
  const points = outline.chapters.flatMap((chapter) => chapter.points.map((point) => point.id));
  if (into === undefined || another === undefined || !(chapters || places.every((id) => points.includes(id))))
    return say(turn, editWords.mergeKinds);
  const heading = said === undefined ? undefined : headingFrom(said) || undefined;
  const names = places.map((id) => nameOf(outline, id));
  const next = chapters ? mergeChapters(outline, places, heading) : mergeSections(outline, places, heading);
  const leads = places.flatMap((id) => outline.chapters.find((one) => one.id === id)?.lead?.id ?? []);
  const joined = chapters ? leads : places;
  stopWriting(scene, joined);
  const texts = joinTexts(scene, joined);
  const locks = lockTogether(scene, joined);
  const changes = [putOutline(scene, next), ...texts, ...locks];
  remember(scene, { what: editWords.mergeStep(names), changes });
  setLast(scene, into);
  const now = nameOf(next, into);
  say(
    turn,
    editWords.merged(names, chapters ? `${now}“${next.chapters.find((one) => one.id === into)?.heading}”` : now),
  );
}

/** The first section's text and the others' after it, in order; what is a person's stays a person's. */
function joinTexts(scene: Scene, [into, ...others]: string[]): Changes {
  if (into === undefined || others.length === 0) return [];
  const versions = [into, ...others].flatMap((id) => versionOf(scene, id) ?? []);
  const [first, second] = versions;
  if (!first || (!second && first.section === into)) return [];
  const text = versions.map((one) => one.text.trim()).reduce(joinTwo);
  const by: Version['by'] = versions.find((one) => one.by.type === 'person')?.by ?? first.by;
  return [putText(scene, into, text, by, editWords.mergeStep([])), ...others.flatMap((id) => dropText(scene, id))];
}

const joinTwo = (one: string, two: string): string =>
  /[。！？；”）]$/u.test(one) || one === '' ? one + two : `${one}。${two}`;

/** Locked words stay locked when others join them. */
function lockTogether({ report }: Scene, [into, ...others]: string[]): Changes {
  const locked = report.locked ?? {};
  const lock = others.map((id) => locked[id]).find((one) => one !== undefined);
  if (into === undefined || !lock || locked[into]) return [];
  report.locked = { ...locked, [into]: lock };
  return [{ type: 'lock', section: into, before: null }];
}

function rename(scene: Scene, { spot, heading: said }: Of<'retitle'>): undefined {
  const { turn, report, outline } = scene;
  const place = placeOf(scene, spot);
  if (place === undefined || place === 'all') return sayNoPlace(scene, spot);
  const heading = headingFrom(said);
  if (heading === '') return say(turn, editWords.noHeading);
  const before = headingOf(outline, place);
  if (before === undefined) return say(turn, editWords.notHere(nameOf(outline, place)));
  if (before === heading) return say(turn, editWords.sameTitle);
  const name = place === 'title' ? editWords.title : nameOf(outline, place).replace(/“.*$/u, '');
  const next = retitle(outline, place, place === 'title' ? escapeBraces(heading) : heading);
  const shown = place === 'title' ? before.replaceAll('{{year}}', String(report.year)) : before;
  const change = putOutline(scene, next);
  remember(scene, { what: editWords.retitleStep(name, shown, heading), changes: [change] });
  if (place !== 'title') setLast(scene, place);
  say(turn, editWords.retitled(name, shown, heading));
}

export function headingOf(outline: Outline, place: string): string | undefined {
  if (place === 'title') return outline.title;
  const chapter = outline.chapters.find((one) => one.id === place);
  return chapter?.heading ?? outline.chapters.flatMap((one) => one.points).find((one) => one.id === place)?.heading;
}

function limit(scene: Scene, { spot, characters }: Of<'set_length'>): undefined {
  const { turn, report, outline } = scene;
  const place = placeOf(scene, spot);
  if (place === undefined || place === 'title') return sayNoPlace(scene, spot);
  if (!Number.isInteger(characters) || characters < 10 || characters > 20_000) return say(turn, editWords.oddLength);
  const sections = sectionsAt(outline, place);
  const name = place === 'all' ? '全文' : nameOf(outline, place);
  const change = putOutline(
    scene,
    setLength(
      outline,
      sections.map((one) => one.id),
      characters,
    ),
  );
  remember(scene, { what: editWords.lengthStep(name, characters), changes: [change] });
  if (place !== 'all') setLast(scene, place);
  const written = sections.some((one) => report.sections[one.id]);
  const now = written ? lengthNow(scene, place) : 0;
  const said = editWords.lengthSet(name, characters, now);
  if (now <= characters * 1.1) return say(turn, said);
  const instruction = editWords.rewriteToInstruction(characters);
  const deed = { type: 'rewrite' as const, section: place, instruction };
  ask(scene, name, said, [{ text: editWords.rewriteTo(characters), deed }]);
}

function lengthNow(scene: Scene, place: string): number {
  const sections = sectionsAt(scene.outline, place);
  const text = textOfPart(scene, { id: place, title: '', name: '', sections });
  return [...text.replace(/\s/gu, '')].length;
}
