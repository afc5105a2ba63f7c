// A fact: a slot's value with its source. Closed facts are kept as immutable side values, linked by `previous`.
import type { Quantity } from '../figures/quantity.ts';

export interface Person {
  /** open_id */
  id: string;
  /** As the platform names them; '' when unknown. */
  name: string;
}

/** Who said it, when, in which message, in which words. */
export interface Source {
  by: Person;
  /** Milliseconds since the epoch. */
  at: number;
  /** message_id, or event_id of the card action. */
  event: string;
  /** The words around the value, at most 120 characters. */
  words: string;
  /** The office `by` spoke for. */
  office?: string;
  /** Whose words they are where `by` only handed them on: a colleague on WeChat, a speaker of a forwarded record (`at`: when). */
  from?: { name: string; at?: number };
}

export type FactValue =
  | { type: 'figure'; quantity: Quantity }
  | { type: 'text'; text: string }
  | { type: 'list'; items: string[] }
  /** Left out: no longer asked for. Nothing is printed, but a required one that was only `skipped` stands as 待补. */
  | { type: 'omitted'; reason: 'skipped' | 'not_applicable' };

/** What is known of a figure beside its value, where it was said. */
export interface Provenance {
  /** 全市, 市本级, 全系统…, in the words used. */
  scope?: string;
  /** 1—11月, 截至12月20日, in the words used. */
  asOf?: string;
  /** 快报, 预计, 决算. */
  status?: 'flash' | 'estimate' | 'final';
  /** Whose doing it was. */
  deed?: 'self' | 'group' | 'branch' | 'predecessor';
}

/** How a person wants a figure printed. */
export type Wish =
  /** Exactly so: 460余亿元. */
  | { type: 'form'; quantity: Quantity }
  /** Rounded down, with 余. */
  | { type: 'about' }
  | { type: 'places'; places: number }
  /** `from` 余 is printed as `to` 多, where it stands. */
  | { type: 'word'; from: string; to: string }
  /** Known and kept, but not told. */
  | { type: 'omit' };

export interface Print {
  wish: Wish;
  /** What is printed instead of the value, proved true of it; absent for `omit`. */
  quantity?: Quantity;
  by: Person;
  at: number;
}

export interface Fact extends Provenance {
  slot: string;
  value: FactValue;
  source: Source;
  /** Key of the fact this one replaced. */
  previous?: string;
  /** Keys of all facts that stood here before, newest first, at most 10. */
  earlier?: string[];
  /** Nobody said it: computed from these slots. What a person says takes its place. */
  derived?: string[];
  /** How it is to be printed; the value itself stays exact. */
  print?: Print;
  /** Its supplier looked at it once more and said it is right. Any change makes a new fact, which nobody has confirmed. */
  confirmed?: { by: Person; at: number };
}

/** Current facts by slot id. */
export type Facts = Record<string, Fact>;
