// The same conversation's earlier report of this kind: its values are a reference while asking, never facts of this year. Reads only.
import { type Slot, slotOf } from '../report/outline.ts';
import type { Report } from '../report/report.ts';
import { fileWords } from './file-wording.ts';
import { taskWords } from './task-wording.ts';
import { relayedIn, type Scene, sceneOf } from './turn.ts';
import { showValue } from './value.ts';

/** The newest of an earlier year, of the same kind. */
export function earlierReport({ turn, report }: Scene): Report | undefined {
  const earlier = turn.state.reports.filter((one) => one.kind === report.kind && one.year < report.year);
  return earlier.reduce<Report | undefined>((best, one) => (best && best.year > one.year ? best : one), undefined);
}

/** （去年是12次）, '' when there is none. An added slot of the same id may ask for something else: the label decides. */
export function lastYears(scene: Scene, slot: Slot): string {
  // A group that gathers sees no value of another year.
  if (relayedIn(scene.turn)) return '';
  const before = earlierReport(scene);
  const written = scene.report.reference?.values[slot.id];
  if (written && !before) return fileWords.wasOf(scene.report.reference?.year, showValue(written, 30));
  const fact = before && Object.hasOwn(before.facts, slot.id) ? before.facts[slot.id] : undefined;
  const old = before && sceneOf(scene.turn, before);
  if (!fact || fact.value.type === 'omitted' || !old || slotOf(old.outline, slot.id)?.label !== slot.label) return '';
  const year = before.year === scene.report.year - 1 ? undefined : before.year;
  return taskWords.lastYears(year, showValue(fact.value, 30));
}
