// 发各科室核数: each office sees its own figures and the sentences that tell them, and says they are right or what is. Never shows one office another's.
import { slotOf } from '../report/outline.ts';
import { officeOf, type Supplier, showSupplier, supplierNamed } from '../report/supply.ts';
import { isRefused } from './access.ts';
import { checkCard } from './cards/check-card.ts';
import { takeForm } from './fill.ts';
import { gathersIn, keepAsking, showThere } from './supply-send.ts';
import { factsKeptHome, factsToCheck, markOf } from './supply-view.ts';
import { supplyWords } from './supply-wording.ts';
import { refuse } from './toast.ts';
import { actorOf, emit, relayedIn, remember, type Scene, say } from './turn.ts';
import { showPerson } from './value.ts';

export function sendChecks(scene: Scene): undefined {
  const { turn, report, outline } = scene;
  if (isRefused(scene)) return;
  const all = (report.supply?.suppliers ?? []).filter((one) => factsToCheck(scene, one).length > 0);
  const kept = (report.supply?.suppliers ?? []).flatMap((one) => factsKeptHome(scene, one));
  if (all.length === 0) say(turn, supplyWords.checkNone);
  for (const supplier of all) {
    const [first, ...more] = checkCard(scene, supplier, factsToCheck(scene, supplier));
    if (first) keepAsking(scene, 'check', supplier.office, showThere(scene, first));
    for (const card of more) showThere(scene, card);
  }
  if (all.length > 0) say(turn, supplyWords.checkSent(all.map(showSupplier)));
  if (kept.length > 0)
    say(turn, supplyWords.checkKept(kept.map((fact) => slotOf(outline, fact.slot)?.label ?? fact.slot)));
}

/** 都无误: these figures, as they stood on the card. One that changed since then was not seen and is not confirmed. */
export function confirmFigures(scene: Scene, office: unknown, events: unknown): undefined {
  const { turn, report } = scene;
  const by = actorOf(turn);
  const supplier = typeof office === 'string' ? supplierNamed(report.supply, office) : undefined;
  if (!by || !supplier) return say(turn, supplyWords.checkNone);
  if (!speaksFor(scene, supplier)) return answerPresser(scene, supplyWords.checkNotYours(showSupplier(supplier)));
  const seen = new Set(typeof events === 'string' ? events.split(' ') : []);
  const facts = factsToCheck(scene, supplier).filter((fact) => seen.has(markOf(fact)) && !fact.confirmed);
  if (facts.length === 0) return answerPresser(scene, supplyWords.nothingToConfirm);
  remember(scene, {
    what: supplyWords.confirmStep(supplier.office, facts.length),
    changes: facts.map((fact) => ({ type: 'fact', slot: fact.slot, before: structuredClone(fact) })),
  });
  for (const fact of facts) report.facts[fact.slot] = { ...fact, confirmed: { by, at: turn.event.at } };
  const key = report.asking?.find((one) => one.kind === 'check' && one.office === supplier.office)?.card;
  const [card] = checkCard(scene, supplier, factsToCheck(scene, supplier));
  if (key !== undefined && card)
    emit(turn, { type: 'update_card', chat: gathersIn(scene) ?? turn.state.chat.id, of: key, card });
  else say(turn, supplyWords.confirmedAll(showPerson(by), facts.length));
}

/** 有误，应为: read like any correction; what is right instead still has to be confirmed by nobody else. */
export function correctFigures(scene: Scene, office: unknown, form: Record<string, unknown>): undefined {
  const supplier = typeof office === 'string' ? supplierNamed(scene.report.supply, office) : undefined;
  if (!supplier) return say(scene.turn, supplyWords.checkNone);
  if (!speaksFor(scene, supplier)) return answerPresser(scene, supplyWords.checkNotYours(showSupplier(supplier)));
  takeForm(scene, form, { kept: true, instead: true });
}

/** Its people, and anybody where no one is known to belong to it and who belongs to no other; the owner for an office on WeChat. */
function speaksFor({ turn, report }: Scene, supplier: Supplier): boolean {
  const by = actorOf(turn);
  if (!by) return false;
  if (by.id === report.owner.id || supplier.people.some(({ id }) => id === by.id)) return true;
  return supplier.people.length === 0 && officeOf(report.supply, by) === undefined;
}

/** Told where the button is: the owner's own chat is not where the presser reads. */
function answerPresser({ turn }: Scene, text: string): undefined {
  const { event } = turn;
  const there = relayedIn(turn);
  if (!there || event.type !== 'card_submitted') return refuse(turn, text);
  emit(turn, { type: 'send_text', chat: there.group, replyTo: event.message, text });
}
