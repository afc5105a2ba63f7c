import { describe, expect, it } from 'vitest';
import { auditSentence, auditText, told } from './book.ts';

describe('plain slips', () => {
  it.each([
    ['figures/beyond_all', 'should', '问题整改率达到102%。'],
    ['words/twice', 'may', '全年开展巡查巡查12次。'],
    ['words/degree', 'may', '群众比较非常满意。'],
    ['numerals/bare_sum', 'may', '罚款15.6万，结案3件。'],
    ['words/miswritten', 'must', '做到即往不咎、一视同仁。'],
  ])('%s (%s): %s', (rule, severity, sentence) => {
    const found = auditSentence(sentence);
    expect(found.map((one) => `${one.rule} ${one.severity}`)).toContain(`${rule} ${severity}`);
    expect(found.filter(({ fix }) => fix?.put === '就')).toEqual([]);
  });

  it.each([
    '投资完成率达到102%，增长率为120%。',
    '组织学习学习强国平台内容，服务服务对象，一项一项落实。',
    '群众非常满意，比较集中。',
    '罚款15.6万元，惠及15.6万人，接待游客15.6万人次。',
    '落实河湖长制，正风肃纪，既往不咎。',
    '县水务局、商务局、医保局、文旅局、住建局、应急局、民宗局一道推进水务工作。',
  ])('nothing in: %s', (sentence) => {
    expect(told(auditSentence(sentence))).toEqual([]);
  });

  const text = (unit: string) =>
    `石桥县水利局2025年工作总结\n2025年，我局扎实工作。\n一、工作\n开展巡查12次。\n${unit}\n2026年1月5日`;
  it('a unit signed otherwise than titled', () => {
    const of = (unit: string) => auditText(text(unit)).filter(({ rule }) => rule === 'names/signature');
    expect(of('石桥县水务局').map(({ where }) => where.quote)).toEqual(['石桥县水务局']);
    expect(of('石桥县水利局')).toEqual([]);
    expect(of('中共石桥县水利局党组')).toEqual([]);
  });
});
