// Comma- or tab-separated values → one table. Quoted cells may hold commas and line breaks.
import type { FileContents } from '../report/file-text.ts';
import { decodeText } from './read-plain.ts';

export function readCsv(bytes: Uint8Array): FileContents {
  const text = decodeText(bytes);
  const head = text.slice(0, 2000);
  const separator = [',', '\t', ';', '，'].reduce((best, one) =>
    countOf(head, one) > countOf(head, best) ? one : best,
  );
  const rows: string[][] = [[]];
  // A quoted cell, a plain one, or what ends it.
  const cell = new RegExp(`"((?:[^"]|"")*)"|(${separator})|(\\r\\n|\\r|\\n)|([^${separator}\\r\\n"]+|")`, 'gu');
  let current = '';
  const put = (): void => {
    rows.at(-1)?.push(current);
    current = '';
  };
  for (const [, quoted, cut, line, plain] of text.matchAll(cell)) {
    if (quoted !== undefined) current += quoted.replaceAll('""', '"');
    else if (plain !== undefined) current += plain;
    else if (cut !== undefined) put();
    else if (line !== undefined) {
      put();
      rows.push([]);
    }
  }
  put();
  return { format: 'csv', paragraphs: [], tables: [rows], places: [0] };
}

const countOf = (text: string, sign: string): number => text.split(sign).length - 1;
