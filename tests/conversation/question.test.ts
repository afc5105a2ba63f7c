// Questions: together on one card, answered by press or by word, once; late, foreign and second answers get an answer too.
import { describe, expect, it } from 'vitest';
import { asks, commands, fact, facts, li, quantity, reading, wang, zhao } from './fixture.ts';
import { given } from './given.ts';

const which = {
  type: 'which_slot',
  quantity: quantity('12', '次'),
  words: '学习讲课12次',
  slots: ['studies', 'lectures'],
} as const;
const whichAsk = { ...which, slots: [...which.slots] };
const amount = (talk: ReturnType<typeof given>, slot: string) => {
  const value = talk.report.facts[slot]?.value;
  return value?.type === 'figure' ? value.quantity.amount : undefined;
};

describe('asking', () => {
  it('asks which slot, naming those that fit, and files the answer under its first source', () => {
    const talk = given().started().says('学习讲课12次', asks(whichAsk));
    expect(talk.seen).toContain('“学习讲课12次”里的12次是哪一项？');
    expect(talk.seen).toContain('〔集体学习次数〕〔党课次数〕〔都不是，放素材〕');
    talk.pressesButton('党课次数');
    expect(amount(talk, 'lectures')).toBe('12');
    expect(talk.report.facts.lectures?.source).toMatchObject({ event: 'e2', words: '学习讲课12次' });
    expect(talk.of('update_card')[0]?.of).toBe('e2:0');
    expect(talk.seen).toContain('✓ 党课次数（王芳）');
    expect(talk.of('send_text')).toEqual([]);
  });

  it('offers missing slots of the same unit for a figure without a place', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    talk.says('还有5场', asks({ type: 'unplaced', quantity: quantity('5', '场'), words: '还有5场' }));
    expect(talk.seen).toContain('〔党课次数〕〔都不是，放素材〕');
    talk.pressesButton('放素材');
    expect(talk.report.materials).toMatchObject([{ text: '还有5场' }]);
  });

  it('asks to confirm a doubtful value', () => {
    const ask = {
      type: 'confirm_value',
      slot: 'lectures',
      value: fact('lectures', '300', '次').value,
      words: '党课300次',
      reason: '比平常多得多。',
    } as const;
    const talk = given().started().says('党课300次', asks(ask));
    expect(talk.seen).toContain('党课次数 300次？比平常多得多。');
    expect(talk.says('是的', commands({ type: 'confirm' })).seen).toContain('记下：党课次数 300次。');
    expect(amount(talk, 'lectures')).toBe('300');
    const no = given()
      .started()
      .says('党课300次', asks(ask))
      .says('不对', commands({ type: 'cancel' }));
    expect(no.report.facts).toEqual({});
    expect(
      given()
        .started()
        .says('x', facts(fact('lectures', '300', '次')))
        .says('y', asks(ask))
        .of('send_card'),
    ).toEqual([]);
  });

  it('puts the questions of one message on one card and takes bare answers in order', () => {
    const second = { ...whichAsk, quantity: quantity('9', '次'), words: '又9次' };
    const talk = given().started().says('x', asks(whichAsk, second));
    expect(talk.of('send_card')).toHaveLength(1);
    talk.says('1', commands({ type: 'choose', choice: 1 }));
    expect(amount(talk, 'studies')).toBe('12');
    expect(talk.seen).toContain('还有一处：“又9次”里的9次是哪一项？');
    talk.says('第二个', commands({ type: 'choose', choice: 2 }));
    expect(amount(talk, 'lectures')).toBe('9');
    expect(talk.says('1', commands({ type: 'choose', choice: 1 })).seen).toContain('没有等你选的问题');
  });

  it('says the choices again when the number is none of them', () => {
    const talk = given()
      .started()
      .says('x', asks(whichAsk))
      .says('5', commands({ type: 'choose', choice: 5 }));
    expect(talk.seen).toContain('请选一个：1 集体学习次数，2 党课次数，3 都不是，放素材。');
    expect(talk.report.facts).toEqual({});
  });

  it('splits many questions over cards instead of overfilling one', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ ...whichAsk, words: `第${n}处12次` }));
    const talk = given()
      .started()
      .says('x', asks(...many));
    expect(talk.of('send_card')).toHaveLength(3);
    talk.pressesButton('党课次数');
    expect(amount(talk, 'lectures')).toBe('12');
  });
});

describe('late, foreign and second answers', () => {
  const asked = () => given('group').started().says('x', asks(whichAsk), li);

  it('tells the second who was first', () => {
    const talk = asked();
    const { value } = talk.button('党课次数');
    talk.presses(value, li);
    expect(talk.presses({ ...value, choice: 1 }, wang).seen).toBe('这个问题李明 1月12日 09:08 已经选了“党课次数”。');
    expect(talk.presses(value, li).seen).toMatch(/^这个问题你 1月12日 \d\d:\d\d 已经选了“党课次数”。$/);
    expect(talk.presses(value, zhao).seen).toMatch(/李明.*已经选了/);
    expect(amount(talk, 'studies')).toBeUndefined();
  });

  it('lets only who said it, or the owner, say what was meant', () => {
    const talk = asked();
    const { value } = talk.button('党课次数');
    expect(talk.presses(value, zhao).seen).toBe('这一处请李明来定。');
    talk.presses(value, wang);
    expect(amount(talk, 'lectures')).toBe('12');
    expect(talk.report.facts.lectures?.source.by).toEqual(li);
  });

  it('an older card still works after newer questions', () => {
    const talk = given().started().says('x', asks(whichAsk));
    const { value } = talk.button('党课次数');
    talk.says('y', asks({ ...whichAsk, words: '另一句12次' }));
    talk.presses(value);
    expect(amount(talk, 'lectures')).toBe('12');
    expect(talk.state?.asked).toMatchObject({ type: 'asks', of: 'e3' });
  });

  it('a question nobody knows any more is said to be dealt with', () => {
    const talk = given().started();
    expect(talk.presses({ action: 'choose', of: 'e0', ask: 0, choice: 1 }).seen).toBe('这个问题已经处理过了。');
    expect(talk.presses({ action: 'choose' }).seen).toBe('这个问题已经处理过了。');
    expect(talk.presses({ action: 'choose_all', of: 'e0', choice: 1 }).seen).toBe('这个问题已经处理过了。');
  });

  it('does not replace another’s figure through a question, but asks the owner', () => {
    const talk = given('group')
      .started()
      .says('x', facts(fact('lectures', '3', '次')), wang)
      .says('y', asks(whichAsk), li);
    talk.pressesButton('党课次数（现为3次）', li);
    expect(amount(talk, 'lectures')).toBe('3');
    expect(talk.seen).toContain('（请王芳定）');
    talk.pressesButton('改成12次', wang);
    expect(amount(talk, 'lectures')).toBe('12');
  });

  it('shows what is still open with 还缺什么, and keeps what falls out of memory', () => {
    const talk = given().started();
    for (let n = 0; n < 22; n++) talk.says('x', asks({ ...whichAsk, words: `第${n}句12次` }));
    expect(talk.state?.questions).toHaveLength(20);
    expect(talk.report.materials.map((one) => one.text)).toEqual(['第0句12次', '第1句12次']);
    expect(talk.says('还缺什么', commands({ type: 'show_missing' })).seen).toContain('第21句12次');
  });

  it('answers a bare 好的 with a sign only', () => {
    expect(
      given()
        .started()
        .says('好的', commands({ type: 'confirm' })).seen,
    ).toBe('[表情]OK');
    expect(given().started().says('嗯嗯', reading({})).seen).toBe('[表情]THUMBSUP');
  });
});

describe('answers in other words', () => {
  it('takes the name of the place as the answer, with the first source', () => {
    const talk = given().started().says('学习讲课12次', asks(whichAsk));
    talk.says('党课的', facts({ ...fact('lectures', '12', '次'), words: '学习讲课12次' }));
    expect(talk.report.facts.lectures?.source).toMatchObject({ event: 'e2', words: '学习讲课12次' });
    expect(talk.seen).toContain('记下：党课次数 12次。');
    expect(talk.seen).toContain('✓ 党课次数（王芳）');
    expect(talk.state?.asked).toBeNull();
  });

  it('a bare number in reply to a card is about that card', () => {
    const talk = given()
      .started()
      .says('x', asks(whichAsk))
      .says('y', asks({ ...whichAsk, words: '又12次' }));
    talk.state?.sent.push({ key: 'e2:0', message: 'om_first' });
    talk.says('2', commands({ type: 'choose', choice: 2 }), wang, { replyTo: 'om_first' });
    expect(talk.report.facts.lectures?.source.event).toBe('e2');
  });

  it('closes what was asked about a slot once something else was said of it', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')))
      .says('y', facts(fact('lectures', '5', '次')));
    const { value } = talk.button('改成5次');
    talk.says('改成6次', facts(fact('lectures', '6', '次', true)));
    expect(talk.seen).toContain('改好：党课次数 3次→6次。');
    expect(talk.seen).toContain('✓ 后来说的6次（王芳）');
    expect(talk.presses(value).seen).toContain('已经选了');
    expect(amount(talk, 'lectures')).toBe('6');
  });

  it('asks once, not twice, when the disagreeing figure is said again', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')))
      .says('y', facts(fact('lectures', '5', '次')));
    talk.says('z', facts(fact('lectures', '7', '次')));
    expect(talk.says('还缺什么', commands({ type: 'show_missing' })).seen).toContain('［有一处请你定］');
    expect(talk.seen).toContain('这次说7次');
    expect(talk.seen).not.toContain('这次说5次');
  });

  it('asking one after another goes on when a question in between is answered', () => {
    const zero = {
      type: 'confirm_value',
      slot: 'studies',
      value: fact('studies', '0', '次').value,
      words: '没有',
      reason: '按0记吗？',
    } as const;
    const talk = given()
      .started()
      .says('一个一个问', commands({ type: 'ask_next' }))
      .says('没有', asks(zero));
    expect(talk.seen).toContain('〔就记0次〕〔不记〕');
    talk.pressesButton('就记0次');
    expect(talk.seen).toContain('下一项：学习专题是多少？');
    expect(talk.state?.asked).toMatchObject({ type: 'slot', slot: 'topics' });
  });

  it('offers to leave out what was answered with no figure', () => {
    const same = {
      type: 'confirm_value',
      slot: 'studies',
      value: { type: 'omitted', reason: 'skipped' },
      words: '跟去年一样',
      reason: '请给今年的数。',
    } as const;
    const talk = given().started().says('跟去年一样', asks(same));
    expect(talk.seen).toContain('集体学习次数？请给今年的数。\n〔先不写〕〔不记〕');
    talk.pressesButton('先不写');
    expect(talk.report.facts.studies?.value).toEqual({ type: 'omitted', reason: 'skipped' });
  });

  it('takes amounts written otherwise as the same', () => {
    const yuan = (amount: string, scale: string) => ({
      ...fact('studies', amount, '元'),
      value: { type: 'figure' as const, quantity: quantity(amount, '元', { scale }) },
    });
    const talk = given()
      .started()
      .says('x', facts(yuan('1.1', '亿')))
      .says('y', facts(yuan('11000', '万')));
    expect(talk.seen).toContain('已有');
  });
});
