// Which version a returned text was made from: the file sent, or what stands now, that it has most of. Changes nothing.
import type { Assembly } from '../report/assemble.ts';
import { bareOf, sentencesOf } from '../report/compare/alike.ts';
import { compareDocument, type DocumentComparison } from '../report/compare/compare-document.ts';
import { type SentDocument, sentDocument } from '../report/compare/sent-document.ts';
import { createWhere } from '../report/compare/where.ts';
import type { Facts, Source } from '../report/fact.ts';
import type { FileParagraph } from '../report/file-text.ts';
import type { Outline } from '../report/outline.ts';
import type { SentFile, Version } from '../report/report.ts';
import { type Scene, sideValue } from './turn.ts';

export interface Base {
  assembly: Assembly;
  /** Absent: what stands now. */
  file?: SentFile;
  compared: DocumentComparison;
  /** Only some of the report came back: what is not in it was not taken out. */
  partial: boolean;
}

export interface Returned {
  base: Base;
  /** The file's, or the document's. */
  name: string;
  /** Whose words they are; `event`: the message they came with. */
  source: Source;
  /** What it was compared with, in words. */
  than: string;
}

/** This much of theirs must be ours. */
const THEIRS = 0.45;
/** With less of ours in it, it is a part of the report. */
const WHOLE = 0.5;
const LEAST = 0.08;

export function baseOf(scene: Scene, paragraphs: FileParagraph[]): Base | undefined {
  const candidates = [...(scene.report.files ?? []).map((file) => assemblyOf(scene, file)), presentOf(scene)].flatMap(
    (one) => (one ? [{ ...one, sent: sentDocument(one.assembly) }] : []),
  );
  const theirs = bag(paragraphs.map(({ text }) => text));
  // Of two that are as near the later one; a file rather than what stands now, which may be the same.
  const scored = candidates.map((one, at) => ({
    ...one,
    score: overlap(theirs, bag(textsOf(one.sent))) + (one.file ? at * 1e-6 : 0),
  }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  );
  if (!best || best.sent.sections.length === 0) return undefined;
  const where = createWhere(best.sent);
  const weigh = (texts: string[]) => texts.reduce((sum, text) => sum + bareOf(text).length, 0);
  const found = paragraphs.reduce((sum, { text }) => sum + where(text).share * bareOf(text).length, 0);
  const whole = weigh(paragraphs.map(({ text }) => text));
  const ours = found / Math.max(1, weigh(best.sent.sections.map((one) => one.text)));
  if (found / Math.max(1, whole) < THEIRS || ours < LEAST) return undefined;
  const partial = ours < WHOLE;
  const compared = compareDocument(best.sent, paragraphs);
  const { file } = best;
  return {
    assembly: best.assembly,
    ...(file ? { file } : {}),
    partial,
    compared: partial ? onlySome(compared) : compared,
  };
}

function onlySome(compared: DocumentComparison): DocumentComparison {
  const restructured = compared.chapters.some(
    (chapter) =>
      chapter.id === undefined || chapter.sections.some((one) => one.id === undefined || one.merged.length > 0),
  );
  return { ...compared, deleted: [], deletedChapters: [], restructured };
}

function presentOf({ turn, report, outline }: Scene): { assembly: Assembly; file?: SentFile } | undefined {
  const texts: Record<string, string> = {};
  for (const [id, head] of Object.entries(report.sections)) {
    const version = sideValue(turn, head.version) as Version | undefined;
    if (version) texts[id] = version.text;
  }
  if (Object.keys(texts).length === 0) return undefined;
  return { assembly: { outline, facts: report.facts, texts, year: report.year } };
}

function assemblyOf({ turn }: Scene, file: SentFile): { assembly: Assembly; file?: SentFile } | undefined {
  const outline = sideValue(turn, file.outline) as Outline | undefined;
  const facts = sideValue(turn, file.facts) as Facts | undefined;
  const versions = Object.entries(file.sections).map(
    ([id, key]) => [id, sideValue(turn, key) as Version | undefined] as const,
  );
  if (!outline || !facts || versions.length === 0 || versions.some(([, version]) => !version)) return undefined;
  const texts = Object.fromEntries(versions.map(([id, version]) => [id, version?.text ?? '']));
  return { file, assembly: { outline, facts, texts, year: file.year } };
}

const textsOf = ({ sections, chapters, title }: SentDocument): string[] => [
  title,
  ...chapters.map((one) => one.heading),
  ...sections.flatMap(({ heading, text }) => [`${heading}。`, ...text.split('\n')]),
];

function bag(texts: string[]): Map<string, number> {
  return new Map(texts.flatMap(sentencesOf).map((one) => [bareOf(one), bareOf(one).length]));
}

/** Both ways: what was put in since tells two versions apart as well as what was taken out. */
function overlap(one: Map<string, number>, other: Map<string, number>): number {
  const sum = (from: Map<string, number>, among?: Map<string, number>): number =>
    [...from].reduce((all, [text, length]) => all + (!among || among.has(text) ? length : 0), 0);
  return (2 * sum(one, other)) / Math.max(1, sum(one) + sum(other));
}
