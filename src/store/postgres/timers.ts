// Timers in PostgreSQL: a due one becomes an event and is gone in the same transaction, so of several processes one fires it.
import type { Log } from '../../log.ts';
import { fromText, toText } from '../failure.ts';
import type { Timer, Worker } from '../store.ts';
import type { Postgres } from './connection.ts';
import type { Queue } from './queue.ts';

export interface Timers {
  set(timer: Timer): Promise<void>;
  clear(id: string): Promise<void>;
  start(): Worker;
}

/** Another process may set a timer that is due before ours, so nobody sleeps longer. */
const longestSleepMs = 1000;

export function createTimers(postgres: Postgres, events: Queue, { log, now }: { log: Log; now: () => number }): Timers {
  const wakers = new Set<(due: number) => void>();

  /** One per transaction: events sent in one transaction would share their time and lose their order. */
  async function fireOne(): Promise<boolean> {
    const fired = await postgres.transaction(async (db) => {
      const [row] = await db.query(
        `DELETE FROM zhibi.timers WHERE id = (
           SELECT id FROM zhibi.timers WHERE due <= $1 ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING id, due, conversation, payload`,
        [now()],
      );
      if (row === undefined) return false;
      const id = `${row.id}@${row.due}`;
      const payload = fromText(String(row.payload), `The payload of timer ${row.id}`);
      await events.putWithin(db, { id, conversation: String(row.conversation), payload, receivedAt: now() });
      return true;
    });
    if (fired) events.ring();
    return fired;
  }

  function start(): Worker {
    let sleeping: NodeJS.Timeout | undefined;
    let firing: Promise<void> | undefined;
    let stopped = false;

    async function fire(): Promise<void> {
      let sleepMs = longestSleepMs;
      try {
        while (!stopped && (await fireOne()));
        const [row] = await postgres.query('SELECT min(due) AS due FROM zhibi.timers');
        if (row?.due !== null) sleepMs = Math.min(Math.max(Number(row?.due) - now(), 0), longestSleepMs);
      } catch (error) {
        log.warn({ error }, 'store: timers could not fire; trying again');
      }
      firing = undefined;
      sleep(sleepMs);
    }
    function sleep(ms: number): void {
      clearTimeout(sleeping);
      if (!stopped) sleeping = setTimeout(begin, ms);
    }
    function begin(): void {
      firing ??= fire();
    }
    const waker = (due: number) => {
      if (firing === undefined) sleep(Math.min(Math.max(due - now(), 0), longestSleepMs));
    };
    wakers.add(waker);
    begin();
    return {
      async stop() {
        stopped = true;
        wakers.delete(waker);
        clearTimeout(sleeping);
        await firing;
      },
    };
  }

  return {
    start,
    async set({ id, due, conversation, payload }) {
      await postgres.query(
        `INSERT INTO zhibi.timers (id, due, conversation, payload) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE
         SET due = excluded.due, conversation = excluded.conversation, payload = excluded.payload`,
        [id, Math.round(due), conversation, toText(payload)],
      );
      for (const wake of wakers) wake(due);
    },
    async clear(id) {
      await postgres.query('DELETE FROM zhibi.timers WHERE id = $1', [id]);
    },
  };
}
