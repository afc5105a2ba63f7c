// Which section a pasted text takes the place of, where nobody named one: by what was talked about and by likeness. Guesses only what is plain.
import { sectionsOf } from '../report/outline.ts';
import { lockedAmong } from './lock.ts';
import { pairsOf } from './new-slot.ts';
import { versionOf } from './put-version.ts';
import { sectionsAt } from './spot.ts';
import type { Scene } from './turn.ts';
import { textAs } from './view.ts';

/** Of the text's pairs of characters, those that stand in the section as well. */
const LIKE = 0.35;
const CLEARLY = 0.15;
const OFFERED = 3;

/** `place`: the one meant; else `likely`: those to ask about, best first. */
export function likelySection(
  scene: Scene,
  text: string,
  last: string | undefined,
): { place?: string; likely: string[] } {
  const { outline } = scene;
  const scored = sectionsOf(outline)
    .flatMap((section) => {
      const version = versionOf(scene, section.id);
      return version ? [{ section, score: likeness(text, textAs(scene, section.id, version.text)) }] : [];
    })
    .sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  const here = last === undefined ? [] : sectionsAt(outline, last).map((one) => one.id);
  const mine = Math.max(0, ...scored.filter(({ section }) => here.includes(section.id)).map(({ score }) => score));
  const likely = scored.slice(0, OFFERED).map(({ section }) => section.id);
  if (!best) return last === undefined ? { likely } : { place: last, likely };
  const other = best.score >= LIKE && best.score - mine >= CLEARLY;
  if (last !== undefined && !other) return { place: here.length === 1 ? last : within(scored, here, last), likely };
  const clear = best.score >= LIKE && best.score - (next?.score ?? 0) >= CLEARLY;
  if (last === undefined && clear && lockedAmong(scene, [best.section]).length === 0)
    return { place: best.section.id, likely };
  return { likely: [...new Set([...likely, ...(here.length === 1 ? here : [])])] };
}

/** Of the chapter shown last the section that is clearly like it, else the chapter. */
function within(scored: { section: { id: string }; score: number }[], here: string[], last: string): string {
  const [best, next] = scored.filter(({ section }) => here.includes(section.id));
  return best && best.score >= LIKE && best.score - (next?.score ?? 0) >= CLEARLY ? best.section.id : last;
}

function likeness(text: string, other: string): number {
  const pairs = pairsOf(text);
  const there = new Set(pairsOf(other));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => there.has(pair)).length / pairs.length;
}
