// 撤销 and 重做: one stack over texts, facts and materials. Says what it took back; must never touch anything the step did not change.
import type { Outline } from '../report/outline.ts';
import type { UndoStep } from '../report/report.ts';
import { may } from './access.ts';
import { refreshDerived } from './derived.ts';
import { stop, writing } from './draft.ts';
import { setAside } from './history.ts';
import { refuse, toast } from './toast.ts';
import { type Scene, say, sideValue } from './turn.ts';
import { showPerson } from './value.ts';
import { words } from './wording.ts';

type Change = UndoStep['changes'][number];

/** `step`: how many steps there were when the button was made; a second press finds another number and does nothing. */
export function undo(scene: Scene, step?: number): undefined {
  const { turn, report } = scene;
  const last = report.undo.at(-1);
  if (step !== undefined && step !== report.undo.length) return refuse(turn, words.undoMovedOn);
  // What runs now is the last thing that was asked for.
  if (step === undefined && may(scene, 'draft') && writing(scene).length > 0) {
    stop(scene);
    return say(turn, last ? words.stoppedFirst : '');
  }
  if (!last) return say(turn, words.nothingToUndo);
  if (!mayTakeBack(scene, last)) return refuse(turn, words.ownerOnly(showPerson(report.owner)));
  report.undo = report.undo.slice(0, -1);
  setAside(report, last);
  report.redo = [...(report.redo ?? []), takeBack(scene, last)];
  const done = words.undone(last.what, report.undo.at(-1)?.what ?? '');
  toast(turn, 'success', done);
  say(turn, done);
}

export function redo(scene: Scene): undefined {
  const { turn, report } = scene;
  const last = report.redo?.at(-1);
  if (!last) return say(turn, words.nothingToRedo);
  if (!mayTakeBack(scene, last)) return refuse(turn, words.ownerOnly(showPerson(report.owner)));
  report.redo = (report.redo ?? []).slice(0, -1);
  report.undo = [...report.undo, takeBack(scene, last)];
  say(turn, words.redone(last.what));
}

function mayTakeBack(scene: Scene, { by }: UndoStep): boolean {
  return may(scene, 'undo', by);
}

/** Takes the step back, last change first, and gives the step that would bring it about again. */
function takeBack(scene: Scene, step: UndoStep): UndoStep {
  const changes = [...step.changes].reverse().map((change) => {
    const again = opposite(scene, change);
    revert(scene, change);
    return again;
  });
  refreshDerived(scene);
  return { ...step, changes };
}

/** What would set the head to what it is now. */
function opposite({ report }: Scene, change: Change): Change {
  switch (change.type) {
    case 'section':
      return { ...change, before: report.sections[change.section] ?? null };
    case 'fact': {
      const fact = Object.hasOwn(report.facts, change.slot) ? report.facts[change.slot] : undefined;
      return { ...change, before: fact && !fact.derived ? fact : null };
    }
    case 'settled':
      return { ...change, before: report.settled?.[change.check] ?? null };
    case 'lock':
      return { ...change, before: report.locked?.[change.section] ?? null };
    case 'task':
      return { ...change, before: report.task ?? null };
    case 'reporter':
      return { ...change, before: report.reporter ?? null };
    case 'supply':
      return { ...change, before: report.supply ?? null };
    case 'variant':
      return { ...change, before: report.variants?.find((one) => one.id === change.id) ?? null };
    case 'waved':
      return { ...change, before: report.waved ?? [] };
    case 'reference':
      return { ...change, before: report.reference ?? null };
    case 'outline':
      return { ...change, before: report.outline };
    case 'material':
      return { ...change, before: !change.before };
  }
}

function revert(scene: Scene, change: Change): undefined {
  const { report } = scene;
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
      // With the decision goes what it promised: the next figure replaces nothing unasked.
      delete report.replacing;
      return;
    }
    case 'lock': {
      const { [change.section]: _, ...others } = report.locked ?? {};
      report.locked = change.before ? { ...others, [change.section]: change.before } : others;
      return;
    }
    case 'task':
      if (change.before) report.task = change.before;
      else delete report.task;
      return;
    case 'reporter':
      if (change.before) report.reporter = change.before;
      else delete report.reporter;
      return;
    case 'supply':
      if (change.before) report.supply = change.before;
      else delete report.supply;
      return;
    case 'variant': {
      const all = report.variants ?? [];
      const before = change.before;
      const there = all.some((one) => one.id === change.id);
      if (before) report.variants = there ? all.map((one) => (one.id === change.id ? before : one)) : [...all, before];
      else report.variants = all.filter((one) => one.id !== change.id);
      return;
    }
    case 'waved':
      report.waved = change.before;
      return;
    case 'reference':
      if (change.before) report.reference = change.before;
      else delete report.reference;
      return;
    case 'outline':
      report.outline = change.before;
      // What is derived from the facts is derived by this outline's rules.
      scene.outline = (sideValue(scene.turn, change.before) as Outline | undefined) ?? scene.outline;
      return;
    case 'material': {
      const { text, source } = change.material;
      const at = report.materials.findIndex((one) => one.text === text && one.source.event === source.event);
      if (change.before && at < 0) report.materials.push(change.material);
      if (!change.before && at >= 0) report.materials.splice(at, 1);
    }
  }
}
