// Reads commands out of a message, clause by clause, and says which stretches they took. Pure; never guesses a section.
import type { Command } from '../conversation/command.ts';
import { type Piece, splitClauses } from './clauses.ts';
import { chatter, phrases } from './command-phrases.ts';
import { deletedOf } from './list-items.ts';
import { readLook } from './look-question.ts';
import { findPlace, ordinal } from './place.ts';
import type { ReadRequest } from './port.ts';
import { findKind, findYear, readStart, settleYear } from './start-report.ts';

/** A clause longer than this tells something; it also keeps the patterns below away from pasted text. */
const longestCommand = 60;

interface CommandsRead {
  commands: Command[];
  /** Stretches that were commands or courtesies: no facts are looked for there. */
  consumed: { start: number; end: number }[];
}

const before =
  /^(?:@\S+\s*|(?:看|查|说|问|列)(?:看|说|问)?(?:一?下)|想(?:问|知道)(?:一?下)?|告诉我|请|麻烦(?:你|您)?|帮忙|帮(?:我|我们|忙)|给我|给我们|你|您|那就?|那么|然后|接着|接下来|顺便|现在|可以|能不能|能否|可不可以|我想|我要|想要?|我们要?|咱们?|来|就|还是|直接|最后|再|先|都|也|另外|哎|诶|喂|嗯+|呃|好的?|行|ok|执笔|小笔|笔笔|机器人|好吧|对了|同时|并且?)[,，\s]*/i;
const after =
  /(?:吧|了|啊|呀|呢|哈|哦|嘛|吗|么|啦|咯|喽|谢谢(?:你|您)?|多谢|辛苦了?|一下下?|好不好|好吗|行吗|行不行|可以吗|可否|先|哟|～|~|\.|…|、|:|：|\s|\p{Extended_Pictographic}|\uFE0F|\[[\p{Script=Han}]{1,4}\])$/iu;

/** The clause as written and with courtesies taken off its ends, shortest last. */
function forms(clause: string): string[] {
  const seen = [
    clause
      .trim()
      .replace(
        /^[\s"“”'‘’(（【/／\p{Extended_Pictographic}]+|(?:[\s"“”'‘’)）】。.!！~～\p{Extended_Pictographic}]|\uFE0F)+$/gu,
        '',
      ),
  ];
  // 另外还缺什么: taken off at both ends independently, for 么 may be a courtesy or a word.
  for (let at = 0; at < seen.length && seen.length < 24; at++) {
    const current = seen[at] ?? '';
    for (const next of [current.replace(after, '').trim(), current.replace(before, '').trim()])
      if (next !== '' && !seen.includes(next)) seen.push(next);
  }
  return seen;
}

export function isChatter(text: string): boolean {
  const plain = text.replace(/\[[\p{Script=Han}A-Za-z]{1,6}\]|[^\p{L}\p{N}]+/gu, '');
  return plain === '' || chatter.test(plain) || forms(plain).some((form) => chatter.test(form));
}

export function readCommands(text: string, request: ReadRequest): CommandsRead {
  const read: CommandsRead = { commands: [], consumed: [] };
  if (/^\s*[?？]+\s*$/.test(text)) return { commands: [{ type: 'help' }], consumed: [{ start: 0, end: text.length }] };
  const clauses = splitClauses(text)
    .flatMap(splitAtSpaces)
    .flatMap((clause) => splitAfterStart(clause, request));
  const askedText = asksForWords(request);
  // words were asked for: only a message that is nothing but commands is no answer
  const plain = (clause: Piece) => isChatter(clause.text) || phraseOf(clause.text, request) !== null;
  if (askedText && clauses.length > 1 && !clauses.every(plain)) return read;
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at];
    if (!clause) continue;
    const alone = clauses.length === 1;
    if (isChatter(clause.text) && !(alone && phrases.some(([pattern]) => pattern.test(clause.text.trim())))) {
      read.consumed.push(clause);
      continue;
    }
    const rewrite = readRewrite(clauses, at, text, request);
    if (rewrite) {
      read.commands.push(rewrite.command);
      read.consumed.push({ start: clause.start, end: rewrite.end });
      while (clauses[at + 1] && (clauses[at + 1]?.start ?? 0) < rewrite.end) at++;
      continue;
    }
    const command = withYear(commandOf(clause.text, request, alone), clause.text, text);
    if (!command) continue;
    read.consumed.push(clause);
    // 对，就这样 is one confirmation, 好的，起草第一章 one command
    if (read.commands.some((one) => same(one, command))) continue;
    if (read.commands.length > 0 && (command.type === 'confirm' || command.type === 'cancel')) continue;
    if (read.commands[0]?.type === 'confirm' || (read.commands[0]?.type === 'cancel' && command.type !== 'confirm'))
      read.commands.shift();
    read.commands.push(command);
  }
  return read;
}

const same = (one: Command, other: Command) => JSON.stringify(one) === JSON.stringify(other);

/** Spoken commands come after a space as often as after a comma: `党课12次 起草第一章`. */
function splitAtSpaces(clause: Piece): Piece[] {
  const pieces: Piece[] = [];
  for (const part of clause.text.matchAll(/\S+/g)) {
    const start = clause.start + part.index;
    const last = pieces.at(-1);
    if (last && !/^(?:请|帮我|然后|再|先|起草|重写|导出|生成|撤销|看看|跳过|停)/.test(part[0])) {
      last.end = start + part[0].length;
      last.text = clause.text.slice(last.start - clause.start, last.end - clause.start);
    } else pieces.push({ start, end: start + part[0].length, text: part[0] });
  }
  return pieces;
}

/** 写2025年党建述职：党课14次: what follows is told, not part of what is to be written. */
function splitAfterStart(clause: Piece, request: ReadRequest): Piece[] {
  const hit =
    /^(.{2,40}?(?:报告|总结|述职|材料|汇报)(?:吧|了|啊|哈)?)(?:[：:—]|\s|[（(](?!\d{2,4}年?[度的]?[）)]))+(?=.)/u.exec(
      clause.text,
    );
  const head = hit?.[1];
  if (!hit || !head || !forms(head).some((form) => readStart(form, request))) return [clause];
  const start = clause.start + hit[0].length;
  return [
    { start: clause.start, end: clause.start + head.length, text: head },
    { start, end: clause.end, text: clause.text.slice(hit[0].length) },
  ];
}

function withYear(command: Command | null, clause: string, text: string): Command | null {
  if (command?.type !== 'start_report') return command;
  const { year: said, ...start } = command;
  const year = settleYear(clause, text, said);
  return year === undefined ? start : { ...start, year };
}

function asksForWords(request: ReadRequest): boolean {
  const { asked, report } = request;
  if (asked?.type !== 'slot' || !report) return false;
  const slot = report.outline.slots.find((one) => one.id === asked.slot);
  return slot !== undefined && slot.type !== 'figure';
}

function phraseOf(clause: string, request: ReadRequest, alone = true): Command | null {
  if (clause.length > longestCommand) return null;
  const choosing = request.asked !== null && request.asked.type !== 'slot';
  for (const form of forms(clause)) {
    const choice = /^(?:选|选择|要|是)?第?([一二三四五六七八九十\d]{1,2})(?:个|项|号|种|条)?$/.exec(form);
    const number = ordinal(choice?.[1] ?? '');
    const said = /^(?:选|选择|第)/.test(form);
    if (number > 0 && ((said && (alone || choosing)) || (choosing && !/^(?:要|是)/.test(form))))
      return { type: 'choose', choice: number };
    const letter = choosing ? /^(?:选)?([a-d])$/i.exec(form)?.[1] : undefined;
    if (letter) return { type: 'choose', choice: letter.toLowerCase().charCodeAt(0) - 96 };
    const phrase = phrases.find(([pattern]) => pattern.test(form));
    if (phrase) return phrase[1];
  }
  return null;
}

function commandOf(clause: string, request: ReadRequest, alone: boolean): Command | null {
  if (clause.length > longestCommand) return null;
  const phrase = phraseOf(clause, request, alone);
  // a bare 没有 or 不知道 among facts belongs to its neighbours; an answer like 好的 is fine anywhere
  if (phrase) return phrase;
  const all = forms(clause);
  for (const form of all) {
    const command =
      readLook(form, request) ??
      readDraft(form, request) ??
      readStart(form, request) ??
      readSwitch(form, request) ??
      readShow(form, request);
    if (command) return command;
  }
  const kind = alone && request.asked?.type === 'choose_kind' ? findKind(clause, request.kinds) : undefined;
  return kind ? { type: 'start_report', kind } : null;
}

const draftVerb = '(?:开始)?(?:起草|草拟|撰写|写|生成|拟|成文|动笔|出)';
const wholeDraft = new RegExp(
  `^(?:(?:把|将)?(?:全文|全部|所有|整篇|全篇|通篇|报告|稿子|各章|每章|剩下的|其余的?)?(?:章节|内容|部分|报告)?(?:都|全)?(?:给我)?${draftVerb}(?:一下|一稿|一遍|完)?(?:出来|出|完|掉)?|${draftVerb}(?:一下|个|出|完|整)*(?:整个|全部|所有|整篇|全篇|完整|剩下的|其余)?的?(?:初稿|草稿|全文|全部|整篇|全篇|正文|报告|稿子?|章节|内容|各章)(?:出来)?)$`,
);

function readDraft(form: string, request: ReadRequest): Command | null {
  if (!request.report) return null;
  if (wholeDraft.test(form) && !/^(?:都|全|各|一起)*(?:出|拟|写|生成)$/.test(form))
    return { type: 'draft', section: 'all' };
  const place = findPlace(form, request.report.outline);
  if (!place?.section) return null;
  const rest = (form.slice(0, place.start) + form.slice(place.end)).replace(/[的、]/g, '');
  const drafting = new RegExp(
    `^(?:把|将)?(?:只|单独)?${draftVerb}(?:一下|一稿|一段|个)?(?:初稿|草稿)?(?:出来|出|完|了)?$`,
  );
  return drafting.test(rest) ? { type: 'draft', section: place.section } : null;
}

function readShow(form: string, request: ReadRequest): Command | null {
  if (!request.report) return null;
  if (
    /^(?:看看?|查看|给我看|发我看|显示|预览|念)(?:一下)?(?:现在的?|目前的?)?(?:稿子?|报告|初稿|草稿|全稿|正文|样子)$|^预览(?:一下)?$/.test(
      form,
    )
  )
    return { type: 'show', section: 'all' };
  const place = findPlace(form, request.report.outline);
  if (!place?.section) return null;
  const rest = (form.slice(0, place.start) + form.slice(place.end)).replace(/的/g, '');
  if (/^(?:填|填写|填报|打开|给我)?(?:一下)?(?:表单?|表格|填)$/u.test(rest))
    return { type: 'fill', section: place.section };
  const seeing =
    /^(?:把|将)?(?:看看?|看下|查看|给我看|发我|显示|预览|打开|念|让我看看?|瞧瞧?)?(?:一下|一眼)?(?:写(?:得|成)?(?:怎么样|什么样|啥样))?(?:内容|稿子?|原文|现在)?(?:发我|发来|给我)?(?:看看?|呢)?$/;
  return seeing.test(rest) && rest !== '' ? { type: 'show', section: place.section } : null;
}

function readSwitch(form: string, request: ReadRequest): Command | null {
  const said = /^(?:切换|切|换|转|回|回去写|改写|去写|换成|切回)(?:到|成|回|去)(.+)$/.exec(form)?.[1];
  if (!said) return null;
  const kind = findKind(said, request.kinds);
  const name = request.kinds.find((one) => one.kind === kind)?.name;
  const year = findYear(said, request.thisYear);
  const fits = request.reports.filter(
    (report) =>
      (year === undefined || report.year === year) &&
      (name === undefined ? said.includes(report.name) : report.name === name),
  );
  const byYear = name === undefined && year !== undefined ? request.reports.filter((one) => one.year === year) : [];
  const named = fits.length === 1 ? fits : byYear;
  const found = fits.length + byYear.length > 0 ? named : othersCalled(said, year, request);
  if (found.length === 1 && found[0]) return { type: 'switch_report', report: found[0].id };
  return /报告|总结|述职|那份|那篇|另一份/.test(said) ? { type: 'list_reports' } : null;
}

/** 换回述职那份: of the reports not being written the one so called. */
function othersCalled(
  said: string,
  year: number | undefined,
  { reports, report }: ReadRequest,
): ReadRequest['reports'] {
  if (!/报告|总结|述职|那份|那篇|那个|另/u.test(said)) return [];
  const call = said.replace(
    /[^\p{Script=Han}]|那|这|另外?|一?[份篇个]|的|报告|稿子?|原来|之前|刚才|上|[今去前]?年度?|吧|去|写/gu,
    '',
  );
  return reports.filter(
    (one) =>
      !(report && one.name === report.outline.name && one.year === report.year) &&
      (year === undefined || one.year === year) &&
      (call === '' || one.name.includes(call)),
  );
}

const rewriteVerb =
  /重写|重新写|重拟|改写|改(?:成|为)(?=[\p{Script=Han}\d]{0,4}[句段字条行])|改(?:得|短|长|一?改|成更|简|精|具体|实|好|通顺|正式|严肃|平实|细|顺|一下|下)|精炼|精简|简练|简洁|压缩|缩(?:短|减|写)|润色|扩(?:写|充|展)|展开|写得(?!怎么样|怎样|如何|咋样)|写(?:长|短|细|实|具体|活|深|详细|简单)|太(?:虚|空|长|短|啰嗦|罗嗦|笼统|简单|平|硬|套话|口语|散|碎|绕|多)|(?:短|长|细|实|具体|详细|简单|简短|正式|严肃|通俗|平实|高)(?:一)?(?:点|些)|换(?:个|一种)(?:说法|写法|角度|表述)|再(?:来一版|写一遍|改改)|语气|突出|弱化|淡化|去掉|删(?:掉|去|除)|加(?:上|入|一句|一段|点|些|强)|补(?:上|充|一句|一段)|合(?:成|并)|别(?:写|提|用)|不要(?:写|提|用|那么)|少(?:写|用|一些|点)|多(?:写|用|说)(?:点|些)?|口语|套话|啰嗦|调整|优化|改改|修改|完善/u;
const lastOnly =
  /^(?:(?:写得)?太(?:虚|空|长|短|啰嗦|罗嗦|笼统|简单|套话|口语化?|散|绕)(?:了)?|(?:再|改|写|压)?(?:精炼|精简|简练|简洁|简短|短|长|具体|详细|正式|严肃|通俗|平实|实|细)(?:一)?(?:点|些)(?:儿)?|重写(?:一遍|一下|一版)?|重新写(?:一遍|一下)?|换(?:个|一种)(?:说法|写法|角度|表述)|再(?:来一版|写一遍|改改|润色一下?)|(?:润色|精炼|精简|压缩|扩写|缩写)(?:一下)?|改(?:短|长|得[\p{Script=Han}]{1,6})(?:一)?(?:点|些)?)$/u;

/** A place with what to do to it; further clauses of the sentence belong to the instruction. 改成14次 is a correction of a fact, not of a text. */
function readRewrite(
  clauses: Piece[],
  at: number,
  text: string,
  request: ReadRequest,
): { command: Command; end: number } | null {
  const clause = clauses[at];
  if (!clause || !request.report || clause.text.length > longestCommand * 3) return null;
  if (deletedOf(clause.text, request.report.outline)) return null;
  const place = findPlace(clause.text, request.report.outline);
  if (!place) {
    const bare = forms(clause.text).find((form) => lastOnly.test(form));
    if (!bare || /^\s*(?:不|没)/.test(clause.text)) return null;
    return { command: { type: 'rewrite', instruction: clause.text.trim() }, end: clause.end };
  }
  let end = clause.end;
  let next = at + 1;
  for (; next < clauses.length; next++) {
    const follower = clauses[next];
    if (!follower || /[。；;\n]/.test(text.slice(end, follower.start))) break;
    if (commandOf(follower.text, request, false)) break;
    end = follower.end;
  }
  const instruction = text.slice(clause.start, end).trim();
  const outside = clause.text.slice(0, place.start) + clause.text.slice(place.end) + text.slice(clause.end, end);
  // 重点学习篇目：《…加强…》: a title tells nothing to do
  if (!rewriteVerb.test(outside.replace(/《[^》]*》/gu, ''))) return null;
  return {
    command: { type: 'rewrite', ...(place.section === undefined ? {} : { section: place.section }), instruction },
    end,
  };
}
