// Opens the one SQLite connection: pragmas asserted, schema made, a second process refused. Never opens what another program wrote.
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../../errors.ts';
import { misconfigured } from '../failure.ts';
import { isBusy, unopenable } from './failure.ts';
import { type Connection, groupWrites } from './group-writes.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';

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
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may just have made it.
    if (!existsSync(folder)) throw error;
  }
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
    if (isBusy(error)) {
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
