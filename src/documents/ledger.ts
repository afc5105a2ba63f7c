// The figure ledger as a spreadsheet: one row per place, filters, one page wide, a column to sign. Draws what it is given.
import type { LedgerRow } from '../report/ledger.ts';
import { setZipTime } from './set-zip-time.ts';
import { cleanText } from './xml-text.ts';

/** A row with what its section is called. */
export type PlacedRow = LedgerRow & { place: string };

interface Column {
  title: string;
  /** In characters. */
  width: number;
  text: (row: PlacedRow) => string;
}

const status = { flash: '快报', estimate: '预计', final: '决算' };
const deed = { self: '本人', group: '班子', branch: '支部', predecessor: '前任' };

const columns: Column[] = [
  { title: '位置', width: 11, text: (row) => row.place },
  { title: '所在句子', width: 30, text: (row) => row.sentence },
  { title: '数据项', width: 14, text: (row) => row.item || '（手写，未登记）' },
  { title: '正文写法', width: 11, text: (row) => row.printed },
  { title: '准数', width: 11, text: (row) => row.exact },
  { title: '口径', width: 9, text: (row) => [row.scope, row.deed && deed[row.deed]].filter(Boolean).join('，') },
  { title: '性质', width: 7, text: (row) => (row.status ? status[row.status] : '') },
  { title: '截至', width: 9, text: (row) => row.asOf ?? '' },
  { title: '谁给的', width: 14, text: (row) => row.giver },
  { title: '时间', width: 11, text: (row) => timeOf(row.at) },
  { title: '原话', width: 22, text: (row) => row.words },
  { title: '怎么算的', width: 16, text: (row) => row.computed },
  {
    title: '改动',
    width: 18,
    text: (row) =>
      [row.wish, ...row.earlier.map((one) => `原为${one.exact}（${[one.giver, timeOf(one.at)].join(' ').trim()}）`)]
        .filter((line) => line !== '')
        .join('\n'),
  },
  {
    title: '核对人',
    width: 11,
    text: ({ confirmed }) => (confirmed ? `${confirmed.by.name} ${timeOf(confirmed.at)}` : ''),
  },
  { title: '编号', width: 11, text: (row) => row.slot },
  { title: '签字', width: 10, text: () => '' },
];

/** Points of one line at 9 pt. */
const LINE = 12;

const thin = { borderStyle: 'thin', borderColor: '#999999' } as const;

/** The same rows and `createdAt` (ms since the epoch) give the same bytes. */
export async function createLedger(
  title: string,
  rows: PlacedRow[],
  { createdAt }: { createdAt: number },
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const head = columns.map((column) => ({
    value: column.title,
    fontWeight: 'bold' as const,
    backgroundColor: '#E8EEF7',
    align: 'center' as const,
    alignVertical: 'center' as const,
    wrap: true,
    ...thin,
  }));
  const body = rows.map((row) => {
    const texts = columns.map((column) => cleanText(column.text(row)));
    const height = LINE * Math.max(...texts.map((text, at) => linesOf(text, columns[at]?.width ?? 1)));
    return texts.map((value) => ({
      // Always text: 1.50 must not become 1.5, nor 3—5 a date.
      value,
      type: String,
      height,
      wrap: true,
      alignVertical: 'top' as const,
      ...(row.item === '' ? { backgroundColor: '#FFF2CC' } : {}),
      ...thin,
    }));
  });
  const buffer = await writeExcelFile(
    [head, ...body],
    {
      sheet: sheetName(title),
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 1,
    },
    { fontFamily: '宋体', fontSize: 9, features: [printed(rows.length)] },
  ).toBuffer();
  const bytes = new Uint8Array(buffer);
  setZipTime(bytes, new Date(createdAt));
  return bytes;
}

/**
 * Filters on the head row; printed on A3 across, one page wide, with the head repeated. ECMA-376 18.3.1: within `worksheet`, autoFilter
 * follows sheetData, and sheetPr (which allows fitting to a page) comes first.
 */
function printed(count: number) {
  const last = String.fromCharCode(64 + columns.length);
  const range = `A1:${last}${count + 1}`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml
              .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
              .replace(/(<pageSetup [^>]*)paperSize="9"/u, '$1paperSize="8"')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
        },
        'xl/workbook.xml': {
          transform: (xml: string) => {
            const name = /<sheet [^>]*name="([^"]*)"/u.exec(xml)?.[1] ?? '';
            const quoted = `'${name.replaceAll("'", "''")}'`;
            const names =
              `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!$A$1:$${last}$${count + 1}</definedName>` +
              `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName></definedNames>`;
            return xml.replace('<definedNames/>', '').replace('</sheets>', `</sheets>${names}`);
          },
        },
      },
    },
  };
}

/** Of the height a wrapped text takes: programs do not all measure it themselves. A column's width is in half-width characters. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.floor(width - 1))), 0);
}

const widthOf = (line: string): number => [...line].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);

/** Excel refuses these characters and more than 31. */
const sheetName = (title: string): string =>
  [...cleanText(title).replace(/[\\/?*[\]:']/gu, '')].slice(0, 31).join('') || '台账';

/** China keeps one time zone, UTC+8. '' when unknown. */
function timeOf(at: number): string {
  return at === 0 ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
