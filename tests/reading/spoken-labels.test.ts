// Facts made of words, begun as people begin them; and what must not be taken for one.
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../src/reading/own-reader.ts';
import { describeReading, requestFrom } from '../../src/reading/trial.ts';
import { outlineOf, outlines } from './outlines.ts';

function read(text: string, kind: 'party-building' | 'annual-summary' = 'party-building', asked?: string) {
  const outline = outlineOf(kind);
  const line = { text, thisYear: 2026, year: 2025, ...(asked ? { asked } : {}) };
  const shown = describeReading(readOwn(requestFrom(outline, outlines, line)).reading, outline);
  return { ...shown, facts: Object.fromEntries(shown.facts.map((fact) => [fact.slot, fact.value])) };
}

describe('words as facts', () => {
  it.each([
    ['原因嘛，主要是学习不深入，抓落实不够', { cause_list: '学习不深入，抓落实不够' }],
    ['原因是学习抓得不紧', { cause_list: '学习抓得不紧' }],
    ['究其原因，一是学习不够，二是抓得不实', { cause_list: '学习不够；抓得不实' }],
    ['我们是临江市财政局，向市委述职', { unit: '临江市财政局', superior: '市委' }],
    ['在清源县委的领导下开展工作', { superior: '清源县委' }],
    ['在区委坚强领导下，党支部6个', { superior: '区委', branch_count: '6个' }],
    ['我们局叫临江市财政局', { unit: '临江市财政局' }],
    ['党课题目叫《学思想》', { own_lectures: '《学思想》' }],
    ['修订了《机关党委议事规则》', { documents: '《机关党委议事规则》' }],
    [
      '去年述职评议指出的问题都整改了：学习不够的建了台账，新建2个活动室',
      { rectified_list: '学习不够的建了台账，新建2个活动室' },
    ],
    ['下一步准备：抓学习，抓落实，建3个示范点', { plan_list: '抓学习，抓落实，建3个示范点' }],
    ['明年抓三件事：一是学习，二是落实，三是3个品牌', { plan_list: '学习；落实；3个品牌' }],
    ['落款日期2026年1月8日', { signature_date: '2026年1月8日' }],
    ['署名写市财政局 李建国，时间2026年1月12日', { signature: '市财政局 李建国', signature_date: '2026年1月12日' }],
    [
      '存在的问题：学习不深，2个支部班子不强。党课14次',
      { problem_list: '学习不深，2个支部班子不强', secretary_lectures: '14次' },
    ],
  ])('%s', (text, facts) => {
    expect(read(text)).toMatchObject({ asks: [] });
    expect(read(text).facts).toEqual(facts);
  });

  it.each([
    ['围绕全域旅游，县委县政府领导', { theme: '全域旅游', leadership: '县委县政府' }],
    ['我们是云溪县文旅局，在县委、县政府领导下', { unit: '云溪县文旅局', leadership: '县委、县政府' }],
    ['演出60场，云溪县文旅局的', { unit: '云溪县文旅局', shows: '60场' }],
  ])('whose and under whom: %s', (text, facts) => {
    expect(read(text, 'annual-summary').facts).toEqual(facts);
  });

  it('a summary has its own', () => {
    expect(read('我们局叫临江市文旅局', 'annual-summary').facts).toEqual({ unit: '临江市文旅局' });
    expect(read('明年抓两件事：文旅融合，市场监管', 'annual-summary').facts).toEqual({
      next_steps: '文旅融合，市场监管',
    });
  });

  it.each([
    '总收入下降2%，原因是减税降费力度大',
    '我们是去年开始搞的这项工作',
    '我们是全市先进集体和试点单位',
    '向谁述职还没定',
    '印发了《文化市场专项整治方案》',
  ])('%s is none of these', (text) => {
    const { cause_list, unit, superior, documents } = read(text).facts;
    expect([cause_list, unit, superior, documents]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('what stands beside it is kept', () => {
    expect(read('我们是临江市财政局，党建工作今年得到市里领导批示肯定').rest).toBe('党建工作今年得到市里领导批示肯定');
    expect(read('党课题目叫《学思想》，讲了14次').asks).toMatchObject([{ value: '14次' }]);
  });
});
