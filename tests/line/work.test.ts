import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { judge } from '../../src/work.ts';

describe('what becomes of a failed attempt', () => {
  const outage = new ServiceError('feishu_unavailable', 'down');

  it('waits out an outage with growing, bounded delays', () => {
    const delays = [1, 2, 3, 8, 20].map((attempt) => judge(outage, attempt));
    expect(delays).toEqual([500, 1000, 2000, 60_000, 60_000].map((delayMs) => ({ type: 'retry', delayMs })));
  });

  it('waits at least as long as the other side asked', () => {
    const limited = new ServiceError('feishu_rate_limited', 'slow down', { retryAfterMs: 9_000 });
    expect(judge(limited, 1)).toEqual({ type: 'retry', delayMs: 9_000 });
  });

  it('looks again at once after a conflict', () => {
    expect(judge(new ServiceError('conflict', 'stale'), 1)).toEqual({ type: 'retry', delayMs: 0 });
  });

  it('gives a fault of our own a few tries, an outage many, and neither for ever', () => {
    const tries = (error: unknown) => {
      let attempt = 1;
      while (judge(error, attempt).type === 'retry' && attempt < 10_000) attempt += 1;
      return attempt;
    };
    expect(tries(new TypeError('bug'))).toBe(4);
    expect(tries(outage)).toBeGreaterThan(100);
    expect(tries(outage)).toBeLessThan(200);
  });

  it('sets aside at once what no repetition can mend', () => {
    expect(judge(new ServiceError('corrupt', 'unreadable'), 1)).toEqual({ type: 'set_aside' });
  });
});
