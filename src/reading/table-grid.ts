// Finds pasted tables in a message and gives them as cells: tabs, bars or aligned spaces. Pure; knows nothing of slots.
import { type Piece, splitLines } from './clauses.ts';

export interface Grid {
  start: number;
  end: number;
  /** Heads by column, merged heads spread over their columns; '' where there is none. */
  heads: string[];
  rows: { start: number; end: number; cells: string[] }[];
  /** The line just before and the cells that speak for the whole table: where 单位：万元 stands. */
  about: string;
}

const numeric = /^[-+−—]?[\d０-９][\d０-９,，.．]*\s*(?:%|％|[\p{Script=Han}]{1,5})?$/u;
const yearCell = /^(?:20\d{2})(?:年度?)?(?:[\p{Script=Han}（(].*)?$/u;

export const isNumber = (cell: string) => numeric.test(cell) && !yearCell.test(cell);

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  if (/[|｜]/.test(line))
    return line
      .replace(/^\s*[|｜]|[|｜]\s*$/g, '')
      .split(/[|｜]/)
      .map((cell) => cell.trim());
  return line
    .trim()
    .split(/ {2,}|\u3000+/)
    .map((cell) => cell.trim());
}

const ruler = /^[\s|｜:：+\-—=]+$/;

/** At least two lines of two cells, of which one holds a label and a bare number. */
export function findGrids(text: string): Grid[] {
  const lines = splitLines(text);
  const grids: Grid[] = [];
  for (let at = 0; at < lines.length; at++) {
    let end = at;
    while (
      end < lines.length &&
      (cellsOf(lines[end]?.text ?? '').length >= 2 || (end > at && ruler.test(lines[end]?.text ?? '')))
    )
      end++;
    const grid = end - at >= 2 ? toGrid(lines.slice(at, end), lines[at - 1]?.text ?? '', lines[end]?.text ?? '') : null;
    if (!grid) continue;
    grids.push(grid);
    at = end - 1;
  }
  return grids;
}

function toGrid(lines: Piece[], before: string, after: string): Grid | null {
  const all = lines
    .filter((line) => !ruler.test(line.text))
    .map((line) => ({ start: line.start, end: line.end, cells: cellsOf(line.text) }));
  const first = all.findIndex((row) => row.cells.some(isNumber));
  if (first < 0) return null;
  const heads = mergeHeads(all.slice(0, first).map((row) => row.cells));
  const rows = all.slice(first);
  const told = rows.filter(
    (row) => row.cells.some(isNumber) && row.cells.some((cell) => cell !== '' && !isNumber(cell)),
  );
  const [firstLine, lastLine] = [lines[0], lines.at(-1)];
  if (!firstLine || !lastLine || (told.length === 0 && heads.length === 0)) return null;
  const unitNote = /单位/.test(after) ? after : '';
  return {
    start: firstLine.start,
    end: lastLine.end,
    heads,
    rows,
    about: `${before}\n${unitNote}\n${all
      .slice(0, first)
      .map((row) => row.cells.join(' '))
      .join('\n')}`,
  };
}

/** A blank cell of an upper row belongs to the head on its left: `2025年 | | 2024年 |` over `金额 | 增幅 | 金额 | 增幅`. */
function mergeHeads(rows: string[][]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows
      .map((row, index) => {
        const own = row[column] ?? '';
        if (own !== '' || index === rows.length - 1 || column === 0) return own;
        return row.slice(1, column).findLast((cell) => cell !== '') ?? '';
      })
      .join(' ')
      .trim(),
  );
}
