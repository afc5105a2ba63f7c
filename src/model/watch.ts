// How long one attempt may take: so long until it begins to answer, then as long as its stream stays alive. Knows no request.

export interface Watch {
  signal: AbortSignal;
  /** The stream said something. */
  alive: () => void;
  stop: () => void;
}

/** `left`: ms to the asker's own deadline, which no stream outlives. Not the SDK's timeout: that one ends with the headers. */
export function createWatch(beginMs: number, left: () => number, idleMs: number): Watch {
  const controller = new AbortController();
  const give = (ms: number) => setTimeout(() => controller.abort(new Error('no answer in time')), ms);
  let timer = give(beginMs);
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer);
      timer = give(Math.max(1, Math.min(idleMs, left())));
    },
    stop: () => clearTimeout(timer),
  };
}
