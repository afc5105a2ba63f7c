// A place as it was said → a chapter, a section, the title. Guesses nothing: what could be two places is none.
import type { Outline, Section } from '../report/outline.ts';
import { sectionsOf, sectionsUnder } from '../report/outline.ts';
import type { Spot } from './edit-command.ts';
import { partOf } from './plan.ts';
import type { Scene } from './turn.ts';

/** A chapter's or section's id, `title` or `all`; undefined when the words do not say which. */
export function placeOf(scene: Scene, spot: Spot): string | undefined {
  const { outline } = scene;
  if (spot.section === 'title' || spot.section === 'all') return spot.section;
  if (spot.point !== undefined) return pointOf(scene, spot.section, spot.point);
  if (spot.section !== undefined) {
    return sectionsUnder(outline, spot.section).length > 0 || isChapter(outline, spot.section)
      ? spot.section
      : undefined;
  }
  return spot.words === '' ? lastPlace(scene) : undefined;
}

/** What was shown, drafted or changed last, if it is still there. */
function lastPlace({ turn, report, outline }: Scene): string | undefined {
  const last = turn.state.last?.[report.id];
  return last !== undefined && (isChapter(outline, last) || sectionsUnder(outline, last).length > 0) ? last : undefined;
}

export const isChapter = (outline: Outline, id: string): boolean => outline.chapters.some((one) => one.id === id);

/** The sections a place stands for, in reading order. */
export function sectionsAt(outline: Outline, place: string): Section[] {
  return place === 'all' ? sectionsOf(outline) : sectionsUnder(outline, place);
}

/** 第三条: of the chapter that was named or talked about last, else of the only one that has so many. */
function pointOf(scene: Scene, section: string | undefined, number: number): string | undefined {
  const { outline } = scene;
  const at = (points: Section[]): string | undefined => points.at(number > 0 ? number - 1 : number)?.id;
  const named = section ?? lastPlace(scene);
  const about = outline.chapters.find((one) => one.id === (named && partOf(outline, named)?.id));
  if (about) return at(about.points);
  const having = outline.chapters.filter((one) => at(one.points) !== undefined);
  return having.length === 1 ? at(having[0]?.points ?? []) : undefined;
}
