// Commands that change the report itself, read out of a message before anything else is. Pure; what they took is blanked for the other readers.
import type { EditCommand } from '../conversation/edit-command.ts';
import { type Outline, type Slot, slotOf } from '../report/outline.ts';
import { type Added, readAdded } from './added-text.ts';
import { type Piece, splitClauses } from './clauses.ts';
import { type PhraseContext, rules } from './edit-phrases.ts';
import { wholeFigure } from './figure-swap.ts';
import { findMentions } from './mentions.ts';
import type { ReadRequest } from './port.ts';
import { type PrintContext, readPrint } from './print-phrases.ts';
import { shieldQuotes } from './quotes.ts';
import { readSpots } from './spots.ts';
import { readVerbatim } from './verbatim.ts';

export interface EditsRead {
  commands: EditCommand[];
  /** The message with what was read taken out: spaces in its place, so that offsets stay true. */
  left: string;
  /** Where the first of them began, but for words handed over: those stand before any draft is made. */
  start: number;
}

const leading =
  /^(?:@\S+\s*|请|麻烦(?:你|您)?|帮忙|帮(?:我|我们|忙)|给我|你|您|那就?|那么|然后|接着|顺便|现在|可以|能不能|能否|我想|我要|想要?|咱们?|还有|另外|再|先|就|也|同时|并且?|嗯+|好的?|行|ok|对了|局长说|领导说|主任说|书记说|[:：\s])[,，\s]*/iu;
const trailing =
  /(?:吧|啊|呀|呢|哈|哦|嘛|啦|咯|谢谢(?:你|您)?|辛苦了?|好不好|好吗|行吗|可以吗|行不行|～|~|…|\s|[。.])$/u;
const longest = 160;
/** Clauses that may belong to one command: 合并，标题改成…，…. */
const most = 3;

export function readEdits(text: string, request: ReadRequest): EditsRead {
  const { report } = request;
  if (!report) return { commands: [], left: text, start: text.length };
  const { outline, facts } = report;
  const own = readOwn(text, request.asked !== null, { outline, facts });
  const commands: EditCommand[] = own?.commands ?? [];
  let left = own ? blank(text, own.ranges) : text;
  const { text: shielded, open } = shieldQuotes(left);
  const context: PhraseContext = { outline, open, asked: request.asked !== null, facts };
  const clauses = splitClauses(shielded);
  let last: Slot | undefined;
  let start = text.length;
  for (let at = 0; at < clauses.length; ) {
    const clause = clauses[at] as Piece;
    const wish = readWish(left, clauses, at, { outline, facts, open }, last);
    const [said, used] = wish ? [[wish.command], wish.used] : (readAt(shielded, clauses, at, context) ?? []);
    if (said && used) {
      start = Math.min(start, clause.start);
      // 不写准数，写约数 is one wish
      commands.push(...said.filter((one) => !commands.some((other) => JSON.stringify(one) === JSON.stringify(other))));
      left = blank(left, [{ start: clause.start, end: clauses[at + used - 1]?.end ?? clause.end }]);
      last = amountOf(wish?.slot, outline) ?? last;
      at += used;
      continue;
    }
    const mentioned = findMentions(open(clause.text), outline.slots).map((one) => one.slot);
    last = amountOf(mentioned.at(-1), outline) ?? last;
    at++;
  }
  return { commands, left, start };
}

/** Words handed over to stand as they are. */
function readOwn(text: string, asked: boolean, { outline, facts }: PrintContext): Added | null {
  const added = readAdded(text, outline, (words) => {
    const { text: shielded, open } = shieldQuotes(words);
    const read = forms(shielded).map((form) => commandsOf(form, { outline, open, asked, facts }));
    return read.find((one) => one.length > 0) ?? [];
  });
  if (added) return added;
  const pasted = readVerbatim(text, outline);
  return pasted && { commands: [pasted.command], ranges: pasted.ranges };
}

/** A wish of one clause; 别用余，用多 takes two. */
function readWish(
  text: string,
  clauses: Piece[],
  at: number,
  { outline, facts, open }: PrintContext & Pick<PhraseContext, 'open'>,
  last: Slot | undefined,
): { command: EditCommand; slot: Slot | undefined; used: number } | null {
  const first = clauses[at] as Piece;
  const one = readPrint(bare(open(first.text)), { outline, facts }, last);
  if (one) return { ...one, used: 1 };
  const second = clauses[at + 1];
  if (!second || !/^\s*[，,]\s*$/u.test(text.slice(first.end, second.start))) return null;
  const two = readPrint(bare(text.slice(first.start, second.end)), { outline, facts }, last);
  return two?.command.type === 'print' && two.command.wish?.type === 'word' ? { ...two, used: 2 } : null;
}

function amountOf(slot: Slot | undefined, outline: Outline): Slot | undefined {
  return slot?.growth_of === undefined ? slot : slotOf(outline, slot.growth_of);
}

function readAt(text: string, clauses: Piece[], at: number, context: PhraseContext): [EditCommand[], number] | null {
  const first = clauses[at] as Piece;
  for (let count = Math.min(most, clauses.length - at); count >= 1; count--) {
    const stop = clauses[at + count - 1] as Piece;
    const words = text.slice(first.start, stop.end);
    // Only commas hold a command together.
    const gaps = clauses
      .slice(at, at + count - 1)
      .map((one, index) => text.slice(one.end, clauses[at + index + 1]?.start));
    if (gaps.some((gap) => !/^\s*[，,]\s*$/u.test(gap)) || plainLength(words) > longest) continue;
    for (const form of forms(words)) {
      const commands = commandsOf(form, context);
      if (commands.length > 0) return [commands, count];
    }
  }
  return null;
}

/** A quotation may be as long as it likes. */
const plainLength = (words: string): number => words.replace(/\uE000/gu, '').length;

/** The words as said, and with courtesies taken off their ends. */
function forms(words: string): string[] {
  const made = [words.trim().replace(/[！!？?]+$/u, '')];
  for (let current = made[0] ?? ''; ; ) {
    const next = current.replace(trailing, '').trim();
    const shorter = next !== current ? next : current.replace(leading, '').trim();
    if (shorter === current || shorter === '') return made;
    made.push(shorter);
    current = shorter;
  }
}

const bare = (words: string): string => forms(words).at(-1) ?? words;

function commandsOf(words: string, context: PhraseContext): EditCommand[] {
  for (const [pattern, read] of rules) {
    const hit = pattern.exec(words);
    const said = hit && read([...hit], context);
    if (said) return [said].flat();
  }
  const said = appended(words, context) ?? figureChanged(words, context) ?? unquoted(words, context);
  return said ? [said] : [];
}

/** 第三段末尾加一句：… without quotation marks: all that follows the colon. */
function appended(words: string, context: PhraseContext): EditCommand | null {
  const hit =
    /^(?:在)?(.{1,24}?)?(?:的)?(末尾|最后面?|结尾|后面|开头|最前面?|前面)?(?:再|还|要|也)*(?:加|加上|补|补上|添|写)(?:上)?一?(?:句|段)话?[：:](.{4,})$/u.exec(
      words,
    );
  if (!hit) return null;
  const [, place, at, put] = hit;
  const spots = place === undefined ? [{ words: '' }] : readSpots(place, context.outline, context.open);
  const [spot, more] = spots ?? [];
  if (!spot || more) return null;
  const side = at && /开头|前/.test(at) ? 'start' : 'end';
  return { type: 'edit_text', edit: { type: 'append', put: context.open(put ?? '').trim(), at: side, spot } };
}

/** 把70改成75 where no fact is 70: it stands in the text alone. Of a fact it is a correction, and not read here. */
function figureChanged(words: string, { facts }: PhraseContext): EditCommand | null {
  const hit =
    /^(?:把|将)(?:里面?的?|文中的?|稿子里的?)?([^\uE000-\uE0FF]{1,16}?)(?:改成|改为|换成)([^\uE000-\uE0FF]{1,16})$/u.exec(
      words,
    );
  const [find, put] = [hit?.[1]?.trim() ?? '', hit?.[2]?.trim() ?? ''];
  const [old, now] = [wholeFigure(find), wholeFigure(put)];
  if (!old || !now) return null;
  const amounts = Object.values(facts).flatMap(({ value }) => (value.type === 'figure' ? [value.quantity.amount] : []));
  return amounts.includes(old.amount) ? null : { type: 'edit_text', edit: { type: 'replace', find, put } };
}

/** Words that are in no quotation marks are taken only where they can be nothing else: no figure, no slot, no place. */
function unquoted(words: string, context: PhraseContext): EditCommand | null {
  const change =
    /^(?:把|将)(.{2,24}?)(?:里面?|中)的?([^\uE000-\uE0FF]{2,60}?)(?:改成|改为|换成|替换成)([^\uE000-\uE0FF]{2,80})$/u.exec(
      words,
    );
  if (change) {
    const [, place = '', find = '', put = ''] = change;
    const spots = readSpots(place, context.outline, context.open);
    if (spots?.length !== 1 || !isWording(find + put, context)) return null;
    const [spot] = spots;
    const where = spot && spot.section !== 'all' ? { spot } : {};
    return { type: 'edit_text', edit: { type: 'replace', find, put, ...where } };
  }
  const cut =
    /^(?:删掉|删去|删除|去掉|划掉)(?:了)?(?:里面的?|其中的?|那句|这句|那句话|这句话)?([^\uE000-\uE0FF，,]{4,60})$/u.exec(
      words,
    ) ??
    /^(?:把|将)([^\uE000-\uE0FF，,]{4,60}?)(?:这句话?|这几个字)?(?:都)?(?:删掉|删去|删除|去掉|划掉)(?:了)?$/u.exec(
      words,
    );
  const find = cut?.[1] ?? '';
  if (
    find === '' ||
    /^(?:这|那|第|全|所有|上面|刚才|最后|重复|多余|一些|一点|[（(])/u.test(find) ||
    !isWording(find, context)
  )
    return null;
  return { type: 'edit_text', edit: { type: 'replace', find, put: '' } };
}

function isWording(words: string, { outline }: PhraseContext): boolean {
  return (
    !/\p{Nd}/u.test(words) &&
    findMentions(words, outline.slots).length === 0 &&
    !/[章段]|部分|报告|数据|这项|那项/u.test(words)
  );
}

function blank(text: string, ranges: { start: number; end: number }[]): string {
  let left = text;
  for (const { start, end } of ranges)
    left =
      left.slice(0, start) +
      left.slice(start, end).replace(/[^\n]/gu, (char) => ' '.repeat(char.length)) +
      left.slice(end);
  return left;
}
