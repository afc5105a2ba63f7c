// The order of the writes, tested by killing the process at every outside call, once and twice. What a person sees must be
// the same as if nothing had happened: no reply missing, extra or out of order. Five broken orders must each be caught.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Event } from '../../src/conversation/event.ts';
import type { createTurn } from '../../src/turn.ts';
import { loadRooms } from './rooms.ts';
import { createWorld } from './world.ts';

const rooms = loadRooms();
const chat = { id: 'oc_1', type: 'p2p' as const };
const sender = { id: 'ou_1', name: '王芳' };
const conversations = {
  report: [
    '写一份2023年的基层党建述职报告',
    '集体学习12次，主题党日活动72次',
    '集体学习改成14次',
    '起草第一章',
    '重写第一章第二点，精炼些',
    '撤销',
    '导出',
  ],
  // A report begun by a notice, with reminders, and changed by its owner's hand.
  task: [
    '关于开展2023年度基层党建述职评议的通知\n各单位：述职报告控制在3000字以内，问题和打算不少于三分之一，请于1月16日12:00前报组织科。',
    '对，就这样',
    '留抵退税110亿元，退税减税降费合计70余亿元',
    '第二章标题改成“夯实基层基础，持续建强战斗堡垒”',
    '撤销',
    '锁定第一章',
    '起草第二章',
    '导出',
  ],
  // A board changed in place by what comes after it.
  board: ['写一份2023年的基层党建述职报告', '到哪了', '集体学习12次', '集体学习改成14次', '起草第一章', '看板', '撤销'],
};
const eventsOf = (words: string[]): Event[] =>
  words.map((text, n) => ({
    type: 'message_received',
    id: `om_user_${n}`,
    conversation: chat.id,
    at: Date.UTC(2026, 0, 12, 1, n),
    chat,
    sender,
    text,
  }));

type Options = Partial<Parameters<typeof createWorld>[0]>;

async function play(options: Options, words: string[] = conversations.report) {
  const events = eventsOf(words);
  const world = createWorld({ rooms, killAt: [], ...options });
  for (const event of events) await world.deliver(event);
  // The platform's clumsiest repetition: everything once more at the end.
  for (const event of events) await world.deliver(event);
  return { seen: world.seen(), calls: world.calls() };
}

const whole = await play({ killAt: [] });

/** The first kill point after which the chat differs from the undisturbed one. */
async function firstDifference(options: Options): Promise<number | undefined> {
  for (let n = 1; n <= whole.calls; n++) {
    const { seen } = await play({ ...options, killAt: [n] }).catch(() => ({ seen: ['failed'] }));
    if (JSON.stringify(seen) !== JSON.stringify(whole.seen)) return n;
  }
  return undefined;
}

describe('a killed process', { timeout: 90_000 }, () => {
  it('has a conversation worth killing', () => {
    expect(whole.seen.join('\n')).toContain('14次');
    expect(whole.seen.some((one) => one.startsWith('file '))).toBe(true);
    expect(whole.calls).toBeGreaterThan(100);
  });

  it.each(Object.entries(conversations))(
    'loses and repeats nothing of a %s when killed once, at any call',
    async (_, words) => {
      const { seen: undisturbed, calls } = await play({}, words);
      for (let n = 1; n <= calls; n++) {
        const { seen } = await play({ killAt: [n] }, words);
        expect(seen, `killed at call ${n} of ${calls}`).toEqual(undisturbed);
      }
    },
  );

  it.each([
    ['chapter', 1, ['起草第一章', '重写第一章第二点，精炼些']],
    // The whole is many chapters: a sample of its calls has every kind among them.
    ['whole report', process.env.KILL_RUNS ? 1 : 7, ['起草', '集体学习改成14次']],
  ] as const)(
    'leaves no card unfinished in which a text of a %s grew, and makes no second one',
    async (_, stride, asked) => {
      const words = ['写一份2023年的基层党建述职报告', '集体学习12次', ...asked];
      const { seen: undisturbed, calls } = await play({ streams: true }, words);
      const text = undisturbed.join('\n');
      expect(text).toContain('一、');
      expect(text).not.toMatch(/^growing |正在写|……/mu);
      for (let n = 1; n <= calls; n += stride) {
        const { seen } = await play({ streams: true, killAt: [n] }, words);
        expect(seen, `killed at call ${n} of ${calls}`).toEqual(undisturbed);
      }
    },
  );

  it('loses and repeats nothing when killed twice', async () => {
    const point = fc.integer({ min: 1, max: whole.calls });
    await fc.assert(
      fc.asyncProperty(point, fc.oneof(fc.integer({ min: 1, max: 12 }), point), async (first, gap) => {
        const { seen } = await play({ killAt: [first, first + gap] });
        expect(seen).toEqual(whole.seen);
      }),
      { seed: 20260112, numRuns: Number(process.env.KILL_RUNS ?? 150) },
    );
  });
});

describe('each broken order is caught', () => {
  const folder = resolve(import.meta.dirname, '.mutants');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** turn.ts with one passage replaced: the broken orders live only here. */
  async function mutant(name: string, from: string | RegExp, to: string): Promise<typeof createTurn> {
    const source = readFileSync(resolve(import.meta.dirname, '../../src/turn.ts'), 'utf8');
    const broken = source.replace(from, to);
    expect(broken, `the passage of “${name}” must be in turn.ts`).not.toBe(source);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.ts`);
    writeFileSync(path, broken.replaceAll("from './", "from '../../../src/"));
    return ((await import(path)) as { createTurn: typeof createTurn }).createTurn;
  }

  it('finishing the inbox entry before the turn', async () => {
    expect(await firstDifference({ finishEntryFirst: true })).toBeDefined();
  });

  it('removing an effect before performing it', async () => {
    const broken = await mutant(
      'remove-first',
      'const performed = await perform(outgoing, current.state, attempt);',
      `saved = await store.save(conversation, { ...current, outbox: current.outbox.slice(1) }, saved);
       const performed = await perform(outgoing, current.state, attempt);`,
    );
    expect(await firstDifference({ createTurn: broken })).toBeDefined();
  });

  it('state and outbox in two writes', async () => {
    const broken = await mutant(
      'two-writes',
      'const saved = await store.save(event.conversation, next, revision);',
      `const half = await store.save(event.conversation, { ...next, outbox: [] }, revision);
       const saved = await store.save(event.conversation, next, half);`,
    );
    expect(await firstDifference({ createTurn: broken })).toBeDefined();
  });

  it('sending a card that texts grow in before it is saved which one it is', async () => {
    const broken = await mutant(
      'send-first',
      /saved = await store\.save\(conversation, current, saved\);\s+continue;/,
      'continue;',
    );
    const words = ['写一份2023年的基层党建述职报告', '集体学习12次', '起草第一章'];
    const { seen, calls } = await play({ streams: true }, words);
    let caught = false;
    for (let n = 1; n <= calls && !caught; n++) {
      const other = await play({ streams: true, createTurn: broken, killAt: [n] }, words);
      caught = JSON.stringify(other.seen) !== JSON.stringify(seen);
    }
    expect(caught).toBe(true);
  });

  it('not draining the outbox at start', async () => {
    const broken = await mutant(
      'no-drain',
      /const \{ lane, revision \} = await drain\([^;]+;/,
      'const { lane, revision } = loaded;',
    );
    expect(await firstDifference({ createTurn: broken })).toBeDefined();
  });

  it('no check of what was handled', async () => {
    const broken = await mutant('no-handled', 'if (lane.state?.handled.includes(raw.id)) return;', '');
    // decide looks for itself as well: to it, nothing was ever handled.
    const decide: typeof rooms.decide = (state, ...rest) => rooms.decide(state && { ...state, handled: [] }, ...rest);
    expect(await firstDifference({ createTurn: broken, rooms: { ...rooms, decide } })).toBeDefined();
  });
});
