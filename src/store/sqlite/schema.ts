// The SQLite tables and their version. A change here needs a new version and a step that migrates; never drop what a user stored.

/** 'Zhbi' in ASCII: tells our file from another program's database. */
export const applicationId = 0x5a686269;
export const schemaVersion = 1;

export const schema = `
-- Events and jobs alike: a job is its own lane. Rows that are done stay (without payload) as seen-marks.
CREATE TABLE work (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  lane TEXT NOT NULL,
  conversation TEXT NOT NULL,
  payload TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  ended_at INTEGER,
  UNIQUE (kind, id)
) STRICT;
CREATE INDEX work_waiting ON work (kind, lane, seq) WHERE state = 'waiting';
CREATE INDEX work_ended ON work (state, ended_at) WHERE state <> 'waiting';

CREATE TABLE timers (
  id TEXT PRIMARY KEY,
  due INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due);

-- Keyv: conversations and side values. \`revision\` is the fence.
CREATE TABLE kept (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  revision INTEGER NOT NULL,
  expires INTEGER
) STRICT;
`;
