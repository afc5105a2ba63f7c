// An Excel file → one table per visible sheet, cells as Excel shows them (12.6, 5.2%), not as it keeps them. Formulas give their last result.
import type { FileContents } from '../report/file-text.ts';
import { excelFormats } from './excel-formats.ts';
import { UnreadableError } from './unreadable.ts';
import { repack, unzip } from './unzip.ts';

const wanted = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/|worksheets\/)?[^/]+\.(?:xml|rels))$/u.test(name);

export async function readXlsx(bytes: Uint8Array): Promise<FileContents> {
  const { default: readSheets } = await import('read-excel-file/node');
  const formats = excelFormats(unzip(bytes, wanted));
  const sheets = await readSheets(Buffer.from(repack(bytes, wanted)), { parseNumber: (text) => text });
  const tables = sheets.flatMap(({ sheet, data }) => {
    const format = formats.find((one) => one.sheet === sheet);
    if (format?.hidden) return [];
    return [data.map((row, down) => row.map((cell, across) => show(cell, format?.show(down, across))))];
  });
  if (sheets.length === 0) throw new UnreadableError('empty');
  return { format: 'xlsx', paragraphs: [], tables, places: tables.map(() => 0) };
}

function show(cell: unknown, format: ((number: string) => string) | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const text = String(cell);
  return format && /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/iu.test(text) ? format(text) : text;
}
