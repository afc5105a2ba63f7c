// 不对，是8人次 right after a fact was told is about that fact; a number nobody could place is never dropped.
import { describe, expect, it } from 'vitest';
import { asks, commands, fact, facts, li, quantity, reading, wang } from './fixture.ts';
import { given } from './given.ts';

const amount = (talk: ReturnType<typeof given>, slot: string) => {
  const held = talk.report.facts[slot]?.value;
  return held?.type === 'figure' ? held.quantity.amount : undefined;
};
const told = () =>
  given()
    .started()
    .says('学习12次', facts(fact('studies', '12', '次')));
const unplaced = (text: string, value: string, unit: string) =>
  asks({ type: 'unplaced', quantity: quantity(value, unit), words: text });

describe('a denial', () => {
  it.each(['不对，是14次', '说错了，应该是14次', '哦不对，14次', '改成14', '不对 14'])(
    '%s corrects what was just told',
    (text) => {
      const talk = told().says(text, text.includes('次') ? unplaced(text, '14', '次') : reading({ rest: text }));
      expect(talk.seen).toBe('改好：集体学习次数 12次→14次。');
    },
  );

  it('asks which, those just told first, when it may be either', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次'), fact('lectures', '6', '次')))
      .says('不对，是14次', unplaced('不对，是14次', '14', '次'));
    expect(talk.seen).toContain('〔集体学习次数（现为12次）〕〔党课次数（现为6次）〕');
    expect([amount(talk, 'studies'), amount(talk, 'lectures')]).toEqual(['12', '6']);
  });

  it('is not about another unit, nor about what another told', () => {
    const other = told().says('不对，是14个', unplaced('不对，是14个', '14', '个'));
    expect(amount(other, 'studies')).toBe('12');
    const group = given('group')
      .started()
      .says('x', facts(fact('studies', '12', '次')), li)
      .says('不对，是14次', unplaced('不对，是14次', '14', '次'), wang);
    expect(amount(group, 'studies')).toBe('12');
  });

  it('不对 alone corrects nothing', () => {
    expect(amount(told().says('不对', commands({ type: 'cancel' })), 'studies')).toBe('12');
  });
});

it('a bare figure leads to what was just told, as a choice', () => {
  const talk = told().says('14次', unplaced('14次', '14', '次'));
  expect(talk.seen).toContain('〔集体学习次数（现为12次）〕');
  expect(amount(talk, 'studies')).toBe('12');
});

describe('a number nobody could read', () => {
  it('is kept as said, and how to say it is told', () => {
    const talk = told().says('廉洁谈话50+人次', reading({ rest: '廉洁谈话50+人次' }));
    expect(talk.report.materials.map(({ text }) => text)).toEqual(['廉洁谈话50+人次']);
    expect(talk.seen).toContain('“廉洁谈话50+人次”里的数没认准');
  });

  it.each(['党课是12次吗', '起草第9章', '第9章'])('but %s is none', (text) => {
    expect(told().says(text, reading({ rest: text })).report.materials).toEqual([]);
  });
});

describe('recall', () => {
  it('what another said of the same thing stands once the first is recalled', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('lectures', '12', '次')), li)
      .says('y', facts(fact('lectures', '11', '次')), wang);
    const recalled = { id: 'gone', conversation: 'c', at: talk.at(), chat: talk.chat, message: 'e2' } as const;
    talk.when({ type: 'message_recalled', ...recalled });
    expect(amount(talk, 'lectures')).toBe('11');
    expect(talk.report.facts.lectures?.source).toMatchObject({ by: wang, event: 'e3' });
    expect(talk.seen).toContain('党课次数就按王芳报的11次记');
    expect(talk.seen).toContain('都定好了');
    expect(amount(talk.says('撤销', commands({ type: 'undo' })), 'lectures')).toBe('12');
  });
});
