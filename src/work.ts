// The line, 2 of 4: takes what waits (events, jobs, due timers), one event at a time per conversation; sets aside what cannot be done.
import type { Event } from './conversation/event.ts';
import { ServiceError, worthAnotherTry } from './errors.ts';
import { describeError, type Log } from './log.ts';
import type { Attempt, Entry, Job, Store, Verdict, Worker } from './store/store.ts';

interface Needs {
  store: Store;
  takeTurn: (event: Event, signal: AbortSignal, attempt: number) => Promise<void>;
  runJob: (job: Job, signal: AbortSignal, attempt: number) => Promise<void>;
  /** Tells the people in the chat that their event could not be taken; must not throw. */
  apologise: (event: Event) => Promise<void>;
  log: Log;
  concurrency: { conversations: number; jobs: number };
  observe?: (type: Event['type'], seconds: number) => void;
  countSetAside?: (kind: 'event' | 'job') => void;
}

/** Pure: what becomes of a failed attempt. A conflict means another worker was faster: look again at once. */
export function judge(error: unknown, attempt: number): Verdict {
  if (!worthAnotherTry(error, attempt)) return { type: 'set_aside' };
  if (error instanceof ServiceError && error.code === 'conflict') return { type: 'retry', delayMs: 0 };
  const asked = error instanceof ServiceError ? (error.retryAfterMs ?? 0) : 0;
  return { type: 'retry', delayMs: Math.max(asked, Math.min(60_000, 500 * 2 ** Math.min(attempt - 1, 10))) };
}

/** Starts all workers; they pick up whatever an earlier process left. */
export async function startWork(needs: Needs): Promise<Worker> {
  const { store, takeTurn, runJob, apologise, log, concurrency, observe, countSetAside } = needs;

  async function handleEntry(entry: Entry, attempt: Attempt): Promise<void> {
    const event = entry.payload as Event;
    const started = performance.now();
    await takeTurn(event, attempt.signal, attempt.number);
    observe?.(event.type, (performance.now() - started) / 1000);
  }

  function onError(kind: 'event' | 'job', error: unknown, id: string, attempt: Attempt): Verdict {
    const verdict = judge(error, attempt.number);
    const fields = { kind, id, attempt: attempt.number, error: describeError(error) };
    if (verdict.type === 'retry') log.warn({ ...fields, delayMs: verdict.delayMs }, `${kind} will be tried again`);
    else {
      countSetAside?.(kind);
      log.error(fields, `${kind} set aside; see npm run inbox`);
    }
    return verdict;
  }

  const workers = await Promise.all([
    store.workEntries(
      handleEntry,
      (error, entry, attempt) => {
        const verdict = onError('event', error, entry.id, attempt);
        if (verdict.type === 'set_aside') void apologise(entry.payload as Event);
        return verdict;
      },
      concurrency.conversations,
    ),
    store.workJobs(
      (job, attempt) => runJob(job, attempt.signal, attempt.number),
      (error, job, attempt) => onError('job', error, job.id, attempt),
      concurrency.jobs,
    ),
    store.workTimers(),
  ]);
  return {
    async stop(graceMs) {
      await Promise.all(workers.map((worker) => worker.stop(graceMs)));
    },
  };
}
