// 写460余亿, 保留一位小数, 增幅不写: how a recorded figure is printed. The value stays exact; a form that is not true of it is refused.
import { formatQuantity } from '../figures/index.ts';
import type { Fact, Print } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import { fulfil } from '../report/print-wish.ts';
import type { UndoStep } from '../report/report.ts';
import type { EditCommand } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { propose } from './proposal.ts';
import { actorOf, remember, type Scene, say } from './turn.ts';
import { showValue } from './value.ts';

type PrintCommand = Extract<EditCommand, { type: 'print' }>;

export function takePrint(scene: Scene, command: PrintCommand): undefined {
  const { turn, report, outline } = scene;
  const meant = slotsMeant(scene, command);
  if (command.slots.length > 0 && meant.length === 0) {
    return say(turn, editWords.notRecorded(command.slots.map((id) => slotOf(outline, id)?.label ?? id)));
  }
  if (meant.length === 0) return say(turn, editWords.nothingToPrint);
  if (command.growth && command.wish && command.slots.length === 0 && meant.length > 1)
    return askWhich(scene, meant, command);
  const by = actorOf(turn);
  if (!by) return;
  const changes: UndoStep['changes'] = [];
  const done: string[] = [];
  const steps: string[] = [];
  for (const slot of meant) {
    const before = report.facts[slot.id];
    if (!before) continue;
    const made = wishedFact(before, command.wish, { by, at: turn.event.at });
    if (typeof made === 'string') {
      // 用“多”不用“余” is about those that have it; of the others there is nothing to say.
      if (command.slots.length > 0) done.push(editWords.printRefused(slot.label, made));
      continue;
    }
    report.facts[slot.id] = made;
    changes.push({ type: 'fact', slot: slot.id, before });
    done.push(saidOf(slot, made));
    steps.push(stepOf(slot, made));
  }
  remember(scene, { what: steps.slice(0, 3).join('，'), changes });
  say(turn, done.length === 0 ? editWords.nothingToPrint : done.join('\n'));
}

/** Recorded figures the wish is about. */
function slotsMeant({ report, outline }: Scene, { slots, growth, wish }: PrintCommand): Slot[] {
  const recorded = outline.slots.filter((slot) => {
    const value = report.facts[slot.id]?.value;
    return value !== undefined && value.type !== 'omitted' && (wish?.type === 'omit' || value.type === 'figure');
  });
  if (slots.length > 0) return recorded.filter((slot) => slots.includes(slot.id));
  if (growth) {
    const rates = recorded.filter((slot) => slot.growth_of !== undefined);
    return wish === null ? rates.filter((slot) => report.facts[slot.id]?.print !== undefined) : rates;
  }
  return wish?.type === 'word' ? recorded : [];
}

/** No wish: the exact value again. */
function wishedFact(before: Fact, wish: PrintCommand['wish'], by: Omit<Print, 'wish' | 'quantity'>): Fact | string {
  const { print: _, ...exact } = before;
  if (wish === null) return exact;
  if (wish.type === 'omit') return { ...before, print: { wish, ...by } };
  if (before.value.type !== 'figure') return editWords.nothingToPrint;
  const shown = wish.type === 'word' ? (before.print?.quantity ?? before.value.quantity) : before.value.quantity;
  const made = fulfil(wish, before.value.quantity, shown);
  if (made.type === 'refused') return made.reason;
  return { ...before, print: { wish, ...(made.quantity ? { quantity: made.quantity } : {}), ...by } };
}

function saidOf(slot: Slot, fact: Fact): string {
  const { print } = fact;
  if (!print) return editWords.exactAgain(slot.label, showValue(fact.value));
  if (!print.quantity) return editWords.withheld([slot.label]);
  return editWords.printed(slot.label, formatQuantity(print.quantity), showValue(fact.value));
}

function stepOf(slot: Slot, { print }: Fact): string {
  if (!print) return editWords.exactStep(slot.label);
  return print.quantity
    ? editWords.printStep(slot.label, formatQuantity(print.quantity))
    : editWords.dropStep([slot.label]);
}

function askWhich(scene: Scene, slots: Slot[], command: PrintCommand): undefined {
  const one = (chosen: Slot[], text: string) => ({
    text,
    deed: { type: 'command' as const, command: { ...command, growth: false, slots: chosen.map((slot) => slot.id) } },
  });
  const choices = [one(slots, editWords.allGrowth), ...slots.slice(0, 8).map((slot) => one([slot], slot.label))];
  propose(scene, editWords.whichGrowth, [
    {
      text: slots.map((slot) => slot.label).join('、'),
      choices: [...choices, { text: editWords.leaveIt, deed: { type: 'leave' } }],
    },
  ]);
}
