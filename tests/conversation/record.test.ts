// Facts: recorded with their source, corrected with undo, never overwritten silently; left out, taken back; materials.
import { describe, expect, it } from 'vitest';
import { asks, commands, fact, facts, li, party, quantity, reading, wang, zhao } from './fixture.ts';
import { given, START } from './given.ts';

const started = () => given().started();
const amountOf = (talk: ReturnType<typeof given>, slot: string): string | undefined => {
  const value = talk.report.facts[slot]?.value;
  return value?.type === 'figure' ? value.quantity.amount : value?.type;
};

describe('recording', () => {
  it('says in one short text what was understood', () => {
    const talk = started().says('x', facts(fact('studies', '12', '次'), fact('topics', '12', '个')));
    expect(talk.seen).toBe('记下：集体学习次数 12次，学习专题 12个。');
    expect(talk.effects).toHaveLength(1);
  });

  it('keeps who, when, which message and which words', () => {
    const talk = started().says('今年党课讲了3次', facts(fact('lectures', '3', '次')));
    expect(talk.report.facts.lectures?.source).toEqual({
      by: wang,
      at: START + 2 * 60_000,
      event: 'e2',
      words: 'lectures3次',
    });
  });

  it('lists many one per line', () => {
    const many = ['studies', 'topics', 'lectures', 'branches'].map((slot) => fact(slot, '8', '次'));
    const talk = started().says('x', facts(...many));
    expect(talk.seen.split('\n').slice(0, 5)).toEqual([
      '记下4项：',
      '集体学习次数 8次',
      '学习专题 8次',
      '党课次数 8次',
      '支部数量 8次',
    ]);
  });

  it('says when all is there, once', () => {
    const talk = started().says(
      'x',
      facts(fact('studies', '1', '次'), fact('topics', '1', '个'), fact('branches', '1', '个')),
    );
    expect(talk.seen).not.toContain('都齐了');
    expect(talk.says('y', facts(fact('lectures', '1', '次'))).seen).toContain('该问的都齐了');
    expect(talk.says('y', facts(fact('lectures', '2', '次', true))).seen).not.toContain('都齐了');
  });

  it('a name is kept without the 围绕 that the text says itself', () => {
    const catalog = [
      { ...party, slots: party.slots.map((slot) => (slot.id === 'story' ? { ...slot, type: 'name' as const } : slot)) },
    ];
    const text = { type: 'text' as const, text: '围绕打造“五型”机关' };
    const talk = given('p2p', catalog)
      .started()
      .says('x', facts({ slot: 'story', value: text, words: 'x', correction: false }));
    expect(talk.report.facts.story?.value).toEqual({ type: 'text', text: '打造“五型”机关' });
  });

  it('counts people and meetings in whole numbers', () => {
    const talk = given()
      .started()
      .says('集体学习12.0 次', facts(fact('studies', '12.0', '次')));
    expect(talk.seen).toBe('记下：集体学习次数 12次。');
    expect(talk.report.facts.studies?.value).toEqual(fact('studies', '12', '次').value);
  });

  it('says 已有 for the same value', () => {
    const talk = started()
      .says('x', facts(fact('lectures', '3', '次')))
      .says('y', facts(fact('lectures', '3', '次')));
    expect(talk.seen).toBe('已有：党课次数 3次。');
    expect(talk.report.undo).toHaveLength(1);
  });

  it('applies an explicit correction of one’s own, keeps the old one, and can undo it', () => {
    const talk = started()
      .says('x', facts(fact('lectures', '12', '次')))
      .says('y', facts(fact('lectures', '14', '次', true)));
    expect(talk.seen).toBe('改好：党课次数 12次→14次。');
    const { previous } = talk.report.facts.lectures ?? {};
    expect(talk.store[previous ?? '']).toMatchObject({ slot: 'lectures', source: { event: 'e2' } });
    expect(talk.says('撤销', commands({ type: 'undo' })).seen).toContain('党课次数 12次→14次');
    expect(amountOf(talk, 'lectures')).toBe('12');
  });

  it('asks when another value comes without a word of correction', () => {
    const talk = started()
      .says('x', facts(fact('lectures', '12', '次')))
      .says('y', facts(fact('lectures', '14', '次')));
    expect(amountOf(talk, 'lectures')).toBe('12');
    expect(talk.seen).toContain('党课次数已记12次（王芳 1月12日 09:07），这次说14次，用哪个？');
    expect(talk.pressesButton('改成14次').report.facts.lectures?.source.event).toBe('e3');
    expect(amountOf(talk, 'lectures')).toBe('14');
  });

  it('offers to keep both where words can stand beside each other', () => {
    const story = (text: string) => ({ ...fact('story', '1', '次'), value: { type: 'text' as const, text } });
    const talk = started()
      .says('x', facts(story('办了学习角。')))
      .says('y', facts(story('开了读书会')));
    expect(talk.seen).toContain('〔两样都要〕');
    talk.pressesButton('两样都要');
    expect(talk.report.facts.story?.value).toEqual({ type: 'text', text: '办了学习角；开了读书会' });
  });

  it('全部保留原来的 means the old ones, also where both could be kept', () => {
    const said = (n: number) => [
      fact('studies', String(n), '次'),
      { ...fact('story', '1', '次'), value: { type: 'text' as const, text: `第${n}种` } },
    ];
    const talk = started()
      .says('x', facts(...said(1)))
      .says('y', facts(...said(2)))
      .pressesButton('全部保留原来的');
    expect(talk.report.facts.story?.value).toEqual({ type: 'text', text: '第1种' });
    expect(amountOf(talk, 'studies')).toBe('1');
  });

  it('shows a fall as a fall', () => {
    const value = { type: 'figure' as const, quantity: quantity('3.2', '%', { direction: '下降' }) };
    expect(started().says('x', facts({ ...fact('studies', '1', '%'), value })).seen).toContain('下降3.2%');
  });

  it('asks when one message gives two values', () => {
    const talk = started().says('x', facts(fact('lectures', '12', '次'), fact('lectures', '14', '次')));
    expect(amountOf(talk, 'lectures')).toBe('12');
    expect(talk.seen).toContain('〔改成14次〕〔保留12次〕');
  });

  it('asks the owner when another person gives another value, even as a correction', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('lectures', '12', '次')), li);
    talk.says('y', facts(fact('lectures', '14', '次', true)), zhao);
    expect(amountOf(talk, 'lectures')).toBe('12');
    expect(talk.seen).toContain('已记12次（李明');
    expect(talk.seen).toContain('（请王芳定）');
    expect(talk.pressesButton('改成14次', li).seen).toBe('这一处请王芳来定。');
    expect(amountOf(talk, 'lectures')).toBe('12');
  });

  it('takes the owner’s own correction without asking the owner', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('lectures', '12', '次')), li);
    talk.says('党课改成14次', facts(fact('lectures', '14', '次', true)), wang);
    expect(talk.seen).toBe('改好：党课次数 12次→14次。');
  });

  it('the owner’s word settles what two people disagree about', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('lectures', '12', '次')), li)
      .says('y', facts(fact('lectures', '14', '次')), zhao);
    talk.says('党课11次', facts(fact('lectures', '11', '次')), wang);
    expect(talk.seen).toContain('改好：党课次数 12次→11次。');
    expect(talk.seen).toContain('✓ 后来说的11次（王芳）');
    expect(talk.of('send_card')).toEqual([]);
  });

  it('a corrected table is one card, settled by one press', () => {
    const old = facts(fact('studies', '1', '次'), fact('topics', '1', '个'), fact('lectures', '1', '次'));
    const next = facts(fact('studies', '2', '次'), fact('topics', '2', '个'), fact('lectures', '2', '次'));
    const talk = started().says('x', old).says('y', next);
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.seen).toContain('［有3处请你定］');
    talk.pressesButton('全部改成新的');
    expect(['studies', 'topics', 'lectures'].map((slot) => amountOf(talk, slot))).toEqual(['2', '2', '2']);
    expect(talk.seen).toContain('［都定好了］');
  });

  it('keeps a fact for an unknown slot among the materials', () => {
    const talk = started().says('x', facts(fact('nowhere', '7', '次')));
    expect(talk.seen).toContain('放进素材：“nowhere7次”');
    expect(talk.report.materials).toHaveLength(1);
  });
});

describe('one question after another', () => {
  it('goes on only after a question was answered', () => {
    const talk = started().says('一个一个问', commands({ type: 'ask_next' }));
    expect(talk.seen).toBe('集体学习次数是多少？\n（没有这一项就说“没有这项”，先放着说“跳过”）');
    expect(talk.says('12次', facts(fact('studies', '12', '次'))).seen).toBe(
      '记下：集体学习次数 12次。\n下一项：学习专题是多少？',
    );
    expect(talk.says('跳过', commands({ type: 'skip' })).seen).toBe('学习专题先不写。\n下一项：党课次数是多少？');
    expect(talk.says('支部8个', facts(fact('branches', '8', '个'))).seen).toBe('记下：支部数量 8个。');
    expect(talk.says('没有', commands({ type: 'not_applicable' })).seen).toBe('党课次数记为没有这一项，正文不提。');
    expect(talk.state?.asked).toBeNull();
    expect(talk.says('再问', commands({ type: 'ask_next' })).seen).toContain('都问完了');
  });

  it('stops asking on 取消', () => {
    const talk = started()
      .says('一个一个问', commands({ type: 'ask_next' }))
      .says('算了', commands({ type: 'cancel' }));
    expect(talk.seen).toBe('好，先问到这里。');
    expect(talk.state?.asked).toBeNull();
  });
});

describe('leaving out and taking back', () => {
  it('leaves a named slot out, undoable, and asks which when none was asked', () => {
    const talk = started().says('党课没有', commands({ type: 'not_applicable', slot: 'lectures' }));
    expect(talk.report.facts.lectures?.value).toEqual({ type: 'omitted', reason: 'not_applicable' });
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.facts.lectures).toBeUndefined();
    expect(talk.says('跳过', commands({ type: 'skip' })).seen).toContain('是哪一项不写');
  });

  it.each([
    ['党课那个数先别写', 'skipped'],
    ['党课以后再写', 'skipped'],
    ['党课不写', 'not_applicable'],
    ['党课没有', 'not_applicable'],
  ])('%s', (text, expected) => {
    const talk = given()
      .started()
      .says(text, commands({ type: 'not_applicable', slot: 'lectures' }));
    expect(talk.report.facts.lectures?.value).toEqual({ type: 'omitted', reason: expected });
  });

  it('takes a value for what was only left for later', () => {
    const talk = started().says('跳过党课', commands({ type: 'skip', slot: 'lectures' }));
    talk.says('党课3次', facts(fact('lectures', '3', '次')));
    expect(amountOf(talk, 'lectures')).toBe('3');
  });

  it('withdraws a fact, undoable', () => {
    const talk = started().says('x', facts(fact('lectures', '3', '次')));
    expect(talk.says('党课别记了', commands({ type: 'withdraw_fact', slot: 'lectures' })).seen).toBe(
      '去掉了：党课次数 3次。',
    );
    expect(talk.says('再去', commands({ type: 'withdraw_fact', slot: 'lectures' })).seen).toContain('还没有记');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(amountOf(talk, 'lectures')).toBe('3');
  });

  it('in a group nobody takes away what another gave, except the owner', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('lectures', '3', '次')), wang);
    talk.says('去掉', commands({ type: 'withdraw_fact', slot: 'lectures' }), li);
    expect(talk.seen).toBe('党课次数是王芳报的，请王芳来改。');
    talk.says('没有', commands({ type: 'not_applicable', slot: 'lectures' }), li);
    expect(amountOf(talk, 'lectures')).toBe('3');
    talk.says('x', facts(fact('studies', '3', '次')), li);
    talk.says('去掉', commands({ type: 'withdraw_fact', slot: 'studies' }), wang);
    expect(talk.report.facts.studies).toBeUndefined();
  });
});

describe('materials', () => {
  it('keeps what fits no slot, says so, once, and can undo it', () => {
    const talk = started().says('x', reading({ facts: [fact('lectures', '3', '次')], rest: '另外评上了文明单位' }));
    expect(talk.seen).toBe('记下：党课次数 3次。\n提纲里没有对应的项，放进素材：“另外评上了文明单位”。');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.materials).toEqual([]);
    expect(amountOf(talk, 'lectures')).toBe('3');
  });

  it('offers a figure that no slot could hold a place of its own, or to be kept', () => {
    const ask = asks({ type: 'unplaced', quantity: quantity('7', '头'), words: '养牛7头' });
    expect(started().says('养牛7头', ask).seen).toContain('〔新增“养牛”（第一章第1点）〕〔不记〕〔都不是，放素材〕');
  });

  it('says when it had to cut', () => {
    const talk = started().says('x', reading({ rest: '材料'.repeat(1500) }));
    expect(talk.seen).toContain('只留了前2000字');
    expect([...(talk.report.materials[0]?.text ?? '')]).toHaveLength(2000);
  });
});
