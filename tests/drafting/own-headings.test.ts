// Headings and points that a person added are words like theirs: their figures are hidden from the model, and without a model they are written all the same.
import { describe, expect, it } from 'vitest';
import { describeSections } from '../../src/drafting/describe-section.ts';
import { figureIn } from '../../src/drafting/figure-guard.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { addChapter, addPoint } from '../../src/report/restructure.ts';
import { party } from '../conversation/fixture.ts';

describe('an added heading with a figure in it', () => {
  const outline = addPoint(addChapter(party, 'added_1', '完成投资35亿元', 1), 'c1', 'added_2', '办好12件实事', 0);
  const added = sectionsOf(outline).filter((section) => section.id.startsWith('added'));
  it('is shown to the model without it', () => {
    expect(added).toHaveLength(2);
    // The wanted length is ours to say.
    const prompt = describeSections(added, outline, {}).replace(/长度：.*/gu, '');
    expect(figureIn(prompt)).toBeUndefined();
    expect(prompt).not.toMatch(/35|12/u);
    expect(prompt).toContain('完成投资');
  });
});
