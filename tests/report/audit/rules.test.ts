import { describe, expect, it } from 'vitest';
import { auditSentence, auditText, told } from './book.ts';

describe('figures', () => {
  it.each([
    ['figures/part_beyond_whole', 'must', '全年新增企业120家，其中规模以上企业130家。'],
    ['figures/part_beyond_whole', 'must', '全村现有人口57人。其中，张家湾78人，李家湾5人。'],
    ['figures/sum', 'must', '职务晋升12人、职级晋升18人，合计31人。'],
    ['figures/sum', 'should', '查处案件30件，其中贪污案件13件、受贿案件16件。'],
    ['figures/growth', 'must', '床位由200张增加到250张，增长20%。'],
    ['figures/growth', 'must', '完成投资6亿元，比上年增加1亿元，增长25%。'],
    ['figures/growth', 'must', '漏损率由12%降至10.5%，下降2.5个百分点。'],
    ['figures/share', 'should', '受理事项400件，办结380件，办结率98%。'],
    ['figures/exact_growth', 'should', '完成收入约30亿元，同比增长5.6%。'],
    ['numerals/double_approximation', 'must', '培训近200余人。'],
    ['numerals/double_approximation', 'must', '走访大约50户左右。'],
    ['numerals/percent_point', 'should', '入户走访率达92%，比上年提高3.5%。'],
    ['numerals/percent_point', 'must', '失业率由4%降至3.5%，下降0.5%。'],
    ['numerals/decrease_by_times', 'must', '办理时间缩短3倍。'],
  ])('%s (%s): %s', (rule, severity, sentence) => {
    expect(auditSentence(sentence).map((finding) => `${finding.rule} ${finding.severity}`)).toContain(
      `${rule} ${severity}`,
    );
  });

  it.each([
    '全年新增企业120家，其中规模以上企业30家，占25%。',
    '现有党员590名，其中女党员103名，45岁以上320名；大专以上学历410名。',
    '床位由200张增加到250张，增长25%。',
    '完成投资6亿元，比上年增加1亿元，增长20%。',
    '漏损率由12%降至10.5%，下降1.5个百分点。',
    '受理事项400件，办结380件，办结率95%。',
    '培训200余人，走访约50户，开展活动近30场。',
    '20件实事中，2件已办完，8件进度正常，10件进度偏慢，偏慢的占比50%。',
    '查出问题214个，移送98件。其中，市本级查出问题67个，移送75件。',
    '全市投入1.2亿元，其中市级投入3000万元。',
    '一般公共预算收入完成31.2亿元，同比增长6.5%，其中税收收入24.1亿元，同比增长7.2%。',
    '满意度达96%，比上年提高2个百分点，营业收入比上年增长8%。',
  ])('holds together: %s', (sentence) => {
    expect(told(auditSentence(sentence).filter(({ rule }) => /^figures|percent/.test(rule)))).toEqual([]);
  });

  it('finds one thing with two values in different places', () => {
    const text = '一、工作\n围绕中心组理论学习专题12个开展研讨。\n二、成效\n全年中心组理论学习专题13个全部完成。\n';
    expect(auditText(text).map(({ rule }) => rule)).toContain('figures/two_values');
  });
});

describe('marks and numerals', () => {
  it.each([
    ['punctuation/half_width', '坚持党建引领,推动发展。', '，'],
    ['punctuation/half_width', '开展活动(含线上)12场。', '（含线上）'],
    ['punctuation/half_width', '开展"清风"行动。', '“清风”'],
    ['punctuation/doubled', '开展活动，，推动发展。', '，'],
    ['punctuation/doubled', '开展活动，。', '。'],
    ['punctuation/unpaired', '开展“清风行动。', undefined],
    ['punctuation/unpaired', '印发《实施方案。', undefined],
    ['punctuation/unpaired', '开展活动）12场。', undefined],
    ['punctuation/between_pairs', '学习《条例》、《准则》。', '》《'],
    ['punctuation/between_pairs', '评选“先锋”、“标兵”。', '”“'],
    ['punctuation/after_number', '（一）、加强学习。', '（一）'],
    ['punctuation/after_number', '1、加强学习。', '1.'],
    ['punctuation/before_deng', '走访企业、学校、等单位。', '等'],
    ['punctuation/before_he', '走访企业、和学校。', '和'],
    ['punctuation/space', '走访企业 12家。', ''],
    ['numerals/neighbours', '走访三、四十户。', '三四'],
    ['numerals/neighbours', '每周3、4次。', '三四'],
    ['numerals/mixed', '新增泊位1千5百个。', undefined],
    ['numerals/mixed', '增长百分之8.7。', undefined],
    ['numerals/year', '二0二三年开展。', undefined],
    ['numerals/chinese', '召开会议十二次。', undefined],
    ['numerals/chinese', '增长百分之八点七。', undefined],
    ['numerals/range', '每月走访3-5次。', '3—5'],
    ['numerals/range_percent', '增长5—10%。', '5%—10%'],
    ['numerals/short_year', '截至25年底完成。', '2025年'],
    ['numerals/no_such_date', '2月30日召开。', undefined],
    ['numerals/leading_zero', '2024年03月召开。', '3月'],
    ['numerals/percent_point', '提高2.1%个百分点。', '2.1个百分点'],
  ])('%s: %s', (rule, sentence, put) => {
    const finding = auditSentence(sentence).find((one) => one.rule === rule);
    expect(finding, told(auditSentence(sentence)).join('\n')).toBeDefined();
    expect(finding?.fix?.put).toBe(put);
  });

  it.each([
    '学习《条例》（修订）、《准则》。',
    '会议于15:30开始，投入1,200万元。',
    '（一）加强学习。1.抓班子。（2）抓队伍。',
    '走访二、三产业企业，一、二年级学生。',
    '培训三四十人，开展十几场。',
    '近25年来，他干了12年后调任。',
    '国办发〔2023〕12号文件。',
    '〔待补：学习次数〕次，完成〔待补：总收入〕。',
    '全年共3个方面、两项举措、一个目标。',
    '电话0571-12345678，编号2023-15。',
    '走访了……等企业——全部在园区内。',
    '开展“百日攻坚”“千企走访”行动。',
    '投资3千瓦时以上项目，5千米管网。',
  ])('nothing certain in: %s', (sentence) => {
    expect(told(auditSentence(sentence).filter(({ severity }) => severity === 'must'))).toEqual([]);
  });

  it('says a habit of the whole text once', () => {
    const found = auditText('坚持党建引领,抓好落实,'.repeat(20));
    expect(found.filter(({ rule }) => rule === 'punctuation/half_width')).toHaveLength(1);
  });
});

describe('names, numbers, headings', () => {
  it.each([
    ['names/title', '制定《项目管理实施办法》。\n依据《项目管理实施方法》执行。'],
    ['names/party_body', '局党组召开会议。\n局党委研究部署。\n局党组要求。'],
    ['names/one_character', '推进清风万家行动。\n清风万佳行动成效好。'],
    ['names/person', '表彰王芳同志。\n学习王方同志。'],
    ['numbering/broken', '一、抓学习\n内容。\n三、抓落实\n内容。'],
    ['numbering/broken', '一是抓学习。三是抓落实。'],
    ['numbering/announced', '存在三个方面的问题：一是学习不够。二是调研不够。'],
    [
      'headings/pattern',
      '一、抓好学习，持续提升\n甲。\n二、抓好班子，持续加强\n乙。\n三、队伍建设\n丙。\n四、抓好作风，持续改进\n丁。',
    ],
  ])('%s', (rule, text) => {
    expect(auditText(text).map((finding) => finding.rule)).toContain(rule);
  });

  it('lets numbers begin anew under each heading', () => {
    const text =
      '一、学习\n（一）党组\n一是读书。二是研讨。\n（二）支部\n一是读书。二是研讨。\n二、作风\n（一）纠治\n1.查摆。\n2.整改。';
    expect(told(auditText(text).filter(({ rule }) => rule.startsWith('numbering')))).toEqual([]);
  });

  it('has nothing to say of an empty text', () => {
    expect(auditText('')).toEqual([]);
    expect(auditText('\n \n')).toEqual([]);
  });
});
