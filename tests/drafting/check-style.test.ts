// How a text reads is looked at: voice, shape, breath, worn and hollow words. None of it makes a text false.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { styleFaults, wornBetween } from '../../src/drafting/check-style.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { factsOf } from './library.ts';

const { outlines } = loadCatalog('prompts/outlines');
const [yearly, party] = ['annual-summary', 'party-building'].map((kind) => outlines.find((one) => one.kind === kind));
if (!yearly || !party) throw new Error('no outline');
const sectionIn = (outline: typeof party, id: string) => {
  const found = sectionsOf(outline).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const faults = (text: string, id = 'ideology', outline = party): string =>
  styleFaults(text, { outline, section: sectionIn(outline, id), facts: factsOf({}) }).join('');

describe('style', () => {
  it.each([
    ['several paragraphs', '管好阵地。\n管好队伍。', '只写一段'],
    ['numbering', '做了以下工作：一是管阵地；二是管队伍。', '是序号'],
    [
      'a breath too long',
      '把意识形态工作责任制落到每个支部每个岗位每篇稿件每次发布的全过程和各方面各环节当中去。',
      '一口气',
    ],
    ['a worn word', '扎实管阵地，扎实管队伍。', '“扎实”用了2次'],
    ['我坚持 twice', '我坚持管阵地，我坚持管队伍。', '“我坚持”用了2次'],
    ['hollow words', '为全局工作注入强劲动能。', '套话'],
    ['more of them', '不仅管住了阵地，更凝聚了人心。', '套话'],
    ['and more', '奏响了奋进的乐章。', '套话'],
    ['attitude alone', '思想要统一。阵地要守住。队伍要过硬。', '只说认识和态度'],
    ['a deed behind a fact', '落实意识形态工作责任制，{{ideology_work}}，年底逐篇考核稿件。', '年底逐篇考核稿件'],
    [
      'a deed behind an item in other words',
      '意识形态工作责任制落到人，{{ideology_work.1：管住阵地}}，多谈心。',
      '多谈心',
    ],
  ])('%s', (_, text, said) => {
    expect(faults(text)).toContain(said);
  });

  it('leaves plain words alone, and what is a term', () => {
    expect(faults('意识形态工作责任制落到人、落到稿件。做了以下工作：{{ideology_work}}。')).toBe('');
    expect(
      faults('全面从严治党是主体责任，也是“一岗双责”。全面从严治党任务分解为{{governance_tasks}}。', 'responsibility'),
    ).toBe('');
    expect(faults('问题有：{{problem_list}}。\n原因是：{{cause_list}}。', 'problems_lead')).toBe('');
  });

  it('lets an aim be said behind a fact, in words of aims and of what was told already', () => {
    expect(faults('意识形态工作责任制落到人，{{ideology_work}}，意在提醒每个岗位，使责任压实到人。')).toBe('');
  });

  it('wants an introduction for each paragraph, no more', () => {
    const introduced = '对照职责检视。问题有：{{problem_list}}。\n根子在自己身上。原因是：{{cause_list}}。责任在我。';
    expect(faults(introduced, 'problems_lead')).toBe('');
    expect(faults(introduced.replace('\n', ''), 'problems_lead')).toContain('至多留两句');
  });

  it('wants 我 where the reporter did it, and no 我 in a unit’s report', () => {
    expect(faults('全年到基层和企业调研{{research_trips}}。', 'conduct')).toContain('要写明“我”');
    expect(faults('我带队到基层和企业调研{{research_trips}}。', 'conduct')).toBe('');
    expect(faults('我带人检查经营单位{{inspections}}。', 'enforcement', yearly)).toContain('不用“我”');
    expect(faults('我局检查经营单位{{inspections}}。', 'enforcement', yearly)).toBe('');
  });

  it('sees what only the sections together show', () => {
    const texts = ['ideology', 'cadres', 'branches', 'culture'].map((id) => ({
      section: sectionIn(party, id),
      text: `把这件事${id === 'ideology' ? '管住' : '切实做好'}。`,
    }));
    const between = wornBetween([...texts, { section: sectionIn(party, 'conduct'), text: '会风改了，切实改了。' }]);
    expect([...between.keys()]).toEqual(['conduct', 'cadres', 'branches', 'culture']);
    expect(between.get('conduct')?.join('')).toContain('“切实”');
    expect(between.get('cadres')?.join('')).toContain('开头“把这件事”');
  });
});
