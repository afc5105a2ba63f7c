// What Keyv must never do to us: answer a failure with "nothing stored", which would look like a new conversation and be saved over.
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { createAdapter, type KeptRows } from '../../src/store/adapter.ts';
import { openValues } from '../../src/store/values.ts';

/** Rows in memory that can be told to fail. */
function createRows() {
  const rows = new Map<string, { text: string; revision: number }>();
  let failure: Error | undefined;
  const ask = () => {
    if (failure !== undefined) throw failure;
  };
  const kept: KeptRows = {
    async read(keys) {
      ask();
      return new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)?.text ?? ''] as const] : [])));
    },
    async write(given) {
      ask();
      for (const { key, text } of given) rows.set(key, { text, revision: 1 });
    },
    async remove(keys) {
      ask();
      return new Set(keys.filter((key) => rows.delete(key)));
    },
    async removeAll() {
      ask();
      rows.clear();
    },
    async page() {
      ask();
      return [];
    },
    async save(key, text, revision) {
      ask();
      if ((rows.get(key)?.revision ?? 0) !== revision) throw new ServiceError('conflict', 'no');
      rows.set(key, { text, revision: revision + 1 });
      return revision + 1;
    },
  };
  return {
    kept,
    rows,
    fail(error: Error | undefined) {
      failure = error;
    },
  };
}

describe('values over a failing store', () => {
  it.each([
    new ServiceError('store_unavailable', 'gone'),
    new Error('any other'),
    Object.assign(new Error('with a code'), { code: 'ECONNRESET' }),
  ])('throws what the store threw: %s', async (error) => {
    const { kept, rows, fail } = createRows();
    const values = openValues(createAdapter(kept));
    await values.save('c', 'state', 0);
    await values.putValue('v', 'text');
    const before = JSON.stringify([...rows]);
    fail(error);
    await expect(values.load('c')).rejects.toBe(error);
    await expect(values.load('never seen')).rejects.toBe(error);
    await expect(values.getValue('v')).rejects.toBe(error);
    await expect(values.save('c', 'other', 1)).rejects.toBe(error);
    await expect(values.putValue('w', 'text')).rejects.toBe(error);
    await expect(values.putValue('v', 'text')).rejects.toBe(error);
    fail(undefined);
    expect(JSON.stringify([...rows])).toBe(before);
    expect(await values.load('c')).toEqual({ value: 'state', revision: 1 });
  });

  it('does not listen to the adapter for errors: a listener is what makes Keyv swallow them', async () => {
    const { kept, fail } = createRows();
    const adapter = createAdapter(kept);
    const values = openValues(adapter);
    // Somebody else's listener on the adapter must not change that either.
    adapter.on('error', () => {});
    fail(new ServiceError('store_unavailable', 'gone'));
    await expect(values.load('c')).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  it('never deletes or hides what Keyv would take to be expired', async () => {
    const { kept, rows } = createRows();
    const values = openValues(createAdapter(kept));
    rows.set('conversation:c', { text: '{"value":{"revision":1,"state":"old"},"expires":1}', revision: 1 });
    expect(await values.load('c')).toEqual({ value: 'old', revision: 1 });
    expect(rows.size).toBe(1);
  });

  it('asks the store even for an empty name, which Keyv itself would answer with nothing', async () => {
    const { kept, fail } = createRows();
    const values = openValues(createAdapter(kept));
    fail(new Error('asked'));
    await expect(values.load('')).rejects.toThrow('asked');
    await expect(values.getValue('')).rejects.toThrow('asked');
  });
});
