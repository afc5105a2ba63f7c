// All that a conversation is between two turns: heads only, so that loading and saving stay cheap at turn 1,000.
import type { Report } from '../report/report.ts';
import type { Ask } from './command.ts';
import type { Chat } from './event.ts';

/** The question put last, so that a bare 12次, 第二个 or 是的 can be understood. */
export type Asked =
  | { type: 'slot'; slot: string; report: string }
  | { type: 'asks'; report: string; asks: Ask[]; sourceEvent: string }
  | { type: 'start_over'; report: string }
  | { type: 'choose_kind'; year?: number }
  | { type: 'choose_year'; kind: string };

export interface State {
  /** Of this shape; migrated, never discarded. */
  version: 1;
  conversation: string;
  chat: Chat;
  /** Ids of the last 50 events taken in; a redelivered one changes nothing. */
  handled: string[];
  reports: Report[];
  active: string | null;
  asked: Asked | null;
  /** Platform message ids by the key of the effect that sent them, newest last, at most 50: needed to update cards. */
  sent: { key: string; message: string }[];
}
