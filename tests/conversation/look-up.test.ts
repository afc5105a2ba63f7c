// Lookups are answered whatever is open; courtesies and questions are no answers; in a group one person's 不知道 is one person's.
import { describe, expect, it } from 'vitest';
import { asks, commands, fact, facts, li, party, quantity, reading, wang } from './fixture.ts';
import { given } from './given.ts';

const doubtful = asks({
  type: 'confirm_value',
  slot: 'studies',
  value: fact('studies', '100', '次').value,
  words: '学习一百来次',
  reason: '这是个大概的数，请给准数，或确认就按这个写',
});
const told = () =>
  given()
    .started()
    .says('党课3次', facts(fact('lectures', '3', '次')))
    .says('学习一百来次', doubtful);

describe('a question about what is recorded', () => {
  it.each(['党课次数是多少', '党课次数记了吗', '党课次数几次？'])('%s', (text) => {
    expect(told().says(text, reading({ rest: text })).seen).toMatch(/^党课次数：3次（王芳 /u);
  });

  it('says so when nothing is recorded', () => {
    expect(told().says('支部数量是多少', reading({ rest: 'x' })).seen).toBe('支部数量还没有记。');
  });

  it('counts characters once there is a text', () => {
    const talk = told().says('字数多少了', reading({ rest: '字数多少了' }));
    expect(talk.seen).toContain('还没有稿子');
    talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted();
    expect(talk.says('现在多少字', reading({ rest: '现在多少字' })).seen).toMatch(/^现在约\d+字。$/u);
  });

  it('leaves the card open, and names what can be done for what it cannot answer', () => {
    const talk = told().says('天气怎么样', reading({ rest: '天气怎么样' }));
    expect(talk.seen).toMatch(/跳过|接着报/u);
    expect(talk.says('是的', commands({ type: 'confirm' })).seen).toContain('记下：集体学习次数 100次');
  });
});

describe('while words are asked for', () => {
  const needsStory = [{ ...party, slots: party.slots.map((slot) => ({ ...slot, required: slot.id === 'story' })) }];
  const asking = () =>
    given('p2p', needsStory)
      .started()
      .says('一个一个问', commands({ type: 'ask_next' }));
  const answer = (text: string) =>
    facts({ slot: 'story', value: { type: 'text', text }, words: text, correction: false });

  it.each(['收到', '谢谢你', '字数多少了', '党课次数是多少'])('%s is no answer', (text) => {
    expect(asking().says(text, answer(text)).report.facts.story).toBeUndefined();
  });

  it('anything else is', () => {
    expect(asking().says('党员先锋岗', answer('党员先锋岗')).report.facts.story).toBeDefined();
  });
});

describe('不知道 in a group', () => {
  const asking = () =>
    given('group')
      .started()
      .says('一个一个问', commands({ type: 'ask_next' }), wang);

  it('of one who was not asked leaves nothing out', () => {
    const talk = asking().says('我不知道', commands({ type: 'skip' }), li);
    expect(talk.report.facts).toEqual({});
    expect(talk.seen).toBe('好，集体学习次数等知道的同事来报。');
  });

  it('of the owner, or of who wanted to be asked, goes on', () => {
    expect(asking().says('跳过', commands({ type: 'skip' }), wang).seen).toContain('下一项');
    const own = given('group')
      .started()
      .says('一个一个问', commands({ type: 'ask_next' }), li);
    expect(own.says('跳过', commands({ type: 'skip' }), li).seen).toContain('下一项');
    expect(own.says('跳过', commands({ type: 'skip' }), li).seen).toContain('下一项');
  });
});

describe('a correction that can hardly be meant', () => {
  const money = [
    {
      ...party,
      slots: party.slots.map((slot) => (slot.id === 'topics' ? { ...slot, unit: '元', scale: '亿' } : slot)),
    },
  ];
  const yuan = (amount: string, correction: boolean) => ({
    ...fact('topics', amount, '元', correction),
    value: { type: 'figure' as const, quantity: quantity(amount, '元', { scale: '亿' }) },
  });

  it('of an amount of money to more than twice is asked about once', () => {
    const talk = given('p2p', money)
      .started()
      .says('收入342.6亿元', facts(yuan('342.6', false)))
      .says('收入改成900亿元', facts(yuan('900', true)));
    expect(talk.seen).toContain('原来记的是342.6亿元，差了一倍以上');
    talk.pressesButton('就记900亿元');
    expect(talk.report.facts.topics?.value).toEqual(yuan('900', true).value);
  });

  it('a smaller change, or a count, is taken', () => {
    const talk = given('p2p', money)
      .started()
      .says('x', facts(yuan('700', false), fact('lectures', '3', '次')))
      .says('y', facts(yuan('756', true), fact('lectures', '9', '次', true)));
    expect(talk.of('send_card')).toEqual([]);
  });
});

it('近200余 is asked about: it cannot be both less and more', () => {
  const both = {
    ...fact('studies', '200', '次'),
    value: { type: 'figure' as const, quantity: quantity('200', '次', { approximation: '近余' }) },
  };
  const talk = given().started().says('学习近200余次', facts(both));
  expect(talk.seen).toContain('〔就记近200次〕〔就记200余次〕〔不记〕');
  talk.says('200余次', reading({ rest: '200余次' }));
  expect(talk.report.facts.studies?.value).toMatchObject({ quantity: { approximation: '余' } });
});

describe('what waits for a decision', () => {
  it.each(['还有哪些没定', '还有哪些没核', '哪些还没核对？', '没定的有哪些', '还有几个没敲定'])('%s', (text) => {
    const talk = told().says(text, reading({ rest: text }));
    expect(talk.seen).toContain('100次');
    expect(talk.of('send_card')).toHaveLength(1);
  });

  it('says so when nothing does', () => {
    const talk = given()
      .started()
      .says('还有哪些没定', reading({ rest: '还有哪些没定' }));
    expect(talk.seen).toContain('没有等你定的');
  });
});
