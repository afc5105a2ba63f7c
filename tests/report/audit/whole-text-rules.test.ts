// The rules that reckon, compare names, know years, documents and wordings: a fault each, beside a right sentence that is passed.
import { describe, expect, it } from 'vitest';
import { auditSentence, auditText } from './book.ts';

const rulesOf = (sentence: string, year = 2025): string[] => auditSentence(sentence, { year }).map(({ rule }) => rule);

describe('a fault and its right counterpart', () => {
  it.each([
    ['figures/remainder', '排查隐患83处，整改80处，其余13处限期整改。', '排查隐患83处，整改80处，其余3处限期整改。'],
    [
      'figures/remainder',
      '识别对象520户，其中418户已消除风险，其余202户均已帮扶。',
      '识别对象520户，其中418户已消除风险，其余102户均已帮扶。',
    ],
    [
      'figures/average',
      '组建4支服务队，开展活动64场，平均每支服务队19场。',
      '组建4支服务队，开展活动64场，平均每支服务队16场。',
    ],
    ['figures/part_beyond_whole', '收到建议57条，办结75条。', '收到建议57条，办结55条。'],
    [
      'figures/share',
      '现有职工800人。青年骨干240人，占职工总数的40%。',
      '现有职工800人。青年骨干240人，占职工总数的30%。',
    ],
    ['figures/share', '青年党员45名，占全局150名党员的20%。', '青年党员45名，占全局150名党员的30%。'],
    ['figures/growth', '营收36亿元，比2024年的30亿元增长25%。', '营收36亿元，比2024年的30亿元增长20%。'],
    [
      'figures/two_values',
      '全县建成共享食堂146个。依托164个共享食堂开展配餐。',
      '全县建成共享食堂146个。依托146个共享食堂开展配餐。',
    ],
    ['numerals/unit', '新增污水处理能力3万平方米。', '新增污水处理能力3万立方米。'],
    [
      'numerals/unit',
      '总收入20.5亿元，其中甲项12.2亿元、乙项8.3万元。',
      '总收入20.5亿元，其中甲项12.2亿元、乙项8.3亿元。',
    ],
    ['numerals/unit_sign', '新修道路12km，惠及群众。', '新修道路12公里，惠及群众。'],
    ['numerals/inconsistent', '新建公园四个、改造广场11个。', '新建公园4个、改造广场11个。'],
    ['formulation/out_of_year', '深入学习贯彻党的十九大精神。', '党的十九大以来，队伍不断壮大。'],
    ['formulation/out_of_year', '2025年是“十四五”规划开局之年。', '2025年是“十四五”规划收官之年。'],
    ['formulation/out_of_year', '及时跟进学习党的二十届二中全会精神。', '及时跟进学习党的二十届四中全会精神。'],
    ['formulation/wording', '坚持小事不出村、矛盾不上交、大事不出镇。', '坚持小事不出村、大事不出镇、矛盾不上交。'],
    ['formulation/wording', '树牢总体国家安观。', '树牢总体国家安全观。'],
    ['formulation/wording', '构建人类运共同体。', '构建人类命运共同体。'],
    [
      'names/document',
      '落实《机关事务保障农民工资支付条例》和《保障农民工资支付条例》。',
      '落实《保障农民工工资支付条例》。',
    ],
    ['names/organisation', '青禾水务集团有限公司与青禾水务集团有限责任公司签约。', '青禾水务集团有限公司签约。'],
    ['names/person', '党员周晓彤带头。周晓桐同志获评先进。', '党员周晓彤带头。周晓彤同志获评先进。'],
    ['parts/date', '2025年12月 日', '2025年12月9日'],
  ])('%s', (rule, wrong, right) => {
    const tell = (text: string) =>
      rule === 'parts/date'
        ? auditText(`工作总结\n甲、乙、丙各项工作按计划完成，情况良好。\n${text}`).map((one) => one.rule)
        : rulesOf(text);
    expect(tell(wrong)).toContain(rule);
    expect(tell(right)).not.toContain(rule);
  });
});

describe('what is right though it looks odd', () => {
  it.each([
    '实施项目5个，其中新建2个、改建3个，新增床位270张，新增车位900个。',
    '总产量80万吨，比上年的78万吨增加2万吨，其中夏粮30万吨、秋粮50万吨。',
    '改造农田20万亩，其中新建12万亩、提升8万亩，全市累计达到265万亩。',
    '农产品加工业产值达到412亿元。明年力争农产品加工业产值达到430亿元。',
    '再延长三十年试点稳步推进。',
    '第一种形态45人次、第四种形态1人次，运用“四种形态”46人次。',
  ])('%s', (sentence) => {
    expect(auditSentence(sentence, { year: 2025 }).filter(({ severity }) => severity !== 'may')).toEqual([]);
  });
});

describe('headings', () => {
  const text = (third: string) =>
    `工作总结\n一、主要工作\n（一）抓学习，强思想。办了班。\n（二）抓组织，强堡垒。建了组织。\n（三）${third}。做了事。\n二、存在问题\n有不足。\n三、下一步打算\n接着做。`;
  it('one that is about something among those that do something', () => {
    expect(auditText(text('关于作风建设的问题')).map(({ rule }) => rule)).toContain('headings/pattern');
    expect(auditText(text('抓作风，强担当')).map(({ rule }) => rule)).not.toContain('headings/pattern');
  });
});
