// Keeps our sends under the platform's limits, so that it has nothing to refuse. Reserves a place at once; first come, first served.
import { setTimeout as sleepFor } from 'node:timers/promises';

export interface Pace {
  /** Resolves when one more call for this target (chat or message) may go out. */
  wait(target: string): Promise<void>;
}

interface Options {
  perTarget?: number;
  overall?: number;
  now?: () => number;
  sleep?: (ms: number) => Promise<unknown>;
}

/** A second as the platform counts it, and a tenth for requests that overtake each other on the way. */
const windowMs = 1100;
const everything = '';

export function createPace({ perTarget = 5, overall = 50, now = Date.now, sleep = sleepFor }: Options = {}): Pace {
  /** When the latest calls go out, at most as many as the limit, oldest first; by target. */
  const reserved = new Map<string, number[]>();

  function free(target: string, limit: number, at: number): number {
    const times = reserved.get(target) ?? [];
    return times.length < limit ? at : Math.max(at, (times[times.length - limit] ?? at) + windowMs);
  }

  function reserve(target: string, limit: number, at: number): void {
    const times = reserved.get(target) ?? [];
    reserved.set(target, [...times, at].sort((a, b) => a - b).slice(-limit));
  }

  function forgetOld(at: number): void {
    if (reserved.size < 1000) return;
    for (const [target, times] of reserved) if ((times.at(-1) ?? 0) + windowMs < at) reserved.delete(target);
  }

  async function hold(target: string, limit: number): Promise<void> {
    const at = now();
    forgetOld(at);
    const goAt = free(target, limit, at);
    reserve(target, limit, goAt);
    if (goAt > at) await sleep(goAt - at);
  }

  return {
    async wait(target) {
      // The target's own limit first: what waits there must not take places from others meanwhile.
      await hold(target, perTarget);
      await hold(everything, overall);
    },
  };
}
