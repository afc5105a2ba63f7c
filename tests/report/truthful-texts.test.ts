// Texts as other hands than the phrasebook's would write them: the truthful pass, and the same with a lie in it do not.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { FactValue } from '../../src/report/fact.ts';
import { slotOf } from '../../src/report/outline.ts';
import { proveSection } from '../../src/report/proof.ts';
import { tokensIn } from '../../src/report/token.ts';
import { factsOf } from './small-outline.ts';

const outline = loadCatalog('prompts/outlines').outlines.find((one) => one.kind === 'party-building');
if (!outline) throw new Error('no outline');

/** Facts for exactly the slots a text tells. */
function prove(section: string, text: string, told = text) {
  if (!outline) return [];
  const values = tokensIn(told).map((id): [string, FactValue] => {
    const slot = slotOf(outline, id);
    if (slot?.type === 'list') return [id, { type: 'list', items: ['甲', '乙'] }];
    if (slot?.type !== 'figure') return [id, { type: 'text', text: '甲' }];
    return [id, { type: 'figure', quantity: { amount: '12', scale: '', unit: slot.unit ?? '', approximation: '' } }];
  });
  return proveSection(text, { outline, section, facts: factsOf(Object.fromEntries(values)), year: 2023 });
}

const truthful: [section: string, text: string][] = [
  [
    'theory',
    '我注重发挥中心组的示范作用，结合实际确定{{study_topics}}专题，年内组织{{study_sessions}}集体学习，推动习近平新时代中国特色社会主义思想入脑入心。',
  ],
  [
    'theory',
    '用习近平新时代中国特色社会主义思想武装头脑。全年中心组学习{{study_sessions}}，共涉及{{study_topics}}专题。',
  ],
  [
    'responsibility',
    '主体责任首先是书记的责任，班子成员同样要履行“一岗双责”。我主持召开{{party_group_meetings}}党组会研究全面从严治党，把年度任务拆成{{governance_tasks}}，一项一项抓落实。',
  ],
  [
    'branches',
    '抓住“三会一课”这个基础。全局{{branch_count}}党支部全年开展主题党日{{party_days}}，书记讲党课{{secretary_lectures}}，组织生活会开了{{org_life_meetings}}，共查摆{{problems_found}}问题。',
  ],
  [
    'branches',
    '严格“三会一课”。{{branch_count}}支部合计开展{{party_days}}主题党日、{{secretary_lectures}}支部书记党课和{{org_life_meetings}}组织生活会，查摆问题{{problems_found}}。',
  ],
  [
    'cadres',
    '落实新时代党的组织路线，完成职务晋升{{post_promotions}}、职级晋升{{rank_promotions}}，组织干部教育培训{{trainings}}。',
  ],
  ['supervision', '围绕{{rectifications}}，对重点岗位逐一谈话，全年履职廉洁谈话{{integrity_talks}}。'],
  ['conduct', '中央八项规定精神一刻不能松，“四风”问题一露头就打。我带队深入企业和基层调研{{research_trips}}。'],
  [
    'fiscal',
    '一般公共预算总收入完成{{total_revenue}}，同比{{total_revenue_growth}}，其中地方一般公共预算收入{{local_revenue}}，同比{{local_revenue_growth}}；一般公共预算支出{{expenditure}}，同比{{expenditure_growth}}。',
  ],
  [
    'fiscal',
    '财政总收入达到{{total_revenue}}，比上年{{total_revenue_growth}}；地方收入{{local_revenue}}，比上年{{local_revenue_growth}}；财政支出{{expenditure}}，比上年{{expenditure_growth}}。',
  ],
  [
    'security',
    '投入{{security_funds}}用于就业和社会保障，培训职工{{skill_trainings}}，稳岗返还{{job_refunds}}。建成社区老年人服务中心{{community_centers}}、农村互助照料中心{{rural_centers}}，适老化改造{{home_renovations}}家庭。',
  ],
  ['taxes', '留抵退税{{tax_refunds}}，新增减税降费{{new_cuts}}，退税减税降费总计{{relief_total}}。'],
  ['rural', '统筹{{construction_funds}}资金，投向城乡基础设施和乡村振兴。'],
];

describe('a truthful text', () => {
  it.each(truthful)('%s: %s', (section, text) => {
    expect(prove(section, text)).toEqual([]);
  });
});

describe('the same text with a lie in it', () => {
  const lies: [section: string, text: string, from: string, to: string][] = [
    [
      'branches',
      truthful[3]?.[1] ?? '',
      '主题党日{{party_days}}，书记讲党课{{secretary_lectures}}',
      '主题党日{{secretary_lectures}}，书记讲党课{{party_days}}',
    ],
    ['branches', truthful[3]?.[1] ?? '', '全局{{branch_count}}党支部', '全局{{problems_found}}党支部'],
    [
      'cadres',
      truthful[5]?.[1] ?? '',
      '职务晋升{{post_promotions}}、职级晋升{{rank_promotions}}',
      '职务晋升{{rank_promotions}}、职级晋升{{post_promotions}}',
    ],
    ['fiscal', truthful[8]?.[1] ?? '', '同比{{total_revenue_growth}}', '同比增长{{total_revenue_growth}}'],
    ['fiscal', truthful[8]?.[1] ?? '', '总收入完成{{total_revenue}}', '总收入完成{{expenditure}}'],
    [
      'taxes',
      truthful[11]?.[1] ?? '',
      '留抵退税{{tax_refunds}}，新增减税降费{{new_cuts}}',
      '留抵退税{{new_cuts}}，新增减税降费{{tax_refunds}}',
    ],
    ['rural', truthful[12]?.[1] ?? '', '统筹', '统筹近'],
    ['theory', truthful[0]?.[1] ?? '', '结合实际', '聚焦三大主题'],
    ['theory', truthful[0]?.[1] ?? '', '推动习近平', '学习覆盖面过半，推动习近平'],
  ];
  it.each(lies)('%s: %s with %s → %s', (section, text, from, to) => {
    expect(text).toContain(from);
    expect(
      prove(
        section,
        text.replace(from, () => to),
        text,
      ),
    ).not.toEqual([]);
  });
});
