// The Word file: what a person sees (text by mammoth) and the measures of the standard (the XML itself).
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { createDocx } from '../../src/documents/docx.ts';
import type { ReportDocument, Span } from '../../src/report/document.ts';

const createdAt = Date.UTC(2025, 11, 31, 8, 30);
const text = (words: string): Span => ({ text: words, from: 'text' });

const report = (change: Partial<ReportDocument> = {}): ReportDocument => ({
  title: '某某市档案局\n2025年度基层党建工作述职报告',
  opening: [{ section: 'opening', spans: [text('2025年，我认真履行职责。')] }],
  chapters: [
    {
      id: 'c1',
      heading: '一、突出学习主线，持续加强政治建设',
      paragraphs: [
        { section: 'c1_lead', spans: [text('坚持学用结合。')] },
        {
          section: 'c1p1',
          spans: [
            text('一是抓实理论学习。开展集体学习'),
            { text: '36次', from: 'fact', slot: 'study' },
            text('，讲党课'),
            { text: '〔待补：党课次数〕', from: 'missing', slot: 'lecture' },
            text('。'),
          ],
        },
      ],
    },
  ],
  closing: [{ section: 'closing', spans: [text('以上述职，请予评议。')] }],
  signature: { name: '王芳', date: '2025年12月31日' },
  ...change,
});

const parts = async (document: ReportDocument) => {
  const files = unzipSync(await createDocx(document, { author: '王芳', createdAt }));
  return (path: string): string => strFromU8(files[path] ?? new Uint8Array());
};
/** The w:p elements of the body. */
const paragraphsOf = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>/gu) ?? [];
const paragraphWith = (xml: string, words: string): string =>
  paragraphsOf(xml).find((one) => one.includes(words)) ?? '';
const plain = async (document: ReportDocument): Promise<string[]> => {
  const bytes = await createDocx(document, { createdAt });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.split('\n').filter((line) => line !== '');
};

describe('createDocx', () => {
  it('holds every word of the report in order, and nothing else', async () => {
    expect(await plain(report())).toEqual([
      '某某市档案局2025年度基层党建工作述职报告',
      '2025年，我认真履行职责。',
      '一、突出学习主线，持续加强政治建设',
      '坚持学用结合。',
      '一是抓实理论学习。开展集体学习36次，讲党课〔待补：党课次数〕。',
      '以上述职，请予评议。',
      '王芳',
      '2025年12月31日',
    ]);
  });

  it('has the page, margins and grid of the standard', async () => {
    const document = (await parts(report()))('word/document.xml');
    const number = (pattern: RegExp): number => Number(pattern.exec(document)?.[1]);
    const mm = (twips: number): number => (twips / 1440) * 25.4;
    expect(mm(number(/w:pgSz w:w="(\d+)"/u))).toBeCloseTo(210, 0);
    expect(mm(number(/w:pgMar w:top="(\d+)"/u))).toBeCloseTo(37, 1);
    expect(mm(number(/w:bottom="(\d+)"/u))).toBeCloseTo(35, 1);
    expect(mm(number(/w:left="(\d+)"/u))).toBeCloseTo(28, 1);
    expect(mm(number(/w:pgMar [^>]*w:right="(\d+)"/u))).toBeCloseTo(26, 1);
    expect(document).toContain('<w:docGrid w:type="linesAndChars"');
    const pitch = number(/w:linePitch="(\d+)"/u);
    expect(Math.floor((16838 - number(/w:pgMar w:top="(\d+)"/u) - number(/w:bottom="(\d+)"/u)) / pitch)).toBe(22);
    const cell = 16 + number(/w:charSpace="(-?\d+)"/u) / 4096;
    expect(Math.floor(8845 / 20 / cell)).toBe(28);
  });

  it('names a font for each level and says what may stand in for it', async () => {
    const part = await parts(report());
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'u').exec(part('word/styles.xml'))?.[0] ?? '';
    expect(part('word/styles.xml')).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/u);
    expect(style('Title')).toMatch(/方正小标宋简体.*<w:sz w:val="44"\/>/u);
    expect(style('Heading1')).toMatch(/<w:outlineLvl w:val="0"\/>.*黑体/u);
    expect(style('Heading2Char')).toContain('楷体_GB2312');
    expect(style('Footer')).toMatch(/宋体.*<w:sz w:val="28"\/>/u);
    expect(style('Normal')).toContain('w:lineRule="exact"');
    expect(style('BodyText')).toContain('w:firstLineChars="200"');
    expect(part('word/fontTable.xml')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="[^"]*FangSong/u);
  });

  it('sets chapters as headings and a point’s lead sentence apart within its paragraph', async () => {
    const document = (await parts(report()))('word/document.xml');
    expect(paragraphWith(document, '突出学习主线')).toContain('<w:pStyle w:val="Heading1"/>');
    const point = paragraphWith(document, '一是抓实');
    expect(point).toMatch(
      /<w:rStyle w:val="Heading2Char"\/><\/w:rPr><w:t[^>]*>一是抓实理论学习。<\/w:t><\/w:r><w:r><w:t[^>]*>开展集体学习</u,
    );
    expect(paragraphWith(document, '坚持学用结合')).not.toContain('Heading2Char');
  });

  it('takes no long first sentence for a lead', async () => {
    const long = `一是${'持续深入地推进各项学习任务落地见效'.repeat(3)}。`;
    const chapters = [{ id: 'c1', heading: '一、学习', paragraphs: [{ section: 'p', spans: [text(long)] }] }];
    expect((await parts(report({ chapters })))('word/document.xml')).not.toContain('Heading2Char');
  });

  it('highlights what is missing and only that', async () => {
    const document = (await parts(report({ title: '〔待补：单位名称〕述职报告' })))('word/document.xml');
    const highlighted = [...document.matchAll(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t[^>]*>([^<]*)</gu)];
    expect(highlighted.map((one) => one[1])).toEqual(['〔待补：单位名称〕', '〔待补：党课次数〕']);
    expect(document.match(/<w:highlight /gu)).toHaveLength(2);
  });

  it('highlights a figure in question too', async () => {
    const spans = [
      text('合计'),
      { text: '88亿元', from: 'fact' as const, slot: 'total', open: true as const },
      text('。'),
    ];
    const chapters = [{ id: 'c1', heading: '一、减税', paragraphs: [{ section: 'p', spans }] }];
    const document = (await parts(report({ chapters })))('word/document.xml');
    const highlighted = [...document.matchAll(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t[^>]*>([^<]*)</gu)];
    expect(highlighted.map((one) => one[1])).toContain('88亿元');
  });

  it('numbers pages between dashes on the outer side, one character in', async () => {
    const part = await parts(report());
    const refs = part('word/document.xml');
    const target = (type: string): string => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`, 'u').exec(refs)?.[1];
      return part(
        `word/${new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`, 'u').exec(part('word/_rels/document.xml.rels'))?.[1]}`,
      );
    };
    expect(target('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/u);
    expect(target('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/u);
    expect(target('even').replace(/<[^>]+>/gu, '')).toBe('— PAGE —');
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('puts the date four characters in and the name centred over it, never alone on a page', async () => {
    const document = (await parts(report()))('word/document.xml');
    const date = paragraphWith(document, '12月31日');
    expect(date).toContain('<w:pStyle w:val="Signature"/>');
    const indent = (xml: string): number => Number(/<w:ind w:right="(\d+)"/u.exec(xml)?.[1]) / 316;
    expect(indent(date)).toBeCloseTo(4, 1);
    expect(indent(paragraphWith(document, '>王芳<'))).toBeCloseTo(4 + (7 - 2) / 2, 1);
    expect(paragraphWith(document, '请予评议')).toContain('<w:keepNext/>');
    const long = (await parts(report({ signature: { name: '某某市财政局党组书记王芳', date: '2025年12月31日' } })))(
      'word/document.xml',
    );
    expect(indent(paragraphWith(long, '12月31日'))).toBeCloseTo(4, 1);
    expect(indent(paragraphWith(long, '党组书记'))).toBeCloseTo(4 - (12 - 7) / 2, 1);
  });

  it('draws no empty signature', async () => {
    const document = (await parts(report({ signature: { name: '', date: '' } })))('word/document.xml');
    expect(document).not.toContain('"Signature"');
    expect(paragraphsOf(document).every((one) => one.includes('<w:t'))).toBe(true);
  });

  it('gives the same bytes for the same input, and carries title, author and time', async () => {
    const meta = { author: '王<芳>&"', createdAt };
    const first = await createDocx(report(), meta);
    expect(Buffer.from(await createDocx(report(), meta)).equals(Buffer.from(first))).toBe(true);
    const core = strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:creator>王&#60;芳&#62;&#38;&#34;</dc:creator>');
    expect(core).toContain('<dc:title>某某市档案局2025年度基层党建工作述职报告</dc:title>');
    expect(core).toContain('2025-12-31T08:30:00Z');
  });

  it('survives what people paste: control characters, markup, lone surrogates, line breaks', async () => {
    const opening = [{ section: 'opening', spans: [text('甲\u0000\u000b<w:p/>&\ud800乙\r\n'), text('丙\n\n丁😀')] }];
    const lines = await plain(report({ opening }));
    expect(lines.slice(1, 4)).toEqual(['甲<w:p/>&\ufffd乙', '丙', '丁😀']);
  });

  it('stands even when nothing was written', async () => {
    const empty = { title: '', opening: [], chapters: [], closing: [], signature: { name: '', date: '' } };
    expect(await plain(empty)).toEqual([]);
  });
});
