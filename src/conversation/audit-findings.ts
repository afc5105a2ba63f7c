// What an audit of the report being written finds, without what was said to be no fault. Shows nothing, changes nothing.
import type { AuditFinding } from '../report/audit/finding.ts';
import { auditedReport } from '../report/audit/our-report.ts';
import { unmetDemands } from './against-task.ts';
import { auditWords } from './audit-wording.ts';
import { lastYearText } from './last-year-text.ts';
import { openChecks } from './settle.ts';
import type { Scene } from './turn.ts';
import { documentOf } from './view.ts';

/** Undefined where no list of formulations is at hand. */
export function findings(scene: Scene): { open: AuditFinding[]; waved: number } | undefined {
  const { audit } = scene.turn.context;
  if (!audit) return undefined;
  const { report } = scene;
  const lastYear = lastYearText(scene);
  const all = [
    ...unmetDemands(scene).map(demanded),
    ...audit(auditedReport(documentOf(scene), openChecks(scene)), {
      year: report.year,
      ...(lastYear === undefined ? {} : { lastYear }),
    }),
  ];
  const open = all.filter(({ rule, where }) => !report.waved?.includes(waveKey(rule, where.quote)));
  return { open, waved: all.length - open.length };
}

/** What the notice demands stands nowhere in the text. */
const demanded = (told: string): AuditFinding => ({
  rule: 'task/demanded',
  severity: 'should',
  where: { paragraph: 0, start: 0, end: 0, quote: '' },
  message: `通知的要求：${told}。`,
});

/** Cut as a button carries it. */
export const waveKey = (rule: string, quote: string): string => `${rule}|${quote.slice(0, 200)}`;

/** One line beside the file that goes out; '' where there is nothing to say. */
export function auditLine(scene: Scene): string {
  const open = findings(scene)?.open ?? [];
  const of = (severity: AuditFinding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const [must, should] = [of('must'), of('should')];
  return must + should === 0 ? '' : auditWords.atCompile(must, should);
}
