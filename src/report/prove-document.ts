// The second, independent proof: reads the figures again out of the finished text and asks each for the fact behind it.

import { findFigures } from '../figures/index.ts';
import type { ReportDocument, Span } from './document.ts';
import type { Finding } from './finding.ts';

/**
 * Each figure in the finished text lies wholly within the span of one fact, and is all of the quantity that stands there.
 * Trusts neither tokens nor the proof of sections: it knows only the spans and what a figure looks like.
 */
export function proveDocument(document: ReportDocument): Finding[] {
  const paragraphs = [
    ...document.opening,
    ...document.chapters.flatMap((chapter) => [
      { spans: [{ text: chapter.heading.replace(/^[一二三四五六七八九十]+、/u, ''), from: 'text' as const }] },
      ...chapter.paragraphs,
    ]),
    ...document.closing,
  ];
  return paragraphs.flatMap(({ spans }) => proveSpans(spans));
}

function proveSpans(spans: Span[]): Finding[] {
  const text = spans.map((span) => span.text).join('');
  const ends: { span: Span; start: number; end: number }[] = [];
  for (const span of spans) {
    const start = ends.at(-1)?.end ?? 0;
    ends.push({ span, start, end: start + span.text.length });
  }
  return findFigures(text).flatMap((figure): Finding[] => {
    const touched = ends.filter(({ start, end }) => start < figure.end && figure.start < end);
    if (touched.every(({ span }) => span.from === 'missing')) return [];
    const only = touched.length === 1 ? touched[0] : undefined;
    if (only?.span.from === 'fact') return [];
    return touched.some(({ span }) => span.from === 'fact')
      ? [
          {
            code: 'figure_altered',
            message: `“${figure.text}”与记下的数不一致：旁边的文字改变了它的意思。`,
            quote: figure.text,
          },
        ]
      : [
          {
            code: 'figure_unproved',
            message: `“${figure.text}”没有出处，不是任何一条记下的事实。`,
            quote: figure.text,
          },
        ];
  });
}
