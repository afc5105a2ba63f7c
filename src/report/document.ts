// A report assembled for people: the one shape that documents/, the chat and later the audit work from.

/** A piece of running text and where it came from. `missing` stands for a fact nobody gave: 〔待补：…〕. */
export interface Span {
  text: string;
  from: 'text' | 'fact' | 'missing';
  /** For `fact` and `missing`. */
  slot?: string;
  /** It is in question: disputed, or proved by nothing. */
  open?: true;
}

export interface Paragraph {
  section: string;
  spans: Span[];
}

export interface ReportDocument {
  /** Two or more lines at word boundaries when long. */
  title: string;
  opening: Paragraph[];
  chapters: { id: string; heading: string; paragraphs: Paragraph[] }[];
  closing: Paragraph[];
  /** Name and date at the end, '' when unknown. */
  signature: { name: string; date: string };
}
