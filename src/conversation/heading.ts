// Titles of chapters, points and the report: as they stand, and as someone says one.
import type { Outline } from '../report/outline.ts';

const HEADING_KEPT = 60;

export function headingFrom(said: string): string {
  return [...said.trim().replace(/[。；，、]+$/u, '')].slice(0, HEADING_KEPT).join('');
}

export function headingOf(outline: Outline, place: string): string | undefined {
  if (place === 'title') return outline.title;
  const chapter = outline.chapters.find((one) => one.id === place);
  return chapter?.heading ?? outline.chapters.flatMap((one) => one.points).find((one) => one.id === place)?.heading;
}
