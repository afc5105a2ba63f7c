// A question is answered by number, by word or by facts, once. Says what the answer did; never answers for somebody else.
import type { Fact, Source } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { may } from './access.ts';
import { answerSpeaker, sayTaken } from './ask-there.ts';
import type { ReadFact } from './command.ts';
import { putOffUntil } from './later.ts';
import { addSlot } from './new-slot.ts';
import { missingSlots } from './plan.ts';
import { factOf, putFact } from './put-fact.ts';
import { openHere, openQuestion, openQuestions, refresh } from './question.ts';
import { conflictItem } from './question-item.ts';
import { raise, raiseLate } from './raise-question.ts';
import { addMaterials } from './record.ts';
import { explainFailing, settle, stillFails } from './settle.ts';
import type { Deed, Item, Question } from './state.ts';
import { showStatus, tell } from './told.ts';
import { actorOf, remember, type Scene, say } from './turn.ts';
import { cut, sameValue, showPerson, showValue } from './value.ts';
import { words } from './wording.ts';

/** Answers the first open item by number (1-based). */
export function answerOpen(scene: Scene, pick: (item: Item) => number): undefined {
  const question = openQuestion(scene);
  const at = question?.items.findIndex((item) => !item.answer) ?? -1;
  const item = question?.items[at];
  if (!question || !item) return say(scene.turn, words.noQuestion);
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const asked = scene.turn.state.asked;
  const done = answer(scene, question, at, pick(item));
  tellDone(scene, question, at, done);
  if (!done.taken) return;
  refresh(scene, question, asked);
  const next = question.items.find((one) => !one.answer);
  if (next && item.answer && question.group === undefined) say(scene.turn, words.nextItem(next.text));
  sayComplete(scene, lacked);
  raiseLate(scene, question.source);
}

/** Takes this choice as the answer and says what it did (unless `silent`); false when it could not be taken, which is said. */
export function answerItem(
  scene: Scene,
  question: Question,
  at: number,
  choice: number,
  silent = false,
  why = '',
): boolean {
  const lacked = missingSlots(scene.outline, scene.report.facts).length;
  const asked = scene.turn.state.asked;
  const done = answer(scene, question, at, choice);
  if (!silent || !done.taken) tellDone(scene, question, at, done);
  if (!done.taken) return false;
  if (why !== '') explainFor(scene, question, at, why);
  refresh(scene, question, asked);
  sayComplete(scene, lacked);
  raiseLate(scene, question.source);
  return true;
}

/** What the figure now contradicts was explained along with it. */
function explainFor(scene: Scene, { items }: Question, at: number, why: string): undefined {
  const deed = items[at]?.choices[(items[at]?.answer?.choice ?? 0) - 1]?.deed;
  if (deed?.type === 'record') explainFailing(scene, deed.slot, why);
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
    if (!silent || !taken) tellDone(scene, question, at, done);
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
export function answerOtherwise(
  scene: Scene,
  question: Question,
  at: number,
  text: string,
  deed: Deed,
  why = '',
): boolean {
  const item = question.items[at];
  if (!item || item.answer) return false;
  item.choices.push({ text, deed });
  answerItem(scene, question, at, item.choices.length, false, why);
  return true;
}

/** 快报, 以后再说: the very words of a choice, typed. False when they are none. */
export function answerByWords(scene: Scene, text: string): boolean {
  const question = openQuestion(scene);
  const typed = text.trim().replace(/[。.!！,，]+$/u, '');
  if (!question || [...typed].length < 2) return false;
  const alone = openHere(scene).flatMap(({ items }) => items.filter((item) => !item.answer)).length === 1;
  for (const [at, item] of question.items.entries()) {
    const choice = item.answer ? -1 : item.choices.findIndex((one) => isSaid(typed, one.text, alone));
    if (choice < 0) continue;
    const { asked } = scene.turn.state;
    const lacked = missingSlots(scene.outline, scene.report.facts).length;
    tellDone(scene, question, at, answer(scene, question, at, choice + 1));
    refresh(scene, question, asked);
    sayComplete(scene, lacked);
    raiseLate(scene, question.source);
    return true;
  }
  return false;
}

/** All of it, or as far as a comma; what follows one only where nothing else is open: 都不是，放素材. Courtesies do no harm. */
function isSaid(typed: string, choice: string, alone: boolean): boolean {
  const bare = typed.replace(/^(?:那|就|还是|都|先|快报|数)+|[吧了啊]+$/gu, '');
  const [head, ...rest] = choice.split('，');
  return [typed, bare].some(
    (one) => one === choice || one === head || one === `${choice}数` || (alone && rest.includes(one)),
  );
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
    tellDone(scene, question, at, answer(scene, question, at, item.choices.length));
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
        text: words.toldSince(fact && isOfThisTurn(scene, fact) && mayShow(question, by) ? showValue(fact.value) : ''),
        deed: { type: 'leave' },
      });
      item.answer = { by, choice: item.choices.length };
    }
    if (moot.length > 0) refresh(scene, question);
  }
}

/** In the group nobody reads what another said at home. */
const mayShow = ({ group, source }: Question, by: { id: string }): boolean =>
  group === undefined || source.by.id === by.id;

/** What stands there may still be what stood there before. */
function isOfThisTurn({ turn: { event } }: Scene, { source }: Fact): boolean {
  return source.event === event.id || (event.type === 'message_received' && source.event === event.replayOf);
}

type Done = ReturnType<typeof answer>;

/** What asks for something more, or could not be done, is said to whoever answered; that it was taken is only shown. */
function tellDone({ turn }: Scene, { items }: Question, at: number, { taken, text }: Done): undefined {
  const { choices = [], answer: given } = items[at] ?? {};
  const deed = given && choices[given.choice - 1]?.deed.type;
  if (taken && !saysMore(deed)) sayTaken(turn, text);
  else answerSpeaker(turn, text);
}

/** These ask for something more or say where it went: a card's tick is not enough. */
export const saysMore = (deed: Deed['type'] | undefined): boolean =>
  deed === 'settle' || deed === 'add_slot' || deed === 'later';

export function answer(scene: Scene, question: Question, at: number, choice: number): { taken: boolean; text: string } {
  const { turn, report } = scene;
  const item = question.items[at];
  const picked = item?.choices[choice - 1];
  const by = actorOf(turn);
  if (!item || !by) return { taken: false, text: words.questionGone };
  if (item.answer) {
    const text = item.choices[item.answer.choice - 1]?.text ?? '';
    const self = item.answer.by.id === by.id;
    return {
      taken: false,
      text: words.alreadyAnswered(self ? '你' : showPerson(item.answer.by), text, item.answer.at),
    };
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
  if (!may(scene, item.ownerOnly ? 'decide' : 'answer', question.source.by.id)) {
    const who = item.ownerOnly ? report.owner : question.source.by;
    return { taken: false, text: words.notYours(showPerson(who)) };
  }
  item.answer = { by, choice, at: turn.event.at };
  return {
    taken: true,
    text: act(scene, picked.deed, item.source ?? question.source, item.ownerOnly || may(scene, 'decide')),
  };
}

/** Does what was chosen and says what that was. */
function act(scene: Scene, deed: Deed, source: Source, mayReplace: boolean): string {
  const { outline, turn } = scene;
  if (deed.type === 'leave') return words.left;
  if (deed.type === 'later') return putOffUntil(scene, deed);
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

export function sayComplete({ turn, report, outline }: Scene, lacked: number): undefined {
  if (lacked > 0 && missingSlots(outline, report.facts).length === 0) say(turn, words.complete);
}
