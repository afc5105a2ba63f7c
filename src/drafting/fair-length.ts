// How long a section may honestly be with the facts there are: so that no writer has to choose between its length and the truth. Counts; writes nothing.
import type { Facts } from '../report/fact.ts';
import { type Outline, type Section, slotOf } from '../report/outline.ts';
import { itemsOf } from '../report/telling.ts';
import { offeredSlots } from './offer.ts';

/** Characters a fact takes with its verb and its name, beside the words it prints; and what is said around all of them. */
const FIGURE = 14;
const AROUND = 6;
const AROUND_ITEM = 8;
const CONNECTING = 60;

/** At most the section's own length; in tens. */
export function fairLength(section: Section, outline: Outline, facts: Facts): number {
  const told = offeredSlots(section, outline, facts)
    .filter(({ terms }) => terms !== 'may')
    .map(({ slot }) => {
      if (slotOf(outline, slot.id)?.type === 'figure') return FIGURE;
      const items = itemsOf(facts[slot.id]?.value);
      return AROUND + [...items.join('')].length + AROUND_ITEM * Math.max(0, items.length - 1);
    });
  const fixed = [...section.formulations.join('')].length;
  const all = told.reduce((sum, one) => sum + one, fixed + CONNECTING);
  return Math.min(section.length, Math.round(all / 10) * 10);
}
