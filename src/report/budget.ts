// A wanted length of the whole shared out among its sections, so that a demanded share is kept. Changes lengths only.
import { countWords } from './count-words.ts';
import { type Outline, sectionsOf } from './outline.ts';
import { setLength } from './restructure.ts';
import type { Share } from './task.ts';

/** Drafts come out a little longer as often as a little shorter; below the limit both are. */
const AIM = 0.97;

/** `parts`: the sections a share is demanded for. Opening and closing keep their lengths: they do not grow with the rest. */
export function budgetOutline(
  outline: Outline,
  most: number,
  share?: Pick<Share, 'top' | 'bottom'>,
  parts: string[] = [],
): Outline {
  const sections = sectionsOf(outline);
  const frame = [outline.opening, outline.closing];
  const headings = countWords(
    [
      outline.title,
      ...outline.chapters.map(({ heading }) => `一、${heading}`),
      ...sections.map(({ heading }) => `一是${heading}。`),
    ].join(''),
  );
  const fixed = frame.reduce((sum, one) => sum + one.length, 0);
  const left = Math.max(sections.length * 20, most * AIM - headings - Math.min(fixed, most * 0.15));
  const body = sections.filter((one) => !frame.includes(one));
  const favoured = body.filter(({ id }) => parts.includes(id));
  const others = body.filter((one) => !favoured.includes(one));
  const length = (some: typeof body): number => some.reduce((sum, one) => sum + one.length, 0);
  const own = length(favoured) / Math.max(1, length(body));
  // Headings and frame belong to the whole the share is of.
  const wanted =
    share && favoured.length > 0
      ? Math.max(own, Math.min(0.9, (share.top / share.bottom) * (most / left) * 1.02))
      : own;
  const ids = (some: typeof body): string[] => some.map((one) => one.id);
  const shared = favoured.length === 0 ? outline : setLength(outline, ids(favoured), Math.round(left * wanted));
  return setLength(shared, ids(others), Math.round(left * (1 - (favoured.length === 0 ? 0 : wanted))));
}
