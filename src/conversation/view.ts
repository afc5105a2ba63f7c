// The report's current text as people will see it, part by part. Reads side values; writes nothing.
import { assemble, documentText } from '../report/assemble.ts';
import { countWords } from '../report/count-words.ts';
import type { Paragraph, ReportDocument } from '../report/document.ts';
import { undrafted } from '../report/render.ts';
import type { SectionHead, Version } from '../report/report.ts';
import type { Part } from './plan.ts';
import { type Scene, sideValue } from './turn.ts';

/** A head's text with tokens; '' when its value is not at hand. */
function textOfHead(scene: Scene, head: SectionHead): string {
  return (sideValue(scene.turn, head.version) as Version | undefined)?.text ?? '';
}

/** The whole report from these heads (default: the current ones). */
export function documentOf(scene: Scene, heads: Record<string, SectionHead> = scene.report.sections): ReportDocument {
  const { outline, report } = scene;
  const texts = Object.fromEntries(Object.entries(heads).map(([id, head]) => [id, textOfHead(scene, head)]));
  return assemble({ outline, year: report.year, facts: report.facts, texts });
}

function paragraphsOf(document: ReportDocument): Paragraph[] {
  return [...document.opening, ...document.chapters.flatMap((one) => one.paragraphs), ...document.closing];
}

/** The paragraphs of a part's sections, one line each; '' when none is drafted. */
export function textOfPart(
  scene: Scene,
  part: Part,
  heads: Record<string, SectionHead> = scene.report.sections,
): string {
  const ids = part.sections.map((one) => one.id);
  if (!ids.some((id) => heads[id])) return '';
  return paragraphsOf(documentOf(scene, heads))
    .filter((one) => ids.includes(one.section))
    .map((one) => one.spans.map((span) => span.text).join(''))
    .join('\n');
}

/** A section as it would be printed with this text, one line a paragraph. */
export function textAs(scene: Scene, section: string, text: string): string {
  const { outline, report } = scene;
  const document = assemble({ outline, year: report.year, facts: report.facts, texts: { [section]: text } });
  return paragraphsOf(document)
    .filter((one) => one.section === section)
    .map((one) => one.spans.map((span) => span.text).join(''))
    .join('\n');
}

/** The printed sentences that tell this slot's fact, once each. */
export function sentencesWith(document: ReportDocument, slot: string): string[] {
  const told = paragraphsOf(document).flatMap(({ spans }) => {
    const sentences: { text: string; tells: boolean }[] = [{ text: '', tells: false }];
    for (const span of spans) {
      for (const [nth, piece] of span.text.split(/(?<=[。！？；])/u).entries()) {
        const last = sentences.at(-1);
        if (!last || nth > 0 || /[。！？；]$/u.test(last.text)) sentences.push({ text: '', tells: false });
        const now = sentences.at(-1);
        if (!now) continue;
        now.text += piece;
        now.tells ||= span.from === 'fact' && span.slot === slot;
      }
    }
    return sentences.filter((one) => one.tells).map((one) => one.text.trim());
  });
  return [...new Set(told)];
}

/** What is still open in these sections (default: everywhere), as printed, each once. Undrafted ones are told apart. */
export function openIn(document: ReportDocument, sections?: string[]): string[] {
  const spans = paragraphsOf(document)
    .filter((one) => !sections || sections.includes(one.section))
    .flatMap((one) => one.spans);
  const gaps = spans.filter((span) => span.from === 'missing' && span.text !== undrafted.text).map((span) => span.text);
  const { name, date } = document.signature;
  const unsigned = sections ? [] : [name, date].filter((line) => line.startsWith('〔待补'));
  return [...new Set([...gaps, ...unsigned])];
}

/** As Word counts, punctuation included. */
export function countCharacters(document: ReportDocument): number {
  return countWords(documentText(document));
}
