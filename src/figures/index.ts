// The room's door: what other rooms may use. Re-exports only.
export { findFigures } from './find-figures.ts';
export { type Mask, type MaskedText, maskText, unmaskText } from './mask.ts';
export type { Figure, Quantity } from './quantity.ts';
export { type NumeralSpan, numeralSpans, type ScanOptions, type SpanKind } from './scan.ts';
