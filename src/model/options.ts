// What the model's client is made of and what it tells of each attempt. Types only.
import type { Log } from '../log.ts';
import type { JsonMode } from './json-mode.ts';
import type { Prices } from './price.ts';
import type { Tokens } from './read-completion.ts';

export interface ModelOptions {
  baseUrl: string;
  /** '' for an endpoint that asks for none. */
  apiKey: string;
  model: string;
  /** Folder of the prompt files. */
  prompts: string;
  log: Log;
  /**
   * Says what in a value must not leave the house (a figure), or undefined; a request it objects to is not sent. What it
   * says goes into the log, so it names the kind of figure and not the figure.
   */
  guard?: (text: string) => string | undefined;
  /** How it is asked for JSON; without it that is found out. */
  jsonMode?: JsonMode;
  prices?: Prices;
  /** At most so many requests at once; default 16. */
  concurrency?: number;
  /** At most so many requests in any hour. */
  requestsPerHour?: number;
  /** Every attempt, for metrics. */
  observe?: (call: ModelCall) => void;
  /** How long a stream that has begun may be silent. */
  idleMs?: number;
  /** How long before retry `attempt` (1, 2…); `retryAfterMs` is what the endpoint asked for. */
  backoffMs?: (attempt: number, retryAfterMs: number | undefined) => number;
  /** Opens after so many failures in a row, and lets one request try again after a while. */
  breaker?: { failures: number; halfOpenAfterMs: number };
}

/** One attempt as the log and the metrics see it. */
export interface ModelCall {
  /** Prompt file name without `.md`. */
  prompt: string;
  /** `answered` whatever it said; else why there was no answer. */
  outcome: 'answered' | 'failed' | 'stopped';
  ms: number;
  /** Of a stream: when its first words came. */
  firstTextMs?: number;
  tokens?: Tokens;
  /** In the currency of the prices in the settings. */
  cost?: number;
}
