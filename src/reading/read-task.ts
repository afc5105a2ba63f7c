// A notice, or words about the task, the reporter or the owner, as commands. Pure; undefined or null for anything else.
import type { Command } from '../conversation/command.ts';
import { findDue } from '../report/due.ts';
import { readCommands } from './commands.ts';
import { isNotice } from './notice.ts';
import { beforeNotice, demands, readNotice } from './notice-facts.ts';
import type { ReadRequest } from './port.ts';
import { readRemoval } from './remove-report.ts';
import { findYear } from './start-report.ts';

/** Short words about the task, the owner, how to begin: the whole message is one command. */
export function readTaskWords(text: string, request: ReadRequest): Command | undefined {
  return (
    changeIn(text) ??
    dueIn(text, request) ??
    handOverIn(text) ??
    startLikeIn(text, request.thisYear) ??
    readRemoval(text, request)
  );
}

const change = '(?:改|调整?|变更?|放宽|压缩?|推迟|提前|延后|延期?|定|控制|限制)(?:成|为|到|至|在|了)*';
const changes: ['due' | 'length', RegExp][] = [
  ['due', new RegExp(`^(?:报送|截止|上报|交稿|提交|报送的)(?:时间|日期|期限)?(?:要求)?${change}\\s*(.{2,30})$`, 'u')],
  ['length', new RegExp(`^(?:总|全文)?(?:的)?(?:字数|篇幅)(?:要求|上限|限制)?${change}\\s*(.{0,10}字.{0,6})$`, 'u')],
  // A number of three digits or more beside 字数 can only be one of characters.
  [
    'length',
    new RegExp(
      `^(?:总|全文)?(?:的)?(?:字数|篇幅)(?:要求|上限|限制)?${change}\\s*((?:不超过|别超|最多)?\\s*(?:[0-9０-９]{3,5}|[一二两三四五六七八九]千[一二三四五六七八九百]*)\\s*(?:以内|之内|以下|左右|上下)?)$`,
      'u',
    ),
  ],
];

/** 报送时间改到1月18日, 字数要求改成2500字以内: the whole message. */
function changeIn(text: string): Command | undefined {
  const plain = text.trim().replace(/[。！!]+$|(?:了|吧)$/gu, '');
  for (const [field, pattern] of changes) {
    const said = pattern.exec(plain)?.[1];
    if (said !== undefined) return { type: 'change_task', field, said };
  }
  return undefined;
}

const dueOnly =
  /^(?:大家|各科室|各单位|都|请|要|得|务必|最迟|最晚|必须|尽量|在|于)*(.{2,16}?)(?:之前|以前|前)?(?:就|都|要|得|必须|务必|给)*(?:报送|报|上报|交|交稿|提交)(?:上来|过来|上去|齐|给我|来)?(?:就行|就可以|哈|啊|吧|了)*$/u;

/** 下周三之前报: of the offices asked for figures where there are any, else of the report itself. */
function dueIn(text: string, { report }: ReadRequest): Command | undefined {
  const said = dueOnly.exec(text.trim().replace(/[。！!]+$/u, ''))?.[1];
  const due = said === undefined || !report ? undefined : findDue(said);
  if (said === undefined || due?.start !== 0 || due.end !== said.length) return undefined;
  if (!/前|截止|最[迟晚]/u.test(text)) return undefined;
  return (report?.offices?.length ?? 0) > 0
    ? { type: 'supply_due', due: due.said }
    : { type: 'change_task', field: 'due', said };
}

/** 年终总结请于周三前交 names a kind and asks for none. */
const starting = /写一|起草|帮我|开始|新建|新开|我(?:要|想)/u;

/** The whole message is taken: no figure of a notice is a fact. */
export function readTask(text: string, request: ReadRequest): Command[] | null {
  if (!isNotice(text)) return null;
  const notice = readNotice(text, request.kinds);
  if (!demands(notice)) return null;
  const head = beforeNotice(text);
  // A notice’s own sentences ask nothing of us; what stands before it may. 写一份…，控制在3000字 has no title and is a command.
  const { commands } = readCommands(head ?? text, request);
  const asks = commands.some((one) => one.type !== 'start_report') || starting.test(text);
  if (head === undefined && asks && commands.length > 0) return null;
  if (head === undefined) return [{ type: 'open_task', notice }];
  return [...commands, { type: 'open_task', notice }];
}

const nobody =
  /[局科室部委办处组会院校厅队]$|^(?:他|她|我|你|您|它|大家|各位|领导|组织|上级|别人|同事|谁|你们|他们|我们|财政)/u;
const passing =
  /^(?:把|将)?(?:这份|本|这个|这)?(?:报告|稿子|材料|它|这事)?(?:转交|移交|交接|交还|还|交|转)(?:给|由)\s*(@)?\s*(\S{1,20}?)\s*(?:来)?(?:负责|接手|接着写|继续写|写|管|起草)?$/u;
const instead =
  /^(?:以后|接下来|后面)?(?:这份|这个)?(?:报告|稿子)?(?:改|换)?由\s*(@)?\s*(\S{1,20}?)\s*(?:来)?(?:负责|接手)$/u;

/** 交给@李明: the whole message. Money goes to offices, reports to people. */
function handOverIn(text: string): Command | undefined {
  const plain = text.trim().replace(/[。！!，,]+$|(?:了|吧)$/gu, '');
  const match = passing.exec(plain) ?? instead.exec(plain);
  const name = match?.[2];
  if (name === undefined) return undefined;
  const person = match?.[1] === '@' || (/^[\p{Script=Han}·]{2,4}$/u.test(name) && !nobody.test(name));
  return person ? { type: 'hand_over', name } : undefined;
}

const like =
  /^(?:就|还是|请|帮我)?(?:照|按|参照|沿用|依)(?:着|照)?\s*((?:20\d\d|\d\d)年?|去年|上年|前年)度?的?(提纲|那份|那个|样子|报告|稿子|格式|框架)?(?:来|再)?(开|写|做|起|弄|建)?(?:一|个|份|新|的|稿)*$/u;

/** 照2023年的开一份: it says how to begin, or by which outline. */
function startLikeIn(text: string, thisYear: number): Command | undefined {
  const match = like.exec(text.trim().replace(/[。！!]+$|(?:了|吧)$/gu, ''));
  const said = match?.[1];
  if (said === undefined || (match?.[2] === undefined && match?.[3] === undefined)) return undefined;
  const from = findYear(/^\d+$/u.test(said) ? `${said}年` : said, thisYear);
  return from === undefined ? undefined : { type: 'start_like', from };
}
