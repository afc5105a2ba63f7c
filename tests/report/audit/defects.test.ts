// The seventeen kinds of defect of a real duty report, in our own words and figures. What a program cannot know is named at the end.
import { describe, expect, it } from 'vitest';
import { auditText, told } from './book.ts';

const report = `2023年，在区委的坚强领导下，我认真学习贯彻习近平新时代中国特色社会主义思想，解决落实区委各项工作安排，切实履行基层党建第一责任人责任，以开展主题教育为主线，推动各项工作迈上新台阶。现将有关情况述职如下，请评议。
一、强化理论武装，持续筑牢思想防线
一是抓学习。深刻领悟“两个确立”，牢记“国之大者”，带动各支部认真开展三会一课，落实意识形态责任制。二是抓班子。严格执行“三重一大”集体研究，自觉维护组权威，营造良好氛围。
二、压实主体责任，持续建强基层支部
一是抓支部。各支部开展主题党日活动96次，支部书记讲党课16次，召开组织生活会8次。二是抓队伍。组织培训16期，提拔干部16人次。
三、聚焦主责主业，持续推动融合发展
一是税费支持有力。全年为企业办理留抵退税90亿元。新增减税降费60余亿元，惠及企业2.1万户。用好用足各项惠企政策，合计退税减税降费60余亿元，缓解了市场主体资金压力。二是收入稳定增长。全区一般公共预算收入300余亿元，同比增长6.4%。建成服务站90余个、活动室143个。
`;

const found = auditText(report);
const quotes = (rule: string) => found.filter((finding) => finding.rule === rule).map(({ where }) => where.quote);

describe('defects a program can know', () => {
  it.each([
    ['a part beyond its whole', 'figures/part_beyond_whole', '90亿元'],
    ['one amount under two names', 'figures/same_figure', '60余亿元'],
    ['an exact rate on an approximate amount', 'figures/exact_growth', '300余亿元，同比增长6.4%'],
    ['a character dropped', 'words/miswritten', '组权威'],
    ['a word mistaken for another', 'words/miswritten', '解决落实区委'],
    ['an unusual formulation', 'formulation/unusual', '第一责任人责任'],
    ['a formulation without one of its words', 'formulation/unusual', '意识形态责任制'],
    ['quotation marks missing', 'formulation/quotation_marks', '三会一课'],
    ['a wording out of its years', 'formulation/out_of_year', '市场主体'],
  ])('%s', (_, rule, quote) => {
    expect(quotes(rule).some((one) => one.includes(quote))).toBe(true);
  });

  it.each(['title', 'problems', 'causes', 'rectified', 'next_steps', 'closing', 'signature', 'date'])(
    'no %s',
    (part) => {
      expect(auditText(report.repeat(2)).map(({ rule }) => rule)).toContain(`parts/${part}`);
    },
  );

  it('raises nothing else that must be changed', () => {
    expect(told(found.filter(({ severity }) => severity === 'must'))).toEqual([
      'must words/miswritten 解决落实区委',
      'must words/miswritten 组权威',
    ]);
  });
});

/*
 * What no program can know from the text alone, and the audit does not pretend to:
 * - that figures which agree hang on one never written (96 = 8 支部 × 12 months): the outline's checks ask for it in our own reports;
 * - that equal figures of different things (five times 16) may have been swapped: they are equal;
 * - that a listed item (缓税) has no amount of its own in the total;
 * - last year's amount computed backwards from a growth rate, and expenditure beyond revenue, which transfers explain;
 * - an approximate count beside an exact one in one sentence (90余个、143个): both are well-formed, usage decides;
 * - which office a figure comes from, and whether “各支部…次” is a total or each.
 */
