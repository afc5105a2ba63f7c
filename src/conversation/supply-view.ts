// Who is asked for what, as it stands: what is left, who lacks what, by when, who speaks for whom. Reads only.
import { showDue } from '../report/due.ts';
import type { Person } from '../report/fact.ts';
import type { Slot } from '../report/outline.ts';
import { homeless } from '../report/restructure.ts';
import { officeOf, type Supplier, type Supply, showSupplier, supplierFor } from '../report/supply.ts';
import { isAskedFor } from './plan.ts';
import type { Scene } from './turn.ts';
import { showPerson } from './value.ts';

/** Slots one could ask somebody for and has not. */
export function unassigned({ report, outline }: Scene): Slot[] {
  return outline.slots.filter(
    (slot) => slot.section !== homeless && isAskedFor(slot) && !supplierFor(report.supply, slot.id),
  );
}

export const officesOf = (supply: Supply | undefined): string[] => (supply?.suppliers ?? []).map((one) => one.office);

/** Its slots as they stand in the outline, given and not. */
export function slotsAsked({ outline }: Scene, { slots }: Supplier): Slot[] {
  return outline.slots.filter((slot) => slots.includes(slot.id) && slot.section !== homeless);
}

export function lackingOf(scene: Scene, supplier: Supplier): Slot[] {
  return slotsAsked(scene, supplier).filter((slot) => !Object.hasOwn(scene.report.facts, slot.id));
}

/** Those asked for something, in the order they were named. */
export function suppliersAsked(scene: Scene): Supplier[] {
  return (scene.report.supply?.suppliers ?? []).filter((one) => slotsAsked(scene, one).length > 0);
}

export function dueOf({ report, turn }: Scene, { due }: Supplier): string {
  const at = due ?? report.supply?.due;
  return at ? showDue(at, turn.context.now) : '';
}

/** 国库科（李明） where the office is known, else the name. */
export function showGiver({ report }: Pick<Scene, 'report'>, person: Person): string {
  const office = officeOf(report.supply, person);
  return office === undefined ? showPerson(person) : showSupplier({ office, people: [person] });
}
