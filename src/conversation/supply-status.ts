// Who gave what and who has not; reminders to those who are late, seen by the owner before they go out. Changes no fact.
import type { Report } from '../report/report.ts';
import { type Supplier, showSupplier, supplierNamed } from '../report/supply.ts';
import { isRefused } from './access.ts';
import { choiceCard } from './cards/choice-card.ts';
import { givenCard } from './cards/given-card.ts';
import { formOf, gathersIn, sendForm } from './supply-send.ts';
import { dueOf, lackingOf, officesOf, slotsAsked, suppliersAsked } from './supply-view.ts';
import { supplyWords } from './supply-wording.ts';
import { emit, type Scene, say, sceneOf, showCard, type Turn } from './turn.ts';
import { showPerson } from './value.ts';

const LABELS_SAID = 5;

/** 谁还没报, 国库科报了没 */
export function showLate(scene: Scene, office?: string): undefined {
  const { turn, report } = scene;
  const asked = suppliersAsked(scene);
  if (office !== undefined) {
    const supplier = supplierNamed(report.supply, office);
    if (!supplier) return say(turn, supplyWords.noOffice(office, officesOf(report.supply)));
    return say(turn, lineOf(scene, supplier));
  }
  if (asked.length === 0) return say(turn, supplyWords.nobodyYet);
  const late = asked.filter((one) => lackingOf(scene, one).length > 0);
  if (late.length === 0) return say(turn, supplyWords.allIn(asked.length));
  say(turn, late.map((one) => lineOf(scene, one)).join('\n'));
}

/** 谁报了什么 */
export function showGiven(scene: Scene, office?: string): undefined {
  const cards = givenCard(scene, office);
  if (cards.length === 0) return say(scene.turn, supplyWords.nothingGiven);
  for (const card of cards) showCard(scene.turn, card);
}

function lineOf(scene: Scene, supplier: Supplier): string {
  const asked = slotsAsked(scene, supplier).length;
  const name = showSupplier(supplier);
  if (asked === 0) return supplyWords.noneAsked(name);
  const lacking = lackingOf(scene, supplier).map((slot) => slot.label);
  if (lacking.length === 0) return supplyWords.inLine(name, asked);
  const at = supplier.due ?? scene.report.supply?.due;
  const overdue = at !== undefined && at.at < scene.turn.context.now;
  return supplyWords.lateLine(name, lacking.slice(0, LABELS_SAID), lacking.length, dueOf(scene, supplier), overdue);
}

const lateOf = (scene: Scene, office?: string): Supplier[] =>
  suppliersAsked(scene).filter(
    (one) =>
      lackingOf(scene, one).length > 0 && (office === undefined || one === supplierNamed(scene.report.supply, office)),
  );

/** 催一下: shown to the owner first. */
export function previewNudge(scene: Scene, office?: string): undefined {
  const { turn, report } = scene;
  if (isRefused(scene)) return;
  if (suppliersAsked(scene).length === 0) return say(turn, supplyWords.nobodyYet);
  const late = lateOf(scene, office);
  if (late.length === 0) return showLate(scene, office);
  const lines = late.map((one) => nudgeText(scene, one, false));
  const on = { report: report.id, ...(office === undefined ? {} : { office }) };
  showCard(
    turn,
    choiceCard(supplyWords.nudgeTitle, `${supplyWords.nudgeHint}\n\n${lines.join('\n')}`, [
      { text: supplyWords.nudgeYes, value: { action: 'nudge_yes', ...on }, primary: true },
      { text: supplyWords.nudgeNo, value: { action: 'nudge_no', ...on } },
    ]),
  );
}

/** Only to those still late when it is confirmed. */
export function nudge(scene: Scene, office?: string): undefined {
  const { turn } = scene;
  if (isRefused(scene)) return;
  const late = lateOf(scene, office);
  if (late.length === 0) return showLate(scene, office);
  const there = late.filter((one) => isThere(scene, one));
  if (there.length > 0) say(turn, supplyWords.nudged(there.map((one) => one.office)));
  remind(scene, late);
}

const isThere = (scene: Scene, { absent }: Supplier): boolean => gathersIn(scene) !== undefined && !absent;

/** Each under its own form, with its people mentioned; one without a form gets it. */
function remind(scene: Scene, late: Supplier[]): undefined {
  const { turn } = scene;
  const away = late.filter((one) => !isThere(scene, one));
  for (const supplier of late.filter((one) => !away.includes(one))) {
    const form = formOf(scene, supplier);
    const message = turn.state.sent.find((one) => one.key === form)?.message;
    if (form === undefined || message === undefined) sendForm(scene, supplier);
    else
      emit(turn, {
        type: 'send_card',
        chat: gathersIn(scene) ?? turn.state.chat.id,
        replyTo: message,
        card: {
          title: supplier.office,
          tone: 'blue',
          blocks: [{ type: 'text', text: nudgeText(scene, supplier), mentions: supplier.people }],
        },
      });
  }
  for (const supplier of away) say(turn, supplyWords.nudgeCopy(supplier.office, nudgeText(scene, supplier)));
}

/** `whole`: with the sentence that all of them end with. */
function nudgeText(scene: Scene, supplier: Supplier, whole = true): string {
  const labels = lackingOf(scene, supplier).map((slot) => slot.label);
  const names = supplier.people.map(showPerson).join('、');
  const wanted = supplyWords.nudgeText(
    names === '' ? supplier.office : names,
    labels.slice(0, LABELS_SAID),
    labels.length,
    dueOf(scene, supplier),
  );
  return whole ? wanted + supplyWords.nudgeEnd : wanted;
}

const timerFor = (report: Report, at: number): string => `${report.id}/supply/${at}`;

/** When suppliers are to be reminded: once per deadline, for those who were sent a form. `before`: the time that is good for a deadline. */
export function supplyReminders(turn: Turn, report: Report, before: (due: number) => number): [string, number][] {
  const scene = report.supply && report.id === turn.state.active ? sceneOf(turn, report) : null;
  if (!scene) return [];
  const dues = lateOf(scene).flatMap((one) => {
    const due = one.due ?? report.supply?.due;
    return due && formOf(scene, one) ? [due.at] : [];
  });
  return [...new Set(dues)].map((at) => [timerFor(report, at), before(at)]);
}

/** False when the timer is about something else. */
export function takeSupplyTimer(scene: Scene, timer: string): boolean {
  const { report, turn } = scene;
  if (!timer.startsWith(timerFor(report, 0).slice(0, -1))) return false;
  const late = lateOf(scene).filter((one) => {
    const due = one.due ?? report.supply?.due;
    return due && timer === timerFor(report, due.at) && due.at > turn.context.now && formOf(scene, one);
  });
  remind(scene, late);
  return true;
}
