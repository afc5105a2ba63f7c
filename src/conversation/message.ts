// A message, as read: what it gives is recorded, what it asks is done, and whatever it is, it gets an answer.
import { slotOf } from '../report/outline.ts';
import { may } from './access.ts';
import { acknowledgeQuietly } from './acknowledge.ts';
import { leaveOutAll } from './all-refused.ts';
import { answerProposalByWords } from './answer-proposal.ts';
import { answerByWords, closeAbout } from './answer-question.ts';
import { answerSpeaker } from './ask-there.ts';
import { answerThere } from './asked-there.ts';
import { takeAudit } from './audit.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import type { Command, Reading } from './command.ts';
import { runCommand } from './commands.ts';
import { answerDifference } from './difference.ts';
import type { Effect } from './effect.ts';
import { belongsElsewhere } from './elsewhere.ts';
import type { MessageReceived } from './event.ts';
import { isAboutAnother } from './explanation.ts';
import { callsItCorrected } from './file-words.ts';
import { takeFile, takeFileWords } from './files.ts';
import { takeForwarded } from './forwarded.ts';
import { gatherWords } from './gather-wording.ts';
import { nameSpeaker, sayOnlyFigures, waitsForItsReport } from './gathering.ts';
import { answers, leftOutOnly, putOffOnly, saidThere, saysNothingElse, tells } from './heard.ts';
import { takeBackJust } from './just-done.ts';
import { isTold, keepForLater, setAside } from './keep-for-later.ts';
import { aboutLatest } from './latest.ts';
import { answerRest } from './left-over.ts';
import { askedShare, lookUp } from './look-up.ts';
import { isStatement, sourceOf, thumbUp } from './message-words.ts';
import { aboutQuoted } from './quoted.ts';
import { aboutQuotedText } from './quoted-text.ts';
import { addMaterials } from './record.ts';
import { isPromise } from './small-talk.ts';
import { takeSpoken } from './spoken-answer.ts';
import type { Asked } from './state.ts';
import { isExplaining, takeContents } from './take-contents.ts';
import { talkWords } from './talk-wording.ts';
import { activeScene, actorOf, emit, type Scene, say, showCard, type Turn } from './turn.ts';
import { takeVariants } from './variant.ts';
import { takeWhole } from './whole.ts';
import { goOnWith, openLack, takeLack } from './wish.ts';
import { words } from './wording.ts';

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

/** While words were asked for the whole message could stand as the answer: a question or a courtesy is none. */
function isTextAnswer({ text }: MessageReceived, { facts, commands }: Reading): boolean {
  const [fact] = facts;
  return commands.length === 0 && facts.length === 1 && fact?.value.type === 'text' && fact.value.text === text.trim();
}

const courtesy =
  /^(?:收到|好滴|好哒|知道了|明白了?|了解|谢谢.{0,3}|多谢|辛苦了?|在吗|你好|您好|稍等|等一下|我(?:去)?(?:问|查|看)(?:一)?下?)(?:[\p{P}\p{S}\s]|啦|了|哈|哦)*$/u;

/** 非遗的数下午给, while something else is asked: that goes on waiting. */
function promisesAnother(scene: Scene, text: string): boolean {
  const { asked } = scene.turn.state;
  const asks = asked?.type === 'asks' ? asked.asks.flatMap((ask) => ('slot' in ask ? [ask.slot] : [])) : [];
  const slots = asked?.type === 'slot' ? [asked.slot] : asks;
  return slots.length > 0 && isPromise(text) && isAboutAnother(scene, slots, text);
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

function hasWords(text: string): boolean {
  return text.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, '') !== '';
}

/** 你好 and the like ask for nothing in particular. */
function isGreeting({ commands, facts }: Reading): boolean {
  return facts.length === 0 && commands.every(({ type }) => type === 'help' || type === 'confirm' || type === 'cancel');
}

function isWelcome(effect: Effect): boolean {
  return effect.type === 'send_card' && effect.card.title === words.welcomeTitle;
}
