// A person's text as a new version of a section, and what follows from it. Must never lose the version that stood there.
import type { UndoStep, Version } from '../report/report.ts';
import { nextNumber } from './history.ts';
import { keep, type Scene, sideValue } from './turn.ts';

type Changes = UndoStep['changes'];

/** The section's current version, undefined when it has none. */
export function versionOf(scene: Scene, section: string): Version | undefined {
  const head = scene.report.sections[section];
  return head && (sideValue(scene.turn, head.version) as Version | undefined);
}

/** `more`: what is known of the text beside, where it is not new. */
export function putText(
  scene: Scene,
  section: string,
  text: string,
  by: Version['by'],
  why: string,
  more: Pick<Version, 'shape' | 'unwritten'> = {},
): Changes[number] {
  const { turn, report } = scene;
  const before = report.sections[section] ?? null;
  const number = nextNumber(report, section);
  const version: Version = { section, number, text, by, at: turn.event.at, why, ...more };
  if (before) version.previous = before.version;
  report.sections[section] = { version: keep(turn, version), number };
  overtake(scene, [section]);
  return { type: 'section', section, before };
}

/** What a job is writing for these sections is no longer waited for. Gives back those it was. */
export function overtake({ turn, report }: Scene, sections: string[]): string[] {
  const writing = sections.filter((id) => report.drafting[id] !== undefined);
  report.drafting = Object.fromEntries(Object.entries(report.drafting).filter(([id]) => !writing.includes(id)));
  const waited = new Set(Object.values(report.drafting));
  for (const job of Object.keys(turn.state.jobs ?? {})) {
    if (writing.length > 0 && !waited.has(job) && !otherReports(turn.state.reports, report.id, job))
      delete turn.state.jobs?.[job];
  }
  return writing;
}

function otherReports(reports: Scene['report'][], own: string, job: string): boolean {
  return reports.some((one) => one.id !== own && Object.values(one.drafting).includes(job));
}

export function dropText({ report }: Scene, section: string): Changes {
  const before = report.sections[section];
  if (!before) return [];
  delete report.sections[section];
  return [{ type: 'section', section, before }];
}
