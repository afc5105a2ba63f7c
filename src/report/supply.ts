// Who gives what for a report: offices, their people, the slots asked of each. Data and plain look-ups; no rule of the conversation.
import type { Person } from './fact.ts';
import type { Due } from './task.ts';

export interface Supplier {
  /** 国库科; a person's own name where no office was said. */
  office: string;
  /** Who belongs to it, the one to be asked first. */
  people: Person[];
  slots: string[];
  /** Named for it in a chat where nobody could be shown who that is: joins it with the first words. */
  awaited?: string[];
  /** Its own deadline, where it has one. */
  due?: Due;
  /** Not in the group: asked by words to copy. */
  absent?: true;
}

export interface Supply {
  suppliers: Supplier[];
  /** For all without one of their own. */
  due?: Due;
}

const ending = /(?:科室|办公室|科|室|处|股|办)$/u;

/** 税政 and 税政科 are one office. */
export function sameOffice(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one.replace(ending, ''), other.replace(ending, '')];
  return a !== '' && a === b && (a === one || b === other);
}

export function supplierNamed(supply: Supply | undefined, office: string): Supplier | undefined {
  return supply?.suppliers.find((one) => sameOffice(one.office, office));
}

/** Whom this slot is asked of. */
export function supplierFor(supply: Supply | undefined, slot: string): Supplier | undefined {
  return supply?.suppliers.find((one) => one.slots.includes(slot));
}

/** The office a person speaks for; none for one listed under the own name. */
export function officeOf(supply: Supply | undefined, person: Person): string | undefined {
  const found = supply?.suppliers.find((one) => one.people.some(({ id }) => id === person.id));
  return found && found.office !== person.name ? found.office : undefined;
}

/** 国库科（李明） */
export function showSupplier({
  office,
  people,
  awaited = [],
}: Pick<Supplier, 'office' | 'people' | 'awaited'>): string {
  const known = people.map((one) => one.name);
  const names = [...new Set([...known, ...awaited])].filter((name) => name !== '' && name !== office);
  return names.length === 0 ? office : `${office}（${names.join('、')}）`;
}
