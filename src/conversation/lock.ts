// 锁定, 解锁, and whose words a section holds. A locked section and a person's own words are never written over unasked.
import type { Section } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import type { EditCommand, Spot } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { nameOf } from './plan.ts';
import { ask } from './proposal.ts';
import { overtake, versionOf } from './put-version.ts';
import { sayNoPlace } from './say-no-place.ts';
import { placeOf, sectionsAt } from './spot.ts';
import { actorOf, remember, type Scene, say } from './turn.ts';
import { words } from './wording.ts';

export function lock(scene: Scene, { spot, locked }: Extract<EditCommand, { type: 'lock' }>): undefined {
  const { turn, report, outline } = scene;
  const by = actorOf(turn);
  // 解锁 alone opens whatever is locked.
  const all = !locked && spot.section === undefined && spot.words === '' && spot.point === undefined;
  const place = all ? 'all' : placeOf(scene, spot);
  if (!by) return;
  if (place === undefined || place === 'title') return sayNoPlace(scene, spot);
  const locks = report.locked ?? {};
  const sections = sectionsAt(outline, place).filter((one) => (locks[one.id] !== undefined) !== locked);
  if (sections.length === 0) return say(turn, locked ? editWords.alreadyLocked : editWords.notLocked);
  const changes: UndoStep['changes'] = sections.map(({ id }) => ({
    type: 'lock',
    section: id,
    before: locks[id] ?? null,
  }));
  const now = { ...locks };
  if (locked)
    overtake(
      scene,
      sections.map((one) => one.id),
    );
  for (const { id } of sections) {
    if (locked) now[id] = { by, at: turn.event.at };
    else delete now[id];
  }
  report.locked = now;
  const whole = place === 'all' && sections.length > 2;
  const names = whole
    ? [words.wholeText]
    : place === 'all'
      ? sections.map((one) => nameOf(outline, one.id))
      : [nameOf(outline, place)];
  remember(scene, { what: locked ? editWords.lockStep(names) : editWords.unlockStep(names), changes });
  say(turn, locked ? editWords.locked(names) : editWords.unlocked(names));
}

export function lockedAmong({ report }: Scene, sections: Section[]): Section[] {
  return sections.filter((one) => report.locked?.[one.id] !== undefined);
}

const askingLocks =
  /^(?:帮我|给我)?(?:看看?|查看?|列出?|说说)?(?:一下|一看)?(?:现在|目前|都|我)*(?:(?:锁(?:定|住|上)?(?:了|着|过)?的?(?:都)?(?:是|有)?(?:哪些|哪几[处段点条]|什么|啥|哪里|哪儿)|(?:有)?(?:哪些|哪几[处段点条]|什么|哪里)(?:是|被)?(?:都)?锁(?:定|住|上)?(?:了|着|过)?的?)(?:地方|内容)?)(?:来着|呀|啊|呢)?$/u;

/** 看一下锁了哪些. False when it was not asked. */
export function showLocks(scene: Scene, text: string): boolean {
  if (!askingLocks.test(text.trim().replace(/[。？?！!\s]+$/u, ''))) return false;
  const { outline, turn } = scene;
  const names = lockedAmong(scene, sectionsAt(outline, 'all')).map(({ id }) => nameOf(outline, id));
  say(turn, names.length === 0 ? editWords.notLocked : editWords.lockedNow(names));
  return true;
}

/** Says that they are locked, with the button that opens them. */
export function offerUnlock(scene: Scene, sections: Section[]): undefined {
  const { outline } = scene;
  const names = sections.map((one) => nameOf(outline, one.id));
  const opening = (text: string, spot: Spot) => ({
    text,
    deed: { type: 'command' as const, command: { type: 'lock' as const, spot, locked: false } },
  });
  const each = sections.map(({ id }, at) =>
    opening(editWords.unlock((names[at] ?? '').replace(/“.*$/u, '')), { section: id, words: '' }),
  );
  const choices = each.length > 1 ? [opening(editWords.unlockAll, { words: '' }), ...each.slice(0, 4)] : each;
  ask(scene, editWords.lockedTitle, editWords.lockedText(names), choices);
}

/** Sections whose current words a person wrote. */
export function ownAmong(scene: Scene, sections: Section[]): Section[] {
  return sections.filter((one) => versionOf(scene, one.id)?.by.type === 'person');
}
