// Beginning, listing, switching and starting over. Never removes a report: one that is put away can be had back.
import type { Outline } from '../report/outline.ts';
import type { Report } from '../report/report.ts';
import { may } from './access.ts';
import { showBoard } from './board.ts';
import { choiceCard } from './cards/choice-card.ts';
import { outlineCards } from './cards/outline-card.ts';
import { reportsCard } from './cards/reports-card.ts';
import { titleOf } from './plan.ts';
import { activeScene, actorOf, emit, keep, type Scene, say, sceneOf, showCard, type Turn } from './turn.ts';
import { showPerson, yearOf } from './value.ts';
import { words } from './wording.ts';

const FIRST_YEAR = 1990;
const REPORTS_KEPT = 50;

export function startReport(turn: Turn, wanted: { kind?: string; year?: number }): undefined {
  const { state, context } = turn;
  const { asked } = state;
  const kind = wanted.kind ?? (asked?.type === 'choose_year' ? asked.kind : undefined);
  const year = wanted.year ?? (asked?.type === 'choose_kind' ? asked.year : undefined);
  const [only, another] = context.catalog;
  const outline = kind === undefined && !another ? only : findOutline(context.catalog, kind);
  const known = year !== undefined && isYear(turn, year) ? year : undefined;
  if (!outline) return askKind(turn, known, kind);
  if (known === undefined) return askYear(turn, outline, year);
  open(turn, outline, known);
}

function findOutline(catalog: Outline[], kind: string | undefined): Outline | undefined {
  return catalog.find((one) => one.kind === kind || one.name === kind || one.aliases.includes(kind ?? ''));
}

function isYear(turn: Turn, year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= yearOf(turn.context.now) + 1;
}

export function askKind(turn: Turn, year?: number, unknown?: string): undefined {
  const { catalog } = turn.context;
  if (catalog.length === 0) return say(turn, words.noKinds);
  turn.state.asked = year === undefined ? { type: 'choose_kind' } : { type: 'choose_kind', year };
  const buttons = catalog.map((one) => ({
    text: one.name,
    value: { action: 'start', kind: one.kind, ...(year === undefined ? {} : { year }) },
  }));
  showCard(turn, choiceCard(words.whichKind, unknown === undefined ? '' : words.unknownKind(unknown), buttons));
}

function askYear(turn: Turn, outline: Outline, wrong: number | undefined): undefined {
  turn.state.asked = { type: 'choose_year', kind: outline.kind };
  const buttons = offeredYears(turn).map((year, at) => ({
    text: words.yearButton(year),
    value: { action: 'start', kind: outline.kind, year },
    primary: at === 0,
  }));
  showCard(turn, choiceCard(words.whichYear(outline.name), wrong === undefined ? '' : words.oddYear(wrong), buttons));
}

/** Reports are written about the year gone by; sometimes about this one. */
export function offeredYears(turn: Turn): [number, number] {
  const year = yearOf(turn.context.now);
  return [year - 1, year];
}

function open(turn: Turn, outline: Outline, year: number): undefined {
  const { state } = turn;
  const now = activeScene(turn);
  if (now && !may(now, 'restart'))
    return say(turn, words.groupIsBusy(titleOf(now.report), showPerson(now.report.owner)));
  state.asked = null;
  const there = state.reports.findLast((one) => one.kind === outline.kind && one.year === year);
  if (!there) return begin(turn, outline, year);
  state.active = there.id;
  const scene = sceneOf(turn, there);
  say(turn, words.alreadyStarted(titleOf(there), Object.keys(there.facts).length));
  if (scene && now?.report.id !== there.id) showBoard(scene);
  replayPending(turn);
}

function begin(turn: Turn, outline: Outline, year: number): undefined {
  const { state, event } = turn;
  const owner = actorOf(turn);
  if (!owner) return;
  if (state.reports.length >= REPORTS_KEPT) return say(turn, words.tooManyReports(REPORTS_KEPT));
  const report: Report = {
    // One message may begin two.
    id: `r-${event.id}${state.reports.some((one) => one.id === `r-${event.id}`) ? `-${state.reports.length}` : ''}`,
    kind: outline.kind,
    outline: keep(turn, outline),
    name: outline.name,
    year,
    owner,
    startedAt: event.at,
    facts: {},
    materials: [],
    sections: {},
    drafting: {},
    undo: [],
  };
  state.reports.push(report);
  state.active = report.id;
  showOutline({ turn, report, outline });
  replayPending(turn);
}

function showOutline(scene: Scene): undefined {
  for (const card of outlineCards(scene)) showCard(scene.turn, card);
}

/** What was told before there was a report is read again, now that there is an outline to read it against. */
function replayPending(turn: Turn, ownOnly = false): undefined {
  const { state } = turn;
  const { pending: kept = [] } = state;
  const pending = kept.filter((one) => (one.report === undefined && !ownOnly) || one.report === state.active);
  if (pending.length === 0) return;
  say(turn, words.replaying(pending.length));
  for (const { text, sender, at, message } of pending) {
    emit(turn, { type: 'replay_message', chat: state.chat.id, text, sender, at, message });
  }
  const left = kept.filter((one) => !pending.includes(one));
  if (left.length > 0) state.pending = left;
  else delete state.pending;
}

/** The report that was to be begun is not: what was told of it goes with it. */
export function forgetAside(turn: Turn): undefined {
  const left = turn.state.pending?.filter((one) => one.report !== undefined) ?? [];
  if (left.length > 0) turn.state.pending = left;
  else delete turn.state.pending;
}

export function listReports(turn: Turn): undefined {
  const { reports, active } = turn.state;
  if (reports.length === 0) return askKind(turn);
  showCard(turn, reportsCard(reports, active));
}

export function switchReport(turn: Turn, id: string): undefined {
  const { state } = turn;
  const report = state.reports.find((one) => one.id === id);
  const scene = sceneOf(turn, report);
  if (!report || !scene) {
    say(turn, words.noSuchReport);
    return state.reports.length > 0 ? listReports(turn) : undefined;
  }
  if (state.active === id) return say(turn, words.isActive(titleOf(report)));
  const now = activeScene(turn);
  if (!may(scene, 'switch') && !(now && may(now, 'switch')))
    return say(turn, words.ownerOnly(showPerson(report.owner)));
  state.active = id;
  state.asked = null;
  showBoard(scene);
  // What waits for a report yet to begin is not for this one.
  replayPending(turn, now !== null);
}

export function askStartOver(scene: Scene): undefined {
  const { turn, report } = scene;
  turn.state.asked = { type: 'start_over', report: report.id };
  const title = titleOf(report);
  showCard(
    turn,
    choiceCard(words.startOverTitle, words.startOver(title, Object.keys(report.facts).length), [
      { text: words.startOverYes, value: { action: 'confirm_start_over', report: report.id }, danger: true },
      { text: words.cancel, value: { action: 'cancel', report: report.id } },
    ]),
  );
}

/** Puts the report away and begins an empty one of the same kind and year. */
export function startOver(scene: Scene): undefined {
  const { turn, report, outline } = scene;
  turn.state.asked = null;
  for (const job of Object.values(report.drafting)) delete turn.state.jobs?.[job];
  report.drafting = {};
  const newest = turn.context.catalog.find((one) => one.kind === outline.kind) ?? outline;
  say(turn, words.putAway(titleOf(report)));
  begin(turn, newest, report.year);
}
