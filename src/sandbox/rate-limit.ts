// Counts calls in sliding windows on the sandbox's clock. Must never count a call that was itself refused.
import type { Clock } from './clock.ts';

export interface RateLimit {
  /** 0 when the call is allowed (and counted), otherwise the ms until one would be. */
  take(key: string, limit: number, windowMs: number): number;
}

export function createRateLimit(clock: Clock): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key, limit, windowMs) {
      const now = clock.now();
      const recent = (taken.get(key) ?? []).filter((at) => at > now - windowMs);
      taken.set(key, recent);
      const oldest = recent[recent.length - limit];
      if (oldest !== undefined) return Math.max(1, oldest + windowMs - now);
      recent.push(now);
      return 0;
    },
  };
}
