// Stands in for figures/ until that room is open.
import type { Figure, Quantity } from '../figures/quantity.ts';

export type { Figure, Quantity };
export function formatQuantity(q: Quantity): string {
  const a = q.approximation;
  const head = ['近', '约', '不少于', '超', '超过'].includes(a) ? a : '';
  const mid = ['余', '多'].includes(a) ? a : '';
  const tail = head === '' && mid === '' ? a : '';
  return `${head}${q.amount}${q.to ? `—${q.to}` : ''}${q.unit === '%' ? '' : mid}${q.scale}${q.unit}${tail}`;
}
export interface NumeralSpan {
  start: number;
  end: number;
  text: string;
  kind: string;
}
export function numeralSpans(text: string): NumeralSpan[] {
  const words =
    /第一|一般|统一|一体|一岗双责|三会一课|四风|八项|两个|一级|一段|一起|一致|一次次|政治三力|三重一大|一线|进一步|一步/g;
  const allowed = [...text.matchAll(words)].map((m) => [m.index, m.index + m[0].length] as const);
  const out: NumeralSpan[] = [];
  for (const m of text.matchAll(/\d+(?:\.\d+)?|[一二三四五六七八九十百千万亿两]+|过半|翻番|近半/g)) {
    const end = m.index + m[0].length;
    const kind = allowed.some(([s, e]) => s <= m.index && end <= e)
      ? 'word'
      : /^\d/.test(m[0]) && text.slice(end).startsWith('年')
        ? 'date'
        : 'figure';
    out.push({ start: m.index, end, text: m[0], kind });
  }
  return out;
}
export function findFigures(text: string): Figure[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)([余多]?)([千百]?[万亿]?)(元|人次|次|个|项|期|%|户|名|场|家|件)/g)].map(
    (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      text: m[0],
      quantity: { amount: m[1] ?? '', approximation: m[2] ?? '', scale: m[3] ?? '', unit: m[4] ?? '' },
    }),
  );
}

import Big from 'big.js';
export function valueOf(q: Quantity): { low: Big; high: Big } | undefined {
  const by = q.scale === '万' ? 1e4 : q.scale === '亿' ? 1e8 : 1;
  const low = new Big(q.amount).times(by);
  return { low, high: q.approximation === '' ? low : low.times('1.1') };
}
