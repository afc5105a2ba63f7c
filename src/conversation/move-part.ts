// Chapters and points moved, shifted and exchanged. Touches no text.
import type { Outline } from '../report/outline.ts';
import { moveChapter, movePoint } from '../report/restructure.ts';
import type { Restructure } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { nameOf, partOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { resolveAll } from './resolve-places.ts';
import { isChapter } from './spot.ts';
import { remember, type Scene, say, setLast } from './turn.ts';

type Of<T extends Restructure['type']> = Extract<Restructure, { type: T }>;

export function move(scene: Scene, { spot, side, of }: Of<'move'>): undefined {
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

export function shift(scene: Scene, { spot, by }: Of<'shift'>): undefined {
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

export function swap(scene: Scene, { spots }: Of<'swap'>): undefined {
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
