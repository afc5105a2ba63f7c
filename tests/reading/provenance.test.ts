// What is said of a figure beside its value, heard where it was said and for the figures it was said of.
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/conversation/state.ts';
import { createReader } from '../../src/reading/reader.ts';
import { requestFrom } from '../../src/reading/trial.ts';
import { outlines, partyBuilding } from './outlines.ts';

async function told(text: string, asked: Asked | null = null) {
  const request = requestFrom(partyBuilding, outlines, { text, thisYear: 2024 });
  const { facts, asks } = await createReader()({ ...request, ...(asked ? { asked } : {}) });
  const of = facts.map(({ slot, status, scope, asOf, deed }) => [slot, status, scope, asOf, deed] as const);
  const asking = asks.flatMap((ask) => ('told' in ask && ask.told ? [ask.told] : []));
  return { of: Object.fromEntries(of.map(([slot, ...rest]) => [slot, rest])), asking };
}
const status = async (text: string) =>
  Object.fromEntries(Object.entries((await told(text)).of).map(([slot, [one]]) => [slot, one]));

describe('快报, 预计 and 决算', () => {
  it.each<[string, Record<string, string | undefined>]>([
    ['总收入700亿元（快报数）', { total_revenue: 'flash' }],
    ['总收入700亿元，是快报数', { total_revenue: 'flash' }],
    ['总收入快报数700亿元，支出756亿元', { total_revenue: 'flash', expenditure: undefined }],
    ['总收入700亿元（快报），支出756亿元（决算）', { total_revenue: 'flash', expenditure: 'final' }],
    ['快报数：总收入700亿元，支出756亿元', { total_revenue: 'flash', expenditure: 'flash' }],
    ['以下都是快报数。总收入700亿元。支出756亿元', { total_revenue: 'flash', expenditure: 'flash' }],
    ['总收入700亿元，支出756亿元，都是决算数', { total_revenue: 'final', expenditure: 'final' }],
    ['总收入决算数700亿元', { total_revenue: 'final' }],
    ['总收入700亿元，支出756亿元', { total_revenue: undefined, expenditure: undefined }],
    ['总收入700亿元，不是快报数', { total_revenue: undefined }],
    ['总收入700亿元，决算还没出', { total_revenue: undefined }],
    ['总收入快报数700亿元，决算出来后再改', { total_revenue: 'flash' }],
  ])('%s', async (text, wanted) => expect(await status(text)).toEqual(wanted));
});

describe('of whom, until when, whose', () => {
  it.each<[string, string, (string | undefined)[]]>([
    ['全市一般公共预算总收入700亿元', 'total_revenue', [undefined, '全市', undefined, undefined]],
    ['党组会专题研究全面从严治党10次', 'party_group_meetings', [undefined, undefined, undefined, 'group']],
    ['我带队调研12次', 'research_trips', [undefined, undefined, undefined, 'self']],
    ['各支部组织生活会合计6次', 'org_life_meetings', [undefined, undefined, undefined, 'branch']],
    ['集体学习12次', 'study_sessions', [undefined, undefined, undefined, undefined]],
  ])('%s', async (text, slot, wanted) => expect((await told(text)).of[slot]).toEqual(wanted));

  it('is kept with a question about the figure', async () => {
    const { of, asking } = await told('截至11月底总收入650亿元（快报）');
    expect(of).toEqual({});
    expect(asking).toEqual([{ status: 'flash', asOf: '截至11月底' }]);
  });
});

describe('last year’s amount', () => {
  const asked = { type: 'slot', slot: 'total_revenue_last', report: 'r' } as const;

  it('is read when it was asked for, with or without 去年', async () => {
    expect(Object.keys((await told('644亿元', asked)).of)).toEqual(['total_revenue_last']);
    expect(Object.keys((await told('去年是644亿元', asked)).of)).toEqual(['total_revenue_last']);
  });

  it('is read by its label, and else is no value of its own', async () => {
    expect(Object.keys((await told('总收入（上年）644亿元')).of)).toEqual(['total_revenue_last']);
    expect((await told('去年总收入644亿元')).of).toEqual({});
    expect((await told('比去年多56亿元', asked)).of).toEqual({});
  });
});
