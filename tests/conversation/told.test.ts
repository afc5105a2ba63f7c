// What is known of a figure beside its value: kept, shown, asked for once where the outline needs it, named at the end.
import { describe, expect, it } from 'vitest';
import type { ReadFact } from '../../src/conversation/command.ts';
import type { Outline } from '../../src/report/outline.ts';
import { commands, fact, facts, li, party, reading } from './fixture.ts';
import { given } from './given.ts';

const needing: Outline = {
  ...party,
  slots: party.slots.map((slot) =>
    slot.id === 'studies' || slot.id === 'lectures' ? { ...slot, needs: ['status'] as const as ['status'] } : slot,
  ),
};
const flash = (one: ReadFact): ReadFact => ({ ...one, status: 'flash' });
const at = () => given('p2p', [needing]).started();
const twelve = fact('studies', '12', '次');
const five = fact('lectures', '5', '次');

describe('快报 or 决算', () => {
  it('is asked about once for all figures of a message that need it, beside its other questions', () => {
    const talk = at().says('x', facts(twelve, five));
    expect(talk.seen).toContain('集体学习次数、党课次数这2个数是快报还是决算？');
    expect(talk.seen).toContain('〔快报〕〔决算〕〔都不用管〕');
    talk.says('y', facts(fact('topics', '3', '个')));
    expect(talk.seen).not.toContain('快报');
  });

  it('is not asked where it was said, or where nobody needs it', () => {
    expect(at().says('x', facts(flash(twelve), fact('topics', '3', '个'))).seen).not.toContain('还是决算');
  });

  it('once told is kept with the figures, shown with them, and can be taken back', () => {
    const talk = at().says('x', facts(twelve, five)).pressesButton('快报');
    expect(talk.report.facts.studies).toMatchObject({ status: 'flash', value: twelve.value });
    talk.says('记了什么', commands({ type: 'show_facts' }));
    expect(talk.seen).toContain('集体学习次数：12次（快报）（王芳');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('撤销了：把集体学习次数、党课次数记为快报');
    expect(talk.report.facts.studies?.status).toBeUndefined();
  });

  it('都不用管 is respected', () => {
    const talk = at().says('x', facts(twelve)).pressesButton('都不用管');
    talk.says('13', facts(fact('studies', '13', '次', true)));
    expect(talk.seen).not.toContain('还是决算');
  });

  it('of a figure that was asked about first is kept as well', () => {
    const ask = {
      type: 'confirm_value',
      slot: 'topics',
      value: fact('topics', '9', '个').value,
      words: '',
      reason: '？',
    };
    const talk = at().says('x', reading({ asks: [{ ...ask, told: { status: 'estimate' } } as never] }));
    expect(talk.pressesButton('就记9个').report.facts.topics).toMatchObject({ status: 'estimate' });
  });

  it('said later of the same figure is added to it', () => {
    const talk = at().says('x', facts(flash(twelve)));
    talk.says('是决算数', facts({ ...twelve, status: 'final' }));
    expect(talk.seen).toContain('已有：集体学习次数 12次（决算）');
    expect(talk.report.facts.studies?.status).toBe('final');
  });

  it('is named at the end for what is not final', () => {
    const talk = at().says(
      'x',
      facts(flash(twelve), flash(five), { ...fact('topics', '3', '个'), status: 'estimate' }),
    );
    talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted();
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.seen).toContain('快报数2个（集体学习次数、党课次数），定稿前请再核一次。');
    expect(talk.seen).toContain('预计数1个（学习专题）');
  });
});

describe('这个数哪来的', () => {
  const origin = (slot?: string) => commands({ type: 'show_source', ...(slot ? { slot } : {}) });

  it('says who said it, when, in which words, as what', () => {
    const talk = at().says(
      'x',
      facts({ ...twelve, status: 'flash', scope: '全市', asOf: '截至11月底', deed: 'group' }),
    );
    talk.says('哪来的', origin('studies'));
    expect(talk.seen).toBe('集体学习次数 12次（快报，全市，截至11月底，党组）\n王芳 1月12日 09:07 说的：“studies12次”');
  });

  it('tells everything that stood there before, newest first', () => {
    const talk = given('group').started();
    talk.says('12', facts(twelve)).says('13', facts(fact('studies', '13', '次', true)));
    talk.says('14', facts(fact('studies', '14', '次')), li).pressesButton('改成14次');
    talk.says('哪来的', origin('studies'));
    expect(talk.seen).toContain('集体学习次数 14次\n李明');
    expect(talk.seen).toMatch(
      /以前记过：\n13次（王芳 1月12日 09:08：“studies13次”）\n12次（王芳 1月12日 09:07：“studies12次”）/,
    );
  });

  it('is about what was recorded last when nothing is named', () => {
    const talk = at()
      .says('x', facts(flash(twelve)))
      .says('y', facts(flash(five)));
    expect(talk.says('哪来的', origin()).seen).toContain('党课次数 5次');
  });

  it('says how a computed figure was computed, and from whose', () => {
    const slots = party.slots.map((slot) =>
      slot.id === 'topics' ? { ...slot, unit: '次', derived: '(studies + lectures) / 2', places: 0 } : slot,
    );
    const talk = given('p2p', [{ ...party, slots }])
      .started()
      .says('x', facts(twelve, five));
    talk.says('哪来的', origin('topics'));
    expect(talk.seen).toContain('学习专题 9次\n没人报过，是算出来的：（集体学习次数＋党课次数）÷2，取整');
    expect(talk.seen).toContain('集体学习次数：12次（王芳 1月12日 09:07）');
  });

  it('says so when there is nothing', () => {
    expect(at().says('哪来的', origin('studies')).seen).toContain('集体学习次数还没有记');
    expect(at().says('哪来的', origin()).seen).toContain('要查哪一项的出处');
  });
});

describe('核对', () => {
  it('lists hints, and puts what is open again', () => {
    const checks = [
      { id: 'a', rule: 'lectures >= branches', question: '党课少。' },
      { id: 'b', rule: 'topics <= studies', question: '专题多。', severity: 'hint' as const },
    ];
    const talk = given('p2p', [{ ...party, checks }]).started();
    expect(talk.says('核对', commands({ type: 'show_checks' })).seen).toContain('现在没有对不上的数');
    const four = [
      fact('lectures', '5', '次'),
      fact('branches', '6', '个'),
      fact('topics', '9', '个'),
      fact('studies', '8', '次'),
    ];
    talk.says('x', facts(...four)).pressesButton('以后再说');
    talk.says('核对', commands({ type: 'show_checks' }));
    expect(talk.seen).toContain('顺带提醒1处');
    expect(talk.seen).toContain('〔改党课次数〕');
  });
});
