// At most 5 in a second to one chat and 50 in all, in order, and no chat waits for another's queue.
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/feishu/pace.ts';

/** A clock that jumps to the next waiting sleeper when everyone sleeps. */
function fakeClock() {
  let time = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ at: time + ms, wake })),
    async run() {
      for (;;) {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (next === undefined) return;
        time = next.at;
        next.wake();
      }
    },
  };
}

function busiestSecond(times: number[]): number {
  return Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));
}

async function run(targets: string[]) {
  const clock = fakeClock();
  const pace = createPace({ now: clock.now, sleep: clock.sleep });
  const went: { target: string; n: number; at: number }[] = [];
  for (const [n, target] of targets.entries())
    void pace.wait(target).then(() => went.push({ target, n, at: clock.now() }));
  await clock.run();
  return went;
}

describe('pace', () => {
  it('5 a second to one chat, in order', async () => {
    const went = await run(Array.from({ length: 23 }, () => 'oc_1'));
    expect(went.map(({ n }) => n)).toEqual([...Array(23).keys()]);
    expect(busiestSecond(went.map(({ at }) => at))).toBe(5);
    expect(went.at(-1)?.at).toBeLessThan(5000);
  });

  it('50 a second in all', async () => {
    const went = await run(Array.from({ length: 230 }, (_, n) => `oc_${n}`));
    expect(went).toHaveLength(230);
    expect(busiestSecond(went.map(({ at }) => at))).toBe(50);
    expect(went.at(-1)?.at).toBeLessThan(5000);
  });

  it('one chat’s queue holds up no other', async () => {
    const went = await run([...Array.from({ length: 200 }, () => 'oc_busy'), 'oc_quiet']);
    expect(went.find(({ target }) => target === 'oc_quiet')?.at).toBe(0);
  });

  it('nothing waits after a pause', async () => {
    let time = 0;
    const waits: number[] = [];
    const pace = createPace({ now: () => time, sleep: async (ms) => void waits.push(ms) });
    for (let n = 0; n < 2000; n += 1) {
      await pace.wait(`oc_${n}`);
      time += 1000;
    }
    expect(waits).toEqual([]);
  });
});
