// An item in other words is the same item, or the text does not stand.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Fact, Provenance } from '../../src/report/fact.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { proveSection } from '../../src/report/proof.ts';
import { proveTelling } from '../../src/report/proof-telling.ts';

const outline = loadCatalog('prompts/outlines').outlines.find((one) => one.kind === 'party-building');
if (!outline) throw new Error('no outline');
const section = sectionsOf(outline).find((one) => one.id === 'education');
if (!section) throw new Error('no section');

const factFor = (items: string[], told: Provenance & { words?: string } = {}): Record<string, Fact> => {
  const { words = '', ...rest } = told;
  const source = { by: { id: 'ou_1', name: '' }, at: 0, event: 'om_1', words };
  return { education_work: { slot: 'education_work', value: { type: 'list', items }, source, ...rest } };
};
const prove = (item: string, words: string, told: Provenance & { words?: string } = {}): string[] =>
  proveTelling(
    { type: 'token', slot: 'education_work', item: 1, words },
    { outline, section, facts: factFor([item], told) },
  ).map(({ message }) => message);

const item = '请专家讲课4次，各支部书记轮流领学，对外出人员送学上门';

describe('the same in other words', () => {
  it.each([
    [item, '先后请专家讲课⟦1:次⟧，各支部书记轮流领学，对外出人员送学上门'],
    [item, '各支部书记轮流领学，请专家讲课⟦1⟧，还对外出人员送学上门'],
    ['把规矩写进办事流程', '在日常工作中把规矩写进了办事流程'],
    ['健全党务干部培养机制', '把党务干部培养机制健全起来'],
    ['用好《条例》，以案说法', '以案说法，把《条例》用好'],
    ['学用结合不够紧，个别同志学归学、做归做', '从检查看，学用结合不够紧，个别同志学归学、做归做'],
    ['集中学习，不走过场', '集中学习，持续抓，不走过场'],
    ['稿件实行三审三校', '稿件实行“三审三校”'],
    ['在景区设立竹编和剪纸体验点', '竹编和剪纸体验点设在景区'],
    ['带头查找问题并公开整改情况', '查找问题带头，整改情况公开'],
    ['开展暑期市场集中检查', '暑期开展市场集中检查'],
  ])('%s → %s', (said, words) => {
    expect(prove(said, words)).toEqual([]);
  });

  it('may be the reporter’s own deed where it was said to be', () => {
    expect(prove('到支部讲课', '我带头到支部讲课', { deed: 'self' })).toEqual([]);
  });
});

describe('something else', () => {
  it.each([
    ['a figure lost', item, '请专家讲课，各支部书记轮流领学，对外出人员送学上门'],
    ['a figure twice', item, '请专家讲课⟦1⟧，各支部书记轮流领学⟦1⟧，对外出人员送学上门'],
    ['a figure of its own', item, '请专家讲课⟦1⟧⟦2⟧，各支部书记轮流领学，对外出人员送学上门'],
    ['a figure that means something else', item, '各支部书记轮流领学⟦1⟧，请专家讲课，对外出人员送学上门'],
    ['a figure made smaller', item, '请专家讲课近⟦1⟧，各支部书记轮流领学，对外出人员送学上门'],
    ['a figure made larger', item, '请专家讲课⟦1⟧以上，各支部书记轮流领学，对外出人员送学上门'],
    ['another year’s', item, '上年请专家讲课⟦1⟧，各支部书记轮流领学，对外出人员送学上门'],
    ['two figures exchanged', '开会3次，走访5次', '开会⟦2⟧，走访⟦1⟧'],
    ['half of it', item, '请专家讲课⟦1⟧'],
    ['something added', item, `请专家讲课⟦1⟧，各支部书记轮流领学，对外出人员送学上门，还到革命旧址寻访先烈足迹`],
    ['the opposite', '学用结合不够紧', '学用结合十分紧密'],
    ['a refusal added', '按时报送材料', '不按时报送材料'],
    ['another doer', '机关党委每月抽查记录', '每月抽查记录'],
    ['a doer added', '抽查学习记录', '机关党委抽查学习记录'],
    ['done in person', '到支部讲课', '我亲自到支部讲课'],
    ['the one who acts and the one acted upon', '党员点评支部书记工作', '支部书记点评党员工作'],
    ['another title', '学习《条例》', '学习《准则》'],
    ['a name without its marks', '办“账本课堂”', '办账本课堂'],
    ['more than one sentence', '按时报送材料', '按时报送材料。件件有回音'],
    ['nothing', '按时报送材料', ''],
  ])('%s', (_, said, words) => {
    expect(prove(said, words)).not.toEqual([]);
  });

  it('is anything but the words a person insists on', () => {
    expect(prove('学用结合', '把学用结合', { words: '用我的原话：学用结合' })).not.toEqual([]);
    expect(prove('学用结合', '先后学用结合', { words: '一个字别动' })).not.toEqual([]);
  });

  it('is another’s deed as one’s own', () => {
    expect(prove('到支部讲课', '我到支部讲课', { deed: 'predecessor' })).not.toEqual([]);
  });
});

describe('a section told item by item', () => {
  const facts = factFor(['逐条对账', '开门听意见', '给新人配师傅']);
  const codes = (text: string): string[] =>
    proveSection(text, { outline, section: 'education', facts, year: 2024 }).map(({ code }) => code);

  it('tells each once, in any order, as it is or in other words', () => {
    expect(codes('{{education_work.3}}，{{education_work.1：先后逐条对账}}。{{education_work.2}}。')).toEqual([]);
    expect(codes('做法是：{{education_work}}。')).toEqual([]);
  });

  it.each([
    ['one left out', '{{education_work.3}}，{{education_work.1}}。', 'fact_not_told'],
    [
      'one twice',
      '{{education_work.3}}，{{education_work.1}}，{{education_work.1}}，{{education_work.2}}。',
      'repeated_token',
    ],
    ['as a whole and in part', '{{education_work}}，{{education_work.1}}。', 'repeated_token'],
    ['one that is not there', '{{education_work}}，{{education_work.4}}。', 'unknown_token'],
    [
      'a figure typed into it',
      '{{education_work.1：逐条对账12次}}，{{education_work.2}}，{{education_work.3}}。',
      'stray_numeral',
    ],
    ['a hidden figure outside', '{{education_work}}，共⟦1:次⟧。', 'mask_left'],
    ['an item of a figure', '{{education_work}}{{study_topics.1}}。', 'foreign_token'],
  ])('does not stand with %s', (_, text, code) => {
    expect(codes(text)).toContain(code);
  });
});
