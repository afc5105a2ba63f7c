// A length shared out among the sections: met in sum, and the demanded share kept.
import { describe, expect, it } from 'vitest';
import { budgetOutline } from '../../src/report/budget.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { draftedCases } from './drafted-cases.ts';

const outlines = [...new Map(draftedCases.map(({ outline }) => [outline.kind, outline])).values()];

describe.each(outlines)('$kind', (outline) => {
  it.each([1500, 2000, 3000, 5000])('%i', (most) => {
    const shared = budgetOutline(outline, most);
    const sum = sectionsOf(shared).reduce((all, one) => all + one.length, 0);
    expect(sum).toBeLessThan(most);
    expect(sum).toBeGreaterThan(most * 0.7);
  });

  it('keeps a third for what it is demanded for', () => {
    const parts = outline.chapters
      .filter(({ heading }) => /问题|打算/u.test(heading))
      .flatMap(({ lead, points }) => [...(lead ? [lead.id] : []), ...points.map(({ id }) => id)]);
    const shared = sectionsOf(budgetOutline(outline, 3000, { top: 1, bottom: 3 }, parts));
    const own = shared.filter(({ id }) => parts.includes(id)).reduce((all, one) => all + one.length, 0);
    expect(parts.length).toBeGreaterThan(0);
    expect(own).toBeGreaterThanOrEqual(1000);
    expect(shared.reduce((all, one) => all + one.length, 0)).toBeLessThan(3000);
  });
});
