// Deadlines as people write them, and when that is. China keeps one time zone, UTC+8. Pure; `now` comes from outside.
import { parseNumeral } from '../figures/index.ts';
import { plainDigits } from './requirement.ts';
import type { Due } from './task.ts';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const WEEK = '一二三四五六日';
/** 前 a day without an hour means before people go home on it. */
const END_OF_WORK = { hour: 17, minute: 30 };

/** A deadline in words: a date or a day of the week, perhaps with an hour. */
export interface DueSaid {
  year?: number;
  month?: number;
  day?: number;
  /** 1 (Monday) to 7. */
  weekday?: number;
  /** Weeks after this one. */
  weeks?: number;
  hour?: number;
  minute?: number;
}

const some = '[0-9一二三四五六七八九十]{1,3}';
const date = `(?:(?:(20[0-9]{2})\\s*[年/.-]|(明年|今年))?\\s*(${some})\\s*[月/.-]\\s*(${some})(?:\\s*[日号])?(?:\\s*[（(][^）)]{1,8}[）)])?|(本|这|下)?(?:周|星期|礼拜)([一二三四五六日天]))`;
const clock = `(?:\\s*(上午|下午|中午|晚上|晚|早上|凌晨)?\\s*(?:(${some})\\s*[:时点]\\s*(半|${some}|[0-5][0-9])?\\s*分?整?)?\\s*(下班)?)`;
const pattern = new RegExp(`${date}${clock}`, 'u');

/** The first deadline in the text; `end`: where it ends. */
export function findDue(said: string): { said: DueSaid; start: number; end: number } | undefined {
  const text = plainDigits(said);
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, year, near, month, day, next, weekday, part, hour, minute, offWork] = match;
  const time = timeFrom(part, hour, minute, offWork !== undefined);
  if (time === null) return undefined;
  const start = match.index;
  const end = start + whole.length;
  if (weekday !== undefined) {
    const at = weekday === '天' ? 7 : WEEK.indexOf(weekday) + 1;
    return { said: { weekday: at, weeks: next === '下' ? 1 : 0, ...time }, start, end };
  }
  const [m, d] = [numeral(month), numeral(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  const fixed = year === undefined ? {} : { year: Number(year) };
  // 明年 and 今年 are left to the nearest such day, which is what they mean of a deadline.
  return { said: { ...(near === undefined ? fixed : {}), month: m, day: d, ...time }, start, end };
}

function numeral(said: string | undefined): number {
  return Number(parseNumeral(said ?? '') ?? 0);
}

/** null: no such hour. */
function timeFrom(
  part: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  offWork: boolean,
): { hour?: number; minute?: number } | null {
  if (hour !== undefined) {
    const said = numeral(hour) || (/^0+$/u.test(hour) ? 0 : Number.NaN);
    const late = (part === '下午' || part === '晚上' || part === '晚') && said < 12;
    const h = late ? said + 12 : part === '中午' && said < 3 ? said + 12 : said;
    const m =
      minute === '半' ? 30 : minute === undefined ? 0 : Number(/^[0-9]+$/u.test(minute) ? minute : numeral(minute));
    return h >= 0 && h <= 24 && m >= 0 && m < 60 ? { hour: h, minute: m } : null;
  }
  if (part === '中午' || part === '上午' || part === '早上') return { hour: 12, minute: 0 };
  if (part === '下午' || offWork) return { ...END_OF_WORK };
  return part === undefined ? {} : { hour: 22, minute: 0 };
}

/**
 * When that is, seen from `now`: without a year the nearest such day; where it moves a deadline (`before`), near to that
 * too, so that a day's change is never taken for a year's. Undefined for a day no calendar has.
 */
export function dueAt(
  { year, month, day, weekday, weeks = 0, hour, minute }: DueSaid,
  now: number,
  before?: number,
): Due | undefined {
  const local = new Date(now + CHINA_OFFSET_MS);
  const time = hour === undefined ? END_OF_WORK : { hour, minute: minute ?? 0 };
  const offset = time.hour * 3_600_000 + time.minute * 60_000 - CHINA_OFFSET_MS;
  const clockSaid = hour !== undefined;
  if (weekday !== undefined) {
    const today = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
    const monday = today - ((local.getUTCDay() + 6) % 7) * DAY_MS;
    return { at: monday + (weekday - 1 + weeks * 7) * DAY_MS + offset, clock: clockSaid };
  }
  if (month === undefined || day === undefined) return undefined;
  const thisYear = local.getUTCFullYear();
  const near = before === undefined ? [] : [new Date(before + CHINA_OFFSET_MS).getUTCFullYear()];
  const around = [thisYear, ...near].flatMap((one) => [one - 1, one, one + 1]);
  const years = year === undefined ? [...new Set(around)] : [year];
  const days = years.flatMap((one) => {
    const at = new Date(Date.UTC(one, month - 1, day));
    return at.getUTCMonth() === month - 1 ? [at.getTime() + offset] : [];
  });
  const far = (at: number): number => Math.abs(at - now) + (before === undefined ? 0 : Math.abs(at - before));
  // Between the two all days are equally near: the old deadline decides.
  const nearest = days.sort(
    (a, b) => far(a) - far(b) || Math.abs(a - (before ?? now)) - Math.abs(b - (before ?? now)),
  )[0];
  return nearest === undefined ? undefined : { at: nearest, clock: clockSaid };
}

/** 1月16日（周五）12:00; with the year where it is not this one. */
export function showDue({ at, clock: said }: Due, now: number): string {
  const local = new Date(at + CHINA_OFFSET_MS);
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = local.getUTCFullYear();
  const named = year === new Date(now + CHINA_OFFSET_MS).getUTCFullYear() ? '' : `${year}年`;
  const day = `${named}${local.getUTCMonth() + 1}月${local.getUTCDate()}日（周${WEEK[(local.getUTCDay() + 6) % 7]}）`;
  return said ? `${day}${two(local.getUTCHours())}:${two(local.getUTCMinutes())}` : day;
}
