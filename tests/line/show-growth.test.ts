// A draft shown as it grows: from the moment its card is there, and no longer than somebody waits for it.
import { expect, it } from 'vitest';
import type { OpenCard } from '../../src/conversation/effect.ts';
import { createShowGrowth } from '../../src/show-growth.ts';
import { party } from '../conversation/fixture.ts';

const report = () => ({ outline: party, year: 2023, facts: {} });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(card: OpenCard | 'none' | undefined) {
  const shown: string[] = [];
  const timers = new Map<number, () => void>();
  let there = card;
  let wanted = true;
  let streams = 0;
  const show = createShowGrowth({
    cards: {
      stream: () => {
        streams += 1;
        return { show: (render) => void shown.push(render()), end: async () => void shown.push('end') };
      },
    },
    every: (ms, act) => {
      timers.set(ms, act);
      return () => timers.delete(ms);
    },
  });
  let asked = 0;
  const findCard = async () => {
    asked += 1;
    return there;
  };
  return {
    shown,
    timers,
    growth: show({ report, findCard, isWanted: async () => wanted }),
    asked: () => asked,
    streams: () => streams,
    sends(sent: OpenCard) {
      there = sent;
    },
    stops() {
      wanted = false;
    },
    async tick() {
      for (const act of timers.values()) act();
      await settle();
    },
  };
}
const card: OpenCard = { cardId: 'card_1', openedAt: 0 };

it('shows what several askings have written, in the order of the report', async () => {
  const { growth, shown } = setUp(card);
  await settle();
  growth.onText(['c2p1'], () => ({ c2p1: '建好了' }));
  growth.onText(['c1p1'], () => ({ c1p1: '学了' }));
  expect(shown.at(-1)).toBe('一是学得经常。学了\n建好支部。建好了');
  await growth.end();
  expect(shown.at(-1)).toBe('end');
});

it('begins when the card is sent, with what is there by then', async () => {
  const { growth, shown, sends, tick, streams, timers } = setUp(undefined);
  growth.onText(['opening'], () => ({ opening: '各位好' }));
  await tick();
  expect(shown).toEqual([]);
  sends(card);
  await tick();
  expect(shown).toEqual(['各位好']);
  await tick();
  expect(streams()).toBe(1);
  await growth.end();
  expect(timers.size).toBe(0);
});

it('does not go on looking where no card will be', async () => {
  const { tick, asked, growth } = setUp('none');
  await settle();
  await tick();
  await tick();
  expect(asked()).toBe(1);
  await growth.end();
});

it('tells the writer when nobody waits any more', async () => {
  const { growth, stops, tick } = setUp(card);
  await tick();
  expect(growth.unwanted.aborted).toBe(false);
  stops();
  await tick();
  expect(growth.unwanted.aborted).toBe(true);
  await growth.end();
});
