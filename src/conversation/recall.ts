// Someone recalled a message: what came from it goes with it, said and undoable. What stood there before comes back.
import type { Fact } from '../report/fact.ts';
import { slotOf } from '../report/outline.ts';
import type { Report, UndoStep } from '../report/report.ts';
import { questionCard } from './cards/question-card.ts';
import { refreshDerived } from './derived.ts';
import { factOf, putFact } from './put-fact.ts';
import { emit, remember, type Scene, say, sceneOf, sideValue, type Turn } from './turn.ts';
import { showPerson, showValue } from './value.ts';
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
  const instead: string[] = [];
  changes.push(...settleConflicts(scene, instead));
  remember(scene, { what: words.recallStep(changes.length), changes });
  if (gone.length > 0) say(turn, words.recalled([...new Set(gone)]));
  for (const line of instead) say(turn, line);
}

/** What another said of the same thing waited for a choice between two: with one gone, the other stands. */
function settleConflicts(scene: Scene, said: string[]): UndoStep['changes'] {
  const { turn, report, outline } = scene;
  const open = (turn.state.questions ?? []).filter((one) => one.report === report.id);
  return open.flatMap((question) => {
    const moot = question.items.filter(
      ({ ask, answer }) => !answer && ask.type === 'conflict' && !factOf(scene, ask.slot),
    );
    if (moot.length === 0) return [];
    const changes = moot.flatMap((item): UndoStep['changes'] => {
      const { ask } = item;
      item.answer = { by: question.source.by, choice: 1 };
      if (ask.type !== 'conflict' || factOf(scene, ask.slot)) return [];
      const label = slotOf(outline, ask.slot)?.label ?? ask.slot;
      said.push(words.recalledOther(label, showValue(ask.value), showPerson(question.source.by)));
      return [putFact(scene, ask.slot, ask.value, { ...question.source, words: ask.words }, ask.told)];
    });
    const asked = turn.state.asked;
    if (asked?.type === 'asks' && asked.of === question.id && question.items.every((item) => item.answer)) {
      turn.state.asked = null;
    }
    const card = questionCard(question, report);
    emit(turn, { type: 'update_card', chat: turn.state.chat.id, of: question.card, card });
    return changes;
  });
}

/** Its open questions are settled by it: a press now finds nothing to answer. */
export function dropQuestions({ turn, report }: Scene, message: string): undefined {
  const { state } = turn;
  const theirs = (state.questions ?? []).filter((one) => one.report === report.id && one.source.event === message);
  if (theirs.length === 0) return;
  state.questions = (state.questions ?? []).filter((one) => !theirs.includes(one));
  if (state.asked?.type === 'asks' && theirs.some((one) => one.id === (state.asked as { of?: string }).of)) {
    state.asked = null;
  }
}
