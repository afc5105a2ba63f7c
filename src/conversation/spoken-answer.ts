// Answers in words to what stands on a card: 就按12次, 以李明的为准, 跳过, 万元. Takes only what is clearly an answer; all else is left to the rules.
import { findFigures, type Quantity, sameQuantity } from '../figures/index.ts';
import type { FactValue, Provenance } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { may } from './access.ts';
import { answerItem, answerItems, answerOtherwise } from './answer-question.ts';
import { askNext } from './ask-next.ts';
import type { Reading } from './command.ts';
import { byExplanation } from './explanation.ts';
import type { Place } from './open-place.ts';
import { factOf } from './put-fact.ts';
import { byPutOff } from './put-off-answer.ts';
import { askStillOpen, openHere, openQuestion, openQuestions } from './question.ts';
import { raise } from './raise-question.ts';
import { byReasoned } from './reasoned.ts';
import { leaveOut } from './record.ts';
import { byRough } from './rough.ts';
import { byConfirming } from './spoken-confirm.ts';
import { bySpokenTopic } from './spoken-topic.ts';
import type { Item } from './state.ts';
import { byStatus } from './status-answer.ts';
import { actorOf, type Scene, say } from './turn.ts';
import { byUnit } from './unit-answer.ts';
import { showValue } from './value.ts';
import { words } from './wording.ts';

/** Whether the message answered an open question; if so everything about it is done and said. */
export function takeSpoken(scene: Scene, text: string, reading: Reading): boolean {
  const open = openPlaces(scene);
  const said = text.trim().replace(/[。.!！~～\s]+$/u, '');
  if (open.length === 0) return bySide(scene, elsewhere(scene), said, true);
  return (
    byNone(scene, open, said) ||
    byNewOrOld(scene, open, said) ||
    bySide(scene, open, said) ||
    bySide(scene, elsewhere(scene), said, true) ||
    byNameAndValue(scene, open, said) ||
    byFigure(scene, open, said) ||
    byConfirming(scene, open, said) ||
    byRough(scene, open, said) ||
    byPutOff(scene, open, said) ||
    byUnit(scene, open, said) ||
    byReasoned(scene, open, said) ||
    byNumber(scene, said, reading) ||
    byStatus(scene, open, said, reading) ||
    byExplanation(scene, open, said, reading)
  );
}

/** Open items: those of the question just asked first, then the newest. */
function openPlaces(scene: Scene): Place[] {
  const first = openQuestion(scene);
  const others = openHere(scene).filter((one) => one !== first);
  return [...(first ? [first] : []), ...others.reverse()].flatMap((question) =>
    question.items.flatMap((item, at) => (item.answer ? [] : [{ question, at, item }])),
  );
}

/** Between others' values whoever decides may say whose it is, wherever they were asked. */
function elsewhere(scene: Scene): Place[] {
  if (!may(scene, 'decide')) return [];
  return openQuestions(scene)
    .toReversed()
    .flatMap((question) => question.items.flatMap((item, at) => (item.answer ? [] : [{ question, at, item }])));
}

const side =
  /^(?:那|就|还是|那就|都)*(?:以|按照?|照|听|用|采用|信)?(.{1,12}?)(?:报的|说的|给的|那边的?|的)?(?:那个|这个)?(?:数|数字|说法)?(?:为准|来|写|算|定|记|对|准|是对的)?(?:吧|了)?$/u;

/** 以李明的为准, 用原来的, 听我的: between two values. */
function bySide(scene: Scene, open: Place[], said: string, byName = false): boolean {
  if (!/为准|^(?:那|就|还是|都)*(?:以|按|照|听|用|采用|信)|的对$|对的$/u.test(said)) return false;
  const who = side.exec(said)?.[1];
  if (who === undefined) return false;
  const me = actorOf(scene.turn);
  const isOf = (person: { id: string; name: string } | undefined): boolean =>
    person !== undefined &&
    (/^(?:我|我自己|本人)$/u.test(who) ? person.id === me?.id : person.name !== '' && who === person.name);
  const old = /^(?:原来|原先|之前|先前|以前|前面|老|旧|第一次|前者|前一个|原)$/u.test(who);
  const fresh = /^(?:新|后来|后面|最新|这次|后者|后一个|刚才|第二次)$/u.test(who);
  // A name says which of two only where one of them is that person's.
  const [place, another] = open.filter(({ item: { ask }, question }) => {
    // A doubtful value beside one that stands has two sides as well.
    if (ask.type !== 'conflict' && (ask.type !== 'confirm_value' || !factOf(scene, ask.slot))) return false;
    return (!byName && (old || fresh)) || isOf(factOf(scene, ask.slot)?.source.by) !== isOf(question.source.by);
  });
  if (!place || (byName && another)) return false;
  const choice = fresh || (!old && isOf(place.question.source.by)) ? 1 : place.item.choices.length;
  answerItem(scene, place.question, place.at, choice);
  return true;
}

/** 没有, said once more when “按0记吗？” was asked. */
function byNone(scene: Scene, [place]: Place[], said: string): boolean {
  if (!/^(?:真的?|确实|就是|是|都|一(?:个|次|项)也?)*(?:没有?|无|零|0)(?:了|的|啊|过|呢)?$/u.test(said)) return false;
  const { ask } = place?.item ?? {};
  if (!place || ask?.type !== 'confirm_value' || ask.value.type !== 'figure' || ask.value.quantity.amount !== '0')
    return false;
  return answered(scene, place, 1);
}

/** 党课按赵敏的, 党员就按65: which of several open ones is meant is said before it. */
function byNameAndValue(scene: Scene, open: Place[], said: string): boolean {
  const named = open.flatMap((place) => {
    const { ask } = place.item;
    const slot = 'slot' in ask ? slotOf(scene.outline, ask.slot) : undefined;
    const label = slot?.label ?? '';
    const [name] = [label, label.replace(/(?:次数|人次|数量|人数|数|额)$/u, ''), ...(slot?.keywords ?? [])]
      .filter((one) => one !== '' && said.startsWith(one))
      .sort((a, b) => b.length - a.length);
    return name === undefined ? [] : [{ place, name }];
  });
  const [first] = named.sort((a, b) => b.name.length - a.name.length);
  if (!first) return false;
  const rest = said
    .slice(first.name.length)
    .replace(/^(?:次数|人数|个数|数)?(?:的|这个|那个|这项|这条)?[，,：:\s]*/u, '');
  if (!/^(?:那|就|还是|都|要)*(?:按|以|用|照|听|采用|保留|留|新|旧|老|原|后)/u.test(rest)) return false;
  const places = named.filter(({ name }) => name === first.name).map(({ place }) => place);
  return byNewOrOld(scene, places, rest) || bySide(scene, places, rest) || byFigure(scene, places, rest);
}

/** 改成新的, 新的, 全部保留原来的. */
function byNewOrOld(scene: Scene, open: Place[], said: string): boolean {
  const [, all, which] =
    /^(全部?|都|统统)?(?:那|都|就|还是)*(?:改成|改为|换成|改用|用|按照?|以|要|选|保留|留)?(最?新|后来|后面|后报|原来|旧|老|原先|先前|之前|前面)的(?:那个)?(?:吧|数)?$/u.exec(
      said,
    ) ?? [];
  const [first] = open.filter(({ item }) => item.ask.type === 'conflict');
  if (which === undefined || !first) return false;
  const meant = open.filter(({ item, question }) => item.ask.type === 'conflict' && question === first.question);
  answerItems(
    scene,
    (all === undefined ? [first] : meant).map(({ question, at, item }) => ({
      question,
      at,
      choice: /新|后/u.test(which) ? 1 : item.choices.length,
    })),
  );
  return true;
}

const settling =
  /^(?:(?:那|就|还是|那就|应该|应当|改|都|准确?数|准的|实际(?:上|数)?|确切(?:数)?)*(?:按照?|用|以|是|写|记|定|算|取|填|选)(?:成|为|作)?|(?:那)?(?:就|还是)(?=\p{Nd}))/u;
const settled = /(?:的(?:那个)?)?(?:这个数)?(?:来)?(?:为准|写|记|算|定|来|准)?(?:吧|了|就行|就好|好了)*$/u;

/** 就按12次, or the very figure of one of the choices. */
function byFigure(scene: Scene, open: Place[], said: string): boolean {
  const decided = settling.test(said);
  const quantity = onlyFigure(decided ? said.replace(settling, '').replace(settled, '') : said);
  if (!quantity || (!decided && scene.turn.state.asked?.type !== 'asks')) return false;
  // A bare 2 is the second choice, not a value.
  if (!decided && quantity.unit === '' && quantity.scale === '') return false;
  for (const place of open) {
    const { ask, choices } = place.item;
    if (ask.type !== 'conflict' && ask.type !== 'confirm_value') continue;
    const choice = choices.findIndex(({ deed }) => deed.type === 'record' && isMeant(quantity, deed.value));
    if (choice >= 0) return answered(scene, place, choice + 1);
    const now = factOf(scene, ask.slot)?.value;
    if (ask.type === 'conflict' && now && isMeant(quantity, now)) return answered(scene, place, choices.length);
  }
  if (!decided) return false;
  if (bySpokenTopic(scene, open, quantity, said)) return true;
  if (asNewValue(scene, open, quantity, said)) return true;
  // How much is clear, where it belongs is what was asked.
  const placing = open.find(({ item: { ask } }) => 'quantity' in ask && sameQuantity(ask.quantity, quantity));
  if (placing) answerItem(scene, placing.question, placing.at, 0);
  return placing !== undefined;
}

/** Taken or refused (it is another's to decide): both have been said. */
function answered(scene: Scene, { question, at }: Place, choice: number): true {
  answerItem(scene, question, at, choice);
  return true;
}

/** 就按895亿, where neither of the two was right. */
function asNewValue(scene: Scene, open: Place[], quantity: Quantity, said: string, told?: Provenance): boolean {
  const [place, other] = open.filter(
    ({ item: { ask } }) =>
      (ask.type === 'conflict' || ask.type === 'confirm_value') && completed(quantity, ask.value) !== undefined,
  );
  const ask = place?.item.ask;
  if (!place || other || (ask?.type !== 'conflict' && ask?.type !== 'confirm_value')) return false;
  const value = completed(quantity, ask.value);
  if (!value) return false;
  const deed = { type: 'record' as const, slot: ask.slot, value, words: said, ...(told ? { told } : {}) };
  return answerOtherwise(scene, place.question, place.at, showValue(value), deed);
}

function onlyFigure(text: string): Quantity | undefined {
  const trimmed = text.trim();
  const [figure, another] = findFigures(trimmed);
  const whole = figure && !another && figure.start === 0 && figure.end === trimmed.length;
  return whole ? figure.quantity : undefined;
}

function isMeant(quantity: Quantity, value: FactValue): boolean {
  const whole = completed(quantity, value);
  return whole?.type === 'figure' && value.type === 'figure' && sameQuantity(whole.quantity, value.quantity);
}

/** What was left unsaid is as it is in the value asked about; undefined when the units differ. */
function completed(quantity: Quantity, value: FactValue): FactValue | undefined {
  if (value.type !== 'figure') return undefined;
  const like = value.quantity;
  if (quantity.unit === '' && quantity.scale === '')
    return { type: 'figure', quantity: { ...quantity, unit: like.unit, scale: like.scale } };
  if (quantity.unit === '') return { type: 'figure', quantity: { ...quantity, unit: like.unit } };
  return quantity.unit === like.unit ? { type: 'figure', quantity } : undefined;
}

/** 95 among two choices is no choice: it is the value itself, where one was asked for; else it is asked about or kept. */
function byNumber(scene: Scene, said: string, { commands, facts }: Reading): boolean {
  const [command] = commands;
  if (commands.length !== 1 || facts.length > 0 || command?.type !== 'choose' || /^[选第]/u.test(said)) return false;
  const question = openQuestion(scene);
  const at = question?.items.findIndex((one) => !one.answer) ?? -1;
  const item = question?.items[at];
  const quantity = onlyFigure(said);
  if (!question || !item || !quantity || command.choice <= item.choices.length) return false;
  if (quantity.unit === '' && command.choice < 10) return false;
  const offered = item.choices.findIndex(({ deed }) => deed.type === 'record' && isMeant(quantity, deed.value));
  if (offered >= 0 && item.ask.type !== 'which_slot' && item.ask.type !== 'unplaced')
    return answered(scene, { question, at, item }, offered + 1);
  if (asNewValue(scene, [{ question, at, item }], quantity, said)) return true;
  const by = actorOf(scene.turn);
  const { event } = scene.turn;
  if (by)
    raise(scene, [{ type: 'unplaced', quantity, words: said }], [], { by, at: event.at, event: event.id, words: said });
  return true;
}

/** Whether 是的 says which: of two values said in one message it does not. */
export function isYesOrNo({ ask }: Item): boolean {
  return ask.type === 'confirm_value' && !/哪个/u.test(ask.reason);
}

/** Yes to every value asked to be confirmed on the card just shown; what needs a choice stays open and is named. False when there is none. */
export function confirmAll(scene: Scene): boolean {
  const question = openQuestion(scene);
  const open = (question?.items ?? []).flatMap((item, at) => (item.answer ? [] : [{ item, at }]));
  const yes = open.filter(({ item }) => isYesOrNo(item));
  if (!question || yes.length === 0) return false;
  answerItems(
    scene,
    yes.map(({ at }) => ({ question, at, choice: 1 })),
  );
  askStillOpen(scene);
  const [left] = openPlaces(scene);
  // What this very answer raised is on the card just shown.
  if (left && left.question.id.split('~')[0] !== scene.turn.event.id) say(scene.turn, words.nextItem(left.item.text));
  return true;
}

/**
 * 跳过, 没有这项, 不知道 while a card is open are about its first open item. What has no slot goes to the materials; two
 * values wait on.
 */
export function passOver(scene: Scene, slot: string | undefined, reason: 'skipped' | 'not_applicable'): undefined {
  const { turn, report, outline } = scene;
  const question = slot === undefined && turn.state.asked?.type === 'asks' ? openQuestion(scene) : undefined;
  const at = question?.items.findIndex((one) => !one.answer) ?? -1;
  const item = question?.items[at];
  if (!question || !item) {
    const { asked } = turn.state;
    const mine = may(scene, 'decide') || asked?.type !== 'slot' || asked.by === actorOf(turn)?.id;
    if (slot !== undefined || mine || asked?.type !== 'slot') return leaveOut(scene, slot, reason);
    // One of many who does not know it leaves nothing out for all.
    return say(turn, words.leftToOthers(slotOf(outline, asked.slot)?.label ?? ''));
  }
  const { ask } = item;
  if (ask.type === 'conflict') {
    turn.state.asked = null;
    say(turn, words.waits(slotOf(outline, ask.slot)?.label ?? ''));
    if (question.resume) askNext(scene, true);
    return;
  }
  const missing = ask.type === 'confirm_value' && !Object.hasOwn(report.facts, ask.slot);
  if (missing) leaveOut(scene, ask.slot, reason);
  answerItem(scene, question, at, item.choices.length, missing);
}
