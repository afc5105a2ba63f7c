// Answers in words to open cards: a value, a side, a unit, an explanation, 跳过; what is no answer stays unanswered.
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/conversation/command.ts';
import { asks, commands, fact, facts, li, party, quantity, reading, wang, zhao } from './fixture.ts';
import { given } from './given.ts';

const value = (talk: ReturnType<typeof given>, slot: string) => {
  const held = talk.report.facts[slot]?.value;
  return held?.type === 'figure' ? `${held.quantity.amount}${held.quantity.scale}${held.quantity.unit}` : held;
};
const about = (slot: string, amount: string, unit = '次'): Extract<Ask, { type: 'confirm_value' }> => ({
  type: 'confirm_value',
  slot,
  value: { type: 'figure', quantity: quantity(amount, unit, { approximation: '余' }) },
  words: `${slot}${amount}来${unit}`,
  reason: '这是个大概的数，请给准数，或确认就按这个写',
});
const twoValues = () =>
  given()
    .started()
    .says('党课14次', facts(fact('lectures', '14', '次')))
    .says('党课12次', facts(fact('lectures', '12', '次')));
const between = () =>
  given('group')
    .started()
    .says('党课12次', facts(fact('lectures', '12', '次')), li)
    .says('党课是11次', facts(fact('lectures', '11', '次')), zhao);

describe('yes', () => {
  it.each(['对', '都对', '全部按这个写'])('%s is no answer to “which of the two”', (text) => {
    const talk = twoValues().says(text, commands({ type: 'confirm' }));
    expect(value(talk, 'lectures')).toBe('14次');
    expect(talk.seen).toBe(
      '党课次数已记14次（王芳 1月12日 09:07），这次说12次，用哪个？\n请选一个：1 改成12次，2 保留14次。',
    );
  });

  it('都对 takes every value on the card and names what is left', () => {
    const which = { type: 'which_slot', quantity: quantity('9', '次'), words: '9次', slots: ['lectures'] } as const;
    const talk = given()
      .started()
      .says('x', asks(about('studies', '10'), { ...which, slots: [...which.slots] }, about('topics', '20', '个')));
    talk.says('都对', commands({ type: 'confirm' }));
    expect([value(talk, 'studies'), value(talk, 'topics'), value(talk, 'lectures')]).toEqual([
      '10次',
      '20个',
      undefined,
    ]);
    expect(talk.seen).toContain('还有一处：9次是哪一项');
  });
});

describe('between two values', () => {
  it.each([
    ['就按12次', '12次'],
    ['12次', '12次'],
    ['按14次写吧', '14次'],
    ['以12次为准', '12次'],
    ['就按13次', '13次'],
    ['用原来的', '14次'],
    ['以后来的为准', '12次'],
  ])('%s', (text, expected) => {
    const words = asks({ type: 'unplaced', quantity: quantity('12', '次'), words: text });
    const talk = twoValues().says(text, words);
    expect(value(talk, 'lectures')).toBe(expected);
    expect(talk.seen).toContain('都定好了');
  });

  it.each([
    ['以赵强的为准', '11次'],
    ['听李明的', '12次'],
    ['就按赵强说的来', '11次'],
    ['党课按赵强的', '11次'],
    ['党课还是用李明的', '12次'],
  ])('two people: %s', (text, expected) => {
    const talk = between().says(text, reading({ rest: text }), wang);
    expect(value(talk, 'lectures')).toBe(expected);
    expect(talk.seen).toContain('都定好了');
  });

  it('only the owner settles it, in words as by press', () => {
    const talk = between().says('以我的为准', reading({ rest: '以我的为准' }), zhao);
    expect(talk.seen).toBe('这一处请王芳来定。');
    expect(value(talk, 'lectures')).toBe('12次');
  });

  it('a name nobody has settles nothing', () => {
    const talk = between().says('以财务科的为准', reading({ rest: '以财务科的为准' }), wang);
    expect(value(talk, 'lectures')).toBe('12次');
  });
});

describe('new or old, for all or for one', () => {
  const three = () =>
    given()
      .started()
      .says('x', facts(fact('studies', '1', '次'), fact('lectures', '1', '次')))
      .says('y', facts(fact('studies', '2', '次'), fact('lectures', '2', '次')));

  it.each([
    ['全部改成新的', ['2次', '2次']],
    ['都保留原来的', ['1次', '1次']],
    ['改成新的', ['2次', '1次']],
  ])('%s', (text, expected) => {
    const talk = three().says(text, reading({ rest: text }));
    expect([value(talk, 'studies'), value(talk, 'lectures')]).toEqual(expected);
  });
});

it('起草 said once more, with nothing recorded, is meant', () => {
  const draft = commands({ type: 'draft', section: 'all' });
  const talk = given().started().says('起草', draft);
  expect(talk.of('draft_section')).toEqual([]);
  expect(talk.says('起草', draft).of('draft_section').length).toBeGreaterThan(0);
});

it('a bare number is kept, and asked what it counts', () => {
  const talk = given()
    .started()
    .says('14', asks({ type: 'unplaced', quantity: quantity('14', ''), words: '14' }));
  expect(talk.seen).toContain('“14”是哪一项？');
  expect(talk.report.materials.map(({ text }) => text)).toEqual(['14']);
});

it('都对 on the newest card names what is open on an earlier one', () => {
  const talk = given()
    .started()
    .says('x', asks(about('studies', '10')))
    .says('y', asks(about('lectures', '20')))
    .says('都对', commands({ type: 'confirm' }));
  expect([value(talk, 'studies'), value(talk, 'lectures')]).toEqual([undefined, '20次']);
  expect(talk.seen).toContain('还有一处：集体学习次数');
  expect(value(talk.says('对', commands({ type: 'confirm' })), 'studies')).toBe('10次');
});

describe('a figure instead of a choice', () => {
  const open = () =>
    given()
      .started()
      .says('x', asks(about('studies', '100')));

  it('a bare number that is no choice is the exact value asked for', () => {
    const talk = open().says('95', commands({ type: 'choose', choice: 95 }));
    expect(value(talk, 'studies')).toBe('95次');
  });

  it('another unit is another thing: asked about or kept, never dropped', () => {
    const talk = open().says('25项', commands({ type: 'choose', choice: 25 }));
    expect(value(talk, 'studies')).toBeUndefined();
    expect(talk.seen + JSON.stringify(talk.report.materials)).toContain('25项');
  });

  it('a small number is still a choice', () => {
    expect(open().says('3', commands({ type: 'choose', choice: 3 })).seen).toContain('请选一个');
    expect(value(open().says('1', commands({ type: 'choose', choice: 1 })), 'studies')).toBe('100次');
  });
});

describe('the unit in doubt', () => {
  const catalog = [
    {
      ...party,
      slots: party.slots.map((slot) => (slot.id === 'topics' ? { ...slot, unit: '元', scale: '亿' } : slot)),
    },
  ];
  it('万元。快报 says the unit and that it is not final', () => {
    const ask: Ask = {
      type: 'confirm_value',
      slot: 'topics',
      value: { type: 'figure', quantity: quantity('7000000', '元', { scale: '亿' }) },
      words: '总收入 7000000',
      reason: '没有写单位，是7000000亿元吗？',
    };
    const talk = given('p2p', catalog).started().says('总收入 7000000', asks(ask));
    talk.says('万元。快报，月底还要调', reading({ rest: '万元。快报，月底还要调' }));
    expect(value(talk, 'topics')).toBe('7000000万元');
    expect(talk.report.facts.topics?.status).toBe('flash');
    expect(talk.seen).toContain('7000000万元（快报）');
  });
});

describe('putting it off', () => {
  const asking = () =>
    given()
      .started()
      .says('一个一个问', commands({ type: 'ask_next' }))
      .says('15次左右', asks(about('studies', '15')));

  it.each([
    ['skip', '跳过', '先不写'],
    ['not_applicable', '没有这项', '没有这一项'],
  ] as const)('%s is about the card, and the next thing is asked', (type, text, said) => {
    const talk = asking().says(text, commands({ type }));
    expect(talk.report.facts.studies?.value.type).toBe('omitted');
    expect(talk.seen).toContain(said);
    expect(talk.seen).toContain('下一项：学习专题是多少？');
    expect(talk.state?.asked).toMatchObject({ type: 'slot', slot: 'topics' });
  });

  it('two values wait, and both stay known', () => {
    const talk = twoValues().says('不知道', commands({ type: 'skip' }));
    expect(value(talk, 'lectures')).toBe('14次');
    expect(talk.seen).toContain('党课次数先放着');
    expect(value(talk.says('就按12次', reading({ rest: '就按12次' })), 'lectures')).toBe('12次');
  });
});

describe('a contradiction', () => {
  const catalog = [
    {
      ...party,
      checks: [
        { id: 'fewer', rule: 'lectures <= studies', question: '党课比集体学习还多，集体学习里是不是不含党课？' },
      ],
    },
  ];
  it('is explained in words', () => {
    const talk = given('p2p', catalog)
      .started()
      .says('x', facts(fact('studies', '12', '次'), fact('lectures', '14', '次')));
    expect(talk.seen).toContain('党课比集体学习还多');
    talk.says('集体学习不含党课', reading({ rest: '集体学习不含党课' }));
    expect(talk.seen).toContain('口径说明记下了：“集体学习不含党课”');
    expect(talk.report.settled?.fewer).toMatchObject({ decision: 'explained', note: '集体学习不含党课' });
  });
});
