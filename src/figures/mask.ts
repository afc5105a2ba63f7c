// Masks whatever looks like a numeral before words go to a model, and puts it back. No digit, amount or scale may show in a mask.
import type { Quantity } from './quantity.ts';
import { type NumeralSpan, numeralSpans, type ScanOptions, type SpanKind } from './scan.ts';

export interface Mask {
  /** 1, 2, 3… in the order of the text. */
  id: number;
  /** What stands in the masked text: `⟦1:元⟧`, `⟦2:日期⟧`. */
  label: string;
  /** The exact slice it stands for. */
  original: string;
  /** UTF-16 offsets in the original text, end exclusive. */
  start: number;
  end: number;
  kind: SpanKind;
  quantity?: Quantity;
}

interface MaskedText {
  text: string;
  masks: Mask[];
}

const KIND_LABELS: Record<SpanKind, string> = {
  figure: '数',
  date: '日期',
  ordinal: '序号',
  document_number: '文号',
  formulation: '提法',
  name: '名称',
  word: '词',
  contact: '号码',
  blind: '数',
  unknown: '数',
};

/** The positive rules: only these stand unmasked. Everything else numeral-like is masked, understood or not. */
const passes = (span: NumeralSpan): boolean =>
  span.kind === 'formulation' || span.kind === 'word' || (span.kind === 'ordinal' && span.structural === true);

/** A unit with digits of its own (/10万, km2) is not shown: a mask holds no digit but its number. */
const unitShown = (quantity?: Quantity): string => (quantity && !/\d/.test(quantity.unit) ? quantity.unit : '');

export function maskText(text: string, options: ScanOptions = {}): MaskedText {
  const masks: Mask[] = [];
  let masked = '';
  let from = 0;
  for (const span of numeralSpans(text, options)) {
    if (passes(span)) continue;
    const id = masks.length + 1;
    const label = `⟦${id}:${unitShown(span.quantity) || KIND_LABELS[span.kind]}⟧`;
    const mask: Mask = { id, label, original: span.text, start: span.start, end: span.end, kind: span.kind };
    if (span.quantity) mask.quantity = span.quantity;
    masks.push(mask);
    masked += escapeMarks(text.slice(from, span.start)) + label;
    from = span.end;
  }
  return { text: masked + escapeMarks(text.slice(from)), masks };
}

/** Undoes `maskText`, also on text a model made of it: known masks by their number, whatever label it left them; unknown ones stay. */
export function unmaskText(text: string, masks: readonly Mask[]): string {
  const originals = new Map(masks.map((mask) => [String(mask.id), mask.original]));
  return text.replace(/⟦(\d+)(?::[^⟦⟧]*)?⟧|␛([abcde])/g, (whole, id: string | undefined, mark: string | undefined) =>
    mark === undefined ? (originals.get(id ?? '') ?? whole) : (UNESCAPED[mark] ?? whole),
  );
}

const UNESCAPED: Record<string, string> = { a: '⟦', b: '⟧', c: '{', d: '}', e: '␛' };
const ESCAPED: Record<string, string> = { '⟦': '␛a', '⟧': '␛b', '␛': '␛e' };

/** A user's own ⟦1:元⟧ or {{slot}} must not pass for ours. */
function escapeMarks(text: string): string {
  return text
    .replace(/[⟦⟧␛]/g, (mark) => ESCAPED[mark] ?? mark)
    .replace(/\{{2,}/g, (run) => '␛c'.repeat(run.length))
    .replace(/\}{2,}/g, (run) => '␛d'.repeat(run.length));
}
