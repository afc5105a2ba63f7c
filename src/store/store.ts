// The one port to durable storage: SQLite by default, PostgreSQL to scale. Every failure throws ServiceError; nothing is swallowed.

/** What waits in a conversation's lane. `payload` is plain JSON. */
export interface Entry {
  /** Deduplication id (message_id, event_id, effect key). */
  id: string;
  conversation: string;
  payload: unknown;
  receivedAt: number;
}

/** A job: long work that is no part of a lane. The same id is enqueued once. */
export interface Job {
  id: string;
  conversation: string;
  payload: unknown;
}

/** Handed to the handler of an entry or a job. */
export interface Attempt {
  /** 1 for the first try. */
  number: number;
  /** Aborted when the lease is lost or the store is closing: stop, and save nothing more. */
  signal: AbortSignal;
}

/**
 * What the store does with a failed attempt: `retry` after `delayMs`, or `set_aside` (kept with its error, the lane goes on).
 */
export type Verdict = { type: 'retry'; delayMs: number } | { type: 'set_aside' };

export interface Worker {
  /** Stops taking, waits for what runs (at most `graceMs`), then resolves. */
  stop(graceMs?: number): Promise<void>;
}

export interface SetAside {
  id: string;
  conversation: string;
  kind: 'event' | 'job';
  payload: unknown;
  error: string;
  at: number;
}

export interface Timer {
  /** Deterministic; setting it again moves it. */
  id: string;
  due: number;
  conversation: string;
  /** The entry's payload when it fires; the entry's id is `<timer id>@<due>`. */
  payload: unknown;
}

/** A conversation's value (state and outbox together) with the revision to save it against. */
export interface Loaded<T> {
  value: T;
  /** 0 when nothing is stored yet. */
  revision: number;
}

export interface Store {
  /** Durable when it resolves. `seen` when the id was put within the last 24 h (at least). */
  put(entry: Entry): Promise<'new' | 'seen'>;
  /** Entries one at a time per conversation in order of arrival, across processes; conversations in parallel. */
  workEntries(
    handle: (entry: Entry, attempt: Attempt) => Promise<void>,
    onError: (error: unknown, entry: Entry, attempt: Attempt) => Verdict,
    concurrency: number,
  ): Promise<Worker>;
  enqueue(job: Job): Promise<void>;
  workJobs(
    handle: (job: Job, attempt: Attempt) => Promise<void>,
    onError: (error: unknown, job: Job, attempt: Attempt) => Verdict,
    concurrency: number,
  ): Promise<Worker>;
  setTimer(timer: Timer): Promise<void>;
  clearTimer(id: string): Promise<void>;
  /** Turns due timers into entries, once each, until stopped. */
  workTimers(): Promise<Worker>;

  /** Throws `corrupt` when the stored value cannot be parsed. */
  load(conversation: string): Promise<Loaded<unknown>>;
  /** The fence: throws `conflict` unless `revision` is the stored one. Resolves to the new revision. */
  save(conversation: string, value: unknown, revision: number): Promise<number>;

  /** Immutable side values. */
  putValue(key: string, value: unknown): Promise<void>;
  getValue(key: string): Promise<unknown | undefined>;

  /** Newest first. */
  listSetAside(limit: number): Promise<SetAside[]>;
  /** Puts one back at the end of its lane (or among the jobs). False when there is no such one. */
  retrySetAside(id: string): Promise<boolean>;
  /** Entries and jobs waiting, and those set aside: for metrics and readiness. */
  counts(): Promise<{ entries: number; jobs: number; timers: number; setAside: number }>;
  close(): Promise<void>;
}
