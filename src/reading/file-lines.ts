// A file as one text, as if it had been pasted: tables as tab-separated lines where they stand. Pure.
import type { FileText } from '../report/file-text.ts';

export function textOfFile({ paragraphs, tables, places }: FileText): string {
  const parts: string[] = [];
  for (let at = 0; at <= paragraphs.length; at += 1) {
    for (const [nth, rows] of tables.entries()) if (places[nth] === at) parts.push('', ...linesOf(rows), '');
    const paragraph = paragraphs[at];
    if (paragraph) parts.push(paragraph.text);
  }
  return parts
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A row of one cell is a line of words: a title, 单位：万元. Those above the table come on one line, where readers look for them. */
function linesOf(rows: string[][]): string[] {
  const lines: string[] = [];
  let alone: string[] = [];
  const flush = (): void => {
    if (alone.length > 0) lines.push(alone.join('，'));
    alone = [];
  };
  for (const row of rows) {
    const filled = row.filter((cell) => cell !== '');
    if (filled.length === 1) alone.push(filled[0] ?? '');
    else {
      flush();
      lines.push(row.join('\t'));
    }
  }
  flush();
  return lines;
}
