// A process of its own on a store, for tests of killing, stalling and sharing. Writes one JSON line for each thing that happens.
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/store/open.ts';
import type { Attempt, Entry, Store } from '../../src/store/store.ts';

function say(type: string, fields: object = {}): void {
  // The monotonic clock, which all processes of a machine share.
  const at = Number(process.hrtime.bigint()) / 1e6;
  process.stdout.write(`${JSON.stringify({ type, at, ...fields })}\n`);
}

const tasks: Record<string, (store: Store) => Promise<void>> = {
  /** Works entries, a few milliseconds each. */
  async work(store) {
    const handle = async ({ id, conversation }: Entry) => {
      say('begin', { id, conversation });
      await delay(1 + (id.length % 3));
      say('end', { id, conversation });
    };
    await store.workEntries(handle, () => ({ type: 'set_aside' }), 4);
    await store.workTimers();
    say('working');
  },
  /** Takes one entry and one job and never ends them: to be killed. */
  async hang(store) {
    const hang = (type: string) => async (item: { id: string }, attempt: Attempt) => {
      say(type, { id: item.id, number: attempt.number });
      await new Promise(() => {});
    };
    await store.workEntries(hang('took_entry'), () => ({ type: 'set_aside' }), 1);
    await store.workJobs(hang('took_job'), () => ({ type: 'set_aside' }), 1);
  },
  /** Loads, is stopped for a while by the test, and saves late. */
  async stall(store) {
    const handle = async ({ conversation }: Entry, { signal }: Attempt) => {
      const { revision } = await store.load(conversation);
      say('loaded', { revision });
      const heardOf = () => say('aborted');
      signal.addEventListener('abort', heardOf, { once: true });
      // Long enough for the test to stop the process in the middle.
      const until = Date.now() + 1500;
      while (Date.now() < until) await delay(50);
      try {
        await store.save(conversation, 'late', revision);
        say('saved');
      } catch (error) {
        say('refused', { code: (error as { code?: string }).code });
      }
    };
    await store.workEntries(handle, () => ({ type: 'set_aside' }), 1);
  },
  /** Puts without end and says what was acknowledged: to be killed. */
  async put(store) {
    for (let group = 0; ; group += 1) {
      const ids = Array.from({ length: 20 }, (_, index) => `${process.pid}-${group}-${index}`);
      const payload = 'x'.repeat(500);
      await Promise.all(ids.map((id) => store.put({ id, conversation: id, payload, receivedAt: 0 })));
      say('put', { ids });
    }
  },
  /** Only opens. */
  async open() {
    say('opened');
  },
};

const [url = '', task = ''] = process.argv.slice(2);
try {
  const store = await openStore(url);
  // Keeps the process until it is killed, whatever the task leaves running.
  setInterval(() => {}, 60_000);
  await tasks[task]?.(store);
} catch (error) {
  say('failed', { message: (error as Error).message });
  process.exit(1);
}
