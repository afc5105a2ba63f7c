// What the line asks of reading: a message in the light of where the conversation stands → commands and facts. Decides nothing.
import type { Reading } from '../conversation/command.ts';
import type { Asked } from '../conversation/state.ts';
import type { Facts } from '../report/fact.ts';
import type { Outline } from '../report/outline.ts';

export interface ReadRequest {
  text: string;
  /** The active report, absent when there is none. */
  report?: { outline: Outline; year: number; facts: Facts; offices?: string[] };
  asked: Asked | null;
  /** Kinds one could start, for 写一份…. */
  kinds: { kind: string; name: string; aliases: string[] }[];
  /** Reports of this conversation, for 切换到…. */
  reports: { id: string; name: string; year: number }[];
  /** The current year as people in China see it, for 今年 and 去年. */
  thisYear: number;
  /** Read by our own reader only: what it cannot place is asked about. */
  alone?: true;
  signal?: AbortSignal;
}

export type Read = (request: ReadRequest) => Promise<Reading>;
