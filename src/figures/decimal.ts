// Exact decimal strings in, exact decimal strings out. Must never go through a float or print an exponent.
import Big from 'big.js';

const exact = Big();
exact.strict = false;
// Division is the one operation that may not end; forty places are far beyond any money or rate.
exact.DP = 40;

export const add = (a: string, b: string): string => new exact(a).plus(b).toFixed();
export const minus = (a: string, b: string): string => new exact(a).minus(b).toFixed();
export const multiply = (a: string, b: string): string => new exact(a).times(b).toFixed();
export const divide = (a: string, b: string): string => new exact(a).div(b).toFixed();
export const compare = (a: string, b: string): -1 | 0 | 1 => new exact(a).cmp(b);
/** Half away from zero (四舍五入). */
export const round = (a: string, places: number): string => new exact(a).toFixed(places, exact.roundHalfUp);
