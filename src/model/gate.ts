// How many requests are under way at once; whoever has least time left goes first, so that reading a message never waits behind drafts. Knows no request.

/** Waits for a turn and gives what ends it; rejects when `signal` is aborted before. `deadline`: ms since the epoch. */
export type Gate = (deadline: number, signal: AbortSignal) => Promise<() => void>;

export function createGate(most: number): Gate {
  let under = 0;
  const waiting: { deadline: number; enter: () => void }[] = [];
  const leave = (): void => {
    under -= 1;
    waiting.shift()?.enter();
  };
  return (deadline, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const entry = {
        deadline,
        enter() {
          under += 1;
          signal.removeEventListener('abort', give);
          let left = false;
          resolve(() => {
            if (!left) leave();
            left = true;
          });
        },
      };
      const give = (): void => {
        const at = waiting.indexOf(entry);
        if (at >= 0) waiting.splice(at, 1);
        reject(signal.reason);
      };
      if (under < most) return entry.enter();
      signal.addEventListener('abort', give, { once: true });
      const later = waiting.findIndex((other) => other.deadline > deadline);
      waiting.splice(later < 0 ? waiting.length : later, 0, entry);
    });
}
