// Figures that contradict each other: found by the outline's checks, asked about once, and what became of each is kept.
import { type FailedCheck, runChecks } from '../report/check.ts';
import { slotOf } from '../report/outline.ts';
import type { Settled } from '../report/report.ts';
import { may } from './access.ts';
import type { Choice, Deed, Item } from './state.ts';
import { actorOf, remember, type Scene } from './turn.ts';
import { cut, oneLine, showSource, showValue } from './value.ts';
import { words } from './wording.ts';

const NOTE_KEPT = 300;

/** Contradictions nobody has explained, whether asked about or not. */
export function openChecks(scene: Scene): FailedCheck[] {
  return failedChecks(scene, 'ask').filter((one) => settledAs(scene, one)?.decision !== 'explained');
}

/** Contradictions that were waved through, with the explanation. */
export function explainedChecks(scene: Scene): { failed: FailedCheck; settled: Settled }[] {
  return failedChecks(scene, 'ask').flatMap((failed) => {
    const settled = settledAs(scene, failed);
    return settled?.decision === 'explained' ? [{ failed, settled }] : [];
  });
}

/** What is only worth another look. */
export function hints(scene: Scene): FailedCheck[] {
  return failedChecks(scene, 'hint');
}

function failedChecks({ outline, report }: Scene, severity: FailedCheck['severity']): FailedCheck[] {
  return runChecks(outline, report.facts).filter((one) => one.severity === severity);
}

/** What was decided about just these values. */
function settledAs({ report }: Scene, failed: FailedCheck): Settled | undefined {
  const settled = report.settled?.[failed.check];
  return settled?.values === valuesOf(failed) ? settled : undefined;
}

const valuesOf = (failed: FailedCheck): string => failed.values.map(({ label, text }) => `${label} ${text}`).join('，');

/** 留抵退税额 110亿元，退税减税降费合计 70余亿元：… */
export function showCheck(failed: FailedCheck): string {
  return `${valuesOf(failed)}：${failed.question}`;
}

/** Questions about contradictions not asked about yet (`again`: about every open one). */
export function checkItems(scene: Scene, again = false): Item[] {
  const by = actorOf(scene.turn);
  if (!by) return [];
  const failed = openChecks(scene).filter((one) => again || !settledAs(scene, one));
  for (const one of failed.filter((fresh) => !settledAs(scene, fresh))) {
    const asked: Settled = { values: valuesOf(one), decision: 'asked', note: '', by, at: scene.turn.event.at };
    scene.report.settled = { ...scene.report.settled, [one.check]: asked };
  }
  return failed.map((one) => checkItem(scene, one));
}

function checkItem(scene: Scene, failed: FailedCheck): Item {
  const { check } = failed;
  const values = valuesOf(failed);
  const settle = (decision: 'fix' | 'explained' | 'later', slot?: string): Deed => ({
    ...{ type: 'settle', check, values, decision },
    ...(slot === undefined ? {} : { slot }),
  });
  const lines = failed.values.map(({ slot, label, text }) => {
    const source = scene.report.facts[slot]?.source;
    return words.checkedValue(
      label,
      text,
      source ? showSource(source) : '',
      clauseAround(source?.words ?? '', text, label),
    );
  });
  const fixes = failed.values
    .filter(({ slot }) => scene.report.facts[slot]?.derived === undefined)
    .map(({ slot, label }): Choice => ({ text: words.fixIt(label), deed: settle('fix', slot) }));
  return {
    ask: { type: 'check', check, slots: failed.values.map(({ slot }) => slot), values, words: '' },
    text: [failed.question, ...lines].join('\n'),
    choices: [
      ...fixes,
      { text: words.explainIt, deed: settle('explained') },
      { text: words.laterIt, deed: settle('later') },
    ],
    ownerOnly: false,
  };
}

/** The clause that tells the figure: a message may tell a dozen, and two of them the same one. */
function clauseAround(said: string, figure: string, label: string): string {
  const clauses = oneLine(said).split(/(?<=[，。；;])/u);
  const alike = (clause: string): number => [...label].filter((char) => clause.includes(char)).length;
  const [best] = clauses.filter((clause) => clause.includes(figure)).sort((a, b) => alike(b) - alike(a));
  return cut((best ?? clauses.join('')).replace(/[，。；;]+$/u, ''));
}

/** Whether an open question about a check still stands: it fails, and with the same values. */
export function stillFails(scene: Scene, check: string, values: string): boolean {
  return openChecks(scene).some((one) => one.check === check && valuesOf(one) === values);
}

/** Keeps the decision, undoably, and says what comes next. */
export function settle(scene: Scene, deed: Extract<Deed, { type: 'settle' }>): string {
  const { report, turn, outline } = scene;
  const by = actorOf(turn);
  if (!by) return '';
  const { check, values, decision, slot: id } = deed;
  if (!stillFails(scene, check, values)) return words.checkGone;
  keepSettled(scene, check, { values, decision, note: '', by, at: turn.event.at }, words.settleStep(values));
  if (decision === 'later') return words.checkLater;
  if (decision === 'explained') {
    turn.state.asked = { type: 'explain', check, report: report.id };
    return words.askExplanation;
  }
  const slot = id === undefined ? undefined : slotOf(outline, id);
  if (!slot) return words.questionGone;
  report.replacing = [...new Set([...(report.replacing ?? []), slot.id])];
  turn.state.asked = { type: 'slot', slot: slot.id, report: report.id, once: true };
  const fact = report.facts[slot.id];
  return words.tellNew(slot.label, fact ? showValue(fact.value) : '');
}

/** The explanation asked for; false when none was. */
export function takeExplanation(scene: Scene, text: string): string | undefined {
  const { report, turn } = scene;
  const { asked } = turn.state;
  if (asked?.type !== 'explain' || asked.report !== report.id) return undefined;
  turn.state.asked = null;
  const settled = report.settled?.[asked.check];
  const by = actorOf(turn);
  if (!settled || !by || settled.decision !== 'explained') return undefined;
  const note = cut(oneLine(text), NOTE_KEPT);
  keepSettled(scene, asked.check, { ...settled, note, by }, words.explainStep);
  return words.explanationKept(note);
}

function keepSettled(scene: Scene, check: string, settled: Settled, what: string): undefined {
  const before = scene.report.settled?.[check] ?? null;
  scene.report.settled = { ...scene.report.settled, [check]: settled };
  remember(scene, { what, changes: [{ type: 'settled', check, before }] });
}

/** Contradictions of this slot nobody was asked about yet: the reason was given with the figure. */
export function explainFailing(scene: Scene, slot: string, note: string): undefined {
  const by = actorOf(scene.turn);
  const failed = openChecks(scene).filter(
    (one) => !settledAs(scene, one) && one.values.some((value) => value.slot === slot),
  );
  for (const one of by ? failed : []) {
    const settled = { values: valuesOf(one), decision: 'explained' as const, note: cut(oneLine(note), NOTE_KEPT) };
    if (by) keepSettled(scene, one.check, { ...settled, by, at: scene.turn.event.at }, words.explainStep);
  }
}

/** Whether the next figure for this slot replaces what stands there, as was said when a check failed. */
export function isAwaited(scene: Scene, slot: string, mine: boolean): boolean {
  return (scene.report.replacing ?? []).includes(slot) && (mine || may(scene, 'decide'));
}

export function noLongerAwaited({ report }: Scene, slot: string): undefined {
  if (!report.replacing) return;
  report.replacing = report.replacing.filter((one) => one !== slot);
}
