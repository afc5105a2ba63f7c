// A report as a Word file in the layout of GB/T 9704—2012. Draws what it is given: adds, drops and rounds nothing.
import type * as Docx from 'docx';
import type { Paragraph, ReportDocument, Span } from '../report/document.ts';
import { coreProperties } from './core-properties.ts';
import { fontTableXml, stylesXml } from './docx-styles.ts';
import { characterPitch, characterSpace, linePitch, page, size, titleCharacters } from './page-layout.ts';
import { setZipTime } from './set-zip-time.ts';
import { titleLines } from './title-lines.ts';
import { cleanText } from './xml-text.ts';

/** The same document and meta give the same bytes. `createdAt` in ms since the epoch. */
export async function createDocx(
  document: ReportDocument,
  meta: { author?: string; createdAt: number },
): Promise<Uint8Array> {
  // Imported when the first file is made: it takes its time, and most processes of a day make few.
  const docx = await import('docx');
  const createdAt = new Date(meta.createdAt);
  const file = new docx.Document({
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: page.footer },
          },
          grid: { type: docx.DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: characterSpace },
        },
        footers: { default: pageNumber(docx, 'right'), even: pageNumber(docx, 'left') },
        children: body(docx, document),
      },
    ],
  });
  const bytes = await docx.Packer.toArrayBuffer(file, false, [
    { path: 'word/styles.xml', data: stylesXml },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'docProps/core.xml', data: coreProperties(document.title, meta.author ?? '', createdAt) },
  ]);
  const zip = new Uint8Array(bytes);
  setZipTime(zip, createdAt);
  return zip;
}

function body(docx: typeof Docx, document: ReportDocument): Docx.Paragraph[] {
  const lines = titleLines(cleanText(document.title), titleCharacters);
  const title = new docx.Paragraph({
    style: 'Title',
    children: lines.flatMap((line, index) =>
      markMissing(line).map((span, at) => run(docx, span, index > 0 && at === 0)),
    ),
  });
  return [
    ...(lines.length > 0 ? [title] : []),
    ...document.opening.flatMap((one) => paragraphs(docx, one)),
    ...document.chapters.flatMap((chapter) => [
      new docx.Paragraph({
        style: 'Heading1',
        children: markMissing(cleanText(chapter.heading)).map((span) => run(docx, span)),
      }),
      ...chapter.paragraphs.flatMap((one) => paragraphs(docx, one, true)),
    ]),
    ...closing(docx, document),
  ];
}

/** 7.3.5: a signature never stands on a page without text, so the last paragraph keeps with it. */
function closing(docx: typeof Docx, document: ReportDocument): Docx.Paragraph[] {
  const signed = signature(docx, document.signature);
  return [
    ...document.closing.flatMap((one, index) =>
      paragraphs(docx, one, false, signed.length > 0 && index === document.closing.length - 1),
    ),
    ...signed,
  ];
}

/** A paragraph of the report; line breaks inside it begin new ones. In chapters a point's lead sentence is set apart. */
function paragraphs(docx: typeof Docx, paragraph: Paragraph, points = false, keepNext = false): Docx.Paragraph[] {
  return lines(paragraph.spans).map((spans) => {
    const lead = points ? leadLength(spans.map((span) => span.text).join('')) : 0;
    const [first, rest] = cut(spans, lead);
    return new docx.Paragraph({
      style: 'BodyText',
      ...(keepNext ? { keepNext } : {}),
      children: [
        ...first.map((span) => run(docx, span, false, 'Heading2Char')),
        ...rest.map((span) => run(docx, span)),
      ],
    });
  });
}

/** 一是…。 or （一）…。 at the start: the sentence with its mark, when short enough to be a heading. Else 0. */
function leadLength(text: string): number {
  const mark = /^(?:[一二三四五六七八九十]{1,3}是|（[一二三四五六七八九十]{1,3}）)[^。]{1,38}。/u.exec(text);
  return mark ? mark[0].length : 0;
}

/** Splits spans after `length` characters; a span lying across is divided. */
function cut(spans: Span[], length: number): [Span[], Span[]] {
  const first: Span[] = [];
  const rest: Span[] = [];
  let left = length;
  for (const span of spans) {
    const taken = span.text.slice(0, left);
    const over = span.text.slice(left);
    if (taken !== '') first.push({ ...span, text: taken });
    if (over !== '') rest.push({ ...span, text: over });
    left -= taken.length;
  }
  return [first, rest];
}

/** The paragraphs that a run of spans holds: divided at line breaks, empty ones dropped. */
function lines(spans: Span[]): Span[][] {
  const found: Span[][] = [[]];
  for (const span of spans) {
    const [first = '', ...more] = cleanText(span.text).split(/\n+/u);
    if (first !== '') found.at(-1)?.push({ ...span, text: first });
    for (const text of more) found.push(text === '' ? [] : [{ ...span, text }]);
  }
  return found.filter((one) => one.length > 0);
}

function run(docx: typeof Docx, span: Span, newLine = false, style?: string): Docx.TextRun {
  return new docx.TextRun({
    text: span.text,
    ...(newLine ? { break: 1 } : {}),
    ...(style ? { style } : {}),
    ...(span.from === 'missing' ? { highlight: 'yellow' } : {}),
  });
}

/** Spans of a line that has none of its own: what is open stands out there too. */
function markMissing(text: string): Span[] {
  return text
    .split(/(〔待[补核]：[^〕]*〕)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, from: /^〔待[补核]：/u.test(part) ? 'missing' : 'text' }));
}

/** 7.3.5: one line below the text; the date four characters in, the name centred over it. What nobody gave is not drawn. */
function signature(docx: typeof Docx, { name, date }: ReportDocument['signature']): Docx.Paragraph[] {
  const given = [cleanText(name), cleanText(date)].filter((line) => line !== '');
  const last = given.at(-1) ?? '';
  return given.map(
    (line, index) =>
      new docx.Paragraph({
        style: 'Signature',
        keepNext: index < given.length - 1,
        spacing: { before: index === 0 ? linePitch : 0 },
        // A name wider than the date stands out on both sides of it, as far as the margin.
        indent: { right: Math.round(Math.max(0, 4 + (widthOf(last) - widthOf(line)) / 2) * characterPitch) },
        children: markMissing(line).map((span) => run(docx, span)),
      }),
  );
}

/** In full-width characters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);

/** 7.5: 14 pt between two dashes, on the outer side, one character in. */
function pageNumber(docx: typeof Docx, side: 'left' | 'right'): Docx.Footer {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        style: 'Footer',
        alignment: docx.AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
        indent: { [side]: size.pageNumber * 10 },
        children: [new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
