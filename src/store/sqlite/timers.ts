// Timers in SQLite: a due one becomes an event and is gone in the same transaction, so it fires once. Sleeps until the next is due.
import type { Log } from '../../log.ts';
import { fromText, toText } from '../failure.ts';
import type { Timer, Worker } from '../store.ts';
import type { Connection } from './group-writes.ts';
import type { Work } from './work.ts';

export interface Timers {
  set(timer: Timer): Promise<void>;
  clear(id: string): Promise<void>;
  /** Looks again: another process may have written. */
  rescan(): void;
  start(): Worker;
  close(): void;
}

/** Looks again at least this often, since a suspended machine's timeouts come late. */
const longestSleepMs = 30_000;
const afterFailureMs = 1000;
const groupSize = 100;

export function createTimers(
  { db, read, write }: Connection,
  events: Work,
  { log, now }: { log: Log; now: () => number },
): Timers {
  const upsert = db.prepare(
    `INSERT INTO timers (id, due, conversation, payload) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
     SET due = excluded.due, conversation = excluded.conversation, payload = excluded.payload`,
  );
  const remove = db.prepare('DELETE FROM timers WHERE id = ?');
  const nextDue = db.prepare('SELECT min(due) AS due FROM timers');
  const dueNow = db.prepare('SELECT id, due, conversation, payload FROM timers WHERE due <= ? ORDER BY due LIMIT ?');

  let workers = 0;
  let sleeping: NodeJS.Timeout | undefined;

  function arm(): void {
    clearTimeout(sleeping);
    if (workers === 0) return;
    let sleepMs = afterFailureMs;
    try {
      const due = read(() => nextDue.get())?.due;
      if (due === null || due === undefined) return;
      sleepMs = Math.min(Math.max(Number(due) - now(), 0), longestSleepMs);
    } catch (error) {
      log.error({ error }, 'store: cannot read the timers');
    }
    sleeping = setTimeout(fire, sleepMs);
  }

  async function fire(): Promise<void> {
    try {
      const woken = await write(() => {
        const at = now();
        const lanes: string[] = [];
        for (const row of dueNow.all(at, groupSize)) {
          const timer = { id: String(row.id), due: Number(row.due), conversation: String(row.conversation) };
          const payload = fromText(String(row.payload), `The payload of timer ${timer.id}`);
          const { conversation } = timer;
          events.insert(conversation, { id: `${timer.id}@${timer.due}`, conversation, payload, receivedAt: at });
          remove.run(timer.id);
          lanes.push(conversation);
        }
        return lanes;
      });
      for (const lane of woken) events.wake(lane);
      arm();
    } catch (error) {
      log.error({ error }, 'store: timers could not fire; trying again');
      clearTimeout(sleeping);
      if (workers > 0) sleeping = setTimeout(fire, afterFailureMs);
    }
  }

  return {
    async set({ id, due, conversation, payload }) {
      const text = toText(payload);
      await write(() => upsert.run(id, Math.round(due), conversation, text));
      arm();
    },
    async clear(id) {
      await write(() => remove.run(id));
      arm();
    },
    rescan: arm,
    start() {
      read(() => nextDue.get());
      workers += 1;
      arm();
      let stopped = false;
      return {
        async stop() {
          if (stopped) return;
          stopped = true;
          workers -= 1;
          if (workers === 0) clearTimeout(sleeping);
        },
      };
    },
    close() {
      workers = 0;
      clearTimeout(sleeping);
    },
  };
}
