// All rules of the conversation: what an event, as read, does to the state. Pure; never throws for what people do.

import { mayEnter, turnAway } from './access.ts';
import { beAskedThere } from './ask-there.ts';
import { keepBoard } from './board.ts';
import { welcomeCard } from './cards/welcome-card.ts';
import { takeCloud } from './cloud.ts';
import { leadBack } from './come-back.ts';
import type { Reading } from './command.ts';
import { keepReminders, takeTimer } from './deadline.ts';
import type { Decide } from './decision.ts';
import { takeDrafted, takeFailed } from './drafted.ts';
import type { Event } from './event.ts';
import { fileMeant, forgetFile, offerFiles } from './files.ts';
import { homesNeeded, relay, takeAnswer, takeOffer } from './gathering.ts';
import { keepGrowing } from './growing.ts';
import { earlierKeys } from './history.ts';
import { lastYearNeeded } from './last-year-text.ts';
import { settleBegun } from './like-last.ts';
import { takeMenu } from './menu.ts';
import { takeMessage } from './message.ts';
import { meet } from './people.ts';
import { takePress } from './press.ts';
import { isVersionPress } from './press-version.ts';
import { knowPressed } from './pressed-card.ts';
import { keepProgress } from './progress.ts';
import { noteAbout } from './quoted.ts';
import { noteTexts } from './quoted-text.ts';
import { factsFrom, takeRecall } from './recall.ts';
import { redraftLate } from './redraft-late.ts';
import { returnedNeeded } from './returned-needed.ts';
import { tellStale } from './stale-text.ts';
import type { State } from './state.ts';
import { joinAwaited } from './supply.ts';
import { keepForms } from './supply-send.ts';
import { toastOf } from './toast.ts';
import { actorOf, beginTurn, say, showCard, type Turn } from './turn.ts';
import { keepVariants } from './variant-stale.ts';
import { isVersionCommand } from './version-command.ts';
import { words } from './wording.ts';

export type { Context, Decide, Decision, Toast } from './decision.ts';
export { initialState } from './turn.ts';

const HANDLED_KEPT = 50;

/** For events that carry no words: presses, results, timers. */
export const emptyReading: Reading = { commands: [], facts: [], asks: [], rest: '', by: 'reader' };

export const decide: Decide = (state, event, reading, context) => {
  if (state?.handled.includes(event.id)) return { state, effects: [], values: {} };
  const turn = beginTurn(state, event, context);
  if (mayEnter(event, state, context.allowed)) {
    delete turn.state.unmet;
    meet(turn, actorOf(turn));
    joinAwaited(turn);
    if (reading.fields) turn.fields = reading.fields;
    if (reading.file) turn.file = reading.file;
    const end = beAskedThere(turn);
    if (!relay(turn, reading)) take(turn, reading);
    end();
    knowPressed(turn);
    if (event.type === 'card_submitted') turn.toast = toastOf(turn);
    settleBegun(turn, state);
    offerFiles(turn, state);
    leadBack(turn, state, reading);
    keepReminders(turn);
    redraftLate(turn, state);
    tellStale(turn, state);
    keepVariants(turn, state);
    keepGrowing(turn, state);
    keepProgress(turn, state);
    keepBoard(turn, state);
    keepForms(turn, state);
    noteAbout(turn);
    noteTexts(turn);
  } else turnAway(turn);
  turn.state.handled = [...turn.state.handled, event.id].slice(-HANDLED_KEPT);
  const { toast } = turn;
  return { state: turn.state, effects: turn.effects, values: turn.values, ...(toast ? { toast } : {}) };
};

function take(turn: Turn, reading: Reading): undefined {
  const { event } = turn;
  switch (event.type) {
    case 'message_received':
      return takeMessage(turn, event, reading);
    case 'card_submitted':
      return takePress(turn, event);
    case 'menu_chosen':
      return takeMenu(turn, event);
    case 'chat_entered':
      // Opened again and again; greeted once.
      if (turn.first) showCard(turn, welcomeCard(turn, null));
      return;
    case 'section_drafted':
      return takeDrafted(turn, event);
    case 'section_failed':
      return takeFailed(turn, event);
    case 'file_failed':
      return say(turn, words.fileFailed(event.reason));
    case 'cloud_written':
    case 'cloud_read':
    case 'cloud_failed':
      return takeCloud(turn, event);
    case 'message_recalled':
      forgetFile(turn, event.message);
      return takeRecall(turn, event.message);
    case 'timer_fired':
      return takeTimer(turn, event);
    case 'group_offered':
      return takeOffer(turn, event);
    case 'group_answered':
      return takeAnswer(turn, event);
  }
}

/** Undoing a change of the outline goes on with the one before it, and with the texts of its sections. */
function neededForUndo(state: State, event: Event, reading: Reading): string[] {
  const pressed = event.type === 'card_submitted' && event.value.action === 'undo';
  const times = reading.commands.filter((command) => command.type === 'undo').length + (pressed ? 1 : 0);
  const active = state.reports.find((report) => report.id === state.active);
  const again = reading.commands.filter((command) => command.type === 'redo').length;
  const steps = [
    ...(times === 0 ? [] : (active?.undo.slice(-times) ?? [])),
    ...(again === 0 ? [] : (active?.redo?.slice(-again) ?? [])),
  ];
  return steps.flatMap(({ changes }) =>
    changes.flatMap((change) => {
      if (change.type === 'outline') return [change.before];
      return change.type === 'section' && change.before ? [change.before.version] : [];
    }),
  );
}

/** Earlier versions of texts: looked at when they are asked for, or when a press on the card of two of them is taken. */
function versionsNeeded(state: State, event: Event, reading: Reading, known: Record<string, unknown>): string[] {
  const asked = reading.commands.some((command) => isVersionCommand(command));
  const pressed = event.type === 'card_submitted' && isVersionPress(event.value.action);
  const active = state.reports.find((report) => report.id === state.active);
  return active && (asked || pressed) ? earlierKeys(active, known) : [];
}

/**
 * Keys of the side values that decide will look at for this event. `known`: those loaded so far; what they lead to is asked
 * for in turn, until nothing new is.
 */
export function neededValues(
  state: State | null,
  event: Event,
  reading: Reading,
  known: Record<string, unknown> = {},
): string[] {
  if (!state) return homesNeeded(event, reading);
  const about = 'report' in event && event.report !== undefined ? event.report : state.active;
  const texts = state.reports
    .filter((report) => report.id === about || report.id === state.active)
    .flatMap((report) => [
      ...Object.values(report.sections).map((head) => head.version),
      ...(report.variants ?? []).flatMap((one) => Object.values(one.sections)),
    ]);
  const earlier =
    event.type === 'message_recalled'
      ? state.reports.flatMap((report) => factsFrom(report, event.message).flatMap((fact) => fact.previous ?? []))
      : [];
  // 这个数哪来的 tells what stood there before as well.
  const traced = reading.commands.some((command) => command.type === 'show_source')
    ? state.reports
        .filter((report) => report.id === state.active)
        .flatMap((report) => Object.values(report.facts).flatMap((fact) => fact.earlier ?? []))
    : [];
  // A file's words are looked at where somebody says what it is for; what it gave may be taken back then.
  const file = fileMeant(state, event)?.head;
  const ofFile = file
    ? [file.key, ...state.reports.flatMap((one) => factsFrom(one, file.message).flatMap((fact) => fact.previous ?? []))]
    : [];
  const outlines = [...state.reports, ...(state.removed ?? []).map((one) => one.report)].map(
    (report) => report.outline,
  );
  return [
    ...new Set([
      ...homesNeeded(event, reading),
      ...outlines,
      ...texts,
      ...earlier,
      // What stood in the cloud document, for what came of it now.
      ...state.reports.flatMap(({ cloud }) =>
        cloud && event.type.startsWith('cloud_') ? [cloud.blocks, cloud.facts] : [],
      ),
      ...traced,
      ...ofFile,
      ...returnedNeeded(state, event),
      ...neededForUndo(state, event, reading),
      ...lastYearNeeded(state, event, reading),
      ...versionsNeeded(state, event, reading, known),
    ]),
  ];
}
