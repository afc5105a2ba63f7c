// A whole report as it is sent, and the many things people do to the file before it comes back. Fixtures only.
import { loadCatalog } from '../../../src/catalog/load-catalog.ts';
import { type Assembly, assemble } from '../../../src/report/assemble.ts';
import { bareOf } from '../../../src/report/compare/alike.ts';
import { compareDocument } from '../../../src/report/compare/compare-document.ts';
import { type Present, planReturn, type ReturnPlan } from '../../../src/report/compare/plan-return.ts';
import { cutMark } from '../../../src/report/compare/read-marks.ts';
import { sentDocument } from '../../../src/report/compare/sent-document.ts';
import type { FileParagraph } from '../../../src/report/file-text.ts';
import { sectionsOf } from '../../../src/report/outline.ts';
import { textOf } from '../../../src/report/render.ts';
import { factsFor, randomFrom, truthfulText } from '../../drafting/any-facts.ts';

const { outlines, phrasebooks } = loadCatalog('prompts/outlines');
export const kinds = outlines.map((one) => one.kind);

export function baseOf(kind: string, seed: number, share = 1): Assembly {
  const outline = outlines.find((one) => one.kind === kind);
  const phrasebook = phrasebooks[kind];
  if (!outline || !phrasebook) throw new Error(`no ${kind}`);
  const facts = factsFor(outline, seed, share);
  const texts = Object.fromEntries(
    sectionsOf(outline).map((section) => [section.id, truthfulText({ outline, phrasebook, facts }, section, seed)]),
  );
  return { outline, facts, texts, year: 2025 };
}

/** As a Word file gives it back: the title, headings of chapters, and plain paragraphs. */
export function paragraphsOf(assembly: Assembly): FileParagraph[] {
  const document = assemble(assembly);
  const plain = (one: { spans: { text: string }[] }): FileParagraph => ({ text: textOf(one.spans as never).trim() });
  const { name, date } = document.signature;
  return [
    { text: document.title.replaceAll('\n', ''), heading: 0 },
    ...document.opening.map(plain),
    ...document.chapters.flatMap((one) => [{ text: one.heading, heading: 1 }, ...one.paragraphs.map(plain)]),
    ...document.closing.map(plain),
    ...[name, date].filter((one) => one !== '').map((text) => ({ text })),
  ];
}

const presentOf = ({ outline, texts }: Assembly, more: Partial<Present> = {}): Present => ({
  outline,
  texts,
  locked: new Set(),
  added: 1,
  ...more,
});

export function planFor(base: Assembly, paragraphs: FileParagraph[], now: Present = presentOf(base)): ReturnPlan {
  return planReturn(base, now, compareDocument(sentDocument(base), paragraphs));
}

/** The report once everything was taken in. */
export function takenIn(base: Assembly, plan: ReturnPlan, now: Present = presentOf(base)): Assembly {
  const left = Object.entries(now.texts).filter(([id]) => !plan.dropped.includes(id));
  const taken = plan.texts.map(({ section, text }) => [section, text]);
  return { ...base, outline: plan.outline, texts: Object.fromEntries([...left, ...taken]) };
}

/** Without what may be set anew: numbers, the full stop after a heading, spaces. */
export const bare = (text: string): string => bareOf(cutMark(text).rest.replace(/[。：\s]+$/u, ''));

/** Paragraphs of the file that the report does not have word for word. */
export function missingIn(report: Assembly, paragraphs: FileParagraph[], notes: string[] = []): string[] {
  const whole = paragraphsOf(report)
    .map(({ text }) => bare(text))
    .join('\n');
  return paragraphs.map(({ text }) => text).filter((text) => !notes.includes(text) && !whole.includes(bare(text)));
}

export { randomFrom };
