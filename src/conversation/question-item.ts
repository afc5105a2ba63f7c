// What is asked about one thing the reader would not guess, and what each answer does. Fixed when asked; decides nothing.
import { findFigures } from '../figures/index.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Fact, FactValue, Provenance } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import { may } from './access.ts';
import { answerWords } from './answer-wording.ts';
import { asideIn, clauseHolding } from './clause.ts';
import type { Ask } from './command.ts';
import { wholeOf } from './each-whole.ts';
import { lastYears } from './last-year.ts';
import { nextMorning } from './later.ts';
import { asMoney, newSlotChoices, sharedPairs } from './new-slot.ts';
import { missingSlots } from './plan.ts';
import { isRough, roughForms } from './rough-forms.ts';
import { openChecks } from './settle.ts';
import type { Choice, Item } from './state.ts';
import { actorOf, type Scene } from './turn.ts';
import { cut, sameValue, showSource, showValue } from './value.ts';
import { words } from './wording.ts';

const CANDIDATES = 3;

/** The question for one ask; `material` when nothing could hold it, `settled` when it is recorded already. */
export function itemFor(scene: Scene, ask: Ask): Item | 'material' | 'settled' {
  const { outline } = scene;
  switch (ask.type) {
    case 'which_slot':
      return placeItem(scene, ask, named(scene, ask.slots));
    case 'unplaced': {
      const clause = clauseHolding(ask.words, ask.quantity);
      const meant = asMoney(ask);
      if (asideIn(clause)) return 'material';
      const added = newSlotChoices(scene, meant);
      const near = nearSlots(scene, meant, clause);
      return placeItem(scene, meant, added.length > 0 ? near : likelySlots(scene, { ...meant, words: clause }), [
        ...added,
        ...(added.length > 0 ? [{ text: words.leaveIt, deed: { type: 'leave' as const } }] : []),
      ]);
    }
    case 'confirm_value': {
      const slot = slotOf(outline, ask.slot);
      if (!slot) return 'material';
      const before = said(scene, slot.id);
      if (before && sameValue(before.value, ask.value)) return 'settled';
      const value = showValue(ask.value);
      const left = ask.value.type === 'omitted';
      if (isRough(ask.value, ask.reason)) return roughItem(slot, ask);
      const whole = wholeOf(scene, slot, ask);
      if (whole) return wholeItem(slot, ask, whole.value, whole.from);
      if (left && /去年的数不能当今年的写/u.test(ask.reason)) return likeLastYear(scene, slot, ask);
      return {
        ask,
        text: words.confirmValue(
          slot.label,
          left ? '' : value,
          cut(ask.reason, 120),
          before ? showValue(before.value) : '',
        ),
        choices: [
          { text: left ? value : words.recordThis(value), deed: record(slot, ask.value, ask.words, ask.told) },
          ...othersIn(ask.reason, slot, ask.value, before?.value).map(
            (other): Choice => ({
              text: words.recordThis(showValue(other)),
              deed: record(slot, other, ask.words, ask.told),
            }),
          ),
          { text: words.leaveIt, deed: { type: 'leave' } },
        ],
        ownerOnly: false,
      };
    }
    case 'conflict': {
      const slot = slotOf(outline, ask.slot);
      const before = slot && said(scene, slot.id);
      return slot && before ? conflictItem(scene, slot, before, ask.value, ask.words, ask.told) : 'settled';
    }
    case 'check':
    case 'provenance':
      // Made whole with their choices where they come up; never out of the ask alone.
      return 'settled';
  }
}

/** 大概12.6万: exactly, about, or 余. */
function roughItem(slot: Slot, ask: Extract<Ask, { type: 'confirm_value' }>): Item {
  const forms = roughForms(ask.value).map(
    (value): Choice => ({ text: words.recordThis(showValue(value)), deed: record(slot, value, ask.words, ask.told) }),
  );
  return {
    ask,
    text: answerWords.rough(slot.label, showValue(ask.value)),
    choices: [...forms, { text: words.leaveIt, deed: { type: 'leave' } }],
    ownerOnly: false,
  };
}

/** 跟去年差不多: last year's value is quoted where it is known, and this year's may come later. */
/** 每月一次: the whole it makes is offered; one that was missed is said instead. */
function wholeItem(slot: Slot, ask: Extract<Ask, { type: 'confirm_value' }>, value: FactValue, from: string): Item {
  return {
    ask: { ...ask, value },
    text: answerWords.wholeOfEach(slot.label, from, showValue(value)),
    choices: [
      { text: words.recordThis(showValue(value)), deed: record(slot, value, ask.words, ask.told) },
      { text: words.leaveIt, deed: { type: 'leave' } },
    ],
    ownerOnly: false,
  };
}

function likeLastYear(scene: Scene, slot: Slot, ask: Extract<Ask, { type: 'confirm_value' }>): Item {
  const { at, name } = nextMorning(scene.turn.event.at);
  return {
    ask,
    text: answerWords.likeLastYear(slot.label, lastValue(scene, slot)),
    choices: [
      { text: answerWords.giveLater(name), deed: { type: 'later', slot: slot.id, at, day: name } },
      { text: showValue(ask.value), deed: record(slot, ask.value, ask.words, ask.told) },
      { text: words.leaveIt, deed: { type: 'leave' } },
    ],
    ownerOnly: false,
  };
}

/** Told as last year's, or written in last year's report; '' when neither. */
function lastValue(scene: Scene, slot: Slot): string {
  const told = scene.outline.slots.find((one) => one.last_year_of === slot.id);
  const fact = told && said(scene, told.id);
  if (fact) return showValue(fact.value);
  return /[（(](?:去年|\d{4}年)(?:写的)?是(.+)[）)]$/u.exec(lastYears(scene, slot))?.[1] ?? '';
}

/** What has a name of its own is not offered slots that have nothing to do with it. */
function nearSlots(scene: Scene, ask: Extract<Ask, { type: 'unplaced' }>, clause: string): Slot[] {
  return likelySlots(scene, { ...ask, words: clause }).filter(
    ({ label, keywords }) => sharedPairs(clause, [label, ...keywords].join(' ')) > 0,
  );
}

/** A figure for which only a new place could be made. */
export function isStranger(scene: Scene, ask: Ask): boolean {
  if (ask.type !== 'unplaced') return false;
  const clause = clauseHolding(ask.words, ask.quantity);
  return !asideIn(clause) && newSlotChoices(scene, ask).length > 0 && nearSlots(scene, ask, clause).length === 0;
}

/** The slot holds another value already: which one stands? */
export function conflictItem(
  scene: Scene,
  slot: Slot,
  before: Fact,
  value: FactValue,
  around: string,
  told?: Provenance,
): Item {
  const old = showValue(before.value);
  const both = together(slot, before.value, value);
  return {
    ask: { type: 'conflict', slot: slot.id, value, words: around, ...(told ? { told } : {}) },
    text: words.conflict(slot.label, old, showSource(before.source), showValue(value)),
    choices: [
      { text: words.takeNew(showValue(value)), deed: record(slot, value, around, told) },
      ...(both ? [{ text: words.keepBoth, deed: record(slot, both, around, told) }] : []),
      { text: words.keepOld(old), deed: { type: 'leave' } },
    ],
    // Correcting oneself needs nobody else; between two people the owner decides.
    ownerOnly: scene.turn.state.chat.type === 'group' && before.source.by.id !== actorOf(scene.turn)?.id,
  };
}

/** Which one stands was asked, and this answers it: the owner's word between two people, or the new value said once more. */
export function isDecided(scene: Scene, slot: string, value: FactValue): boolean {
  const { turn, report } = scene;
  const open = (turn.state.questions ?? [])
    .filter((one) => one.report === report.id)
    .flatMap(({ items }) => items.filter((item) => !item.answer));
  return open.some(
    ({ ask, ownerOnly }) =>
      ask.type === 'conflict' &&
      ask.slot === slot &&
      (ownerOnly ? may(scene, 'decide') : actorOf(turn) !== null && sameValue(ask.value, value)),
  );
}

/** Narrative can hold both; a figure or a name cannot. */
function together(slot: Slot, before: FactValue, after: FactValue): FactValue | undefined {
  if (slot.type === 'list' && before.type === 'list' && after.type === 'list') {
    return { type: 'list', items: [...new Set([...before.items, ...after.items])] };
  }
  if (slot.type !== 'text' || before.type !== 'text' || after.type !== 'text') return undefined;
  return { type: 'text', text: `${before.text.trim().replace(/[。；，]+$/u, '')}；${after.text.trim()}` };
}

/** Slots of its unit: those its words speak of, also where something stands already, then those still missing. */
export function likelySlots(scene: Scene, { words: around, quantity }: Extract<Ask, { quantity: Quantity }>): Slot[] {
  const { outline, report } = scene;
  const fitting = outline.slots.filter((slot) => fits(slot, quantity));
  const inQuestion = new Set(openChecks(scene).flatMap(({ values }) => values.map(({ slot }) => slot)));
  const spoken = fitting
    .map((slot) => ({ slot, shared: sharedPairs(around, [slot.label, ...slot.keywords].join(' ')) }))
    // 合计改成…, while a total is in question: that one is meant, by whatever word of its name.
    .filter(({ slot, shared }) => shared > 1 || (shared > 0 && inQuestion.has(slot.id)))
    .sort((a, b) => b.shared - a.shared);
  const missing = missingSlots(outline, report.facts).filter((slot) => fitting.includes(slot));
  return [...new Set([...spoken.map(({ slot }) => slot), ...missing])].slice(0, CANDIDATES);
}

/** `others`: further choices before the last, which keeps it among the materials. */
function placeItem(
  scene: Scene,
  ask: Extract<Ask, { quantity: Quantity }>,
  slots: Slot[],
  others: Choice[] = [],
): Item | 'material' {
  if (slots.length + others.length === 0) return 'material';
  const value: FactValue = { type: 'figure', quantity: ask.quantity };
  const places = slots.map((slot): Choice => {
    const before = said(scene, slot.id);
    return {
      text: words.place(slot.label, before ? showValue(before.value, 20) : ''),
      deed: record(slot, value, ask.words, ask.told),
    };
  });
  return {
    ask,
    text: words.whichSlot(cut(clauseHolding(ask.words, ask.quantity), 40), showValue(value)),
    choices: [
      ...places,
      ...others,
      { text: words.toMaterials, deed: { type: 'material', words: ask.words || showValue(value) } },
    ],
    ownerOnly: false,
  };
}

/** 说了两个数：271名和194人: each of them can be chosen; and another scale where the unit was not said. */
function othersIn(reason: string, slot: Slot, value: FactValue, before: FactValue | undefined): FactValue[] {
  if (value.type !== 'figure') return [];
  const { quantity } = value;
  const scales = /没有?写单位/u.test(reason) && quantity.unit === '元' ? ['亿', '万'] : [];
  const told = /哪个/u.test(reason) ? findFigures(reason.replace(/^.*?[：:]/u, '')) : [];
  const said = told.filter((one) => fits(slot, one.quantity)).map((one) => ({ ...one.quantity, unit: quantity.unit }));
  const others = [...said, ...scales.map((scale) => ({ ...quantity, scale }))];
  const known = [value, ...(before ? [before] : [])];
  return others.flatMap((one): FactValue[] => {
    const other: FactValue = { type: 'figure', quantity: one };
    if (known.some((have) => sameValue(have, other))) return [];
    known.push(other);
    return [other];
  });
}

function said({ report }: Scene, id: string): Fact | undefined {
  const fact = Object.hasOwn(report.facts, id) ? report.facts[id] : undefined;
  return fact?.derived ? undefined : fact;
}

function record(slot: Slot, value: FactValue, around: string, told?: Provenance): Choice['deed'] {
  return { type: 'record', slot: slot.id, value, words: around, ...(told ? { told } : {}) };
}

function named({ outline }: Scene, ids: string[]): Slot[] {
  return [...new Set(ids)].flatMap((id) => slotOf(outline, id) ?? []).slice(0, 8);
}

function fits(slot: Slot, { unit }: Quantity): boolean {
  return slot.type === 'figure' && unit !== '' && (slot.unit === unit || (slot.units ?? []).includes(unit));
}
