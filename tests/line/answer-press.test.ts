// A press gets its answer within 3 s whatever happens: specific when its turn is quick, plain when it is not, honest when it was lost.
import { describe, expect, it } from 'vitest';
import { createAnswerPress } from '../../src/answer-press.ts';
import type { Card } from '../../src/conversation/card.ts';
import { silentLog } from '../../src/log.ts';

const card: Card = { title: '卡', tone: 'green', blocks: [] };

function given() {
  let timers: { run: () => void; ms: number }[] = [];
  const answerPress = createAnswerPress({
    renderCard: ({ title }) => ({ title }),
    log: silentLog,
    setTimer: (run, ms) => {
      const timer = { run, ms };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  });
  const pass = async (ms: number): Promise<void> => {
    await new Promise(setImmediate);
    for (const timer of timers.filter((one) => one.ms <= ms)) timer.run();
  };
  return { ...answerPress, pass, timers: () => timers.length };
}

const stored = async () => 'new' as const;
const never = () => new Promise<'new'>(() => {});

describe('the answer to a press', () => {
  it('is what its turn decided, with the card as it is now', async () => {
    const press = given();
    const answer = press.take('e1', stored);
    expect(press.give('e1', { toast: { type: 'success', text: '记下了' }, card })).toBe(true);
    expect(await answer).toEqual({
      toast: { type: 'success', content: '记下了' },
      card: { type: 'raw', data: { title: '卡' } },
    });
    expect(press.timers()).toBe(0);
    expect(press.give('e1', {})).toBe(false);
  });

  it('is plain when the turn takes longer than 1.5 s, or runs in another process', async () => {
    const press = given();
    const answer = press.take('e1', stored);
    await press.pass(1500);
    expect(await answer).toEqual({ toast: { type: 'info', content: '收到，这就办' } });
    expect(press.give('e1', { toast: { type: 'success', text: '晚了' } })).toBe(false);
    expect(press.timers()).toBe(0);
  });

  it('waits for what is not yet durable, but not for ever', async () => {
    const press = given();
    const kept = Promise.withResolvers<'new'>();
    const slow = press.take('e1', () => kept.promise);
    await press.pass(1500);
    kept.resolve('new');
    expect((await slow).toast?.content).toBe('收到，这就办');
    const stuck = press.take('e2', never);
    await press.pass(2500);
    expect((await stuck).toast).toMatchObject({ type: 'warning', content: expect.stringContaining('再点一次') });
  });

  it('says so when the press could not be stored: the platform never delivers it again', async () => {
    const press = given();
    const answer = press.take('e1', () => Promise.reject(new Error('disk full')));
    expect((await answer).toast).toMatchObject({ type: 'error', content: '没有存上，请再点一次' });
    expect(press.timers()).toBe(0);
  });

  it('keeps two presses apart, and does not wait for an event that was seen before', async () => {
    const press = given();
    const first = press.take('e1', stored);
    const second = press.take('e2', stored);
    press.give('e2', { toast: { type: 'info', text: '第二次' } });
    press.give('e1', { toast: { type: 'info', text: '第一次' } });
    expect([(await first).toast?.content, (await second).toast?.content]).toEqual(['第一次', '第二次']);
    expect((await press.take('e1', async () => 'seen')).toast?.content).toBe('收到，这就办');
  });

  it('cuts a toast nobody could read in time, never within a character', async () => {
    const press = given();
    const answer = press.take('e1', stored);
    press.give('e1', { toast: { type: 'info', text: '😀'.repeat(500) } });
    expect([...((await answer).toast?.content ?? '')]).toHaveLength(120);
  });
});
