// What waits, in PostgreSQL, kept by pg-boss: putting in, and the ends an attempt can have. Each end holds only for the attempt that still has the lease.
import { createHash } from 'node:crypto';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { fromText, setAsideReason, toText } from '../failure.ts';
import type { Entry, SetAside } from '../store.ts';
import type { Postgres, Session } from './connection.ts';
import { queueSchema } from './schema.ts';

/** pg-boss's `data`. The payload travels as text because jsonb refuses \u0000, which a user may well send. */
interface Data {
  id: string;
  conversation: string;
  text: string;
  receivedAt: number;
  /** Attempts that we broke off ourselves while stopping; they do not count. */
  givenBack: number;
}

export interface Taken {
  /** The claim: pg-boss lets only this attempt of the job be touched or ended. */
  claim: { id: string; retryCount: number };
  data: Data;
  number: number;
}

export interface Queue {
  name: string;
  put(entry: Entry): Promise<'new' | 'seen'>;
  /** Within a transaction; whoever commits it rings the bell. */
  putWithin(session: Session, entry: Entry): Promise<'new' | 'seen'>;
  ring(): void;
  /** At most one of a lane, and none of a lane whose head runs or rests. */
  take(limit: number): Promise<Taken[]>;
  /** Keeps the leases; resolves to the ids still held. */
  touch(claims: Taken['claim'][]): Promise<Set<string>>;
  finish(taken: Taken): Promise<void>;
  retryLater(taken: Taken, delayMs: number): Promise<void>;
  giveBack(taken: Taken): Promise<void>;
  setAside(taken: Taken, error: unknown): Promise<void>;
  /** Puts one back at the end of its lane. Within the transaction that took it out of the set-aside ones. */
  putBack(entry: Entry, session: Session): Promise<void>;
  /** Takes the lease from attempts whose worker has fallen silent; resolves to how many. */
  reap(): Promise<number>;
}

/** A worker silent for longer is dead or stalled. With `reapEveryMs` and the poll this moves a lane within 15 s. */
export const leaseMs = 8000;

const seconds = { seenMark: 25 * 3600, longestRun: 24 * 3600, tenYears: 10 * 365 * 24 * 3600 };

export async function createQueue(
  boss: PgBoss,
  postgres: Postgres,
  kind: SetAside['kind'],
  now: () => number,
): Promise<Queue> {
  const name = kind === 'event' ? 'events' : 'jobs';
  await boss.createQueue(name, {
    policy: kind === 'event' ? 'key_strict_fifo' : 'standard',
    // We count attempts and set aside; pg-boss must never give up by itself, since a failed head blocks its lane for ever.
    retryLimit: 1_000_000_000,
    retryDelay: 0,
    // Leases are ours (touch and reap): pg-boss's own heartbeat allows no less than 10 s and is looked at once a minute.
    expireInSeconds: seconds.longestRun,
    deleteAfterSeconds: seconds.seenMark,
    retentionSeconds: seconds.tenYears,
  });

  async function send(entry: Entry, session: Session): Promise<'new' | 'seen'> {
    const data: Data = {
      id: entry.id,
      conversation: entry.conversation,
      text: toText(entry.payload),
      receivedAt: Math.round(entry.receivedAt),
      givenBack: 0,
    };
    const sent = await boss.send(name, data, {
      id: uuidOf(entry.id),
      ...(kind === 'event' ? { singletonKey: entry.conversation } : {}),
      db: session,
    });
    return sent === null ? 'seen' : 'new';
  }

  /** Ends the attempt as failed, so that it stays the head of its lane, and says when and with what to go on. */
  async function release(taken: Taken, delayMs: number, data: Data): Promise<void> {
    await postgres.transaction(async (db) => {
      const held = settledOf(await boss.fail(name, taken.claim, null, { db }));
      if (held.length > 0) await boss.update(name, data, { id: taken.claim.id, startAfter: delayMs / 1000, db });
    });
  }

  return {
    name,
    async put(entry) {
      const result = await send(entry, postgres);
      if (result === 'new') postgres.bell.ring(name);
      return result;
    },
    putWithin: (session, entry) => send(entry, session),
    ring: () => postgres.bell.ring(name),
    async take(limit) {
      const jobs: JobWithMetadata<Data>[] = await boss.fetch<Data>(name, { batchSize: limit, includeMetadata: true });
      return jobs.map(({ id, retryCount, data }) => ({
        claim: { id, retryCount },
        data,
        number: retryCount + 1 - data.givenBack,
      }));
    },
    async touch(claims) {
      return new Set(settledOf(await boss.touch(name, claims)));
    },
    async finish({ claim }) {
      await boss.complete(name, claim);
    },
    retryLater: (taken, delayMs) => release(taken, delayMs, taken.data),
    giveBack: (taken) => release(taken, 0, { ...taken.data, givenBack: taken.data.givenBack + 1 }),
    async setAside({ claim, data }, error) {
      await postgres.transaction(async (db) => {
        const held = settledOf(await boss.complete(name, claim, null, { db }));
        if (held.length === 0) return;
        await db.query(
          `INSERT INTO zhibi.set_aside (kind, id, conversation, payload, received_at, error, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (kind, id) DO UPDATE SET error = excluded.error, at = excluded.at`,
          [kind, data.id, data.conversation, data.text, data.receivedAt, setAsideReason(error), now()],
        );
      });
    },
    async putBack(entry, session) {
      await boss.deleteJob(name, uuidOf(entry.id), { db: session });
      await send(entry, session);
    },
    async reap() {
      const silent = await postgres.query(
        `SELECT id, retry_count FROM ${queueSchema}.job
         WHERE name = $1 AND state = 'active' AND heartbeat_on < now() - $2 * interval '1 millisecond'`,
        [name, leaseMs],
      );
      if (silent.length === 0) return 0;
      const claims = silent.map((row) => ({ id: String(row.id), retryCount: Number(row.retry_count) }));
      return settledOf(await boss.fail(name, claims)).length;
    },
  };
}

export function entryOf({ data }: Taken): Entry {
  const { id, conversation, receivedAt } = data;
  return { id, conversation, payload: fromText(data.text, `The payload of ${id}`), receivedAt };
}

/** Which of the jobs asked about it really was. pg-boss 12.38 answers so, but its types do not say it. */
function settledOf(response: object): string[] {
  if ('settled' in response && Array.isArray(response.settled)) return response.settled;
  throw new Error('pg-boss no longer says which jobs it settled; the queue was written for version 12.38');
}

/** UUIDv5 (RFC 9562) in a namespace of ours: pg-boss's ids must be UUIDs, and the same id must give the same one. */
function uuidOf(id: string): string {
  const namespace = Buffer.from('5a6869626900500080000000000000aa', 'hex');
  const hash = createHash('sha1').update(namespace).update(id).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
