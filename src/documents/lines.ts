// A report as the flat list of paragraphs a page shows, each with its pieces. Everything drawn begins here; nothing of Word is known.
import type { ReportDocument, Span } from '../report/document.ts';
import { cleanText } from './xml-text.ts';

export interface Piece extends Span {
  /** Against an earlier version. */
  change?: 'inserted' | 'deleted';
  /** A place without text: a comment on what stands between begins or ends here. */
  note?: { id: number; at: 'start' | 'end' };
}

export interface Line {
  /** `point`: a paragraph of a chapter, which may begin with a lead sentence. */
  kind: 'title' | 'heading' | 'text' | 'point' | 'name' | 'date';
  /** Section id; a chapter's for its heading; the kind for title, name and date. */
  section: string;
  pieces: Piece[];
  /** The whole paragraph is new, or gone. */
  change?: 'inserted' | 'deleted';
}

export function linesOf(document: ReportDocument): Line[] {
  const { name, date } = document.signature;
  return [
    ...line('title', 'title', markMissing(cleanText(document.title))),
    ...document.opening.flatMap((one) => paragraph('text', one)),
    ...document.chapters.flatMap((chapter) => [
      ...line('heading', chapter.id, markMissing(cleanText(chapter.heading))),
      ...chapter.paragraphs.flatMap((one) => paragraph('point', one)),
    ]),
    ...document.closing.flatMap((one) => paragraph('text', one)),
    ...line('name', 'name', markMissing(cleanText(name))),
    ...line('date', 'date', markMissing(cleanText(date))),
  ];
}

export const textOfLine = (line: Line): string =>
  line.pieces
    .filter((piece) => piece.change !== 'deleted')
    .map((piece) => piece.text)
    .join('');

/** 一是…。 or （一）…。 at the start: the sentence with its mark, when short enough to be a heading. Else 0. */
export function leadLength(text: string): number {
  const mark = /^(?:[一二三四五六七八九十]{1,3}是|（[一二三四五六七八九十]{1,3}）)[^。]{1,38}。/u.exec(text);
  return mark ? mark[0].length : 0;
}

/** Pieces cut after `length` characters of the text as it is now; one lying across is divided. */
export function cutPieces(pieces: Piece[], length: number): [Piece[], Piece[]] {
  const first: Piece[] = [];
  const rest: Piece[] = [];
  let left = length;
  for (const piece of pieces) {
    const own = piece.change === 'deleted' ? 0 : piece.text.length;
    const taken = Math.min(left, own);
    // Without text of its own it goes with what stands before it.
    if (own === 0) (left > 0 ? first : rest).push(piece);
    if (taken > 0) first.push({ ...piece, text: piece.text.slice(0, taken) });
    if (taken < own) rest.push({ ...piece, text: piece.text.slice(taken) });
    left -= taken;
  }
  return [first, rest];
}

/** Line breaks inside it begin new ones; empty ones are dropped. */
function paragraph(kind: 'text' | 'point', { section, spans }: { section: string; spans: Span[] }): Line[] {
  const found: Span[][] = [[]];
  for (const span of spans) {
    const [first = '', ...more] = cleanText(span.text).split(/\n+/u);
    if (first !== '') found.at(-1)?.push({ ...span, text: first });
    for (const text of more) found.push(text === '' ? [] : [{ ...span, text }]);
  }
  return found.flatMap((pieces) => line(kind, section, pieces));
}

const line = (kind: Line['kind'], section: string, pieces: Piece[]): Line[] =>
  pieces.length === 0 ? [] : [{ kind, section, pieces }];

/** Of a line that has no spans of its own: what is open stands out there too. */
export function markMissing(text: string): Piece[] {
  return text
    .split(/(〔待[补核]：[^〕]*〕)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, from: /^〔待[补核]：/u.test(part) ? 'missing' : 'text' }));
}
