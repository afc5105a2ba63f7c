// The store on one SQLite file, for one process. Puts its parts together; knows none of their statements but those of set-aside and counting.
import type { Log } from '../../log.ts';
import { createAdapter } from '../adapter.ts';
import type { Limits } from '../deadline.ts';
import { misconfigured, readable } from '../failure.ts';
import type { SetAside, Store } from '../store.ts';
import { openValues } from '../values.ts';
import { openConnection } from './connection.ts';
import type { Connection } from './group-writes.ts';
import { createKeptRows } from './kept.ts';
import { createTimers } from './timers.ts';
import { createWork } from './work.ts';

/** Seen-marks are kept this long after the end; Feishu redelivers for about 7 h, the contract says at least 24 h. */
const keepSeenMs = 25 * 3_600_000;
const pruneEveryMs = 3_600_000;
const watchEveryMs = 1000;

export interface SqliteOptions {
  log: Log;
  now: () => number;
  beside: boolean;
  limits: Limits;
}

export function openSqliteStore(path: string, options: SqliteOptions): Store {
  const { log, now, beside } = options;
  const connection = openConnection(path, beside);
  const { db, read, write } = connection;
  const events = createWork(connection, 'event', options);
  const jobs = createWork(connection, 'job', options);
  const timers = createTimers(connection, events, options);
  const values = openValues(createAdapter(createKeptRows(connection)));

  const prune = db.prepare(`DELETE FROM work WHERE state = 'done' AND ended_at < ?`);
  const pruneSeen = () =>
    write(() => prune.run(now() - keepSeenMs)).catch((error: unknown) => log.error({ error }, 'store: cannot prune'));
  if (!beside) void pruneSeen();
  const pruning = setInterval(pruneSeen, pruneEveryMs);
  pruning.unref();

  // Changes by a command beside us (putting back what was set aside) are noticed by SQLite's own counter.
  const dataVersion = db.prepare('PRAGMA data_version');
  const versionNow = () => read(() => dataVersion.get())?.data_version;
  let seenVersion = versionNow();
  const watching = setInterval(() => {
    try {
      const version = versionNow();
      if (version === seenVersion) return;
      seenVersion = version;
      events.rescan();
      jobs.rescan();
      timers.rescan();
    } catch (error) {
      log.error({ error }, 'store: cannot look for changes by other processes');
    }
  }, watchEveryMs);
  watching.unref();

  /** Two processes taking from one file would each believe they own the lanes. */
  function assertOwner(): void {
    if (beside) throw misconfigured('A store opened beside another process cannot work; open it without `beside`');
  }

  const counting = db.prepare(
    `SELECT (SELECT count(*) FROM work WHERE kind = 'event' AND state = 'waiting') AS entries,
            (SELECT count(*) FROM work WHERE kind = 'job' AND state = 'waiting') AS jobs,
            (SELECT count(*) FROM timers) AS timers,
            (SELECT count(*) FROM work WHERE state = 'set_aside') AS setAside`,
  );

  return {
    ...values,
    ...createSetAside(connection, { event: events.wake, job: jobs.wake }),
    put: (entry) => events.put(entry.conversation, entry),
    async workEntries(handle, onError, concurrency) {
      assertOwner();
      return events.start(handle, onError, concurrency);
    },
    async enqueue(job) {
      await jobs.put(job.id, { ...job, receivedAt: now() });
    },
    async workJobs(handle, onError, concurrency) {
      assertOwner();
      return jobs.start(handle, onError, concurrency);
    },
    setTimer: timers.set,
    clearTimer: timers.clear,
    async workTimers() {
      assertOwner();
      return timers.start();
    },
    async counts() {
      const row = read(() => counting.get());
      return {
        entries: Number(row?.entries),
        jobs: Number(row?.jobs),
        timers: Number(row?.timers),
        setAside: Number(row?.setAside),
      };
    },
    async close() {
      clearInterval(pruning);
      clearInterval(watching);
      timers.close();
      await Promise.all([events.close(), jobs.close()]);
      connection.close();
    },
  };
}

function createSetAside(
  { db, read, write }: Connection,
  wake: Record<SetAside['kind'], (lane: string) => void>,
): Pick<Store, 'listSetAside' | 'retrySetAside'> {
  const list = db.prepare(
    `SELECT id, conversation, kind, payload, error, ended_at AS at FROM work WHERE state = 'set_aside'
     ORDER BY ended_at DESC, seq DESC LIMIT ?`,
  );
  // A new row with a new seq: it goes to the end of its lane, with its attempts counted afresh.
  const copy = db.prepare(
    `INSERT INTO work (kind, id, lane, conversation, payload, received_at)
     VALUES (:kind, :id, :lane, :conversation, :payload, :received_at)`,
  );
  const take = db.prepare(
    `DELETE FROM work WHERE state = 'set_aside' AND id = ?
     RETURNING kind, id, lane, conversation, payload, received_at`,
  );
  return {
    async listSetAside(limit) {
      return read(() => list.all(limit)).map((row) => ({
        id: String(row.id),
        conversation: String(row.conversation),
        kind: row.kind === 'job' ? 'job' : 'event',
        payload: readable(String(row.payload)),
        error: String(row.error),
        at: Number(row.at),
      }));
    },
    async retrySetAside(id) {
      const rows = await write(() => {
        const taken = take.all(id);
        for (const row of taken) copy.run(row);
        return taken;
      });
      for (const row of rows) wake[row.kind === 'job' ? 'job' : 'event'](String(row.lane));
      return rows.length > 0;
    },
  };
}
