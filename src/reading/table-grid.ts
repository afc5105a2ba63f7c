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

const numeric = /^(?:近|约|大约|超|超过|逾|不到)?[-+−—]?[\d０-９][\d０-９,，.．]*\s*(?:%|％|[\p{Script=Han}]{1,6})?$/u;
const yearCell = /^(?:20\d{2})(?:年度?)?(?:[\p{Script=Han}（(].*)?$/u;

export const isNumber = (cell: string) => numeric.test(cell) && !yearCell.test(cell);

type Cut = (line: string) => string[];

/** One space is enough where every line has as many words: a table that lost its tabs on the way. */
const atSpaces: Cut = (line) => line.trim().split(/\s+/);

/** A file of comma-separated values, pasted: heads without a figure first. */
const atCommas: Cut = (line) => line.split(/[,，]/).map((cell) => cell.trim());

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
    const found = blockAt(lines, at, cellsOf, 2) ?? blockAt(lines, at, atSpaces, 3) ?? blockAt(lines, at, atCommas, 3);
    if (!found) continue;
    grids.push(found.grid);
    at = found.end - 1;
  }
  return grids;
}

function blockAt(lines: Piece[], at: number, cut: Cut, least: number): { grid: Grid; end: number } | null {
  const width = cut(lines[at]?.text ?? '').length;
  const goesOn = (line: string) =>
    cut === cellsOf ? cut(line).length >= least : cut(line).length === width && width >= least;
  let end = at;
  while (end < lines.length && (goesOn(lines[end]?.text ?? '') || (end > at && ruler.test(lines[end]?.text ?? ''))))
    end++;
  const grid = end - at >= 2 ? toGrid(lines.slice(at, end), cut, lines[at - 1], lines[end]) : null;
  return grid && (cut === cellsOf || grid.heads.length > 0) ? { grid, end } : null;
}

function toGrid(lines: Piece[], cut: Cut, before: Piece | undefined, after: Piece | undefined): Grid | null {
  const all = lines
    .filter((line) => !ruler.test(line.text))
    .map((line) => ({ start: line.start, end: line.end, cells: cut(line.text) }));
  const first = all.findIndex((row) => row.cells.some(isNumber));
  if (first < 0) return null;
  const heads = mergeHeads(all.slice(0, first).map((row) => row.cells));
  const rows = all.slice(first);
  const told = rows.filter(
    (row) => row.cells.some(isNumber) && row.cells.some((cell) => cell !== '' && !isNumber(cell)),
  );
  const [firstLine, lastLine] = [lines[0], lines.at(-1)];
  if (!firstLine || !lastLine || (told.length === 0 && heads.length === 0)) return null;
  const unitNote = after && /单位/.test(after.text) ? after.text : '';
  const title = before && !/[。；]/.test(before.text) && before.text.length <= 40 ? before : undefined;
  return {
    start: title && /表|单位|情况|统计|明细/.test(title.text) ? title.start : firstLine.start,
    end: lastLine.end,
    heads,
    rows,
    about: `${before?.text ?? ''}\n${unitNote}\n${all
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
