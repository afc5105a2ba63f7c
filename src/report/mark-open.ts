// A report with what is in question marked in it, for whoever reads it next. Changes no word.
import type { Paragraph, ReportDocument, Span } from './document.ts';

/** What is open in a text that has no gap there. */
export interface InQuestion {
  /** Slots whose figure is disputed, or contradicts another. */
  slots: string[];
  /** Figures as they stand in the text which nothing proves. */
  words: string[];
}

export function markOpen(document: ReportDocument, { slots, words }: InQuestion): ReportDocument {
  if (slots.length === 0 && words.length === 0) return document;
  const quotes = [...new Set(words.filter((one) => one !== ''))].sort((a, b) => b.length - a.length);
  const marked = (paragraphs: Paragraph[]): Paragraph[] =>
    paragraphs.map((one) => ({
      ...one,
      spans: one.spans.flatMap((span) =>
        span.slot !== undefined && slots.includes(span.slot)
          ? [{ ...span, open: true as const }]
          : quoted(span, quotes),
      ),
    }));
  return {
    ...document,
    opening: marked(document.opening),
    chapters: document.chapters.map((chapter) => ({ ...chapter, paragraphs: marked(chapter.paragraphs) })),
    closing: marked(document.closing),
  };
}

/** A span cut where one of these stands in it as a whole figure: 12次 is not in 312次. */
function quoted(span: Span, quotes: string[]): Span[] {
  if (span.from === 'missing') return [span];
  for (const quote of quotes) {
    for (let at = span.text.indexOf(quote); at >= 0; at = span.text.indexOf(quote, at + 1)) {
      const before = span.text.slice(0, at);
      const after = span.text.slice(at + quote.length);
      if (/[\d.]$/u.test(before) || (/\d$/u.test(quote) && /^[\d.]/u.test(after))) continue;
      return [
        ...(before === '' ? [] : quoted({ ...span, text: before }, quotes)),
        { ...span, text: quote, open: true },
        ...(after === '' ? [] : quoted({ ...span, text: after }, quotes)),
      ];
    }
  }
  return [span];
}
