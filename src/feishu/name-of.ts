// A person's display name. Never fails: without the scope, or when the platform is away, the name is ''.
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { FeishuClient } from './client.ts';

const keepMs = 24 * 3600_000;
/** After a failure; a missing scope may be granted any time. */
const retryMs = 10 * 60_000;
const maxNames = 5000;

export function createNameOf(client: FeishuClient, log: Log, now: () => number): (openId: string) => Promise<string> {
  const cache = new Map<string, { name: string; until: number }>();

  async function ask(openId: string): Promise<{ name: string; until: number }> {
    try {
      const { data } = await client.call((sdk) =>
        sdk.contact.v3.user.get({ path: { user_id: encodeURIComponent(openId) }, params: { user_id_type: 'open_id' } }),
      );
      const name = data?.user?.name ?? '';
      if (name !== '') return { name, until: now() + keepMs };
      log.info({ scope: 'contact:user.base:readonly' }, 'names are not shown: the scope is missing');
    } catch (error) {
      log.info({ error: error instanceof ServiceError ? error.message : 'unknown' }, 'a name could not be had');
    }
    return { name: '', until: now() + retryMs };
  }

  return async (openId) => {
    if (openId === '') return '';
    const cached = cache.get(openId);
    if (cached !== undefined && cached.until > now()) return cached.name;
    const entry = await ask(openId);
    cache.delete(openId);
    cache.set(openId, entry);
    const oldest = cache.keys().next().value;
    if (cache.size > maxNames && oldest !== undefined) cache.delete(oldest);
    return entry.name;
  };
}
