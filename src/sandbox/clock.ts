// The sandbox's time: every limit, expiry and redelivery runs on this clock. Must never be bypassed with Date.now or setTimeout.
export interface Clock {
  /** ms since 1970. */
  now(): number;
  /** Calls `run` once after `ms`; the returned function cancels it. */
  setTimer(run: () => void, ms: number): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(run, ms) {
    const timer = setTimeout(run, ms);
    // A redelivery due in six hours must not keep a finished process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
