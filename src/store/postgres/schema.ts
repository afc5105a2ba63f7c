// Our own PostgreSQL tables (the queue keeps its own in zhibi_queue). A change needs a new version and a step that migrates; never drop what a user stored.
import { misconfigured } from '../failure.ts';
import type { Postgres } from './connection.ts';

export const queueSchema = 'zhibi_queue';
const schemaVersion = 1;
/** Any constant: several processes starting at once make the tables one after the other. */
const lockKey = 0x5a686269;

const schema = `
CREATE SCHEMA IF NOT EXISTS zhibi;
-- Here, under our lock: processes that start together collide in pg-boss's own CREATE SCHEMA IF NOT EXISTS (seen with 12.38).
CREATE SCHEMA IF NOT EXISTS ${queueSchema};
CREATE TABLE zhibi.version (version integer NOT NULL);
INSERT INTO zhibi.version VALUES (${schemaVersion});

-- Keyv: conversations and side values. revision is the fence.
CREATE TABLE zhibi.kept (
  key text COLLATE "C" PRIMARY KEY,
  value text NOT NULL,
  revision bigint NOT NULL,
  expires bigint
);

CREATE TABLE zhibi.timers (
  id text PRIMARY KEY,
  due bigint NOT NULL,
  conversation text NOT NULL,
  payload text NOT NULL
);
CREATE INDEX timers_due ON zhibi.timers (due);

CREATE TABLE zhibi.set_aside (
  seq bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  id text NOT NULL,
  conversation text NOT NULL,
  payload text NOT NULL,
  received_at bigint NOT NULL,
  error text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (kind, id)
);
`;

export async function makeSchema(postgres: Postgres): Promise<void> {
  await postgres.transaction(async ({ query, executeSql }) => {
    await query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    const [settings] = await query(
      `SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync,
              to_regclass('zhibi.version') IS NOT NULL AS made`,
    );
    if (settings?.commit === 'off' || settings?.fsync === 'off') {
      throw misconfigured(
        'This PostgreSQL confirms what is not on disk yet, so nothing would be safe there; set fsync and synchronous_commit to on',
      );
    }
    if (settings?.made !== true) {
      await executeSql(schema);
      return;
    }
    const [row] = await query('SELECT version FROM zhibi.version');
    if (Number(row?.version) > schemaVersion) {
      throw misconfigured('The database of STORAGE_URL was written by a newer version; run that version');
    }
  });
}
