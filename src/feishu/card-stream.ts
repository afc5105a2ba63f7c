// A growing text in its card: coalesced, paced, and going on after whatever the platform refuses. Must never write once it has ended.
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { OpenCard } from '../conversation/effect.ts';
import { ServiceError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import type { CardStream } from './card-port.ts';
import type { CardWriter } from './card-writer.ts';
import { platformCodeOf } from './failure.ts';
import type { Pace } from './pace.ts';

interface Needs {
  card: OpenCard;
  writer: Pick<CardWriter, 'write' | 'reopen'>;
  isWanted: () => Promise<boolean>;
  /** Shared by all streams: the platform takes 1000 such calls a minute of an app. */
  pace: Pace;
  now: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  log: Log;
}

/** Between two updates of a card, which takes ten a second; some are left for its end. */
const GAP_MS = 160;
/** The platform closes a stream ten minutes after it was last opened. */
const ROTATE_MS = 9 * 60_000;
/** 30 KB with all around it, as JSON within JSON; a Chinese character takes three bytes. */
const MAX_BYTES = 20_000;
const MIN_BYTES = 1000;
/** What is on its way when a stream ends is not waited for longer: its sequence is below whatever comes next. */
const END_MS = 2000;
const more = '\n……（后面的写完一起看）';

export function createCardStream({
  card,
  writer,
  isWanted,
  pace,
  now,
  sleep = (ms, signal) => sleepFor(ms, undefined, { signal }),
  log,
}: Needs): CardStream {
  const ending = new AbortController();
  const { signal } = ending;
  let latest: (() => string) | undefined;
  let shown = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  let openedAt = card.openedAt;
  let closed = false;
  let maxBytes = MAX_BYTES;
  let failures = 0;
  let running: Promise<void> | undefined;

  function start(): void {
    running ??= pump()
      .catch((error: unknown) => {
        ending.abort();
        log.warn({ card: card.cardId, error: describeError(error) }, 'a stream broke off');
      })
      .finally(() => {
        running = undefined;
        // What came in the moment between the last look and the end.
        if (latest && !signal.aborted) start();
      });
  }

  const pause = (ms: number): Promise<unknown> => sleep(ms, signal).catch(() => undefined);

  async function pump(): Promise<void> {
    while (latest && !signal.aborted) {
      // Evenly, not in bursts: it is read while it grows.
      const rest = lastAt + GAP_MS - now();
      if (rest > 0) await pause(rest);
      // The first words come late: what has none yet takes no place from other cards.
      if (shown === '' && latest().trim() === '') {
        latest = undefined;
        continue;
      }
      await pace.wait(card.cardId);
      if (signal.aborted) return;
      lastAt = now();
      const text = firstBytes(latest(), maxBytes);
      latest = undefined;
      if (text.trim() === '' || text === shown) continue;
      try {
        await put(text);
        shown = text;
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        // What could not be shown goes out again, unless there is more by then.
        latest ??= () => text;
        if (!(await recover(error))) {
          log.info({ card: card.cardId, error: describeError(error) }, 'the draft is not shown as it grows any more');
          ending.abort();
        }
      }
    }
  }

  async function put(text: string): Promise<void> {
    if (!closed && now() - openedAt < ROTATE_MS) return writer.write(card, text);
    await writer.reopen(card, text);
    openedAt = now();
    closed = false;
  }

  /** Whether to go on. */
  async function recover(error: unknown): Promise<boolean> {
    failures += 1;
    switch (platformCodeOf(error)) {
      case 200850:
      case 300309:
        closed = true;
        return failures < 10 && isWanted().catch(() => false);
      case 200860:
        maxBytes = Math.floor(maxBytes / 2);
        return maxBytes >= MIN_BYTES;
    }
    // 200810 (somebody is using the card) is among what may pass.
    if (!(error instanceof ServiceError)) return false;
    if (error.code !== 'feishu_unavailable' && error.code !== 'feishu_rate_limited') return false;
    await pause(error.retryAfterMs ?? Math.min(10_000, 500 * 2 ** Math.min(failures - 1, 5)));
    return true;
  }

  return {
    show(render) {
      if (signal.aborted) return;
      latest = render;
      start();
    },
    async end() {
      ending.abort();
      if (!running) return;
      const waiting = new AbortController();
      await Promise.race([running, sleep(END_MS, waiting.signal).catch(() => undefined)]);
      waiting.abort();
    },
  };
}

/** A beginning that fits, never cut within a character. */
function firstBytes(text: string, max: number): string {
  const bytes = Buffer.from(text.toWellFormed());
  if (bytes.length <= max) return bytes.toString();
  return `${bytes
    .subarray(0, max)
    .toString()
    .replace(/\uFFFD+$/u, '')}${more}`;
}
