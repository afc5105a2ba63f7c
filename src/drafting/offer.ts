// Which tokens a section's writer is offered, and on what terms. Looks at facts only to see whether they are there.
import type { Facts } from '../report/fact.ts';
import type { Outline, Section, Slot } from '../report/outline.ts';
import { slotsAllowedIn } from '../report/proof.ts';
import { isLeftOut } from '../report/render.ts';

/** `must`: a given fact of this section. `pending`: asked for and not given, printed 〔待补〕. `may`: at home elsewhere, or with fallback words. */
export interface Offered {
  slot: Slot;
  terms: 'must' | 'may' | 'pending';
}

export function offeredSlots(section: Section, outline: Outline, facts: Facts): Offered[] {
  return slotsAllowedIn(outline, section.id).flatMap((slot): Offered[] => {
    if (isLeftOut(slot.id, { outline, facts })) return [];
    const given = facts[slot.id] !== undefined && facts[slot.id]?.value.type !== 'omitted';
    const own = slot.section === section.id;
    if (given) return [{ slot, terms: own ? 'must' : 'may' }];
    if (slot.fallback !== undefined) return [{ slot, terms: 'may' }];
    return slot.required ? [{ slot, terms: own ? 'pending' : 'may' }] : [];
  });
}

/** Whether a person decided that there is nothing to say here. */
export function isSilenced(section: Section, outline: Outline, facts: Facts): boolean {
  return section.slots.length > 0 && section.slots.every((id) => isLeftOut(id, { outline, facts }));
}
