// A report as a Word file in the layout of GB/T 9704—2012. Draws what it is given: adds, drops and rounds nothing.
import type * as Docx from 'docx';
import type { ReportDocument } from '../report/document.ts';
import { coreProperties } from './core-properties.ts';
import { drawBody } from './docx-body.ts';
import { fontTableXml, stylesXml } from './docx-styles.ts';
import { linesOf } from './lines.ts';
import { markChanges } from './mark-changes.ts';
import { markNotes, type Note } from './mark-notes.ts';
import { layouts, page } from './page-layout.ts';
import { setZipTime } from './set-zip-time.ts';

export interface DocxOptions {
  author?: string;
  /** Milliseconds since the epoch; the same document and options give the same bytes. */
  createdAt: number;
  /** `large`: to be read out from, 小二 with wide lines. */
  print?: 'standard' | 'large';
  /** A table of contents before the text; Word fills it in when the file is opened. */
  contents?: boolean;
  /** Comments beside the text. */
  notes?: Note[];
  /** What is different from this version stands as tracked changes. */
  before?: ReportDocument;
}

export async function createDocx(document: ReportDocument, options: DocxOptions): Promise<Uint8Array> {
  // Imported when the first file is made: it takes its time, and most processes of a day make few.
  const docx = await import('docx');
  const createdAt = new Date(options.createdAt);
  const layout = layouts[options.print ?? 'standard'];
  const notes = options.notes ?? [];
  const now = linesOf(document);
  const lines = markNotes(options.before ? markChanges(linesOf(options.before), now) : now, notes);
  const file = new docx.Document({
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    ...(options.contents ? { features: { updateFields: true } } : {}),
    ...(notes.length > 0
      ? { comments: { children: notes.map((note, id) => comment(docx, note, id, createdAt)) } }
      : {}),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: page.footer },
          },
          ...(layout.grid
            ? {
                grid: {
                  type: docx.DocumentGridType.LINES_AND_CHARS,
                  linePitch: layout.linePitch,
                  charSpace: layout.grid.characterSpace,
                },
              }
            : {}),
        },
        footers: { default: pageNumber(docx, 'right'), even: pageNumber(docx, 'left') },
        children: drawBody(docx, lines, { layout, createdAt, contents: options.contents === true }),
      },
    ],
  });
  const bytes = await docx.Packer.toArrayBuffer(file, false, [
    { path: 'word/styles.xml', data: stylesXml(layout) },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'docProps/core.xml', data: coreProperties(document.title, options.author ?? '', createdAt) },
  ]);
  const zip = new Uint8Array(bytes);
  setZipTime(zip, createdAt);
  return zip;
}

function comment(docx: typeof Docx, note: Note, id: number, date: Date): Docx.ICommentOptions {
  const children = note.text.split('\n').map((line) => new docx.Paragraph({ children: [new docx.TextRun(line)] }));
  return { id, author: '执笔', initials: '执', date, children };
}

/** 7.5: 14 pt between two dashes, on the outer side, one character in. */
function pageNumber(docx: typeof Docx, side: 'left' | 'right'): Docx.Footer {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: 'Footer',
        alignment: docx.AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
        indent: { [side]: layouts.standard.size.pageNumber * 10 },
        children: [new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
