// Issues tenant tokens and checks the bearer of every call. Must never accept a token it did not issue.
import { ApiError } from './api-error.ts';
import type { Clock } from './clock.ts';
import { newTenantToken } from './ids.ts';

const LIFETIME_MS = 7200_000;
const RENEW_MS = 30 * 60_000;

export interface Tokens {
  /** The current token while at least 30 minutes are left, otherwise a new one; the old stays valid to its end. */
  issue(appId: unknown, appSecret: unknown): { token: string; expireSeconds: number };
  check(authorization: string | undefined): void;
  /** Every token issued so far expires now (99991677), or is forgotten (99991663). */
  revoke(how: 'expired' | 'invalid'): void;
}

export function createTokens(clock: Clock, app: { id: string; secret: string }): Tokens {
  const expiry = new Map<string, number>();
  let current: string | undefined;
  const left = (token: string | undefined): number =>
    token === undefined ? 0 : Math.max(0, (expiry.get(token) ?? 0) - clock.now());

  return {
    issue(appId, appSecret) {
      if (appId !== app.id) throw new ApiError(10003, 'invalid param');
      if (appSecret !== app.secret) throw new ApiError(10014, 'app secret invalid');
      if (current === undefined || left(current) < RENEW_MS) {
        current = newTenantToken();
        expiry.set(current, clock.now() + LIFETIME_MS);
      }
      return { token: current, expireSeconds: Math.floor(left(current) / 1000) };
    },
    check(authorization) {
      if (authorization === undefined || authorization === '') {
        throw new ApiError(
          99991661,
          'Missing access token for authorization. Please make a request with token attached.',
        );
      }
      const token = /^Bearer (t-\S+)$/.exec(authorization)?.[1];
      if (token === undefined) throw new ApiError(99991671, 'Invalid access token format, it must start with t-.');
      if (!expiry.has(token))
        throw new ApiError(
          99991663,
          'Invalid access token for authorization. Please make a request with token attached.',
        );
      if (left(token) === 0) throw new ApiError(99991677, 'Authentication token expired. Please get a new token.');
    },
    revoke(how) {
      for (const token of expiry.keys()) expiry.set(token, clock.now());
      if (how === 'invalid') expiry.clear();
      current = undefined;
    },
  };
}
