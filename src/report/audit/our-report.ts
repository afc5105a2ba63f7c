// A report of ours as the audit sees it: each paragraph with its level and section. Adds no words.
import type { FailedCheck } from '../check.ts';
import type { Paragraph, ReportDocument } from '../document.ts';
import { textOf } from '../render.ts';
import type { AuditedParagraph, AuditedText, Level } from './finding.ts';

/** `failed`: its outline's checks that do not hold and nobody has explained. */
export function auditedReport(document: ReportDocument, failed: FailedCheck[] = []): AuditedText {
  const body = (paragraphs: Paragraph[]): AuditedParagraph[] =>
    paragraphs.map(({ section, spans }) => ({ text: textOf(spans), level: 'body', section }));
  const lone = (text: string, level: Level): AuditedParagraph[] => (text === '' ? [] : [{ text, level }]);
  return {
    paragraphs: [
      ...lone(document.title.replaceAll('\n', ''), 'title'),
      ...body(document.opening),
      ...document.chapters.flatMap(({ heading, paragraphs }) => [...lone(heading, 'heading1'), ...body(paragraphs)]),
      ...body(document.closing),
      ...lone(document.signature.name, 'signature'),
      ...lone(document.signature.date, 'signature'),
    ],
    failed,
  };
}
