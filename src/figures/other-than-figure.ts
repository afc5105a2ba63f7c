// Decides whether what begins at a numeral is something other than a quantity: a date, a name, numbering, a contact.
import { dateRules } from './date-rules.ts';
import { contactRules, documentRules, nameRules } from './name-rules.ts';
import { numberingRules, rankAt } from './numbering.ts';
import type { OtherKind, Rule } from './rule.ts';

/** This order matters: a contact or a document number may hold what reads as a date, a date what reads as numbering. */
const RULES: Rule[] = [...contactRules, ...documentRules, ...dateRules, ...nameRules, ...numberingRules];

const FIRST_DIGITS = /[\dNnX]/;

/** The first rule that matches at `i`, as the end of its stretch; null when what begins here may be a quantity. */
export function otherAt(plain: string, i: number): { end: number; kind: OtherKind } | null {
  const before = plain.slice(Math.max(0, i - 12), i);
  for (const rule of RULES) {
    rule.pattern.lastIndex = i;
    if (rule.after && !rule.after.test(before)) continue;
    if (rule.notAfter?.test(before)) continue;
    const match = rule.pattern.exec(plain)?.[0];
    if (match) return { end: i + match.length, kind: rule.kind };
  }
  const rank = rankAt(plain, i, before);
  if (rank > 0) return { end: rank, kind: 'rank' };
  return FIRST_DIGITS.test(plain.charAt(i)) ? gluedAt(plain, i, before) : null;
}

/** Digits glued to Latin letters are names: COVID-19, 5G, A4, PM2.5, K12. */
function gluedAt(plain: string, i: number, before: string): { end: number; kind: OtherKind } | null {
  if (/[A-Za-zα-ω][-_.#+]?$/i.test(before) && !/(?:^|[^A-Za-z])(?:w|W|约|RMB|¥)$/.test(before)) {
    GLUED.lastIndex = i;
    return { end: i + (GLUED.exec(plain)?.[0].length ?? 1), kind: 'name' };
  }
  return null;
}
const GLUED = /[\dA-Za-z]{1,40}(?:[-.]\d{1,10}){0,12}/y;
