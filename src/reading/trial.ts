// A reading without a chat: a request made from one line of JSON, and its reading told in plain JSON. Pure; for `npm run read` and the message cases.

import type { Ask, Command, Reading } from '../conversation/command.ts';
import { findFigures, formatQuantity } from '../figures/index.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Facts, FactValue } from '../report/fact.ts';
import type { Outline } from '../report/outline.ts';
import type { ReadRequest } from './port.ts';

export interface Trial {
  text: string;
  /** Slot id. */
  asked?: string;
  /** Slot id → value as text: 12次. */
  recorded?: Record<string, string>;
  /** The report's year; without it the latest past year the text names, else this year. */
  year?: number;
  thisYear: number;
}

/** Throws with the wrong slot's name when `asked` or `recorded` names none of the outline. */
export function requestFrom(outline: Outline, outlines: Outline[], trial: Trial): ReadRequest {
  const named = [...trial.text.matchAll(/20\d{2}(?=年)/g)].map((hit) => Number(hit[0]));
  const past = named.filter((one) => one <= trial.thisYear);
  const year = trial.year ?? (past.length > 0 ? Math.max(...past) : trial.thisYear);
  const known = new Set(outline.slots.map((slot) => slot.id));
  for (const id of [trial.asked ?? [], ...Object.keys(trial.recorded ?? {})].flat())
    if (!known.has(id)) throw new Error(`no slot “${id}” in ${outline.kind}; one of: ${[...known].join(', ')}`);
  const facts: Facts = {};
  for (const [id, said] of Object.entries(trial.recorded ?? {}))
    facts[id] = {
      slot: id,
      value: valueFrom(outline, id, said),
      source: { by: { id: '', name: '' }, at: 0, event: '', words: said },
    };
  return {
    text: trial.text,
    report: { outline, year, facts },
    asked: trial.asked ? { type: 'slot', slot: trial.asked, report: 'trial' } : null,
    kinds: outlines.map(({ kind, name, aliases }) => ({ kind, name, aliases })),
    reports: [{ id: 'trial', name: outline.name, year }],
    thisYear: year,
  };
}

function valueFrom(outline: Outline, id: string, said: string): FactValue {
  const slot = outline.slots.find((one) => one.id === id);
  if (slot?.type === 'list') return { type: 'list', items: [said] };
  const quantity = slot?.type === 'figure' ? findFigures(said)[0]?.quantity : undefined;
  return quantity ? { type: 'figure', quantity } : { type: 'text', text: said };
}

export interface ReadingShown {
  facts: { slot: string; label: string; value: string; correction?: true }[];
  asks: { type: Ask['type']; value: string; slots: string[]; labels: string[]; words: string; reason: string }[];
  commands: Command[];
  /** What was told of the year before. */
  past?: { slot: string; label: string; value: string }[];
  rest: string;
  by: Reading['by'];
}

export function describeReading(reading: Reading, outline: Outline): ReadingShown {
  const label = (id: string) => outline.slots.find((slot) => slot.id === id)?.label ?? id;
  return {
    facts: reading.facts.map((fact) => ({
      slot: fact.slot,
      label: label(fact.slot),
      value: showValue(fact.value),
      ...(fact.correction ? { correction: true } : {}),
    })),
    asks: reading.asks.map((ask) => {
      const slots = 'slots' in ask ? ask.slots : 'slot' in ask ? [ask.slot] : [];
      return {
        type: ask.type,
        value: 'quantity' in ask ? formatQuantity(ask.quantity) : 'value' in ask ? showValue(ask.value) : '',
        slots,
        labels: slots.map(label),
        words: ask.words,
        reason: ask.type === 'confirm_value' ? ask.reason : '',
      };
    }),
    commands: reading.commands,
    ...(reading.past
      ? { past: reading.past.map(({ slot, value }) => ({ slot, label: label(slot), value: showValue(value) })) }
      : {}),
    rest: reading.rest,
    by: reading.by,
  };
}

/** A rate that fell is shown below zero: -2.4%. */
function showFigure(quantity: Quantity): string {
  const shown = formatQuantity(quantity);
  const fell = /[降减跌负]|少/.test(quantity.direction ?? '') && /^\d/.test(shown);
  return fell ? `-${shown}` : shown;
}

function showValue(value: FactValue): string {
  if (value.type === 'figure') return showFigure(value.quantity);
  if (value.type === 'list') return value.items.join('；');
  return value.type === 'text' ? value.text : '';
}
