// Chapters or points made one: their texts joined in order, word for word.
import type { UndoStep, Version } from '../report/report.ts';
import { mergeChapters, mergeSections } from '../report/restructure.ts';
import type { Restructure } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { headingFrom } from './heading.ts';
import { nameOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { dropText, putText, versionOf } from './put-version.ts';
import { resolveAll } from './resolve-places.ts';
import { isChapter } from './spot.ts';
import { stopWriting } from './stop-writing.ts';
import { remember, type Scene, say, setLast } from './turn.ts';

type Changes = UndoStep['changes'];

export function merge(scene: Scene, { spots, heading: said }: Of<'merge'>): undefined {
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

type Of<T extends Restructure['type']> = Extract<Restructure, { type: T }>;
