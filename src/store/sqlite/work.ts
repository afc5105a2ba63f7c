// What waits, in SQLite: events in the lane of their conversation, jobs each in a lane of its own. Takes the head of a lane, never anything behind it.
import type { Log } from '../../log.ts';
import { type Limits, withinLimit } from '../deadline.ts';
import { fromText, setAsideReason, toText } from '../failure.ts';
import type { Attempt, Entry, Verdict, Worker } from '../store.ts';
import type { Connection } from './group-writes.ts';

interface Head extends Omit<Entry, 'payload'> {
  seq: number;
  lane: string;
  text: string;
  attempts: number;
  notBefore: number;
}

interface Runner {
  concurrency: number;
  running: Map<Head, AbortController>;
  handle: (entry: Entry, attempt: Attempt) => Promise<void>;
  onError: (error: unknown, entry: Entry, attempt: Attempt) => Verdict;
  /** Called whenever an attempt ends; lets stop() wait without polling. */
  idle: () => void;
}

export interface Work {
  /** For use inside a transaction of the connection. True when it is new. */
  insert(lane: string, entry: Entry): boolean;
  put(lane: string, entry: Entry): Promise<'new' | 'seen'>;
  /** Something may be waiting in this lane. */
  wake(lane: string): void;
  start(handle: Runner['handle'], onError: Runner['onError'], concurrency: number): Worker;
  /** Looks at every lane again: another process may have written. */
  rescan(): void;
  /** Breaks off what runs. */
  close(): Promise<void>;
}

interface Options {
  log: Log;
  now: () => number;
  limits: Limits;
}

/** How long a lane rests when the store itself could not write the end of an attempt. */
const restMs = 1000;

export function createWork(connection: Connection, kind: 'event' | 'job', { log, now, limits }: Options): Work {
  const limitMs = kind === 'event' ? limits.entryMs : limits.jobMs;
  const { db, read, write } = connection;
  const insertRow = db.prepare(
    `INSERT INTO work (kind, id, lane, conversation, payload, received_at) VALUES ('${kind}', ?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO NOTHING`,
  );
  const waitingLanes = db.prepare(
    `SELECT lane FROM work WHERE kind = '${kind}' AND state = 'waiting' GROUP BY lane ORDER BY min(seq)`,
  );
  const headOf = db.prepare(
    `SELECT seq, id, lane, conversation, payload AS text, received_at AS receivedAt, attempts, not_before AS notBefore
     FROM work WHERE kind = '${kind}' AND lane = ? AND state = 'waiting' ORDER BY seq LIMIT 1`,
  );
  const begin = db.prepare('UPDATE work SET attempts = attempts + 1 WHERE seq = ?');
  const giveBack = db.prepare('UPDATE work SET attempts = attempts - 1 WHERE seq = ?');
  const finish = db.prepare(`UPDATE work SET state = 'done', payload = 'null', ended_at = ? WHERE seq = ?`);
  const retryAt = db.prepare('UPDATE work SET not_before = ? WHERE seq = ?');
  const setAside = db.prepare(`UPDATE work SET state = 'set_aside', error = ?, ended_at = ? WHERE seq = ?`);

  /** Lanes that may have something to take, longest waiting first. Empty while nobody works. */
  const ready = new Set<string>();
  /** Lanes whose head is running or resting; nobody else may take from them. A lane woken meanwhile is looked at again after. */
  const held = new Set<string>();
  const resting = new Map<string, NodeJS.Timeout>();
  const runners = new Set<Runner>();

  function wake(lane: string): void {
    if (runners.size === 0 || held.has(lane)) return;
    ready.add(lane);
    pump();
  }

  function rescan(): void {
    if (runners.size === 0) return;
    for (const { lane } of read(() => waitingLanes.all())) if (!held.has(String(lane))) ready.add(String(lane));
    pump();
  }

  function pump(): void {
    for (const runner of runners) {
      for (const lane of ready) {
        if (runner.running.size >= runner.concurrency) break;
        ready.delete(lane);
        takeHead(runner, lane);
      }
    }
  }

  function takeHead(runner: Runner, lane: string): void {
    let head: Head | undefined;
    try {
      head = read(() => headOf.get(lane)) as Head | undefined;
    } catch (error) {
      log.error({ error, lane }, 'store: cannot read what waits');
      rest(lane, restMs);
      return;
    }
    if (head === undefined) return;
    const waitMs = head.notBefore - now();
    if (waitMs > 0) {
      rest(lane, waitMs);
      return;
    }
    held.add(lane);
    const controller = new AbortController();
    runner.running.set(head, controller);
    void attempt(runner, head, controller.signal).then((restingMs) => {
      // stop() has given this head back already; whoever took the lane since then owns it.
      if (!runner.running.delete(head)) return;
      held.delete(lane);
      if (restingMs > 0) rest(lane, restingMs);
      else if (runners.size > 0) ready.add(lane);
      runner.idle();
      pump();
    });
  }

  function rest(lane: string, ms: number): void {
    if (runners.size === 0) return;
    held.add(lane);
    const release = () => {
      resting.delete(lane);
      held.delete(lane);
      wake(lane);
    };
    resting.set(lane, setTimeout(release, Math.min(ms, 2 ** 31 - 1)));
  }

  /** One attempt from its counting to its end. Resolves to how long the lane has to rest; never rejects. */
  async function attempt(runner: Runner, head: Head, signal: AbortSignal): Promise<number> {
    try {
      // Counted before it runs, so that an event which kills the process is not tried for ever.
      await write(() => begin.run(head.seq));
      if (signal.aborted) return 0;
      const verdict = await judge(runner, head, { number: head.attempts + 1, signal });
      if (signal.aborted) return 0;
      await write(verdict.record);
      return verdict.restMs;
    } catch (error) {
      if (signal.aborted) return 0;
      log.error({ error, id: head.id }, 'store: an attempt could not be recorded; it will be repeated');
      return restMs;
    }
  }

  /** Runs the handler. Resolves to what is to be recorded about it; never rejects. */
  async function judge(runner: Runner, head: Head, told: Attempt): Promise<{ record: () => void; restMs: number }> {
    const { seq, id, conversation, receivedAt } = head;
    const about = { id, conversation, kind, attempt: told.number };
    const aside = (error: unknown) => {
      log.error({ ...about, error }, 'store: set aside');
      return { record: () => setAside.run(setAsideReason(error), now(), seq), restMs: 0 };
    };
    let entry: Entry;
    try {
      entry = { id, conversation, payload: fromText(head.text, `The payload of ${id}`), receivedAt };
    } catch (error) {
      return aside(error);
    }
    try {
      await withinLimit(limitMs, told, (attempt) => runner.handle(entry, attempt));
      return { record: () => finish.run(now(), seq), restMs: 0 };
    } catch (error) {
      if (told.signal.aborted) return { record: () => {}, restMs: 0 };
      try {
        const verdict = runner.onError(error, entry, told);
        if (verdict.type === 'set_aside') return aside(error);
        const { delayMs } = verdict;
        return { record: () => retryAt.run(Math.ceil(now() + delayMs), seq), restMs: delayMs };
      } catch (failure) {
        log.error({ ...about, error: failure }, 'store: the verdict on an error failed');
        return aside(error);
      }
    }
  }

  function stopResting(): void {
    for (const [lane, timer] of resting) {
      clearTimeout(timer);
      held.delete(lane);
    }
    resting.clear();
    ready.clear();
  }

  async function stop(runner: Runner, graceMs: number): Promise<void> {
    runners.delete(runner);
    if (runners.size === 0) stopResting();
    if (runner.running.size > 0 && graceMs > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        runner.idle = () => {
          if (runner.running.size > 0) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const left = [...runner.running];
    runner.running.clear();
    for (const [, controller] of left) controller.abort(new Error('the store is closing'));
    for (const [head] of left) held.delete(head.lane);
    // An attempt that we broke off ourselves does not count.
    if (left.length > 0) {
      await write(() => {
        for (const [head] of left) giveBack.run(head.seq);
      });
    }
    for (const [head] of left) wake(head.lane);
  }

  function insert(lane: string, { id, conversation, payload, receivedAt }: Entry): boolean {
    return insertRow.run(id, lane, conversation, toText(payload), Math.round(receivedAt)).changes > 0;
  }

  return {
    insert,
    wake,
    async put(lane, entry) {
      const isNew = await write(() => insert(lane, entry));
      if (isNew) wake(lane);
      return isNew ? 'new' : 'seen';
    },
    start(handle, onError, concurrency) {
      const runner: Runner = { concurrency, running: new Map(), handle, onError, idle: () => {} };
      read(() => waitingLanes.get());
      runners.add(runner);
      rescan();
      return { stop: (graceMs = 10_000) => stop(runner, graceMs) };
    },
    rescan,
    async close() {
      await Promise.all([...runners].map((runner) => stop(runner, 0)));
    },
  };
}
