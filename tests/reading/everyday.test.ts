// How offices say growth, wholes, names and status in passing: read where it is certain, asked where it is not, never placed on a guess.
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/reading/reader.ts';
import { describeReading } from '../../src/reading/trial.ts';
import { factsOf, outlineOf, outlines, partyBuilding } from './outlines.ts';

const read = createReader();
const heard = (text: string, outline = partyBuilding) =>
  read({
    text,
    asked: null,
    kinds: outlines,
    reports: [],
    report: { outline, year: 2025, facts: {} },
    thisYear: 2026,
  });
const party = async (text: string) => describeReading(await heard(text), partyBuilding);
const yearly = async (text: string) => {
  const outline = outlineOf('annual-summary');
  return describeReading(await heard(text, outline), outline);
};

describe('growth as it is spoken', () => {
  it.each([
    ['接待游客2915万人次，比去年多8.6%', { visitors: '2915万人次', visitors_growth: '8.6%' }],
    ['旅游总收入318亿元，较上年高了7.2%', { tourism_income: '318亿元', tourism_income_growth: '7.2%' }],
    ['接待游客2915万人次，比上年少3.1%', { visitors: '2915万人次', visitors_growth: '-3.1%' }],
  ])('%s', async (text, told) => {
    expect(factsOf(await yearly(text))).toEqual(told);
  });

  it.each([['游客比去年多了三成'], ['旅游收入翻了一番'], ['旅游总收入318亿元，翻番']])(
    '%s is asked about',
    async (text) => {
      const { facts, asks } = await yearly(text);
      expect(facts.every(({ slot }) => !slot.endsWith('_growth'))).toBe(true);
      expect(asks.map(({ type, slots }) => [type, slots])).toEqual([
        ['confirm_value', [expect.stringMatching(/_growth$/u)]],
      ]);
    },
  );

  it('投了28个亿 is money, never a number of projects', async () => {
    const { facts, asks } = await yearly('今年文旅项目投了28个亿');
    expect(facts).toMatchObject([{ slot: 'investment', value: '28亿元' }]);
    expect(asks).toEqual([]);
  });

  it('比去年多3场 is no rate', async () => {
    expect(factsOf(await yearly('惠民演出126场，比去年多3场'))).toEqual({ shows: '126场' });
  });
});

describe('a whole named by what it is the whole of', () => {
  it.each(['减税降费合计76亿', '减税降费总共76亿元', '减税降费一共76亿'])('%s', async (text) => {
    expect(factsOf(await party(text))).toEqual({ relief_total: '76亿元' });
  });

  it('新增减税降费76亿 is the part', async () => {
    expect(factsOf(await party('新增减税降费76亿'))).toEqual({ new_cuts: '76亿元' });
  });
});

describe('names without a verb', () => {
  it('署名 and a name', async () => {
    expect(factsOf(await party('署名陈立群'))).toEqual({ signature: '陈立群' });
  });

  it.each([
    ['述职人陈立群', { who: '陈立群' }],
    ['局长叫陈立群', { who: '陈立群', post: '局长' }],
    ['我们局长是陈立群', { who: '陈立群', post: '局长' }],
  ])('%s', async (text, reporter) => {
    expect((await party(text)).commands).toEqual([{ type: 'set_reporter', reporter }]);
  });

  it.each(['署名先空着', '局长是述职人', '局长叫我改', '署名再说', '署名周三报'])('%s names nobody', async (text) => {
    const { facts, commands } = await party(text);
    expect(facts).toEqual([]);
    expect(commands.filter(({ type }) => type === 'set_reporter' && text !== '局长是述职人')).toEqual([]);
  });
});

describe('快报 at the end', () => {
  it.each([
    '总收入618.2亿元，地方收入305.4亿元，这是快报数',
    '总收入618.2亿元，地方收入305.4亿元，都是快报',
    '总收入618.2亿元，地方收入305.4亿元，快报，月底还要调',
    '总收入618.2亿元，地方收入305.4亿元（快报数）',
  ])('%s', async (text) => {
    const { facts } = await heard(text);
    expect(facts.map(({ slot, status }) => [slot, status])).toEqual([
      ['total_revenue', 'flash'],
      ['local_revenue', 'flash'],
    ]);
  });

  it('holds for none where another status was said', async () => {
    const { facts } = await heard('总收入618.2亿元是决算数，地方收入305.4亿元，这是快报数');
    expect(facts.find(({ slot }) => slot === 'total_revenue')?.status).toBe('final');
  });
});

describe('points of words', () => {
  it.each(['学习还有三点不足', '存在两个方面问题', '有四条建议'])('%s counts nothing', async (text) => {
    const { facts, asks } = await party(text);
    expect([facts, asks]).toEqual([[], []]);
  });

  it('查摆问题36个 counts', async () => {
    expect(factsOf(await party('查摆问题36个'))).toEqual({ problems_found: '36个' });
  });
});

describe('who gave it', () => {
  it.each(['谁报了集体学习', '集体学习谁给的', '集体学习是谁报的'])('%s', async (text) => {
    expect((await party(text)).commands).toEqual([{ type: 'show_source', slot: 'study_sessions' }]);
  });
});
