// The gate before the endpoint: never more than allowed, the most pressing first, nobody stuck.
import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/model/gate.ts';

const never = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate', () => {
  it('lets in as many as may be, and the others as they leave, the least patient first', async () => {
    const enter = createGate(2);
    const inside: string[] = [];
    const leaves = new Map<string, () => void>();
    const come = (name: string, deadline: number) =>
      enter(deadline, never).then((leave) => {
        inside.push(name);
        leaves.set(name, leave);
      });
    void come('chapter 1', 120);
    void come('chapter 2', 120);
    void come('chapter 3', 120);
    void come('message', 10);
    await settled();
    expect(inside).toEqual(['chapter 1', 'chapter 2']);
    leaves.get('chapter 1')?.();
    // Leaving twice counts once.
    leaves.get('chapter 1')?.();
    await settled();
    expect(inside).toEqual(['chapter 1', 'chapter 2', 'message']);
    leaves.get('chapter 2')?.();
    await settled();
    expect(inside.at(-1)).toBe('chapter 3');
  });

  it('forgets who went away', async () => {
    const enter = createGate(1);
    const leave = await enter(1, never);
    const gone = new AbortController();
    const waiting = enter(1, gone.signal);
    gone.abort(new Error('停'));
    await expect(waiting).rejects.toThrow('停');
    await expect(enter(1, gone.signal)).rejects.toThrow('停');
    const next = enter(2, never);
    leave();
    (await next)();
    (await enter(3, never))();
  });
});
