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
}

export type FactValue =
  | { type: 'figure'; quantity: Quantity }
  | { type: 'text'; text: string }
  | { type: 'list'; items: string[] }
  /** The slot is deliberately left out: no longer missing, nothing is printed. */
  | { type: 'omitted'; reason: 'skipped' | 'not_applicable' };

export interface Fact {
  slot: string;
  value: FactValue;
  source: Source;
  /** Key of the fact this one replaced. */
  previous?: string;
}

/** Current facts by slot id. */
export type Facts = Record<string, Fact>;
