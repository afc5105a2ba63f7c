// A clock that stands still until a test moves it; timers fire in order of their due time.
export interface FakeClock {
  now(): number;
  setTimer(run: () => void, ms: number): () => void;
  /** How many timers are waiting. */
  waiting(): number;
  /** Moves on by `ms`, letting promises settle after each timer. */
  advance(ms: number): Promise<void>;
}

export function createFakeClock(start = Date.UTC(2026, 0, 12, 1, 12)): FakeClock {
  let now = start;
  const timers = new Set<{ at: number; run: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    setTimer(run, ms) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    waiting: () => timers.size,
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
      await settle();
    },
  };
}
