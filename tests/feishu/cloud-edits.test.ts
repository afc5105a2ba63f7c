// Whatever the document was and whatever it is to be: the planned edits lead there, in calls the platform takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, planEdits } from '../../src/feishu/cloud-edits.ts';
import type { CloudLine, CloudParagraph } from '../../src/report/cloud-lines.ts';

const word = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己');
const now = fc.array(fc.tuple(word, fc.constantFrom('text', 'heading1', 'other')), { maxLength: 70 });
const then = fc.array(fc.tuple(word, fc.constantFrom('text', 'heading1')), { maxLength: 70 });

describe('planned edits', () => {
  it('lead from any document to any other, and leave alone what is not ours', () => {
    fc.assert(
      fc.property(now, then, (before, after) => {
        const paragraphs = before.map(
          ([text, kind], at): CloudParagraph => ({ block: `b${at}`, kind: kind as CloudParagraph['kind'], text }),
        );
        const lines = after.map(
          ([text, kind], at): CloudLine => ({
            section: `s${at % 5}`,
            kind: kind as CloudLine['kind'],
            runs: [{ text }],
          }),
        );
        const sections = Object.fromEntries(paragraphs.map((one, at) => [one.block, `s${at % 5}`]));
        const edits = planEdits(paragraphs, lines, sections);
        for (const edit of edits) {
          if (edit.type === 'insert') expect(edit.lines.length).toBeLessThanOrEqual(50);
          if (edit.type === 'update') expect(edit.changes.length).toBeLessThanOrEqual(50);
        }
        const result = edits.reduce(applyEdit, paragraphs);
        const ours = result.filter((one) => one.kind !== 'other').map((one) => [one.text, one.kind]);
        expect(ours).toEqual(after);
        const others = (all: CloudParagraph[]) => all.filter((one) => one.kind === 'other');
        expect(others(result)).toEqual(others(paragraphs));
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });
});
