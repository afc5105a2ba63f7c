// Answers that are none: what is put off waits, a bare count is not the words asked for; and the commands office people type.
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../src/reading/own-reader.ts';
import { describeReading, requestFrom } from '../../src/reading/trial.ts';
import { outlineOf, outlines } from './outlines.ts';

const party = outlineOf('party-building');

function read(text: string, asked?: string) {
  return readOwn(requestFrom(party, outlines, { text, thisYear: 2026, year: 2025, ...(asked ? { asked } : {}) }))
    .reading;
}

describe('asked for words', () => {
  it.each(['问过办公室再说', '问机关党委', '回头给你', '还没问', '要问一下张主任', '等办公室回复吧'])(
    '%s puts it off',
    (text) => {
      expect(read(text, 'cause_list')).toMatchObject({ commands: [{ type: 'skip' }], facts: [] });
    },
  );

  it.each(['大概十来个', '12次', '党课14次', '主题党日每月一次', '下一步打算是抓学习'])('%s is not it', (text) => {
    expect(read(text, 'cause_list').facts.filter((fact) => fact.slot === 'cause_list')).toEqual([]);
  });

  it.each(['学习不够深入，问题导向不强', '问题意识不强', '问计于民做得不够', '等靠思想还存在'])('%s is', (text) => {
    expect(read(text, 'cause_list').facts).toMatchObject([{ slot: 'cause_list' }]);
  });

  it('an answer is kept beside another fact that follows', () => {
    expect(read('学习不够深入，抓落实不实；原因是重视不够', 'problem_list').facts).toMatchObject([
      { slot: 'problem_list', value: { type: 'list', items: ['学习不够深入，抓落实不实'] } },
      { slot: 'cause_list' },
    ]);
  });

  it('of lectures the titles are kept', () => {
    const { facts } = describeReading(read('讲了三次，《学思想》和《守初心》', 'own_lectures'), party);
    expect(facts).toMatchObject([{ slot: 'own_lectures', value: '《学思想》；《守初心》' }]);
  });
});

describe('commands', () => {
  it.each(['写吧', '可以写了', '先弄一版', '先出个稿', '出一版给领导看', '先出一版吧'])('%s', (text) => {
    expect(read(text).commands).toEqual([{ type: 'draft', section: 'all', or_compile: true }]);
  });

  it.each(['发我', '发给我看看', 'word版给我', '发我一份', '可以了，就这版'])('%s', (text) => {
    expect(read(text).commands).toEqual([{ type: 'compile' }]);
  });

  it('换回述职那份', () => {
    const summary = outlineOf('annual-summary');
    const request = requestFrom(summary, outlines, { text: '换回述职那份', thisYear: 2026, year: 2025 });
    const other = (id: string, year: number) => ({ id, name: party.name, year });
    const switched = (...more: ReturnType<typeof other>[]) =>
      readOwn({ ...request, reports: [...request.reports, ...more] }).reading.commands;
    expect(switched(other('r1', 2025))).toEqual([{ type: 'switch_report', report: 'r1' }]);
    expect(switched(other('r1', 2025), other('r2', 2024))).toEqual([{ type: 'list_reports' }]);
    expect(switched()).toEqual([{ type: 'list_reports' }]);
  });
});
