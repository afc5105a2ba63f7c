// Last year's figures, told in passing: never this year's, never a rival of it, shown while asking, taken back as one step.
import { expect, it } from 'vitest';
import { emptyReading } from '../../src/conversation/decide.ts';
import { commands, fact, facts } from './fixture.ts';
import { given } from './given.ts';

const past = { ...emptyReading, past: [fact('lectures', '9', '次')] };

it('records nothing, says so and names the year to be named', () => {
  const talk = given('p2p').started('party-building', 2024).says('去年党课9次', past);
  expect(talk.report.facts).toEqual({});
  expect(talk.seen).toMatch(/2023年的数只作对照.*9次/u);
  expect(talk.seen).toContain('连“2024年”一起说');
  expect(talk.report.reference).toMatchObject({ year: 2023, values: { lectures: {} } });
  talk.says('撤销', commands({ type: 'undo' }));
  expect(talk.report.reference).toBeUndefined();
});

it('reckons this year’s from last year’s, and asks', () => {
  const talk = given('p2p').started('party-building', 2024).says('去年党课9次', past);
  const quantity = { amount: '2', scale: '', unit: '次', approximation: '' };
  talk.says('党课比去年多了2次', {
    ...emptyReading,
    asks: [{ type: 'unplaced', quantity, words: '党课比去年多了2次' }],
  });
  expect(talk.report.facts).toEqual({});
  expect(talk.seen).toMatch(/11次.*去年9次＋2次/u);
});

it('leaves what is recorded of this year alone, and asks nothing about it', () => {
  const talk = given('p2p')
    .started('party-building', 2024)
    .says('党课3次', facts(fact('lectures', '3', '次')));
  talk.says('去年党课9次', past);
  expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '3' } });
  expect(talk.state?.questions ?? []).toEqual([]);
  expect(talk.seen).not.toContain('还没有');
});
