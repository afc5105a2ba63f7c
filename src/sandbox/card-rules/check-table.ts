// The cells of a table component against its columns. Must never judge markdown tables: those are in check-markdown.ts.
import { cardRefused } from '../api-error.ts';
import { isObject } from './check-properties.ts';

type Json = Record<string, unknown>;

const COLUMNS = 50;

export function checkTable(table: Json, path: string): void {
  const columns = table.columns as Json[];
  const bad = (msg: string, value?: string) =>
    cardRefused({ code: 11310, path, msg, ...(value === undefined ? {} : { value }) });
  if (columns.length === 0 || columns.length > COLUMNS) throw bad('a table has 1 to 50 columns');
  const types = new Map<string, string>();
  for (const column of columns) {
    if (typeof column.name !== 'string' || column.name === '') throw bad('a column needs a name');
    if (types.has(column.name)) throw bad('names of columns must be unique', column.name);
    types.set(column.name, String(column.data_type ?? 'text'));
  }
  const size = table.page_size;
  if (size !== undefined && !(Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 10)) {
    throw bad('page_size must be 1 to 10');
  }
  for (const [index, row] of (table.rows as Json[]).entries()) checkRow(row, types, `${path} -> rows -> [${index}]`);
}

function checkRow(row: Json, types: Map<string, string>, path: string): void {
  for (const [name, cell] of Object.entries(row)) {
    const type = types.get(name);
    if (type === undefined) {
      throw cardRefused({ code: 200915, path, msg: 'table rows contain an undeclared column', value: name });
    }
    if (!fits(type, cell)) {
      throw cardRefused({ code: 200914, path, msg: `table cell does not fit its data_type ${type}`, value: name });
    }
  }
}

function fits(type: string, cell: unknown): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof cell === 'number';
    case 'options':
      return (
        typeof cell === 'string' ||
        (Array.isArray(cell) && cell.every((one) => isObject(one) && typeof one.text === 'string'))
      );
    case 'persons':
      return typeof cell === 'string' || (Array.isArray(cell) && cell.every((one) => typeof one === 'string'));
    default:
      return typeof cell === 'string';
  }
}
