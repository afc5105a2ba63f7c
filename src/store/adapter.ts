// Keyv's storage adapter, written once over the few statements in which the engines differ. Never swallows an error.
import { EventEmitter } from 'node:events';
import { type KeyvStorageAdapter, keyvStorageCapability } from 'keyv';

interface Row {
  key: string;
  text: string;
  /** Ms since the epoch; null: never. The store itself never lets anything expire. */
  expires: number | null;
}

/** The table of kept values in one engine. Expired rows count as absent. Every failure throws ServiceError. */
export interface KeptRows {
  read(keys: string[]): Promise<Map<string, string>>;
  write(rows: Row[]): Promise<void>;
  /** Resolves to the keys that were there. */
  remove(keys: string[]): Promise<Set<string>>;
  removeAll(prefix: string): Promise<void>;
  /** In order of keys, after `after`. */
  page(prefix: string, after: string, limit: number): Promise<{ key: string; text: string }[]>;
  /** The fence: writes only if the stored revision is `revision` (0: absent), else throws `conflict`. Resolves to the new one. */
  save(key: string, text: string, revision: number): Promise<number>;
}

/** A Keyv adapter that can also write conditionally. */
export interface FencedAdapter extends KeyvStorageAdapter {
  save(key: string, text: string, revision: number): Promise<number>;
}

const pageSize = 200;

export function createAdapter(rows: KeptRows): FencedAdapter {
  const prefix = () => (adapter.namespace ? `${adapter.namespace}:` : '');
  const stored = (key: string) => prefix() + key;

  const methods = {
    namespace: undefined as string | undefined,
    async get(key: string) {
      return (await rows.read([stored(key)])).get(stored(key));
    },
    async getMany(keys: string[]) {
      const found = await rows.read(keys.map(stored));
      return keys.map((key) => found.get(stored(key)));
    },
    async has(key: string) {
      return (await rows.read([stored(key)])).has(stored(key));
    },
    async hasMany(keys: string[]) {
      const found = await rows.read(keys.map(stored));
      return keys.map((key) => found.has(stored(key)));
    },
    async set(key: string, value: unknown, expires?: number) {
      await rows.write([{ key: stored(key), text: String(value), expires: expires ?? null }]);
      return true;
    },
    async setMany(entries: { key: string; value: unknown; expires?: number }[]) {
      // The last of equal keys wins, as if set one after the other.
      const last = new Map(entries.map((entry) => [entry.key, entry]));
      await rows.write(
        [...last.values()].map(({ key, value, expires }) => ({
          key: stored(key),
          text: String(value),
          expires: expires ?? null,
        })),
      );
      return entries.map(() => true);
    },
    async delete(key: string) {
      return (await rows.remove([stored(key)])).has(stored(key));
    },
    async deleteMany(keys: string[]) {
      const removed = await rows.remove(keys.map(stored));
      return keys.map((key) => removed.has(stored(key)));
    },
    async clear() {
      await rows.removeAll(prefix());
    },
    async *iterator() {
      for (let after = ''; ; ) {
        const page = await rows.page(prefix(), after, pageSize);
        for (const { key, text } of page) yield [key.slice(prefix().length), text];
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) return;
        after = last.key;
      }
    },
    async save(key: string, text: string, revision: number) {
      return await rows.save(stored(key), text, revision);
    },
  };
  const adapter = Object.assign(new EventEmitter(), methods);
  // Declares that expiry times are absolute; without it Keyv would wrap the adapter in a bridge.
  return Object.assign(adapter, { capabilities: keyvStorageCapability(adapter) }) as FencedAdapter;
}
