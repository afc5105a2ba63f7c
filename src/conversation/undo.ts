// 撤销: one stack over texts, facts and materials. Says what it took back; must never touch anything the step did not change.
import type { UndoStep } from '../report/report.ts';
import { refreshDerived } from './derived.ts';
import { actorOf, isOwner, type Scene, say } from './turn.ts';
import { showPerson } from './value.ts';
import { words } from './wording.ts';

/** `step`: how many steps there were when the button was made; a second press finds another number and does nothing. */
export function undo(scene: Scene, step?: number): undefined {
  const { turn, report } = scene;
  const last = report.undo.at(-1);
  if (step !== undefined && step !== report.undo.length) return say(turn, words.undoMovedOn);
  if (!last) return say(turn, words.nothingToUndo);
  if (!isOwner(scene) && last.by !== actorOf(turn)?.id) {
    return say(turn, words.ownerOnly(showPerson(report.owner)));
  }
  report.undo = report.undo.slice(0, -1);
  for (const change of [...last.changes].reverse()) revert(scene, change);
  refreshDerived(scene);
  say(turn, words.undone(last.what, report.undo.at(-1)?.what ?? ''));
}

function revert({ report }: Scene, change: UndoStep['changes'][number]): undefined {
  switch (change.type) {
    case 'section':
      if (change.before) report.sections[change.section] = change.before;
      else delete report.sections[change.section];
      return;
    case 'fact':
      if (change.before) report.facts[change.slot] = change.before;
      else delete report.facts[change.slot];
      return;
    case 'settled': {
      const { [change.check]: _, ...others } = report.settled ?? {};
      report.settled = change.before ? { ...others, [change.check]: change.before } : others;
      return;
    }
    case 'lock': {
      const { [change.section]: _, ...others } = report.locked ?? {};
      report.locked = change.before ? { ...others, [change.section]: change.before } : others;
      return;
    }
    case 'outline':
      report.outline = change.before;
      return;
    case 'material': {
      const { text, source } = change.material;
      const at = report.materials.findIndex((one) => one.text === text && one.source.event === source.event);
      if (change.before && at < 0) report.materials.push(change.material);
      if (!change.before && at >= 0) report.materials.splice(at, 1);
    }
  }
}
