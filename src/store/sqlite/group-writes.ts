// Commits writes in groups, so that many share one fsync. Never resolves a write before it is on disk.
import type { DatabaseSync } from 'node:sqlite';
import { closed, translate } from './failure.ts';

export interface Connection {
  db: DatabaseSync;
  /** Joins the next shared transaction; resolves when that is on disk. A change that throws undoes only itself. */
  write<T>(change: () => T): Promise<T>;
  /** Runs a query at once; what it throws becomes a ServiceError. */
  read<T>(query: () => T): T;
  close(): void;
}

interface Pending {
  change: () => unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** More would keep everything else in the process waiting. */
const largestGroup = 1000;

/** Many changes share one transaction and so one fsync; what arrives in one turn of the event loop is one group. */
export function groupWrites(db: DatabaseSync, release: () => void): Connection {
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
