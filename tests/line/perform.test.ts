import { describe, expect, it } from 'vitest';
import type { Effect, Outgoing } from '../../src/conversation/effect.ts';
import type { State } from '../../src/conversation/state.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Sender } from '../../src/feishu/port.ts';
import { silentLog } from '../../src/log.ts';
import { createPerform } from '../../src/perform.ts';

const now = Date.UTC(2026, 0, 12);
const minute = 60_000;
const state: State = {
  version: 1,
  conversation: 'oc_1',
  chat: { id: 'oc_1', type: 'p2p' },
  handled: [],
  reports: [],
  active: null,
  asked: null,
  sent: [{ key: 'e1:1', message: 'om_card' }],
};

function setUp(overrides: Partial<Sender> = {}) {
  const calls: string[] = [];
  const sender: Sender = {
    sendText: async (to, text, uuid) => {
      calls.push(`text ${to.chat} ${text} ${uuid}`);
      return { message: 'om_new' };
    },
    sendCard: async (_, card, uuid) => {
      calls.push(`card ${card.title} ${uuid}`);
      return { message: 'om_new' };
    },
    updateCard: async (message) => void calls.push(`update ${message}`),
    sendFile: async (_, file, uuid) => {
      calls.push(`file ${file.name} ${uuid}`);
      return { message: 'om_new' };
    },
    react: async (message, emoji) => void calls.push(`react ${message} ${emoji}`),
    findSent: async () => undefined,
    nameOf: async () => '',
    ...overrides,
  };
  const store = {
    getValue: async () => undefined,
    enqueue: async (job: { id: string; conversation: string }) => void calls.push(`job ${job.id} ${job.conversation}`),
    setTimer: async (timer: { id: string; due: number }) => void calls.push(`timer ${timer.id} ${timer.due}`),
    clearTimer: async (id: string) => void calls.push(`clear ${id}`),
    put: async (entry: { id: string }) => {
      calls.push(`event ${entry.id}`);
      return 'new' as const;
    },
  };
  const perform = createPerform({
    sender,
    store,
    makeFile: async (effect) => ({ name: effect.name, bytes: new Uint8Array([1]) }),
    now: () => now,
    log: silentLog,
  });
  return { calls, perform };
}

const text: Effect = { type: 'send_text', key: 'e2:1', chat: 'oc_1', text: '已记下' };
const card: Effect = {
  type: 'update_card',
  key: 'e2:2',
  chat: 'oc_1',
  of: 'e1:1',
  card: { title: '进度', tone: 'blue', blocks: [] },
};
const first = (effect: Effect): Outgoing => ({ effect, attemptedAt: now });

describe('performing an effect', () => {
  it('sends with the effect’s key as uuid and gives back the message', async () => {
    const { calls, perform } = setUp();
    expect(await perform(first(text), state, 1)).toEqual({ message: 'om_new' });
    expect(calls).toEqual(['text oc_1 已记下 e2:1']);
  });

  it('sends again with the same uuid within 55 minutes, without looking', async () => {
    const { calls, perform } = setUp({ findSent: () => Promise.reject(new Error('must not look')) });
    await perform({ effect: text, attemptedAt: now - 54 * minute }, state, 1);
    expect(calls).toEqual(['text oc_1 已记下 e2:1']);
  });

  it('looks in the chat later, and does not send what is there', async () => {
    const { calls, perform } = setUp({ findSent: async () => ({ message: 'om_earlier' }) });
    expect(await perform({ effect: text, attemptedAt: now - 56 * minute }, state, 1)).toEqual({
      message: 'om_earlier',
    });
    expect(calls).toEqual([]);
  });

  it('says that it may be a repeat when the chat cannot be looked at', async () => {
    const denied = new ServiceError('feishu_denied', 'no scope');
    const { calls, perform } = setUp({ findSent: () => Promise.reject(denied) });
    await perform({ effect: text, attemptedAt: now - 56 * minute }, state, 1);
    expect(calls[0]).toContain('可能是重复的');
  });

  it('updates the card that the named effect sent', async () => {
    const { calls, perform } = setUp();
    await perform(first(card), state, 1);
    expect(calls).toEqual(['update om_card']);
  });

  it('sends a card anew that cannot be updated any more', async () => {
    const { calls, perform } = setUp({ updateCard: () => Promise.reject(new ServiceError('feishu_gone', 'too old')) });
    expect(await perform(first(card), state, 1)).toEqual({ message: 'om_new' });
    expect(calls).toEqual(['card 进度 e2:2']);
  });

  it('leaves a card alone that is only ever to be changed in place', async () => {
    const gone = () => Promise.reject(new ServiceError('feishu_gone', 'recalled'));
    const { calls, perform } = setUp({ updateCard: gone });
    const board = { ...card, inPlaceOnly: true } as Effect;
    expect(await perform(first(board), state, 1)).toEqual({});
    expect(await perform(first({ ...board, of: 'e0:forgotten' } as Effect), state, 1)).toEqual({});
    expect(calls).toEqual([]);
  });

  it('makes jobs and timers of the conversation', async () => {
    const { calls, perform } = setUp();
    await perform(
      first({ type: 'draft_section', key: 'e2:3', report: 'r1', sections: ['c1p1'], instruction: '', seed: 1 }),
      state,
      1,
    );
    await perform(first({ type: 'set_timer', key: 'e2:4', timer: 't1', due: now + 1 }), state, 1);
    await perform(first({ type: 'clear_timer', key: 'e2:5', timer: 't1' }), state, 1);
    expect(calls).toEqual(['job e2:3 oc_1', `timer t1 ${now + 1}`, 'clear t1']);
  });

  it('says what could not be sent', async () => {
    const refuse = () => Promise.reject(new ServiceError('feishu_rejected', 'refused'));
    const { calls, perform } = setUp({ sendCard: refuse, sendFile: refuse });
    const { card: shown } = card as Extract<Effect, { type: 'update_card' }>;
    await perform(first({ type: 'send_card', key: 'e3:1', chat: 'oc_1', card: shown }), state, 1);
    expect(calls).toEqual(['text oc_1 有一张卡片没有发成：进度。内容都在，再说一次就重发。 e3:1:sorry']);
    const file = {
      type: 'send_file',
      key: 'e3:2',
      chat: 'oc_1',
      report: 'r1',
      outline: 'o',
      sections: {},
      facts: 'f',
      name: '稿.docx',
      year: 2023,
    } as const;
    await perform(first(file), state, 1);
    expect(calls[1]).toBe('event e3:2:failed');
  });

  it('throws what may pass, and ends what will not: the lane goes on', async () => {
    const down = setUp({ sendText: () => Promise.reject(new ServiceError('feishu_unavailable', 'down')) });
    await expect(down.perform(first(text), state, 1)).rejects.toThrow('down');
    expect(await down.perform(first(text), state, 10_000)).toEqual({});
    const refused = setUp({ sendText: () => Promise.reject(new ServiceError('feishu_rejected', 'not in chat')) });
    expect(await refused.perform(first(text), state, 1)).toEqual({});
    const bug = setUp({ sendText: () => Promise.reject(new TypeError('bug')) });
    await expect(bug.perform(first(text), state, 1)).rejects.toThrow('bug');
    expect(await bug.perform(first(text), state, 4)).toEqual({});
  });
});
