// Two people at one text: theirs is never lost, ours only where they did not touch.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CloudBlock, CloudLine, CloudParagraph } from '../../src/report/cloud-lines.ts';
import { mergeCloud } from '../../src/report/cloud-merge.ts';

const base: CloudBlock[] = [
  { block: 'b1', section: 'opening', kind: 'text', text: '现报告如下。' },
  { block: 'b2', section: 'c1', kind: 'heading1', text: '一、履职情况' },
  { block: 'b3', section: 'p1', kind: 'text', text: '集体学习14次。' },
  { block: 'b4', section: 'p2', kind: 'text', text: '抓支部。' },
];
const asRead = (): CloudParagraph[] => base.map(({ block, kind, text }) => ({ block, kind, text }));
const asOurs = (): CloudLine[] => base.map(({ section, kind, text }) => ({ section, kind, runs: [{ text }] }));
const texts = (merged: ReturnType<typeof mergeCloud>) => merged?.paragraphs.map((one) => one.text);

describe('a cloud document laid over the report', () => {
  it('nobody changed it: there is nothing to take', () => {
    expect(mergeCloud({ base, theirs: asRead(), ours: asOurs() })).toBeUndefined();
    const ours = asOurs().with(2, { section: 'p1', kind: 'text', runs: [{ text: '集体学习15次。' }] });
    expect(mergeCloud({ base, theirs: asRead(), ours })).toBeUndefined();
  });

  it('an empty line at the end is nothing', () => {
    expect(
      mergeCloud({ base, theirs: [...asRead(), { block: 'x', kind: 'other', text: '' }], ours: asOurs() }),
    ).toBeUndefined();
  });

  it('theirs where they wrote, ours where we did', () => {
    const theirs = asRead().with(3, { block: 'b4', kind: 'text', text: '抓好支部建设。' });
    const ours = asOurs().with(2, { section: 'p1', kind: 'text', runs: [{ text: '集体学习15次。' }] });
    const merged = mergeCloud({ base, theirs, ours });
    expect(texts(merged)).toEqual(['现报告如下。', '一、履职情况', '集体学习15次。', '抓好支部建设。']);
    expect(merged?.both).toEqual([]);
  });

  it('where both wrote it is theirs, and we are told', () => {
    const theirs = asRead().with(2, { block: 'b3', kind: 'text', text: '集体学习16次。' });
    const ours = asOurs().with(2, { section: 'p1', kind: 'text', runs: [{ text: '集体学习15次。' }] });
    const merged = mergeCloud({ base, theirs, ours });
    expect(texts(merged)).toContain('集体学习16次。');
    expect(texts(merged)).not.toContain('集体学习15次。');
    expect(merged?.both).toEqual(['p1']);
  });

  it('a paragraph they added stays where they put it', () => {
    const theirs = asRead().toSpliced(3, 0, { block: 'n', kind: 'text', text: '还办了读书班。' });
    const merged = mergeCloud({ base, theirs, ours: asOurs() });
    expect(texts(merged)).toEqual(['现报告如下。', '一、履职情况', '集体学习14次。', '还办了读书班。', '抓支部。']);
    expect(merged?.paragraphs[3]?.section).toBe('p1');
  });

  it('what they took out does not come back, what is new with us stays', () => {
    const theirs = asRead().toSpliced(3, 1);
    const ours = [...asOurs(), { section: 'p3', kind: 'text' as const, runs: [{ text: '抓作风。' }] }];
    expect(texts(mergeCloud({ base, theirs, ours }))).toEqual([
      '现报告如下。',
      '一、履职情况',
      '集体学习14次。',
      '抓作风。',
    ]);
  });

  it('no paragraph of theirs is ever lost, whatever happened on both sides', () => {
    const edit = fc.record({
      at: fc.nat(3),
      text: fc.constantFrom('甲。', '乙。', '丙。'),
      how: fc.constantFrom('put', 'add', 'drop', 'move'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }), (by, own) => {
        let theirs = asRead();
        for (const [n, { at, text, how }] of by.entries()) {
          const one = theirs[at];
          if (how === 'add')
            theirs = theirs.toSpliced(at, 0, { block: `n${n}`, kind: 'text', text: `他们${n}${text}` });
          else if (!one) continue;
          else if (how === 'put') theirs = theirs.with(at, { ...one, text: `他们${n}${text}` });
          else if (how === 'drop') theirs = theirs.toSpliced(at, 1);
          else theirs = [...theirs.toSpliced(at, 1), one];
        }
        let ours = asOurs();
        for (const { at, text, how } of own) {
          const one = ours[at];
          if (one && how === 'put') ours = ours.with(at, { ...one, runs: [{ text }] });
          if (one && how === 'drop') ours = ours.toSpliced(at, 1);
        }
        const merged = mergeCloud({ base, theirs, ours });
        if (!merged) return;
        const found = merged.paragraphs.map((one) => one.text);
        for (const { text } of theirs.filter((one) => one.text.startsWith('他们'))) expect(found).toContain(text);
      }),
      { seed: 20261123, numRuns: 1000 },
    );
  });
});
