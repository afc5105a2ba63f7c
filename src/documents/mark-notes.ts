// Puts comments at the words they are about. A comment whose words are not there is put at the end of its section, never dropped.
import { cutPieces, type Line, textOfLine } from './lines.ts';

export interface Note {
  /** Section id; absent: wherever the quote stands. */
  section?: string;
  /** The words it is about. */
  quote: string;
  /** What is said of them; a line break begins a new paragraph. */
  text: string;
}

/** The comment's id is its place in `notes`. */
export function markNotes(lines: Line[], notes: Note[]): Line[] {
  const marked = lines.map((line) => ({ ...line }));
  for (const [id, note] of notes.entries()) {
    const own = marked.filter((line) => line.change !== 'deleted' && (!note.section || line.section === note.section));
    const holder = note.quote === '' ? undefined : own.find((line) => textOfLine(line).includes(note.quote));
    const line = holder ?? own.at(-1) ?? marked.at(-1);
    if (!line) continue;
    const text = textOfLine(line);
    const start = holder ? text.indexOf(note.quote) : 0;
    const end = holder ? start + note.quote.length : text.length;
    const [before, rest] = cutPieces(line.pieces, start);
    const [inside, after] = cutPieces(rest, end - start);
    const mark = (at: 'start' | 'end') => ({ text: '', from: 'text' as const, note: { id, at } });
    line.pieces = [...before, mark('start'), ...inside, mark('end'), ...after];
  }
  return marked;
}
