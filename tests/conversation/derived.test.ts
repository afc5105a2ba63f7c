// Derived figures among the facts, and figures one can hardly mean, as a person meets them.
import { describe, expect, it } from 'vitest';
import type { Outline } from '../../src/report/outline.ts';
import { commands, fact, facts, party } from './fixture.ts';
import { given } from './given.ts';

const counted: Outline = {
  ...party,
  slots: party.slots.map((slot) =>
    slot.id === 'topics' ? { ...slot, unit: '次', derived: 'studies + lectures' } : slot,
  ),
};
const at = () => given('p2p', [counted]).started();
const both = () => at().says('都有', facts(fact('studies', '8', '次'), fact('lectures', '5', '次')));
const show = commands({ type: 'show_facts' });

describe('a derived figure', () => {
  it('stands among the facts with how it came about, and is not missing', () => {
    expect(both().says('记了什么', show).seen).toContain('学习专题：13次（由集体学习次数、党课次数算得）');
    expect(both().says('还缺什么', commands({ type: 'show_missing' })).seen).not.toContain('学习专题：学习专题是多少');
  });

  it('follows a correction, and goes with what it came from', () => {
    const talk = both().says('党课改成6次', facts(fact('lectures', '6', '次', true)));
    expect(talk.report.facts.topics?.value).toMatchObject({ quantity: { amount: '14' } });
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.facts.topics?.value).toMatchObject({ quantity: { amount: '13' } });
    talk.says('党课去掉', commands({ type: 'withdraw_fact', slot: 'lectures' }));
    expect(talk.report.facts.topics).toBeUndefined();
  });

  it('gives way to what is said, without a conflict, and comes back when that is taken back', () => {
    const talk = both().says('专题13次', facts(fact('topics', '13', '次')));
    expect(talk.seen).toContain('记下：学习专题 13次');
    expect(talk.report.facts.topics?.derived).toBeUndefined();
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.facts.topics?.derived).toEqual(['studies', 'lectures']);
  });

  it('is asked about beside a different one said', () => {
    const talk = both().says('专题12次', facts(fact('topics', '12', '次')));
    expect(talk.seen).toContain('学习专题按其他数算出来是13次，哪个要改？');
    expect(talk.seen).toContain('〔改学习专题〕〔改集体学习次数〕〔改党课次数〕');
  });

  it('cannot be taken away by itself, but left out', () => {
    const talk = both().says('专题去掉', commands({ type: 'withdraw_fact', slot: 'topics' }));
    expect(talk.seen).toContain('学习专题是由集体学习次数、党课次数算得的');
    talk.says('专题不写', commands({ type: 'not_applicable', slot: 'topics' }));
    expect(talk.report.facts.topics?.value.type).toBe('omitted');
  });

  it('stands in the exported file as it stood then', () => {
    const talk = both()
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted();
    talk.says('导出', commands({ type: 'compile' }));
    const key = talk.of('send_file')[0]?.facts ?? '';
    expect(talk.store[key]).toMatchObject({ topics: { derived: ['studies', 'lectures'] } });
  });
});

describe('a figure one can hardly mean', () => {
  it('is asked about before it is recorded, though it was said to replace the other', () => {
    const talk = both().says('党课改成50次', facts(fact('lectures', '50', '次', true)));
    expect(talk.seen).toContain('和先前记的5次差了十倍以上');
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '5' } });
    talk.pressesButton('就记50次');
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '50' } });
  });

  it('is taken as it is when the old one contradicts another anyway', () => {
    const strict = { ...party, checks: [{ id: 'c', rule: 'lectures <= branches', question: '？' }] };
    const talk = given('p2p', [strict]).started();
    talk.says('都有', facts(fact('lectures', '500', '次'), fact('branches', '60', '个')));
    talk.says('党课改成50次', facts(fact('lectures', '50', '次', true)));
    expect(talk.seen).toContain('改好：党课次数 500次→50次');
  });

  it('is taken as it is when a contradiction just called for it', () => {
    const strict = { ...party, checks: [{ id: 'c', rule: 'lectures >= branches', question: '？' }] };
    const talk = given('p2p', [strict]).started();
    talk.says('都有', facts(fact('lectures', '5', '次'), fact('branches', '60', '个')));
    talk.pressesButton('改党课次数').says('61次', facts(fact('lectures', '61', '次')));
    expect(talk.seen).toContain('改好：党课次数 5次→61次');
  });
});
