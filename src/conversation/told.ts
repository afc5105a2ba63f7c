// What is known of a figure beside its value: 快报 or 决算, 全市 or 市本级, whose deed. Asked once where an outline needs it; shown with it.
import type { Fact, Provenance } from '../report/fact.ts';
import { type Slot, slotOf } from '../report/outline.ts';
import { isPutHere } from './ask-there.ts';
import { questionCard } from './cards/question-card.ts';
import { putFact } from './put-fact.ts';
import type { Choice, Deed, Item, Question } from './state.ts';
import { actorOf, emit, remember, type Scene, say } from './turn.ts';
import { words } from './wording.ts';

type Field = NonNullable<Slot['needs']>[number];

/** Only these fields, and only where something was said. */
export function provenanceOf({ scope, asOf, status, deed }: Provenance): Provenance {
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(status === undefined ? {} : { status }),
    ...(deed === undefined ? {} : { deed }),
  };
}

/** Whether it says something of the fact that was not known, or was known otherwise. */
export function isNew(told: Provenance, before: Provenance): boolean {
  return JSON.stringify({ ...provenanceOf(before), ...told }) !== JSON.stringify(provenanceOf(before));
}

/** （快报，全市，1—11月）, '' when nothing is known. */
export function showTold({ scope, asOf, status, deed }: Provenance): string {
  const parts = [status && words.status[status], scope, asOf, deed && words.deed[deed]].filter((part) => part);
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

/** Of what is known only that it is not final, or is: the rest is for looking it up. */
export const showStatus = ({ status }: Provenance): string => showTold(status ? { status } : {});

const offered: Record<Field, Provenance[]> = {
  status: [{ status: 'flash' }, { status: 'final' }],
  scope: [{ scope: '全市' }, { scope: '市本级' }],
  deed: [{ deed: 'self' }, { deed: 'group' }, { deed: 'branch' }],
};

/**
 * One question per kind of knowledge lacking, about all its figures together; none is asked twice. 快报 or 决算 is asked
 * once for all amounts: while it is open, further ones join it; afterwards those told in the same breath are as was said.
 */
export function needItems(scene: Scene): Item[] {
  const { outline, report } = scene;
  const known = new Set(report.askedAbout);
  const statusAsked = report.askedAbout?.some((one) => one.startsWith('status/')) ?? false;
  const fields: Field[] = ['status', 'scope', 'deed'];
  return fields.flatMap((field): Item[] => {
    const slots = outline.slots.filter(
      (slot) => slot.needs?.includes(field) && lacks(report.facts[slot.id], field) && !known.has(`${field}/${slot.id}`),
    );
    if (slots.length === 0) return [];
    report.askedAbout = [...(report.askedAbout ?? []), ...slots.map((slot) => `${field}/${slot.id}`)];
    if (field !== 'status' || !statusAsked) return [needItem(slots, field)];
    const left = joinOpen(scene, slots) ? [] : inherit(scene, slots);
    return left.length === 0 ? [] : [needItem(left, field)];
  });
}

/** The card shows them beside those it asked about, before anybody can answer for them. */
function joinOpen({ turn, report, outline }: Scene, slots: Slot[]): boolean {
  for (const question of turn.state.questions ?? []) {
    const at = question.items.findIndex(
      ({ ask, answer }) => !answer && ask.type === 'provenance' && ask.field === 'status',
    );
    const ask = question.items[at]?.ask;
    const scene = { turn, report, outline };
    if (question.report !== report.id || ask?.type !== 'provenance' || !isPutHere(scene, question)) continue;
    const all = outline.slots.filter(({ id }) => ask.slots.includes(id) || slots.some((slot) => slot.id === id));
    askOnly({ turn, report, outline }, question, at, all);
    return true;
  }
  return false;
}

/** Longer after it was said it may be another matter. */
const BREATH_MS = 30 * 60_000;

/** What the person who said 快报 tells right after is 快报 too; gives back the others. */
function inherit({ turn, report }: Scene, slots: Slot[]): Slot[] {
  const last = report.statusTold;
  const own = slots.filter(({ id }) => {
    const source = report.facts[id]?.source;
    return last && source?.by.id === last.by && source.event === turn.event.id && turn.event.at - last.at < BREATH_MS;
  });
  if (last?.status) {
    // Recorded in this very turn: no earlier value of its own to keep.
    for (const { id } of own) {
      const fact = report.facts[id];
      if (fact) report.facts[id] = { ...fact, status: last.status };
    }
    const mark = words.status[last.status];
    if (own.length > 0 && turn.state.chat.type === 'p2p')
      say(
        turn,
        words.inherited(
          own.map(({ label }) => label),
          mark,
        ),
      );
  }
  return slots.filter((slot) => !own.includes(slot));
}

/** From now on this item is about these figures. */
export function askOnly({ turn, report }: Scene, question: Question, at: number, slots: Slot[]): undefined {
  question.items[at] = needItem(slots, 'status');
  const card = questionCard(question, report);
  emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: question.card, card });
}

function lacks(fact: Fact | undefined, field: Field): boolean {
  return fact?.value.type === 'figure' && fact.derived === undefined && fact[field] === undefined;
}

function needItem(slots: Slot[], field: Field): Item {
  const ids = slots.map((slot) => slot.id);
  const choices = offered[field].map(
    (told): Choice => ({ text: showTold(told).slice(1, -1), deed: { type: 'tell', slots: ids, told } }),
  );
  const labels = slots.map((slot) => slot.label);
  return {
    ask: { type: 'provenance', field, slots: ids, words: '' },
    text: words.askTold[field](labels),
    choices: [...choices, { text: words.noMatter, deed: { type: 'tell', slots: ids } }],
    ownerOnly: false,
  };
}

/** Adds it to the facts as they stand now, each as a new fact with its history. */
export function tell(scene: Scene, { slots, told }: Extract<Deed, { type: 'tell' }>): string {
  const { report, outline, turn } = scene;
  const by = actorOf(turn)?.id;
  const asked = slots.some((id) => report.askedAbout?.includes(`status/${id}`) && lacks(report.facts[id], 'status'));
  if (by !== undefined && (told?.status || (!told && asked)))
    report.statusTold = { by, at: turn.event.at, ...(told?.status ? { status: told.status } : {}) };
  if (!told) return words.noMatterThen;
  const facts = slots.flatMap((id) => {
    const fact = report.facts[id];
    return fact && fact.value.type === 'figure' && isNew(told, fact) ? [fact] : [];
  });
  const labels = facts.map(({ slot }) => slotOf(outline, slot)?.label ?? slot);
  const changes = facts.map((fact) =>
    putFact(scene, fact.slot, fact.value, fact.source, { ...provenanceOf(fact), ...told }),
  );
  const mark = showTold(told).slice(1, -1);
  remember(scene, { what: words.toldStep(labels, mark), changes });
  return facts.length === 0 ? words.questionGone : words.toldDone(labels, mark);
}

/** Figures that are not final: to be looked at once more before the text is. */
export function unfinished({ outline, report }: Scene, status: NonNullable<Provenance['status']>): string[] {
  return outline.slots
    .filter((slot) => report.facts[slot.id]?.status === status && report.facts[slot.id]?.value.type === 'figure')
    .map((slot) => slot.label);
}

/** Before the text is final, flash figures are asked about once more, each of them once. */
export function flashItems({ outline, report }: Scene): Item[] {
  const asked = new Set(report.askedAbout);
  const slots = outline.slots.filter(
    ({ id }) =>
      report.facts[id]?.status === 'flash' && report.facts[id]?.value.type === 'figure' && !asked.has(`final/${id}`),
  );
  if (slots.length === 0) return [];
  const ids = slots.map((slot) => slot.id);
  report.askedAbout = [...(report.askedAbout ?? []), ...ids.map((id) => `final/${id}`)];
  return [
    {
      ask: { type: 'provenance', field: 'status', slots: ids, words: '' },
      text: words.flashOnceMore(slots.map(({ label }) => label)),
      choices: [
        { text: words.flashStands, deed: { type: 'leave' } },
        { text: words.flashIsFinal, deed: { type: 'tell', slots: ids, told: { status: 'final' } } },
        { text: words.flashMoved, deed: { type: 'leave' } },
      ],
      ownerOnly: false,
    },
  ];
}
