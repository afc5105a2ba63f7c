// A fact's value in the conversation: how it is shown, and whether two say the same. Never the form printed in the report.
import { formatQuantity, sameQuantity } from '../figures/index.ts';
import type { FactValue, Source } from '../report/fact.ts';
import { giverOf } from '../report/giver.ts';

const SHOWN = 60;

export function cut(text: string, length = SHOWN): string {
  const chars = [...text];
  return chars.length > length ? `${chars.slice(0, length - 1).join('')}…` : text;
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/gu, ' ');
}

export function showValue(value: FactValue, length = SHOWN): string {
  switch (value.type) {
    case 'figure':
      // Growth is what a rate means unless it says otherwise; a fall must never be shown as one.
      return formatQuantity(value.quantity, { direction: value.quantity.direction !== '增长' });
    case 'text':
      return cut(oneLine(value.text), length);
    case 'list':
      return cut(oneLine(value.items.join('；')), length);
    case 'omitted':
      return value.reason === 'skipped' ? '先不写' : '没有这一项';
  }
}

export function sameValue(a: FactValue, b: FactValue): boolean {
  if (a.type === 'figure' && b.type === 'figure') return sameQuantity(a.quantity, b.quantity);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** China keeps one time zone, UTC+8. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 1月12日 09:05 */
export function showTime(at: number): string {
  const date = new Date(Number.isFinite(at) ? at + CHINA_OFFSET_MS : 0);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** 2024-01-12, as the calendar on the wall says in China. */
export function dayOf(now: number): string {
  return new Date(now + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

export function yearOf(now: number): number {
  return new Date(now + CHINA_OFFSET_MS).getUTCFullYear();
}

export function showPerson(person: { name: string }): string {
  return person.name === '' ? '同事' : person.name;
}

export function showSource(source: Source): string {
  return [giverOf(source), showTime(source.at)].filter((part) => part !== '').join(' ');
}
