// The words of last year's report, where somebody sent it or wrote it here: to be compared with, never taken over. Reads only.
import { documentText } from '../report/assemble.ts';
import type { FileText } from '../report/file-text.ts';
import { type Likeness, likeness } from '../report/likeness.ts';
import { auditWish } from './audit-words.ts';
import type { Reading } from './command.ts';
import type { Event } from './event.ts';
import { earlierReport } from './last-year.ts';
import type { State } from './state.ts';
import { type Scene, sceneOf, sideValue } from './turn.ts';
import { documentOf } from './view.ts';

/** Undefined where there is none, or its words were not loaded for this turn. */
export function lastYearText(scene: Scene): string | undefined {
  const file = scene.report.reference?.file;
  const text = file === undefined ? undefined : (sideValue(scene.turn, file) as FileText | undefined);
  if (text) return text.paragraphs.map((one) => one.text).join('\n');
  const earlier = earlierReport(scene);
  const before = earlier && sceneOf(scene.turn, earlier);
  if (!earlier || !before || Object.keys(earlier.sections).length === 0) return undefined;
  const loaded = Object.values(earlier.sections).every(({ version }) => sideValue(scene.turn, version) !== undefined);
  return loaded ? documentText(documentOf(before)) : undefined;
}

export function likeLastYear(scene: Scene): Likeness | undefined {
  const before = lastYearText(scene);
  return before === undefined ? undefined : likeness(documentText(documentOf(scene)), before);
}

const LOOKED_BACK = new Set(['compile', 'audit', 'audit_alike', 'audit_fix', 'audit_wave']);

/** Keys of what it takes, only in turns that hand over or audit. */
export function lastYearNeeded(state: State, event: Event, reading: Reading): string[] {
  if (!looksBack(event, reading)) return [];
  const report = state.reports.find(({ id }) => id === state.active);
  if (!report) return [];
  const earlier = state.reports
    .filter((one) => one.kind === report.kind && one.year < report.year)
    .flatMap((one) => Object.values(one.sections).map(({ version }) => version));
  return [...(report.reference ? [report.reference.file] : []), ...earlier];
}

function looksBack(event: Event, { commands }: Reading): boolean {
  if (event.type === 'message_received')
    return commands.some(({ type }) => type === 'compile') || auditWish(event.text)?.type === 'own';
  if (event.type === 'card_submitted') return LOOKED_BACK.has(String(event.value.action));
  // A file may go out by itself once what was being written is done.
  return event.type === 'section_drafted' || event.type === 'menu_chosen';
}
