// A report as the paragraphs of a cloud document. Pure; knows of no platform and writes no sentence of its own.
import type { ReportDocument, Span } from './document.ts';

type CloudKind = 'heading1' | 'heading2' | 'text';

/** One paragraph as it is to stand. `open`: 〔待补：…〕, which is highlighted. */
export interface CloudLine {
  /** A section's id; a chapter's for its heading, `signature` for name and date. */
  section: string;
  kind: CloudKind;
  runs: { text: string; open?: true }[];
}

/** One paragraph as it was found. `other`: a picture, a table, an empty line: never touched. */
export interface CloudParagraph {
  block: string;
  kind: CloudKind | 'other';
  text: string;
}

/** One paragraph as it was written, with the block it stands in. */
export interface CloudBlock {
  block: string;
  section: string;
  kind: CloudKind;
  text: string;
}

export function textOfLine({ runs }: CloudLine): string {
  return runs.map((run) => run.text).join('');
}

export function cloudLines(document: ReportDocument): CloudLine[] {
  const { signature } = document;
  const paragraph = ({ section, spans }: { section: string; spans: Span[] }): CloudLine[] => {
    const runs = spans.filter((span) => span.text !== '').map(runOf);
    return runs.some((run) => run.text.trim() !== '') ? [{ section, kind: 'text', runs }] : [];
  };
  return [
    ...document.opening.flatMap(paragraph),
    ...document.chapters.flatMap(({ id, heading, paragraphs }): CloudLine[] => [
      { section: id, kind: 'heading1', runs: [{ text: heading }] },
      ...paragraphs.flatMap(paragraph),
    ]),
    ...document.closing.flatMap(paragraph),
    ...[signature.name, signature.date]
      .filter((text) => text !== '')
      .map((text): CloudLine => ({ section: 'signature', kind: 'text', runs: [{ text, ...opened(text) }] })),
  ];
}

function runOf({ text, from }: Span): CloudLine['runs'][number] {
  return from === 'missing' ? { text, open: true } : { text };
}

function opened(text: string): { open?: true } {
  return text.startsWith('〔待补') ? { open: true } : {};
}
