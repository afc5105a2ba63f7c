// Makes files as people send them: Word, Excel, PDF with a text layer, and damaged ones. For tests only.
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import writeExcel from 'write-excel-file/node';

/** A string is a paragraph, `# …` a heading, `! …` the title, rows of strings a table. */
export async function docxOf(parts: (string | string[][])[]): Promise<Uint8Array> {
  const children = parts.map((part) => {
    if (typeof part !== 'string') {
      const rows = part.map(
        (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
      );
      return new Table({ rows });
    }
    if (part.startsWith('# ')) return new Paragraph({ text: part.slice(2), heading: HeadingLevel.HEADING_1 });
    if (part.startsWith('! ')) return new Paragraph({ text: part.slice(2), heading: HeadingLevel.TITLE });
    return new Paragraph({ children: [new TextRun(part)] });
  });
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

export type Shown = string | number | { value: number; format: string } | null;

export async function xlsxOf(...sheets: { name: string; rows: Shown[][] }[]): Promise<Uint8Array> {
  const data = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) =>
      row.map((cell) => (cell !== null && typeof cell === 'object' ? { ...cell, type: Number as never } : cell)),
    ),
  }));
  return new Uint8Array(await writeExcel(data as never).toBuffer());
}

/** One page per list; a line is one string, or its pieces with their places from the left in points. */
export function pdfOf(pages: (string | [number, string][])[][]): Uint8Array {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const contents = pages.map((lines) =>
    lines
      .flatMap((line, at) =>
        (typeof line === 'string' ? [[80, line] as [number, string]] : line).map(
          ([x, text]) => `BT /F1 16 Tf 1 0 0 1 ${x} ${760 - at * 29} Tm <${hex(text)}> Tj ET`,
        ),
      )
      .join('\n'),
  );
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const kids = contents.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>',
    stream(map),
    ...contents.flatMap((text, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      stream(text),
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
