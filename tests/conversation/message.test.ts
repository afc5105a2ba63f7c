// Whatever comes is answered: what cannot be read, what is empty, chatter, what is not understood; recalled messages; old buttons.
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/conversation/command.ts';
import { asks, commands, fact, facts, li, quantity, reading, wang } from './fixture.ts';
import { given } from './given.ts';

const started = () => given().started();

describe('messages that cannot be read', () => {
  it.each(['image', 'file', 'audio', 'media', 'location', 'share_chat', 'merge_forward', 'hologram'])(
    '%s is answered with what to do',
    (unsupported) => {
      const { seen } = started().says('', reading({}), wang, { unsupported });
      expect(seen).toMatch(/打字|文字|复制/);
    },
  );

  it('gives each kind its own answer', () => {
    const kinds = ['image', 'file', 'audio', 'media', 'location', 'merge_forward'];
    const answers = kinds.map((unsupported) => started().says('', reading({}), wang, { unsupported }).seen);
    expect(new Set(answers).size).toBe(kinds.length);
  });

  it('a sticker gets a sign, no words', () => {
    expect(started().says('', reading({}), wang, { unsupported: 'sticker' }).seen).toBe('[表情]THUMBSUP');
  });

  it.each(['', '   ', '\n\t', '\u0000\u0007', '\u200b\u200d'])('%j is called empty', (text) => {
    expect(started().says(text).seen).toContain('这条没有文字');
  });

  it('emoji and thanks get a sign only', () => {
    expect(started().says('👍🎉').seen).toBe('[表情]THUMBSUP');
    expect(started().says('谢谢').effects).toHaveLength(1);
  });

  it('ten thousand characters are taken like any other message', () => {
    const talk = started().says('党课3次。'.repeat(2000), facts(fact('lectures', '3', '次')));
    expect(talk.report.facts.lectures?.source.words.length).toBeLessThanOrEqual(120);
    const dull = started().says('啊'.repeat(10_000), reading({}));
    expect(dull.of('send_text')).toHaveLength(1);
  });
});

describe('what is not understood', () => {
  it('names next things that fit the moment', () => {
    const odd = reading({ rest: '咋整？' });
    expect(given().started().says('咋整？', odd).seen).toMatch(/还缺什么|一个一个问|帮助/);
    expect(
      started()
        .says('x', facts(fact('lectures', '3', '次')))
        .says('咋整？', odd).seen,
    ).toMatch(/起草|记了什么/);
  });

  it('puts the question again while one waits', () => {
    const odd = reading({ rest: '随便写写吧' });
    const talk = started()
      .says('一个一个问', commands({ type: 'ask_next' }))
      .says('随便写写吧', odd);
    expect(talk.seen).toContain('集体学习次数是多少？');
    const ask = asks({
      type: 'which_slot',
      quantity: quantity('1', '次'),
      words: '1次',
      slots: ['studies', 'lectures'],
    });
    expect(
      started()
        .says('x', commands({ type: 'start_over' }))
        .says('随便写写吧', odd).seen,
    ).toContain('取消');
    expect(started().says('x', ask).says('随便写写吧', odd).seen).toContain('卡');
  });

  it.each<[string, Reading]>([
    ['a report just begun', reading({})],
    ['one question after another', commands({ type: 'ask_next' })],
    ['a card waiting', asks({ type: 'which_slot', quantity: quantity('1', '次'), words: '1次', slots: ['studies'] })],
    ['facts recorded', facts(fact('lectures', '3', '次'))],
  ])('is never the same answer twice running: %s', (_, first) => {
    const talk = started().says('x', first);
    const answers = Array.from({ length: 6 }, () => talk.says('咋整？', reading({ rest: '咋整？' })).seen);
    for (const [at, answer] of answers.entries()) {
      expect(answer).not.toBe(answers[at + 1]);
      expect(answer).not.toBe(answers[at + 2]);
    }
  });
});

describe('a recalled message', () => {
  const recall = (message: string) =>
    ({
      type: 'message_recalled',
      id: `r-${message}`,
      conversation: 'c',
      at: 1,
      chat: { id: 'oc_1', type: 'p2p' },
      message,
    }) as const;

  it('takes its facts and materials with it, says so, and can be undone', () => {
    const talk = started().says('x', reading({ facts: [fact('lectures', '3', '次')], rest: '评上了省级文明单位称号' }));
    talk.when(recall('e2'));
    expect(talk.seen).toContain('党课次数 3次\n放进素材的话');
    expect(talk.report.facts).toEqual({});
    expect(talk.report.materials).toEqual([]);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
    expect(talk.report.materials).toHaveLength(1);
  });

  it('gives back what it had replaced', () => {
    const talk = started()
      .says('x', facts(fact('lectures', '3', '次')))
      .says('y', facts(fact('lectures', '5', '次', true)));
    talk.when(recall('e3'));
    expect(talk.seen).toContain('党课次数 5次（退回3次）');
    expect(talk.report.facts.lectures).toMatchObject({ value: { quantity: { amount: '3' } }, source: { event: 'e2' } });
  });

  it('takes its questions and what was kept for later, silently', () => {
    const ask = asks({
      type: 'which_slot',
      quantity: quantity('1', '次'),
      words: '1次',
      slots: ['studies', 'lectures'],
    });
    const talk = started().says('x', ask);
    const { value } = talk.button('党课次数');
    talk.when(recall('e2'));
    expect(talk.effects).toEqual([]);
    expect(talk.state?.asked).toBeNull();
    expect(talk.presses(value).seen).toBe('这个问题已经处理过了。');
    const early = given().says(
      '集体学习12次',
      asks({ type: 'unplaced', quantity: quantity('12', '次'), words: '12次' }),
    );
    expect(early.when(recall('e1')).state?.pending).toEqual([]);
    expect(started().when(recall('om_none')).effects).toEqual([]);
  });
});

describe('buttons', () => {
  it('of a report that is gone or not being written are answered', () => {
    const talk = started();
    expect(talk.presses({ action: 'compile', report: 'r-none' }).seen).toContain('不在这里了');
    const first = talk.report.id;
    talk.started('yearly-summary').presses({ action: 'compile', report: first });
    expect(talk.seen).toContain('它属于《2023年度党建述职报告》，现在写的是《2023年度年度工作总结》。');
    expect(talk.pressesButton('切换到这份').report.id).toBe(first);
  });

  it('nobody knows are answered', () => {
    expect(started().presses({ action: 'launch' }).seen).toContain('这个按钮已经不用了');
    expect(started().presses({} as { action: string }).seen).toContain('这个按钮已经不用了');
  });

  it.each(['draft', 'show', 'rewrite'])('%s without its value says what is missing', (action) => {
    expect(started().presses({ action }).seen).toContain('还没选是哪一段');
  });

  it('a stale 取消 is said to be dealt with', () => {
    expect(started().presses({ action: 'cancel' }).seen).toContain('已经处理过了');
  });

  it('believe the platform about who pressed, never the value', () => {
    const talk = given('group')
      .started()
      .presses({ action: 'draft', section: 'all', anyway: true, operator: wang.id }, li);
    expect(talk.seen).toContain('由王芳来做');
  });

  it('answer under the card in a group, and in the open chat otherwise', () => {
    expect(given('group').started().presses({ action: 'launch' }).of('send_text')[0]?.replyTo).toBe('om_card');
    expect(started().presses({ action: 'launch' }).of('send_text')[0]).not.toHaveProperty('replyTo');
    const group = given('group')
      .started()
      .says('咋整？', reading({ rest: '咋整？' }));
    expect(group.of('send_text')[0]?.replyTo).toBe('e2');
    group.says('x', reading({ rest: '评上了省级文明单位称号' }), wang, { replayOf: 'om_early' });
    expect(group.of('send_text')[0]).not.toHaveProperty('replyTo');
  });
});
