// Which kind of report and which year a person means by 写一份2023年的基层党建述职报告. Pure; an unclear kind stays undefined.
import { splitClauses } from './clauses.ts';
import type { ReadRequest } from './port.ts';

type Kinds = ReadRequest['kinds'];

const han = '〇一二三四五六七八九';

/** 2023年, 二〇二三年, 23年, 今年, 去年; undefined when no year is named. */
export function findYear(text: string, thisYear: number): number | undefined {
  const four = /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1];
  if (four) return Number(four);
  const written = /二[〇零○O0]([〇零○一二三四五六七八九])([〇零○一二三四五六七八九])/.exec(text);
  if (written)
    return Number(`20${[written[1], written[2]].map((one) => Math.max(0, han.indexOf(one ?? ''))).join('')}`);
  const two = /(?<!\d)(\d{2})年/.exec(text)?.[1];
  if (two) return 2000 + Number(two);
  if (/前年/.test(text)) return thisYear - 2;
  if (/去年|上年|上一年/.test(text)) return thisYear - 1;
  if (/今年|本年|当年|这一?年/.test(text)) return thisYear;
  return undefined;
}

/** 今年的述职，2025年的: a year in figures wins over 今年 and 去年, wherever it stands; of two that disagree none is taken. */
export function settleYear(start: string, text: string, year: number | undefined): number | undefined {
  const alone = splitClauses(text).filter((one) => one.text !== start && onlyYear.test(one.text));
  const said = new Set([start, ...alone.map((one) => one.text)].flatMap((one) => yearsIn(one)));
  const [sure, another] = said.size > 0 ? said : new Set(yearsIn(text, /20(\d{2})(?!\d)/));
  return another === undefined ? (sure ?? year) : undefined;
}

const onlyYear =
  /^[^\p{Script=Han}\d]*(?:就|是|要|写|做|按|也|不对|不是|应该|哦|它|这|报告|年份|的)*(?:20\d{2}|\d{2})年?(?:度|份)?(?:的|那份)?(?:吧|哈|啊|哦|了)?[^\p{Script=Han}\d]*$/u;

/** A date's year is none, nor is a number of years. */
function yearsIn(text: string, form = /20(\d{2})(?!\d)|(\d{2})年|二[〇零○O0]([〇零○一二三四五六七八九]{2})/): number[] {
  const year = new RegExp(`(?<![\\d比较])(?:${form.source})(?!\\s*[-/.．年]?\\s*\\d{1,2}\\s*[-/.．月])`, 'gu');
  return [...text.matchAll(year)].map(([, four, two, written]) => {
    const digits = written && [...written].map((one) => Math.max(0, han.indexOf(one))).join('');
    return 2000 + Number(four ?? two ?? digits);
  });
}

/** The kind whose name or alias stands in the text, longest first; or whose name holds the whole of a shorter call. */
export function findKind(text: string, kinds: Kinds): string | undefined {
  const names = kinds
    .flatMap((kind) => [kind.name, ...kind.aliases].map((name) => ({ kind: kind.kind, name })))
    .sort((one, other) => other.name.length - one.name.length);
  const whole = names.find(({ name }) => text.includes(name));
  if (whole) return whole.kind;
  const call = text
    .replace(/[^\p{Script=Han}]/gu, '')
    .replace(/^.*(?:一份|一个|一篇|年度?的?|今年的?|去年的?|写|做|新建|开始)/, '');
  if (call.length < 2 || genericCall.test(call)) return undefined;
  const holders = new Set(names.filter(({ name }) => holds(name, call)).map(({ kind }) => kind));
  return holders.size === 1 ? [...holders][0] : undefined;
}

const genericCall = /^(?:报告|材料|总结|述职|稿子?|汇报|文章|工作|年度|年)+$/;

/** Whether the characters of `call` stand in `name` in this order: 党建述职 in 基层党建工作述职报告. */
function holds(name: string, call: string): boolean {
  let at = 0;
  for (const char of name) if (char === call[at]) at++;
  return at === call.length;
}

const startVerb =
  /^(?:重新|新)?(?:开始|新建|新增|新开|建立?|创建|开(?!展)|起|写|撰写|做|弄|搞|准备|要|来|整|赶|拟|起草|照\d+年的?开)/;
const counted = /^(?:写|撰写|做|弄|搞|准备|要|来|整|赶|拟|起草|新?建|新开|创建|开|起|开始)(?:一|个|新)*(?:份|篇|个|新)/;
const noun = /(?:报告|总结|述职|材料|汇报)/;

/** `core` is a clause with courtesies stripped. Null when it does not ask to begin a report. */
export function readStart(
  core: string,
  request: ReadRequest,
): { type: 'start_report'; kind?: string; year?: number } | null {
  const kind = findKind(core, request.kinds);
  const year = findYear(core, request.thisYear);
  const bare = /^(?:开始|开始(?:写|吧|报告|写报告|新报告|新的)|start|新建(?:报告)?|新报告|开个头|开工)$/i.test(core);
  const named = kind !== undefined && (startVerb.test(core) || !request.report) && core.length <= 40;
  const unnamed = counted.test(core) && noun.test(core) && core.length <= 30;
  const first = !request.report && startVerb.test(core) && noun.test(core) && core.length <= 30;
  const asked = request.asked?.type;
  if (asked === 'choose_year' && request.asked?.type === 'choose_year' && year !== undefined && core.length <= 12)
    return { type: 'start_report', kind: request.asked.kind, year };
  if (asked === 'choose_kind' && kind !== undefined) {
    const chosen = year ?? (request.asked?.type === 'choose_kind' ? request.asked.year : undefined);
    return { type: 'start_report', kind, ...(chosen === undefined ? {} : { year: chosen }) };
  }
  if (!bare && !named && !unnamed && !first) return null;
  return { type: 'start_report', ...(kind === undefined ? {} : { kind }), ...(year === undefined ? {} : { year }) };
}
