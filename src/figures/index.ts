// The room's door: what other rooms may use. Re-exports only.
export {
  addQuantities,
  type Comparison,
  compareQuantities,
  ratioPercent,
  sameQuantity,
  scaleBy,
  sharePercent,
  subtractQuantities,
} from './arithmetic.ts';
export { findFigures } from './find-figures.ts';
export { formatQuantity } from './format.ts';
export { doubleApproximation, intervalOf as valueOf, type QuantityValue } from './interval.ts';
export { type Mask, type MaskedText, maskText, unmaskText } from './mask.ts';
export { parseNumeral } from './parse-numeral.ts';
export type { Figure, Quantity } from './quantity.ts';
export { type NumeralSpan, numeralSpans, type ScanOptions, type SpanKind } from './scan.ts';
