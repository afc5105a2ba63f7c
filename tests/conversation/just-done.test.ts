// 刚才那个不要了 and 那就7次: about what was just done or spoken of, never about an older question or figure.
import { expect, it } from 'vitest';
import { emptyReading } from '../../src/conversation/decide.ts';
import { commands, fact, facts } from './fixture.ts';
import { given } from './given.ts';

const rest = (text: string) => ({ ...emptyReading, rest: text });

it('takes back the figure last told', () => {
  const talk = given('p2p').started('party-building', 2024);
  talk.says('党课3次', facts(fact('lectures', '3', '次'))).says('学习12次', facts(fact('studies', '12', '次')));
  talk.says('刚才那个不要了');
  expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
});

it('of two values keeps the one that stands', () => {
  const talk = given('p2p').started('party-building', 2024);
  talk.says('党课3次', facts(fact('lectures', '3', '次'))).says('党课4次', facts(fact('lectures', '4', '次')));
  talk.says('刚才那个不要了');
  expect(talk.report.facts.lectures?.value).toMatchObject({ quantity: { amount: '3' } });
  expect(talk.state?.questions?.flatMap(({ items }) => items.filter(({ answer }) => !answer)) ?? []).toEqual([]);
});

it('puts 那就7次 to the topic spoken of since the question', () => {
  const talk = given('p2p').started('party-building', 2024);
  talk.says('学习大概10次', {
    ...emptyReading,
    asks: [
      {
        type: 'confirm_value',
        slot: 'studies',
        value: fact('studies', '10', '次').value,
        words: '学习大概10次',
        reason: '',
      },
    ],
  });
  talk.says('党课各支部都讲了，讲得实在', rest('党课各支部都讲了，讲得实在'));
  talk.says('那就7次', {
    ...emptyReading,
    asks: [{ type: 'unplaced', quantity: { amount: '7', scale: '', unit: '次', approximation: '' }, words: '那就7次' }],
  });
  expect(talk.report.facts).toEqual({});
  expect(talk.seen).toMatch(/党课.*7次/u);
});

it('leaves out all that is missing in one step', () => {
  const talk = given('p2p')
    .started('party-building', 2024)
    .says('党课3次', facts(fact('lectures', '3', '次')));
  talk.says('剩下的都没有，别问了');
  const omitted = Object.values(talk.report.facts).filter(({ value }) => value.type === 'omitted');
  expect(omitted.length).toBeGreaterThan(0);
  expect(talk.seen).toMatch(/都记为没有.*撤销/u);
  talk.says('撤销', commands({ type: 'undo' }));
  expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
});

it('hears a confirmation in words, clause by clause', () => {
  const confirm = (slot: string, amount: string, unit: string) => ({
    ...{ type: 'confirm_value' as const, slot, value: fact(slot, amount, unit).value },
    ...{ words: '大概', reason: '听起来是大概的数' },
  });
  const talk = given('p2p').started('party-building', 2024);
  talk.says('x', { ...emptyReading, asks: [confirm('studies', '12', '次'), confirm('lectures', '9', '次')] });
  talk.says('对 就12次，党课确定是9次，我数过的');
  expect(Object.keys(talk.report.facts).sort()).toEqual(['lectures', 'studies']);
  const other = given('p2p').started('party-building', 2024);
  other.says('x', { ...emptyReading, asks: [confirm('studies', '12', '次')] }).says('就是12，我数过的');
  expect(Object.keys(other.report.facts)).toEqual(['studies']);
});
