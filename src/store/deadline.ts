// Bounds one attempt in time, so that a handler which never comes back cannot hold its lane for ever. The fence keeps it from saving late.
import type { Attempt } from './store.ts';

/** How long one attempt may take, in ms. Far more than a turn or a drafted report needs. */
export interface Limits {
  entryMs: number;
  jobMs: number;
}

export const usualLimits: Limits = { entryMs: 10 * 60_000, jobMs: 60 * 60_000 };

/** Runs `handle`; rejects when it takes longer than `limitMs`, and aborts the signal it was given. */
export async function withinLimit(
  limitMs: number,
  { number, signal }: Attempt,
  handle: (attempt: Attempt) => Promise<void>,
): Promise<void> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const overrun = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`did not end within ${Math.round(limitMs / 1000)} s`);
      late.abort(error);
      reject(error);
    }, limitMs);
  });
  try {
    await Promise.race([handle({ number, signal: AbortSignal.any([signal, late.signal]) }), overrun]);
  } finally {
    clearTimeout(timer);
  }
}
