// Figures that contradict each other are asked about once, with both sources; what became of them is kept and named.
import { describe, expect, it } from 'vitest';
import type { Outline } from '../../src/report/outline.ts';
import { commands, fact, facts, li, party, reading } from './fixture.ts';
import { given, type Talk } from './given.ts';

const checked: Outline = {
  ...party,
  checks: [
    { id: 'per_branch', rule: 'lectures >= branches', question: '党课比支部还少，数对吗？' },
    { id: 'topics_fit', rule: 'topics <= studies', question: '专题比学习次数多。', severity: 'hint' },
  ],
};

const at = () => given('p2p', [checked]).started();
const contradicting = (): Talk =>
  at()
    .says('党课5次', facts(fact('lectures', '5', '次')))
    .says('支部6个', facts(fact('branches', '6', '个')));

describe('a contradiction', () => {
  it('is asked about when the second figure arrives, with both values, who said them, when and how', () => {
    const talk = at().says('党课5次', facts(fact('lectures', '5', '次')));
    expect(talk.seen).not.toContain('党课比支部还少');
    talk.says('支部6个', facts(fact('branches', '6', '个')));
    expect(talk.seen).toContain('党课比支部还少，数对吗？');
    expect(talk.seen).toContain('党课次数 5次（王芳 1月12日 09:07：“lectures5次”）');
    expect(talk.seen).toContain('支部数量 6个（王芳 1月12日 09:08：“branches6个”）');
    expect(talk.seen).toContain('〔改党课次数〕〔改支部数量〕〔口径不同，就这样〕〔以后再说〕');
  });

  it('stands on one card with the other questions of its message', () => {
    const talk = at().says('党课5次', facts(fact('lectures', '5', '次')));
    talk.says('支部6个', {
      ...facts(fact('branches', '6', '个')),
      asks: [
        { type: 'confirm_value', slot: 'topics', value: fact('topics', '9', '个').value, words: '', reason: '？' },
      ],
    });
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.seen).toContain('［有2处请你定］');
  });

  it('is asked about once', () => {
    const talk = contradicting().says('专题3个', facts(fact('topics', '3', '个')));
    expect(talk.seen).not.toContain('党课比支部还少');
  });

  it('is asked about anew when a value changes and it still fails', () => {
    const talk = contradicting();
    talk.says('党课改成4次', facts(fact('lectures', '4', '次', true)));
    expect(talk.seen).toContain('党课次数 4次');
    expect(talk.seen).toContain('〔改党课次数〕');
    expect(talk.state?.questions?.[0]?.items[0]?.answer).toBeDefined();
  });

  it('is dropped from its card when a value changes and it holds', () => {
    const talk = contradicting().says('党课改成7次', facts(fact('lectures', '7', '次', true)));
    expect(talk.seen).toContain('［都定好了］');
    expect(talk.seen).not.toContain('〔改党课次数〕');
  });

  it('is dropped from its card when a figure is taken away', () => {
    const talk = contradicting().says('支部去掉', commands({ type: 'withdraw_fact', slot: 'branches' }));
    expect(talk.seen).toContain('［都定好了］');
    expect(talk.state?.asked).toBeNull();
  });

  it('comes up as well when an answer records the second figure', () => {
    const talk = at().says('党课5次', facts(fact('lectures', '5', '次')));
    talk.says('支部6个吧', {
      ...reading({}),
      asks: [
        { type: 'confirm_value', slot: 'branches', value: fact('b', '6', '个').value, words: '6个', reason: '？' },
      ],
    });
    talk.pressesButton('就记6个');
    expect(talk.seen).toContain('党课比支部还少');
  });
});

describe('what becomes of it', () => {
  it('改 A: the next figure said for A replaces it, without another question', () => {
    const talk = contradicting().pressesButton('改党课次数');
    expect(talk.seen).toContain('党课次数现在是5次，应该是多少');
    expect(talk.state?.asked).toMatchObject({ type: 'slot', slot: 'lectures' });
    talk.says('8次', facts(fact('lectures', '8', '次')));
    expect(talk.seen).toContain('改好：党课次数 5次→8次');
    expect(talk.of('send_card')).toHaveLength(0);
    expect(talk.state?.asked).toBeNull();
    talk.says('9次', facts(fact('lectures', '9', '次')));
    expect(talk.seen).toContain('用哪个？');
  });

  it('改 A by one who is not the owner cannot replace what another said', () => {
    const talk = given('group', [checked]).started();
    talk.says('党课5次', facts(fact('lectures', '5', '次')));
    talk.says('支部6个', facts(fact('branches', '6', '个')), li);
    talk.pressesButton('改党课次数', li);
    talk.says('8次', facts(fact('lectures', '8', '次')), li);
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '5' } });
    expect(talk.seen).toContain('（请王芳定）');
  });

  it('改 A taken back: the next figure is asked about again', () => {
    const talk = contradicting()
      .pressesButton('改党课次数')
      .says('撤销', commands({ type: 'undo' }));
    talk.says('8次', facts(fact('lectures', '8', '次')));
    expect(talk.seen).toContain('用哪个？');
  });

  it('口径不同: it is right as it stands, and the explanation is kept', () => {
    const talk = contradicting().pressesButton('口径不同，就这样');
    expect(talk.seen).toContain('口径怎么不同');
    talk.says('只算了专职书记讲的', reading({ rest: '只算了专职书记讲的' }));
    expect(talk.seen).toContain('口径说明记下了：“只算了专职书记讲的”');
    expect(talk.report.settled?.per_branch).toMatchObject({ decision: 'explained', note: '只算了专职书记讲的' });
    expect(talk.report.materials).toEqual([]);
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).not.toContain('对不上的数');
  });

  it('an explanation is not waited for: a command or a new fact is what it is', () => {
    const talk = contradicting().pressesButton('口径不同，就这样');
    talk.says('专题3个', facts(fact('topics', '3', '个')));
    expect(talk.report.facts.topics).toBeDefined();
    expect(talk.state?.asked).toBeNull();
  });

  it('may be typed in the words of a choice', () => {
    const talk = contradicting().says('口径不同', reading({ rest: '口径不同' }));
    expect(talk.report.settled?.per_branch?.decision).toBe('explained');
    const later = contradicting().says('以后再说', commands({ type: 'skip' }));
    expect(later.report.settled?.per_branch?.decision).toBe('later');
    const fixing = contradicting().says('改支部数量。', reading({ rest: '改支部数量' }));
    expect(fixing.state?.asked).toMatchObject({ type: 'slot', slot: 'branches' });
  });

  it('an explanation is of the contradiction it was asked for, though another is still open', () => {
    const checks = [...checked.checks, { id: 'also', rule: 'studies >= branches', question: '学习比支部还少。' }];
    const talk = given('p2p', [{ ...checked, checks }]).started();
    talk.says('x', facts(fact('lectures', '5', '次'), fact('studies', '4', '次'), fact('branches', '6', '个')));
    expect(talk.seen).toContain('［有2处请你定］');
    talk.presses({
      action: 'choose',
      of: talk.state?.questions?.[0]?.id ?? '',
      ask: 1,
      choice: 3,
      report: talk.report.id,
    });
    talk.says('学习比支部少，是因为合并学习', reading({ rest: '学习比支部少，是因为合并学习' }));
    expect(talk.report.settled?.also?.note).toBe('学习比支部少，是因为合并学习');
    expect(talk.report.settled?.per_branch?.decision).toBe('asked');
    expect(talk.state?.asked).toMatchObject({ type: 'asks' });
  });

  it('以后再说: it stays in the list of what is open, where it can be settled', () => {
    const talk = contradicting().pressesButton('以后再说');
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).toContain('对不上的数（1处）');
    talk.pressesButton('定一下');
    expect(talk.seen).toContain('〔口径不同，就这样〕');
  });

  it('撤销 takes the decision back', () => {
    const talk = contradicting().pressesButton('口径不同，就这样');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('撤销了：定“党课次数 5次，支部数量 6个”怎么办');
    expect(talk.report.settled?.per_branch?.decision).toBe('asked');
  });

  it('a decision is about these values only', () => {
    const talk = contradicting().pressesButton('口径不同，就这样');
    talk.says('支部改成9个', facts(fact('branches', '9', '个', true)));
    expect(talk.seen).toContain('支部数量 9个');
    expect(talk.seen).toContain('〔口径不同，就这样〕');
  });

  it('a question whose values changed meanwhile is not answered any more', () => {
    const talk = contradicting();
    const late = talk.button('以后再说').value;
    talk.says('党课改成7次', facts(fact('lectures', '7', '次', true)));
    talk.presses(late);
    expect(talk.seen).toContain('已经选了');
  });
});

describe('at the end', () => {
  const drafted = (talk: Talk) => talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted();

  it('open ones are named beside the file and counted in its name', () => {
    const talk = drafted(contradicting()).says('导出', commands({ type: 'compile' }));
    expect(talk.of('send_file')[0]?.name).toContain('待核1处');
    expect(talk.seen).toContain('待核1处，定稿前请核对：\n1. 党课次数 5次，支部数量 6个：党课比支部还少');
  });

  it('explained ones are named with their explanation, and are not open', () => {
    const talk = contradicting()
      .pressesButton('口径不同，就这样')
      .says('只算专职', reading({ rest: '只算专职' }));
    drafted(talk).says('导出', commands({ type: 'compile' }));
    expect(talk.of('send_file')[0]?.name).not.toContain('待核');
    expect(talk.seen).toContain('（说明：只算专职）');
  });

  it('hints are told then, and never asked about', () => {
    const talk = at().says('学习', facts(fact('topics', '9', '个'), fact('studies', '8', '次')));
    expect(talk.of('send_card')).toHaveLength(0);
    drafted(talk).says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toContain('顺带提醒1处');
    expect(talk.of('send_file')[0]?.name).not.toContain('待核');
  });
});
