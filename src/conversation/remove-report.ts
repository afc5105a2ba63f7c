// A report nobody wants any more: asked about first, put away by its owner alone, and to be had back for a while. Never takes another with it.
import type { Report } from '../report/report.ts';
import { isRefused } from './access.ts';
import { showBoard } from './board.ts';
import { choiceCard } from './cards/choice-card.ts';
import { manageWords } from './manage-wording.ts';
import { titleOf } from './plan.ts';
import { refuse } from './toast.ts';
import { emit, isOwner, reportOf, say, sceneOf, showCard, type Turn } from './turn.ts';

const REMOVED_KEPT = 5;
const KEPT_MS = 30 * 24 * 3_600_000;

/** As it was named; nothing named is the one being written. */
export interface Named {
  year?: number;
  kind?: string;
}

export function askRemove(turn: Turn, named: Named): undefined {
  const { state } = turn;
  const report = meant(turn, state.reports, named);
  const scene = sceneOf(turn, report);
  if (!report || !scene) return say(turn, manageWords.whichReport(state.reports.map(titleOf)));
  if (isRefused(scene)) return;
  state.asked = { type: 'remove', report: report.id };
  showCard(
    turn,
    choiceCard(
      manageWords.removeTitle(titleOf(report)),
      manageWords.removeText(Object.keys(report.facts).length, Object.keys(report.sections).length > 0),
      [
        { text: manageWords.removeYes, value: { action: 'remove_report', report: report.id }, danger: true },
        { text: manageWords.removeNo, value: { action: 'keep_report', report: report.id } },
      ],
    ),
  );
}

function meant({ state }: Turn, reports: Report[], { year, kind }: Named): Report | undefined {
  const fits = reports.filter(
    (one) => (year === undefined || one.year === year) && (kind === undefined || one.kind === kind),
  );
  const now = year === undefined && kind === undefined ? fits.find((one) => one.id === state.active) : undefined;
  return now ?? (fits.length === 1 ? fits[0] : undefined);
}

/** Only while it is what was asked: a yes from long ago takes nothing away. */
export function confirmRemove(turn: Turn, id: string): undefined {
  const { state, event } = turn;
  const report = reportOf(state, id);
  const scene = sceneOf(turn, report);
  if (!report || !scene || state.asked?.type !== 'remove' || state.asked.report !== id)
    return refuse(turn, manageWords.removeAgain);
  if (isRefused(scene)) return;
  state.asked = null;
  for (const timer of Object.keys(report.reminders ?? {})) emit(turn, { type: 'clear_timer', timer });
  delete report.reminders;
  for (const job of Object.values(report.drafting)) delete state.jobs?.[job];
  report.drafting = {};
  state.reports = state.reports.filter((one) => one !== report);
  if (state.active === id) state.active = null;
  const kept = (state.removed ?? []).filter(({ at }) => event.at - at < KEPT_MS);
  state.removed = [...kept, { report, at: event.at, event: event.id }].slice(-REMOVED_KEPT);
  const text = manageWords.removed(titleOf(report), state.reports.length);
  const back = { text: manageWords.restoreIt, value: { action: 'restore_report', removed: id } };
  showCard(turn, choiceCard(manageWords.removedTitle, text, [back]));
}

export function keepIt(turn: Turn): undefined {
  if (turn.state.asked?.type === 'remove') turn.state.asked = null;
  say(turn, manageWords.kept);
}

/** By name, or (`id`) by the card's button; nothing named is the one put away last. */
export function restoreReport(turn: Turn, named: Named, id?: string): undefined {
  const { state, event } = turn;
  const kept = (state.removed ?? []).filter(({ at }) => event.at - at < KEPT_MS);
  const reports = kept.map(({ report }) => report);
  const unnamed = named.year === undefined && named.kind === undefined;
  const report =
    id === undefined ? (unnamed ? reports.at(-1) : meant(turn, reports, named)) : reports.find((one) => one.id === id);
  const scene = sceneOf(turn, report);
  if (!report || !scene) return say(turn, manageWords.noneRemoved);
  if (isRefused(scene)) return;
  state.removed = kept.filter((one) => one.report !== report);
  state.reports = [...state.reports, report].sort((a, b) => a.startedAt - b.startedAt);
  const busy = sceneOf(turn, reportOf(state, state.active));
  if (!busy || isOwner(busy)) state.active = report.id;
  state.asked = null;
  say(turn, manageWords.restored(titleOf(report)));
  showBoard(scene);
}

/** 撤销 right after a report was put away is about that. */
export function undoRemoval(turn: Turn): boolean {
  const { state } = turn;
  const last = state.removed?.at(-1);
  if (!last || state.handled.at(-1) !== last.event) return false;
  restoreReport(turn, {}, last.report.id);
  return true;
}

/** A press on one of these cards. False for any other. */
export function pressRemoval(turn: Turn, action: string, value: Record<string, unknown>): boolean {
  const id = typeof value.report === 'string' ? value.report : '';
  if (action === 'remove_report') confirmRemove(turn, id);
  else if (action === 'keep_report') keepIt(turn);
  else if (action === 'restore_report') restoreReport(turn, {}, String(value.removed));
  else return false;
  return true;
}
