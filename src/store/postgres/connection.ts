// The one pool to PostgreSQL, shared with the queue. A server that goes away must never end the process.
import pg from 'pg';
import type { Db } from 'pg-boss';
import { ServiceError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';
import { misconfigured, unavailable } from '../failure.ts';
import { type Bell, createBell } from './bell.ts';

/** Statements inside a transaction, or outside of any. */
export interface Session extends Db {
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

export interface Postgres extends Session {
  transaction<T>(run: (session: Session) => Promise<T>): Promise<T>;
  /** Turns whatever `run` throws into ServiceError. */
  guard<T>(run: () => Promise<T>): Promise<T>;
  bell: Bell;
  close(): Promise<void>;
}

/** A query that takes longer means that the server is gone without a word. */
const queryTimeoutMs = 15_000;

export function openPostgres(url: string, log: Log): Postgres {
  const where = placeOf(url);
  const options: pg.PoolConfig = {
    connectionString: url,
    application_name: 'zhibi',
    connectionTimeoutMillis: 5000,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...options, max: 10 });
  // Both listeners matter: the pool's for clients that idle, each client's own for while it is checked out. An `error`
  // without a listener ends the process, and a restart of the server breaks every connection.
  pool.on('error', (error) => log.warn({ error }, 'store: a connection to PostgreSQL broke'));
  pool.on('connect', (client) => client.on('error', () => {}));

  const bell = createBell(options, (text, values) => pool.query(text, values));
  let closing = false;

  const session = (client: pg.Pool | pg.PoolClient): Session => ({
    executeSql: (text, values) => client.query(text, values),
    query: async (text, values) => (await client.query(text, values)).rows,
  });

  return {
    ...session(pool),
    bell,
    async transaction(run) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await run(session(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async guard(run) {
      try {
        return await run();
      } catch (error) {
        if (error instanceof ServiceError || error instanceof TypeError || isOurFault(error)) throw error;
        throw closing
          ? unavailable('The store is closed; start the process again', error)
          : unavailable(
              `PostgreSQL at ${where} does not answer; start it or check STORAGE_URL, it goes on by itself`,
              error,
            );
      }
    },
    async close() {
      if (closing) return;
      closing = true;
      await bell.close();
      await pool.end();
    },
  };
}

/** Class 22: a value that PostgreSQL cannot hold (NUL in an id). The same call would fail for ever. */
function isOurFault(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^22...$/.test(code);
}

/** Host, port and database; never user or password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return decodeURIComponent(`${host || 'localhost'}${pathname}`);
  } catch (error) {
    throw misconfigured(
      'STORAGE_URL is no address; write postgres://user:password@host:5432/database, special characters in the password as %XX',
      // The cause would quote the address, password and all.
      error instanceof TypeError ? undefined : error,
    );
  }
}

/** What went wrong while opening, in words that say which part of STORAGE_URL to change. */
export function unopenable(url: string, error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const where = placeOf(url);
  switch ((error as { code?: unknown }).code) {
    case '3D000':
      return misconfigured(`There is no such database at ${where}; create it or correct STORAGE_URL`, error);
    case '28P01':
    case '28000':
      return misconfigured(`PostgreSQL at ${where} refuses user or password; correct STORAGE_URL`, error);
    case '42501':
      return misconfigured(
        `The user of STORAGE_URL may not create a schema in ${where}; grant it: GRANT CREATE ON DATABASE … TO …`,
        error,
      );
    default:
      return unavailable(
        `PostgreSQL at ${where} cannot be opened (${describeError(error)}); start it or correct STORAGE_URL`,
        error,
      );
  }
}
