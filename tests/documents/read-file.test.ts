// Files of every kind as people send them: words and tables come out whole, and what cannot be read is said, never thrown.

import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/documents/read-file.ts';
import type { FileText } from '../../src/report/file-text.ts';
import { docxOf, pdfOf, xlsxOf } from './office-files.ts';

async function read(name: string, bytes: Uint8Array): Promise<FileText> {
  const got = await readFile({ name, bytes });
  if (got.type !== 'read') throw new Error(got.problem);
  return got.file;
}

async function problem(name: string, bytes: Uint8Array): Promise<string> {
  const got = await readFile({ name, bytes });
  return got.type === 'read' ? 'read' : got.problem;
}

const texts = (file: FileText) => file.paragraphs.map((one) => one.text);

describe('Word', () => {
  it('gives title, headings, paragraphs and tables in order', async () => {
    const table = [
      ['项目', '2025年'],
      ['支出 <合计> & 其他', '893'],
    ];
    const bytes = await docxOf(['! 述职报告', '# 一、履职情况', '集体学习14次。', table, '讲党课2次。']);
    const file = await read('去年.docx', bytes);
    expect(file.format).toBe('docx');
    expect(file.paragraphs).toEqual([
      { text: '述职报告', heading: 0 },
      { text: '一、履职情况', heading: 1 },
      { text: '集体学习14次。' },
      { text: '讲党课2次。' },
    ]);
    expect(file.tables).toEqual([table]);
    expect(file.places).toEqual([3]);
  });

  it('is known by what it is, whatever it is called', async () => {
    const bytes = await docxOf(['一句话。']);
    expect(texts(await read('报告.wps', bytes))).toEqual(['一句话。']);
    expect(texts(await read('没有后缀', bytes))).toEqual(['一句话。']);
  });

  it('leaves macros and pictures behind', async () => {
    const parts = unzipSync(await docxOf(['正文。']));
    const bytes = zipSync({ ...parts, 'word/vbaProject.bin': strToU8('macro'), 'word/media/a.png': strToU8('x') });
    expect(texts(await read('带宏.docm', bytes))).toEqual(['正文。']);
  });

  it('keeps columns where cells span', async () => {
    const cell = (text: string, more = '') =>
      `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const body = `<w:tbl><w:tr>${cell('项目', '<w:vMerge w:val="restart"/>')}${cell('2025年', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('金额')}${cell('增幅')}</w:tr><w:tr>${cell('支出')}${cell('8')}${cell('4')}</w:tr></w:tbl>`;
    const parts = unzipSync(await docxOf(['x']));
    const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
    const file = await read('表.docx', zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));
    expect(file.tables).toEqual([
      [
        ['项目', '2025年', ''],
        ['', '金额', '增幅'],
        ['支出', '8', '4'],
      ],
    ]);
  });
});

describe('Excel', () => {
  it('gives every sheet as a table, cells as Excel shows them', async () => {
    const bytes = await xlsxOf(
      {
        name: '收支',
        rows: [
          ['12月收支情况表', null, null],
          ['项目', '2025年', '增减%'],
          ['支出', { value: 8940500, format: '#,##0' }, { value: 0.0399, format: '0.0%' }],
          ['收入', { value: 812.6300123, format: '0.00' }, { value: 5.2, format: '0.0' }],
          ['其他', 0.1 + 0.2, 1e21],
        ],
      },
      { name: '人', rows: [['职级', 21]] },
    );
    const file = await read('更正.xlsx', bytes);
    expect(file.tables).toEqual([
      [
        ['12月收支情况表', '', ''],
        ['项目', '2025年', '增减%'],
        ['支出', '8940500', '4.0%'],
        ['收入', '812.63', '5.2'],
        ['其他', '0.3', '1000000000000000000000'],
      ],
      [['职级', '21']],
    ]);
  });

  it('skips sheets nobody sees', async () => {
    const bytes = await xlsxOf({ name: '看', rows: [['党课', 2]] }, { name: '藏', rows: [['党课', 9]] });
    const parts = unzipSync(bytes);
    const book = new TextDecoder()
      .decode(parts['xl/workbook.xml'])
      .replace(/(<sheet [^>]*name="藏")/u, '$1 state="hidden"');
    const file = await read('a.xlsx', zipSync({ ...parts, 'xl/workbook.xml': strToU8(book) }));
    expect(file.tables).toEqual([[['党课', '2']]]);
  });
});

describe('PDF', () => {
  it('joins lines that run on, keeps paragraphs, drops page numbers', async () => {
    const full = '全年开展集体学习十四次专题研讨十三个主题党日九十六次其';
    const file = await read(
      '通知.pdf',
      pdfOf([
        [
          [[112, '关于述职的通知']],
          [[112, full.slice(2)]],
          '中谈心谈话63人次。',
          [[112, '请于周五前报送。']],
          [[280, '— 1 —']],
        ],
        ['第二页的话。'],
      ]),
    );
    expect(texts(file)).toEqual([
      '关于述职的通知',
      `${full.slice(2)}中谈心谈话63人次。`,
      '请于周五前报送。',
      '第二页的话。',
    ]);
  });

  it('makes tables of what stands in columns', async () => {
    const row = (a: string, b: string, c: string): [number, string][] => [
      [80, a],
      [250, b],
      [400, c],
    ];
    const file = await read('表.pdf', pdfOf([['收支情况', row('项目', '2025年', '增幅'), row('支出', '893', '3.9%')]]));
    expect(file.tables).toEqual([
      [
        ['项目', '2025年', '增幅'],
        ['支出', '893', '3.9%'],
      ],
    ]);
    expect(file.places).toEqual([1]);
  });

  it('without a text layer is a scan, broken is broken', async () => {
    expect(await problem('扫描.pdf', pdfOf([[]]))).toBe('scanned');
    expect(await problem('坏.pdf', strToU8('%PDF-1.4 and nothing more'))).toBe('broken');
  });
});

describe('plain text', () => {
  it('is read in the encodings of Chinese offices', async () => {
    const gb = Uint8Array.from([0xbc, 0xaf, 0xcc, 0xe5, 0xd1, 0xa7, 0xcf, 0xb0, 0x31, 0x32, 0xb4, 0xce]);
    expect(texts(await read('a.txt', gb))).toEqual(['集体学习12次']);
    expect(texts(await read('a.txt', strToU8('\ufeff集体学习12次\r\n\r\n党课')))).toEqual(['集体学习12次', '党课']);
    expect(texts(await read('a.txt', Buffer.from('\ufeff集体学习', 'utf16le')))).toEqual(['集体学习']);
    expect((await read('a.md', strToU8('## 二、问题\n不多'))).paragraphs).toEqual([
      { text: '二、问题', heading: 2 },
      { text: '不多' },
    ]);
  });

  it('of separated values is a table, quotes and all', async () => {
    const file = await read('a.csv', strToU8('项目,数\n"支出,\n合计","8,940"\n说""明,"引""号"\n'));
    expect(file.tables).toEqual([
      [
        ['项目', '数'],
        ['支出, 合计', '8,940'],
        ['说明', '引"号'],
      ],
    ]);
  });
});

describe('what cannot be read', () => {
  const compound = (inside: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64), Buffer.from(inside, 'utf16le')]);

  it.each<[string, string, Uint8Array]>([
    ['empty', 'a.docx', new Uint8Array()],
    ['empty', 'a.txt', strToU8('  \n ')],
    ['encrypted', 'a.docx', compound('EncryptedPackage')],
    ['old_word', 'a.doc', compound('WordDocument')],
    ['old_word', 'a.wps', compound('')],
    ['old_excel', 'a.xls', compound('Workbook')],
    ['old_excel', 'a.et', compound('')],
    ['slides', 'a.ppt', compound('PowerPoint Document')],
    ['slides', 'a.pptx', zipSync({ 'ppt/presentation.xml': strToU8('<p/>') })],
    ['archive', 'a.zip', zipSync({ 'a.txt': strToU8('x') })],
    ['archive', 'a.rar', Buffer.from('526172211a0700', 'hex')],
    ['ofd', 'a.ofd', zipSync({ 'OFD.xml': strToU8('<o/>') })],
    ['image', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['image', 'a.heic', Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic')])],
    ['old_word', 'a.doc', strToU8('{\\rtf1 x}')],
    ['old_word', 'a.doc', strToU8('<html><body>12</body></html>')],
    ['unknown', 'a.exe', Uint8Array.from({ length: 200 }, (_, at) => at % 7)],
    ['broken', 'a.docx', strToU8('PK\u0003\u0004 cut off')],
  ])('%s: %s', async (what, name, bytes) => {
    expect(await problem(name, bytes)).toBe(what);
  });

  it('a bomb is not unpacked', async () => {
    const parts = unzipSync(await docxOf(['x']));
    const bomb = zipSync({ ...parts, 'word/document.xml': new Uint8Array(90 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problem('a.docx', bomb)).toBe('too_big');
  });

  it('a book is too long', async () => {
    expect(await problem('a.txt', strToU8('很长的一句话。'.repeat(50_000)))).toBe('too_long');
  });

  it('nothing throws, whatever is cut off or flipped', async () => {
    const whole = [
      await docxOf(['一句话。', [['a', 'b']]]),
      await xlsxOf({ name: 'x', rows: [['党课', 2]] }),
      pdfOf([['话']]),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(255),
        async (which, where, byte) => {
          const bytes = Uint8Array.from(whole[which] ?? []);
          const at = Math.floor(where * (bytes.length - 1));
          bytes[at] = byte;
          for (const one of [bytes, bytes.subarray(0, at)]) {
            const got = await readFile({ name: 'a', bytes: one });
            expect(['read', 'unreadable']).toContain(got.type);
          }
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});
