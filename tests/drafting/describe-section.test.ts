// What a writer is told of a section: the outline's words as they are, how each token prints, a length that the facts can fill.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { describeFacts, describeSections } from '../../src/drafting/describe-section.ts';
import { fairLength } from '../../src/drafting/fair-length.ts';
import { figureIn } from '../../src/drafting/figure-guard.ts';
import type { FactValue } from '../../src/report/fact.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { addPoint } from '../../src/report/restructure.ts';
import { factsOf } from './library.ts';

const { outlines } = loadCatalog('prompts/outlines');
const party = outlines.find((one) => one.kind === 'party-building');
if (!party) throw new Error('no outline');
const named = (id: string, outline = party) => sectionsOf(outline).filter((section) => section.id === id);
const text = (words: string): FactValue => ({ type: 'text', text: words });
const list = (...items: string[]): FactValue => ({ type: 'list', items });

describe('guidance', () => {
  it.each(outlines)('of $kind reaches the writer as its author wrote it', (outline) => {
    const told = describeSections(sectionsOf(outline), outline, {});
    for (const section of sectionsOf(outline)) expect(told).toContain(`写什么：${section.brief}\n`);
  });

  it('hides the figures of what a person added, however they quote', () => {
    for (const heading of ['办好十二件实事', '办好“一二三”热线和“第四季”节目', '完成投资35亿元']) {
      const outline = addPoint(party, 'thought', 'added_1', heading, 0);
      const told = describeSections(named('added_1', outline), outline, {}).replace(/长度：.*/gu, '');
      expect(figureIn(told)).toBeUndefined();
      expect(told).toContain('只用给出的内容');
    }
  });

  it('gives formulations without a 、 to be copied', () => {
    expect(describeSections(named('politics'), party, {})).toContain('必含提法：“两个确立”；“两个维护”；民主集中制');
  });
});

describe('tokens', () => {
  it('say how a name prints, its figures hidden, and whether it has marks of its own', () => {
    const told = (name: string) =>
      describeSections(named('culture'), party, factsOf({ integrity_campaign: text(name) }));
    expect(told('清风财政')).toContain('（名称，印出：清风财政）');
    expect(told('“清风财政”')).toContain('印出：“清风财政”，自带引号或书名号）');
    expect(told('1+4行动')).not.toMatch(/1\+4/u);
  });

  it('let the opening say the year', () => {
    expect(describeSections(named('opening'), party, {})).toContain('{{year}}');
    expect(describeSections(named('theory'), party, {})).not.toContain('{{year}}');
  });

  it('show how a list that is kept word for word prints in a sentence', () => {
    const facts = factsOf({ own_lectures: list('纪律要严', '过紧日子') });
    expect(describeFacts(named('politics'), party, facts)).toContain('印作：“纪律要严”“过紧日子”）');
  });
});

it('plans are written beside the problems they answer to, masked and without tokens', () => {
  const facts = factsOf({ problem_list: list('只去过3个支部'), plan_list: list('逐个到支部听课') });
  const told = describeFacts(named('plans_lead'), party, facts);
  expect(told).toMatch(/存在的问题：只去过⟦1:个⟧支部/u);
  expect(told).not.toContain('{{problem_list');
  expect(figureIn(told)).toBeUndefined();
  expect(describeFacts(named('theory'), party, facts)).not.toContain('存在的问题');
});

it('a section is as long as its facts can honestly make it, and never longer than wanted', () => {
  const [politics] = named('politics');
  if (!politics) throw new Error('no section');
  const lengths = [
    factsOf({ political_work: list('议事先会商') }),
    factsOf({ political_work: list('议事先会商'), own_lectures: list('纪律要严', '过紧日子') }),
    factsOf({ political_work: list(...Array.from({ length: 9 }, () => '逐项督办重要批示，办结一件销账一件')) }),
  ].map((facts) => fairLength(politics, party, facts));
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  expect(new Set(lengths).size).toBe(3);
  expect(lengths[2]).toBe(politics.length);
});
