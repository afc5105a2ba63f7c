// Whether a figure can well be meant: against what stands there, last year's, and what a rate may be. Doubts only; changes none.
import Big from 'big.js';
import { valueOf as boundsOf, type Quantity } from '../figures/index.ts';
import type { Facts } from './fact.ts';
import type { Outline, Slot } from './outline.ts';

export type Doubt =
  /** A rate above 100% that states no growth. */
  | { type: 'beyond_whole' }
  | { type: 'below_zero' }
  /** Ten times as much or a tenth, or further: the usual slip between 万 and 亿. `than`: the slot it is compared with. */
  | { type: 'far'; than: string; times: 'more' | 'less' };

/** The first reason to ask about a figure before it is recorded; undefined when there is none. */
export function doubtAbout(slot: Slot, quantity: Quantity, outline: Outline, facts: Facts): Doubt | undefined {
  const { low, high, unit } = boundsOf(quantity);
  if (slot.growth_of !== undefined) return undefined;
  if (new Big(high).lt(0)) return { type: 'below_zero' };
  if (slot.unit === '%' && unit === '%' && new Big(low).gt(100)) return { type: 'beyond_whole' };
  for (const than of [slot.id, ...counterparts(slot, outline)]) {
    const times = howFar(quantity, facts, than);
    if (times) return { type: 'far', than, times };
  }
  return undefined;
}

/** Last year's slot of this year's, and the other way round. */
function counterparts(slot: Slot, outline: Outline): string[] {
  const last = outline.slots.filter((one) => one.last_year_of === slot.id).map((one) => one.id);
  return slot.last_year_of === undefined ? last : [slot.last_year_of, ...last];
}

/** Whether an amount of money is to become twice as much as recorded, or half, or further. */
export function changesMuch(slot: Slot, quantity: Quantity, facts: Facts): boolean {
  return slot.unit === '元' && howFar(quantity, facts, slot.id, 2) !== undefined;
}

function howFar(quantity: Quantity, facts: Facts, than: string, factor = 10): 'more' | 'less' | undefined {
  const known = facts[than];
  if (known?.value.type !== 'figure' || known.derived !== undefined) return undefined;
  const [now, then] = [boundsOf(quantity), boundsOf(known.value.quantity)];
  if (now.unit !== then.unit || now.unit === '%') return undefined;
  const [low, high, before, upTo] = [now.low, now.high, then.low, then.high].map((amount) => new Big(amount));
  if (!low || !high || !before || !upTo || before.lte(0) || high.lte(0)) return undefined;
  if (low.gte(upTo.times(factor))) return 'more';
  return high.times(factor).lte(before) ? 'less' : undefined;
}
