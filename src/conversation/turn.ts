// One turn in the making: the state's own copy, and the effects and side values decided so far. Must never be kept beyond its turn.
import type { Person } from '../report/fact.ts';
import type { Outline } from '../report/outline.ts';
import type { Report, UndoStep } from '../report/report.ts';
import type { Card } from './card.ts';
import type { FieldReading, FileReading } from './command.ts';
import type { Context, Toast } from './decision.ts';
import type { Effect } from './effect.ts';
import type { Chat, Event, Relayed } from './event.ts';
import type { State } from './state.ts';

export interface Turn {
  readonly event: Event;
  readonly context: Context;
  /** This turn's own copy: change it freely. */
  readonly state: State;
  readonly effects: Effect[];
  readonly values: Record<string, unknown>;
  /** Nobody knew this conversation before this event. */
  readonly first: boolean;
  /** What was said of facts recorded without a question. */
  recorded?: string;
  /** Said to the presser at once. */
  toast?: Toast;
  /** Of the form that was handed in, as read. */
  fields?: FieldReading[];
  /** What the file says that came with this message, or that the event is about. */
  file?: FileReading;
}

/** A report one can work on: with the outline it was started with. */
export interface Scene {
  turn: Turn;
  report: Report;
  outline: Outline;
}

type WithoutKey<T> = T extends Effect ? Omit<T, 'key'> : never;

const UNDO_KEPT = 50;

export function initialState(conversation: string, chat: Chat): State {
  return { version: 1, conversation, chat, handled: [], reports: [], active: null, asked: null, sent: [] };
}

export function beginTurn(state: State | null, event: Event, context: Context): Turn {
  // One chat is one conversation: a result that comes for an unknown one can only go there.
  const chat: Chat = 'chat' in event ? event.chat : { id: event.conversation, type: 'p2p' };
  const own = state ? structuredClone(state) : initialState(event.conversation, chat);
  return { event, context, state: own, effects: [], values: {}, first: state === null || state.unmet === true };
}

/** Adds the effect under its deterministic key and gives that key back. */
export function emit(turn: Turn, effect: WithoutKey<Effect>): string {
  const key = `${turn.event.id}:${turn.effects.length}`;
  turn.effects.push({ ...effect, key } as Effect);
  return key;
}

/** In a group an answer hangs under what it answers. */
export function target(turn: Turn): { chat: string; replyTo?: string } {
  const { event, state } = turn;
  const chat = { chat: state.chat.id };
  // A topic is answered in it, and a reply to what stands in one does.
  const inTopic = event.type === 'message_received' && event.thread !== undefined;
  if (state.chat.type === 'p2p' && !inTopic) return chat;
  // What is taken in again was answered when it first came.
  if (event.type === 'message_received') return event.replayOf === undefined ? { ...chat, replyTo: event.id } : chat;
  if (event.type === 'card_submitted') return { ...chat, replyTo: event.message };
  return chat;
}

/** Says it; what is said in one breath becomes one message. */
export function say(turn: Turn, text: string): undefined {
  if (text === '') return;
  const last = turn.effects.at(-1);
  const { chat } = target(turn);
  // What was told in the group just now is no place for what is said at home.
  if (last?.type === 'send_text' && !last.unlessToasted && last.chat === chat) last.text = `${last.text}\n${text}`;
  else emit(turn, { type: 'send_text', ...target(turn), text });
}

export function showCard(turn: Turn, card: Card): string {
  return emit(turn, { type: 'send_card', ...target(turn), card });
}

/** Keeps an immutable side value; its key holds the attempt, so that a stalled worker can never overwrite another's. */
export function keep(turn: Turn, value: unknown): string {
  const key = `${turn.state.conversation}/${turn.context.attempt}/${Object.keys(turn.values).length}`;
  turn.values[key] = value;
  return key;
}

export function sideValue(turn: Turn, key: string): unknown {
  return turn.values[key] ?? turn.context.values[key];
}

/** Who acts in this turn; null for results, timers and recalls. */
export function actorOf(turn: Turn): Person | null {
  const { event } = turn;
  if (event.type === 'message_received') return event.sender;
  if (event.type === 'card_submitted' || event.type === 'chat_entered' || event.type === 'menu_chosen')
    return event.operator;
  return null;
}

export function reportOf(state: State, id: string | null): Report | undefined {
  return state.reports.find((report) => report.id === id);
}

export function sceneOf(turn: Turn, report: Report | undefined): Scene | null {
  if (!report) return null;
  const own = sideValue(turn, report.outline) as Outline | undefined;
  const outline = own ?? turn.context.catalog.find((one) => one.kind === report.kind);
  return outline ? { turn, report, outline } : null;
}

export function activeScene(turn: Turn): Scene | null {
  return sceneOf(turn, reportOf(turn.state, turn.state.active));
}

/** In a group only the owner drafts, restarts, exports and decides between people. */
export function isOwner({ turn, report }: Scene): boolean {
  return (turn.state.chat.type === 'p2p' && !relayedIn(turn)) || actorOf(turn)?.id === report.owner.id;
}

/** Whether this happened in a group that gathers figures for a report here. */
export function relayedIn({ event }: Turn): Relayed | undefined {
  return 'relayed' in event ? event.relayed : undefined;
}

export function remember({ turn, report }: Scene, step: Omit<UndoStep, 'by'>): undefined {
  if (step.changes.length === 0) return;
  delete report.redo;
  const by = actorOf(turn)?.id;
  report.undo = [...report.undo, by === undefined ? step : { ...step, by }].slice(-UNDO_KEPT);
}

/** What “再写实一点” will be about; undefined when no section is meant more than another. */
export function setLast({ turn, report }: Scene, section: string | undefined): undefined {
  const { [report.id]: _, ...others } = turn.state.last ?? {};
  turn.state.last = section === undefined ? others : { ...others, [report.id]: section };
}
