// What decide is given and what it gives back. Types only.
import type { Audit } from '../report/audit/audit.ts';
import type { Outline } from '../report/outline.ts';
import type { Reading } from './command.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

/** What decide may know beyond state and event. */
export interface Context {
  now: number;
  /** Outlines one can start a report from. */
  catalog: Outline[];
  /** The immutable values the state names and decide needs: outlines of its reports, current versions of its sections, by key. */
  values: Record<string, unknown>;
  /** Unique to this attempt of this turn; side value keys are made from it, so a stalled worker can never overwrite another's. */
  attempt: string;
  /** open_ids of those who may use the bot; absent or empty: everyone. */
  allowed?: readonly string[];
  /** A model writes, so that a text can be watched as it grows. */
  streams?: boolean;
  /** Made once of the list of formulations; pure. */
  audit?: Audit;
}

/** What the presser of a button sees at once, for them alone. */
export interface Toast {
  type: 'info' | 'success' | 'error' | 'warning';
  text: string;
}

export interface Decision {
  state: State;
  effects: Effect[];
  /** Immutable side values to write before the state that names them. */
  values: Record<string, unknown>;
  /** Of a press; nothing may depend on its being seen. */
  toast?: Toast;
}

export type Decide = (state: State | null, event: Event, reading: Reading, context: Context) => Decision;
