// All versions of a section, those undone among them. Reads side values; changes only what is remembered of undone ones.
import type { Report, SectionHead, UndoStep, Version } from '../report/report.ts';
import { type Scene, sideValue } from './turn.ts';

const ASIDE_KEPT = 20;

export interface Kept {
  key: string;
  version: Version;
  /** It was taken back, and no version that stands came of it. */
  undone: boolean;
}

/** Newest first, as far as they are at hand. */
export function historyOf(scene: Scene, section: string): Kept[] {
  const { report, turn } = scene;
  const found = new Map<string, Kept>();
  const follow = (from: string | undefined, undone: boolean): undefined => {
    for (let key = from; key !== undefined && !found.has(key); ) {
      const version = sideValue(turn, key) as Version | undefined;
      if (!version) return;
      found.set(key, { key, version, undone });
      key = version.previous;
    }
  };
  follow(report.sections[section]?.version, false);
  for (const head of report.aside?.[section] ?? []) follow(head.version, true);
  return [...found.values()].sort((one, other) => other.version.number - one.version.number);
}

/** What stood before the version that stands now. */
export function previousOf(scene: Scene, section: string): Kept | undefined {
  const [now] = historyOf(scene, section).filter((one) => one.key === scene.report.sections[section]?.version);
  return historyOf(scene, section).find((one) => one.key === now?.version.previous);
}

/** A number no version of the section ever had. */
export function nextNumber({ sections, aside }: Report, section: string): number {
  const numbers = [sections[section], ...(aside?.[section] ?? [])].map((head) => head?.number ?? 0);
  return Math.max(...numbers) + 1;
}

/** Before a step is taken back: the texts that stand now can still be had. */
export function setAside(report: Report, { changes }: UndoStep): undefined {
  for (const change of changes) {
    if (change.type !== 'section') continue;
    const head = report.sections[change.section];
    if (!head || head.version === change.before?.version) continue;
    const others = (report.aside?.[change.section] ?? []).filter((one) => one.version !== head.version);
    report.aside = { ...report.aside, [change.section]: [...others, head].slice(-ASIDE_KEPT) };
  }
}

/** Keys of the versions before those at hand: asked for again until the first is there. */
export function earlierKeys(report: Report, known: Record<string, unknown>): string[] {
  const heads: SectionHead[] = [...Object.values(report.sections), ...Object.values(report.aside ?? {}).flat()];
  return heads.flatMap(({ version }) => {
    const keys = [version];
    for (let key: string | undefined = version; key !== undefined; ) {
      key = (known[key] as Version | undefined)?.previous;
      if (key !== undefined) keys.push(key);
    }
    return keys;
  });
}
