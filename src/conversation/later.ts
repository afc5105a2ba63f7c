// 周三再给: a figure promised for later, asked for again at nine on the next working day. Never asks for what was told meanwhile.

import { slotOf } from '../report/outline.ts';
import type { Report } from '../report/report.ts';
import { answerWords } from './answer-wording.ts';
import type { Deed } from './state.ts';
import { actorOf, type Scene, say } from './turn.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;
const MORNING_HOUR = 9;

/** Nine in the morning of the next working day, and what it is called. */
export function nextMorning(now: number): { at: number; name: string } {
  const midnight = Math.floor((now + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
  const weekday = (at: number): number => new Date(at + CHINA_OFFSET_MS).getUTCDay();
  let day = midnight + DAY_MS;
  while (weekday(day) === 0 || weekday(day) === 6) day += DAY_MS;
  return { at: day + MORNING_HOUR * HOUR_MS, name: `周${'日一二三四五六'[weekday(day)]}` };
}

/** Kept with the report; the timer follows from that. */
export function putOffUntil({ report, turn }: Scene, { slot, at, day }: Extract<Deed, { type: 'later' }>): string {
  const by = actorOf(turn);
  if (by) report.later = { ...report.later, [slot]: { at, by } };
  return answerWords.later(day);
}

export function laterReminders({ id, later = {}, facts }: Report): [timer: string, at: number][] {
  return Object.entries(later)
    .filter(([slot]) => !Object.hasOwn(facts, slot))
    .map(([slot, { at }]) => [timerFor(id, slot), at]);
}

const timerFor = (report: string, slot: string): string => `${report}/later/${slot}`;

/** Whether it was for a figure put off. */
export function takeLaterTimer({ report, outline, turn }: Scene, timer: string): boolean {
  const slot = Object.keys(report.later ?? {}).find((one) => timerFor(report.id, one) === timer);
  if (slot === undefined) return false;
  const { [slot]: promise, ...others } = report.later ?? {};
  report.later = others;
  const asked = slotOf(outline, slot);
  if (!asked || Object.hasOwn(report.facts, slot)) return true;
  say(turn, answerWords.askAgain(asked.question));
  // In a group anybody may know it; alone with the bot it is the question now.
  if (promise && turn.state.chat.type === 'p2p' && turn.state.asked === null)
    turn.state.asked = { type: 'slot', slot, report: report.id, once: true, by: promise.by.id };
  return true;
}
