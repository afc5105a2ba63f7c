// Words about the reporter, the owner and last year, as commands; and what only looks like them.
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/reading/reader.ts';
import { outlineOf, outlines } from './outlines.ts';

const kinds = outlines.map(({ kind, name, aliases }) => ({ kind, name, aliases }));
const report = { outline: outlineOf('party-building'), year: 2025, facts: {} };
const read = (text: string) => createReader()({ text, kinds, asked: null, report, reports: [], thisYear: 2026 });

describe('the reporter', () => {
  it.each([
    ['述职人是局长，局党组书记，去年6月到任的', { who: '局长', post: '局党组书记', since: { year: 2025, month: 6 } }],
    ['述职人：局党组书记', { who: '局党组书记' }],
    ['2025年6月任职', { since: { year: 2025, month: 6 } }],
    ['局长去年十一月到任的', { since: { year: 2025, month: 11 } }],
    ['6月到任', { since: { year: 2025, month: 6 } }],
  ])('%s', async (text, reporter) => {
    expect((await read(text)).commands).toEqual([{ type: 'set_reporter', reporter }]);
  });

  it('leaves what else was said to be read', async () => {
    const { commands, facts } = await read('述职人是局长，集体学习12次');
    expect(commands).toEqual([{ type: 'set_reporter', reporter: { who: '局长' } }]);
    expect(facts.map((one) => one.slot)).toEqual(['study_sessions']);
    expect((await read('述职人是局长。全年搞了不少调研')).rest).toBe('全年搞了不少调研');
    // What was before is the predecessor's: the date of appointment says so.
    expect((await read('述职人是局长。前面半年是老局长的事')).rest).toBe('');
  });

  it.each(['新提任干部12人，2025年6月任职', '关于述职的通知：述职人是党组书记的，控制在3000字以内，1月16日前报送。'])(
    'not in “%s”',
    async (text) => {
      expect((await read(text)).commands.filter((one) => one.type === 'set_reporter')).toEqual([]);
    },
  );
});

it.each([
  ['交给@李明', { type: 'hand_over', name: '李明' }],
  ['把这份报告转交给李明负责', { type: 'hand_over', name: '李明' }],
  ['以后由李明负责', { type: 'hand_over', name: '李明' }],
  ['还给王芳吧', { type: 'hand_over', name: '王芳' }],
  ['照2023年的开一份', { type: 'start_like', from: 2023 }],
  ['照去年的提纲写', { type: 'start_like', from: 2025 }],
])('%s', async (text, command) => {
  expect((await read(text)).commands).toEqual([command]);
});

it.each(['交给财政局', '资金转给农业科', '交给我', '照去年的数写', '培训交给人教科负责'])(
  '%s is neither',
  async (text) => {
    expect((await read(text)).commands).toEqual([]);
  },
);
