// Chapters and points taken out; what they told is listed so that it can be told elsewhere. Must never take out what is locked.
import { type Outline, sectionsOf, slotOf } from '../report/outline.ts';
import { homeless, removeSections } from '../report/restructure.ts';
import type { Spot } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { askHomes } from './homes.ts';
import { lockedAmong, offerUnlock } from './lock.ts';
import { nameOf, partOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { dropText, versionOf } from './put-version.ts';
import { resolveAll } from './resolve-places.ts';
import { isChapter } from './spot.ts';
import { stopWriting } from './stop-writing.ts';
import { remember, type Scene, say, setLast } from './turn.ts';

export function remove(scene: Scene, spots: Spot[]): undefined {
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
