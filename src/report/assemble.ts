// Outline, facts and section texts → the report as people see it. Writes headings, numbers and marks; no sentence of its own.
import type { Paragraph, ReportDocument, Span } from './document.ts';
import type { Facts } from './fact.ts';
import { inChinese } from './number-in-chinese.ts';
import { type Chapter, type Outline, type Section, slotOf } from './outline.ts';
import { isLeftOut, missing, renderPlain, renderText, textOf, undrafted } from './render.ts';
import { toldOtherwise } from './told-otherwise.ts';

export interface Assembly {
  outline: Outline;
  year: number;
  facts: Facts;
  /** Current texts, with tokens, by section id. A section without one is shown as not drafted. */
  texts: Record<string, string>;
}

/** The ids of the slots that make up the signature; an outline may have them, and then no text holds their tokens. */
export const signatureSlots = { name: 'signature', date: 'signature_date' } as const;

/** A title longer than this takes the line breaks its author put into it: 22 pt on a 156 mm line. */
const titleLine = 19;

export function assemble(assembly: Assembly): ReportDocument {
  const { outline } = assembly;
  const chapters = outline.chapters.flatMap((chapter) => {
    const paragraphs = chapterParagraphs(chapter, assembly);
    return paragraphs.length === 0 ? [] : [{ id: chapter.id, heading: chapter.heading, paragraphs }];
  });
  return {
    title: titleOf(assembly),
    opening: sectionParagraphs(outline.opening, '', assembly),
    // Numbered last: a chapter with nothing to say is left out, and the numbers must not show a gap.
    chapters: chapters.map((chapter, at) => ({ ...chapter, heading: `${inChinese(at + 1)}、${chapter.heading}` })),
    closing: sectionParagraphs(outline.closing, '', assembly),
    signature: { name: signed(signatureSlots.name, assembly), date: signed(signatureSlots.date, assembly) },
  };
}

/** The document as plain text, one line per paragraph. */
export function documentText(document: ReportDocument): string {
  const lines = (paragraphs: Paragraph[]) => paragraphs.map((paragraph) => textOf(paragraph.spans));
  const body = document.chapters.flatMap((chapter) => [chapter.heading, ...lines(chapter.paragraphs)]);
  const signature = [document.signature.name, document.signature.date].filter((line) => line !== '');
  return [document.title, '', ...lines(document.opening), ...body, ...lines(document.closing), ...signature].join('\n');
}

function titleOf(assembly: Assembly): string {
  const title = renderPlain(assembly.outline.title, assembly);
  const flat = title.replaceAll('\n', '');
  return [...flat].length > titleLine ? title : flat;
}

function chapterParagraphs(chapter: Chapter, assembly: Assembly): Paragraph[] {
  const lead = chapter.lead ? sectionParagraphs(chapter.lead, '', assembly) : [];
  const points = chapter.points.filter((point) => !isEmpty(point, assembly));
  // A single point needs no 一是.
  const mark = (at: number) => (points.length > 1 ? `${inChinese(at + 1)}是` : '');
  return [
    ...lead,
    ...points.flatMap((point, at) => sectionParagraphs(point, headOf(point, mark(at), assembly), assembly)),
  ];
}

/** A person's words may begin with the heading, or with mark and heading; then they are not said twice. */
function headOf({ id, heading }: Section, mark: string, { texts }: Assembly): string {
  const text = texts[id]?.trimStart() ?? '';
  const own = /^(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[）)])/u.exec(text)?.[0] ?? '';
  if (!text.slice(own.length).startsWith(heading)) return `${mark}${heading}。`;
  return own === '' ? mark : '';
}

function sectionParagraphs(section: Section, head: string, assembly: Assembly): Paragraph[] {
  if (isEmpty(section, assembly)) return [];
  const text = assembly.texts[section.id];
  const body = text === undefined ? [{ ...undrafted }] : renderText(text.trim(), { ...assembly, section: section.id });
  const first = body[0];
  if (head !== '' && first?.from === 'text' && first.slot === undefined) first.text = head + first.text;
  else if (head !== '') body.unshift({ text: head, from: 'text' });
  const telling = { outline: assembly.outline, facts: assembly.facts, section: section.id, text: text ?? '' };
  return splitLines(body).map((spans) => ({ section: section.id, spans: toldOtherwise(spans, telling) }));
}

/** Nothing to say: every slot left out on purpose and no words left beside them. */
function isEmpty(section: Section, assembly: Assembly): boolean {
  const asked = section.slots.filter((id) => slotOf(assembly.outline, id)?.appears?.length !== 0);
  const allLeftOut = asked.length > 0 && asked.every((id) => isLeftOut(id, assembly));
  const text = assembly.texts[section.id];
  if (text === undefined) return hasNothingToTell(section, assembly);
  return allLeftOut && renderPlain(text, assembly).trim() === '';
}

/** Something was left out on purpose, and nothing else of it was given or must be: no gap, and nobody has to write it. */
export function hasNothingToTell(section: Section, { outline, facts }: Pick<Assembly, 'outline' | 'facts'>): boolean {
  const asked = section.slots.flatMap((id) => slotOf(outline, id) ?? []).filter((slot) => slot.appears?.length !== 0);
  const leftOut = asked.filter(({ id }) => isLeftOut(id, { outline, facts }));
  const open = asked.filter((slot) => !leftOut.includes(slot));
  return leftOut.length > 0 && open.every(({ id, required }) => !required && facts[id] === undefined);
}

/** A signature the outline asks for and nobody gave is marked like any other gap. */
function signed(id: string, { outline, facts }: Assembly): string {
  const value = facts[id]?.value;
  if (value?.type === 'text') return value.text.trim();
  const slot = slotOf(outline, id);
  const leftOut = value?.type === 'omitted' && value.reason === 'not_applicable';
  return slot?.required && !leftOut ? missing(slot.label) : '';
}

/** A line break in a text begins a new paragraph, wherever it stands. Empty lines are none. */
function splitLines(spans: Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    for (const [at, text] of span.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...span, text });
    }
  }
  return lines.filter((line) => line.some((span) => span.text.trim() !== ''));
}
