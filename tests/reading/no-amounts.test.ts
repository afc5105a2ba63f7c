// Numbers nobody meant as an amount are not asked about; amounts beside them still are.
import { expect, it } from 'vitest';
import { readOwn } from '../../src/reading/own-reader.ts';
import { describeReading, requestFrom } from '../../src/reading/trial.ts';
import { outlineOf, outlines } from './outlines.ts';

const party = outlineOf('party-building');
const read = (text: string) =>
  describeReading(readOwn(requestFrom(party, outlines, { text, thisYear: 2026, year: 2025 })).reading, party);

it.each([
  '能不能编一个',
  '数字能不能编一个',
  '搞了一个活动',
  '学习了《党建工作20讲》，《辉煌100年》',
  '建了先锋岗和示范岗，两个岗位都挂了牌',
])('%s', (text) => {
  expect(read(text)).toMatchObject({ facts: [], asks: [], rest: text });
});

it('beside a title a number counts', () => {
  expect(read('观看《榜样9》，参观教育基地2个').asks).toMatchObject([{ value: '2个' }]);
  expect(read('学了《党建工作20讲》，党课14次').facts).toMatchObject([{ slot: 'secretary_lectures', value: '14次' }]);
  expect(read('只有一个党支部').facts).toMatchObject([{ slot: 'branch_count', value: '1个' }]);
});
