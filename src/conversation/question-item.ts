// What is asked about one thing the reader would not guess, and what each answer does. Fixed when asked; decides nothing.
import type { Quantity } from '../figures/quantity.ts';
import type { Fact, FactValue } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import type { Ask } from './command.ts';
import { missingSlots } from './plan.ts';
import type { Choice, Item } from './state.ts';
import { actorOf, type Scene } from './turn.ts';
import { cut, oneLine, sameValue, showSource, showValue } from './value.ts';
import { words } from './wording.ts';

const CANDIDATES = 4;

/** The question for one ask; `material` when nothing could hold it, `settled` when it is recorded already. */
export function itemFor(scene: Scene, ask: Ask): Item | 'material' | 'settled' {
  const { outline, report } = scene;
  switch (ask.type) {
    case 'which_slot':
      return placeItem(scene, ask, named(scene, ask.slots));
    case 'unplaced': {
      const fitting = missingSlots(outline, report.facts).filter((slot) => fits(slot, ask.quantity));
      return placeItem(scene, ask, fitting.slice(0, CANDIDATES));
    }
    case 'confirm_value': {
      const slot = slotOf(outline, ask.slot);
      if (!slot) return 'material';
      const before = said(scene, slot.id);
      if (before && sameValue(before.value, ask.value)) return 'settled';
      const value = showValue(ask.value);
      const left = ask.value.type === 'omitted';
      return {
        ask,
        text: words.confirmValue(
          slot.label,
          left ? '' : value,
          cut(ask.reason, 120),
          before ? showValue(before.value) : '',
        ),
        choices: [
          { text: left ? value : words.recordThis(value), deed: record(slot, ask.value, ask.words) },
          { text: words.leaveIt, deed: { type: 'leave' } },
        ],
        ownerOnly: false,
      };
    }
    case 'conflict': {
      const slot = slotOf(outline, ask.slot);
      const before = slot && said(scene, slot.id);
      return slot && before ? conflictItem(scene, slot, before, ask.value, ask.words) : 'settled';
    }
    case 'check':
      // Made whole by settle.ts, with its choices; never out of the ask alone.
      return 'settled';
  }
}

/** The slot holds another value already: which one stands? */
export function conflictItem(scene: Scene, slot: Slot, before: Fact, value: FactValue, around: string): Item {
  const old = showValue(before.value);
  const both = together(slot, before.value, value);
  return {
    ask: { type: 'conflict', slot: slot.id, value, words: around },
    text: words.conflict(slot.label, old, showSource(before.source), showValue(value)),
    choices: [
      { text: words.takeNew(showValue(value)), deed: record(slot, value, around) },
      ...(both ? [{ text: words.keepBoth, deed: record(slot, both, around) }] : []),
      { text: words.keepOld(old), deed: { type: 'leave' } },
    ],
    // Correcting oneself needs nobody else; between two people the owner decides.
    ownerOnly: scene.turn.state.chat.type === 'group' && before.source.by.id !== actorOf(scene.turn)?.id,
  };
}

/** Narrative can hold both; a figure or a name cannot. */
function together(slot: Slot, before: FactValue, after: FactValue): FactValue | undefined {
  if (slot.type === 'list' && before.type === 'list' && after.type === 'list') {
    return { type: 'list', items: [...new Set([...before.items, ...after.items])] };
  }
  if (slot.type !== 'text' || before.type !== 'text' || after.type !== 'text') return undefined;
  return { type: 'text', text: `${before.text.trim().replace(/[。；，]+$/u, '')}；${after.text.trim()}` };
}

function placeItem(scene: Scene, ask: Extract<Ask, { quantity: Quantity }>, slots: Slot[]): Item | 'material' {
  if (slots.length === 0) return 'material';
  const value: FactValue = { type: 'figure', quantity: ask.quantity };
  const places = slots.map((slot): Choice => {
    const before = said(scene, slot.id);
    return {
      text: words.place(slot.label, before ? showValue(before.value, 20) : ''),
      deed: record(slot, value, ask.words),
    };
  });
  return {
    ask,
    text: words.whichSlot(cut(oneLine(ask.words), 80), showValue(value)),
    choices: [...places, { text: words.toMaterials, deed: { type: 'material', words: ask.words || showValue(value) } }],
    ownerOnly: false,
  };
}

function said({ report }: Scene, id: string): Fact | undefined {
  const fact = Object.hasOwn(report.facts, id) ? report.facts[id] : undefined;
  return fact?.derived ? undefined : fact;
}

function record(slot: Slot, value: FactValue, around: string): Choice['deed'] {
  return { type: 'record', slot: slot.id, value, words: around };
}

function named({ outline }: Scene, ids: string[]): Slot[] {
  return [...new Set(ids)].flatMap((id) => slotOf(outline, id) ?? []).slice(0, 8);
}

function fits(slot: Slot, { unit }: Quantity): boolean {
  return slot.type === 'figure' && unit !== '' && (slot.unit === unit || (slot.units ?? []).includes(unit));
}
