// Questions with choices: raised together on one card, answered by press or by word, once. Never drops what was asked about.
import type { Fact, Source } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { askNext } from './ask-next.ts';
import { questionCard } from './cards/question-card.ts';
import { asideIn, clauseHolding } from './clause.ts';
import type { Ask, ReadFact } from './command.ts';
import { addSlot } from './new-slot.ts';
import { missingSlots } from './plan.ts';
import { factOf, putFact } from './put-fact.ts';
import { conflictItem, isStranger, itemFor } from './question-item.ts';
import { addMaterials } from './record.ts';
import { checkItems, settle, stillFails } from './settle.ts';
import type { Deed, Item, Question } from './state.ts';
import { termItems } from './term.ts';
import { needItems, showStatus, tell } from './told.ts';
import { actorOf, emit, isOwner, remember, type Scene, say, showCard, type Turn } from './turn.ts';
import { cut, sameValue, showPerson, showValue } from './value.ts';
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
  const { turn, report } = scene;
  const raised: Question[] = [];
  const resume = turn.state.asked?.type === 'slot' && turn.state.asked.report === report.id;
  for (let at = 0; at < items.length; at += ITEMS_PER_CARD) {
    const some = items.slice(at, at + ITEMS_PER_CARD);
    const id = at === 0 ? turn.event.id : `${turn.event.id}~${at}`;
    const question: Question = { id, report: report.id, card: '', source, items: some, ...(resume ? { resume } : {}) };
    question.card = showCard(turn, questionCard(question, report));
    raised.push(question);
  }
  const [first] = raised;
  if (!first) return;
  turn.state.questions = [...(turn.state.questions ?? []), ...raised];
  forgetOldest(scene);
  askOpen(scene, first);
}

/** 14 alone: what it counts was not said. */
function bareIn(asks: Ask[]): string | undefined {
  const [ask] = asks;
  return asks.length === 1 && ask && !/\p{Script=Han}/u.test(ask.words) ? words.bare(ask.words.trim()) : undefined;
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

/** What comes up once facts are recorded: contradictions, and what an outline needs to know of them. */
export function lateItems(scene: Scene): Item[] {
  return [...checkItems(scene), ...needItems(scene), ...termItems(scene)];
}

function raiseLate(scene: Scene, source: Source): undefined {
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

function askOpen({ turn, report, outline }: Scene, question: Question): undefined {
  const asks = question.items.filter((item) => !item.answer).map((item) => item.ask);
  const { asked } = turn.state;
  if (asks.length > 0) {
    turn.state.asked = { type: 'asks', report: report.id, asks, sourceEvent: question.source.event, of: question.id };
  } else if (asked?.type === 'asks' && asked.of === question.id) {
    turn.state.asked = null;
    if (question.resume) askNext({ turn, report, outline }, true);
  }
}

/** After something else was asked in between, the newest open question is again the one a bare answer is about. */
export function askStillOpen(scene: Scene): undefined {
  const question = openQuestion(scene);
  if (question) askOpen(scene, question);
}

/** The question a bare answer is about: the one just asked, else the newest still open. */
export function openQuestion(scene: Scene): Question | undefined {
  const { asked } = scene.turn.state;
  const open = openQuestions(scene);
  const replied = repliedTo(scene.turn);
  const quoted = open.find((one) => one.card === replied);
  if (quoted) return quoted;
  return (asked?.type === 'asks' ? open.find((one) => one.id === asked.of) : undefined) ?? open.at(-1);
}

/** Answers the first open item by number (1-based). */
export function answerOpen(scene: Scene, pick: (item: Item) => number): undefined {
  const question = openQuestion(scene);
  const at = question?.items.findIndex((item) => !item.answer) ?? -1;
  const item = question?.items[at];
  if (!question || !item) return say(scene.turn, words.noQuestion);
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const asked = scene.turn.state.asked;
  const done = answer(scene, question, at, pick(item));
  if (!done.taken) return say(scene.turn, done.text);
  say(scene.turn, done.text);
  refresh(scene, question, asked);
  const next = question.items.find((one) => !one.answer);
  if (next && item.answer) say(scene.turn, words.nextItem(next.text));
  sayComplete(scene, lacked);
  raiseLate(scene, question.source);
}

/** Takes this choice as the answer and says what it did (unless `silent`); false when it could not be taken, which is said. */
export function answerItem(scene: Scene, question: Question, at: number, choice: number, silent = false): boolean {
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const asked = scene.turn.state.asked;
  const done = answer(scene, question, at, choice);
  if (!silent || !done.taken) say(scene.turn, done.text);
  if (!done.taken) return false;
  refresh(scene, question, asked);
  sayComplete(scene, lacked);
  raiseLate(scene, question.source);
  return true;
}

/** Several at once: what comes up because of them comes up once. False when one could not be taken, which is said. */
export function answerItems(
  scene: Scene,
  given: { question: Question; at: number; choice: number; silent?: boolean }[],
): boolean {
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const { asked } = scene.turn.state;
  const answered: Question[] = [];
  let taken = true;
  for (const { question, at, choice, silent } of given) {
    const done = answer(scene, question, at, choice);
    taken = done.taken;
    if (!silent || !taken) say(scene.turn, done.text);
    if (!taken) break;
    if (!answered.includes(question)) answered.push(question);
  }
  for (const question of answered) refresh(scene, question, asked);
  const [first] = answered;
  if (!first) return false;
  sayComplete(scene, lacked);
  raiseLate(scene, first.source);
  return taken;
}

/** An answer that was none of the choices: it becomes one. */
export function answerOtherwise(scene: Scene, question: Question, at: number, text: string, deed: Deed): boolean {
  const item = question.items[at];
  if (!item || item.answer) return false;
  item.choices.push({ text, deed });
  answerItem(scene, question, at, item.choices.length);
  return true;
}

/** 快报, 以后再说: the very words of a choice, typed. False when they are none. */
export function answerByWords(scene: Scene, text: string): boolean {
  const question = openQuestion(scene);
  const typed = text.trim().replace(/[。.!！,，]+$/u, '');
  if (!question || [...typed].length < 2) return false;
  for (const [at, item] of question.items.entries()) {
    const choice = item.answer ? -1 : item.choices.findIndex((one) => isSaid(typed, one.text));
    if (choice < 0) continue;
    const { asked } = scene.turn.state;
    const lacked = missingSlots(scene.outline, scene.report.facts).length;
    say(scene.turn, answer(scene, question, at, choice + 1).text);
    refresh(scene, question, asked);
    sayComplete(scene, lacked);
    raiseLate(scene, question.source);
    return true;
  }
  return false;
}

/** All of it, or its beginning as far as the comma: 口径不同，就这样. */
function isSaid(typed: string, choice: string): boolean {
  return typed === choice || typed === choice.split('，')[0] || typed === `${choice}数`;
}

/**
 * 党课的, said in answer to “12次 belongs where?”, is read as a fact with the words asked about: it answers that question.
 * Gives back the facts that answer none.
 */
export function answerByFacts(scene: Scene, facts: ReadFact[]): ReadFact[] {
  return facts.filter((fact) => {
    const question = openQuestions(scene).findLast((one) => placeFor(one, fact) >= 0);
    const at = question ? placeFor(question, fact) : -1;
    const item = question?.items[at];
    if (!question || !item) return true;
    const deed: Deed = { type: 'record', slot: fact.slot, value: fact.value, words: fact.words };
    const text = slotOf(scene.outline, fact.slot)?.label ?? fact.slot;
    item.choices.push({ text, deed });
    say(scene.turn, answer(scene, question, at, item.choices.length).text);
    refresh(scene, question);
    return false;
  });
}

function placeFor({ items }: Question, { words: around }: ReadFact): number {
  return items.findIndex(
    ({ ask, answer: given }) =>
      !given && (ask.type === 'which_slot' || ask.type === 'unplaced') && around !== '' && ask.words === around,
  );
}

/** What was asked about a slot is settled, or asked anew, once something else was said of it. */
export function closeAbout(scene: Scene, slots: string[]): undefined {
  const by = actorOf(scene.turn);
  if (!by) return;
  for (const question of openQuestions(scene)) {
    const moot = question.items.filter(({ ask, answer: given }) => {
      if (given) return false;
      if (ask.type === 'check') return !stillFails(scene, ask.check, ask.values);
      return 'slot' in ask && slots.includes(ask.slot);
    });
    for (const item of moot) {
      const fact = 'slot' in item.ask ? factOf(scene, item.ask.slot) : undefined;
      item.choices.push({
        text: words.toldSince(fact && isOfThisTurn(scene, fact) ? showValue(fact.value) : ''),
        deed: { type: 'leave' },
      });
      item.answer = { by, choice: item.choices.length };
    }
    if (moot.length > 0) refresh(scene, question);
  }
}

/** What stands there may still be what stood there before. */
function isOfThisTurn({ turn: { event } }: Scene, { source }: Fact): boolean {
  return source.event === event.id || (event.type === 'message_received' && source.event === event.replayOf);
}

/** The key of the effect whose message this one quotes. */
function repliedTo({ event, state }: Turn): string | undefined {
  if (event.type !== 'message_received' || event.replyTo === undefined) return undefined;
  return state.sent.find((one) => one.message === event.replyTo)?.key;
}

export function openQuestions({ turn, report }: Scene): Question[] {
  return (turn.state.questions ?? []).filter(
    (one) => one.report === report.id && one.items.some((item) => !item.answer),
  );
}

/** What stands recorded while another value for it waits for a decision: both, newest last. */
export function disputes(scene: Scene): { label: string; values: string[] }[] {
  const open = openQuestions(scene).flatMap(({ items }) => items.filter((item) => !item.answer));
  const waiting = open.flatMap(({ ask }) => (ask.type === 'conflict' || ask.type === 'confirm_value' ? [ask] : []));
  const ids = [...new Set(waiting.map((ask) => ask.slot))];
  return ids.flatMap((id) => {
    const slot = slotOf(scene.outline, id);
    const now = factOf(scene, id)?.value;
    const others = waiting.filter(
      ({ slot: of, value }) => of === id && value.type !== 'omitted' && now && !sameValue(value, now),
    );
    if (!slot || !now || others.length === 0) return [];
    return [
      {
        label: slot.label,
        values: [...new Set([now, ...others.map((ask) => ask.value)].map((one) => showValue(one)))],
      },
    ];
  });
}

/** A press: the card itself shows the answer, so nothing is said unless it could not be taken. */
export function pressChoice(scene: Scene, of: unknown, at: unknown, choice: unknown): undefined {
  const question = (scene.turn.state.questions ?? []).find((one) => one.id === of && one.report === scene.report.id);
  if (!question) return say(scene.turn, words.questionGone);
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const asked = scene.turn.state.asked;
  const done = answer(scene, question, Number(at), Number(choice));
  if (!done.taken) return say(scene.turn, done.text);
  refresh(scene, question, asked);
  const deed = question.items[Number(at)]?.choices[Number(choice) - 1]?.deed.type;
  // These ask for something more or say where it went: the card's tick is not enough.
  if (deed === 'settle' || deed === 'add_slot') say(scene.turn, done.text);
  sayComplete(scene, lacked);
  raiseLate(scene, question.source);
}

/** 全部改成新的 is the first choice of every open item about two values; 全部保留原来的 the last. */
export function pressAll(scene: Scene, of: unknown, choice: unknown): undefined {
  const question = (scene.turn.state.questions ?? []).find((one) => one.id === of && one.report === scene.report.id);
  const open = (question?.items ?? []).flatMap((item, at) =>
    item.ask.type === 'conflict' && !item.answer ? [at] : [],
  );
  if (!question || open.length === 0) return say(scene.turn, words.questionGone);
  const pick = (at: number): number => (choice === 1 ? 1 : (question.items[at]?.choices.length ?? 0));
  const failed = open.map((at) => answer(scene, question, at, pick(at))).filter((done) => !done.taken);
  say(scene.turn, failed[0]?.text ?? '');
  if (failed.length < open.length) refresh(scene, question);
  raiseLate(scene, question.source);
}

/** `asked`: what was asked before the answer; an answer that asks for a figure or a word itself comes first. */
function refresh(scene: Scene, question: Question, asked = scene.turn.state.asked): undefined {
  if (scene.turn.state.asked === asked) askOpen(scene, question);
  const { turn, report } = scene;
  emit(turn, {
    type: 'update_card',
    chat: turn.state.chat.id,
    of: question.card,
    card: questionCard(question, report),
  });
}

function sayComplete({ turn, report, outline }: Scene, lacked: number): undefined {
  if (lacked > 0 && missingSlots(outline, report.facts).length === 0) say(turn, words.complete);
}

function answer(scene: Scene, question: Question, at: number, choice: number): { taken: boolean; text: string } {
  const { turn, report } = scene;
  const item = question.items[at];
  const picked = item?.choices[choice - 1];
  const by = actorOf(turn);
  if (!item || !by) return { taken: false, text: words.questionGone };
  if (item.answer) {
    const text = item.choices[item.answer.choice - 1]?.text ?? '';
    const self = item.answer.by.id === by.id;
    return { taken: false, text: words.alreadyAnswered(self ? '你' : showPerson(item.answer.by), text) };
  }
  if (!picked) {
    const about = cut(item.text.split('\n')[0] ?? '', 60);
    return {
      taken: false,
      text: words.noSuchChoice(
        item.choices.map((one) => one.text),
        about,
      ),
    };
  }
  const owner = isOwner(scene);
  if (!owner && (item.ownerOnly || by.id !== question.source.by.id)) {
    const who = item.ownerOnly ? report.owner : question.source.by;
    return { taken: false, text: words.notYours(showPerson(who)) };
  }
  item.answer = { by, choice };
  return { taken: true, text: act(scene, picked.deed, question.source, item.ownerOnly || owner) };
}

/** Does what was chosen and says what that was. */
function act(scene: Scene, deed: Deed, source: Source, mayReplace: boolean): string {
  const { outline, turn } = scene;
  if (deed.type === 'leave') return words.left;
  if (deed.type === 'settle') return settle(scene, deed);
  if (deed.type === 'tell') return tell(scene, deed);
  if (deed.type === 'add_slot') return addSlot(scene, deed, source);
  if (deed.type === 'material') {
    addMaterials(scene, [deed.words], source);
    return '';
  }
  const slot = slotOf(outline, deed.slot);
  if (!slot) return words.questionGone;
  const before = factOf(scene, slot.id);
  if (before && sameValue(before.value, deed.value)) return words.already(`${slot.label} ${showValue(deed.value)}`);
  if (before && !mayReplace && before.source.by.id !== actorOf(turn)?.id) {
    raise(scene, [], [conflictItem(scene, slot, before, deed.value, deed.words, deed.told)], source);
    return words.passedOn(showPerson(scene.report.owner));
  }
  const change = putFact(scene, slot.id, deed.value, { ...source, words: deed.words }, deed.told);
  const after = showValue(deed.value) + showStatus(deed.told ?? {});
  const changed = before && { label: slot.label, before: showValue(before.value), after };
  remember(scene, {
    what: changed ? words.change(changed) : words.notedStep([{ label: slot.label, value: after }], 1),
    changes: [change],
  });
  return changed ? words.recorded([], [changed], []) : words.recorded([{ label: slot.label, value: after }], [], []);
}
