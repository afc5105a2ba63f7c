// The ledger as a spreadsheet: read back it says what went in, in order; it can be filtered, printed and signed.
import { strFromU8, unzipSync } from 'fflate';
import readSheet from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { createLedger, type PlacedRow } from '../../src/documents/ledger.ts';

const row: PlacedRow = {
  section: 'mains',
  place: '第一章第1点',
  sentence: '售水收入460余亿元，创收稳定。',
  item: '售水收入',
  printed: '460余亿元',
  exact: '461.380亿元',
  slot: 'sold',
  status: 'flash',
  deed: 'self',
  scope: '全县',
  asOf: '12月20日',
  giver: '国库科（王芳）',
  at: Date.UTC(2026, 0, 13, 1, 5),
  words: '=1+1，售水461.38亿',
  computed: '',
  wish: '李明定，写作“460余亿元”',
  earlier: [{ exact: '455亿元', giver: '赵刚', at: Date.UTC(2026, 0, 12, 1, 0) }],
  confirmed: { by: { id: 'ou_1', name: '王芳' }, at: Date.UTC(2026, 0, 15, 15, 10) },
};
const cells = async (rows: PlacedRow[], title = '2025年度工作总结'): Promise<unknown[][]> => {
  const [sheet] = await readSheet(Buffer.from(await createLedger(title, rows, { createdAt: 0 })));
  return sheet?.data ?? [];
};

describe('createLedger', () => {
  it('gives each row its cells as text: nothing is computed, rounded or taken for a date', async () => {
    const [head = [], first = []] = await cells([{ ...row, printed: '3—5次', exact: '1.50' }]);
    const cell = (title: string): unknown => first[head.indexOf(title)];
    expect(cell('正文写法')).toBe('3—5次');
    expect(cell('准数')).toBe('1.50');
    expect(cell('原话')).toBe('=1+1，售水461.38亿');
    expect(cell('口径')).toBe('全县，本人');
    expect(cell('性质')).toBe('快报');
    expect(cell('时间')).toBe('2026-01-13 09:05');
    expect(cell('改动')).toBe('李明定，写作“460余亿元”\n原为455亿元（赵刚 2026-01-12 09:00）');
    expect(cell('核对人')).toBe('王芳 2026-01-15 23:10');
    expect(head).toContain('签字');
  });

  it('marks what no record stands behind', async () => {
    const [head = [], first = []] = await cells([{ ...row, item: '', slot: '', exact: '' }]);
    expect(first[head.indexOf('数据项')]).toBe('（手写，未登记）');
  });

  it('can be filtered and printed one page wide with its head on every page', async () => {
    const files = unzipSync(await createLedger("2025年度/总结[稿]'*", [row, row], { createdAt: 0 }));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<autoFilter ref="A1:P3"/>');
    expect(sheet).toMatch(/fitToPage="1"[\s\S]*<pageSetup [^>]*fitToHeight="0"[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<pane ySplit="1"/);
    expect(book).toContain('name="_xlnm.Print_Titles" localSheetId="0">\'2025年度总结稿\'!$1:$1<');
    expect(book.match(/<definedNames/g)).toHaveLength(1);
  });

  it('holds no row of a report without figures, any character, and the same bytes for the same rows', async () => {
    expect(await cells([])).toHaveLength(1);
    const odd = '\u0000<&>"\ud800表';
    const [, first = []] = await cells([{ ...row, words: odd }], odd);
    expect(first.filter((cell) => /^<&>".?表$/u.test(String(cell)))).toHaveLength(1);
    expect(await createLedger('表', [row], { createdAt: 7 })).toEqual(
      await createLedger('表', [row], { createdAt: 7 }),
    );
  });
});
