// How much may be asked of an endpoint: requests an hour, and retries only in proportion to what succeeds. Pure but for its counts.

export interface Budget {
  /** Takes one request out of the hour; how long until there is room again when there is none. */
  take: () => { type: 'taken' } | { type: 'spent'; waitMs: number };
  /** Whether a retry may be made; takes it when so. */
  retry: () => boolean;
  /** A request succeeded, which earns part of a retry. */
  earn: () => void;
}

const HOUR_MS = 3_600_000;
/** When an endpoint fails for everybody, retrying everything trebles its load and our bill. */
const mostRetries = 20;
const earned = 0.3;

export function createBudget(perHour: number | undefined, now: () => number): Budget {
  const taken: number[] = [];
  let retries = mostRetries;
  return {
    take() {
      const since = now() - HOUR_MS;
      while (taken[0] !== undefined && taken[0] <= since) taken.shift();
      const [oldest] = taken;
      if (perHour !== undefined && taken.length >= perHour && oldest !== undefined) {
        return { type: 'spent', waitMs: oldest - since };
      }
      if (perHour !== undefined) taken.push(now());
      return { type: 'taken' };
    },
    retry() {
      if (retries < 1) return false;
      retries -= 1;
      return true;
    },
    earn() {
      retries = Math.min(mostRetries, retries + earned);
    },
  };
}
