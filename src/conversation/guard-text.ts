// Which sections a machine may write in: never a locked one, and a person's own words only when that was asked for.
import type { Section } from '../report/outline.ts';
import { editWords } from './edit-wording.ts';
import { lockedAmong, offerUnlock, ownAmong } from './lock.ts';
import { nameOf, type Part } from './plan.ts';
import { ask } from './proposal.ts';
import { versionOf } from './put-version.ts';
import { actorOf, type Scene, say } from './turn.ts';

interface Wanted {
  place: string;
  instruction: string;
  /** A person said so: their own words may be written over. */
  anyway: boolean;
}

/** The parts without what is guarded. When nothing is left, says why and offers the way on. */
export function unguarded(scene: Scene, parts: Part[], { place, instruction, anyway }: Wanted): Part[] {
  const all = parts.flatMap((part) => part.sections);
  const locked = lockedAmong(scene, all);
  const own = anyway ? [] : ownAmong(scene, all).filter((one) => !locked.includes(one));
  const guarded = [...locked, ...own];
  const free = parts
    .map((part) => ({ ...part, sections: part.sections.filter((one) => !guarded.includes(one)) }))
    .filter((part) => part.sections.length > 0);
  if (free.length > 0 || all.length === 0) return free;
  if (own.length === 0) offerUnlock(scene, locked);
  else {
    const name = place === 'all' ? editWords.title : nameOf(scene.outline, place);
    const deed = { type: 'rewrite' as const, section: place, instruction };
    ask(scene, editWords.ownTitle, editWords.ownText(name), [{ text: editWords.rewriteAnyway, deed }]);
  }
  return [];
}

/** Names what was passed over, and why. */
export function saySkipped(scene: Scene, parts: Part[], free: Part[]): undefined {
  const { turn, outline } = scene;
  const left = new Set(free.flatMap((part) => part.sections));
  const skipped = parts.flatMap((part) => part.sections).filter((one) => !left.has(one));
  const locked = lockedAmong(scene, skipped);
  const own = skipped.filter((one) => !locked.includes(one));
  const namesOf = (sections: Section[]): string[] => sections.map((one) => nameOf(outline, one.id));
  const mine = own.filter((one) => {
    const by = versionOf(scene, one.id)?.by;
    return by?.type === 'person' && by.person.id === actorOf(turn)?.id;
  });
  const others = own.filter((one) => !mine.includes(one));
  if (mine.length > 0) say(turn, editWords.skippedOwn(namesOf(mine)));
  if (others.length > 0) say(turn, editWords.skippedOthers(namesOf(others)));
  if (locked.length > 0) say(turn, editWords.skippedLocked(namesOf(locked)));
}
