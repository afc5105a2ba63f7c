// Exact arithmetic over intervals: an approximate figure may be anything within its bounds. No floats.
import Big from 'big.js';

export interface Interval {
  low: Big;
  high: Big;
}

export const exactly = (amount: string): Interval => ({ low: new Big(amount), high: new Big(amount) });

export const negated = ({ low, high }: Interval): Interval => ({ low: high.neg(), high: low.neg() });

export const sumOf = (a: Interval, b: Interval): Interval => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) });

export const productOf = (a: Interval, b: Interval): Interval =>
  spanning([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]);

/** undefined where the divisor may be zero. */
export function quotientOf(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0) && b.high.gte(0)) return undefined;
  return spanning([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

function spanning(values: [Big, ...Big[]]): Interval {
  return {
    low: values.reduce((least, value) => (value.lt(least) ? value : least)),
    high: values.reduce((most, value) => (value.gt(most) ? value : most)),
  };
}
