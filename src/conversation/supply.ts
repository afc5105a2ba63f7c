// Who gives what: dividing the slots among offices, their people, their deadlines. Every change can be taken back; only the owner divides.
import { type DueSaid, dueAt, showDue } from '../report/due.ts';
import type { Person } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import { officeOf, type Supplier, type Supply, sameOffice, supplierFor, supplierNamed } from '../report/supply.ts';
import { isRefused } from './access.ts';
import { supplyCards } from './cards/supply-card.ts';
import { personCalled } from './people.ts';
import type { SupplyCommand } from './supply-command.ts';
import { officesOf, unassigned } from './supply-view.ts';
import { supplyWords } from './supply-wording.ts';
import { activeScene, actorOf, relayedIn, remember, type Scene, say, showCard, type Turn } from './turn.ts';
import { showPerson } from './value.ts';

const LABELS_SAID = 6;
/** More offices than this no report is divided among. */
const SUPPLIERS_KEPT = 40;

export function showSupply(scene: Scene): undefined {
  for (const card of supplyCards(scene)) showCard(scene.turn, card);
  expectSending(scene);
}

/** 留抵退税归税政 */
export function assignSupply(scene: Scene, command: Extract<SupplyCommand, { type: 'assign_supply' }>): undefined {
  const { turn, report, outline } = scene;
  if (isRefused(scene)) return;
  const slots = command.rest ? othersLeft(scene) : command.slots.flatMap((id) => slotOf(outline, id) ?? []);
  if (slots.length === 0) return say(turn, command.rest ? supplyWords.nothingLeft : supplyWords.noSlots(command.words));
  const before = slots.map((slot) => supplierFor(report.supply, slot.id)?.office);
  const isThere = (office: string | undefined) => office !== undefined && sameOffice(office, command.office);
  if (before.every(isThere)) return say(turn, supplyWords.already(command.office));
  const moved = before.flatMap((office) => (office === undefined || isThere(office) ? [] : [office]));
  const supplier = change(scene, command.office);
  if (!supplier) return;
  const ids = slots.map((slot) => slot.id);
  for (const one of report.supply?.suppliers ?? []) one.slots = one.slots.filter((id) => !ids.includes(id));
  supplier.slots.push(...ids);
  const labels = slots.map((slot) => slot.label).slice(0, LABELS_SAID);
  const from = moved.length === 0 ? '' : supplyWords.movedFrom([...new Set(moved)]);
  say(turn, supplyWords.assigned(supplier.office, labels, slots.length) + from);
  if (command.unknown) say(turn, supplyWords.noSlots(command.unknown.join('、')));
}

/** 其余: what opens and closes the report (names, dates, the signature) is the writer's own, unless nothing else is left. */
function othersLeft(scene: Scene): Slot[] {
  const { opening, closing } = scene.outline;
  const left = unassigned(scene);
  const others = left.filter(({ section }) => section !== opening.id && section !== closing.id);
  return others.length > 0 ? others : left;
}

/** 国库科：李明 */
export function nameSupplier(scene: Scene, office: string, name: string): undefined {
  const { turn } = scene;
  if (isRefused(scene)) return;
  const person = personCalled(turn, name);
  // In one's own chat nobody can be shown who is meant.
  if (!person && turn.state.chat.type === 'group') return say(turn, supplyWords.namedUnknown(office, name));
  const supplier = change(scene, office);
  if (!supplier) return;
  if (!person) {
    supplier.awaited = [...new Set([...(supplier.awaited ?? []), name])];
    return say(turn, supplyWords.namedAwaited(supplier.office, name));
  }
  join(scene, supplier, person, true);
  say(turn, supplyWords.named(supplier.office, showPerson(person)));
}

/** 我是国库科的 */
export function joinOffice(scene: Scene, office: string): undefined {
  const by = actorOf(scene.turn);
  const supplier = by && change(scene, office);
  if (!by || !supplier) return;
  join(scene, supplier, by, false);
  say(scene.turn, supplyWords.joined(supplier.office, showPerson(by)));
}

/** Somebody whose name was said before anybody knew who that is. Run before anything is taken from them. */
export function joinAwaited(turn: Turn): undefined {
  const by = actorOf(turn);
  const scene = activeScene(turn);
  if (!by || by.name === '' || !scene) return;
  const { supply } = scene.report;
  const supplier = supply?.suppliers.find((one) => one.awaited?.includes(by.name));
  if (!supplier || officeOf(supply, by) !== undefined) return;
  join(scene, supplier, by, false);
  supplier.awaited = supplier.awaited?.filter((name) => name !== by.name) ?? [];
}

/** Whoever hands in an office's form speaks for it, unless known to belong to another. */
export function joinByForm(scene: Scene, office: string): undefined {
  const by = actorOf(scene.turn);
  const { report } = scene;
  const supplier = supplierNamed(report.supply, office);
  if (!by || !supplier || by.id === report.owner.id || officeOf(report.supply, by) !== undefined) return;
  if (supplier.people.every(({ id }) => id !== by.id)) supplier.people.push(by);
}

/** Who gives what is asked of one office alone, in the group, speaks for it, unless known to belong to another. */
export function joinByFacts(scene: Scene, slots: string[]): undefined {
  const { report, turn } = scene;
  if (turn.state.chat.type === 'p2p' && !relayedIn(turn)) return;
  const offices = slots.map((slot) => supplierFor(report.supply, slot)?.office);
  const [office] = offices;
  if (office !== undefined && offices.every((one) => one === office)) joinByForm(scene, office);
}

export function setSupplyDue(scene: Scene, said: DueSaid, office: string | undefined): undefined {
  const { turn, report } = scene;
  if (isRefused(scene)) return;
  const due = dueAt(said, turn.event.at);
  if (!due || due.at <= turn.event.at) return say(turn, supplyWords.noDay);
  const shown = showDue(due, turn.event.at);
  if (office === undefined) {
    const supply = changed(scene);
    supply.due = due;
    for (const one of supply.suppliers) delete one.due;
    return say(turn, supplyWords.dueAll(shown));
  }
  if (!supplierNamed(report.supply, office)) return say(turn, supplyWords.noOffice(office, officesOf(report.supply)));
  const supplier = change(scene, office);
  if (supplier) supplier.due = due;
  say(turn, supplyWords.dueOne(supplier?.office ?? office, shown));
}

/** 农业农村科不在群里 */
export function setAbsent(scene: Scene, office: string): undefined {
  const { turn } = scene;
  if (isRefused(scene)) return;
  const supplier = change(scene, office);
  if (!supplier) return;
  supplier.absent = true;
  say(turn, supplyWords.absent(supplier.office));
}

/** 发 said next means the list; an open question keeps what it is about. */
function expectSending({ turn, report }: Scene): undefined {
  turn.state.asked ??= { type: 'supply', report: report.id };
}

/** A copy to change, with what stood there on the undo stack. */
function changed(scene: Scene, office = ''): Supply {
  const { report } = scene;
  const before = report.supply ?? null;
  remember(scene, { what: supplyWords.step(office), changes: [{ type: 'supply', before: structuredClone(before) }] });
  report.supply ??= { suppliers: [] };
  expectSending(scene);
  return report.supply;
}

function change(scene: Scene, office: string): Supplier | undefined {
  const supply = changed(scene, office);
  const there = supplierNamed(supply, office);
  if (there) {
    // 税政 said first is 税政科 from now on.
    if (office.length > there.office.length) there.office = office;
    return there;
  }
  if (supply.suppliers.length >= SUPPLIERS_KEPT) return undefined;
  const supplier: Supplier = { office, people: [], slots: [] };
  supply.suppliers.push(supplier);
  return supplier;
}

/** One belongs to one office. */
function join({ report }: Scene, supplier: Supplier, person: Person, first: boolean): undefined {
  for (const one of report.supply?.suppliers ?? []) one.people = one.people.filter(({ id }) => id !== person.id);
  supplier.people = first ? [person, ...supplier.people] : [...supplier.people, person];
  if (person.name !== '' && supplier.people.length > 0) delete supplier.absent;
}
