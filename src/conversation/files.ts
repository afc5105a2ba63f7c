// A file somebody sent: kept, and used for what it is or for what was said of it. What cannot be told from it is asked; nothing of it is recorded unasked but a table of figures.
import { choiceCard } from './cards/choice-card.ts';
import type { FileReading } from './command.ts';
import type { CardSubmitted, Event, MessageReceived } from './event.ts';
import type { FileHead, FileUse } from './file-state.ts';
import { followOutline, useFile } from './file-use.ts';
import { fileWords } from './file-wording.ts';
import { followsIts, useAnnounced, useSaid } from './file-words.ts';
import { pressedKey } from './pressed-card.ts';
import { isReturned } from './returned.ts';
import { askKind } from './start.ts';
import type { State } from './state.ts';
import { refuse } from './toast.ts';
import { activeScene, emit, keep, say, showCard, type Turn } from './turn.ts';

const KEPT = 20;
const OFFERED = 3;
/** A sentence and the file it speaks of come within minutes of each other. */
const TOGETHER_MS = 30 * 60_000;
const uses: FileUse[] = ['notice', 'reference', 'figures', 'corrects', 'audit', 'returned'];

/** The file a message or a press is about, and what it shall be: its words are needed then. */
export function fileMeant(state: State | null, event: Event): { head: FileHead; as: FileUse } | undefined {
  if (event.type === 'card_submitted') {
    if (event.value.action !== 'file_use') return undefined;
    const head = state?.files?.find((one) => one.message === event.value.file);
    const as = uses.find((one) => one === event.value.as);
    return head && as ? { head, as } : undefined;
  }
  if (event.type !== 'message_received' || event.attached || event.replayOf !== undefined) return undefined;
  const as = useSaid(event.text);
  const quoted = state?.files?.find((one) => one.message === event.replyTo);
  const latest = state?.files?.findLast((one) => one.by.id === event.sender.id && event.at - one.at < TOGETHER_MS);
  const head = quoted ?? latest;
  return head && as ? { head, as } : undefined;
}

/** What the file of this message is for, said before it came; or with it, where in a group one quotes the file. */
export function wishFor(state: State | null, { sender, at, text }: MessageReceived): FileUse | undefined {
  const wish = state?.fileWish;
  const waited = wish && wish.by.id === sender.id && at - wish.at < TOGETHER_MS ? wish.as : undefined;
  return useSaid(text) ?? waited;
}

/** A file, or why there is none. False when the message brought neither. */
export function takeFile(turn: Turn, event: MessageReceived): boolean {
  const name = event.file?.name ?? '';
  if (event.unfetched !== undefined) {
    const text = event.file ? fileWords.unfetched(name, event.unfetched) : fileWords.unfetchedRecord(event.unfetched);
    say(turn, text);
    return true;
  }
  const { attached } = event;
  if (!attached) return false;
  if (attached.type === 'unreadable') {
    say(turn, fileWords.problem(name, attached.problem));
    return true;
  }
  const { state } = turn;
  const head: FileHead = {
    key: keep(turn, attached.file),
    name,
    message: event.replayOf ?? event.id,
    by: event.sender,
    at: event.at,
  };
  state.files = [...(state.files ?? []), head].slice(-KEPT);
  const wished = wishFor(state, event);
  const as = wished ?? (isReturned(turn, attached.file) ? 'returned' : useOf(turn.file));
  if (state.fileWish?.by.id === event.sender.id) delete state.fileWish;
  if (as === undefined) askUse(turn, head);
  else useFile(turn, head, as);
  return true;
}

function useOf(file: FileReading | undefined): FileUse | undefined {
  switch (file?.kind) {
    case 'notice':
      return 'notice';
    case 'table':
      return 'figures';
    case 'old_report':
      return 'reference';
    default:
      return undefined;
  }
}

/** 这是去年的, 按这个表为准: about the file just sent, or the one to come. False when it is about neither. */
export function takeFileWords(turn: Turn, event: MessageReceived): boolean {
  const scene = activeScene(turn);
  if (event.replayOf === undefined && scene && followsIts(event.text) && followOutline(scene)) return true;
  const meant = fileMeant(turn.state, event);
  // A table already taken in is not the corrected one: that is still to come.
  const toCome = meant?.as === 'corrects' && meant.head.use !== undefined && event.replyTo !== meant.head.message;
  if (meant && !toCome) {
    const waiting = turn.state.files?.filter((one) => one.use === undefined && one.by.id === event.sender.id) ?? [];
    // 两份都只当参考 speaks of all that wait.
    if (meant.as === 'reference' && /两|都|几|这些/u.test(event.text))
      for (const one of waiting) if (one !== meant.head) one.use = 'reference';
    if (meant.head.use === meant.as) say(turn, fileWords.already(meant.head.name));
    else useFile(turn, meant.head, meant.as);
    return true;
  }
  const as = useAnnounced(event.text) ?? useSaid(event.text);
  // 是今年的 and the like without a file may speak of anything.
  const announced = as === 'corrects' || as === useAnnounced(event.text) ? as : undefined;
  if (announced === undefined || event.replayOf !== undefined || !scene) return false;
  turn.state.fileWish = { as: announced, by: event.sender, at: event.at };
  say(turn, announced === 'reference' ? fileWords.wishReference : fileWords.wish);
  return true;
}

/** A press on 当参考, 是今年的数据, 审一下. False for anything else. */
export function pressFile(turn: Turn, action: string, { value }: CardSubmitted): boolean {
  const scene = activeScene(turn);
  if (action === 'file_outline') {
    if (!scene || scene.report.id !== value.report || !followOutline(scene)) refuse(turn, fileWords.gone);
    return true;
  }
  if (action !== 'file_use') return false;
  const meant = fileMeant(turn.state, turn.event);
  if (!meant || value.as !== meant.as) refuse(turn, fileWords.gone);
  else if (meant.head.use === meant.as) refuse(turn, fileWords.already(meant.head.name));
  else if (meant.head.use !== undefined) refuse(turn, fileWords.usedOtherwise(meant.head.name, meant.head.use));
  else if (meant.as === 'figures' && isOfEarlierYear(turn))
    refuse(turn, fileWords.otherYear(meant.head.name, turn.file?.year ?? 0));
  else {
    useFile(turn, meant.head, meant.as);
    settleCard(turn, meant.head);
  }
  return true;
}

/** What is said of last year's report in words is believed; a button is pressed too easily. */
function isOfEarlierYear(turn: Turn): boolean {
  const scene = activeScene(turn);
  return scene !== null && turn.file?.year !== undefined && turn.file.year < scene.report.year;
}

/** The card has done its work: a stray press later must not make something else of the file. */
function settleCard(turn: Turn, { name, use }: FileHead): undefined {
  const { event, state } = turn;
  if (event.type !== 'card_submitted' || use === undefined) return;
  const card = {
    title: fileWords.whichTitle(name),
    tone: 'green' as const,
    blocks: [{ type: 'text' as const, text: fileWords.usedAs(use) }],
  };
  emit(turn, { type: 'update_card', chat: state.chat.id, of: pressedKey(turn, event), card });
}

function askUse(turn: Turn, head: FileHead): undefined {
  const value = (as: FileUse) => ({ action: 'file_use', file: head.message, as });
  const scene = activeScene(turn);
  showCard(
    turn,
    choiceCard(fileWords.whichTitle(head.name), fileWords.whichText, [
      { text: fileWords.asReference, value: value('reference') },
      { text: fileWords.asFigures, value: value('figures') },
      { text: fileWords.asAudit, value: value('audit') },
    ]),
  );
  if (!scene) askKind(turn);
}

/** A report was begun: what waits for it is asked about now. */
export function offerFiles(turn: Turn, before: State | null): undefined {
  const known = new Set(before?.reports.map((one) => one.id));
  if (turn.state.reports.every((one) => known.has(one.id))) return;
  const waiting = before?.files?.filter((one) => one.use === undefined) ?? [];
  for (const head of waiting.slice(-OFFERED)) askUse(turn, head);
}

/** Its message was recalled: so is the file, and the corrections nobody has decided on. */
export function forgetFile({ state }: Turn, message: string): undefined {
  if (state.files) state.files = state.files.filter((one) => one.message !== message);
  if (state.differences) state.differences = state.differences.filter((one) => one.source.event !== message);
}
