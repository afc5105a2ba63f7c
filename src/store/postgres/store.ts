// The store on PostgreSQL, for any number of processes. Puts its parts together; every call's failure leaves as ServiceError.
import { PgBoss } from 'pg-boss';
import type { Log } from '../../log.ts';
import { createAdapter } from '../adapter.ts';
import type { Limits } from '../deadline.ts';
import { readable } from '../failure.ts';
import type { SetAside, Store, Worker } from '../store.ts';
import { openValues } from '../values.ts';
import { openPostgres, type Postgres, unopenable } from './connection.ts';
import { createKeptRows } from './kept.ts';
import { createQueue, type Queue } from './queue.ts';
import { makeSchema, queueSchema } from './schema.ts';
import { createTimers } from './timers.ts';
import { startWorker } from './work.ts';

interface Options {
  log: Log;
  now: () => number;
  limits: Limits;
}

export async function openPostgresStore(url: string, options: Options): Promise<Store> {
  const { log, now } = options;
  const postgres = openPostgres(url, log);
  const boss = new PgBoss({
    db: postgres,
    schema: queueSchema,
    schedule: false,
    registerInstance: false,
  });
  // Without these an error of pg-boss's own housekeeping would end the process.
  boss.on('error', (error) => log.warn({ error }, 'store: the queue could not do its housekeeping; trying again'));
  boss.on('warning', (warning) => log.warn({ warning }, 'store: the queue warns'));
  try {
    await makeSchema(postgres);
    await boss.start();
    const events = await createQueue(boss, postgres, 'event', now);
    const jobs = await createQueue(boss, postgres, 'job', now);
    return assemble(postgres, boss, events, jobs, options);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    await postgres.close().catch(() => {});
    throw unopenable(url, error);
  }
}

function assemble(postgres: Postgres, boss: PgBoss, events: Queue, jobs: Queue, { log, now, limits }: Options): Store {
  const { guard } = postgres;
  const timers = createTimers(postgres, events, { log, now });
  const workers = new Set<Worker>();

  const reachable = () => guard(() => postgres.query('SELECT 1'));

  function keep(worker: Worker): Worker {
    workers.add(worker);
    return {
      async stop(graceMs) {
        if (workers.delete(worker)) await worker.stop(graceMs);
      },
    };
  }

  return {
    ...openValues(createAdapter(createKeptRows(postgres))),
    ...createSetAside(postgres, { event: events, job: jobs }),
    put: (entry) => guard(() => events.put(entry)),
    async workEntries(handle, onError, concurrency) {
      await reachable();
      return keep(startWorker(postgres, events, { log, limitMs: limits.entryMs, handle, onError, concurrency }));
    },
    async enqueue(job) {
      await guard(() => jobs.put({ ...job, receivedAt: now() }));
    },
    async workJobs(handle, onError, concurrency) {
      await reachable();
      return keep(startWorker(postgres, jobs, { log, limitMs: limits.jobMs, handle, onError, concurrency }));
    },
    setTimer: (timer) => guard(() => timers.set(timer)),
    clearTimer: (id) => guard(() => timers.clear(id)),
    async workTimers() {
      await reachable();
      return keep(timers.start());
    },
    async counts() {
      const [row] = await guard(() =>
        postgres.query(
          `SELECT (SELECT count(*) FROM ${queueSchema}.job WHERE name = $1 AND state < 'completed') AS entries,
                  (SELECT count(*) FROM ${queueSchema}.job WHERE name = $2 AND state < 'completed') AS jobs,
                  (SELECT count(*) FROM zhibi.timers) AS timers,
                  (SELECT count(*) FROM zhibi.set_aside) AS aside`,
          [events.name, jobs.name],
        ),
      );
      return {
        entries: Number(row?.entries),
        jobs: Number(row?.jobs),
        timers: Number(row?.timers),
        setAside: Number(row?.aside),
      };
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop(0)));
      workers.clear();
      await boss.stop({ graceful: false }).catch(() => {});
      await postgres.close();
    },
  };
}

function createSetAside(
  postgres: Postgres,
  queues: Record<SetAside['kind'], Queue>,
): Pick<Store, 'listSetAside' | 'retrySetAside'> {
  return {
    async listSetAside(limit) {
      const rows = await postgres.guard(() =>
        postgres.query('SELECT * FROM zhibi.set_aside ORDER BY at DESC, seq DESC LIMIT $1', [limit]),
      );
      return rows.map((row) => ({
        id: String(row.id),
        conversation: String(row.conversation),
        kind: row.kind === 'job' ? 'job' : 'event',
        payload: readable(String(row.payload)),
        error: String(row.error),
        at: Number(row.at),
      }));
    },
    async retrySetAside(id) {
      const kinds = await postgres.guard(() =>
        postgres.transaction(async (db) => {
          const rows = await db.query('DELETE FROM zhibi.set_aside WHERE id = $1 RETURNING *', [id]);
          for (const row of rows) {
            const queue = queues[row.kind === 'job' ? 'job' : 'event'];
            const [conversation, receivedAt] = [String(row.conversation), Number(row.received_at)];
            await queue.putBack({ id, conversation, payload: readable(String(row.payload)), receivedAt }, db);
          }
          return rows.map((row) => (row.kind === 'job' ? 'job' : 'event'));
        }),
      );
      for (const kind of kinds) queues[kind].ring();
      return kinds.length > 0;
    },
  };
}
