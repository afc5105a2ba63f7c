// The table of kept values in SQLite: Keyv's rows and the fence. The twin of postgres/kept.ts.
import type { KeptRows } from '../adapter.ts';
import { conflict, textOf } from '../failure.ts';
import type { Connection } from './group-writes.ts';

export function createKeptRows({ db, read, write }: Connection): KeptRows {
  const alive = '(expires IS NULL OR expires > ?)';
  const get = db.prepare(`SELECT value FROM kept WHERE key = ? AND ${alive}`);
  const put = db.prepare(
    `INSERT INTO kept (key, value, revision, expires) VALUES (?, ?, 1, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, revision = revision + 1, expires = excluded.expires`,
  );
  const remove = db.prepare('DELETE FROM kept WHERE key = ?');
  const removeAll = db.prepare('DELETE FROM kept WHERE substr(key, 1, length(?1)) = ?1');
  const page = db.prepare(
    `SELECT key, value FROM kept WHERE key > ? AND substr(key, 1, length(?2)) = ?2 AND ${alive} ORDER BY key LIMIT ?`,
  );
  const insert = db.prepare('INSERT INTO kept (key, value, revision) VALUES (?, ?, 1) ON CONFLICT (key) DO NOTHING');
  const update = db.prepare('UPDATE kept SET value = ?, revision = revision + 1 WHERE key = ? AND revision = ?');

  return {
    async read(keys) {
      const now = Date.now();
      const found = new Map<string, string>();
      read(() => {
        for (const key of keys) {
          const row = get.get(key, now);
          if (row !== undefined) found.set(key, textOf(row.value, key));
        }
      });
      return found;
    },
    async write(rows) {
      await write(() => {
        for (const { key, text, expires } of rows) put.run(key, text, expires);
      });
    },
    async remove(keys) {
      return await write(() => new Set(keys.filter((key) => remove.run(key).changes > 0)));
    },
    async removeAll(prefix) {
      await write(() => removeAll.run(prefix));
    },
    async page(prefix, after, limit) {
      return read(() =>
        page.all(after, prefix, Date.now(), limit).map((row) => ({
          key: String(row.key),
          text: textOf(row.value, String(row.key)),
        })),
      );
    },
    async save(key, text, revision) {
      return await write(() => {
        const { changes } = revision === 0 ? insert.run(key, text) : update.run(text, key, revision);
        if (changes === 0) throw conflict(key, revision);
        return revision + 1;
      });
    },
  };
}
