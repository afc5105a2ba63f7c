// Who is asked for what, as it stands: what is left, who lacks what, by when, who speaks for whom. Reads only.
import { showDue } from '../report/due.ts';
import type { Fact, Person } from '../report/fact.ts';
import type { Slot } from '../report/outline.ts';
import { homeless } from '../report/restructure.ts';
import { officeOf, type Supplier, type Supply, showSupplier, supplierFor, supplierNamed } from '../report/supply.ts';
import { isAskedFor } from './plan.ts';
import { supplyWords } from './supply-wording.ts';
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

/** 3/5 per office, for the board; '' where nobody was asked. */
export function supplyLines(scene: Scene): { title: string; lines: string[] } | undefined {
  const asked = suppliersAsked(scene);
  if (asked.length === 0) return undefined;
  const done = asked.filter((one) => lackingOf(scene, one).length === 0);
  return {
    title: supplyWords.boardTitle(asked.length, done.length),
    lines: asked.map((one) => {
      const all = slotsAsked(scene, one).length;
      const due = dueOf(scene, one);
      const late = lackingOf(scene, one).length > 0 && due !== '' ? ` · ${due}` : '';
      return supplyWords.boardLine(showSupplier(one), all, all - lackingOf(scene, one).length) + late;
    }),
  };
}

/**
 * What an office gave, or was asked for and stands recorded: said by somebody, told in the report. A group that only
 * gathers is shown nothing but what the office said itself.
 */
export function factsToCheck(scene: Scene, supplier: Supplier): Fact[] {
  const facts = recordedFor(scene, supplier);
  return scene.report.gathering === undefined ? facts : facts.filter((fact) => isTheirs(fact, supplier));
}

/** What was told in the owner's own chat of what this office was asked: no group is shown it. */
export function factsKeptHome(scene: Scene, supplier: Supplier): Fact[] {
  const shown = factsToCheck(scene, supplier);
  return recordedFor(scene, supplier).filter((fact) => !shown.includes(fact));
}

const isTheirs = ({ source }: Fact, { office, people }: Supplier): boolean =>
  source.office === office || people.some(({ id }) => id === source.by.id);

function recordedFor({ report, outline }: Scene, { office, slots, people }: Supplier): Fact[] {
  const ids = new Set(people.map(({ id }) => id));
  return outline.slots.flatMap((slot) => {
    const fact = Object.hasOwn(report.facts, slot.id) ? report.facts[slot.id] : undefined;
    const theirs = fact && (slots.includes(slot.id) || ids.has(fact.source.by.id) || fact.source.office === office);
    const elsewhere =
      fact && !slots.includes(slot.id) && report.supply?.suppliers.some((one) => one.slots.includes(slot.id));
    return fact && theirs && !elsewhere && !fact.derived && fact.value.type === 'figure' ? [fact] : [];
  });
}

/** 7/8: offices all of whose figures are confirmed, once checks were sent. */
export function checksDone(scene: Scene): { done: number; all: number } | undefined {
  const offices = (scene.report.asking ?? []).filter((one) => one.kind === 'check').map((one) => one.office);
  const suppliers = offices.flatMap((office) => supplierNamed(scene.report.supply, office) ?? []);
  if (suppliers.length === 0) return undefined;
  const done = suppliers.filter((one) => factsToCheck(scene, one).every((fact) => fact.confirmed));
  return { done: done.length, all: suppliers.length };
}

/** A fact as it was seen: another value, or the same said anew, has another mark. */
export const markOf = ({ slot, source }: Fact): string => `${slot}@${source.at}`;
