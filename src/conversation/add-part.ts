// A chapter or a point added, with a slot to ask for its content. Touches no text.
import type { Outline } from '../report/outline.ts';
import { addChapter, addPoint, homeless, removeSections } from '../report/restructure.ts';
import type { Restructure } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { headingFrom } from './heading.ts';
import { nameOf, partOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { sayNoPlace } from './say-no-place.ts';
import { placeOf } from './spot.ts';
import { remember, type Scene, say, setLast } from './turn.ts';

type Of<T extends Restructure['type']> = Extract<Restructure, { type: T }>;

function nextId({ report }: Scene): string {
  report.added = (report.added ?? 0) + 1;
  return `added_${report.added}`;
}

export function takeChapter(scene: Scene, { heading: said, side, of }: Of<'add_chapter'>): undefined {
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

export function takePoint(scene: Scene, { heading: said, side, of }: Of<'add_point'>): undefined {
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
