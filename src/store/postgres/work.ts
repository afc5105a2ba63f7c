// Runs what a queue gives, in this process: as many at once as allowed, leases kept while they run. Never goes on with an attempt whose lease is lost.
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { withinLimit } from '../deadline.ts';
import type { Attempt, Entry, Verdict, Worker } from '../store.ts';
import type { Postgres } from './connection.ts';
import { entryOf, leaseMs, type Queue, type Taken } from './queue.ts';

interface Task {
  log: Log;
  limitMs: number;
  handle: (entry: Entry, attempt: Attempt) => Promise<void>;
  onError: (error: unknown, entry: Entry, attempt: Attempt) => Verdict;
  concurrency: number;
}

interface Running {
  taken: Taken;
  controller: AbortController;
  /** The handler has returned; its end is being written. */
  ending: boolean;
}

/** Notifications wake us at once; the poll is for those that were lost, for retries of other processes, and for reaped leases. */
const pollMs = 1000;
const touchEveryMs = 2500;
const reapEveryMs = 2000;
const triesToEnd = 4;

export function startWorker({ bell }: Postgres, queue: Queue, task: Task): Worker {
  const { log, limitMs, handle, onError, concurrency } = task;
  const running = new Map<string, Running>();
  const retries = new Set<NodeJS.Timeout>();
  let taking = false;
  let again = false;
  let stopped = false;
  let idle = () => {};
  let touchedAt = performance.now();
  /** When the touch that is under way began. */
  let touching: number | undefined;

  async function fill(): Promise<void> {
    again = true;
    if (taking) return;
    taking = true;
    try {
      while (again && !stopped && running.size < concurrency) {
        again = false;
        const limit = concurrency - running.size;
        const taken = await queue.take(limit);
        // stop() was called while they were on their way.
        if (stopped) await giveBack(taken);
        else for (const one of taken) void run(one);
        if (taken.length === limit) again = true;
      }
    } catch (error) {
      log.warn({ error, queue: queue.name }, 'store: cannot take what waits; trying again');
    }
    taking = false;
  }

  async function run(taken: Taken): Promise<void> {
    const one: Running = { taken, controller: new AbortController(), ending: false };
    // The lease of our own earlier attempt had run out, and we are the one who took it over.
    const earlier = running.get(taken.claim.id);
    if (earlier !== undefined) lose(earlier);
    if (running.size === 0) touchedAt = performance.now();
    running.set(taken.claim.id, one);
    const { signal } = one.controller;
    const end = await attempt(taken, signal);
    one.ending = true;
    if (running.get(taken.claim.id) !== one) return;
    await write(end, taken, signal);
    // stop() or a lost lease may have taken it from us meanwhile.
    if (running.get(taken.claim.id) === one) running.delete(taken.claim.id);
    if (running.size === 0) idle();
    void fill();
  }

  /** Runs the handler. Resolves to what is to be written about it; never rejects. */
  async function attempt(taken: Taken, signal: AbortSignal): Promise<() => Promise<void>> {
    const about = {
      id: taken.data.id,
      conversation: taken.data.conversation,
      attempt: taken.number,
      queue: queue.name,
    };
    let entry: Entry;
    try {
      entry = entryOf(taken);
    } catch (error) {
      log.error({ ...about, error }, 'store: set aside, its payload cannot be parsed');
      return () => queue.setAside(taken, error);
    }
    const told: Attempt = { number: taken.number, signal };
    try {
      await withinLimit(limitMs, told, (bounded) => handle(entry, bounded));
      return () => queue.finish(taken);
    } catch (error) {
      if (signal.aborted) return async () => {};
      try {
        const verdict = onError(error, entry, told);
        if (verdict.type === 'retry') {
          return async () => {
            await queue.retryLater(taken, verdict.delayMs);
            wakeAfter(verdict.delayMs);
          };
        }
      } catch (failure) {
        log.error({ ...about, error: failure }, 'store: the verdict on an error failed');
      }
      log.error({ ...about, error }, 'store: set aside');
      return () => queue.setAside(taken, error);
    }
  }

  /** An end that cannot be written is not lost: the lease runs out and the attempt is repeated. */
  async function write(end: () => Promise<void>, taken: Taken, signal: AbortSignal): Promise<void> {
    for (let tries = 1; !signal.aborted; tries += 1) {
      try {
        await end();
        return;
      } catch (error) {
        log.warn({ error, id: taken.data.id, tries }, 'store: the end of an attempt could not be written');
        if (tries === triesToEnd) return;
        await delay(tries * 500);
      }
    }
  }

  /** Attempts that we broke off ourselves: at once free for others, and not counted. */
  async function giveBack(attempts: Taken[]): Promise<void> {
    const { signal } = new AbortController();
    await Promise.all(attempts.map((taken) => write(() => queue.giveBack(taken), taken, signal)));
  }

  function wakeAfter(ms: number): void {
    if (stopped) return;
    const timer = setTimeout(
      () => {
        retries.delete(timer);
        void fill();
      },
      Math.min(ms, 2 ** 31 - 1),
    );
    retries.add(timer);
  }

  function lose(one: Running): void {
    if (running.get(one.taken.claim.id) !== one) return;
    running.delete(one.taken.claim.id);
    one.controller.abort(new Error('the lease was lost; another worker has this lane'));
    log.warn({ id: one.taken.data.id, conversation: one.taken.data.conversation }, 'store: lease lost');
    if (running.size === 0) idle();
    void fill();
  }

  async function touch(): Promise<void> {
    const held = [...running.values()];
    if (touching !== undefined) {
      // No answer for so long: the others must take this worker for dead.
      if (performance.now() - touching > leaseMs) for (const one of held) lose(one);
      return;
    }
    if (held.length === 0) return;
    const startedAt = performance.now();
    touching = startedAt;
    try {
      const alive = await queue.touch(held.map(({ taken }) => taken.claim));
      touchedAt = startedAt;
      for (const one of held) if (!one.ending && !alive.has(one.taken.claim.id)) lose(one);
    } catch (error) {
      log.warn({ error, queue: queue.name }, 'store: leases could not be kept; trying again');
      if (performance.now() - touchedAt > leaseMs) for (const one of held) lose(one);
    }
    touching = undefined;
  }

  async function reap(): Promise<void> {
    try {
      const reaped = await queue.reap();
      if (reaped === 0) return;
      log.warn({ queue: queue.name, reaped }, 'store: took over from a worker that fell silent');
      void fill();
    } catch {
      // The same outage is logged by the poll.
    }
  }

  const notified = (name: string) => {
    if (name === queue.name) void fill();
  };
  bell.heard.add(notified);
  const polling = setInterval(fill, pollMs);
  const reaping = setInterval(reap, reapEveryMs);
  const keeping = setInterval(touch, touchEveryMs);
  void reap();
  void fill();

  return {
    async stop(graceMs = 10_000) {
      stopped = true;
      bell.heard.delete(notified);
      clearInterval(polling);
      clearInterval(reaping);
      for (const timer of retries) clearTimeout(timer);
      while (taking) await delay(5);
      if (running.size > 0 && graceMs > 0) {
        await Promise.race([
          new Promise<void>((resolve) => {
            idle = resolve;
          }),
          delay(graceMs, undefined, { ref: false }),
        ]);
      }
      clearInterval(keeping);
      const left = [...running.values()];
      running.clear();
      for (const { controller } of left) controller.abort(new Error('the store is closing'));
      await giveBack(left.map(({ taken }) => taken));
    },
  };
}
