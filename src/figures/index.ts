// The room's door: what other rooms may use. Re-exports only.
export {
  addQuantities,
  compareQuantities,
  ratioPercent,
  sameQuantity,
  scaleBy,
  sharePercent,
  subtractQuantities,
} from './arithmetic.ts';
export { findFigures } from './find-figures.ts';
export { formatQuantity } from './format.ts';
export { doubleApproximation, intervalOf as valueOf } from './interval.ts';
export { type Mask, maskText, unmaskText } from './mask.ts';
export { parseNumeral } from './parse-numeral.ts';
export type { Quantity } from './quantity.ts';
export { type NumeralSpan, numeralSpans } from './scan.ts';
export { spokenQuantity } from './spoken.ts';
