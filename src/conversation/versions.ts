// 看第二章第3点的历史, 和上一版比, 恢复到第一版: versions listed, compared, had back as a new one. Must never lose the one that stands.
import type { UndoStep } from '../report/report.ts';
import { isRefused } from './access.ts';
import { choiceCard } from './cards/choice-card.ts';
import { comparedCard, versionsCard } from './cards/versions-card.ts';
import type { Spot } from './edit-command.ts';
import { historyOf, type Kept } from './history.ts';
import { lockedAmong, offerUnlock } from './lock.ts';
import { nameOf } from './plan.ts';
import { putText } from './put-version.ts';
import { rewriteWords } from './rewrite-wording.ts';
import { sayNoPlace } from './say-no-place.ts';
import { showSection } from './show.ts';
import { placeOf, sectionsAt } from './spot.ts';
import { refuse } from './toast.ts';
import { actorOf, remember, type Scene, say, setLast, showCard } from './turn.ts';
import { cut, showPerson } from './value.ts';
import type { VersionCommand } from './version-command.ts';
import { textAs } from './view.ts';

export function runVersionCommand(scene: Scene, command: VersionCommand): undefined {
  const section = sectionMeant(scene, command.spot);
  if (section === undefined) return;
  setLast(scene, section);
  switch (command.type) {
    case 'show_versions':
      return showVersions(scene, section, command.page ?? 0);
    case 'compare_versions':
      return compareVersions(scene, section, command.from, command.to);
    case 'restore_version':
      return isRefused(scene) ? undefined : restoreVersion(scene, section, command.which);
  }
}

/** One section; of a chapter with several it is asked which. */
function sectionMeant(scene: Scene, spot: Spot): string | undefined {
  const { outline, report, turn } = scene;
  const place = placeOf(scene, spot) ?? (spot.words === '' && spot.point === undefined ? 'all' : undefined);
  if (place === undefined || place === 'title') return sayNoPlace(scene, spot);
  const sections = sectionsAt(outline, place).filter((one) => report.sections[one.id]);
  const [only, another] = sections;
  const name = place === 'all' ? '' : nameOf(outline, place);
  if (!only) return say(turn, rewriteWords.noText(name));
  if (!another) return only.id;
  const counted = sections
    .map(({ id }) => ({ id, count: historyOf(scene, id).length }))
    .sort((one, other) => Number(other.count > 1) - Number(one.count > 1));
  const offers = counted.slice(0, 12).map(({ id, count }) => ({
    text: cut(rewriteWords.sectionVersions(nameOf(outline, id), count), 40),
    value: { action: 'text_versions', section: id, page: 0, report: report.id },
  }));
  showCard(turn, choiceCard(rewriteWords.chooseSection(name === '' ? '全文' : name), '', offers));
  return undefined;
}

export function showVersions(scene: Scene, section: string, page: number): undefined {
  const { turn, report, outline } = scene;
  const all = historyOf(scene, section);
  const now = report.sections[section]?.number ?? 0;
  const name = nameOf(outline, section);
  if (all.length === 0) return refuse(turn, rewriteWords.noText(name));
  const lengthOf = ({ text }: Kept['version']): number => [...textAs(scene, section, text).replace(/\s/gu, '')].length;
  showCard(turn, versionsCard({ report: report.id, section, name, all, now, page, lengthOf }));
}

export function compareVersions(scene: Scene, section: string, from?: number, to?: number): undefined {
  const { turn, report, outline } = scene;
  const all = historyOf(scene, section);
  const now = report.sections[section]?.number ?? 0;
  const name = nameOf(outline, section);
  const later = numbered(scene, section, to ?? now);
  const earlier =
    from === undefined ? all.find((one) => one.key === later?.version.previous) : numbered(scene, section, from);
  if (from === undefined && later && !earlier) return refuse(turn, rewriteWords.onlyOne(name));
  if (!later || !earlier) return sayNoVersion(scene, section, later ? (from ?? now) : (to ?? now));
  const [one, other] = [earlier, later].map(({ version }) => ({ version, text: textAs(scene, section, version.text) }));
  if (!one || !other) return;
  if (one.text === other.text) {
    return refuse(turn, rewriteWords.sameVersions(one.version.number, other.version.number));
  }
  showCard(turn, comparedCard({ report: report.id, section, name, from: one, to: other, now }));
}

function restoreVersion(scene: Scene, section: string, which: number | 'previous'): undefined {
  const { turn, report, outline } = scene;
  const now = numbered(scene, section, report.sections[section]?.number ?? 0);
  const name = nameOf(outline, section);
  if (!now) return refuse(turn, rewriteWords.noText(name));
  const all = historyOf(scene, section);
  const old = which === 'previous' ? lastOther(all, now) : numbered(scene, section, which);
  if (!old && which === 'previous') return refuse(turn, rewriteWords.onlyOne(name));
  if (!old) return sayNoVersion(scene, section, Number(which));
  const { number } = old.version;
  if (old.key === now.key) return refuse(turn, rewriteWords.alreadyThat(name, number));
  if (old.version.text === now.version.text) return refuse(turn, rewriteWords.sameAsNow(name, number));
  if (!putBack(scene, section, old, rewriteWords.restoredStep(name, number))) return;
  say(turn, rewriteWords.restored(name, number, report.sections[section]?.number ?? 0));
  showSection(scene, section);
}

/** False when the section is locked, which was said. */
function putBack(scene: Scene, section: string, kept: Kept, what: string): boolean {
  const { outline } = scene;
  const locked = lockedAmong(
    scene,
    sectionsAt(outline, section).filter((one) => one.id === section),
  );
  if (locked.length > 0) {
    offerUnlock(scene, locked);
    return false;
  }
  remember(scene, { what, changes: [restoredChange(scene, section, kept)] });
  setLast(scene, section);
  return true;
}

/** The old text as a new version of whoever wrote it. */
export function restoredChange(scene: Scene, section: string, { version }: Kept): UndoStep['changes'][number] {
  const { text, by, number, shape, unwritten } = version;
  const why = rewriteWords.restoredWhy(number, showPerson(actorOf(scene.turn) ?? { name: '' }));
  const more = { ...(shape === undefined ? {} : { shape }), ...(unwritten ? { unwritten } : {}) };
  return putText(scene, section, text, by, why, more);
}

/** 原来的: the newest before this one that says something else. */
function lastOther(all: Kept[], now: Kept): Kept | undefined {
  for (let key = now.version.previous; key !== undefined; ) {
    const one = all.find((each) => each.key === key);
    if (!one || one.version.text !== now.version.text) return one;
    key = one.version.previous;
  }
  return undefined;
}

function numbered(scene: Scene, section: string, number: number): Kept | undefined {
  const all = historyOf(scene, section).filter((one) => one.version.number === number);
  return all.find((one) => !one.undone) ?? all[0];
}

function sayNoVersion(scene: Scene, section: string, number: number): undefined {
  const numbers = historyOf(scene, section).map((one) => one.version.number);
  return refuse(scene.turn, rewriteWords.noSuchVersion(nameOf(scene.outline, section), number, numbers.reverse()));
}
