// The store's contract on SQLite, and what only SQLite has to show: one process per file, nothing acknowledged lost, clear refusals.

import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openConnection } from '../../src/store/sqlite/connection.ts';
import { createKeptRows } from '../../src/store/sqlite/kept.ts';
import { adapterSuite } from './adapter-suite.ts';
import { startChild } from './child.ts';
import { storeContract } from './contract.ts';
import { until } from './until.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function freshFile(): string {
  files += 1;
  return join(folder, `${files}.db`);
}
const urlOf = (file: string) => `sqlite:${file}`;

function change(file: string, run: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file, { timeout: 5000 });
  run(db);
  db.close();
}

storeContract('SQLite', {
  shared: false,
  freshUrl: async () => urlOf(freshFile()),
  overwrite: async (url, key, text) =>
    change(url.slice('sqlite:'.length), (db) => {
      expect(db.prepare('UPDATE kept SET value = ? WHERE key = ?').run(text, key).changes).toBe(1);
    }),
});

const refusal = (url: string) =>
  openStore(url).then(
    async (store) => {
      await store.close();
      return { code: 'opened', message: '' };
    },
    (error) => error as { code: string; message: string },
  );

describe('SQLite: Keyv adapter', () => {
  const connection = openConnection(freshFile());
  afterAll(() => connection.close());
  adapterSuite('sqlite', () => createKeptRows(connection));
});

describe('SQLite: opening', () => {
  it('makes the folder, and opens in memory too', async () => {
    const file = join(folder, 'a', 'b 会', 'c.db');
    const store = await openStore(urlOf(file));
    await store.close();
    expect(existsSync(file)).toBe(true);
    const memory = await openStore('sqlite::memory:');
    expect(await memory.put({ id: '1', conversation: 'c', payload: 1, receivedAt: 1 })).toBe('new');
    await memory.close();
  });

  it.each(['', 'sqlite', 'sqlite:', 'sqlite://', 'sqlite:./data/', 'mysql://host/db', './data/zhibi.db', 'file:x.db'])(
    'refuses the address %j with words on what to write',
    async (url) => {
      const { code, message } = await refusal(url);
      expect(code).toBe('bad_config');
      expect(message).toContain('STORAGE_URL');
      expect(message).toContain('sqlite:./data/zhibi.db');
    },
  );

  it.each([
    ['below a file', () => join(freshPlainFile(), 'x.db')],
    ['below /proc', () => '/proc/nowhere/x.db'],
    ['a folder', () => folder],
    ['a text file', () => freshPlainFile()],
  ])('refuses a path that is %s, naming STORAGE_URL', async (_, path) => {
    const { code, message } = await refusal(urlOf(path()));
    expect(code).toBe('bad_config');
    expect(message).toContain('STORAGE_URL');
  });
  function freshPlainFile(): string {
    const file = freshFile();
    writeFileSync(file, 'no database at all, just words that are long enough to look like a header'.repeat(20));
    return file;
  }

  it("refuses another program's database and a newer version's, and leaves them as they were", async () => {
    const foreign = freshFile();
    change(foreign, (db) => db.exec('CREATE TABLE theirs (x)'));
    expect(await refusal(urlOf(foreign))).toMatchObject({ code: 'bad_config' });
    change(foreign, (db) => expect(db.prepare('SELECT name FROM sqlite_schema').all()).toHaveLength(1));
    const newer = freshFile();
    await refusal(urlOf(newer));
    change(newer, (db) => db.exec('PRAGMA user_version = 99'));
    expect(await refusal(urlOf(newer))).toMatchObject({
      code: 'bad_config',
      message: expect.stringContaining('newer'),
    });
  });

  it('refuses a second process on the file, under any name, until the first is gone, even killed', async () => {
    const file = freshFile();
    const holder = startChild(urlOf(file), 'open');
    await holder.seen('opened');
    const alias = join(folder, 'alias.db');
    symlinkSync(file, alias);
    for (const path of [file, alias]) {
      const { code, message } = await refusal(urlOf(path));
      expect(code).toBe('bad_config');
      expect(message).toContain(file);
      expect(message).toContain('STORAGE_URL');
    }
    await holder.kill();
    expect((await refusal(urlOf(file))).code).toBe('opened');
  });

  it('refuses a second store in the same process too', async () => {
    const file = freshFile();
    const first = await openStore(urlOf(file));
    expect((await refusal(urlOf(file))).code).toBe('bad_config');
    await first.close();
    expect((await refusal(urlOf(file))).code).toBe('opened');
  });

  it('writes with WAL, and every commit reaches the disk', async () => {
    const file = freshFile();
    const store = await openStore(urlOf(file));
    change(file, (db) => expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' }));
    await store.close();
  });
});

describe('SQLite: beside another process', () => {
  it('needs the file to be there, and refuses to work lanes, jobs or timers', async () => {
    const file = freshFile();
    await expect(openStore(urlOf(file), { beside: true })).rejects.toMatchObject({ code: 'bad_config' });
    expect(existsSync(file)).toBe(false);
    const owner = await openStore(urlOf(file));
    const beside = await openStore(urlOf(file), { beside: true });
    const verdict = () => ({ type: 'set_aside' }) as const;
    await expect(beside.workEntries(async () => {}, verdict, 1)).rejects.toThrow('beside');
    await expect(beside.workJobs(async () => {}, verdict, 1)).rejects.toThrow('beside');
    await expect(beside.workTimers()).rejects.toThrow('beside');
    await beside.close();
    await owner.close();
  });
});

describe('SQLite: durability', () => {
  it('throws when the disk is full, keeps what was there, and goes on when there is room', async () => {
    const connection = openConnection(freshFile());
    const rows = createKeptRows(connection);
    expect(await rows.save('small', 'here', 0)).toBe(1);
    const pages = Number(connection.db.prepare('PRAGMA page_count').get()?.page_count);
    connection.db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const large = 'x'.repeat(1_000_000);
    const [full, neighbour] = await Promise.allSettled([rows.save('large', large, 0), rows.save('small', 'still', 1)]);
    expect(full).toMatchObject({ reason: { code: 'store_unavailable', message: expect.stringContaining('full') } });
    if (neighbour?.status === 'rejected') expect(neighbour.reason).toMatchObject({ code: 'store_unavailable' });
    const expected = neighbour?.status === 'fulfilled' ? 'still' : 'here';
    expect([...(await rows.read(['small', 'large']))]).toEqual([['small', expected]]);
    connection.db.exec('PRAGMA max_page_count = 1000000');
    expect(await rows.save('large', large, 0)).toBe(1);
    connection.close();
  });

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const file = freshFile();
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const writer = startChild(urlOf(file), 'put');
      await writer.seen('put');
      await until(() => writer.lines.length > 20 + round * 7);
      await writer.kill();
      acknowledged.push(...writer.lines.flatMap((line) => line.ids as string[]));
    }
    expect(acknowledged.length).toBeGreaterThan(1000);
    change(file, (db) => {
      const stored = new Set(
        db
          .prepare('SELECT id FROM work')
          .all()
          .map(({ id }) => id),
      );
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    });
  });

  it('refused saves in a group of writes do not undo their neighbours', async () => {
    const store = await openStore(urlOf(freshFile()));
    const results = await Promise.allSettled([
      store.save('a', 1, 0),
      store.save('a', 2, 0),
      store.put({ id: 'm', conversation: 'c', payload: 1, receivedAt: 1.5 }),
      store.save('b', 1, 7),
      store.setTimer({ id: 't', due: Date.now() + 1e6 + 0.5, conversation: 'c', payload: 1 }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await store.load('a')).toEqual({ value: 1, revision: 1 });
    expect(await store.counts()).toMatchObject({ entries: 1, timers: 1 });
    await store.close();
  });

  it('keeps writes that were asked for before it was closed', async () => {
    const file = freshFile();
    const store = await openStore(urlOf(file));
    const put = store.put({ id: 'm', conversation: 'c', payload: 1, receivedAt: 1 });
    await store.close();
    expect(await put).toBe('new');
    const again = await openStore(urlOf(file));
    expect((await again.counts()).entries).toBe(1);
    await again.close();
  });

  it('keeps seen-marks for 24 h after the end, and not for ever', async () => {
    const file = freshFile();
    let now = Date.now();
    const put = async () => {
      const store = await openStore(urlOf(file), { now: () => now });
      // The pruning at the start has to be over.
      const result = await store
        .save(`${now}`, 1, 0)
        .then(() => store.put({ id: 'm', conversation: 'c', payload: 1, receivedAt: 1 }));
      if (result === 'new') {
        await store.workEntries(
          async () => {},
          () => ({ type: 'set_aside' }),
          1,
        );
        await until(async () => (await store.counts()).entries === 0);
      }
      await store.close();
      return result;
    };
    expect(await put()).toBe('new');
    now += 24 * 3_600_000;
    expect(await put()).toBe('seen');
    now += 2 * 3_600_000;
    expect(await put()).toBe('new');
  });

  it('sets aside an entry whose stored payload cannot be parsed', async () => {
    const file = freshFile();
    const store = await openStore(urlOf(file));
    for (const id of ['bad', 'good']) await store.put({ id, conversation: 'c', payload: 1, receivedAt: 1 });
    change(file, (db) => db.exec(`UPDATE work SET payload = '{' WHERE id = 'bad'`));
    const got: string[] = [];
    await store.workEntries(
      async ({ id }) => void got.push(id),
      () => ({ type: 'set_aside' }),
      1,
    );
    await until(() => got.length > 0);
    expect(got).toEqual(['good']);
    expect(await store.listSetAside(5)).toMatchObject([{ id: 'bad', payload: '{' }]);
    await store.close();
  });
});
