// 党课改成11次, said while another report is the one being written: names that report and keeps the words for it. Records nothing here.
import type { Quantity } from '../figures/quantity.ts';
import { type Outline, type Slot, slotOf } from '../report/outline.ts';
import type { Report } from '../report/report.ts';
import { may } from './access.ts';
import { choiceCard } from './cards/choice-card.ts';
import type { Reading } from './command.ts';
import type { MessageReceived } from './event.ts';
import { titleOf } from './plan.ts';
import { type Scene, sceneOf, showCard } from './turn.ts';
import { cut, oneLine } from './value.ts';
import { words } from './wording.ts';

const NAME = 2;
const PENDING_KEPT = 10;

/** True when the message is about another report of this conversation, and has been answered so. */
export function belongsElsewhere(scene: Scene, event: MessageReceived, { facts, asks, commands }: Reading): boolean {
  const { turn, report, outline } = scene;
  if (facts.length + commands.length > 0 || asks.length === 0) return false;
  const quantities = asks.flatMap((ask) => (ask.type === 'unplaced' ? [ask.quantity] : []));
  if (quantities.length < asks.length || isNamed(event.text, outline)) return false;
  const { pending = [], reports } = turn.state;
  if (pending.length >= PENDING_KEPT) return false;
  const homes = reports
    .filter((one) => one.id !== report.id && one.kind !== report.kind)
    .flatMap((one) => homeIn(scene, one, event.text, quantities))
    .slice(-1);
  const [home] = homes;
  if (!home) return false;
  turn.state.pending = [
    ...pending,
    { text: event.text, sender: event.sender, at: event.at, message: event.id, report: home.report.id },
  ];
  const text = words.elsewhere(cut(oneLine(event.text), 30), home.slot.label, titleOf(home.report), titleOf(report));
  const button = { text: words.switchTo, value: { action: 'switch', report: home.report.id }, primary: true };
  showCard(turn, choiceCard(words.elsewhereTitle, text, [button]));
  return true;
}

function homeIn(
  { turn }: Scene,
  report: Report,
  text: string,
  quantities: Quantity[],
): { report: Report; slot: Slot }[] {
  const scene = sceneOf(turn, report);
  const slot = scene && may(scene, 'decide') ? isNamed(text, scene.outline) : undefined;
  const fits = slot && quantities.every(({ unit }) => [slot.unit, ...(slot.units ?? [])].includes(unit));
  return slot && fits ? [{ report, slot }] : [];
}

/** The figure slot whose longest name stands in the text. */
function isNamed(text: string, outline: Outline): Slot | undefined {
  const names = outline.slots
    .filter((slot) => slot.type === 'figure' && !(slot.not ?? []).some((word) => text.includes(word)))
    .flatMap(({ id, label, keywords }) => [label, ...keywords].map((name) => ({ id, name })))
    .filter(({ name }) => [...name].length >= NAME && text.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  return names[0] && slotOf(outline, names[0].id);
}
