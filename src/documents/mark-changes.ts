// What changed since an earlier version, word by word. The words of now stay as they are; those gone stand beside them, marked.
import { diffArrays } from 'diff';
import { type Line, type Piece, textOfLine } from './lines.ts';

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Paragraphs are paired by kind and section, in order: one moved is gone in one place and new in the other. */
export function markChanges(before: Line[], now: Line[]): Line[] {
  const olds = withKeys(before);
  const news = withKeys(now);
  const left = [...before];
  const right = [...now];
  return diffArrays(olds, news).flatMap(({ added, removed, value }) =>
    value.map((): Line => {
      if (removed) return asWhole(left.shift(), 'deleted');
      const line = right.shift();
      if (added) return asWhole(line, 'inserted');
      const old = left.shift();
      return old && line ? { ...line, pieces: markWords(old, line) } : asWhole(line, 'inserted');
    }),
  );
}

function withKeys(lines: Line[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ kind, section }) => {
    const key = `${kind}/${section}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return `${key}/${nth}`;
  });
}

function asWhole(line: Line | undefined, change: 'inserted' | 'deleted'): Line {
  if (!line) throw new Error('a paragraph is paired with none');
  return { ...line, change, pieces: line.pieces.map((piece) => ({ ...piece, change })) };
}

function markWords(old: Line, line: Line): Piece[] {
  if (textOfLine(old) === textOfLine(line)) return line.pieces;
  const words = (one: Line) => [...segmenter.segment(textOfLine(one))].map(({ segment }) => segment);
  let rest = line.pieces;
  const take = (length: number): Piece[] => {
    const taken: Piece[] = [];
    let left = length;
    while (left > 0) {
      const [piece, ...others] = rest;
      if (!piece) break;
      taken.push({ ...piece, text: piece.text.slice(0, left) });
      rest = piece.text.length > left ? [{ ...piece, text: piece.text.slice(left) }, ...others] : others;
      left -= piece.text.length;
    }
    return taken;
  };
  return diffArrays(words(old), words(line)).flatMap(({ added, removed, value }): Piece[] => {
    const text = value.join('');
    if (removed) return [{ text, from: 'text', change: 'deleted' }];
    const pieces = take(text.length);
    return added ? pieces.map((piece) => ({ ...piece, change: 'inserted' })) : pieces;
  });
}
