// A group that gathers figures for a report living in its owner's own chat. The group gets questions and nothing else; what is said there is posted home.
import { isRefused } from './access.ts';
import { asksThere } from './asked-there.ts';
import { choiceCard } from './cards/choice-card.ts';
import { quoteBlock } from './cards/question-card.ts';
import type { Command, Reading } from './command.ts';
import type { CardSubmitted, Event, GroupAnswered, GroupOffered, MessageReceived } from './event.ts';
import { gatherWords } from './gather-wording.ts';
import { personCalled } from './people.ts';
import { titleOf } from './plan.ts';
import type { State } from './state.ts';
import { refuse, toast } from './toast.ts';
import { activeScene, actorOf, emit, type Scene, say, showCard, sideValue, type Turn } from './turn.ts';
import { cut, oneLine, showPerson } from './value.ts';
import { words } from './wording.ts';

/** What may be pressed there; all else is the owner's. */
const GATHERED = ['fill_in', 'confirm_figures', 'correct_figures', 'choose', 'choose_all'];
/** Words that may answer what was asked there. */
const ANSWERS: Command['type'][] = ['confirm', 'cancel', 'choose', 'skip', 'not_applicable'];
const PENDING_KEPT = 10;

/** Where the line notes which chat is a person's own (own-chat.ts). */
export const ownChatKey = (person: string): string => `own-chat/${person}`;

/** Side values to look at before a group asks somebody. */
export function homesNeeded(event: Event, { commands }: Reading): string[] {
  if (event.type !== 'message_received' || commands.every(({ type }) => type !== 'offer_group')) return [];
  return [event.sender, ...(event.mentions ?? [])].map(({ id }) => ownChatKey(id));
}

/** 这个群给王芳的报告供数: asked of that person, in their own chat. */
export function offerGroup(turn: Turn, name: string | undefined): undefined {
  const { state, event } = turn;
  const by = actorOf(turn);
  if (!by) return;
  if (state.chat.type === 'p2p') return say(turn, gatherWords.sayInGroup);
  const here = activeScene(turn);
  if (here) return say(turn, gatherWords.alreadyHere(titleOf(here.report)));
  const owner = name === undefined ? by : personCalled(turn, name);
  if (!owner) return say(turn, gatherWords.whoIs(name ?? ''));
  const home = sideValue(turn, ownChatKey(owner.id));
  if (typeof home !== 'string') return say(turn, gatherWords.neverMet(showPerson(owner)));
  const offered = { type: 'group_offered' as const, conversation: home, at: event.at, group: state.chat.id, by };
  emit(turn, { type: 'post_event', event: offered });
  if (owner.id !== by.id) say(turn, gatherWords.askedOwner(showPerson(owner)));
}

/** In the owner's own chat. */
export function takeOffer(turn: Turn, { group, by }: GroupOffered): undefined {
  const scene = activeScene(turn);
  if (!scene) return say(turn, gatherWords.nothingOpen(showPerson(by)));
  // Whoever says it of their own report has agreed by saying so.
  if (by.id === scene.report.owner.id) return answerOffer(scene, group, true);
  const on = { report: scene.report.id, group };
  showCard(
    turn,
    choiceCard(gatherWords.offerTitle, gatherWords.offer(showPerson(by), titleOf(scene.report)), [
      { text: gatherWords.agree, value: { action: 'accept_group', ...on }, primary: true },
      { text: gatherWords.decline, value: { action: 'decline_group', ...on } },
    ]),
  );
}

export function answerOffer(scene: Scene, group: unknown, agreed: boolean): undefined {
  const { turn, report } = scene;
  if (isRefused(scene, 'collect') || typeof group !== 'string') return;
  if (!agreed) return refuse(turn, gatherWords.declined);
  if (report.gathering !== undefined && report.gathering !== group) tellGroup(scene, report.gathering, false);
  report.gathering = group;
  tellGroup(scene, group, true);
  say(turn, gatherWords.agreed);
}

/** 不在群里收数了 */
export function closeGroup(scene: Scene): undefined {
  const { turn } = scene;
  if (isRefused(scene, 'collect')) return;
  say(turn, endGroup(scene) ? gatherWords.closed : gatherWords.noGroup);
}

/** False when no group was gathering. */
export function endGroup(scene: Scene): boolean {
  const { report } = scene;
  if (report.gathering === undefined) return false;
  tellGroup(scene, report.gathering, false);
  delete report.gathering;
  return true;
}

/** 重新开始: the group gathers for the report begun anew. */
export function takeGroupAlong(scene: Scene): undefined {
  const { turn, report } = scene;
  const same = turn.state.reports.findLast(
    (one) => one.id !== report.id && one.kind === report.kind && one.year === report.year,
  );
  if (same?.gathering === undefined) return;
  report.gathering = same.gathering;
  delete same.gathering;
  tellGroup(scene, report.gathering, true);
}

function tellGroup({ turn, report }: Scene, group: string, agreed: boolean): undefined {
  const { conversation } = turn.state;
  const told = { report: report.id, title: titleOf(report), owner: report.owner };
  const event = { type: 'group_answered' as const, conversation: group, at: turn.event.at, agreed, home: conversation };
  emit(turn, { type: 'post_event', event: { ...event, ...told } });
}

/** In the group. */
export function takeAnswer(turn: Turn, { agreed, home, report, title, owner }: GroupAnswered): undefined {
  const { state } = turn;
  if (!agreed && state.gathers?.report !== report) return;
  if (agreed) state.gathers = { home, report, title, owner };
  else delete state.gathers;
  say(turn, agreed ? gatherWords.begun(title, showPerson(owner)) : gatherWords.ended(title));
}

/** True when it happened in a group that gathers for another conversation, and was posted there or answered here. */
export function relay(turn: Turn, { commands }: Reading): boolean {
  const { event, state } = turn;
  const { gathers } = state;
  if (!gathers || state.active !== null) return false;
  if (event.type === 'card_submitted') return relayPress(turn, event, gathers);
  if (event.type === 'message_recalled') {
    const { at, message } = event;
    const { conversation, chat } = headOf(gathers, state);
    emit(turn, { type: 'post_event', event: { type: 'message_recalled', conversation, chat, at, message } });
    return true;
  }
  if (event.type !== 'message_received' || event.replayOf !== undefined) return false;
  // A table quoted with 按这个表为准 goes home as well: there the owner decides over it.
  const read =
    event.attached?.type === 'read' && event.file ? { file: event.file, attached: event.attached } : undefined;
  if (event.unsupported || (event.file && !read) || event.text.trim() === '') {
    if (event.unsupported === 'sticker') return false;
    say(turn, gatherWords.inWords(showPerson(gathers.owner)));
    return true;
  }
  if (commands.some(({ type }) => type === 'start_report' || type === 'offer_group' || type === 'help')) return false;
  if (!asksThere(event.text) && commands.some(({ type }) => !ANSWERS.includes(type))) {
    say(turn, gatherWords.onlyFigures(showPerson(gathers.owner)));
    return true;
  }
  const { sender, text, at, mentions, replyTo } = event;
  emit(turn, {
    type: 'post_event',
    event: {
      type: 'message_received',
      ...headOf(gathers, state),
      at,
      sender,
      text,
      replayOf: event.id,
      ...read,
      ...(mentions ? { mentions } : {}),
      ...(replyTo === undefined ? {} : { replyTo }),
    },
  });
  return true;
}

function relayPress(turn: Turn, event: CardSubmitted, gathers: NonNullable<State['gathers']>): boolean {
  const { value, at, operator, message, name, form } = event;
  if (value.report !== gathers.report) return false;
  if (typeof value.action !== 'string' || !GATHERED.includes(value.action)) {
    refuse(turn, gatherWords.onlyFigures(showPerson(gathers.owner)));
    return true;
  }
  if (
    value.action === 'fill_in' &&
    Object.values(form ?? {}).every((said) => typeof said !== 'string' || said.trim() === '')
  ) {
    refuse(turn, words.formBlank);
    return true;
  }
  const press = { at, operator, message, name, value, ...(form ? { form } : {}) };
  emit(turn, { type: 'post_event', event: { type: 'card_submitted', ...headOf(gathers, turn.state), ...press } });
  toast(turn, 'info', gatherWords.received);
  return true;
}

function headOf({ home, report }: NonNullable<State['gathers']>, { chat }: State) {
  return { conversation: home, chat: { id: home, type: 'p2p' as const }, relayed: { group: chat.id, report } };
}

/** At home: what is for a report that is not the one being written waits for it. True when it was put aside. */
export function waitsForItsReport(turn: Turn, event: MessageReceived): boolean {
  const { state } = turn;
  if (!event.relayed || state.active === event.relayed.report) return false;
  const { pending = [] } = state;
  const { text, sender, at, replayOf = event.id, relayed } = event;
  if (pending.length < PENDING_KEPT)
    state.pending = [...pending, { text, sender, at, message: replayOf, report: relayed.report }];
  say(turn, gatherWords.waiting(showPerson(sender), cut(oneLine(text), 40)));
  return true;
}

/** At home: what was asked for there is the owner's. */
export function sayOnlyFigures(turn: Turn, { relayed, replayOf }: MessageReceived): undefined {
  const owner = turn.state.reports.find((one) => one.id === relayed?.report)?.owner;
  if (!relayed || !owner) return;
  const reply = replayOf === undefined ? {} : { replyTo: replayOf };
  emit(turn, { type: 'send_text', chat: relayed.group, ...reply, text: gatherWords.onlyFigures(showPerson(owner)) });
}

/** At home: whose words the answer is about, who is not in this chat. Run when everything was said. */
export function nameSpeaker(turn: Turn, event: MessageReceived): undefined {
  const { effects, state } = turn;
  if (!event.relayed) return;
  const text = gatherWords.saidThere(showPerson(event.sender), cut(oneLine(event.text), 60));
  const first = effects.find(
    (one) => (one.type === 'send_text' || one.type === 'send_card') && one.chat === state.chat.id,
  );
  if (first?.type === 'send_text') first.text = `${text}\n${first.text}`;
  if (first?.type !== 'send_card') return;
  const question = state.questions?.find((one) => one.card === first.key);
  if (question) question.quote = text;
  first.card = { ...first.card, blocks: [quoteBlock(text), ...first.card.blocks] };
}
