// Findings of an audit, gravest first, each with what can be done about it. Data only.
import type { AuditFinding, Severity } from '../../report/audit/finding.ts';
import { auditWords } from '../audit-wording.ts';
import type { Block, Button, Card } from '../card.ts';
import { pages } from './page.ts';

export interface ShownFinding {
  finding: AuditFinding;
  /** Where it stands, in the report's own names; '' when nowhere. */
  place: string;
  buttons: Button[];
}

const headings: Record<Severity, (count: number) => string> = {
  must: auditWords.must,
  should: auditWords.should,
  may: auditWords.may,
};

export function auditCards(name: string, shown: ShownFinding[], notes: string[]): Card[] {
  const blocks = (['must', 'should', 'may'] as const).flatMap((severity): Block[] => {
    const some = shown.filter(({ finding }) => finding.severity === severity);
    if (some.length === 0) return [];
    const lines = some.flatMap(({ finding, place, buttons }): Block[] => {
      const where = place === '' ? '' : `［${place}］`;
      const clause = finding.clause === undefined ? '' : `（${finding.clause}）`;
      const text: Block = { type: 'text', text: `${where}${finding.message}${clause}` };
      return buttons.length === 0 ? [text] : [text, { type: 'buttons', buttons }];
    });
    return [{ type: 'text', text: headings[severity](some.length), bold: true }, ...lines];
  });
  const grave = shown.some(({ finding }) => finding.severity === 'must');
  const last = notes.filter((note) => note !== '').map((text): Block => ({ type: 'text', text, tone: 'muted' }));
  return pages({ title: auditWords.title(name), tone: grave ? 'orange' : 'blue', blocks }, last);
}
