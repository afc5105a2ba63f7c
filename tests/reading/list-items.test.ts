// Deletions: of a place, of a fact, of one item of a list; a chapter goes only when it was named as a place.
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../src/reading/own-reader.ts';
import { requestFrom } from '../../src/reading/trial.ts';
import { outlineOf, outlines } from './outlines.ts';

const party = outlineOf('party-building');

function read(text: string, items?: string[]) {
  const request = requestFrom(party, outlines, { text, thisYear: 2026, recorded: items ? { problem_list: 'x' } : {} });
  const fact = request.report?.facts.problem_list;
  if (fact && items) fact.value = { type: 'list', items };
  return readOwn(request).reading;
}

const removed = (section: string) => ({ type: 'restructure', change: { type: 'remove', spots: [{ section }] } });

describe('deleting', () => {
  it.each([
    ['第六章删掉', removed('last_year')],
    ['（二）删掉', removed('organization')],
    ['第三章第二点删了', removed('supervision')],
    ['删掉意识形态那段', removed('ideology')],
    ['存在的问题那部分删掉', removed('problems')],
    ['问题的原因那段删掉', { type: 'withdraw_fact', slot: 'cause_list' }],
    ['主题党日那条删掉', { type: 'withdraw_fact', slot: 'party_days' }],
    ['删掉主题党日那条', { type: 'withdraw_fact', slot: 'party_days' }],
  ])('%s', (text, command) => {
    const { commands } = read(text);
    expect(commands).toMatchObject([command]);
  });

  it.each(['存在的问题第二条删掉', '打算第一条删了', '廉政教育第三条不要了'])(
    '%s is no command for any place',
    (text) => {
      expect(read(text)).toMatchObject({ commands: [], facts: [], rest: text });
    },
  );

  it('takes the item out of a list that was recorded', () => {
    expect(read('存在的问题第二条删掉', ['学习不深', '抓得不紧', '创新不够']).facts).toMatchObject([
      { slot: 'problem_list', value: { type: 'list', items: ['学习不深', '创新不够'] }, correction: true },
    ]);
    expect(read('存在的问题第九条删掉', ['学习不深', '抓得不紧']).facts).toEqual([]);
  });
});
