// What is told before there is a report to put it into: kept, and read again once there is one. Loses nothing.
import type { Reading } from './command.ts';
import type { MessageReceived } from './event.ts';
import { isStatement } from './message-words.ts';
import { askKind } from './start.ts';
import type { Pending } from './state.ts';
import { activeScene, emit, say, type Turn } from './turn.ts';
import { cut } from './value.ts';
import { words } from './wording.ts';

const PENDING_KEPT = 10;
const PENDING_LENGTH = 5000;

/** Kept until a report is begun: at once, or when its kind and year are known. */
export function setAside(turn: Turn, { sender, at, id }: MessageReceived, { rest }: Reading): Pending | undefined {
  const { pending = [] } = turn.state;
  if (rest === '') return undefined;
  if (pending.length >= PENDING_KEPT) return say(turn, words.pendingFull(PENDING_KEPT));
  const kept: Pending = { text: cut(rest, PENDING_LENGTH), sender, at, message: id };
  turn.state.pending = [...pending, kept];
  return kept;
}

/** What was told before there is a report: kept, and read again once there is one. */
export function keepForLater(turn: Turn, event: MessageReceived, reading: Reading): undefined {
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

/** Without an outline nothing can be placed; what holds a figure or a statement is worth keeping. */
export function isTold({ text }: MessageReceived, { commands, asks, rest }: Reading): boolean {
  return asks.length > 0 || isStatement(rest) || (commands.length === 0 && /\p{Nd}/u.test(text));
}
