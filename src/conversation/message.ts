// A message, as read: what it gives is recorded, what it asks is done, and whatever it is, it gets an answer.
import type { Source } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import { may } from './access.ts';
import { acknowledgeQuietly } from './acknowledge.ts';
import { leaveOutAll } from './all-refused.ts';
import { answerProposalByWords } from './answer-proposal.ts';
import { answerByFacts, answerByWords, closeAbout } from './answer-question.ts';
import { advance } from './ask-next.ts';
import { answerSpeaker, sayTaken } from './ask-there.ts';
import { answerThere } from './asked-there.ts';
import { takeAudit } from './audit.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import type { Command, Reading } from './command.ts';
import { runCommand } from './commands.ts';
import { answerDifference, takeCorrected } from './difference.ts';
import { setDoubtedAside } from './doubt.ts';
import type { Effect } from './effect.ts';
import { belongsElsewhere } from './elsewhere.ts';
import type { MessageReceived } from './event.ts';
import { isAboutAnother } from './explanation.ts';
import { callsItCorrected } from './file-words.ts';
import { takeFile, takeFileWords } from './files.ts';
import { takeForwarded } from './forwarded.ts';
import { gatherWords } from './gather-wording.ts';
import { nameSpeaker, sayOnlyFigures, waitsForItsReport } from './gathering.ts';
import { takeBackJust } from './just-done.ts';
import { aboutLatest } from './latest.ts';
import { askedShare, lookUp } from './look-up.ts';
import { notePast } from './note-past.ts';
import { fromLastYear } from './past-difference.ts';
import { factOf } from './put-fact.ts';
import { askStillOpen, openQuestion } from './question.ts';
import { aboutQuoted } from './quoted.ts';
import { aboutQuotedText } from './quoted-text.ts';
import { lateItems, raise } from './raise-question.ts';
import { addMaterials, recordFacts } from './record.ts';
import { takeExplanation } from './settle.ts';
import { greetBack, isPromise } from './small-talk.ts';
import { takeSpoken } from './spoken-answer.ts';
import { askKind } from './start.ts';
import type { Asked, Pending } from './state.ts';
import { joinByFacts } from './supply.ts';
import { talkWords } from './talk-wording.ts';
import { activeScene, actorOf, emit, type Scene, say, showCard, type Turn } from './turn.ts';
import { cut, oneLine, sameValue } from './value.ts';
import { takeVariants } from './variant.ts';
import { takeWhole } from './whole.ts';
import { goOnWith, openLack, takeLack } from './wish.ts';
import { words } from './wording.ts';

const PENDING_KEPT = 10;
const PENDING_LENGTH = 5000;
/** Anything shorter is a word in passing, not something to keep. */
const STATEMENT_LENGTH = 10;

export function takeMessage(turn: Turn, event: MessageReceived, reading: Reading): undefined {
  if (answerThere(turn, event, reading)) return;
  if (waitsForItsReport(turn, event)) return;
  if (takeFile(turn, event)) turn.state.misses = 0;
  else if (turn.first && isGreeting(reading) && !isTold(event, reading)) showCard(turn, welcomeCard(turn, null));
  else if (event.forwarded) takeForwarded(turn, event, reading);
  else if (event.unsupported && !hasWords(event.text)) answerUnsupported(turn, event);
  else if (!hasWords(event.text)) say(turn, words.empty);
  else {
    const kept = activeScene(turn)?.report.materials.length;
    const { asked } = turn.state;
    takeWords(turn, event, reading);
    askedStill(turn, asked, kept);
  }
  acknowledgeQuietly(turn);
  nameSpeaker(turn, event);
  if (turn.first && !turn.effects.some(isWelcome)) say(turn, words.privacy);
}

/** What was asked waits on after something that did not answer it was kept. */
function askedStill(turn: Turn, before: Asked | null, kept: number | undefined): undefined {
  const scene = activeScene(turn);
  const { asked } = turn.state;
  if (!scene || kept === undefined || before?.type !== 'slot' || asked?.type !== 'slot' || asked.slot !== before.slot)
    return;
  const mine = asked.by === undefined || asked.by === actorOf(turn)?.id;
  const slot = slotOf(scene.outline, asked.slot);
  if (!mine || !slot || scene.report.materials.length <= kept) return;
  if (turn.effects.every((effect) => effect.type === 'send_text')) say(turn, words.askedStill(slot.question));
}

function takeWords(turn: Turn, event: MessageReceived, read: Reading): undefined {
  const scene = activeScene(turn);
  const replayed = event.replayOf !== undefined;
  if (!replayed && (takeFileWords(turn, event) || (scene && answerDifference(scene, event.text)))) return;
  if (
    !replayed &&
    !event.relayed &&
    (takeAudit(turn, event.text) || takeVariants(turn, event.text) || takeWhole(turn, event.text))
  )
    return;
  if (event.relayed && !event.attached && read.facts.length === 0 && !read.tabled && callsItCorrected(event.text))
    return answerSpeaker(turn, gatherWords.sendTable);
  const ofText = scene && !replayed ? aboutQuotedText(scene, event, read) : undefined;
  const quoting = ofText ?? (scene && (!replayed || event.relayed) ? aboutQuoted(scene, event, read) : read);
  const reading = scene && !replayed && quoting === read ? aboutLatest(scene, event.text, read) : quoting;
  // What is said of the quoted message answers nothing else.
  const free = (!replayed || (event.relayed !== undefined && turn.state.asked !== null)) && quoting === read;
  // A replayed message is there for what it tells; what it asked for was done when it first came.
  const heard = leftOutOnly(scene, putOffOnly(reading.commands, event.text), event.text);
  // In a group one answers what one was asked there.
  const answering = event.relayed !== undefined && turn.state.asked !== null;
  const there = (one: Command): boolean =>
    event.relayed !== undefined && (saidThere(one) || (answering && answers(one)));
  const commands = replayed ? heard.filter((one) => tells(one) || there(one)) : heard;
  if (scene && free && !event.relayed && (takeBackJust(scene, event.text) || leaveOutAll(scene, event.text))) return;
  if (scene && free && turn.state.asked?.type === 'asks' && answerByWords(scene, event.text)) return;
  // An explanation was asked for: what is said now is that, not an answer to the next question.
  const explaining = scene !== null && isExplaining(scene, event.text);
  if (scene && free && !explaining && takeSpoken(scene, event.text, reading)) return;
  const lacking = scene && free ? openLack(scene) : undefined;
  if (scene && lacking && saysNothingElse(reading) && takeLack(scene, event.text)) return;
  // Whoever turns to something else is not held to it.
  if (lacking && !saysNothingElse(reading)) turn.state.asked = null;
  if (scene && free && promisesAnother(scene, event.text)) return say(turn, talkWords.waiting);
  if (scene && free && isTextAnswer(event, reading)) {
    if (courtesy.test(event.text.trim())) return thumbUp(turn, event);
    if (lookUp(scene, event.text)) return;
  }
  const idle = commands.length + reading.facts.length + (reading.past?.length ?? 0) === 0;
  if (scene && free && idle && (askedShare(scene, event.text) || answerProposalByWords(scene, event.text))) return;
  if (scene && free && belongsElsewhere(scene, event, reading)) return;
  if (!scene || may(scene, 'decide')) forgetConfirmation(turn, reading);
  const begins = !replayed && commands.some(({ type }) => type === 'start_report');
  // What is told along with 再写一份… is of that report, never of the one being written.
  const aside = begins ? setAside(turn, event, reading) : undefined;
  // Whose words they are comes before the words.
  for (const one of commands) if (one.type === 'join_office') runCommand(turn, one);
  const ask = scene && takeContents(scene, event, begins ? { ...reading, rest: '' } : reading);
  if (scene && lacking) goOnWith(scene, lacking, reading.facts);
  // 先出一版: the file first, then what must be asked.
  const fileFirst = commands.some((one) => one.type === 'compile' || (one.type === 'draft' && one.or_compile));
  if (!fileFirst) ask?.();
  for (const [at, command] of commands.entries()) {
    // Without a report every command is answered by the same question: which one to write.
    if (at > 0 && !activeScene(turn) && turn.effects.length > 0) break;
    if (command.type !== 'join_office') runCommand(turn, command);
  }
  if (fileFirst) ask?.();
  // 撤销 or 党课去掉 may have settled what figures were asked about.
  if (scene && commands.length > 0) closeAbout(scene, []);
  if (aside && turn.state.pending?.includes(aside)) say(turn, words.keptForLater(0));
  else if (!scene && !replayed && !aside) keepForLater(turn, event, reading);
  if (turn.effects.length > 0) return;
  if (event.relayed && heard.some((one) => !commands.includes(one) && !answers(one)))
    return sayOnlyFigures(turn, event);
  if (event.relayed && !isStatement(reading.rest)) return thumbUp(turn, event);
  if (replayed && scene) addMaterials(scene, [event.text], sourceOf(event));
  else if (!replayed) answerRest(turn, scene, event, reading);
}

/** No command, and nothing that has a place of its own. */
function saysNothingElse({ commands, facts }: Reading): boolean {
  return facts.length === 0 && commands.every(({ type }) => ['cancel', 'skip', 'not_applicable'].includes(type));
}

/** 那个数先别写 puts it off; only 不写 and 没有 leave it out for good. */
function putOffOnly(commands: Command[], text: string): Command[] {
  const [only, another] = commands.filter(({ type }) => type === 'not_applicable');
  const later =
    /先(?:别|不要?|不用|空着)(?:再)?(?:写|报|填|提)|(?:以后|回头|晚点|下次)再|(?:还)?(?:没有?|未)(?:统计|汇总)|还没/u;
  if (another || only?.type !== 'not_applicable' || !later.test(text)) return commands;
  return commands.map((command) => (command === only ? { ...only, type: 'skip' } : command));
}

/** 不写, said to a question, is about what was asked; while something is being written it stops that. */
function leftOutOnly(scene: Scene | null, commands: Command[], text: string): Command[] {
  const [only, another] = commands;
  const { asked } = scene?.turn.state ?? {};
  const asking = asked?.type === 'slot' || (asked?.type === 'asks' && scene && openQuestion(scene));
  if (another || only?.type !== 'stop' || !scene || !asking) return commands;
  if (Object.keys(scene.report.drafting).length > 0 || !/^(?:这(?:个|项))?(?:不用?|别|不要)写/u.test(text.trim()))
    return commands;
  return [{ type: 'not_applicable' }];
}

/** While words were asked for the whole message could stand as the answer: a question or a courtesy is none. */
function isTextAnswer({ text }: MessageReceived, { facts, commands }: Reading): boolean {
  const [fact] = facts;
  return commands.length === 0 && facts.length === 1 && fact?.value.type === 'text' && fact.value.text === text.trim();
}

const courtesy =
  /^(?:收到|好滴|好哒|知道了|明白了?|了解|谢谢.{0,3}|多谢|辛苦了?|在吗|你好|您好|稍等|等一下|我(?:去)?(?:问|查|看)(?:一)?下?)(?:[\p{P}\p{S}\s]|啦|了|哈|哦)*$/u;

function thumbUp(turn: Turn, event: MessageReceived): undefined {
  const message = event.relayed ? (event.replayOf ?? event.id) : event.id;
  emit(turn, { type: 'react', message, emoji: 'THUMBSUP' });
}

/** 党课没有 tells as much as 党课3次 does. */
function tells(command: Command): boolean {
  return (command.type === 'skip' || command.type === 'not_applicable') && command.slot !== undefined;
}

/** What a colleague in the group may ask of a fact: taken back, left out, whose they are. */
function saidThere({ type }: Command): boolean {
  return type === 'join_office' || type === 'withdraw_fact';
}

function answers({ type }: Command): boolean {
  return ['confirm', 'cancel', 'choose', 'skip', 'not_applicable'].includes(type);
}

/** 投诉那个写上去不好看，别写了: why it is not to be printed is nothing to keep. */
const isReason = (rest: string): boolean => !/\p{Nd}/u.test(rest) && [...rest].length <= 24;

/** 非遗的数下午给, while something else is asked: that goes on waiting. */
function promisesAnother(scene: Scene, text: string): boolean {
  const { asked } = scene.turn.state;
  const asks = asked?.type === 'asks' ? asked.asks.flatMap((ask) => ('slot' in ask ? [ask.slot] : [])) : [];
  const slots = asked?.type === 'slot' ? [asked.slot] : asks;
  return slots.length > 0 && isPromise(text) && isAboutAnother(scene, slots, text);
}

/** Facts and leftovers; gives back how to ask what must be asked. */
function takeContents(scene: Scene, event: MessageReceived, reading: Reading): (() => undefined) | undefined {
  if (takesExplanation(scene, event, reading)) return;
  if (takeCorrected(scene, event.text, reading, sourceOf(event, reading.from))) return;
  const { rest } = reading;
  const { sure, asks: doubted } = setDoubtedAside(scene, reading.facts);
  const facts = answerByFacts(scene, sure);
  const asks = [...reading.asks.map((one) => fromLastYear(scene, one)), ...doubted];
  const source = sourceOf(event, reading.from);
  joinByFacts(
    scene,
    facts.map((fact) => fact.slot),
  );
  const conflicts = facts.length > 0 ? recordFacts(scene, facts, source) : [];
  if (reading.past) notePast(scene, reading.past);
  closeAbout(
    scene,
    facts.map((fact) => fact.slot),
  );
  const why = reading.commands.some(({ type }) => type === 'print') && isReason(rest);
  if (facts.length + asks.length === 0 && isPromise(rest)) say(scene.turn, talkWords.waiting);
  else if (!why && (facts.length + asks.length > 0 || event.replayOf !== undefined || isStatement(rest)))
    addMaterials(scene, [rest], source);
  return () => {
    const late = lateItems(scene);
    if (asks.length + conflicts.length + late.length > 0) raise(scene, asks, conflicts, source, late);
    else if (facts.length > 0) advance(scene);
  };
}

/** What is said when an explanation was asked for, unless it is a command or tells something new. */
function takesExplanation(scene: Scene, event: MessageReceived, { commands, facts }: Reading): boolean {
  const { asked } = scene.turn.state;
  if (asked?.type !== 'explain' || !isExplaining(scene, event.text)) return false;
  const told = facts.some((fact) => {
    const before = factOf(scene, fact.slot);
    return !before || !sameValue(before.value, fact.value);
  });
  const text = commands.length > 0 || told ? undefined : takeExplanation(scene, event.text);
  if (text !== undefined) {
    sayTaken(scene.turn, text);
    askStillOpen(scene);
  } else if (told) scene.turn.state.asked = null;
  return text !== undefined;
}

/** Kept until a report is begun: at once, or when its kind and year are known. */
function setAside(turn: Turn, { sender, at, id }: MessageReceived, { rest }: Reading): Pending | undefined {
  const { pending = [] } = turn.state;
  if (rest === '') return undefined;
  if (pending.length >= PENDING_KEPT) return say(turn, words.pendingFull(PENDING_KEPT));
  const kept: Pending = { text: cut(rest, PENDING_LENGTH), sender, at, message: id };
  turn.state.pending = [...pending, kept];
  return kept;
}

/** Whether these words can be the explanation asked for: of another slot's figures they are none. */
function isExplaining(scene: Scene, text: string): boolean {
  const { asked } = scene.turn.state;
  if (asked?.type !== 'explain') return false;
  const item = (scene.turn.state.questions ?? [])
    .flatMap(({ items }) => items)
    .findLast(({ ask }) => ask.type === 'check' && ask.check === asked.check);
  return item?.ask.type !== 'check' || !isAboutAnother(scene, item.ask.slots, text);
}

/** What was told before there is a report: kept, and read again once there is one. */
function keepForLater(turn: Turn, event: MessageReceived, reading: Reading): undefined {
  if (!isTold(event, reading)) return;
  const { commands } = reading;
  const { state } = turn;
  const started = activeScene(turn);
  const text = cut(event.text, PENDING_LENGTH);
  if (started) {
    emit(turn, {
      type: 'replay_message',
      chat: state.chat.id,
      text,
      sender: event.sender,
      at: event.at,
      message: event.id,
    });
    return;
  }
  const { pending = [] } = state;
  if (pending.length >= PENDING_KEPT) return say(turn, words.pendingFull(PENDING_KEPT));
  state.pending = [...pending, { text, sender: event.sender, at: event.at, message: event.id }];
  say(turn, words.keptForLater(text === event.text ? 0 : PENDING_LENGTH));
  if (commands.length === 0) askKind(turn);
}

function answerRest(turn: Turn, scene: Scene | null, event: MessageReceived, { rest }: Reading): undefined {
  if (greetBack(turn, event.text)) return;
  if (rest === '' && !/[?？]/u.test(event.text) && [...event.text].length <= 60) {
    return thumbUp(turn, event);
  }
  if (scene && lookUp(scene, event.text)) return;
  if (scene && holdsFigure(event.text)) return keepUnread(scene, event);
  const { state } = turn;
  state.misses = (state.misses ?? 0) + 1;
  say(turn, again(scene, state.misses) ?? words.notUnderstood(momentOf(scene), state.misses));
}

/** A number nobody could make sense of is kept as it was said, and how to say it is told. */
function keepUnread(scene: Scene, event: MessageReceived): undefined {
  addMaterials(scene, [event.text], sourceOf(event), words.unread(cut(oneLine(event.text), 40)));
}

function holdsFigure(text: string): boolean {
  if (/[?？]|多少|怎么|什么|吗$|呢$|起草|重写|改写|换个|导出|切换|删|加上|合并|移到/u.test(text)) return false;
  return /\p{Nd}/u.test(text.replace(/第?\s*\p{Nd}+\s*[章节点条段份号页]/gu, ''));
}

/** While something is being asked, that is what was most likely meant to be answered. */
function again(scene: Scene | null, nth: number): string | undefined {
  const { asked } = scene?.turn.state ?? {};
  if (asked?.type === 'start_over' || asked?.type === 'draft_anyway' || asked?.type === 'remove')
    return words.sayYesOrCancel;
  if (!scene || (asked?.type !== 'slot' && asked?.type !== 'asks')) return undefined;
  if (asked.type === 'asks') {
    const question = openQuestion(scene);
    const item = question?.items.find((one) => !one.answer);
    // In the midst of one question after another this one is put again.
    return item && words.stillOpenQuestion(nth) + (question?.resume ? `\n${item.text}` : '');
  }
  const slot = slotOf(scene.outline, asked.slot);
  return slot && words.stillAsked(slot.question, nth);
}

/** Where the conversation stands: what help should name next. */
function momentOf(scene: Scene | null): 'none' | 'empty' | 'facts' | 'drafted' {
  if (!scene) return 'none';
  if (Object.keys(scene.report.sections).length > 0) return 'drafted';
  return Object.keys(scene.report.facts).length > 0 ? 'facts' : 'empty';
}

function answerUnsupported(turn: Turn, event: MessageReceived): undefined {
  if (event.unsupported === 'sticker') emit(turn, { type: 'react', message: event.id, emoji: 'THUMBSUP' });
  else say(turn, words.unsupported(event.unsupported ?? ''));
}

/** 是的 must mean the question just put, never one from three messages ago. */
function forgetConfirmation(turn: Turn, { commands, facts, asks }: Reading): undefined {
  const { asked } = turn.state;
  if (!asked || !['start_over', 'draft_anyway', 'hand_over', 'remove'].includes(asked.type)) return;
  const answers = commands.some(
    ({ type }) => type === 'confirm' || type === 'cancel' || type === 'choose' || type === 'draft',
  );
  if (!answers && commands.length + facts.length + asks.length > 0) turn.state.asked = null;
}

function sourceOf(event: MessageReceived, from?: string): Source {
  const handedOn = from === undefined ? {} : { from: { name: from } };
  return {
    by: event.sender,
    at: event.at,
    event: event.replayOf ?? event.id,
    words: cut(event.text, 120),
    ...handedOn,
  };
}

function hasWords(text: string): boolean {
  return text.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '') !== '';
}

/** Without an outline nothing can be placed; what holds a figure or a statement is worth keeping. */
function isTold({ text }: MessageReceived, { commands, asks, rest }: Reading): boolean {
  return asks.length > 0 || isStatement(rest) || (commands.length === 0 && /\p{Nd}/u.test(text));
}

/** 你好 and the like ask for nothing in particular. */
function isGreeting({ commands, facts }: Reading): boolean {
  return facts.length === 0 && commands.every(({ type }) => type === 'help' || type === 'confirm' || type === 'cancel');
}

/** Something told rather than asked. */
function isStatement(rest: string): boolean {
  return (
    [...rest.trim()].length >= STATEMENT_LENGTH &&
    !/[?？吗呢]|什么|啥|怎么|怎样|如何|(?:没|几[个项次家条人户场]?(?:来着)?)$|来着$|能不能|可以不|请你|帮我|(?:删掉|删了|删去|删除|去掉)[吧啊]?$/u.test(
      rest,
    )
  );
}

function isWelcome(effect: Effect): boolean {
  return effect.type === 'send_card' && effect.card.title === words.welcomeTitle;
}
