// What the line needs of Feishu: decoded events in, effects' sends out. Implementations throw ServiceError (feishu_*).
import type { Card } from '../conversation/card.ts';
import type { OpenCard } from '../conversation/effect.ts';
import type { Event } from '../conversation/event.ts';

/** What came of one raw event. `ignored` is acknowledged and forgotten: another app's event, a group message that does not mention us… */
export type Decoded = { type: 'event'; event: Event } | { type: 'ignored'; reason: string };

/** Answer to a card press within 3 s; undefined for every other event. */
export interface CardAnswer {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  /** The pressed card as it is now, as the platform's JSON. */
  card?: { type: 'raw'; data: object };
}

/** Makes the event durable, then resolves; rejecting means the platform shall deliver it again. */
export type Receive = (raw: unknown) => Promise<CardAnswer | undefined>;

/** A connection that feeds `Receive`. */
export interface Connection {
  /** Resolves when connected (long connection); rejects with what to do next. */
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  connected(): boolean;
}

/** `uuid`: at most 50 characters, the platform drops a repeat within one hour. */
export interface Sender {
  sendText(to: { chat: string; replyTo?: string }, text: string, uuid: string): Promise<{ message: string }>;
  /** `opened`: the card made for it, which is sent instead. */
  sendCard(
    to: { chat: string; replyTo?: string },
    card: Card,
    uuid: string,
    opened?: OpenCard,
  ): Promise<{ message: string }>;
  /** Throws `feishu_gone` when the card is older than 14 days, recalled or deleted. */
  updateCard(message: string, card: Card, opened?: OpenCard): Promise<void>;
  sendFile(to: { chat: string }, file: { name: string; bytes: Uint8Array }, uuid: string): Promise<{ message: string }>;
  react(message: string, emoji: string): Promise<void>;
  /** Whether a message of ours with exactly this content was sent to the chat since `since` (ms): for effects whose uuid has expired. */
  findSent(
    chat: string,
    since: number,
    matches: { text?: string; cardTitle?: string; fileName?: string },
  ): Promise<{ message: string } | undefined>;
  /** A person's display name, '' when the scope is missing; cached. */
  nameOf(openId: string): Promise<string>;
}

/** It cannot be had, and trying again would not help. `detail`: for the log. */
export type Refused =
  | { type: 'refused'; reason: 'too_big'; limitBytes: number }
  | { type: 'refused'; reason: 'gone' | 'denied' | 'rejected'; detail: string };

/** What an event only names. Throws ServiceError only where another try may succeed. */
export interface FetchMessage {
  /** The file of this message, held in memory whole. */
  file(message: string, key: string): Promise<{ type: 'file'; bytes: Uint8Array } | Refused>;
  /** The file this message is, if it is one. */
  quoted(message: string): Promise<{ key: string; name: string } | undefined>;
  /** A forwarded chat record's messages, oldest first; `by` is '' when the name is not to be had, `text` when it has no words. */
  forwarded(
    message: string,
  ): Promise<{ type: 'forwarded'; records: { by: string; at: number; text: string }[] } | Refused>;
}
