// Beginning like last year: the earlier report's outline is taken over, its names are proposed. None of its values becomes a fact unasked.
import type { Report } from '../report/report.ts';
import { isRefused } from './access.ts';
import { choiceCard } from './cards/choice-card.ts';
import { outlineCards } from './cards/outline-card.ts';
import type { Ask } from './command.ts';
import { takeGroupAlong } from './gathering.ts';
import { earlierReport } from './last-year.ts';
import { titleOf } from './plan.ts';
import { putOutline } from './put-outline.ts';
import { raise } from './raise-question.ts';
import { listReports, startReport } from './start.ts';
import type { State } from './state.ts';
import { supplyWords } from './supply-wording.ts';
import { taskWords } from './task-wording.ts';
import { refuse } from './toast.ts';
import { activeScene, actorOf, remember, reportOf, type Scene, say, sceneOf, showCard, type Turn } from './turn.ts';

const NAMES_ASKED = 8;

/** What a report begun in this turn takes with it, and what it is offered. Run at the end of a turn. */
export function settleBegun(turn: Turn, before: State | null): undefined {
  const known = new Set(before?.reports.map((one) => one.id));
  for (const report of turn.state.reports.filter((one) => !known.has(one.id))) {
    const scene = sceneOf(turn, report);
    if (!scene) continue;
    takeAlong(turn, report);
    takeGroupAlong(scene);
    const earlier = earlierReport(scene);
    if (earlier && !report.like && turn.state.active === report.id) offer(turn, report, earlier);
  }
}

/** 重新开始 begins the text anew, not the task; what was told of the reporter before there was a report belongs to this one. */
function takeAlong({ state }: Turn, report: Report): undefined {
  const same = state.reports.findLast(
    (one) => one.id !== report.id && one.kind === report.kind && one.year === report.year,
  );
  if (same?.task && !report.task) report.task = same.task;
  const reporter = state.reporter ?? same?.reporter;
  if (reporter) report.reporter = reporter;
  if (same?.supply && !report.supply) report.supply = same.supply;
  delete state.reporter;
}

function offer(turn: Turn, report: Report, { id, year }: Report): undefined {
  const like = {
    text: taskWords.like(year),
    value: { action: 'like_last', report: report.id, from: id },
    primary: true,
  };
  const fresh = { text: taskWords.likeNot, value: { action: 'like_none', report: report.id } };
  showCard(turn, choiceCard(taskWords.likeTitle(year), taskWords.likeText(year), [like, fresh]));
}

/** 照2023年的开一份, by word. */
export function startLike(turn: Turn, from: number): undefined {
  const { state } = turn;
  const now = activeScene(turn);
  const there = state.reports.filter((one) => one.year === from);
  const meant = there.findLast((one) => one.kind === now?.report.kind) ?? there.at(-1);
  if (!meant) {
    say(turn, taskWords.noSuchYear(from));
    return state.reports.length > 0 ? listReports(turn) : undefined;
  }
  if (now?.report.kind !== meant.kind || now.report.year <= from) {
    startReport(turn, { kind: meant.kind, year: from + 1 });
  }
  const scene = activeScene(turn);
  if (scene?.report.kind === meant.kind && scene.report.year > from) takeOver(scene, meant);
}

/** A press on the offer. False for anything else. */
export function pressLike(turn: Turn, action: string, value: Record<string, unknown>): boolean {
  if (action !== 'like_last' && action !== 'like_none') return false;
  const scene = activeScene(turn);
  const from = reportOf(turn.state, typeof value.from === 'string' ? value.from : null);
  if (!scene || scene.report.id !== value.report) refuse(turn, taskWords.likeGone);
  else if (isRefused(scene)) return true;
  else if (action === 'like_none') say(turn, taskWords.likeFresh);
  else if (!from || from.kind !== scene.report.kind || from.year >= scene.report.year) refuse(turn, taskWords.likeGone);
  else takeOver(scene, from);
  return true;
}

function takeOver(scene: Scene, from: Report): undefined {
  const { turn, report } = scene;
  const old = sceneOf(turn, from);
  if (!old || isRefused(scene)) return;
  if (report.like === from.id) return refuse(turn, taskWords.likeAlready(from.year));
  const slots = new Set(old.outline.slots.map((slot) => slot.id));
  const homeless = Object.keys(report.facts).filter((id) => !slots.has(id));
  const begun = Object.keys(report.sections).length + Object.keys(report.drafting).length > 0;
  if (begun || homeless.length > 0) return say(turn, taskWords.likeLate);
  const same = JSON.stringify(old.outline) === JSON.stringify(scene.outline);
  const divided = from.supply && !report.supply ? from.supply.suppliers : [];
  remember(scene, {
    what: taskWords.likeStep(from.year),
    changes: [
      putOutline(scene, structuredClone(old.outline)),
      ...(divided.length === 0 ? [] : [{ type: 'supply' as const, before: null }]),
    ],
  });
  // Who gave what hardly changes; when it is due does.
  if (divided.length > 0) report.supply = { suppliers: divided.map(({ due: _, ...one }) => structuredClone(one)) };
  report.like = from.id;
  // Ids of parts added last year are taken.
  report.added = Math.max(report.added ?? 0, from.added ?? 0);
  say(turn, taskWords.likeDone(titleOf(from)));
  if (divided.length > 0) say(turn, supplyWords.likeLast(from.year, divided.length));
  // What was shown a moment ago is not shown again.
  if (!same) for (const card of outlineCards(scene)) showCard(turn, card);
  propose(scene, from);
}

/** Names hardly change from year to year; each is asked about all the same. */
function propose(scene: Scene, from: Report): undefined {
  const { turn, report, outline } = scene;
  const by = actorOf(turn);
  const asks = outline.slots.flatMap((slot): Ask[] => {
    const fact = from.facts[slot.id];
    if (slot.type !== 'name' || !fact || fact.value.type !== 'text' || report.facts[slot.id]) return [];
    return [
      {
        type: 'confirm_value',
        slot: slot.id,
        value: fact.value,
        words: taskWords.likeWords(from.year, slot.label, fact.value.text),
        reason: taskWords.likeReason(from.year),
      },
    ];
  });
  if (!by || asks.length === 0) return;
  raise(scene, asks.slice(0, NAMES_ASKED), [], { by, at: turn.event.at, event: turn.event.id, words: '' });
}
