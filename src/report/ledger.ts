// The figure ledger: one row for each place of the finished text where a figure stands, with what is known of it. Pure; lays nothing out.
import { findFigures, formatQuantity } from '../figures/index.ts';
import { formulaInWords } from './derive.ts';
import type { Paragraph, ReportDocument, Span } from './document.ts';
import type { Fact, Facts, Person, Provenance } from './fact.ts';
import { giverOf } from './giver.ts';
import { type Outline, slotOf } from './outline.ts';

export interface LedgerRow extends Provenance {
  /** Section it stands in; a chapter's id for its heading, `title` for the title. */
  section: string;
  sentence: string;
  /** What the figure is of; '' for one that a person typed into the text and no record stands behind. */
  item: string;
  /** As it stands in the text. */
  printed: string;
  /** As recorded; '' without a record. */
  exact: string;
  slot: string;
  giver: string;
  /** Milliseconds since the epoch; 0 when unknown. */
  at: number;
  /** The words it was given in. */
  words: string;
  /** How it was computed, '' when somebody said it. */
  computed: string;
  /** Why it is printed otherwise than it was given, '' when it is not. */
  wish: string;
  /** What stood there before, newest first. */
  earlier: { exact: string; giver: string; at: number }[];
  confirmed?: { by: Person; at: number };
}

interface Needs {
  document: ReportDocument;
  outline: Outline;
  facts: Facts;
  /** Closed facts by slot, newest first. */
  earlier?: Record<string, Fact[]>;
  /** Who wrote the words of a section, where it was a person. */
  authors?: Record<string, { by: Person; at: number }>;
}

export function ledgerOf(needs: Needs): LedgerRow[] {
  return linesOf(needs.document).flatMap((line) => rowsOf(line, needs));
}

/**
 * What in the finished text and the ledger does not agree; both are read anew, so a row lost, doubled or changed shows.
 * Empty when every figure found in the text has its row, in order, and every row its place.
 */
export function proveLedger(document: ReportDocument, rows: Pick<LedgerRow, 'section' | 'printed'>[]): string[] {
  let next = 0;
  const problems: string[] = [];
  for (const { section, spans } of linesOf(document)) {
    const text = spans.map((span) => span.text).join('');
    const own: { start: number; end: number; printed: string }[] = [];
    let from = 0;
    for (; rows[next]?.section === section; next += 1) {
      const printed = rows[next]?.printed ?? '';
      const start = text.indexOf(printed, from);
      if (start < 0) break;
      from = start + printed.length;
      own.push({ start, end: from, printed });
    }
    for (const figure of figuresIn(spans))
      if (!own.some(({ start, end }) => start <= figure.start && figure.end <= end)) problems.push(figure.text);
  }
  return [...problems, ...rows.slice(next).map((row) => row.printed)];
}

type Line = Pick<Paragraph, 'section' | 'spans'>;

function linesOf(document: ReportDocument): Line[] {
  const words = (section: string, text: string): Line => ({ section, spans: [{ text, from: 'text' }] });
  return [
    words('title', document.title),
    ...document.opening,
    ...document.chapters.flatMap((chapter) => [words(chapter.id, chapter.heading), ...chapter.paragraphs]),
    ...document.closing,
  ];
}

interface Placed {
  span: Span;
  start: number;
  end: number;
}

function place(spans: Span[]): Placed[] {
  let at = 0;
  return spans.map((span) => {
    const start = at;
    at += span.text.length;
    return { span, start, end: at };
  });
}

/** What reads as a figure, gaps apart: 〔待补：…〕 may hold a numeral of a label. */
function figuresIn(spans: Span[]): ReturnType<typeof findFigures> {
  const gaps = place(spans).filter(({ span }) => span.from === 'missing');
  return findFigures(spans.map((span) => span.text).join('')).filter(
    (figure) => !gaps.some(({ start, end }) => start < figure.end && figure.start < end),
  );
}

function rowsOf({ section, spans }: Line, needs: Needs): LedgerRow[] {
  const text = spans.map((span) => span.text).join('');
  const whole = place(spans).filter(({ span }) => isFigure(span, needs));
  const others = figuresIn(spans).filter(
    (figure) => !whole.some(({ start, end }) => start <= figure.start && figure.end <= end),
  );
  const found = [
    ...whole.map(({ span, start, end }) => ({ start, end, slot: span.slot ?? '' })),
    ...others.map(({ start, end }) => ({ start, end, slot: slotAt(spans, start, end) })),
  ];
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, slot }) => {
      const at = { section, sentence: sentenceAt(text, start, end), printed: text.slice(start, end), slot };
      return { ...at, ...whatIsKnown(slot, section, at.printed, needs) };
    });
}

/** Printed whole by a figure's fact: a row even where it reads as none (the outline's phrase for zero). */
function isFigure(span: Span, { facts }: Needs): boolean {
  return span.from === 'fact' && span.slot !== undefined && facts[span.slot]?.value.type === 'figure';
}

/** The narrative fact that a figure stands in, '' for words of the text's own. */
function slotAt(spans: Span[], start: number, end: number): string {
  const inside = place(spans).find((one) => one.start <= start && end <= one.end);
  return inside?.span.from === 'fact' ? (inside.span.slot ?? '') : '';
}

type Known = Omit<LedgerRow, 'section' | 'sentence' | 'printed' | 'slot'>;

function whatIsKnown(id: string, section: string, printed: string, needs: Needs): Known {
  const fact = Object.hasOwn(needs.facts, id) ? needs.facts[id] : undefined;
  const slot = slotOf(needs.outline, id);
  if (!fact || !slot) {
    const author = needs.authors?.[section];
    const giver = author ? author.by.name : '';
    return { item: '', exact: '', giver, at: author?.at ?? 0, words: '', computed: '', wish: '', earlier: [] };
  }
  const { scope, asOf, status, deed, confirmed } = fact;
  const exact = exactOf(fact) || printed;
  return {
    item: slot.label,
    exact,
    ...(scope === undefined ? {} : { scope }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(status === undefined ? {} : { status }),
    ...(deed === undefined ? {} : { deed }),
    giver: fact.derived ? '' : giverOf(fact.source),
    at: fact.derived ? 0 : fact.source.at,
    words: fact.derived ? '' : fact.source.words,
    computed: fact.derived ? formulaInWords(slot, needs.outline) : '',
    wish: fact.print ? `${fact.print.by.name}定，写作“${printed}”` : '',
    earlier: (needs.earlier?.[id] ?? [])
      .filter((one) => exactOf(one) !== '' && exactOf(one) !== exact)
      .map((one) => ({ exact: exactOf(one), giver: giverOf(one.source), at: one.source.at })),
    ...(confirmed === undefined ? {} : { confirmed }),
  };
}

function exactOf({ value }: Fact): string {
  return value.type === 'figure' ? formatQuantity(value.quantity, { direction: true }) : '';
}

function sentenceAt(text: string, start: number, end: number): string {
  const before = text.slice(0, start).search(/[^。！？；\n]*$/u);
  const after = /^[^。！？；\n]*[。！？；]?/u.exec(text.slice(end))?.[0] ?? '';
  return (text.slice(before, end) + after).trim();
}
