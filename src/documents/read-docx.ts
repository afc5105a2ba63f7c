// A Word file → its paragraphs, headings and tables in reading order. Pictures, comments, notes and deleted text stay out.
import type { FileContents, FileParagraph } from '../report/file-text.ts';
import { repack } from './unzip.ts';
import { fromXml } from './xml-text.ts';

/** Beside the library's own: titles, and the names headings have in Chinese templates. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "r[style-name='Strong'] => ",
];

/** What holds the words; a template's name decides nothing. */
const wanted = (name: string): boolean =>
  name === '[Content_Types].xml' || name === '_rels/.rels' || /^word\/(?:_rels\/)?[^/]+\.(?:xml|rels)$/u.test(name);

export async function readDocx(bytes: Uint8Array): Promise<FileContents> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(repack(bytes, wanted)) },
    { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  return fromHtml(value);
}

type Piece = { tag: string; name: string; closing: boolean } | { words: string };

/** The library's own HTML: well formed, lower case, only < > & " escaped. */
function piecesOf(html: string): Piece[] {
  return [...html.matchAll(/<([^>]*)>|([^<]+)/gu)].map(([, tag, words = '']): Piece => {
    if (tag === undefined) return { words: fromXml(words) };
    return { tag, name: /^\/?([a-z0-9]+)/u.exec(tag)?.[1] ?? '', closing: tag.startsWith('/') };
  });
}

function fromHtml(html: string): FileContents {
  const paragraphs: FileParagraph[] = [];
  const tables: string[][][] = [];
  const places: number[] = [];
  let table: TableInMaking | undefined;
  /** Tables inside tables: the inner one's words belong to the cell they stand in. */
  let depth = 0;
  /** Inside the sign of a note, or a note itself: they are not the text. */
  let aside = 0;
  let text = '';
  let heading: number | undefined;
  const flush = (): void => {
    if (table) table.write(text);
    else if (text.trim() !== '') paragraphs.push(heading === undefined ? { text } : { text, heading });
    text = '';
    heading = undefined;
  };
  for (const piece of piecesOf(html)) {
    if ('words' in piece) {
      if (aside === 0) text += piece.words;
      continue;
    }
    const { tag, name, closing } = piece;
    if (name === 'sup' || (name === 'li' && (aside > 0 || tag.includes('note-')))) aside += closing ? -1 : 1;
    else if (name === 'br') text += ' ';
    else if (name === 'table') {
      flush();
      depth += closing ? -1 : 1;
      if (!closing && depth === 1) {
        table = tableInMaking();
        tables.push(table.rows);
        places.push(paragraphs.length);
      } else if (closing && depth === 0) table = undefined;
    } else if (name === 'tr' && !closing && depth === 1) table?.row();
    else if (name === 'td' || name === 'th') {
      flush();
      if (!closing && depth === 1) table?.cell(spanIn(tag, 'colspan'), spanIn(tag, 'rowspan'));
    } else if (/^h[1-6]$/u.test(name) || name === 'p' || name === 'li') {
      flush();
      if (!closing && name.startsWith('h')) heading = tag.includes('title') ? 0 : Number(name.slice(1));
    }
  }
  flush();
  return { format: 'docx', paragraphs, tables, places };
}

type TableInMaking = ReturnType<typeof tableInMaking>;

/** A cell over several columns or rows leaves the others empty, so that columns stay columns. */
function tableInMaking() {
  const rows: string[][] = [];
  /** By column: how many rows below are still covered from above. */
  const covered: number[] = [];
  let at = -1;
  const skip = (row: string[]): void => {
    while ((covered[row.length] ?? 0) > 0) {
      covered[row.length] = (covered[row.length] ?? 0) - 1;
      row.push('');
    }
  };
  return {
    rows,
    row(): void {
      rows.push([]);
      at = -1;
    },
    cell(columns: number, height: number): void {
      const row = rows.at(-1);
      if (!row) return;
      skip(row);
      at = row.length;
      for (let nth = 0; nth < columns; nth += 1) {
        covered[row.length] = height - 1;
        row.push('');
      }
    },
    write(text: string): void {
      const row = rows.at(-1);
      if (row && at >= 0 && text.trim() !== '') row[at] = `${row[at] ?? ''} ${text.trim()}`.trim();
    },
  };
}

const spanIn = (tag: string, name: string): number =>
  Math.min(100, Math.max(1, Number(new RegExp(`${name}="(\\d+)"`, 'u').exec(tag)?.[1] ?? 1)));
