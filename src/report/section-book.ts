// The phrasebook's sentences for a section as the outline has it now: merged ones, and slots that came from elsewhere. Writes no new phrase beyond naming a fact.
import { type Outline, type Section, type Slot, sectionsOf } from './outline.ts';
import { slotsAllowedIn } from './proof.ts';
import { tokensIn } from './token.ts';

/** One thing to say, in several wordings that hold the same tokens. */
export interface Sentence {
  say: string[];
  /** Said only when all of these have something to print. */
  needs?: string[];
  /** Said only when none of these has. */
  unless?: string[];
  /** Begins a new paragraph. */
  paragraph?: boolean;
}

/** Its own sentences, those of sections that are no more but whose slots it tells now, then a plain one for what is left. */
export function sectionBook(book: Record<string, Sentence[]>, outline: Outline, section: Section): Sentence[] {
  const own = book[section.id] ?? [];
  const there = new Set(sectionsOf(outline).map((one) => one.id));
  const allowed = new Set(['year', ...slotsAllowedIn(outline, section.id).map((slot) => slot.id)]);
  const homes = new Set(section.slots);
  const told = new Set(own.flatMap((sentence) => sentence.say.flatMap(tokensIn)));
  const fits = ({ say }: Sentence): boolean =>
    say.every((words) => {
      const tokens = tokensIn(words);
      return (
        tokens.some((id) => homes.has(id) && !told.has(id)) && tokens.every((id) => allowed.has(id) && !told.has(id))
      );
    });
  const kept = own.filter(({ say }) => say.every((words) => tokensIn(words).every((id) => allowed.has(id))));
  const come = Object.entries(book)
    .filter(([id]) => id !== section.id && (!there.has(id) || section.slots.some((slot) => !told.has(slot))))
    .flatMap(([, sentences]) => sentences.filter(fits));
  const all = [...kept, ...come];
  const covered = new Set(all.flatMap((sentence) => sentence.say.flatMap(tokensIn)));
  const left = outline.slots.filter(
    (slot) => homes.has(slot.id) && !covered.has(slot.id) && slot.appears?.length !== 0,
  );
  return [...all, ...left.map(plainly)];
}

/** 某某40项。 Narrative stands for itself. */
function plainly({ id, type, label }: Slot): Sentence {
  const name = label.replace(/(?:次数|数量|个数|人数|金额|数额|总数|数)$/u, '') || label;
  return {
    say: [type === 'figure' ? `${name}{{${id}}}。` : type === 'name' ? `${label}为{{${id}}}。` : `{{${id}}}。`],
  };
}
