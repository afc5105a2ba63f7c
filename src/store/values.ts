// The one place where Keyv is opened: conversations behind their fence, and immutable side values. Never lets Keyv swallow a failure.
import { Keyv } from 'keyv';
import { ServiceError } from '../errors.ts';
import type { FencedAdapter } from './adapter.ts';
import { conflict, corrupt } from './failure.ts';
import type { Loaded } from './store.ts';

export interface Values {
  load(conversation: string): Promise<Loaded<unknown>>;
  save(conversation: string, value: unknown, revision: number): Promise<number>;
  putValue(key: string, value: unknown): Promise<void>;
  getValue(key: string): Promise<unknown | undefined>;
}

/** What stands under a conversation's key. The revision travels inside so that one read brings both. */
interface Kept {
  revision: number;
  state: unknown;
}

export function openValues(adapter: FencedAdapter): Values {
  // No `error` listener may ever be attached here: with one, Keyv 6.1 answers a failed get with undefined, which looks
  // like a new conversation, and the next save would erase the real one. Without one it throws.
  // checkExpired is off because with it Keyv deletes what it takes to be expired; nothing here expires.
  const keyv = new Keyv({ store: adapter, serialization: { stringify, parse }, checkExpired: false });

  return {
    async load(conversation) {
      const kept = await keyv.get<Kept>(conversationKey(conversation));
      if (kept === undefined) return { value: null, revision: 0 };
      if (!isKept(kept)) throw corrupt(`The stored state of ${conversation} has no revision; restore it from a backup`);
      return { value: kept.state, revision: kept.revision };
    },
    async save(conversation, value, revision) {
      if (!Number.isInteger(revision) || revision < 0) throw conflict(conversationKey(conversation), revision);
      if (value === undefined) throw new TypeError('A conversation cannot be saved as undefined');
      const kept: Kept = { revision: revision + 1, state: value };
      return await adapter.save(conversationKey(conversation), stringify({ value: kept }), revision);
    },
    async putValue(key, value) {
      if (value === undefined) throw new TypeError('A side value cannot be undefined');
      const text = stringify({ value });
      try {
        await adapter.save(valueKey(key), text, 0);
      } catch (error) {
        // Writing the same again is a repeat after a crash; writing anything else would change what a state already names.
        const conflict = error instanceof ServiceError && error.code === 'conflict';
        if (conflict && (await adapter.get(valueKey(key))) === text) return;
        throw error;
      }
    },
    async getValue(key) {
      return await keyv.get(valueKey(key));
    },
  };
}

// The prefixes keep the two kinds apart and the key from ever being empty: Keyv answers '' with undefined, unasked.
const conversationKey = (conversation: string) => `conversation:${conversation}`;
const valueKey = (key: string) => `value:${key}`;

function stringify(envelope: unknown): string {
  return JSON.stringify(envelope);
}

/** Keyv takes any object for its envelope, and one without `value` for a missing key; so the shape is proved here. */
function parse<T>(text: string): T {
  let envelope: unknown;
  try {
    envelope = JSON.parse(text);
  } catch (error) {
    throw corrupt('A stored value is not JSON; restore it from a backup', error);
  }
  if (typeof envelope !== 'object' || envelope === null || !('value' in envelope)) {
    throw corrupt('A stored value has lost its envelope; restore it from a backup');
  }
  return envelope as T;
}

function isKept(kept: unknown): kept is Kept {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'state' in kept &&
    Number.isInteger((kept as { revision?: unknown }).revision)
  );
}
