// What others wrote in the cloud document, taken in as a file that comes back is. Must never take a section for changed that they left alone.

import type { Assembly } from '../report/assemble.ts';
import type { MergedParagraph } from '../report/cloud-merge.ts';
import { compareDocument, type DocumentComparison, type ReturnedSection } from '../report/compare/compare-document.ts';
import { sentDocument } from '../report/compare/sent-document.ts';
import type { Facts } from '../report/fact.ts';
import type { FileParagraph } from '../report/file-text.ts';
import { undrafted } from '../report/render.ts';
import type { CloudRead } from './cloud-event.ts';
import { assemblyWith } from './cloud-text.ts';
import { cloudWords } from './cloud-wording.ts';
import { takeIn } from './take-in.ts';
import type { Scene } from './turn.ts';

interface Read {
  event: CloudRead;
  /** Those it was written with. */
  facts: Facts;
}

/** The base is what stands now: what they left alone was laid under their words already, so only theirs differ. */
export function takeCloudChanges(scene: Scene, paragraphs: MergedParagraph[], { event, facts }: Read): undefined {
  const assembly = assemblyWith(scene, facts);
  const compared = compare(assembly, paragraphs);
  if (compared.identical) return;
  const by = event.editor ?? { id: '', name: cloudWords.somebody };
  const source = { by, at: event.at, event: event.id, words: cloudWords.source };
  const base = { assembly, compared, partial: false };
  return takeIn(scene, { base, name: cloudWords.source, source, than: cloudWords.than });
}

/** Sections not drafted yet all read alike: each is given words of its own, so that none is taken for another. */
function compare(assembly: Assembly, paragraphs: MergedParagraph[]): DocumentComparison {
  const empty = new Set(sentDocument(assembly).sections.flatMap((one) => (one.empty ? [one.id] : [])));
  const ownWords = (id: string): string => undrafted.text.replace('〕', `·${id}〕`);
  const texts = { ...assembly.texts, ...Object.fromEntries([...empty].map((id) => [id, ownWords(id)])) };
  const sent = sentDocument({ ...assembly, texts });
  const read = paragraphs.map((one): FileParagraph => {
    const text = empty.has(one.section) ? one.text.replaceAll(undrafted.text, ownWords(one.section)) : one.text;
    return one.kind === 'text' ? { text } : { text, heading: one.kind === 'heading1' ? 1 : 2 };
  });
  const compared = compareDocument(sent, [{ text: sent.title, heading: 0 }, ...read]);
  const marks = [undrafted.text, ...[...empty].map(ownWords)];
  const without = (one: ReturnedSection): ReturnedSection => {
    const text = marks.reduce((rest, mark) => rest.replaceAll(mark, ''), one.text).trim();
    const untouched = text === '' && one.id !== undefined && empty.has(one.id) && !one.retitled;
    return { ...one, text, change: untouched ? 'same' : one.change };
  };
  return {
    ...compared,
    ...(compared.opening ? { opening: without(compared.opening) } : {}),
    chapters: compared.chapters.map((one) => ({ ...one, sections: one.sections.map(without) })),
    ...(compared.closing ? { closing: without(compared.closing) } : {}),
  };
}
