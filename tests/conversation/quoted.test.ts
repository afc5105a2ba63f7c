// What is said in reply to a message is about that message; what only stands in the same topic is not.
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../src/conversation/quoted.ts';
import { asks, commands, fact, facts, li, quantity, reading, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

/** e2: 集体学习12次; e3: 专题8个，党课3次, both by 李明. */
const told = (): Talk =>
  given('group')
    .started()
    .says('集体学习12次', facts(fact('studies', '12', '次')), li)
    .says('专题8个，党课3次', facts(fact('topics', '8', '个'), fact('lectures', '3', '次')), li);

const nothing = reading({});
const cancel = commands({ type: 'cancel' });

describe('given facts told by messages, when one is replied to', () => {
  it('改成15 corrects the one fact it gave, although another was told since', () => {
    const talk = told().says('改成15', nothing, li, { replyTo: 'e2' });
    expect(talk.seen).toContain('集体学习次数 12次→15次');
    talk.says('不对，是16', cancel, li, { replyTo: 'e2' });
    expect(talk.seen).toContain('15次→16次');
  });

  it('of several, the unit tells which; else it is asked', () => {
    expect(told().says('改成9个', nothing, li, { replyTo: 'e3' }).seen).toContain('学习专题 8个→9个');
    const talk = told().says('改成9', nothing, li, { replyTo: 'e3' });
    expect(talk.seen).toMatch(/学习专题.*党课次数/su);
    expect(talk.seen).not.toContain('支部数量');
  });

  it('这个不写 leaves out, 撤了 takes back, ？ tells the source: of all it gave', () => {
    expect(told().says('这个不写', nothing, li, { replyTo: 'e2' }).seen).toContain('集体学习次数记为没有这一项');
    const gone = told().says('撤了', nothing, li, { replyTo: 'e3' });
    expect(Object.keys(gone.report.facts)).toEqual(['studies']);
    const traced = told().says('？', commands({ type: 'help' }), zhao, { replyTo: 'e3' }).seen;
    expect(traced).toContain('学习专题 8个\n李明');
    expect(traced).toContain('党课次数 3次\n李明');
  });

  it('错了 asks for what is right, which takes its place', () => {
    const talk = told().says('错了', nothing, li, { replyTo: 'e2' });
    expect(talk.seen).toBe('集体学习次数是多少？');
    talk.says('15次', facts(fact('studies', '15', '次')), li);
    expect(talk.seen).toContain('12次→15次');
    expect(told().says('错了', nothing, zhao, { replyTo: 'e2' }).seen).not.toContain('集体学习次数是多少？');
  });

  it('another’s fact stays, and the owner decides', () => {
    expect(told().says('这个不写', nothing, zhao, { replyTo: 'e2' }).seen).toContain('是李明报的');
    expect(told().says('改成15', nothing, zhao, { replyTo: 'e2' }).seen).toContain('请王芳定');
    expect(told().says('改成15', nothing, wang, { replyTo: 'e2' }).seen).toContain('12次→15次');
  });

  it('what names another slot is about that one', () => {
    const talk = told().says('支部5个', facts(fact('branches', '5', '个')), li, { replyTo: 'e2' });
    expect(talk.report.facts.branches?.value).toMatchObject({ quantity: { amount: '5' } });
    expect(talk.report.facts.studies?.value).toMatchObject({ quantity: { amount: '12' } });
  });

  it('in a topic begun by it, without quoting it, one goes on to other things', () => {
    const talk = told().says('不对，是4次', cancel, li, { root: 'e2', thread: 'omt_1' });
    expect(talk.report.facts.studies?.value).toMatchObject({ quantity: { amount: '12' } });
  });
});

describe('given two questions, when the older one is replied to', () => {
  it('the answer is for that one', () => {
    const talk = told();
    const value = (amount: string) => ({ type: 'figure' as const, quantity: quantity(amount, '个') });
    const ask = (amount: string) =>
      asks({ type: 'confirm_value', slot: 'branches', value: value(amount), words: '', reason: '听起来是大概的数' });
    talk.says('支部大概5个', ask('5'), li);
    const key = talk.of('send_card')[0]?.key as string;
    talk.says(
      '党课大概4次',
      asks({ type: 'confirm_value', slot: 'lectures', value: value('4'), words: '', reason: '大概' }),
      li,
    );
    const { state } = talk;
    if (!state) throw new Error('no state');
    state.sent.push({ key, message: 'om_question' });
    const event = { type: 'message_received' as const, id: 'x', conversation: 'c', at: talk.at(), chat: talk.chat };
    expect(askedBy(state, { ...event, sender: li, text: '5', replyTo: 'om_question' })).toMatchObject({
      type: 'asks',
      asks: [{ slot: 'branches' }],
    });
    talk.says('是的', commands({ type: 'confirm' }), li, { replyTo: 'om_question' });
    expect(talk.report.facts.branches?.value).toMatchObject({ quantity: { amount: '5' } });
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '3' } });
  });
});

describe('a topic in one’s own chat', () => {
  it('is answered in it', () => {
    const talk = given()
      .started()
      .says('到哪了', commands({ type: 'show_progress' }), wang, { thread: 'omt_1' });
    expect(talk.of('send_card')[0]).toMatchObject({ replyTo: 'e2' });
  });
});
