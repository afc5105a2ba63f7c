// What every store must do, whatever is under it. Run on SQLite and on PostgreSQL; where only PostgreSQL can (several processes), `shared` says so.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenOptions, openStore } from '../../src/store/open.ts';
import type { Attempt, Entry, Job, Store, Verdict } from '../../src/store/store.ts';
import { type Child, type Line, startChild } from './child.ts';
import { gate, until } from './until.ts';

export interface Backing {
  /** The address of a fresh, empty store. */
  freshUrl(): Promise<string>;
  /** Whether several processes may work on one store at once. */
  shared: boolean;
  /** Overwrites what is stored under a key of Keyv's, behind the store's back. The store may be open. */
  overwrite(url: string, key: string, text: string): Promise<void>;
}

const setAside = (): Verdict => ({ type: 'set_aside' });
const retry = (delayMs: number) => (): Verdict => ({ type: 'retry', delayMs });
const entry = (id: string, conversation = 'c', payload: unknown = { id }): Entry => ({
  id,
  conversation,
  payload,
  receivedAt: 1_700_000_000_000,
});

export function storeContract(name: string, backing: Backing): void {
  const stores: Store[] = [];
  const children: Child[] = [];

  async function open(url?: string, options?: OpenOptions): Promise<Store> {
    const store = await openStore(url ?? (await backing.freshUrl()), options);
    stores.push(store);
    return store;
  }
  function child(url: string, task: string): Child {
    const started = startChild(url, task);
    children.push(started);
    return started;
  }
  afterEach(async () => {
    await Promise.all(children.splice(0).map((one) => one.kill()));
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  describe(`${name}: what waits`, () => {
    it('hands an entry over as it was put, once', async () => {
      const store = await open();
      const odd = {
        text: '党费\u0000 👍🏽 "引号" \\ \ud800 ⟦1:元⟧ {{x}}\n\r\u2028',
        list: [null, 0, -0.5, true, ''],
        long: '字'.repeat(300_000),
      };
      const got: Entry[] = [];
      await store.workEntries(async (one) => void got.push(one), setAside, 2);
      expect(await store.put(entry('m1', '会话:😀/%_', odd))).toBe('new');
      expect(await store.put(entry('m1', '会话:😀/%_', odd))).toBe('seen');
      await until(() => got.length > 0);
      expect(await store.put(entry('m1', '会话:😀/%_', 'again'))).toBe('seen');
      await until(async () => (await store.counts()).entries === 0);
      expect(await store.put(entry('m1', '会话:😀/%_', 'after its end'))).toBe('seen');
      expect(got).toEqual([entry('m1', '会话:😀/%_', odd)]);
    });

    it('puts one id once however many put it at the same moment', async () => {
      const store = await open();
      const results = await Promise.all(Array.from({ length: 20 }, () => store.put(entry('same'))));
      expect(results.filter((result) => result === 'new')).toHaveLength(1);
      expect((await store.counts()).entries).toBe(1);
    });

    it('keeps the seen-mark over a restart', async () => {
      const url = await backing.freshUrl();
      const first = await open(url);
      await first.workEntries(async () => {}, setAside, 1);
      await first.put(entry('m1'));
      await until(async () => (await first.counts()).entries === 0);
      await first.close();
      expect(await (await open(url)).put(entry('m1'))).toBe('seen');
    });

    it('keeps strict order in each conversation, one at a time, with every process that may work at once', async () => {
      const url = await backing.freshUrl();
      const store = await open(url);
      const workers = backing.shared ? [child(url, 'work'), child(url, 'work')] : [];
      await Promise.all(workers.map((worker) => worker.seen('working')));
      const own: Line[] = [];
      const note = (type: string, { id, conversation }: Entry) =>
        own.push({ type, id, conversation, at: Number(process.hrtime.bigint()) / 1e6 });
      if (workers.length === 0) {
        const handle = async (one: Entry) => {
          note('begin', one);
          await delay(1);
          note('end', one);
        };
        await store.workEntries(handle, setAside, 4);
      }
      const conversations = Array.from({ length: 8 }, (_, index) => `c${index}`);
      const each = 25;
      await Promise.all(
        conversations.map(async (conversation) => {
          for (let n = 0; n < each; n += 1) await store.put(entry(`${conversation}-${n}`, conversation));
        }),
      );
      await until(async () => (await store.counts()).entries === 0, 15_000);
      const lines = () => [...own, ...workers.flatMap((worker) => worker.lines)];
      await until(() => lines().filter(({ type }) => type === 'end').length === conversations.length * each);
      for (const conversation of conversations) {
        // By the clock all processes share: begin 0, end 0, begin 1, end 1 and so on, and nothing twice.
        const happened = lines()
          .filter((line) => line.conversation === conversation)
          .toSorted((a, b) => Number(a.at) - Number(b.at))
          .map(({ type, id }) => `${type} ${id}`);
        const expected = Array.from({ length: each }, (_, n) => [
          `begin ${conversation}-${n}`,
          `end ${conversation}-${n}`,
        ]).flat();
        expect(happened).toEqual(expected);
      }
      for (const worker of workers) expect(worker.lines.length, 'each had a share').toBeGreaterThan(1);
    });

    it('never runs two of one conversation at once, seen from inside one process with two workers', async () => {
      const store = await open();
      const order: string[] = [];
      let inside = 0;
      const handle = async ({ id }: Entry) => {
        inside += 1;
        expect(inside).toBe(1);
        order.push(id);
        await delay(2);
        inside -= 1;
      };
      for (let n = 0; n < 15; n += 1) await store.put(entry(`${n}`));
      await store.workEntries(handle, setAside, 3);
      await store.workEntries(handle, setAside, 3);
      await until(async () => (await store.counts()).entries === 0);
      expect(order).toEqual(Array.from({ length: 15 }, (_, n) => `${n}`));
    });

    it('runs five events of one conversation without waiting for a poll between them', async () => {
      const store = await open();
      const begun: number[] = [];
      await store.workEntries(async () => void begun.push(performance.now()), setAside, 4);
      const worst: number[] = [];
      for (let round = 0; round < 10; round += 1) {
        begun.length = 0;
        const before = performance.now();
        await Promise.all(Array.from({ length: 5 }, (_, n) => store.put(entry(`${round}-${n}`))));
        await until(() => begun.length === 5);
        worst.push(Math.max(...begun.map((at, n) => at - (begun[n - 1] ?? before))));
      }
      // A poll comes once a second; of ten rounds on a busy machine most must be far from it.
      expect(worst.toSorted((a, b) => a - b)[5]).toBeLessThan(500);
    });

    it('wakes at once for what another store puts into the same database', async () => {
      if (!backing.shared) return;
      const url = await backing.freshUrl();
      const [putting, working] = [await open(url), await open(url)];
      let begun = 0;
      await working.workEntries(
        async () => {
          begun = performance.now();
        },
        setAside,
        2,
      );
      const waits: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        // Not in step with the poll, which would hide a notification that never comes.
        await delay(37 * (round % 3));
        begun = 0;
        await putting.put(entry(`${round}`));
        const put = performance.now();
        await until(() => begun > 0);
        waits.push(begun - put);
      }
      expect(waits.toSorted((a, b) => a - b)[4]).toBeLessThan(100);
    });

    it('runs different conversations in parallel, as many as allowed and no more', async () => {
      const store = await open();
      const { opened, open: letGo } = gate();
      let inside = 0;
      let most = 0;
      const handle = async () => {
        inside += 1;
        most = Math.max(most, inside);
        await opened;
        inside -= 1;
      };
      await store.workEntries(handle, setAside, 3);
      await Promise.all(Array.from({ length: 7 }, (_, n) => store.put(entry(`${n}`, `c${n}`))));
      await until(() => inside === 3);
      letGo();
      await until(async () => (await store.counts()).entries === 0);
      expect(most).toBe(3);
    });
  });

  describe(`${name}: what goes wrong`, () => {
    it('retries the head after its delay, holds its lane meanwhile and no other', async () => {
      const store = await open();
      const log: string[] = [];
      const times: number[] = [];
      const handle = async ({ id }: Entry, { number }: Attempt) => {
        log.push(`${id}#${number}`);
        if (id !== 'bad') return;
        times.push(performance.now());
        if (number < 3) throw new Error('not yet');
      };
      await store.workEntries(handle, retry(150), 1);
      await store.put(entry('bad', 'a'));
      await store.put(entry('behind', 'a'));
      await store.put(entry('other', 'b'));
      await until(() => log.length === 5);
      expect(log).toEqual(['bad#1', 'other#1', 'bad#2', 'bad#3', 'behind#1']);
      const [first = 0, second = 0] = times;
      expect(second - first).toBeGreaterThanOrEqual(140);
      expect(second - first).toBeLessThan(1000);
    });

    it('sets aside with the error, goes on, and puts back at the end of the lane', async () => {
      const store = await open();
      const log: string[] = [];
      let broken = true;
      const handle = async ({ id }: Entry, { number }: Attempt) => {
        log.push(`${id}#${number}`);
        if (id === 'bad' && broken) throw new Error('cannot be done', { cause: new Error('the cause') });
      };
      const verdict = (_: unknown, __: Entry, { number }: Attempt): Verdict =>
        number < 2 ? { type: 'retry', delayMs: 0 } : { type: 'set_aside' };
      await store.workEntries(handle, verdict, 1);
      await store.put(entry('bad'));
      await store.put(entry('next'));
      await until(() => log.includes('next#1'));
      const [aside, ...more] = await store.listSetAside(10);
      expect(more).toEqual([]);
      expect(aside).toMatchObject({ id: 'bad', conversation: 'c', kind: 'event', payload: { id: 'bad' } });
      expect(aside?.error).toContain('cannot be done');
      expect(aside?.error).toContain('the cause');
      expect(Math.abs((aside?.at ?? 0) - Date.now())).toBeLessThan(60_000);
      await until(async () => (await store.counts()).entries === 0);
      expect(await store.counts()).toEqual({ entries: 0, jobs: 0, timers: 0, setAside: 1 });
      expect(await store.put(entry('bad'))).toBe('seen');

      expect(await store.retrySetAside('unknown')).toBe(false);
      broken = false;
      expect(await store.retrySetAside('bad')).toBe(true);
      expect(await store.retrySetAside('bad')).toBe(false);
      await until(() => log.length === 4);
      expect(log).toEqual(['bad#1', 'bad#2', 'next#1', 'bad#1']);
      expect(await store.listSetAside(10)).toEqual([]);
    });

    it('lists what was set aside newest first, no more than asked for', async () => {
      let at = 1_700_000_000_000;
      const store = await open(undefined, { now: () => (at += 1000) });
      const fail = async () => {
        throw new Error('no');
      };
      await store.workEntries(fail, setAside, 1);
      for (const id of ['one', 'two', 'three']) {
        const before = (await store.counts()).setAside;
        await store.put(entry(id));
        await until(async () => (await store.counts()).setAside > before);
      }
      expect((await store.listSetAside(2)).map(({ id }) => id)).toEqual(['three', 'two']);
    });

    it('is not blocked by a handler that throws at once, nor by a verdict that throws', async () => {
      const store = await open();
      const log: string[] = [];
      const handle = ({ id }: Entry): Promise<void> => {
        log.push(id);
        if (id === 'good') return Promise.resolve();
        throw id === 'nothing' ? undefined : new Error('at once');
      };
      const verdict = (_: unknown, { id }: Entry): Verdict => {
        if (id === 'verdict') throw new Error('no verdict');
        return { type: 'set_aside' };
      };
      await store.workEntries(handle, verdict, 1);
      for (const id of ['throws', 'nothing', 'verdict', 'good']) await store.put(entry(id));
      await until(() => log.includes('good'));
      expect((await store.counts()).setAside).toBe(3);
    });

    it('does not let a handler that never ends hold its lane for ever', async () => {
      const store = await open(undefined, { limits: { entryMs: 150, jobMs: 150 } });
      const log: string[] = [];
      const handle = async ({ id }: { id: string }, { signal }: Attempt) => {
        signal.addEventListener('abort', () => log.push(`aborted ${id}`));
        if (id.startsWith('hangs')) await new Promise(() => {});
        log.push(id);
      };
      await store.workEntries(handle, setAside, 1);
      await store.workJobs(handle, setAside, 1);
      await store.put(entry('hangs'));
      await store.put(entry('next'));
      await store.enqueue({ id: 'hangs too', conversation: 'c', payload: 1 });
      await store.enqueue({ id: 'next job', conversation: 'c', payload: 1 });
      await until(() => log.includes('next') && log.includes('next job'));
      expect(log).toEqual(expect.arrayContaining(['aborted hangs', 'aborted hangs too']));
      expect((await store.listSetAside(5)).map(({ error }) => error)).toEqual([
        expect.stringContaining('did not end within'),
        expect.stringContaining('did not end within'),
      ]);
    });

    it('counts attempts over a restart', async () => {
      const url = await backing.freshUrl();
      const first = await open(url);
      let failed = false;
      const fail = async () => {
        failed = true;
        throw new Error('no');
      };
      const worker = await first.workEntries(fail, retry(100), 1);
      await first.put(entry('m1'));
      await until(() => failed);
      await worker.stop();
      await first.close();
      const numbers: number[] = [];
      const second = await open(url);
      await second.workEntries(async (_, { number }) => void numbers.push(number), setAside, 1);
      await until(() => numbers.length > 0);
      expect(numbers).toEqual([2]);
    });

    it('stops gracefully: waits for what runs and takes nothing more', async () => {
      const store = await open();
      const { opened, open: letGo } = gate();
      const log: string[] = [];
      const handle = async ({ id }: Entry, { signal }: Attempt) => {
        log.push(`begin ${id}`);
        await opened;
        log.push(`end ${id} ${signal.aborted}`);
      };
      const worker = await store.workEntries(handle, setAside, 1);
      await store.put(entry('m1'));
      await store.put(entry('m2'));
      await until(() => log.length === 1);
      const stopped = worker.stop(5000).then(() => log.push('stopped'));
      await delay(20);
      letGo();
      await stopped;
      expect(log).toEqual(['begin m1', 'end m1 false', 'stopped']);
      expect((await store.counts()).entries).toBe(1);
    });

    it('aborts what still runs after the grace, and that attempt does not count', async () => {
      const store = await open();
      let aborted = false;
      let begun = false;
      const hang = async (_: Entry, { signal }: Attempt) => {
        begun = true;
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        await new Promise(() => {});
      };
      const worker = await store.workEntries(hang, setAside, 1);
      await store.put(entry('m1'));
      await until(() => begun);
      await worker.stop(50);
      expect(aborted).toBe(true);
      const numbers: number[] = [];
      await store.workEntries(async (_, { number }) => void numbers.push(number), setAside, 1);
      await until(() => numbers.length > 0);
      expect(numbers).toEqual([1]);
    });

    it('moves the lane and the job of a killed worker within 15 s', async () => {
      const url = await backing.freshUrl();
      const first = await open(url);
      await first.put(entry('m1'));
      await first.put(entry('m2'));
      await first.enqueue({ id: 'j1', conversation: 'c', payload: 1 });
      const taken: string[] = [];
      const note = async ({ id }: { id: string }, { number }: Attempt) => void taken.push(`${id}#${number}`);
      const workBoth = async (store: Store) => {
        await store.workEntries(note, setAside, 2);
        await store.workJobs(note, setAside, 2);
      };
      if (!backing.shared) await first.close();
      const victim = child(url, 'hang');
      await Promise.all([victim.seen('took_entry'), victim.seen('took_job')]);
      if (backing.shared) await workBoth(first);
      await victim.kill();
      const killedAt = performance.now();
      if (!backing.shared) await workBoth(await open(url));
      await until(() => taken.length === 3, 15_000);
      expect(performance.now() - killedAt).toBeLessThan(15_000);
      expect(taken.toSorted()).toEqual(['j1#2', 'm1#2', 'm2#1']);
      expect(taken.indexOf('m1#2')).toBeLessThan(taken.indexOf('m2#1'));
    }, 40_000);

    it('gives back what runs when it is closed without a stop', async () => {
      const url = await backing.freshUrl();
      const first = await open(url);
      let signal: AbortSignal | undefined;
      const hang = async (_: Entry, attempt: Attempt) => {
        signal = attempt.signal;
        await new Promise(() => {});
      };
      await first.workEntries(hang, setAside, 1);
      await first.put(entry('m1'));
      await until(() => signal !== undefined);
      await first.close();
      expect(signal?.aborted).toBe(true);
      const second = await open(url);
      const numbers: number[] = [];
      await second.workEntries(async (_, { number }) => void numbers.push(number), setAside, 1);
      await until(() => numbers.length > 0, 5000);
      expect(numbers).toEqual([1]);
    });

    it('refuses the late save of a worker that stalled', async () => {
      const url = await backing.freshUrl();
      if (!backing.shared) {
        const store = await open(url);
        const { opened, open: wakeUp } = gate();
        let late: unknown;
        const stall = async ({ conversation }: Entry) => {
          const { revision } = await store.load(conversation);
          await opened;
          late = await store.save(conversation, 'late', revision).catch((error: unknown) => error);
        };
        const worker = await store.workEntries(stall, setAside, 1);
        await store.put(entry('m1'));
        await delay(30);
        await worker.stop(0);
        await store.workEntries(
          async ({ conversation }) => void (await store.save(conversation, 'in time', 0)),
          setAside,
          1,
        );
        await until(async () => (await store.counts()).entries === 0);
        wakeUp();
        await until(() => late !== undefined);
        expect(late).toMatchObject({ code: 'conflict' });
        expect(await store.load('c')).toEqual({ value: 'in time', revision: 1 });
        return;
      }
      const store = await open(url);
      await store.put(entry('m1'));
      const sleeper = child(url, 'stall');
      await sleeper.seen('loaded');
      sleeper.process.kill('SIGSTOP');
      let saved = false;
      const handle = async ({ conversation }: Entry) => {
        await store.save(conversation, 'in time', 0);
        saved = true;
      };
      await store.workEntries(handle, setAside, 1);
      await until(() => saved, 15_000);
      sleeper.process.kill('SIGCONT');
      expect(await sleeper.seen('refused')).toMatchObject({ code: 'conflict' });
      expect(await store.load('c')).toEqual({ value: 'in time', revision: 1 });
    }, 40_000);
  });

  describe(`${name}: jobs`, () => {
    it('runs each once, in parallel, whatever their conversation, and takes the same id once', async () => {
      const store = await open();
      const { opened, open: letGo } = gate();
      const got: Job[] = [];
      await store.workJobs(
        async (job) => {
          got.push(job);
          await opened;
        },
        setAside,
        3,
      );
      // An event may have the id of the job it is the result of.
      await store.put(entry('j1'));
      for (const id of ['j1', 'j2', 'j3', 'j4', 'j1']) await store.enqueue({ id, conversation: 'c', payload: { id } });
      await until(() => got.length === 3);
      await delay(30);
      expect(got).toHaveLength(3);
      expect((await store.counts()).jobs).toBe(4);
      letGo();
      await until(async () => (await store.counts()).jobs === 0);
      expect(got.map(({ id }) => id).toSorted()).toEqual(['j1', 'j2', 'j3', 'j4']);
      expect(got[0]).toMatchObject({ conversation: 'c', payload: { id: got[0]?.id } });
      await store.enqueue({ id: 'j1', conversation: 'c', payload: 'again' });
      expect(await store.counts()).toMatchObject({ jobs: 0, entries: 1 });
    });

    it('retries, sets aside and puts back', async () => {
      const store = await open();
      const log: string[] = [];
      const handle = async ({ id }: Job, { number }: Attempt) => {
        log.push(`${id}#${number}`);
        if (log.length < 3) throw new Error('no model');
      };
      await store.workJobs(handle, (_, __, { number }) => (number < 2 ? retry(20)() : setAside()), 2);
      await store.enqueue({ id: 'j1', conversation: 'c', payload: { chapter: 1 } });
      await until(async () => (await store.counts()).setAside === 1);
      expect(await store.listSetAside(5)).toMatchObject([{ id: 'j1', kind: 'job', payload: { chapter: 1 } }]);
      expect(await store.retrySetAside('j1')).toBe(true);
      await until(async () => (await store.counts()).jobs === 0);
      expect(log).toEqual(['j1#1', 'j1#2', 'j1#1']);
    });
  });

  describe(`${name}: beside a running bot`, () => {
    it('lists and puts back, which the bot then runs, and works nothing itself', async () => {
      const url = await backing.freshUrl();
      const bot = await open(url);
      let broken = true;
      const ran: string[] = [];
      const handle = async ({ id }: { id: string }) => {
        if (broken) throw new Error('no');
        ran.push(id);
      };
      await bot.workEntries(handle, setAside, 1);
      await bot.workJobs(handle, setAside, 1);
      await bot.put(entry('m1'));
      await bot.enqueue({ id: 'j1', conversation: 'c', payload: 1 });
      await until(async () => (await bot.counts()).setAside === 2);
      broken = false;
      const command = await open(url, { beside: true });
      expect((await command.listSetAside(10)).map(({ id }) => id).toSorted()).toEqual(['j1', 'm1']);
      for (const id of ['m1', 'j1']) expect(await command.retrySetAside(id)).toBe(true);
      await until(() => ran.length === 2, 5000);
      expect(await command.counts()).toMatchObject({ setAside: 0 });
    });
  });

  describe(`${name}: timers`, () => {
    it('fire once by becoming an entry, at about their time', async () => {
      const store = await open();
      const got: { entry: Entry; at: number }[] = [];
      await store.workEntries(async (one) => void got.push({ entry: one, at: Date.now() }), setAside, 2);
      await store.workTimers();
      const due = Date.now() + 300;
      await store.setTimer({ id: 'remind', due, conversation: 'c', payload: { type: 'timer_fired' } });
      await store.setTimer({ id: 'long past', due: 1, conversation: 'd', payload: null });
      expect((await store.counts()).timers).toBeGreaterThan(0);
      await until(() => got.length === 2);
      const fired = got.find(({ entry: one }) => one.conversation === 'c');
      expect(fired?.entry).toMatchObject({ id: `remind@${due}`, payload: { type: 'timer_fired' } });
      expect((fired?.at ?? 0) - due).toBeGreaterThanOrEqual(0);
      expect((fired?.at ?? 0) - due).toBeLessThan(1000);
      expect(got.some(({ entry: one }) => one.id === 'long past@1')).toBe(true);
      expect((await store.counts()).timers).toBe(0);
    });

    it('are moved by setting them again, and cleared', async () => {
      const store = await open();
      const got: string[] = [];
      await store.workEntries(async ({ id }) => void got.push(id), setAside, 2);
      await store.workTimers();
      const due = Date.now() + 3_600_000;
      const soon = Date.now() + 150;
      await store.setTimer({ id: 'later', due: soon, conversation: 'c', payload: 1 });
      await store.setTimer({ id: 'later', due, conversation: 'c', payload: 1 });
      await store.setTimer({ id: 'sooner', due, conversation: 'c', payload: 1 });
      await store.setTimer({ id: 'sooner', due: soon, conversation: 'c', payload: 2 });
      await store.setTimer({ id: 'gone', due: soon, conversation: 'c', payload: 1 });
      await store.clearTimer('gone');
      await store.clearTimer('never was');
      await until(() => got.length > 0);
      await delay(100);
      expect(got).toEqual([`sooner@${soon}`]);
      expect((await store.counts()).timers).toBe(1);
    });

    it('that came due while nobody worked fire at the next start, and only then', async () => {
      const url = await backing.freshUrl();
      const first = await open(url);
      await first.setTimer({ id: 't', due: 5, conversation: 'c', payload: 1 });
      await first.close();
      const second = await open(url);
      expect(await second.counts()).toMatchObject({ entries: 0, timers: 1 });
      await second.workTimers();
      await until(async () => (await second.counts()).entries === 1);
      await second.close();
      const third = await open(url);
      await third.workTimers();
      await delay(50);
      expect(await third.counts()).toMatchObject({ entries: 1, timers: 0 });
    });

    it('fire by the clock that was given', async () => {
      let now = 1_000_000;
      const store = await open(undefined, { now: () => now });
      await store.setTimer({ id: 't', due: 2_000_000, conversation: 'c', payload: 1 });
      const worker = await store.workTimers();
      await delay(50);
      expect(await store.counts()).toMatchObject({ entries: 0, timers: 1 });
      await worker.stop();
      now = 2_000_000;
      await store.workTimers();
      await until(async () => (await store.counts()).entries === 1);
    });

    it.runIf(backing.shared)('fire once though several processes watch them', async () => {
      const url = await backing.freshUrl();
      const store = await open(url);
      const workers = [child(url, 'work'), child(url, 'work')];
      await Promise.all(workers.map((worker) => worker.seen('working')));
      const due = Date.now() + 400;
      for (let n = 0; n < 20; n += 1) await store.setTimer({ id: `t${n}`, due, conversation: `c${n % 3}`, payload: n });
      const fired = () => workers.flatMap(({ lines }) => lines).filter(({ type }) => type === 'end');
      await until(() => fired().length >= 20);
      await delay(200);
      const ids = fired().map(({ id }) => String(id));
      expect(ids.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `t${n}@${due}`).toSorted());
    });
  });

  describe(`${name}: conversations and values`, () => {
    it('loads nothing as null at revision 0, and what was saved with its revision', async () => {
      const url = await backing.freshUrl();
      const store = await open(url);
      expect(await store.load('c')).toEqual({ value: null, revision: 0 });
      const value = { text: '会议\u0000\ud800', list: [1, null], nested: { value: 1, revision: 9 } };
      expect(await store.save('c', value, 0)).toBe(1);
      expect(await store.load('c')).toEqual({ value, revision: 1 });
      expect(await store.save('c', null, 1)).toBe(2);
      expect(await store.load('c')).toEqual({ value: null, revision: 2 });
      expect(await store.load('')).toEqual({ value: null, revision: 0 });
      await store.close();
      expect(await (await open(url)).load('c')).toEqual({ value: null, revision: 2 });
    });

    it('refuses a save against any revision but the stored one', async () => {
      const store = await open();
      await store.save('c', 'a', 0);
      for (const revision of [0, 2, -1, 1.5]) {
        await expect(store.save('c', 'b', revision), `at ${revision}`).rejects.toMatchObject({ code: 'conflict' });
      }
      await expect(store.save('new', 'b', 1)).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.load('c')).toEqual({ value: 'a', revision: 1 });
      expect(await store.load('new')).toEqual({ value: null, revision: 0 });
    });

    it('lets one of many saves at once through', async () => {
      const store = await open();
      const results = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => store.save('c', n, 0)));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await store.load('c')).revision).toBe(1);
    });

    it('keeps side values, and never lets one change', async () => {
      const url = await backing.freshUrl();
      const store = await open(url);
      expect(await store.getValue('section:1')).toBeUndefined();
      await store.putValue('section:1', { text: '一、加强学习' });
      await store.putValue('section:1', { text: '一、加强学习' });
      await expect(store.putValue('section:1', { text: '二' })).rejects.toMatchObject({ code: 'conflict' });
      await store.putValue('nothing', null);
      expect(await store.getValue('section:1')).toEqual({ text: '一、加强学习' });
      expect(await store.getValue('nothing')).toBeNull();
      // A side value and a conversation of the same name are two things.
      await store.putValue('c', 'value');
      expect(await store.load('c')).toEqual({ value: null, revision: 0 });
      await expect(store.save('c', undefined, 0)).rejects.toThrow(TypeError);
      await expect(store.putValue('u', undefined)).rejects.toThrow(TypeError);
    });

    it.each(['', 'nonsense', '{', 'null', '7', '"text"', '[]', '{}', '{"expires":1}'])(
      'says corrupt, not new, when %j is stored',
      async (garbage) => {
        const url = await backing.freshUrl();
        const store = await open(url);
        await store.save('c', 'good', 0);
        await store.putValue('v', 'good');
        await backing.overwrite(url, 'conversation:c', garbage);
        await backing.overwrite(url, 'value:v', garbage);
        await expect(store.load('c')).rejects.toMatchObject({ code: 'corrupt' });
        await expect(store.getValue('v')).rejects.toMatchObject({ code: 'corrupt' });
      },
    );

    it.each(['{"value":1}', '{"value":{"state":1}}', '{"value":{"revision":1}}', '{"value":null}'])(
      'says corrupt when a conversation is %j',
      async (garbage) => {
        const url = await backing.freshUrl();
        const store = await open(url);
        await store.save('c', 'good', 0);
        await backing.overwrite(url, 'conversation:c', garbage);
        await expect(store.load('c')).rejects.toMatchObject({ code: 'corrupt' });
      },
    );

    it('throws on every call once it is closed', async () => {
      const store = await open();
      await store.close();
      await store.close();
      const calls: Record<string, () => Promise<unknown>> = {
        put: () => store.put(entry('m1')),
        enqueue: () => store.enqueue({ id: 'j', conversation: 'c', payload: 1 }),
        setTimer: () => store.setTimer({ id: 't', due: 1, conversation: 'c', payload: 1 }),
        clearTimer: () => store.clearTimer('t'),
        load: () => store.load('c'),
        save: () => store.save('c', 1, 0),
        putValue: () => store.putValue('v', 1),
        getValue: () => store.getValue('v'),
        listSetAside: () => store.listSetAside(1),
        retrySetAside: () => store.retrySetAside('x'),
        counts: () => store.counts(),
        workEntries: () => store.workEntries(async () => {}, setAside, 1),
        workJobs: () => store.workJobs(async () => {}, setAside, 1),
        workTimers: () => store.workTimers(),
      };
      for (const [call, run] of Object.entries(calls)) {
        await expect(run(), call).rejects.toMatchObject({ name: 'ServiceError', code: 'store_unavailable' });
      }
    });
  });
}
