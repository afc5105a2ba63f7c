// The one SQLite connection: pragmas asserted, schema made, a second process refused, writes committed in groups. Never resolves a write before it is on disk.
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../../errors.ts';
import { corrupt, misconfigured, unavailable } from '../failure.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';

/** What sqlite's own result codes mean for us. */
const code = { busy: 5, locked: 6, readonly: 8, corrupt: 11, full: 13, cantOpen: 14, notADatabase: 26 };

export interface Connection {
  db: DatabaseSync;
  /** Joins the next shared transaction; resolves when that is on disk. A change that throws undoes only itself. */
  write<T>(change: () => T): Promise<T>;
  /** Runs a query at once; what it throws becomes a ServiceError. */
  read<T>(query: () => T): T;
  close(): void;
}

/** `beside`: without the lock, next to the process that works on the file; the file must be there. */
export function openConnection(path: string, beside = false): Connection {
  const memory = path === ':memory:';
  const file = memory ? path : settle(path);
  if (beside && !existsSync(file)) {
    throw misconfigured(`There is no ${file} yet; start the bot once, or correct STORAGE_URL`);
  }
  const lock = memory || beside ? undefined : holdLock(file);
  try {
    const db = openDatabase(file, memory);
    return groupWrites(db, () => {
      db.close();
      lock?.close();
    });
  } catch (error) {
    lock?.close();
    throw error;
  }
}

/** Makes the folder and follows links, so that two names of one file meet at one lock. */
function settle(path: string): string {
  const full = resolve(path);
  try {
    makeFolder(dirname(full));
    const folder = realpathSync(dirname(full));
    if (existsSync(full) && statSync(full).isDirectory()) throw new Error(`${full} is a folder`);
    try {
      return realpathSync(join(folder, basename(full)));
    } catch {
      return join(folder, basename(full));
    }
  } catch (error) {
    throw misconfigured(
      `There can be no file ${full}; set STORAGE_URL to a path that this user may write, e.g. sqlite:./data/zhibi.db`,
      error,
    );
  }
}

/** Not mkdir's `recursive`, which never returns for a path below /proc (Node 26.10, November 2026). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/**
 * An exclusive lock on a side file, held by a connection that does nothing else. The operating system releases it however
 * the holder dies, so it can never be stale. Two processes on one file would each believe they own the lanes.
 */
function holdLock(file: string): DatabaseSync {
  const lockFile = `${file}.lock`;
  let lock: DatabaseSync | undefined;
  try {
    // A second is waited, for a predecessor that is just stopping.
    lock = new DatabaseSync(lockFile, { timeout: 1000 });
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (errorCode(error) === code.busy) {
      throw misconfigured(
        `Another process already works on ${file}. Stop it first, or give this one its own file in STORAGE_URL; to run several together set STORAGE_URL to postgres://…`,
        error,
      );
    }
    throw unopenable(lockFile, error);
  }
}

function openDatabase(file: string, memory: boolean): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: 5000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864');
    assertPragma(db, 'journal_mode', memory ? 'memory' : 'wal');
    assertPragma(db, 'synchronous', 2);
    assertPragma(db, 'busy_timeout', 5000);
    makeSchema(db, file);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof ServiceError) throw error;
    throw unopenable(file, error);
  }
}

function assertPragma(db: DatabaseSync, name: string, expected: string | number): void {
  const actual = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (actual === expected) return;
  throw misconfigured(
    `SQLite refused ${name}=${expected} (it is ${actual}), so nothing would be safe there; set STORAGE_URL to a file on a local disk`,
  );
}

function makeSchema(db: DatabaseSync, file: string): void {
  db.exec('BEGIN IMMEDIATE');
  const pragma = (name: string) => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  const tables = Number(Object.values(db.prepare('SELECT count(*) FROM sqlite_schema').get() ?? {})[0]);
  if (tables > 0 && pragma('application_id') !== applicationId) {
    throw misconfigured(`${file} is another program's database; set STORAGE_URL to a file of its own`);
  }
  if (pragma('user_version') > schemaVersion) {
    throw misconfigured(`${file} was written by a newer version; run that version, or set STORAGE_URL to another file`);
  }
  if (tables === 0) {
    db.exec(schema);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
  }
  db.exec('COMMIT');
}

interface Pending {
  change: () => unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** More would keep everything else in the process waiting. */
const largestGroup = 1000;

/** Many changes share one transaction and so one fsync; what arrives in one turn of the event loop is one group. */
function groupWrites(db: DatabaseSync, release: () => void): Connection {
  const waiting: Pending[] = [];
  let scheduled = false;
  let open = true;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      flush();
      if (waiting.length > 0) schedule();
    });
  }

  function flush(): void {
    const group = waiting.splice(0, largestGroup);
    if (group.length === 0) return;
    const done: (() => void)[] = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const pending of group) done.push(apply(pending));
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      const failure = translate(error);
      for (const pending of group) pending.reject(failure);
      return;
    }
    for (const settle of done) settle();
  }

  /** A savepoint for each, so that one refused save does not undo its neighbours. */
  function apply({ change, resolve, reject }: Pending): () => void {
    db.exec('SAVEPOINT one');
    try {
      const value = change();
      db.exec('RELEASE one');
      return () => resolve(value as never);
    } catch (error) {
      // After a full disk SQLite has already rolled back everything; then the whole group has failed.
      if (!db.isTransaction) throw error;
      db.exec('ROLLBACK TO one; RELEASE one');
      return () => reject(translate(error));
    }
  }

  return {
    db,
    write(change) {
      if (!open) return Promise.reject(closed());
      return new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject });
        schedule();
      });
    },
    read(query) {
      if (!open) throw closed();
      try {
        return query();
      } catch (error) {
        throw translate(error);
      }
    },
    close() {
      if (!open) return;
      open = false;
      while (waiting.length > 0) flush();
      release();
    },
  };
}

function closed(): ServiceError {
  return unavailable('The store is closed; start the process again');
}

function errorCode(error: unknown): number | undefined {
  const extended = (error as { errcode?: unknown }).errcode;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}

function translate(error: unknown): unknown {
  if (error instanceof ServiceError) return error;
  switch (errorCode(error)) {
    case undefined:
      return (error as { code?: unknown }).code === 'ERR_INVALID_STATE' ? closed() : error;
    case code.full:
      return unavailable('The disk of STORAGE_URL is full; free some space, and it goes on by itself', error);
    case code.corrupt:
    case code.notADatabase:
      return corrupt('The file of STORAGE_URL is damaged; restore it from a backup', error);
    default:
      return unavailable('SQLite could not read or write the file of STORAGE_URL; look at the disk', error);
  }
}

function unopenable(file: string, error: unknown): ServiceError {
  switch (errorCode(error)) {
    case code.notADatabase:
    case code.corrupt:
      return misconfigured(
        `${file} is no SQLite database; set STORAGE_URL to another file, or restore it from a backup`,
        error,
      );
    case code.cantOpen:
    case code.readonly:
      return misconfigured(
        `${file} cannot be opened for writing; set STORAGE_URL to a file that this user may write`,
        error,
      );
    default:
      return unavailable(`${file} could not be opened; look at the disk and at STORAGE_URL`, error);
  }
}
