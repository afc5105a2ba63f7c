// A growing text in its card: whatever the platform refuses, it goes on, and what the lane puts there in the end stands there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/conversation/card.ts';
import type { OpenCard } from '../../src/conversation/effect.ts';
import { createCardKit } from '../../src/feishu/card-kit.ts';
import { createCardWriter } from '../../src/feishu/card-writer.ts';
import { checkCard } from '../../src/feishu/check-card.ts';
import { createPace } from '../../src/feishu/pace.ts';
import { silentLog } from '../../src/log.ts';
import { createFakeCards, type Fault } from './fake-cards.ts';

const writing: Card = { title: '一、抓学习', tone: 'grey', blocks: [{ type: 'text', text: '正在写，写完核对' }] };
const final = JSON.stringify({
  schema: '2.0',
  header: { title: { tag: 'plain_text', content: '一、抓学习' } },
  body: { elements: [{ tag: 'div', text: { tag: 'plain_text', content: '全文' } }] },
});

function setUp(fake = createFakeCards()) {
  const { clock, sleep } = fake;
  const writer = createCardWriter(fake.client, clock.now);
  const pace = createPace({ perTarget: 8, overall: 15, now: clock.now, sleep });
  const kit = createCardKit(writer, silentLog, { pace, now: clock.now, sleep });
  return { ...fake, fake, writer, kit };
}

async function begin(wanted = async () => true) {
  const all = setUp();
  const card = (await all.kit.open(writing)) as OpenCard;
  const stream = all.kit.stream(card, wanted);
  /** A token every `ms`, as a model gives them. */
  const write = async (tokens: number, ms: number, from = 0): Promise<string> => {
    let text = '';
    for (let n = from + 1; n <= from + tokens; n += 1) {
      text = '字'.repeat(n);
      const now = text;
      stream.show(() => now);
      await all.clock.advance(ms);
    }
    return text;
  };
  return { ...all, card, stream, write, shown: () => all.card(card.cardId).text };
}

/** More than ten operations within a second are never even tried. */
function busiestSecond(times: number[]): number {
  return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length));
}

describe('a growing text', () => {
  it('is shown at most ten times a second, the newest at last, under a rising sequence', async () => {
    const { write, shown, operations, clock } = await begin();
    const text = await write(400, 20);
    await clock.advance(2000);
    expect(shown()).toBe(text);
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.length).toBeLessThan(100);
    expect(busiestSecond(operations.map(({ at }) => at))).toBeLessThanOrEqual(10);
    const sequences = operations.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(operations.every(({ code }) => code === 0)).toBe(true);
  });

  it('is not rendered more often than it is shown', async () => {
    const { stream, clock, operations } = await begin();
    let rendered = 0;
    for (let n = 1; n <= 1000; n += 1) {
      stream.show(() => {
        rendered += 1;
        return '字'.repeat(n);
      });
      await clock.advance(1);
    }
    expect(rendered).toBeLessThanOrEqual(operations.length + 1);
  });

  it('is opened anew before ten minutes are over, and never finds itself closed', async () => {
    const { write, shown, operations, clock } = await begin();
    const text = await write(1500, 1000);
    await clock.advance(2000);
    expect(shown()).toBe(text);
    expect(operations.filter(({ code }) => code !== 0)).toEqual([]);
    expect(operations.filter(({ what }) => what === 'batch').length).toBeGreaterThanOrEqual(2);
  });

  it('goes on after a silence in which the platform closed it', async () => {
    const { write, shown, clock, fake } = await begin();
    await write(1, 1000);
    // As if it had been opened elsewhere, so that nobody here knows how old it is.
    fake.card('card_1').streamingSince = clock.now() - 599_000;
    await clock.advance(5000);
    const text = await write(5, 1000, 1);
    await clock.advance(2000);
    expect(shown()).toBe(text);
  });

  it('is cut where it is too long for one card, and says so', async () => {
    const { stream, shown, clock } = await begin();
    stream.show(() => '字'.repeat(20_000));
    await clock.advance(2000);
    expect(shown()).toMatch(/^字{6000,}\n……（后面的写完一起看）$/u);
  });

  it('is cut further where the platform counts otherwise (200860)', async () => {
    const { stream, shown, clock, fail } = await begin();
    fail(200860);
    stream.show(() => '字'.repeat(6000));
    await clock.advance(3000);
    expect(shown().length).toBeGreaterThan(3000);
    expect(shown()).toContain('后面的写完一起看');
  });
});

describe('every refusal', () => {
  it.each<[string, Fault[]]>([
    ['the stream is closed', [200850]],
    ['and closed still', [200850, 300309, 300309]],
    ['the sequence is behind', [300317, 300317, 300317]],
    ['somebody is using the card', [200810, 200810]],
    ['too often', [230020, { code: 99991400, status: 429, resetSeconds: 3 }]],
    ['the platform has a fault', [{ code: 0, status: 500 }, { code: 0, status: 502 }, 'lost']],
    ['the uuid is known', [200770]],
  ])('%s: the text goes on', async (_, faults) => {
    const { write, shown, fail, clock, writer, card, fake } = await begin();
    await write(20, 100);
    fail(...faults);
    await write(40, 100, 20);
    await clock.advance(30_000);
    const text = await write(2, 100, 60);
    await clock.advance(30_000);
    expect(shown()).toBe(text);
    await writer.replace(card, final);
    expect(JSON.stringify(fake.card(card.cardId).json)).toContain('全文');
  });

  it('waits as long as it is told', async () => {
    const { write, fail, operations, clock } = await begin();
    fail({ code: 99991400, status: 429, resetSeconds: 7 });
    await write(1, 10);
    const before = clock.now();
    await clock.advance(6900);
    expect(operations).toHaveLength(1);
    await clock.advance(1000);
    expect(operations).toHaveLength(2);
    expect(operations[1]?.at).toBeGreaterThanOrEqual(before - 10 + 7000);
  });

  it.each([11310, 99991672, 300311, 200740])('%i ends the showing, quietly', async (code) => {
    const { write, fail, operations } = await begin();
    fail(code);
    await write(30, 100);
    expect(operations).toHaveLength(1);
  });

  it('in any order and number, the whole text stands there in the end', async () => {
    const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
      ...[200850, 300309, 300317, 200810, 200860, 230020, 200770, 11310],
      ...([{ code: 99991400, status: 429, resetSeconds: 2 }, { code: 0, status: 503 }, 'lost'] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 12 }), fc.integer({ min: 5, max: 400 }), async (faults, ms) => {
        const { write, fail, stream, writer, card, fake, clock, operations } = await begin();
        await write(5, ms);
        fail(...faults.filter((one) => one !== 'lost' || ms > 100));
        await write(60, ms, 5);
        const ended = stream.end();
        await clock.advance(2500);
        await ended;
        // The lane tries until it gets through; what is left of the faults meets it too.
        for (let attempt = 0; ; attempt += 1) {
          const done = await writer.replace(card, final).then(
            () => true,
            () => false,
          );
          if (done) break;
          expect(attempt).toBeLessThan(20);
          await clock.advance(2000);
        }
        const count = operations.length;
        await clock.advance(60_000);
        expect(operations).toHaveLength(count);
        expect(JSON.stringify(fake.card(card.cardId).json)).toContain('全文');
        expect(fake.card(card.cardId).streamingSince).toBeUndefined();
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });
});

describe('a card that shows something else by now', () => {
  it('is written into no more, and not opened again', async () => {
    const { write, writer, card, fake, operations } = await begin();
    await write(10, 100);
    await writer.replace(card, final);
    const count = operations.length;
    await write(20, 100, 10);
    expect(fake.card(card.cardId).text).toBe('');
    expect(fake.card(card.cardId).streamingSince).toBeUndefined();
    expect(operations.length - count).toBeLessThanOrEqual(3);
  });

  it('is not opened again when nobody waits', async () => {
    const { write, fail, operations } = await begin(async () => false);
    fail(300309);
    await write(20, 100);
    expect(operations.map(({ what }) => what)).toEqual(['content']);
  });
});

describe('a restart', () => {
  it('goes on in the same card with a higher sequence', async () => {
    const { write, card, fake, stream, clock: first } = await begin();
    await write(30, 50);
    await first.advance(2000);
    await stream.end();
    const { kit, clock } = setUp(fake);
    const again = kit.stream(card, async () => true);
    again.show(() => '新写的');
    await clock.advance(1000);
    expect(fake.card(card.cardId).text).toBe('新写的');
  });

  it('finds its way also with a clock set back by hours', async () => {
    const { write, card, fake, clock: first } = await begin();
    await write(30, 50);
    await first.advance(2000);
    fake.card(card.cardId).sequence += 5 * 3_600_000;
    const { kit, clock } = setUp(fake);
    const again = kit.stream(card, async () => true);
    again.show(() => '新写的');
    await clock.advance(5000);
    expect(fake.card(card.cardId).text).toBe('新写的');
  });

  it('keeps the sequence an int32 for all the 14 days a card lives', async () => {
    const { writer, card, clock, operations } = await begin();
    await clock.advance(14 * 86_400_000);
    await writer.replace(card, final);
    expect(operations.at(-1)?.sequence).toBeLessThan(2 ** 31);
  });
});

describe('opening a card', () => {
  it('is not tried again for a while where the platform will not have it', async () => {
    const { kit, fail, clock } = setUp();
    fail(99991672);
    expect(await kit.open(writing)).toBeUndefined();
    expect(await kit.open(writing)).toBeUndefined();
    await clock.advance(31 * 60_000);
    expect(await kit.open(writing)).toMatchObject({ cardId: 'card_1' });
  });

  it('is tried again where it may succeed', async () => {
    const { kit, fail } = setUp();
    fail({ code: 0, status: 503 });
    await expect(kit.open(writing)).rejects.toMatchObject({ code: 'feishu_unavailable' });
    expect(await kit.open(writing)).toBeDefined();
  });

  it.each([
    writing,
    { ...writing, blocks: [] },
    { ...writing, title: '很长的标题'.repeat(200) },
    { ...writing, blocks: [{ type: 'text' as const, text: '字'.repeat(40_000) }] },
  ])('keeps to the platform’s limits with room for the text (%#)', async (shown) => {
    const { kit, card } = setUp();
    await kit.open(shown);
    const { json } = card('card_1');
    expect(checkCard(json)).toEqual([]);
    expect(JSON.stringify(json)).toContain('draft_text');
  });

  it('says what it is for, in the chat list too, and leaves room for the text', async () => {
    const { kit, card } = setUp();
    await kit.open(writing);
    expect(card('card_1').json).toMatchObject({
      config: { streaming_mode: true, update_multi: true, summary: { content: '一、抓学习' } },
      body: { elements: [{}, { element_id: 'draft', text: { tag: 'plain_text', element_id: 'draft_text' } }] },
    });
  });
});

it('an end is not kept waiting by a platform that does not answer', async () => {
  const fake = createFakeCards();
  const { kit, clock } = setUp(fake);
  const card = (await kit.open(writing)) as OpenCard;
  fake.client.call = () => new Promise(() => undefined);
  const stream = kit.stream(card, async () => true);
  stream.show(() => '字');
  await clock.advance(100);
  let ended = false;
  void stream.end().then(() => {
    ended = true;
  });
  await clock.advance(2100);
  expect(ended).toBe(true);
});
