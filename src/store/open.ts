// Opens the store that STORAGE_URL names. The only way in; imports PostgreSQL's packages only when they are needed, and never shows a password.
import { type Log, silentLog } from '../log.ts';
import { type Limits, usualLimits } from './deadline.ts';
import { misconfigured } from './failure.ts';
import { openSqliteStore } from './sqlite/store.ts';
import type { Store } from './store.ts';

export interface OpenOptions {
  log?: Log;
  /** Ms since the epoch. */
  now?: () => number;
  /**
   * For commands next to a running bot: on SQLite without the lock that only one process can hold. Such a store reads,
   * puts and puts back, but works nothing. No difference on PostgreSQL, which any number of processes share.
   */
  beside?: boolean;
  /** How long one attempt may take before it counts as failed. */
  limits?: Limits;
}

/** `sqlite:./data/zhibi.db`, `sqlite::memory:` or `postgres://user:password@host/database`. Throws bad_config when it makes no sense. */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const clock = options.now ?? Date.now;
  const filled = {
    log: options.log ?? silentLog,
    now: () => Math.round(clock()),
    beside: options.beside ?? false,
    limits: options.limits ?? usualLimits,
  };
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgresStore } = await import('./postgres/store.ts');
    return await openPostgresStore(url, filled);
  }
  const path = /^sqlite:(?:\/\/(?=.))?(.+)$/.exec(url)?.[1];
  if (path === undefined || path.includes('\0') || /[/\\]$/.test(path)) {
    throw misconfigured(
      'STORAGE_URL names no store; write sqlite:./data/zhibi.db for a file, or postgres://user:password@host:5432/database',
    );
  }
  return openSqliteStore(path, filled);
}
