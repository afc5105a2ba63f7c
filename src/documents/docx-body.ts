// The paragraphs of the Word file: styles, lead sentences, highlights, comments and changes. Knows no report, only lines.
import type * as Docx from 'docx';
import { cutPieces, type Line, leadLength, markMissing, type Piece, textOfLine } from './lines.ts';
import type { Layout } from './page-layout.ts';
import { titleLines } from './title-lines.ts';

interface Drawing {
  layout: Layout;
  createdAt: Date;
  contents: boolean;
}

const styles = { title: 'Title', heading: 'Heading1', text: 'BodyText', point: 'BodyText' } as const;

export function drawBody(
  docx: typeof Docx,
  lines: Line[],
  drawing: Drawing,
): (Docx.Paragraph | Docx.TableOfContents)[] {
  const draw = createDraw(docx, drawing.createdAt);
  const signed = lines.filter((line) => line.kind === 'name' || line.kind === 'date');
  const rest = lines.filter((line) => !signed.includes(line));
  const titles = rest.filter((line) => line.kind === 'title');
  const text = rest.filter((line) => line.kind !== 'title');
  const drawn = (line: Line, at: number): Docx.Paragraph => {
    // 7.3.5: a signature never stands on a page without text, so the last paragraph keeps with it.
    const keepNext = signed.length > 0 && at === text.length - 1;
    return new docx.Paragraph({
      style: styles[line.kind as keyof typeof styles],
      ...(keepNext ? { keepNext } : {}),
      // Whoever reads out must not turn the page within a sentence.
      ...(drawing.layout.grid ? {} : { keepLines: true }),
      ...draw.paragraphMark(line),
      children: draw.runs(line),
    });
  };
  return [
    ...titles.map((line) => new docx.Paragraph({ style: 'Title', children: draw.title(line, drawing.layout) })),
    ...(drawing.contents
      ? [new docx.TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-1' }), pageBreak(docx)]
      : []),
    ...text.map(drawn),
    ...signature(docx, signed, drawing.layout, draw.runs),
  ];
}

const pageBreak = (docx: typeof Docx): Docx.Paragraph => new docx.Paragraph({ children: [new docx.PageBreak()] });

function createDraw(docx: typeof Docx, createdAt: Date) {
  const date = createdAt.toISOString();
  let changes = 0;
  /** Its id must be its own in the whole file. */
  const changed = () => {
    changes += 1;
    return { id: changes, author: '执笔', date };
  };

  function run(piece: Piece, more: { style?: string; break?: number } = {}): Docx.ParagraphChild[] {
    if (piece.note) {
      const { id, at } = piece.note;
      return at === 'start'
        ? [new docx.CommentRangeStart(id)]
        : [new docx.CommentRangeEnd(id), new docx.TextRun({ children: [new docx.CommentReference(id)] })];
    }
    const options = {
      text: piece.text,
      ...more,
      ...(piece.from === 'missing' || piece.open ? { highlight: 'yellow' as const } : {}),
    };
    if (piece.change === 'inserted') return [new docx.InsertedTextRun({ ...options, ...changed() })];
    if (piece.change === 'deleted') return [new docx.DeletedTextRun({ ...options, ...changed() })];
    return [new docx.TextRun(options)];
  }

  return {
    runs(line: Line): Docx.ParagraphChild[] {
      const lead = line.kind === 'point' ? leadLength(textOfLine(line)) : 0;
      const [first, rest] = cutPieces(line.pieces, lead);
      return [
        ...first.flatMap((piece) => run(piece, { style: 'Heading2Char' })),
        ...rest.flatMap((piece) => run(piece)),
      ];
    },
    /** Broken at word boundaries; one that shows changes is left to Word. */
    title(line: Line, { titleCharacters }: Layout): Docx.ParagraphChild[] {
      if (line.pieces.some((piece) => piece.change)) return line.pieces.flatMap((piece) => run(piece));
      const notes = (at: 'start' | 'end') => line.pieces.filter((piece) => piece.note?.at === at);
      const words = titleLines(textOfLine(line), titleCharacters).flatMap((part, index) =>
        markMissing(part).flatMap((piece, at) => run(piece, index > 0 && at === 0 ? { break: 1 } : {})),
      );
      return [...notes('start').flatMap((one) => run(one)), ...words, ...notes('end').flatMap((one) => run(one))];
    },
    /** A paragraph new or gone as a whole takes its own end with it. */
    paragraphMark({ change }: Line): Docx.IParagraphOptions {
      if (change === undefined) return {};
      return { run: change === 'inserted' ? { insertion: changed() } : { deletion: changed() } };
    },
  };
}

/** 7.3.5: one line below the text; the date four characters in, the name centred over it. What nobody gave is not drawn. */
function signature(
  docx: typeof Docx,
  lines: Line[],
  { linePitch, characterPitch }: Layout,
  runs: (line: Line) => Docx.ParagraphChild[],
): Docx.Paragraph[] {
  const last = widthOf(textOfLine(lines.at(-1) ?? { kind: 'date', section: '', pieces: [] }));
  return lines.map(
    (line, index) =>
      new docx.Paragraph({
        style: 'Signature',
        keepNext: index < lines.length - 1,
        spacing: { before: index === 0 ? linePitch : 0 },
        // A name wider than the date stands out on both sides of it, as far as the margin.
        indent: { right: Math.round(Math.max(0, 4 + (last - widthOf(textOfLine(line))) / 2) * characterPitch) },
        children: runs(line),
      }),
  );
}

/** In full-width characters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);
