// An uploaded file → its words and tables. Goes by what the bytes are, not by the name. Never throws for what people send.
import type { FileContents, FileProblem, FileRead, FileText } from '../report/file-text.ts';
import { kindOf } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { readPlain } from './read-plain.ts';
import { readXlsx } from './read-xlsx.ts';
import { UnreadableError } from './unreadable.ts';

/** A report of an office has a few thousand; beyond this nobody means it to be read. */
const maxCharacters = 300_000;
const maxRows = 5000;

/** Known secret marks are refused by whoever knows them, not here. */
export async function readFile({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<FileRead> {
  if (bytes.length === 0) return unreadable('empty');
  const kind = kindOf(bytes, name);
  if (typeof kind !== 'object') return unreadable(kind);
  try {
    const contents = tidy(await read(kind.format, bytes));
    if (contents.paragraphs.length === 0 && contents.tables.length === 0)
      return unreadable(kind.format === 'pdf' ? 'scanned' : 'empty');
    if (sizeOf(contents) > maxCharacters || contents.tables.flat().length > maxRows) return unreadable('too_long');
    return { type: 'read', file: { name, ...contents } };
  } catch (error) {
    return unreadable(error instanceof UnreadableError ? error.problem : 'broken');
  }
}

const unreadable = (problem: FileProblem): FileRead => ({ type: 'unreadable', problem });

function read(format: FileText['format'], bytes: Uint8Array): Promise<FileContents> | FileContents {
  switch (format) {
    case 'docx':
      return readDocx(bytes);
    case 'xlsx':
      return readXlsx(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'csv':
      return readCsv(bytes);
    case 'text':
      return readPlain(bytes);
  }
}

/** Blank paragraphs, rows and tables go; a table's place follows. */
function tidy({ format, paragraphs, tables, places }: FileContents): FileContents {
  const kept = paragraphs.map((one) => ({ ...one, text: clean(one.text) }));
  const before = (place: number): number => kept.slice(0, place).filter((one) => one.text !== '').length;
  const made = tables.map((rows, at) => ({
    rows: rows.map((row) => row.map(clean)).filter((row) => row.some((cell) => cell !== '')),
    place: before(places[at] ?? paragraphs.length),
  }));
  const full = made.filter(({ rows }) => rows.length > 0);
  return {
    format,
    paragraphs: kept.filter((one) => one.text !== ''),
    tables: full.map(({ rows }) => rows),
    places: full.map(({ place }) => place),
  };
}

/** Control characters and what is not seen go; so do spaces at the ends. */
const clean = (text: string): string =>
  text
    .replace(/[\r\n\t\f\v\u00a0\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

const sizeOf = ({ paragraphs, tables }: FileContents): number =>
  paragraphs.reduce((sum, one) => sum + one.text.length, 0) +
  tables.flat(2).reduce((sum, cell) => sum + cell.length, 0);
