// Reminders of a deadline: a day before and three hours before, at office hours, while the report is not handed over. Timers follow from the state alone.
import { showDue } from '../report/due.ts';
import type { Report } from '../report/report.ts';
import { isRefused } from './access.ts';
import { againstTask } from './against-task.ts';
import type { Event } from './event.ts';
import { laterReminders, takeLaterTimer } from './later.ts';
import { missingSlots, partsOf, titleOf } from './plan.ts';
import { supplyReminders, takeSupplyTimer } from './supply-status.ts';
import { taskWords } from './task-wording.ts';
import { activeScene, emit, reportOf, type Scene, say, sceneOf, type Turn } from './turn.ts';
import { countCharacters, documentOf } from './view.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;
/** When people look at their messages, latest first. */
const OFFICE_HOURS = [14, 9];

/** Sets, moves and clears timers, so that exactly those wanted now are set. Run at the end of every turn. */
export function keepReminders(turn: Turn): undefined {
  for (const report of turn.state.reports) {
    const before = report.reminders ?? {};
    const wanted = remindersOf(turn, report);
    for (const [timer, due] of Object.entries(wanted)) {
      if (before[timer] !== due) emit(turn, { type: 'set_timer', timer, due, report: report.id });
    }
    for (const timer of Object.keys(before)) if (!(timer in wanted)) emit(turn, { type: 'clear_timer', timer });
    if (Object.keys(wanted).length > 0) report.reminders = wanted;
    else delete report.reminders;
  }
}

function remindersOf(turn: Turn, report: Report): Record<string, number> {
  const { state, context, event } = turn;
  const due = report.task?.due?.at;
  // One put away for a new start has handed its deadline on.
  const newest = state.reports.findLast((one) => one.kind === report.kind && one.year === report.year);
  if (report.task?.quiet || isDelivered(report) || newest !== report) return {};
  const before = (at: number): number => officeHour(at - 3 * HOUR_MS);
  const own: [string, number][] =
    due === undefined
      ? []
      : [
          [`${report.id}/due/hours`, before(due)],
          [`${report.id}/due/day`, officeHour(due - DAY_MS)],
        ];
  const wanted = [...own, ...supplyReminders(turn, report, before), ...laterReminders(report)];
  return Object.fromEntries(wanted.filter(([, at]) => at > Math.max(context.now, event.at)));
}

/** The last office hour not after it. */
function officeHour(at: number): number {
  const midnight = Math.floor((at + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
  const today = OFFICE_HOURS.map((hour) => midnight + hour * HOUR_MS).find((one) => one <= at);
  return today ?? midnight - DAY_MS + 14 * HOUR_MS;
}

/** Handed over with nothing open, since this was demanded. */
function isDelivered({ delivered, task }: Report): boolean {
  return delivered !== undefined && delivered >= (task?.at ?? 0);
}

/** A timer that was moved or is not wanted any more says nothing. */
export function takeTimer(turn: Turn, event: Extract<Event, { type: 'timer_fired' }>): undefined {
  const report = reportOf(turn.state, event.report ?? null);
  const scene = sceneOf(turn, report);
  const due = report?.task?.due;
  if (!report || !scene || report.reminders?.[event.timer] !== event.at) return;
  delete report.reminders[event.timer];
  if (report.task?.quiet || isDelivered(report) || takeSupplyTimer(scene, event.timer)) return;
  if (takeLaterTimer(scene, event.timer) || !due) return;
  const hours = (due.at - turn.context.now) / HOUR_MS;
  if (hours <= 0) return;
  const when = taskWords.handIn(showDue(due, turn.context.now), report.task?.to ?? '');
  say(turn, taskWords.remind(titleOf(report), taskWords.left(hours), when));
  say(turn, `${standing(scene)}${againstTask(scene)}`);
  say(turn, taskWords.howToQuiet);
}

/** 记了20项，还缺6项；全文已起草，约2968字。 */
export function standing(scene: Scene): string {
  const { report, outline } = scene;
  const undrafted = partsOf(outline).filter((part) => !part.sections.some((one) => report.sections[one.id]));
  const text =
    Object.keys(report.sections).length === 0
      ? taskWords.noneDrafted
      : undrafted.length > 0
        ? taskWords.someDrafted(undrafted.length)
        : taskWords.allDrafted(countCharacters(documentOf(scene)));
  const done = outline.slots.filter((slot) => Object.hasOwn(report.facts, slot.id)).length;
  return taskWords.standing(done, missingSlots(outline, report.facts).length, text);
}

/** 不用提醒 */
export function stopReminding(turn: Turn): undefined {
  const scene = activeScene(turn);
  const task = scene?.report.task;
  if (!scene || !task?.due || task.quiet) return say(turn, taskWords.nothingToQuiet);
  if (isRefused(scene)) return;
  scene.report.task = { ...task, quiet: true };
  say(turn, taskWords.quiet);
}

/** 还有几天交: how long, until when, and where the report stands. */
export function showDeadline(turn: Turn): undefined {
  const scene = activeScene(turn);
  const waiting = turn.state.tasks?.findLast((one) => one.report === undefined)?.task;
  const task = scene?.report.task ?? waiting;
  if (!task?.due) return say(turn, taskWords.noDue);
  const left = (task.due.at - turn.context.now) / HOUR_MS;
  const when = taskWords.handIn(showDue(task.due, turn.context.now), task.to ?? '');
  say(turn, left <= 0 ? taskWords.overdue(when) : taskWords.dueIn(taskWords.left(left), when));
  if (scene) say(turn, standing(scene));
}
