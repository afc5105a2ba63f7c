// What taking in changes and what it leaves to a person: undrafted parts filled in, gaps filled, both sides at work, locks.
import { describe, expect, it } from 'vitest';
import type { Assembly } from '../../../src/report/assemble.ts';
import type { FileParagraph } from '../../../src/report/file-text.ts';
import { baseOf, missingIn, paragraphsOf, planFor, takenIn } from './returned-files.ts';

const base = baseOf('party-building', 4);
const without = (...ids: string[]): Assembly => ({
  ...base,
  texts: Object.fromEntries(Object.entries(base.texts).filter(([id]) => !ids.includes(id))),
});
const now = (assembly: Assembly, more: object = {}) => ({
  ...{ outline: assembly.outline, texts: assembly.texts, locked: new Set<string>(), added: 1 },
  ...more,
});
const edited = (assembly: Assembly, start: string, change: (text: string) => string): FileParagraph[] =>
  paragraphsOf(assembly).map((one) => (one.text.startsWith(start) ? { ...one, text: change(one.text) } : one));

describe('taking a returned document in', () => {
  it('fills a part nobody had drafted with their words', () => {
    const sent = without('theory');
    const list = edited(sent, '二是坚持不懈', () => '二是坚持不懈强化理论武装。逐字逐句学原文，每月交一篇心得。');
    const plan = planFor(sent, list);
    expect(plan.texts.map((one) => [one.section, one.text])).toEqual([['theory', '逐字逐句学原文，每月交一篇心得。']]);
    expect(missingIn(takenIn(sent, plan), list)).toEqual([]);
  });

  it('asks about a figure written into a gap, as that slot’s', () => {
    const { trainings: _, ...facts } = base.facts;
    const sent = { ...base, facts };
    const gap = edited(sent, '三是用心抓好', (text) => text.replace('〔待补：教育培训期数〕', '21期'));
    const typed = planFor(sent, gap).texts.flatMap((one) => one.typed);
    expect(typed).toMatchObject([{ slot: 'trainings', text: '21期' }]);
    expect(typed[0]?.before).toBeUndefined();
  });

  it('leaves a section alone that only we changed', () => {
    const here = { ...base.texts, theory: `${base.texts.theory}后来又加了一句。` };
    const list = edited(base, '三是毫不放松', (text) => `${text}补一句。`);
    const plan = planFor(base, list, now(base, { texts: here }));
    expect(plan.texts.map((one) => one.section)).toEqual(['politics']);
    expect(plan.clashes).toEqual([]);
  });

  it('takes nothing of a section both changed, or that is locked, until somebody chooses', () => {
    const list = edited(base, '二是坚持不懈', (text) => `${text}补一句。`);
    const here = { ...base.texts, theory: `${base.texts.theory}后来又加了一句。` };
    const both = planFor(base, list, now(base, { texts: here }));
    expect([both.texts, both.clashes.map(({ section, why }) => [section, why])]).toEqual([[], [['theory', 'both']]]);
    const locked = planFor(base, list, now(base, { locked: new Set(['theory']) }));
    expect([locked.texts, locked.clashes.map(({ section, why }) => [section, why])]).toEqual([
      [],
      [['theory', 'locked']],
    ]);
  });

  it('changed the same way on both sides is no question', () => {
    const list = edited(base, '二是坚持不懈', (text) => `${text}补一句。`);
    const here = { ...base.texts, theory: `${base.texts.theory?.trim()}补一句。` };
    const plan = planFor(base, list, now(base, { texts: here }));
    expect([plan.texts, plan.clashes]).toEqual([[], []]);
  });

  it('keeps a section out that we took out since, unless they worked on it', () => {
    const { conduct: _, ...texts } = base.texts;
    const outline = {
      ...base.outline,
      chapters: base.outline.chapters.map((one) => ({
        ...one,
        points: one.points.filter(({ id }) => id !== 'conduct'),
      })),
    };
    const list = edited(base, '三是毫不放松', (text) => `${text}补一句。`);
    const plan = planFor(base, list, now(base, { outline, texts }));
    expect(plan.texts.map((one) => one.section)).toEqual(['politics']);
    expect(JSON.stringify(plan.outline.chapters)).not.toContain('"id":"conduct"');
    // Nor does a file put it back that moves other things about.
    const moved = paragraphsOf(base).filter(({ text }) => !text.startsWith('四是同心协力'));
    expect(JSON.stringify(planFor(base, moved, now(base, { outline, texts })).outline.chapters)).not.toContain(
      '"id":"conduct"',
    );
    const worked = edited(base, '三是锲而不舍', (text) => `${text}补一句。`);
    expect(planFor(base, worked, now(base, { outline, texts })).clashes.map((one) => one.section)).toEqual(['conduct']);
  });

  it('keeps words of theirs that look like tokens as they are', () => {
    const list = edited(base, '三是毫不放松', (text) => `${text}写作{{study_topics}}也行。`);
    expect(missingIn(takenIn(base, planFor(base, list)), list)).toEqual([]);
  });
});
