// How fast the store is, in JSON lines: durable puts singly and in groups, a turn's load and save at small and large states. Measures; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { findPostgres } from '../store/postgres-server.ts';

const payload = { text: '字'.repeat(1300) };

/** `sqlite`, `postgres` or both (the default); `--seconds 2` for each figure. */
export async function run(args: string[]): Promise<void> {
  const at = args.indexOf('--seconds');
  const seconds = at < 0 ? 2 : Number(args[at + 1]);
  const wanted = args.filter((arg) => arg === 'sqlite' || arg === 'postgres');
  const say = (engine: string) => (fields: object) =>
    process.stdout.write(`${JSON.stringify({ bench: 'store', engine, ...fields })}\n`);

  if (wanted.length === 0 || wanted.includes('sqlite')) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
    const store = await openStore(`sqlite:${join(folder, 'bench.db')}`);
    await measure(store, seconds * 1000, say('sqlite'));
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (wanted.length === 0 || wanted.includes('postgres')) {
    const found = await findPostgres();
    if ('missing' in found) {
      say('postgres')({ skipped: found.missing });
      return;
    }
    const server = await found.start();
    const store = await openStore(await server.freshUrl());
    await measure(store, seconds * 1000, say('postgres'));
    await store.close();
    await server.remove();
  }
}

async function measure(store: Store, ms: number, say: (fields: object) => void): Promise<void> {
  for (const group of [1, 50]) {
    let puts = 0;
    const tookMs = await repeat(ms, async (round) => {
      const ids = Array.from({ length: group }, (_, n) => `${group}-${round}-${n}`);
      await Promise.all(ids.map((id) => store.put({ id, conversation: id, payload, receivedAt: 0 })));
      puts += group;
    });
    say({
      what: 'durable_puts',
      group,
      bytes: Buffer.byteLength(JSON.stringify(payload)),
      perSecond: round(puts / (tookMs / 1000)),
    });
  }

  // 2 KB is a young conversation; 60 KB one with several reports, heads only.
  const medians: number[] = [];
  for (const kilobytes of [2, 60]) {
    const state = { text: 'x'.repeat(kilobytes * 1024) };
    let revision = 0;
    const turns: number[] = [];
    await repeat(ms, async () => {
      const before = performance.now();
      const loaded = await store.load(`turns-${kilobytes}`);
      revision = await store.save(`turns-${kilobytes}`, state, loaded.revision);
      turns.push(performance.now() - before);
    });
    const sorted = turns.toSorted((a, b) => a - b);
    const quantile = (part: number) => round(sorted[Math.floor(sorted.length * part)] ?? 0);
    medians.push(quantile(0.5));
    say({ what: 'load_and_save', kilobytes, turns: revision, medianMs: quantile(0.5), p95Ms: quantile(0.95) });
  }
  const [small = 1, large = 1] = medians;
  say({ what: 'load_and_save_ratio', largeToSmall: round(large / small) });

  await lane(store, say);
}

/** From one event's end to the next one's beginning within a lane, and from a put to its beginning. */
async function lane(store: Store, say: (fields: object) => void): Promise<void> {
  const waits: number[] = [];
  let begun: (() => void) | undefined;
  const backlog = (await store.counts()).entries;
  const worker = await store.workEntries(
    async () => {
      begun?.();
    },
    () => ({ type: 'set_aside' }),
    8,
  );
  const started = performance.now();
  while ((await store.counts()).entries > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  say({ what: 'empty_turns', count: backlog, perSecond: round(backlog / ((performance.now() - started) / 1000)) });
  for (let n = 0; n < 100; n += 1) {
    const before = performance.now();
    const woken = new Promise<void>((resolve) => {
      begun = resolve;
    });
    await store.put({ id: `lane-${n}`, conversation: 'lane', payload: n, receivedAt: 0 });
    await woken;
    waits.push(performance.now() - before);
  }
  await worker.stop();
  const sorted = waits.toSorted((a, b) => a - b);
  say({ what: 'put_to_begin', medianMs: round(sorted[50] ?? 0), p95Ms: round(sorted[95] ?? 0) });
}

async function repeat(ms: number, once: (round: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  let rounds = 0;
  while (performance.now() - started < ms) {
    await once(rounds);
    rounds += 1;
  }
  return performance.now() - started;
}

const round = (value: number) => Math.round(value * 100) / 100;
