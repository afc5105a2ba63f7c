// What an audit finds and what it looks at. Data only; where a finding stands is never outside its paragraph.
import type { FailedCheck } from '../check.ts';

/** `must`: certainly wrong by a rule. `should`: wrong in almost every text. `may`: worth a look. */
export type Severity = 'must' | 'should' | 'may';

export interface AuditFinding {
  /** Stable name of the rule, e.g. `formulation/wrong`. */
  rule: string;
  /** The standard's clause it rests on: GB/T 15834—2011 4.5.3.5. */
  clause?: string;
  severity: Severity;
  /** `paragraph` counts from 0; offsets are UTF-16 within that paragraph, end exclusive; `quote` is that slice ('' where something is missing). */
  where: { paragraph: number; section?: string; start: number; end: number; quote: string };
  /** Chinese: what is wrong, why, and what to do. */
  message: string;
  /** The quote may be replaced by this as it stands. */
  fix?: { put: string };
}

export type Level = 'title' | 'heading1' | 'heading2' | 'body' | 'signature';

export interface AuditedParagraph {
  text: string;
  level: Level;
  /** The section of our report it belongs to. */
  section?: string;
}

export interface AuditedText {
  paragraphs: AuditedParagraph[];
  /** For a report of ours: its outline's checks that do not hold. */
  failed?: FailedCheck[];
}

export interface AuditOptions {
  /** The year reported on; read from the text where it is absent. */
  year?: number;
  /** What is demanded: duty report or summary; recognised from the text where it is absent. */
  kind?: ReportKind;
  /** Last year's report, for what was carried over unchanged. */
  lastYear?: string;
}

export type ReportKind = 'duty' | 'summary' | 'other';
