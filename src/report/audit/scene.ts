// The text as the rules see it: each paragraph with what several rules need, worked out once. Holds no rule.
import { type NumeralSpan, numeralSpans } from '../../figures/index.ts';
import type { AuditedParagraph, AuditFinding, AuditOptions, ReportKind, Severity } from './finding.ts';

interface Range {
  start: number;
  end: number;
}

export interface SceneParagraph extends AuditedParagraph {
  index: number;
  /** As it was given; `text` is the same, character for character, with full-width marks between Chinese. */
  raw: string;
  spans: NumeralSpan[];
  /** Between quotation marks, the marks included; `long` where it quotes a text and not a term. */
  quoted: (Range & { long: boolean })[];
  /** Between 《 and 》, the marks included. */
  titles: Range[];
  /** 〔待补：…〕: ours, nobody's words. */
  gaps: Range[];
}

export interface AuditScene {
  paragraphs: SceneParagraph[];
  whole: string;
  year: number | undefined;
  kind: ReportKind;
  options: AuditOptions;
}

export type Rule = (scene: AuditScene) => AuditFinding[];

const LONG_QUOTATION = 16;

export function createScene(paragraphs: AuditedParagraph[], options: AuditOptions): AuditScene {
  const even = paragraphs.map((paragraph) => ({ ...paragraph, raw: paragraph.text, text: fullWidth(paragraph.text) }));
  return {
    paragraphs: even.map((paragraph, index) => ({
      ...paragraph,
      index,
      spans: numeralSpans(paragraph.text),
      quoted: ranges(paragraph.text, /“[^“”]*”|"[^"\n]*"|「[^「」]*」/gu).map((range) => ({
        ...range,
        long:
          range.end - range.start > LONG_QUOTATION && /[，。；]/u.test(paragraph.text.slice(range.start, range.end)),
      })),
      titles: ranges(paragraph.text, /《[^《》]*》/gu),
      gaps: ranges(paragraph.text, /〔[^〔〕]*〕/gu).filter(
        ({ start }) => !/^〔\d{4}〕/u.test(paragraph.text.slice(start)),
      ),
    })),
    whole: even.map(({ text }) => text).join('\n'),
    year: options.year ?? yearOf(paragraphs),
    kind: options.kind ?? kindOf(paragraphs),
    options,
  };
}

const FULL: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };

/** Half-width marks are a fault of their own; every other rule reads the text as if they were right. */
function fullWidth(text: string): string {
  return text.replace(/[,;:?!()]/gu, (mark, at: number) => {
    const digits = /\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + 1));
    return digits || /[A-Za-z/]/u.test(text.charAt(at - 1) + text.charAt(at + 1)) ? mark : (FULL[mark] ?? mark);
  });
}

function ranges(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The first year named in title, opening or heading, where a report says which one it tells of. */
function yearOf(paragraphs: AuditedParagraph[]): number | undefined {
  const head = paragraphs.slice(0, 4).map(({ text }) => text.slice(0, 120));
  const said = head.join('\n').match(/(20\d{2})年/u)?.[1];
  return said === undefined ? undefined : Number(said);
}

function kindOf(paragraphs: AuditedParagraph[]): ReportKind {
  const title = paragraphs.filter(({ level }) => level === 'title').map(({ text }) => text);
  const head = [...title, ...paragraphs.slice(0, 3).map(({ text }) => text)].join('\n');
  if (/述职|述责|述廉/u.test(head)) return 'duty';
  return /总结|工作情况|工作报告|工作汇报|情况报告/u.test(head) ? 'summary' : 'other';
}

export const within = (ranges: readonly Range[], start: number, end = start + 1): boolean =>
  ranges.some((range) => range.start <= start && end <= range.end);

interface Found {
  rule: string;
  severity: Severity;
  message: string;
  clause?: string | undefined;
  put?: string | undefined;
}

/** A finding at a stretch of a paragraph. */
export function findingAt(paragraph: SceneParagraph, start: number, end: number, found: Found): AuditFinding {
  const { rule, severity, message, clause, put } = found;
  return {
    rule,
    severity,
    where: {
      paragraph: paragraph.index,
      ...(paragraph.section === undefined ? {} : { section: paragraph.section }),
      start,
      end,
      quote: paragraph.raw.slice(start, end),
    },
    message,
    ...(clause === undefined ? {} : { clause }),
    ...(put === undefined ? {} : { fix: { put } }),
  };
}

/** Something that stands nowhere. */
export function absent(found: Found): AuditFinding {
  return {
    rule: found.rule,
    severity: found.severity,
    where: { paragraph: 0, start: 0, end: 0, quote: '' },
    message: found.message,
    ...(found.clause === undefined ? {} : { clause: found.clause }),
  };
}

/** Every match of a pattern in every paragraph that passes. The pattern must be global. */
export function eachMatch(
  scene: AuditScene,
  pattern: RegExp,
  tell: (match: RegExpExecArray, paragraph: SceneParagraph) => (Found & { from?: number; to?: number }) | undefined,
  as: 'text' | 'raw' = 'text',
): AuditFinding[] {
  return scene.paragraphs.flatMap((paragraph) =>
    [...paragraph[as].matchAll(pattern)].flatMap((match) => {
      const found = tell(match, paragraph);
      if (!found) return [];
      const start = found.from ?? match.index;
      return [findingAt(paragraph, start, found.to ?? match.index + match[0].length, found)];
    }),
  );
}
