// The audit: every rule over one text, in reading order, each stretch told once. Pure; knows no report but the text it is given.
import type { FailedCheck } from '../check.ts';
import type { FormulationBook } from './book.ts';
import { createBrokenWords } from './broken-words.ts';
import { contradictions } from './contradictions.ts';
import type { AuditedText, AuditFinding, AuditOptions, Severity } from './finding.ts';
import { headingForms } from './heading-forms.ts';
import { createKnownTitles } from './known-titles.ts';
import { mixedCounts } from './measures.ts';
import { createMembers } from './members.ts';
import { missingParts } from './missing-parts.ts';
import { names } from './names.ts';
import { createNearMisses } from './near-misses.ts';
import { numbering } from './numbering.ts';
import { numeralForms } from './numeral-forms.ts';
import { companies, people } from './people.ts';
import { plainSlips } from './plain-slips.ts';
import { punctuation } from './punctuation.ts';
import { createQuotationMarks } from './quotation-marks.ts';
import { createRareCharacters } from './rare-characters.ts';
import { absent, createScene, type Rule } from './scene.ts';
import { style } from './style.ts';
import { createWordForms } from './word-forms.ts';
import { createWordings } from './wordings.ts';
import { yearTerms } from './year-terms.ts';

export type Audit = (text: AuditedText, options?: AuditOptions) => AuditFinding[];

/** Builds the indexes of the list once; the audit it gives may be used any number of times. */
export function createAudit(book: FormulationBook): Audit {
  const rules: Rule[] = [
    createWordForms(book),
    createMembers(book),
    createNearMisses(book),
    createWordings(book),
    createKnownTitles(book),
    createBrokenWords(book),
    createRareCharacters(book),
    createQuotationMarks(book),
    punctuation,
    numeralForms,
    contradictions,
    names,
    people,
    companies,
    yearTerms,
    mixedCounts,
    headingForms,
    numbering,
    missingParts,
    plainSlips,
    style,
  ];
  return (text, options = {}) => {
    const scene = createScene(text.paragraphs, options);
    const found = [...(text.failed ?? []).map(failedCheck), ...rules.flatMap((rule) => rule(scene))].filter(
      (finding) => !inGap(finding) && !isAsked(finding, text.failed ?? []),
    );
    return inOrder(toldOnce(found));

    function inGap({ where }: AuditFinding): boolean {
      const gaps = scene.paragraphs[where.paragraph]?.gaps ?? [];
      return gaps.some((gap) => gap.start <= where.start && where.end <= gap.end && where.quote !== '');
    }
  };
}

/** A relation of the outline that does not hold: of figures we know, so it stands before anything read from the text. */
function failedCheck({ check, question, severity, values }: FailedCheck): AuditFinding {
  const shown = values.map(({ label, text }) => `${label}${text}`).join('，');
  return absent({
    rule: `outline/${check}`,
    severity: severity === 'hint' ? 'may' : 'should',
    message: `${shown}：${question}`,
  });
}

/** A contradiction the outline's own check asks about already, in better words. */
function isAsked({ rule, message }: AuditFinding, failed: FailedCheck[]): boolean {
  if (!rule.startsWith('figures/')) return false;
  return failed.some(({ values }) => values.length > 1 && values.every(({ text }) => message.includes(text)));
}

const weight: Record<Severity, number> = { must: 0, should: 1, may: 2 };
const family = (rule: string): string => rule.split('/')[0] ?? rule;

/** Of two findings about words at overlapping places the graver is told, else the longer. */
function toldOnce(found: AuditFinding[]): AuditFinding[] {
  const words = new Set(['formulation', 'words', 'names']);
  const kept: AuditFinding[] = [];
  const graver = [...found].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || b.where.end - b.where.start - (a.where.end - a.where.start),
  );
  for (const finding of graver) {
    const rival = kept.some(
      (one) =>
        one.where.paragraph === finding.where.paragraph &&
        finding.where.quote !== '' &&
        one.where.start < finding.where.end &&
        finding.where.start < one.where.end &&
        (one.rule === finding.rule || (words.has(family(one.rule)) && words.has(family(finding.rule)))),
    );
    if (!rival) kept.push(finding);
  }
  return kept;
}

function inOrder(found: AuditFinding[]): AuditFinding[] {
  return [...found].sort((a, b) => a.where.paragraph - b.where.paragraph || a.where.start - b.where.start);
}
