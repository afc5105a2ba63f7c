// The table of kept values in PostgreSQL: Keyv's rows and the fence. The twin of sqlite/kept.ts.
import type { KeptRows } from '../adapter.ts';
import { conflict, textOf } from '../failure.ts';
import type { Postgres } from './connection.ts';

const alive = '(expires IS NULL OR expires > $2)';

export function createKeptRows({ query, guard }: Postgres): KeptRows {
  return {
    async read(keys) {
      const rows = await guard(() =>
        query(`SELECT key, value FROM zhibi.kept WHERE key = ANY($1) AND ${alive}`, [keys, Date.now()]),
      );
      return new Map(rows.map(({ key, value }) => [String(key), textOf(value, String(key))]));
    },
    async write(rows) {
      await guard(() =>
        query(
          `INSERT INTO zhibi.kept (key, value, revision, expires)
           SELECT key, value, 1, expires FROM unnest($1::text[], $2::text[], $3::bigint[]) AS given (key, value, expires)
           ON CONFLICT (key) DO UPDATE
           SET value = excluded.value, revision = kept.revision + 1, expires = excluded.expires`,
          [rows.map(({ key }) => key), rows.map(({ text }) => text), rows.map(({ expires }) => expires)],
        ),
      );
    },
    async remove(keys) {
      const rows = await guard(() => query('DELETE FROM zhibi.kept WHERE key = ANY($1) RETURNING key', [keys]));
      return new Set(rows.map(({ key }) => String(key)));
    },
    async removeAll(prefix) {
      await guard(() => query('DELETE FROM zhibi.kept WHERE starts_with(key, $1)', [prefix]));
    },
    async page(prefix, after, limit) {
      const rows = await guard(() =>
        query(
          `SELECT key, value FROM zhibi.kept WHERE key > $1 AND ${alive} AND starts_with(key, $3) ORDER BY key LIMIT $4`,
          [after, Date.now(), prefix, limit],
        ),
      );
      return rows.map(({ key, value }) => ({ key: String(key), text: textOf(value, String(key)) }));
    },
    async save(key, text, revision) {
      const rows = await guard(() =>
        revision === 0
          ? query(
              'INSERT INTO zhibi.kept (key, value, revision) VALUES ($1, $2, 1) ON CONFLICT (key) DO NOTHING RETURNING key',
              [key, text],
            )
          : query(
              'UPDATE zhibi.kept SET value = $2, revision = revision + 1 WHERE key = $1 AND revision = $3 RETURNING key',
              [key, text, revision],
            ),
      );
      if (rows.length === 0) throw conflict(key, revision);
      return revision + 1;
    },
  };
}
