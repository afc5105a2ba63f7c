// What of a section's facts its sentences depend on. A value that changes within it is only printed anew; beyond it the text is written anew.
import type { Fact, Facts } from './fact.ts';
import { type Outline, sectionsOf } from './outline.ts';
import { isWithheld, printedQuantity } from './print-wish.ts';

/** Equal for two moments exactly when a text written at the one may stand at the other. */
export function shapeOf(section: string, { outline, facts }: { outline: Outline; facts: Facts }): string {
  const slots = new Set([
    ...(sectionsOf(outline).find((one) => one.id === section)?.slots ?? []),
    ...outline.slots.filter((slot) => slot.section === section || slot.appears?.includes(section)).map(({ id }) => id),
  ]);
  return [...slots]
    .sort()
    .map((slot) => `${slot}=${factShape(Object.hasOwn(facts, slot) ? facts[slot] : undefined)}`)
    .join(';');
}

/** Of one fact; '' when there is none. */
export function factShape(fact: Fact | undefined): string {
  if (!fact) return '';
  const { value } = fact;
  if (isWithheld(fact)) return 'withheld';
  switch (value.type) {
    case 'figure': {
      const { amount, unit, approximation, direction } = printedQuantity(fact) ?? value.quantity;
      const sign = /[1-9]/u.test(amount) ? (amount.startsWith('-') ? '-' : '+') : '0';
      return [sign, unit, approximation, direction].join('|');
    }
    case 'omitted':
      return `omitted|${value.reason}`;
    case 'text':
      return 'text';
    case 'list':
      return 'list';
  }
}
