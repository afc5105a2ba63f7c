// A PDF's text layer → paragraphs; words far apart on a line are a table's cells. A scan has no text layer.
import type { FileContents, FileParagraph } from '../report/file-text.ts';
import { UnreadableError } from './unreadable.ts';

const maxPages = 300;

interface Word {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Line {
  cells: string[];
  start: number;
  end: number;
}

export async function readPdf(bytes: Uint8Array): Promise<FileContents> {
  const { getDocumentProxy } = await import('unpdf');
  // The library takes the bytes for itself.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableError(locked ? 'encrypted' : 'broken');
  });
  try {
    if (pdf.numPages > maxPages) throw new UnreadableError('too_long');
    const lines: Line[] = [];
    for (let nth = 1; nth <= pdf.numPages; nth += 1) {
      const { items } = await (await pdf.getPage(nth)).getTextContent();
      const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [wordOf(item)] : []));
      lines.push(...linesOf(words).filter(({ cells }) => !isPageNumber(cells.join(''))));
    }
    return together(lines);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const wordOf = (item: { str: string; transform: number[]; width: number; height: number }): Word => ({
  text: item.str,
  x: item.transform[4] ?? 0,
  y: item.transform[5] ?? 0,
  width: item.width,
  height: item.height || 10,
});

const isPageNumber = (text: string): boolean => /^[—–\-－·\s]*(?:第?\s*\d{1,3}\s*页?)[—–\-－·\s]*$/u.test(text);

/** From the top; what stands at one height is one line, from the left. */
function linesOf(words: Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.y - word.y) < Math.max(first.height, word.height) / 2) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    const cells: string[] = [];
    let end: number | undefined;
    for (const { text, x, width, height } of sorted) {
      const gap = end === undefined ? 0 : x - end;
      if (end === undefined || gap > height * 1.5) cells.push(text.trim());
      else
        cells[cells.length - 1] +=
          (gap > height * 0.2 && /[A-Za-z]$/u.test(cells.at(-1) ?? '') ? ' ' : '') + text.trim();
      end = x + width;
    }
    return { cells, start: sorted[0]?.x ?? 0, end: end ?? 0 };
  });
}

/** Lines that run to the right margin go on in the next; two lines of cells are a table. */
function together(lines: Line[]): FileContents {
  const margin = Math.max(0, ...lines.map(({ end }) => end));
  const left = Math.min(...lines.map(({ start }) => start));
  const paragraphs: FileParagraph[] = [];
  const tables: string[][][] = [];
  const places: number[] = [];
  let goesOn = false;
  for (const [at, { cells, start, end }] of lines.entries()) {
    const beside = [lines[at - 1], lines[at + 1]].some((line) => (line?.cells.length ?? 0) > 1);
    if (cells.length > 1 && beside) {
      const before = (lines[at - 1]?.cells.length ?? 0) > 1 ? tables.at(-1) : undefined;
      if (before) before.push(cells);
      else {
        tables.push([cells]);
        places.push(paragraphs.length);
      }
      goesOn = false;
      continue;
    }
    const text = cells.join(' ');
    const last = paragraphs.at(-1);
    // A paragraph begins two characters in.
    if (goesOn && last && start - left < 20 && !/^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）/u.test(text))
      last.text += text;
    else paragraphs.push({ text });
    goesOn = end > margin - 40 && !/[。！？：；]$/u.test(text);
  }
  return { format: 'pdf', paragraphs, tables, places };
}
