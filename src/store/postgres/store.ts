// The store on PostgreSQL.
import type { Log } from '../../log.ts';
import { misconfigured } from '../failure.ts';
import type { Store } from '../store.ts';

export async function openPostgresStore(_url: string, _options: { log: Log; now: () => number }): Promise<Store> {
  throw misconfigured('not yet');
}
