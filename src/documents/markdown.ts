// A report as Markdown: headings, paragraphs, the lead sentence of a point in bold. Marks that a text holds itself are escaped.
import type { ReportDocument } from '../report/document.ts';
import { type Line, leadLength, linesOf, textOfLine } from './lines.ts';

export function createMarkdown(document: ReportDocument): string {
  return `${linesOf(document).map(write).join('\n\n')}\n`;
}

function write(line: Line): string {
  const text = textOfLine(line);
  switch (line.kind) {
    case 'title':
      return `# ${plain(text.replaceAll('\n', ''))}`;
    case 'heading':
      return `## ${plain(text)}`;
    case 'point': {
      // The full stop stays outside: between it and a letter, ** would not end the bold (CommonMark 6.2).
      const lead = Math.max(0, leadLength(text) - 1);
      return (lead > 0 ? `**${plain(text.slice(0, lead))}**` : '') + plain(text.slice(lead));
    }
    default:
      return plain(text);
  }
}

/** CommonMark 2.4; at the beginning of a line also what would make a list, a quotation or a heading of it. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/gu, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/u, '$1\\$2')
    .replace(/^([-+#])/u, '\\$1');
