// The earlier report of the same conversation: its outline can be taken over, its names are proposed, its values only referred to.
import { describe, expect, it } from 'vitest';
import type { Outline } from '../../src/report/outline.ts';
import { commands, fact, facts, li, party, wang } from './fixture.ts';
import { given, type Talk } from './given.ts';

const named: Outline = {
  ...party,
  slots: [
    ...party.slots,
    {
      id: 'unit',
      type: 'name',
      label: '单位全称',
      question: '单位全称怎么写？',
      keywords: ['单位'],
      section: 'opening',
      required: true,
    },
  ],
};
const unit = { slot: 'unit', value: { type: 'text' as const, text: '滨江市园林局' }, words: '单位', correction: false };

/** 2023 told and its first chapter retitled; then 2024 begun. */
function begun(type: 'p2p' | 'group' = 'p2p'): Talk {
  const talk = given(type, [named]).started('party-building', 2023);
  talk.says('x', facts(fact('studies', '12', '次'), fact('lectures', '3', '次'), unit));
  const spot = { section: 'c1', words: '第一章' };
  const change = { type: 'retitle' as const, spot, heading: '抓学习抓到底' };
  talk.says('改标题', commands({ type: 'restructure', change }));
  return talk.started('party-building', 2024);
}
const outlineOf = (talk: Talk): Outline => talk.store[talk.report.outline] as Outline;
const ask = commands({ type: 'ask_next' });

describe('given a report of 2023, when that of 2024 begins', () => {
  it('then it is offered to begin like it, and nothing of it is recorded', () => {
    const talk = begun();
    expect(talk.seen).toContain('〔照2023年的提纲开〕〔用新的提纲〕');
    expect(talk.report).toMatchObject({ year: 2024, facts: {} });
    expect(outlineOf(talk).chapters[0]?.heading).toBe('抓学习');
    expect(talk.pressesButton('用新的提纲').seen).toContain('用新的提纲');
  });

  it('and taken, then its outline is copied under a key of its own and its names are asked about', () => {
    const talk = begun();
    const old = talk.state?.reports[0];
    talk.pressesButton('照2023年的提纲开');
    expect(outlineOf(talk).chapters[0]?.heading).toBe('抓学习抓到底');
    expect(talk.report.outline).not.toBe(old?.outline);
    expect(talk.report.facts).toEqual({});
    expect(talk.seen).toContain('单位全称 滨江市园林局？2023年是这样写的，今年还这样？');
    talk.pressesButton('就记滨江市园林局');
    expect(talk.report.facts.unit).toMatchObject({ value: unit.value, source: { by: wang } });
    expect(Object.keys(talk.report.facts)).toEqual(['unit']);
    talk.says('撤销', commands({ type: 'undo' })).says('撤销', commands({ type: 'undo' }));
    expect(outlineOf(talk).chapters[0]?.heading).toBe('抓学习');
  });

  it('then last year’s value is told while asking, as a reference', () => {
    const talk = begun().says('x', facts(unit)).says('一个一个问', ask);
    expect(talk.seen).toContain('集体学习次数是多少？（去年是12次）');
    expect(talk.says('14次', facts(fact('studies', '14', '次'))).seen).toContain('学习专题是多少？');
    expect(talk.seen).not.toContain('去年');
    const later = given('p2p', [named]).started('party-building', 2021);
    later.says('x', facts(fact('studies', '9', '次'))).started('party-building', 2024);
    expect(later.says('x', facts(unit)).says('问', ask).seen).toContain('（2021年是9次）');
  });

  it('and something is written already, then it is too late, and that is said', () => {
    const talk = begun();
    const { value } = talk.button('照2023年的提纲开');
    talk.says('x', facts(fact('studies', '14', '次'))).says('起草', commands({ type: 'draft', section: 'all' }));
    talk.drafted();
    const before = talk.report.outline;
    expect(talk.presses(value).seen).toContain('已经动笔了');
    expect(talk.report.outline).toBe(before);
  });

  it('and pressed twice, by another, or for a report put away, then it is answered and nothing is lost', () => {
    const talk = begun('group');
    const { value } = talk.button('照2023年的提纲开');
    expect(talk.presses(value, li).seen).toContain('由王芳来做');
    talk.presses(value);
    expect(talk.presses(value).seen).toContain('已经是照2023年的提纲了');
    talk.started('party-building', 2022);
    expect(talk.presses(value).seen).toContain('已经过去了');
  });
});

describe('照2023年的开一份', () => {
  it('begins the year after like it', () => {
    const talk = given('p2p', [named]).started('party-building', 2023).says('x', facts(unit));
    talk.says('照2023年的开一份', commands({ type: 'start_like', from: 2023 }));
    expect(talk.report.year).toBe(2024);
    expect(talk.report.like).toBe(talk.state?.reports[0]?.id);
    expect(talk.seen).not.toContain('〔用新的提纲〕');
    expect(talk.seen).toContain('今年还这样？');
  });

  it('goes with the report just begun, and says so when there is no such year', () => {
    const talk = begun().says('照去年的提纲', commands({ type: 'start_like', from: 2023 }));
    expect(talk.state?.reports.length).toBe(2);
    expect(outlineOf(talk).chapters[0]?.heading).toBe('抓学习抓到底');
    expect(talk.says('照2019年的开', commands({ type: 'start_like', from: 2019 })).seen).toContain('没有2019年的报告');
  });
});

it('重新开始 keeps the task and the reporter', () => {
  const talk = given().started();
  talk.says('x', commands({ type: 'change_task', field: 'length', said: '3000字以内' }));
  talk.says('x', commands({ type: 'set_reporter', reporter: { who: '局长' } }));
  talk.says('重新开始', commands({ type: 'start_over' })).pressesButton('是的，重新开始');
  expect(talk.report).toMatchObject({ task: { length: { most: 3000 } }, reporter: { who: '局长' }, facts: {} });
});
