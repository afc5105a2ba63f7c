// An outline given in words over the real outlines: shown first, taken when confirmed; every slot keeps a home or is named; one step back.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Restructure } from '../../src/conversation/edit-command.ts';
import { type Outline, sectionsOf } from '../../src/report/outline.ts';
import { homeless } from '../../src/report/restructure.ts';
import { layChapters, layPoints } from '../../src/report/skeleton.ts';
import { cardProblems } from './card-limits.ts';
import { commands, fact, facts } from './fixture.ts';
import { given } from './given.ts';

const { outlines } = loadCatalog(resolve(import.meta.dirname, '../../prompts/outlines'));
const party = outlines.find((one) => one.kind === 'party-building') as Outline;
const three = ['履职情况', '问题原因', '下一步'];
const skeleton = (more: Partial<Extract<Restructure, { type: 'skeleton' }>> = {}) =>
  commands({ type: 'restructure', change: { type: 'skeleton', chapters: three, inside: [], ...more } });
const begun = () => given('p2p', [party]).started('party-building', 2025);
const newId = (nth: number) => `added_${nth}`;

function consistent(outline: Outline): void {
  const sections = sectionsOf(outline);
  expect(new Set(sections.map((one) => one.id)).size).toBe(sections.length);
  const there = new Set(sections.map((one) => one.id));
  for (const slot of outline.slots) if (slot.section !== homeless) expect(there.has(slot.section)).toBe(true);
  for (const section of sections)
    for (const id of section.slots) expect(outline.slots.find((one) => one.id === id)?.section).toBe(section.id);
}

describe('chapters in words', () => {
  it.each(outlines)('$kind: nothing is lost, nothing stands twice', (outline) => {
    for (const headings of [
      three,
      ['工作', '问题'],
      ['政治建设', '队伍建设', '作风建设'],
      ['全文'],
      ['下一步', '其他', '履职', '体会'],
    ]) {
      const laid = layChapters(outline, headings, newId);
      expect(laid.chapters.map(({ heading }) => heading)).toEqual(headings);
      consistent(laid);
      for (const slot of outline.slots) expect(laid.slots.some((one) => one.id === slot.id)).toBe(true);
    }
  });

  it('go to the chapter of their part', () => {
    const laid = layChapters(party, three, newId);
    const homeOf = (slot: string) => {
      const section = laid.slots.find((one) => one.id === slot)?.section;
      return laid.chapters.find((one) => one.lead?.id === section || one.points.some(({ id }) => id === section))
        ?.heading;
    };
    expect(homeOf('study_sessions')).toBe('履职情况');
    expect(homeOf('total_revenue')).toBe('履职情况');
    const lost = laid.slots.filter(({ section }) => section === homeless);
    expect(lost).toEqual([]);
  });

  it('points by short names follow their sense and their order', () => {
    const laid = layPoints(layChapters(party, three, newId), layChapters(party, three, newId).chapters[0]?.id ?? '', [
      '学',
      '建',
      '廉',
      '融',
    ]);
    expect(laid?.chapters[0]?.points).toHaveLength(4);
    const at = (slot: string) => laid?.chapters[0]?.points.findIndex(({ slots }) => slots.includes(slot));
    expect([
      at('study_sessions'),
      at('party_days'),
      at('integrity_talks') ?? at('study_sessions'),
      at('total_revenue'),
    ]).toEqual([0, 1, expect.any(Number), 3]);
    if (laid) consistent(laid);
    expect(
      layPoints(party, party.chapters.at(-1)?.id ?? '', ['甲', '乙', '丙', '丁', '戊', '己', '庚']),
    ).toBeUndefined();
  });
});

describe('the proposal', () => {
  it('shows the outline and changes nothing until confirmed; facts stay; one 撤销', () => {
    const talk = begun().says('学习12次', facts(fact('study_sessions', '12', '次')));
    const before = talk.report.outline;
    talk.says('三大块', skeleton({ inside: [{ of: '履职', points: ['学', '建', '廉', '融'] }] }));
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
    expect(talk.seen).toContain('一、履职情况');
    expect(talk.report.outline).toBe(before);
    talk.pressesButton('就用这个');
    expect(talk.seen).toContain('换好了，现在是：1. 履职情况；2. 问题原因；3. 下一步');
    expect(talk.report.facts.study_sessions).toBeDefined();
    expect(talk.report.outline).not.toBe(before);
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.outline).toBe(before);
  });

  it('is taken by word and left by word', () => {
    const no = begun().says('三大块', skeleton());
    const before = no.report.outline;
    no.says('算了', commands({ type: 'cancel' }));
    expect(no.report.outline).toBe(before);
    const yes = begun()
      .says('三大块', skeleton())
      .says('是的', commands({ type: 'confirm' }));
    expect(yes.seen).toContain('换好了');
  });

  it('names what has no place, and lists facts that lose theirs', () => {
    const talk = begun().says(
      '问题',
      facts({ slot: 'problems', value: { type: 'list', items: ['学得不深'] }, words: '', correction: false }),
    );
    talk.says('两块', skeleton({ chapters: ['政治建设', '队伍建设'] }));
    expect(talk.seen).toContain('没有落脚处的');
  });

  it('is refused once texts are written, and where the named chapter is not', () => {
    const talk = begun().says(
      '里面四条',
      skeleton({ chapters: [], inside: [{ of: '不存在的', points: ['甲', '乙'] }] }),
    );
    expect(talk.seen).toContain('没有“不存在的”这一章');
    talk.says('学习12次', facts(fact('study_sessions', '12', '次')));
    talk.says('起草', commands({ type: 'draft', section: 'all' }));
    expect(talk.says('三大块', skeleton()).seen).toContain('已经有写好的稿子');
  });
});
