// The quantities of a text. A thin view on the scan: what is no figure there is none here.
import type { Figure } from './quantity.ts';
import { numeralSpans, type ScanOptions } from './scan.ts';

/** Every quantity in `text`, in order, with exact offsets and exact amounts; dates, numbering, names and formulations are left alone. */
export function findFigures(text: string, options: ScanOptions = {}): Figure[] {
  const figures: Figure[] = [];
  for (const { start, end, text: slice, quantity } of numeralSpans(text, options)) {
    if (quantity) figures.push({ start, end, text: slice, quantity });
  }
  return figures;
}
