// Comments, tracked changes, large print, contents and Markdown: the same report, drawn otherwise; every word stays.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { createDocx, type DocxOptions } from '../../src/documents/docx.ts';
import { linesOf, textOfLine } from '../../src/documents/lines.ts';
import { markChanges } from '../../src/documents/mark-changes.ts';
import { createMarkdown } from '../../src/documents/markdown.ts';
import type { Paragraph, ReportDocument, Span } from '../../src/report/document.ts';

const createdAt = Date.UTC(2026, 0, 16, 1, 30);
const text = (words: string): Span => ({ text: words, from: 'text' });
const paragraph = (section: string, ...spans: Span[]): Paragraph => ({ section, spans });
const fact = (words: string): Span => ({ text: words, from: 'fact', slot: 's' });
const report = (change: Partial<ReportDocument> = {}): ReportDocument => ({
  title: '2025年度工作总结',
  opening: [paragraph('opening', text('一年来，各项工作有序推进。'))],
  chapters: [
    {
      id: 'c1',
      heading: '一、抓实学习',
      paragraphs: [
        paragraph('p1', text('一是抓好集中学习。开展学习'), fact('14次'), text('，效果良好。')),
        paragraph('p2', text('二是抓好宣讲。宣讲'), fact('6场'), text('。')),
      ],
    },
  ],
  closing: [paragraph('closing', text('请予审议。'))],
  signature: { name: '王芳', date: '2026年1月16日' },
  ...change,
});
const changed = (p1: Span[], p2?: Span[]): ReportDocument =>
  report({
    chapters: [
      {
        id: 'c1',
        heading: '一、抓实学习',
        paragraphs: [paragraph('p1', ...p1), ...(p2 ? [paragraph('p2', ...p2)] : [])],
      },
    ],
  });
const files = async (document: ReportDocument, options: Partial<DocxOptions>) => {
  const all = unzipSync(await createDocx(document, { createdAt, ...options }));
  return (path: string): string => strFromU8(all[path] ?? new Uint8Array());
};
const wordsIn = (xml: string): string =>
  xml.replace(/<w:delText[^>]*>[^<]*<\/w:delText>/gu, '').replace(/<[^>]+>/gu, '');

describe('tracked changes', () => {
  const before = report();
  const now = changed([text('一是抓好集中学习。全年开展学习'), fact('15次'), text('，效果良好。')]);

  it('mark the words put in and taken out, and the paragraph that is gone', async () => {
    const xml = (await files(now, { before }))('word/document.xml');
    const inserted = [...xml.matchAll(/<w:ins [^>]*>(.*?)<\/w:ins>/gu)].map(([, run = '']) =>
      run.replace(/<[^>]+>/gu, ''),
    );
    const deleted = [...xml.matchAll(/<w:delText[^>]*>([^<]*)</gu)].map(([, words]) => words);
    expect(inserted.filter((words) => words !== '')).toEqual(['全年', '15']);
    expect(deleted.join('')).toBe('14二是抓好宣讲。宣讲6场。');
    expect(xml).toMatch(/<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr>/u);
    expect(xml).toMatch(/w:author="执笔" w:date="2026-01-16T01:30:00\.000Z"/u);
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leave a text that is the same unmarked', async () => {
    const xml = (await files(before, { before: report() }))('word/document.xml');
    expect(xml).not.toMatch(/<w:(?:ins|del) /u);
  });

  it('keep every word: taken away, the new version stands; turned back, the old one', () => {
    const words = fc.array(fc.constantFrom('学习', '14次', '，', '。', '抓好', '宣讲', '〔待补：甲〕'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, words, words, (a, b, c, d) => {
        const [old, fresh] = [changed(a.map(text), b.map(text)), changed(c.map(text), d.map(fact))].map(linesOf);
        if (!old || !fresh) return;
        const marked = markChanges(old, fresh);
        const shown = (gone: 'inserted' | 'deleted') =>
          marked
            .filter((line) => line.change !== gone)
            .map((line) =>
              line.pieces
                .filter((piece) => piece.change !== gone)
                .map((piece) => piece.text)
                .join(''),
            );
        expect(shown('deleted')).toEqual(fresh.map(textOfLine));
        expect(shown('inserted').toSorted()).toEqual(old.map(textOfLine).toSorted());
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('comments', () => {
  it('stand at their words, and at the end of the section where these are not there', async () => {
    const notes = [
      { section: 'p1', quote: '学习14次', text: '与第二章不一致。\n请核对。' },
      { section: 'p2', quote: '没有的话', text: '找不到原话' },
      { quote: '工作总结', text: '标题' },
    ];
    const part = await files(report(), { notes });
    const xml = part('word/document.xml');
    const between = (id: number): string =>
      wordsIn(
        new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`, 'u').exec(xml)?.[1] ??
          '',
      );
    expect(between(0)).toBe('学习14次');
    expect(between(1)).toBe('二是抓好宣讲。宣讲6场。');
    expect(between(2)).toContain('工作总结');
    expect(xml.match(/<w:commentReference /gu)).toHaveLength(3);
    expect(part('word/comments.xml').replace(/<[^>]+>/gu, '|')).toMatch(/与第二章不一致。\|+请核对。/u);
    expect(wordsIn(xml)).toContain('一是抓好集中学习。开展学习14次，效果良好。');
  });
});

describe('other drawings', () => {
  it('large print is 小二 with wide lines and no grid', async () => {
    const part = await files(report(), { print: 'large' });
    expect(part('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:sz w:val="36"\/>/u);
    expect(part('word/styles.xml')).toContain('w:line="840"');
    expect(part('word/document.xml')).not.toContain('linesAndChars');
  });

  it('contents come only on demand, from the headings', async () => {
    expect((await files(report(), {}))('word/document.xml')).not.toContain('TOC');
    expect((await files(report(), { contents: true }))('word/document.xml')).toMatch(/TOC \\h \\o &quot;1-1&quot;/u);
  });

  it('Markdown holds the same words, and nothing a text says becomes markup', () => {
    const odd = report({ opening: [paragraph('opening', text('1. 甲*乙*_丙_<b>#丁|戊\\'))] });
    const html = marked.parse(createMarkdown(odd)) as string;
    expect(html).toContain('<h1>2025年度工作总结</h1>');
    expect(html).toContain('<h2>一、抓实学习</h2>');
    expect(html).toContain('<strong>一是抓好集中学习</strong>。开展学习14次');
    expect(html).toContain('<p>1. 甲*乙*_丙_&lt;b&gt;#丁|戊\\</p>');
  });
});
