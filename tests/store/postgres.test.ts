// The store's contract on a real PostgreSQL, and what only it has to show: several processes starting at once, a server that restarts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open.ts';
import { openPostgres, type Postgres } from '../../src/store/postgres/connection.ts';
import { createKeptRows } from '../../src/store/postgres/kept.ts';
import { makeSchema } from '../../src/store/postgres/schema.ts';
import { adapterSuite } from './adapter-suite.ts';
import { storeContract } from './contract.ts';
import { findPostgres, type Server } from './postgres-server.ts';
import { until } from './until.ts';

const found = await findPostgres();
let server: Server;

describe.skipIf('missing' in found)('on a real PostgreSQL', () => {
  beforeAll(async () => {
    if ('start' in found) server = await found.start();
  });
  afterAll(async () => {
    await server?.remove();
  });

  storeContract('PostgreSQL', {
    shared: true,
    freshUrl: () => server.freshUrl(),
    async overwrite(url, key, text) {
      const sql = 'UPDATE zhibi.kept SET value = $1 WHERE key = $2 RETURNING key';
      expect(await server.query(url, sql, [text, key])).toHaveLength(1);
    },
  });

  describe('PostgreSQL: Keyv adapter', () => {
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = openPostgres(await server.freshUrl(), silentLog);
      await makeSchema(postgres);
    });
    afterAll(async () => {
      await postgres?.close();
    });
    adapterSuite('postgres', () => createKeptRows(postgres));
  });

  const refusal = (url: string) =>
    openStore(url).then(
      async (store) => {
        await store.close();
        return { code: 'opened', message: '' };
      },
      (error) => error as { code: string; message: string },
    );

  describe('PostgreSQL: opening', () => {
    it('is safe when several processes make the tables at the same moment', async () => {
      // Several rounds: once in some ten it went wrong when pg-boss made its schema by itself.
      for (let round = 0; round < 5; round += 1) {
        const url = await server.freshUrl();
        const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(url)));
        const puts = stores.map((store) => store.put({ id: 'm', conversation: 'c', payload: 1, receivedAt: 1 }));
        expect((await Promise.all(puts)).filter((result) => result === 'new')).toHaveLength(1);
        await Promise.all(stores.map((store) => store.close()));
      }
    });

    it('says what to change in STORAGE_URL, and never shows the password', async () => {
      const url = await server.freshUrl();
      const wrong: [string, string][] = [
        [url.replace('secret-word', 'wrong-word'), 'bad_config'],
        [`${url}nowhere`, 'bad_config'],
        [url.replace('tester', 'nobody'), 'bad_config'],
        [url.replace(/:\d+\//, ':1/'), 'store_unavailable'],
        ['postgres://tester:secret word@h:x/', 'bad_config'],
      ];
      for (const [address, code] of wrong) {
        const refused = await refusal(address);
        expect(refused, address).toMatchObject({ code });
        expect(refused.message).toContain('STORAGE_URL');
        expect(refused.message).not.toMatch(/secret|wrong-word/);
      }
    });

    it('refuses a database that confirms before it writes, and one of a newer version', async () => {
      const careless = await server.freshUrl();
      const database = new URL(careless).pathname.slice(1);
      await server.query(careless, `ALTER DATABASE ${database} SET synchronous_commit = off`);
      expect(await refusal(careless)).toMatchObject({
        code: 'bad_config',
        message: expect.stringContaining('synchronous_commit'),
      });
      const newer = await server.freshUrl();
      expect((await refusal(newer)).code).toBe('opened');
      await server.query(newer, 'UPDATE zhibi.version SET version = 99');
      expect(await refusal(newer)).toMatchObject({ code: 'bad_config', message: expect.stringContaining('newer') });
    });
  });

  describe('PostgreSQL: leases', () => {
    it('aborts the attempt whose lease was taken away, and writes nothing more about it', async () => {
      const url = await server.freshUrl();
      const store = await openStore(url);
      const attempts: { number: number; signal: AbortSignal }[] = [];
      let endFirst = () => {};
      const first = new Promise<void>((resolve) => {
        endFirst = resolve;
      });
      const handle = async (_: unknown, attempt: { number: number; signal: AbortSignal }) => {
        attempts.push(attempt);
        if (attempt.number === 1) await first;
        else await new Promise(() => {});
      };
      await store.workEntries(handle, () => ({ type: 'set_aside' }), 2);
      await store.put({ id: 'm', conversation: 'c', payload: 1, receivedAt: 1 });
      await until(() => attempts.length === 1);
      // As if this worker had been silent for a minute.
      await server.query(
        url,
        "UPDATE zhibi_queue.job SET heartbeat_on = now() - interval '1 minute' WHERE state = 'active'",
      );
      await until(() => attempts.length === 2, 10_000);
      await until(() => attempts[0]?.signal.aborted === true, 10_000);
      expect(attempts.map(({ number }) => number)).toEqual([1, 2]);
      endFirst();
      await until(async () => (await store.counts()).entries === 1);
      expect(attempts[1]?.signal.aborted).toBe(false);
      await store.close();
    });

    it('does not take what a NUL would break for an outage', async () => {
      const store = await openStore(await server.freshUrl());
      const put = store.put({ id: 'a\u0000b', conversation: 'c', payload: 1, receivedAt: 1 });
      await expect(put).rejects.not.toMatchObject({ code: 'store_unavailable' });
      await store.close();
    });
  });

  describe('PostgreSQL: outages', () => {
    it('survives broken connections without an error reaching anyone but the log', async () => {
      const url = await server.freshUrl();
      const store = await openStore(url);
      const got: string[] = [];
      await store.workEntries(
        async ({ id }) => void got.push(id),
        () => ({ type: 'set_aside' }),
        2,
      );
      await server.query(
        url,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await until(() =>
        store.put({ id: 'm', conversation: 'c', payload: 1, receivedAt: 1 }).then(
          () => true,
          () => false,
        ),
      );
      await until(() => got.length > 0);
      // The listening connection comes back too, so that nothing waits for the poll for long.
      await store.close();
    });

    it('survives a restart: calls throw store_unavailable meanwhile, then work goes on by itself', async () => {
      const url = await server.freshUrl();
      const warnings: string[] = [];
      const log = { ...silentLog, warn: (_: object, message: string) => void warnings.push(message) };
      const store = await openStore(url, { log });
      const got: string[] = [];
      let duringRun = () => {};
      const running = new Promise<void>((resolve) => {
        duringRun = resolve;
      });
      let restarted = () => {};
      const back = new Promise<void>((resolve) => {
        restarted = resolve;
      });
      const handle = async ({ id }: { id: string }) => {
        if (id === 'across') {
          duringRun();
          await back;
        }
        got.push(id);
      };
      await store.workEntries(handle, () => ({ type: 'retry', delayMs: 100 }), 3);
      await store.workTimers();
      await store.put({ id: 'before', conversation: 'a', payload: 1, receivedAt: 1 });
      await store.put({ id: 'across', conversation: 'b', payload: 1, receivedAt: 1 });
      await store.setTimer({ id: 't', due: Date.now() + 1500, conversation: 'c', payload: 1 });
      await store.save('a', 'kept', 0);
      await running;
      await until(() => got.includes('before'));

      await server.stop();
      const calls = [
        () => store.put({ id: 'lost', conversation: 'a', payload: 1, receivedAt: 1 }),
        () => store.load('a'),
        () => store.load('never seen'),
        () => store.save('a', 'x', 1),
        () => store.getValue('v'),
        () => store.putValue('v', 1),
        () => store.enqueue({ id: 'j', conversation: 'a', payload: 1 }),
        () => store.setTimer({ id: 'u', due: 1, conversation: 'a', payload: 1 }),
        () => store.counts(),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'store_unavailable' });
      await server.start();
      restarted();

      await until(() =>
        store.put({ id: 'after', conversation: 'b', payload: 1, receivedAt: 1 }).then(
          () => true,
          () => false,
        ),
      );
      await until(() => got.includes('after') && got.some((id) => id.startsWith('t@')), 20_000);
      expect(await store.load('a')).toEqual({ value: 'kept', revision: 1 });
      expect(got.indexOf('across')).toBeLessThan(got.indexOf('after'));
      expect(got.filter((id) => id === 'before')).toHaveLength(1);
      expect(warnings.length).toBeGreaterThan(0);
      await store.close();
    }, 180_000);
  });
});

it.runIf('missing' in found)('PostgreSQL was not tested: its binary is missing on this platform', ({ skip }) => {
  skip('missing' in found ? found.missing : '');
});
