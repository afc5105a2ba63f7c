// A figure as it stands in a report: amount, approximation, scale, unit and, for growth, its direction, as one string.
import { formatQuantity, type Quantity } from '../figures/index.ts';
import type { Slot } from './outline.ts';

/** 增5.2% is how one types it; a report says 增长5.2%. */
const WRITTEN: Record<string, string> = {
  增: '增长',
  降: '下降',
  涨: '上涨',
  跌: '下跌',
  升: '上升',
  减: '减少',
};

/** `400余亿元`, `增长8.7%`; the outline's own phrase for a plain 0 or 1 where it gives one. */
export function printFigure(slot: Slot, quantity: Quantity): string {
  const phrase = phraseFor(slot, quantity);
  if (phrase !== undefined) return phrase;
  const { direction, ...rest } = quantity;
  const alias = quantity.unit === '' || (slot.units ?? []).includes(quantity.unit);
  const named: Quantity = { ...rest, unit: alias ? (slot.unit ?? quantity.unit) : quantity.unit };
  if (slot.growth_of === undefined) return formatQuantity(named);
  // −3.2% said of a change is 下降3.2%; said 下降−3.2% it still means the fall.
  const negative = named.amount.startsWith('-');
  const word = direction ?? (negative ? '下降' : '增长');
  return (WRITTEN[word] ?? word) + formatQuantity(negative ? { ...named, amount: named.amount.slice(1) } : named);
}

function phraseFor(slot: Slot, quantity: Quantity): string | undefined {
  const plain = quantity.approximation === '' && quantity.to === undefined && quantity.denominator === undefined;
  if (!plain) return undefined;
  if (/^-?0+(\.0+)?$/.test(quantity.amount)) return slot.zero;
  if (/^1(\.0+)?$/.test(quantity.amount) && quantity.scale === '') return slot.one;
  return undefined;
}
