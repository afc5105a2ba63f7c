// A file in the light of the report: notice, table, last year's report or plain text; its year, its figures, what they answer to.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { readFileText } from '../../src/reading/file.ts';
import { textOfFile } from '../../src/reading/file-lines.ts';
import type { FileText } from '../../src/report/file-text.ts';

const { outlines } = loadCatalog(resolve(import.meta.dirname, '../../prompts/outlines'));
const outline = outlines.find((one) => one.kind === 'party-building');
if (!outline) throw new Error('no outline');
const request = {
  report: { outline, year: 2025, facts: {} },
  kinds: outlines.map(({ kind, name, aliases }) => ({ kind, name, aliases })),
  reports: [],
  thisYear: 2026,
};
const words = (name: string, ...lines: string[]): FileText => ({
  name,
  format: 'docx',
  paragraphs: lines.map((text) => ({ text })),
  tables: [],
  places: [],
});
const sheet = (name: string, rows: string[][]): FileText => ({
  name,
  format: 'xlsx',
  paragraphs: [],
  tables: [rows],
  places: [0],
});
const finance = (head: string, old: string) => [
  ['收支情况表', '', ''],
  ['', '', '单位：万元'],
  ['项目', head, old],
  ['一般公共预算总收入', '8126300', '7724600'],
  ['民生支出占比', '76.2%', ''],
];

describe('what a file is', () => {
  it.each([
    ['old_report', 2024, words('2024年述职报告-定稿.docx', '述职报告', '集体学习12次。')],
    ['old_report', 2024, words('定稿.docx', '2024年度党建述职报告', '集体学习12次。')],
    ['old_report', 2023, words('报告.docx', '述职报告', '2023年，集体学习12次。2023年底共有支部6个。')],
    ['text', 2025, words('2025年情况.docx', '集体学习14次。')],
    ['text', undefined, words('情况.docx', '集体学习14次。')],
    ['table', 2025, sheet('快报.xlsx', finance('2025年', '2024年'))],
    ['old_report', 2024, sheet('收支.xlsx', finance('2024年', '2023年'))],
    ['table', 2024, sheet('与2024年对比.xlsx', finance('2025年', '2024年'))],
    [
      'notice',
      2025,
      words(
        '通知.docx',
        '关于开展2025年度党建述职评议的通知',
        '述职报告控制在3000字以内，1月16日前报送组织部，同时报送电子版。',
      ),
    ],
  ] as const)('%s of %s: $name', (kind, year, file) => {
    const got = readFileText(file, request);
    expect(got.kind).toBe(kind);
    if (kind !== 'table') expect(got.year).toBe(year);
  });

  it('a notice gives its demands and no facts', () => {
    const text = [
      '关于开展2025年度党建述职评议的通知',
      '述职报告控制在3000字以内，1月16日前报市委组织部，同时报送电子版。',
    ];
    const got = readFileText(words('x.docx', ...text), request);
    expect(got.commands).toMatchObject([{ type: 'open_task' }]);
    expect(got.facts).toEqual([]);
  });
});

describe('what it tells', () => {
  it('a table: unit from its own lines, status from its name, last year’s column left alone', () => {
    const got = readFileText(sheet('12月快报.xlsx', finance('2025年', '2024年')), request);
    const [revenue] = got.facts.filter(({ slot }) => slot === 'total_revenue');
    expect(revenue).toMatchObject({
      value: { quantity: { amount: '812.63', scale: '亿', unit: '元' } },
      status: 'flash',
    });
    expect(got.asks).toMatchObject([{ type: 'unplaced', quantity: { amount: '76.2' } }]);
  });

  it('last year’s report: its values by slot, and what was only its own', () => {
    const got = readFileText(words('2024年述职报告.docx', '2024年集体学习12次。灾后重建资金3.2亿元。'), request);
    expect(got.facts).toEqual([]);
    expect(got.old).toMatchObject({
      figures: 2,
      values: [{ slot: 'study_sessions' }],
      others: ['灾后重建资金3.2亿元'],
    });
  });

  it('only what its use needs is read', () => {
    const file = words('情况.docx', '集体学习14次。');
    expect(readFileText(file, request).facts).toEqual([]);
    expect(readFileText(file, request, 'figures').facts).toMatchObject([{ slot: 'study_sessions' }]);
    expect(readFileText(file, request, 'reference').old.values).toMatchObject([{ slot: 'study_sessions' }]);
  });

  it('without a report nothing is placed, and the year is told all the same', () => {
    const { report: _, ...before } = request;
    const got = readFileText(words('2024年述职报告.docx', '2024年集体学习12次。'), before);
    expect(got).toMatchObject({ kind: 'old_report', year: 2024, facts: [], old: { figures: 1, values: [] } });
  });
});

it('a file as text has its tables where they stand', () => {
  const file: FileText = {
    ...words('x.docx', '前文', '后文'),
    tables: [
      [
        ['表名', ''],
        ['单位：万元', ''],
        ['项目', '数'],
        ['支出', '8'],
      ],
    ],
    places: [1],
  };
  expect(textOfFile(file)).toBe('前文\n\n表名，单位：万元\n项目\t数\n支出\t8\n\n后文');
});
