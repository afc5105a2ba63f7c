// Rough figures asked about once, answers that settle nothing yet, figures promised for later.
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/conversation/command.ts';
import { asks, commands, fact, facts, quantity } from './fixture.ts';
import { given, START } from './given.ts';

const rough: Ask = {
  type: 'confirm_value',
  slot: 'lectures',
  value: { type: 'figure', quantity: quantity('12.6', '次', { scale: '万', approximation: '约' }) },
  words: '党课大概12.6万次',
  reason: '这是个大概的数，请给准数，或确认就按这个写',
};
const likeLastYear: Ask = {
  type: 'confirm_value',
  slot: 'lectures',
  value: { type: 'omitted', reason: 'skipped' },
  words: '党课跟去年差不多',
  reason: '去年的数不能当今年的写，请给今年的数；手头没有就先跳过',
};

describe('given 大概12.6万, when', () => {
  it.each([
    ['还是写准数', ''],
    ['准数', ''],
    ['写约数吧', '约'],
    ['就写余', '余'],
  ])('%s is said, then it is written so', (text, approximation) => {
    const talk = given().started().says('党课大概12.6万次', asks(rough));
    expect(talk.seen).toContain('写准数还是约数');
    talk.says(text, commands({ type: 'confirm' }));
    expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '12.6', approximation } });
  });
});

describe('given a question on a card, when', () => {
  it.each(['不对，我再核一下', '我再问问', '等我问一下再说'])('%s is said, then it stays open', (text) => {
    const talk = given().started().says('党课大概12.6万次', asks(rough));
    const first = talk.says(text, commands({ type: 'cancel' })).seen;
    expect(first).toMatch(/留着|不急|先不记/u);
    expect(talk.report.facts.lectures).toBeUndefined();
    expect(talk.says(text, commands({ type: 'cancel' })).seen).not.toBe(first);
    talk.says('写约数');
    expect(talk.report.facts.lectures).toBeDefined();
  });
});

describe('given 跟去年差不多', () => {
  it('quotes last year, takes a promise, and asks again in the morning', () => {
    const talk = given()
      .started('party-building', 2022)
      .says('党课9次', facts(fact('lectures', '9', '次')));
    talk.started().says('党课跟去年差不多', asks(likeLastYear));
    expect(talk.seen).toContain('去年是9次，“差不多”不能进稿');
    // The 12th of January 2024 is a Friday.
    talk.pressesButton('周一再给');
    const [timer] = talk.of('set_timer');
    expect(timer?.due).toBe(Date.UTC(2024, 0, 15, 1));
    if (!timer) return;
    const fired = { type: 'timer_fired' as const, conversation: 'c', timer: timer.timer, at: timer.due };
    talk.when({ ...fired, id: 't1', ...(timer.report === undefined ? {} : { report: timer.report }) });
    expect(talk.seen).toContain('现在有数了吗');
    expect(talk.state?.asked).toMatchObject({ type: 'slot', slot: 'lectures' });
    expect(START).toBeLessThan(timer.due);
  });

  it('does not ask for what was told meanwhile', () => {
    const talk = given().started().says('党课跟去年差不多', asks(likeLastYear)).says('周一再给');
    talk.says('党课11次', facts(fact('lectures', '11', '次')));
    expect(talk.of('clear_timer')).toHaveLength(1);
  });
});
