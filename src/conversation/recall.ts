// Someone recalled a message: what came from it goes with it, said and undoable. What stood there before comes back.
import type { Fact } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import type { Report, UndoStep } from '../report/report.ts';
import { refreshDerived } from './derived.ts';
import { remember, type Scene, say, sceneOf, sideValue, type Turn } from './turn.ts';
import { showValue } from './value.ts';
import { words } from './wording.ts';

export function takeRecall(turn: Turn, message: string): undefined {
  const { state } = turn;
  if (state.pending) state.pending = state.pending.filter((one) => one.message !== message);
  for (const report of state.reports) {
    const scene = sceneOf(turn, report);
    if (scene) withdrawFrom(scene, message);
  }
}

/** Facts that the message gave. */
export function factsFrom(report: Report, message: string): Fact[] {
  return Object.values(report.facts).filter((fact) => fact.source.event === message);
}

function withdrawFrom(scene: Scene, message: string): undefined {
  const { turn, report, outline } = scene;
  const gone: string[] = [];
  const changes: UndoStep['changes'] = [];
  for (const fact of factsFrom(report, message)) {
    const label = slotOf(outline, fact.slot)?.label ?? fact.slot;
    const earlier = fact.previous === undefined ? undefined : (sideValue(turn, fact.previous) as Fact | undefined);
    changes.push({ type: 'fact', slot: fact.slot, before: fact });
    if (earlier) report.facts[fact.slot] = earlier;
    else delete report.facts[fact.slot];
    gone.push(words.recalledFact(label, showValue(fact.value), earlier ? showValue(earlier.value) : ''));
  }
  refreshDerived(scene);
  for (const material of report.materials.filter((one) => one.source.event === message)) {
    changes.push({ type: 'material', material, before: true });
    gone.push(words.recalledMaterial);
  }
  report.materials = report.materials.filter((one) => one.source.event !== message);
  dropQuestions(scene, message);
  remember(scene, { what: words.recallStep(changes.length), changes });
  if (gone.length > 0) say(turn, words.recalled([...new Set(gone)]));
}

/** Its open questions are settled by it: a press now finds nothing to answer. */
function dropQuestions({ turn, report }: Scene, message: string): undefined {
  const { state } = turn;
  const theirs = (state.questions ?? []).filter((one) => one.report === report.id && one.source.event === message);
  if (theirs.length === 0) return;
  state.questions = (state.questions ?? []).filter((one) => !theirs.includes(one));
  if (state.asked?.type === 'asks' && theirs.some((one) => one.id === (state.asked as { of?: string }).of)) {
    state.asked = null;
  }
}
