// What is in question is marked where it stands, and nothing else changes.
import { describe, expect, it } from 'vitest';
import type { ReportDocument, Span } from '../../src/report/document.ts';
import { markOpen } from '../../src/report/mark-open.ts';

const documentOf = (spans: Span[]): ReportDocument => ({
  title: '报告',
  opening: [],
  chapters: [{ id: 'c1', heading: '一、工作', paragraphs: [{ section: 'c1p1', spans }] }],
  closing: [],
  signature: { name: '', date: '' },
});
const spansOf = (document: ReportDocument): Span[] => document.chapters[0]?.paragraphs[0]?.spans ?? [];

describe('marking what is in question', () => {
  it('marks the spans of a slot', () => {
    const marked = markOpen(
      documentOf([
        { text: '退税', from: 'text' },
        { text: '94.3亿元', from: 'fact', slot: 'refund' },
        { text: '，合计', from: 'text' },
        { text: '88亿元', from: 'fact', slot: 'total' },
      ]),
      { slots: ['total'], words: [] },
    );
    expect(spansOf(marked).map(({ text, open }) => [text, open])).toEqual([
      ['退税', undefined],
      ['94.3亿元', undefined],
      ['，合计', undefined],
      ['88亿元', true],
    ]);
  });

  it('marks a figure by its words, as a whole figure only', () => {
    const marked = markOpen(documentOf([{ text: '办班312次，座谈12次，共12次。', from: 'text' }]), {
      slots: [],
      words: ['12次'],
    });
    expect(spansOf(marked).map(({ text, open }) => [text, open])).toEqual([
      ['办班312次，座谈', undefined],
      ['12次', true],
      ['，共', undefined],
      ['12次', true],
      ['。', undefined],
    ]);
  });

  it('changes no word, and nothing at all when nothing is open', () => {
    const document = documentOf([{ text: '共12次。', from: 'text' }]);
    expect(markOpen(document, { slots: [], words: [] })).toBe(document);
    expect(
      spansOf(markOpen(document, { slots: [], words: ['12次'] }))
        .map(({ text }) => text)
        .join(''),
    ).toBe('共12次。');
  });
});
