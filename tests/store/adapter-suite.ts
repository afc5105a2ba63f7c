// Keyv's own suite for storage adapters, and what it leaves out, for both of our twins.
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { expect, it } from 'vitest';
import { createAdapter, type KeptRows } from '../../src/store/adapter.ts';

/** The suite (2.1) expects Keyv 5's answer to deleting many: whether any was there. Keyv 6 answers for each. */
class Keyv5Delete extends Keyv {
  override async delete(key: string | string[]): Promise<never> {
    const result: boolean | boolean[] = await super.delete(key as string);
    return (Array.isArray(result) ? result.includes(true) : result) as never;
  }
}

export function adapterSuite(dialect: string, rows: () => KeptRows): void {
  // The suite wants to see `opts` on the store.
  const store = () => Object.assign(createAdapter(rows()), { opts: { dialect } });
  keyvTestSuite(vitest as never, Keyv5Delete as never, store as never);
  keyvIteratorTests(vitest as never, Keyv5Delete as never, store as never);

  it('sets, finds and deletes many at once, the last of equal keys winning', async () => {
    const adapter = createAdapter(rows());
    adapter.namespace = 'many';
    await adapter.setMany([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
      { key: 'a', value: '3' },
    ]);
    expect(await adapter.getMany(['a', 'b', 'c', 'a'])).toEqual(['3', '2', undefined, '3']);
    expect(await adapter.hasMany(['c', 'a'])).toEqual([false, true]);
    expect(await adapter.deleteMany(['a', 'c'])).toEqual([true, false]);
    expect(await adapter.has('a')).toBe(false);
  });

  it('iterates over more than a page, and only over its own namespace', async () => {
    const adapter = createAdapter(rows());
    adapter.namespace = 'a_b%';
    const other = createAdapter(rows());
    other.namespace = 'aXbY';
    await other.set('k', 'other');
    const keys = Array.from({ length: 450 }, (_, n) => `k${n}`);
    await adapter.setMany(keys.map((key) => ({ key, value: key })));
    const seen: unknown[] = [];
    for await (const [key] of adapter.iterator?.() ?? []) seen.push(key);
    expect(seen.toSorted()).toEqual(keys.toSorted());
    await adapter.clear();
    expect(await other.get('k')).toBe('other');
  });

  it('enforces expiry on reads', async () => {
    const adapter = createAdapter(rows());
    await adapter.set('past', 'x', Date.now() - 1);
    await adapter.set('future', 'x', Date.now() + 60_000);
    expect(await adapter.getMany(['past', 'future'])).toEqual([undefined, 'x']);
    expect(await adapter.has('past')).toBe(false);
  });

  it('saves only against the stored revision', async () => {
    const adapter = createAdapter(rows());
    expect(await adapter.save('fenced', 'a', 0)).toBe(1);
    await expect(adapter.save('fenced', 'b', 0)).rejects.toMatchObject({ code: 'conflict' });
    expect(await adapter.save('fenced', 'b', 1)).toBe(2);
    await expect(adapter.save('fenced', 'c', 1)).rejects.toMatchObject({ code: 'conflict' });
    expect(await adapter.get('fenced')).toBe('b');
  });
}
