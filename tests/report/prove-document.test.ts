import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/report/document.ts';
import { proveDocument } from '../../src/report/prove-document.ts';

const document = (spans: Span[]) => ({
  title: '2023年水务工作总结',
  opening: [{ section: 'opening', spans: [{ text: '2023年，工作如下。', from: 'text' as const }] }],
  chapters: [{ id: 'supply', heading: '一、保障供水', paragraphs: [{ section: 'mains', spans }] }],
  closing: [],
  signature: { name: '', date: '' },
});
const fact = (text: string): Span => ({ text, from: 'fact', slot: 'sold' });
const words = (text: string): Span => ({ text, from: 'text' });

describe('a finished document', () => {
  it.each([
    ['whose figures are facts', [words('收入'), fact('400余亿元'), words('。')]],
    ['whose growth is a fact', [words('同比'), fact('增长8.7%'), words('。')]],
    ['that names what is missing', [words('收入'), { text: '〔待补：第2季度售水12万吨〕', from: 'missing' as const }]],
  ])('%s is proved', (_, spans) => {
    expect(proveDocument(document(spans))).toEqual([]);
  });

  it.each([
    ['a figure nobody gave', [words('收入12亿元。')], 'figure_unproved'],
    ['a scale written beside a fact', [words('收入'), fact('400'), words('亿元。')], 'figure_altered'],
    ['two facts run into one', [fact('4'), fact('00亿元')], 'figure_altered'],
  ] as const)('with %s is not', (_, spans, code) => {
    expect(proveDocument(document([...spans])).map((finding) => finding.code)).toContain(code);
  });

  it('with a figure in a heading is not', () => {
    const wrong = document([]);
    wrong.chapters[0] = { id: 'supply', heading: '一、供水30万户', paragraphs: [] };
    expect(proveDocument(wrong)).toHaveLength(1);
  });
});
