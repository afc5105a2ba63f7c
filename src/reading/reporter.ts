// Who the 我 of a report is, as people say it: 述职人是局长，局党组书记，去年6月到任的. Pure; a figure of officials is not taken for one.
import { plainDigits } from '../report/requirement.ts';
import type { Reporter } from '../report/task.ts';
import { splitClauses } from './clauses.ts';
import { isPersonName } from './person-name.ts';
import { findYear } from './start-report.ts';

const since =
  /^(?:我|局长|书记|主任|他|她|领导|述职人|新?局长)?(?:是|于|在)?\s*((?:20[0-9]{2}|[0-9]{2})年|去年|上年|今年|前年|本年)?\s*([0-9]{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|[0-9]{1,2}日|底|初)?\s*(?:才|起|开始|刚)?\s*(?:任职|任现职|到任|上任|就任|履新|到岗|就职|来)(?:的|了|哦|噢|啊|呢|哈|嘛|呀|吧)*$/u;
/** 述职人李建国, 局长叫李建国: without 是 only a person's name can be meant. */
const called =
  /^(?:述职人(?:员)?(?:叫|名叫|姓名)?|(?:我们?的?|咱们?的?|局里的?)?(?:现任|新)?(局长|书记|党组书记|院长|校长|厅长|台长|行长)(?:叫|名叫|姓名是|是))\s*([\p{Script=Han}]{2,4})$/u;
const named = /^述职人(?:员)?\s*(?:是|为|：|:|就是|写)\s*(.{1,20})$/u;
const post =
  /^(?:也?是|任|担任|兼任?)?\s*([^0-9]{2,20}?(?:书记|主任|局长|处长|科长|部长|厅长|院长|校长|组长|主席|委员|成员|会长))$/u;
/** 前面半年是老局长的事: what was before is the predecessor's, as the date of appointment says already. */
const predecessors =
  /^(?:在?(?:他|这)?之?前面?|此前|头|上)[\p{Script=Han}0-9]{0,8}(?:是|归|由|算)[\p{Script=Han}]{0,3}(?:老|前|原|上一)[\p{Script=Han}]{1,6}(?:的事?|管|在任|任上)(?:了|的)?$/u;
/** A pasted text names people too; nobody introduces one in so many words. */
const LONGEST = 200;

/** What was said of the reporter, and the message without it. */
export function readReporter(
  text: string,
  thisYear: number,
  reportYear: number | undefined,
): { reporter: Reporter; left: string } | null {
  if (text.length > LONGEST) return null;
  const clauses = splitClauses(plainDigits(text));
  const first = clauses.findIndex((one) => named.test(one.text.trim()) || personIn(one.text) !== undefined);
  // Without the word 述职人 it must be what the message begins with.
  const at = Math.max(first, 0);
  const reporter: Reporter = {};
  const taken: { start: number; end: number }[] = [];
  for (const [index, clause] of clauses.slice(at).entries()) {
    const said = clause.text.trim();
    const person = index === 0 ? personIn(said) : undefined;
    const who = index === 0 ? (person?.who ?? named.exec(said)?.[1]?.trim()) : undefined;
    const arrived = index === 0 ? arrivedIn(said) : undefined;
    const began = sinceFrom(since.exec(arrived?.began ?? who ?? said), thisYear, reportYear);
    const title = first >= 0 && index === 1 ? post.exec(said)?.[1] : undefined;
    const earlier = taken.length > 0 && predecessors.test(said);
    if (who === undefined && title === undefined && !began && !earlier) break;
    if (arrived && began) Object.assign(reporter, { who: arrived.who, post: arrived.post });
    if (began) reporter.since = began;
    else if (title !== undefined) reporter.post = title;
    else if (who !== undefined) Object.assign(reporter, person ?? withPost(who));
    taken.push(clause);
  }
  const [start, end] = [taken[0]?.start, taken.at(-1)?.end];
  if (start === undefined || end === undefined) return null;
  const left = `${text.slice(0, start)}${text.slice(end).replace(/^[，,。；;！!\s]+/u, '')}`;
  return { reporter, left: left.trim() };
}

const posts = '(?:局?党组书记|局长|书记|院长|校长|厅长|台长|行长|主任|处长|部长)(?:、?(?:局?党组书记|局长|书记))?';
const titled = new RegExp(`^(?:现任|新任|我们?)?(${posts})([\\p{Script=Han}]{2,4})$`, 'u');
const following = new RegExp(`^([\\p{Script=Han}]{2,4}?)(${posts})$`, 'u');
const arriving = new RegExp(`^([\\p{Script=Han}]{2,4}?)(${posts})(.*(?:到任|上任|任职|就任|履新|到岗|就职).*)$`, 'u');

/** 局长孙国平 is a post and a name. */
function withPost(who: string): { who: string; post?: string } {
  const [, post, name = ''] = titled.exec(who) ?? [];
  if (post && isPersonName(name)) return { who: name, post };
  const [, first = '', after] = following.exec(who) ?? [];
  return after && isPersonName(first) ? { who: first, post: after } : { who };
}

/** 孙国平局长今年3月才到任 */
function arrivedIn(said: string): { who: string; post: string; began: string } | undefined {
  const [, who = '', post, began] = arriving.exec(said) ?? [];
  return post && began && isPersonName(who) ? { who, post, began } : undefined;
}

function personIn(text: string): { who: string; post?: string } | undefined {
  const [, post, who = ''] = called.exec(text.trim()) ?? [];
  return isPersonName(who) ? { who, ...(post ? { post } : {}) } : undefined;
}

function sinceFrom(
  match: RegExpExecArray | null,
  thisYear: number,
  reportYear: number | undefined,
): Reporter['since'] | undefined {
  if (!match) return undefined;
  // 今年 said of a report on the year before: nobody reports on a year before their time
  const own = match[1] === undefined || (match[1] === '今年' && reportYear !== undefined && reportYear < thisYear);
  const said = own ? reportYear : findYear(match[1] ?? '', thisYear);
  const month = monthFrom(match[2] ?? '');
  return said === undefined || month < 1 || month > 12 ? undefined : { year: said, month };
}

function monthFrom(said: string): number {
  if (/^[0-9]+$/u.test(said)) return Number(said);
  const [tens, ones] = said.startsWith('十') ? [10, said.slice(1)] : [0, said];
  return tens + (ones === '' ? 0 : '一二三四五六七八九'.indexOf(ones) + 1);
}
