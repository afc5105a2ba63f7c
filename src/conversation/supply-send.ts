// Asking: a form per office sent into the group, words to copy for those who are not in it; forms kept up to date in place.
import { type Supplier, showSupplier, supplierNamed } from '../report/supply.ts';
import { isRefused } from './access.ts';
import type { Card } from './card.ts';
import { copyCard, isLong, supplyFormCard } from './cards/supply-form-card.ts';
import { takeForm } from './fill.ts';
import type { State } from './state.ts';
import { joinByForm } from './supply.ts';
import { lackingOf, suppliersAsked } from './supply-view.ts';
import { supplyWords } from './supply-wording.ts';
import { activeScene, emit, reportOf, type Scene, say, sceneOf, showCard, type Turn } from './turn.ts';

/** The platform changes no card older than 14 days. */
const CHANGEABLE_MS = 13 * 24 * 3_600_000;

/** 发给大家: to each office its own questions only. One that has its form already is not sent another. */
export function sendSupply(scene: Scene, office?: string): undefined {
  const { turn, report } = scene;
  if (isRefused(scene)) return;
  const asked = suppliersAsked(scene).filter((one) => !office || one === supplierNamed(report.supply, office));
  if (asked.length === 0) return say(turn, supplyWords.nobodyYet);
  const open = asked.filter((one) => lackingOf(scene, one).length > 0);
  if (open.length === 0) return say(turn, supplyWords.allGiven);
  const inGroup = gathersIn(scene) !== undefined;
  if (!inGroup && office === undefined && isLong(open.reduce((sum, one) => sum + lackingOf(scene, one).length, 0)))
    return sayOnDemand(scene, open);
  const there = open.filter((one) => inGroup && !one.absent && formOf(scene, one));
  const fresh = open.filter((one) => inGroup && !one.absent && !there.includes(one));
  for (const supplier of fresh) sendForm(scene, supplier);
  for (const supplier of open.filter((one) => !there.includes(one) && !fresh.includes(one)))
    showCard(turn, copyCard(scene, supplier));
  if (fresh.length > 0) say(turn, supplyWords.sentTo(fresh.map(showSupplier)));
  if (there.length > 0) say(turn, supplyWords.sendAgain(there.map((one) => one.office)));
  if (!inGroup) say(turn, supplyWords.noGroup);
}

/** Nobody is sent a wall of words they did not ask for. */
function sayOnDemand(scene: Scene, open: Supplier[]): undefined {
  const offices = open.map((one) => supplyWords.boardLacking(one.office, lackingOf(scene, one).length));
  say(scene.turn, supplyWords.onDemand(offices, open[0]?.office ?? '') + supplyWords.gatherHint);
}

export function sendForm(scene: Scene, supplier: Supplier): undefined {
  keepAsking(scene, 'form', supplier.office, showThere(scene, supplyFormCard(scene, supplier)));
}

/** The chat where suppliers are: the report's own group, or the one that gathers for it. */
export function gathersIn({ turn, report }: Scene): string | undefined {
  return report.gathering ?? (turn.state.chat.type === 'group' ? turn.state.chat.id : undefined);
}

/** Where suppliers are. */
export function showThere(scene: Scene, card: Card): string {
  const { report, turn } = scene;
  if (report.gathering === undefined) return showCard(turn, card);
  return emit(turn, { type: 'send_card', chat: report.gathering, card });
}

/** An office's form handed in. Its card follows what is recorded, so that what could not be read stays to be filled in. */
export function takeSupplyForm(scene: Scene, office: string, form: Record<string, unknown>): undefined {
  // An empty form, or one of which nothing could be read, says nothing of who handed it in.
  if (scene.turn.fields?.some(({ fact }) => fact)) joinByForm(scene, office);
  takeForm(scene, form, { kept: true });
}

/** From now on this card is the office's form (or its figures to confirm). */
export function keepAsking({ report, turn }: Scene, kind: 'form' | 'check', office: string, card: string): undefined {
  const others = (report.asking ?? []).filter((one) => one.kind !== kind || one.office !== office);
  report.asking = [...others, { kind, office, card, at: turn.context.now }];
}

export function formOf({ report, turn }: Scene, { office }: Supplier): string | undefined {
  const form = report.asking?.find((one) => one.kind === 'form' && one.office === office);
  return form && turn.context.now - form.at <= CHANGEABLE_MS ? form.card : undefined;
}

/** `before`: the state this turn began with. Run at the end of every turn: each form shows what is still to be given. */
export function keepForms(turn: Turn, before: State | null): undefined {
  const scene = activeScene(turn);
  if (!scene?.report.asking) return;
  const then = before && sceneOf({ ...turn, state: before }, reportOf(before, scene.report.id));
  for (const { kind, office, card: key, at } of scene.report.asking) {
    if (kind !== 'form' || turn.context.now - at > CHANGEABLE_MS) continue;
    const card = formFor(scene, office);
    if (!card) continue;
    const sentNow = turn.effects.find((one) => one.type === 'send_card' && one.key === key);
    if (sentNow?.type === 'send_card') {
      sentNow.card = card;
      continue;
    }
    const shown = then && formFor(then, office);
    if (shown && JSON.stringify(shown) === JSON.stringify(card)) continue;
    emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: key, card, inPlaceOnly: true });
  }
}

function formFor(scene: Scene, office: string): Card | undefined {
  const supplier = supplierNamed(scene.report.supply, office);
  return supplier && supplyFormCard(scene, supplier);
}
