// The list as it is shipped, and an audit made of it, for the tests beside this file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFormulations } from '../../../src/catalog/load-formulations.ts';
import { createAudit } from '../../../src/report/audit/audit.ts';
import type { AuditFinding, AuditOptions } from '../../../src/report/audit/finding.ts';
import { splitText } from '../../../src/report/audit/split-text.ts';

export const book = loadFormulations(join(import.meta.dirname, '../../../prompts/formulations.yaml'));
export const audit = createAudit(book);

export const auditText = (text: string, options: AuditOptions = {}): AuditFinding[] =>
  audit({ paragraphs: splitText(text) }, options);

/** One sentence in the middle of a report. */
export const auditSentence = (sentence: string, options: AuditOptions = {}): AuditFinding[] =>
  audit({ paragraphs: [{ text: sentence, level: 'body' }] }, options);

export const correctText = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'texts', `${name}.txt`), 'utf8');

export const told = (findings: AuditFinding[]): string[] =>
  findings.map(({ rule, severity, where }) => `${severity} ${rule} ${where.quote}`);
