// A new outline from an old one: slots follow their sections, and the phrasebook still has a sentence for each.
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/report/fact.ts';
import type { Outline } from '../../src/report/outline.ts';
import { type Phrasebook, phraseSection } from '../../src/report/phrasebook.ts';
import {
  addPoint,
  homeless,
  mergeChapters,
  mergeSections,
  rehome,
  removeSections,
  setLength,
} from '../../src/report/restructure.ts';
import { sentencesTelling } from '../../src/report/sentences-telling.ts';
import { party, quantity, wang } from '../conversation/fixture.ts';

const slotAt = (outline: Outline, id: string) => outline.slots.find((slot) => slot.id === id);
const withAppears: Outline = {
  ...party,
  slots: party.slots.map((slot) => (slot.id === 'lectures' ? { ...slot, appears: ['c1p2', 'c2p1'] } : slot)),
};

describe('taking out', () => {
  it('leaves a slot without a place, or in the other place that tells it', () => {
    expect(slotAt(removeSections(party, ['c1p2']), 'lectures')).toMatchObject({ section: homeless });
    expect(slotAt(removeSections(withAppears, ['c1p2']), 'lectures')).toMatchObject({
      section: 'c2p1',
      appears: ['c2p1'],
    });
    expect(slotAt(removeSections(withAppears, ['c2']), 'lectures')).toMatchObject({
      section: 'c1p2',
      appears: ['c1p2'],
    });
  });
  it('takes the chapter along when nothing is left in it, and never changes the outline it was given', () => {
    const before = JSON.stringify(party);
    expect(removeSections(party, ['c2p1']).chapters.map((one) => one.id)).toEqual(['c1']);
    expect(JSON.stringify(party)).toBe(before);
  });
});

describe('merging', () => {
  it('sums lengths, joins slots and formulations, and takes in a lead', () => {
    const merged = mergeSections(party, ['c1p2', 'c1p1'], '合');
    expect(merged.chapters[0]?.points).toMatchObject([
      { id: 'c1p2', heading: '合', length: 200, slots: ['lectures', 'studies', 'topics'] },
    ]);
    const led = {
      ...party,
      chapters: party.chapters.map((one) =>
        one.id === 'c2' ? { ...one, lead: { ...party.opening, id: 'l2', kind: 'lead' as const } } : one,
      ),
    };
    expect(mergeChapters(led, ['c1', 'c2']).chapters).toMatchObject([
      { id: 'c1', lead: { id: 'l2' }, points: [{ id: 'c1p1' }, { id: 'c1p2' }, { id: 'c2p1' }] },
    ]);
  });
});

describe('lengths', () => {
  it('are shared as they were', () => {
    const longer = setLength(party, ['c1p1'], 300);
    expect(setLength(longer, ['c1p1', 'c1p2'], 800).chapters[0]?.points.map((one) => one.length)).toEqual([600, 200]);
  });
});

describe('the phrasebook after a change', () => {
  const book: Phrasebook = {
    version: 1,
    sections: {
      c1p1: [{ say: ['学习{{studies}}。'] }, { say: ['专题{{topics}}。'] }],
      c1p2: [{ say: ['党课{{lectures}}。'] }],
      c2p1: [{ say: ['支部{{branches}}。'] }],
    },
  };
  const given = (slot: string, amount: string, unit: string): Facts => ({
    [slot]: {
      slot,
      value: { type: 'figure', quantity: quantity(amount, unit) },
      source: { by: wang, at: 0, event: 'e', words: '' },
    },
  });
  const facts = {
    ...given('studies', '12', '次'),
    ...given('topics', '5', '个'),
    ...given('lectures', '3', '次'),
    ...given('branches', '6', '个'),
  };
  const written = (outline: Outline, section: string) =>
    phraseSection({ outline, phrasebook: book, section, facts, seed: 1 });

  it('writes a merged point from the sentences of both', () => {
    expect(written(mergeSections(party, ['c1p1', 'c1p2']), 'c1p1')).toBe(
      '学习{{studies}}。专题{{topics}}。党课{{lectures}}。',
    );
  });
  it('writes what was given a new place with the sentence it had', () => {
    const outline = rehome(removeSections(party, ['c2']), ['branches'], 'c1p2');
    expect(written(outline, 'c1p2')).toBe('党课{{lectures}}。支部{{branches}}。');
  });
  it('writes an added point from its content, plainly', () => {
    expect(written(addPoint(party, 'c1', 'added_1', '管好阵地', 0), 'added_1')).toBe('{{added_1_text}}。');
  });
  it('leaves an unchanged section as it was', () => {
    expect(written(party, 'c1p1')).toBe('学习{{studies}}。专题{{topics}}。');
  });
});

describe('sentences that tell a fact', () => {
  it('are taken as they stand', () => {
    expect(sentencesTelling('甲{{a}}，乙{{b}}；丙{{c}}。\n丁{{d}}', ['b', 'd'])).toBe('甲{{a}}，乙{{b}}。丁{{d}}。');
    expect(sentencesTelling('甲', ['a'])).toBe('');
  });
});
