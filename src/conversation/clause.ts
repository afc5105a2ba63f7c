// The clause of a message that holds a figure: a question quotes that, not the whole message. Pure text; decides nothing.
import { findFigures, type Quantity, sameQuantity } from '../figures/index.ts';
import { oneLine } from './value.ts';

const marks = '，。；;！？!?（）()\n';

/** `around` itself where the figure is not found in it. */
export function clauseHolding(around: string, quantity: Quantity): string {
  const figure = findFigures(around).find((one) => sameQuantity(one.quantity, quantity));
  if (!figure) return oneLine(around);
  let start = figure.start;
  while (start > 0 && !marks.includes(around[start - 1] ?? '')) start -= 1;
  let end = figure.end;
  while (end < around.length && !marks.includes(around[end] ?? '')) end += 1;
  return oneLine(around.slice(start, end));
}

const lastYear = /^(?:而|相比|比)?(?:去年|上年|上一年|前年|往年)(?:同期)?(?!的?(?:问题|述职|评议))|^同期/u;
const part = /^(?:其中|含|包括|包含|内含)|^(?:比|较|同比|环比)(?:去年|上年|同期)?.{0,4}(?:多|少|增|减|升|降)/u;

/** 上年同期52亿, 其中专题研究6次: said in passing beside a figure that has its place. */
export function asideIn(clause: string): 'last_year' | 'part' | undefined {
  if (part.test(clause)) return 'part';
  return lastYear.test(clause) ? 'last_year' : undefined;
}
