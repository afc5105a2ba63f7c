// Questions with choices are raised together on one card. Never drops what was asked about: what has no place is kept.
import type { Source } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { isSpeakers, showQuestion } from './ask-there.ts';
import { asideIn, clauseHolding } from './clause.ts';
import type { Ask } from './command.ts';
import { askOpen } from './question.ts';
import { isStranger, itemFor } from './question-item.ts';
import { addMaterials } from './record.ts';
import { checkItems } from './settle.ts';
import type { Item, Question } from './state.ts';
import { termItems } from './term.ts';
import { flashItems, needItems } from './told.ts';
import { actorOf, relayedIn, type Scene, say } from './turn.ts';
import { cut, showValue } from './value.ts';
import { words } from './wording.ts';

/** A card with more would be too long to answer in one sitting. */
const ITEMS_PER_CARD = 8;
const QUESTIONS_KEPT = 20;
const STRANGERS_ASKED = 3;

/** Asks all of them, `last` at the end; what no slot could hold goes to the materials. */
export function raise(scene: Scene, asks: Ask[], conflicts: Item[], source: Source, last: Item[] = []): undefined {
  const strangers = asks.filter((ask) => isStranger(scene, ask));
  // A page of numbers nobody asked for is not asked about number by number.
  const kept = strangers.length > STRANGERS_ASKED ? strangers : [];
  const made = asks.map((ask) => [ask, kept.includes(ask) ? 'material' : itemFor(scene, ask)] as const);
  keepAside(
    scene,
    made.flatMap(([ask, item]) => (item === 'material' ? [ask] : [])),
    source,
  );
  const settled = made.flatMap(([ask, item]) => (item === 'settled' ? [settledAs(scene, ask)] : []));
  if (settled.length > 0) say(scene.turn, words.already(settled.join('，')));
  const items = [...conflicts, ...made.flatMap(([, item]) => (typeof item === 'string' ? [] : [item])), ...last];
  const theirs = items.filter((item) => isSpeakers(scene, item));
  put(scene, theirs, source, relayedIn(scene.turn)?.group);
  put(
    scene,
    items.filter((item) => !theirs.includes(item)),
    source,
  );
}

/** On as few cards as can be, here or in `group`. */
function put(scene: Scene, items: Item[], source: Source, group?: string): undefined {
  const { turn, report } = scene;
  const resume = turn.state.asked?.type === 'slot' && turn.state.asked.report === report.id;
  const more = { ...(resume ? { resume } : {}), ...(group === undefined ? {} : { group }) };
  const before = (turn.state.questions ?? []).filter(({ id }) => id.split('~')[0] === turn.event.id).length;
  const raised: Question[] = [];
  for (let at = 0; at < items.length; at += ITEMS_PER_CARD) {
    const some = items.slice(at, at + ITEMS_PER_CARD);
    const nth = before + raised.length;
    const id = nth === 0 ? turn.event.id : `${turn.event.id}~${nth}`;
    const question: Question = { id, report: report.id, card: '', source, items: some, ...more };
    question.card = showQuestion(scene, question);
    raised.push(question);
  }
  const [first] = raised;
  if (!first) return;
  turn.state.questions = [...(turn.state.questions ?? []), ...raised];
  forgetOldest(scene);
  // What is put to the owner is not what the speaker in the group was asked.
  if (group !== undefined || !relayedIn(turn)) askOpen(scene, first);
}

function settledAs({ outline }: Scene, ask: Ask): string {
  if (ask.type !== 'confirm_value' && ask.type !== 'conflict') return cut(ask.words, 40);
  return `${slotOf(outline, ask.slot)?.label ?? ''} ${showValue(ask.value)}`;
}

/** What has no place is kept with the words it was said in; said in passing (去年, 其中), it is not called a stranger. */
function keepAside(scene: Scene, asks: Ask[], source: Source): undefined {
  const asides = asks.flatMap((ask) => {
    if (ask.type !== 'unplaced') return [];
    const clause = clauseHolding(ask.words, ask.quantity);
    const kind = asideIn(clause);
    return kind ? [{ ask, clause, kind, value: showValue({ type: 'figure', quantity: ask.quantity }) }] : [];
  });
  const lastYear = asides.filter(({ kind }) => kind === 'last_year').map(({ value }) => value);
  const parts = asides.filter(({ kind }) => kind === 'part').map(({ clause }) => cut(clause, 30));
  const passing: Ask[] = asides.map(({ ask }) => ask);
  addMaterials(
    scene,
    passing.map((ask) => ask.words),
    source,
    [words.forReference(lastYear), words.inPassing(parts)].filter((line) => line !== '').join('\n'),
  );
  const others = asks.filter((ask) => !passing.includes(ask));
  const strange = others.flatMap((ask) =>
    ask.type === 'unplaced' ? [cut(clauseHolding(ask.words, ask.quantity), 20)] : [],
  );
  addMaterials(
    scene,
    others.map((ask) => ask.words),
    source,
    strange.length > STRANGERS_ASKED ? words.strangers([...new Set(strange)]) : bareIn(others),
  );
}

/** 14 alone: what it counts was not said. */
function bareIn(asks: Ask[]): string | undefined {
  const [ask] = asks;
  return asks.length === 1 && ask && !/\p{Script=Han}/u.test(ask.words) ? words.bare(ask.words.trim()) : undefined;
}

/** Beyond what is kept, the oldest go; what they were about goes to the materials, so that it is not lost. */
function forgetOldest(scene: Scene): undefined {
  const { state } = scene.turn;
  const all = state.questions ?? [];
  for (const old of all.slice(0, Math.max(0, all.length - QUESTIONS_KEPT))) {
    const open = old.items.filter((item) => !item.answer && old.report === scene.report.id);
    addMaterials(
      scene,
      open.map((item) => item.ask.words),
      old.source,
    );
  }
  state.questions = all.slice(-QUESTIONS_KEPT);
}

/** What comes up once facts are recorded: contradictions, and what an outline needs to know of them. */
export function lateItems(scene: Scene): Item[] {
  return [...checkItems(scene), ...needItems(scene), ...termItems(scene)];
}

export function raiseLate(scene: Scene, source: Source): undefined {
  const items = lateItems(scene);
  if (items.length > 0) raise(scene, [], [], source, items);
}

/** Every contradiction still open, put again: also those left for later. */
export function askChecksAgain(scene: Scene): undefined {
  const { turn } = scene;
  const by = actorOf(turn);
  const items = checkItems(scene, true);
  if (!by || items.length === 0) return say(turn, words.nothingToCheck);
  raise(scene, [], [], { by, at: turn.event.at, event: turn.event.id, words: '' }, items);
}

/** 定稿: what was given as 快报 is asked about once more. */
export function askFlashAgain(scene: Scene): undefined {
  const { turn, report } = scene;
  const by = actorOf(turn);
  if (!by || Object.keys(report.sections).length === 0) return;
  const items = flashItems(scene);
  if (items.length > 0) raise(scene, [], [], { by, at: turn.event.at, event: turn.event.id, words: '' }, items);
}
