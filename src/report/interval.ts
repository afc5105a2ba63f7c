// Exact arithmetic over intervals: an approximate figure may be anything within its bounds. No floats.
import Big from 'big.js';

export interface Interval {
  low: Big;
  high: Big;
  /** Whether the bound itself is outside: 400余 lies in [400, 500). */
  lowOpen: boolean;
  highOpen: boolean;
}

export const exactly = (amount: string): Interval => ({
  low: new Big(amount),
  high: new Big(amount),
  lowOpen: false,
  highOpen: false,
});

export const negated = ({ low, high, lowOpen, highOpen }: Interval): Interval => ({
  low: high.neg(),
  high: low.neg(),
  lowOpen: highOpen,
  highOpen: lowOpen,
});

export const sumOf = (a: Interval, b: Interval): Interval => ({
  low: a.low.plus(b.low),
  high: a.high.plus(b.high),
  lowOpen: a.lowOpen || b.lowOpen,
  highOpen: a.highOpen || b.highOpen,
});

export const productOf = (a: Interval, b: Interval): Interval =>
  spanning([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]);

/** undefined where the divisor may be zero. */
export function quotientOf(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0) && b.high.gte(0)) return undefined;
  return spanning([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

/** Whether some value of `a` is below some value of `b`, or equal to it. */
export function mayBeAtMost(a: Interval, b: Interval): boolean {
  return a.low.lt(b.high) || (a.low.eq(b.high) && !a.lowOpen && !b.highOpen);
}

/** Bounds count as inside here: an approximation keeps the benefit of the doubt. */
function spanning(values: [Big, ...Big[]]): Interval {
  return {
    low: values.reduce((least, value) => (value.lt(least) ? value : least)),
    high: values.reduce((most, value) => (value.gt(most) ? value : most)),
    lowOpen: false,
    highOpen: false,
  };
}
