// Our own reader: a message → commands, facts, questions and what is left. Pure; the model comes after it, in reader.ts.
import type { Ask, Command, ReadFact, Reading } from '../conversation/command.ts';
import type { Outline, Slot } from '../report/outline.ts';
import { answerAsks } from './asks.ts';
import { readRefusedPart } from './chapter-refused.ts';
import { splitClauses, splitSentences } from './clauses.ts';
import { isChatter, readCommands } from './commands.ts';
import { contentOf } from './content.ts';
import { isCount, isPutOff } from './dodges.ts';
import { readEdits } from './edit-commands.ts';
import type { FactContext } from './fact-context.ts';
import { readFacts } from './facts.ts';
import { readSwap } from './figure-swap.ts';
import { readHandedOn } from './handed-on.ts';
import { readLastYear } from './last-year.ts';
import { readRemovedItems } from './list-items.ts';
import { findMentions } from './mentions.ts';
import { countsSomething, saysSomething, withoutAmounts } from './no-amounts.ts';
import { isNotice } from './notice.ts';
import { readPartSum } from './part-sums.ts';
import { readPastedText } from './pasted-text.ts';
import type { ReadRequest } from './port.ts';
import { readTask, readTaskWords } from './read-task.ts';
import type { Said } from './repair.ts';
import { readReporter } from './reporter.ts';
import { readSkeleton } from './skeleton.ts';
import { spokenGrowth } from './spoken-growth.ts';
import { readBegun } from './start-aside.ts';
import { readStatements } from './statements.ts';
import { readGroup, readSupply } from './supply-commands.ts';
import { readTables } from './tables.ts';
import { readAnswer, readLabelled } from './text-facts.ts';
import { readUnwanted } from './unwanted-figure.ts';
import { readVersionCommand } from './version-commands.ts';
import { readWishes } from './wishes.ts';

type Range = { start: number; end: number };

/** A reading with the figures the model may still be asked about. */
export interface OwnReading {
  reading: Reading;
  unplaced: Said[];
  text: string;
}

const mostUnplaced = 12;
const mostAsks = 40;
/** 第一章控制在800字 makes a demand, but is no notice. */
const longCommand = 60;
/** Answers and undoing are about what was there before. */
const settling = ['undo', 'redo', 'confirm', 'cancel', 'choose'];

/** Control and zero-width characters become spaces, so that offsets stay and nothing hides in them. */
const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => (char === '\u2028' ? '\n' : ' '));

const nothing = (rest: string): Reading => ({ commands: [], facts: [], asks: [], rest, by: 'reader' });

/** What is asked of the report itself comes first: words to be put into it are nobody's facts. */
export function readOwn(request: ReadRequest): OwnReading {
  const text = request.text.replace(/\r\n?/g, '\n');
  const said = readGroup(tidy(text)) ?? readTaskWords(tidy(text), request) ?? skeletonIn(tidy(text), request);
  if (said) return { reading: { ...nothing(''), commands: [said] }, unplaced: [], text };
  const refusedPart = readRefusedPart(tidy(text), request) ?? readUnwanted(tidy(text), request);
  const steps = refusedPart ? [refusedPart] : request.report ? readSteps(tidy(text)) : null;
  if (steps) return { reading: { ...nothing(''), commands: steps }, unplaced: [], text };
  const begun = isNotice(text) ? null : readBegun(tidy(text), request);
  if (begun) return { reading: { ...nothing(begun.rest), commands: begun.commands }, unplaced: [], text };
  const about = isNotice(text) ? null : readReporter(tidy(text), request.thisYear, request.report?.year);
  if (about)
    return withCommand({ type: 'set_reporter', reporter: about.reporter }, readOwn({ ...request, text: about.left }));
  const handed = readHandedOn(tidy(text), request.report?.offices);
  if (handed) return fromAnother(handed.from, readOwn({ ...request, text: handed.text }));
  const supply = readSupply(tidy(text), request);
  if (supply.commands.length > 0) {
    const over = readOwn({ ...request, text: /[\p{L}\p{N}]/u.test(supply.left) ? supply.left : '' });
    const commands = [...supply.commands, ...over.reading.commands];
    return { ...over, reading: { ...over.reading, commands } };
  }
  const pasted = request.report ? readPastedText(tidy(text)) : null;
  if (pasted) return { reading: { ...nothing(''), commands: [pasted] }, unplaced: [], text };
  const edits =
    isNotice(text) && text.length > longCommand ? { commands: [], left: text, start: 0 } : readEdits(text, request);
  if (edits.commands.length === 0) {
    const wished = readVersionCommand(tidy(text), request) ?? readWishes(tidy(text), request);
    if (wished) return { reading: { ...nothing(''), commands: [wished].flat() }, unplaced: [], text };
    return readRest(request);
  }
  const rest = readRest({ ...request, text: edits.left });
  const { reading } = rest;
  // what was taken out leaves its commas behind
  const over = reading.rest.replace(/^[\s，,、。；;]+|[\s，,、；;]+$/gu, '').replace(/[ 　]{2,}/gu, ' ');
  // 撤销，第二章改叫… takes back what was there before
  const early = readCommands(edits.left.slice(0, edits.start), request).commands.filter(({ type }) =>
    settling.includes(type),
  );
  const later = reading.commands.slice(early.length);
  const commands =
    early.length > 0 ? [...early, ...edits.commands, ...later] : [...edits.commands, ...reading.commands];
  return { ...rest, reading: { ...reading, rest: over, commands } };
}

function fromAnother(from: string, { reading, ...own }: OwnReading): OwnReading {
  return { ...own, reading: { ...reading, from } };
}

/** 撤销两步 */
function readSteps(text: string): Command[] | null {
  const hit =
    /^\s*(?:请|帮我|麻烦)?(撤销|撤消|撤回|回退|后退|退回|退|恢复|重做)(?:最近|最后|上|前|刚才)?的?([两二三四五2-5])(?:步|次|下)(?:操作|改动|修改)?(?:吧|了)?[。.!！\s]*$/u.exec(
      text,
    );
  if (!hit) return null;
  const count = Number(hit[2]) || { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }[hit[2] ?? ''] || 1;
  const type = /恢复|重做/.test(hit[1] ?? '') ? 'redo' : 'undo';
  return Array.from({ length: count }, () => ({ type }) as const);
}

const skeletonIn = (text: string, { report }: ReadRequest): Command | null => (report ? readSkeleton(text) : null);

function withCommand(command: Command, { reading, ...own }: OwnReading): OwnReading {
  return { ...own, reading: { ...reading, commands: [command, ...reading.commands] } };
}

function readRest(request: ReadRequest): OwnReading {
  const text = tidy(request.text);
  if (text.trim() === '') return { reading: nothing(''), unplaced: [], text };
  const task = readTask(text, request);
  if (task) return { reading: { ...nothing(''), commands: task }, unplaced: [], text };
  const { commands, consumed } = readCommands(text, request);
  if (!request.report) {
    const rest = leftOver(text, consumed, commands.length > 0);
    return { reading: { ...nothing(rest), commands }, unplaced: [], text };
  }
  const { outline, year, facts: recorded } = request.report;
  if (commands.length === 0 && isNotice(text)) return { reading: nothing(text.trim()), unplaced: [], text };
  const asked = askedSlot(request);
  const context: FactContext = {
    outline,
    year,
    thisYear: request.thisYear,
    recorded,
    oldText: isOld(text, year),
    asked: asked?.type === 'figure' ? asked : undefined,
    confirming: request.asked?.type === 'asks',
  };

  const swapped = commands.length === 0 ? readSwap(text, request.report, request.asked) : undefined;
  if (swapped) return { reading: { ...nothing(''), ...swapped }, unplaced: [], text };
  const summed = commands.length === 0 ? readPartSum(text, outline) : undefined;
  if (summed) return { reading: { ...nothing(''), asks: [summed] }, unplaced: [], text };
  const answered =
    answerAsks(text, request) ?? (commands.length === 0 ? readLastYear(text, outline, asked) : undefined);
  if (answered) return { reading: { ...nothing(''), facts: [answered] }, unplaced: [], text };
  if (commands.length === 0 && asked && isPutOff(text))
    return { reading: { ...nothing(''), commands: [{ type: 'skip' }] }, unplaced: [], text };
  const forWords = commands.length === 0 && asked && asked.type !== 'figure' && !isCount(text);
  const answer = forWords ? readAnswer(text, asked) : null;
  const tables = readTables(text, context);
  const shortened = readRemovedItems(text, request.report);
  const ranges: Range[] = [...consumed, ...tables.consumed, ...shortened.used];
  const labelled = readLabelled(text, outline, ranges);
  ranges.push(...labelled.consumed);
  const heard = spokenGrowth(text);
  const found = asWritten(
    readFacts(heard, [...ranges, ...refused(text), ...withoutAmounts(text)], context),
    heard,
    text,
  );
  const figures = { ...found, asks: found.asks.filter(countsSomething) };
  // 搞了一个活动: no figure, but words to be kept
  if (figures.facts.length + figures.asks.length + figures.past.length === 0) figures.used = [];
  if (
    answer &&
    labelled.facts.length === 0 &&
    tables.facts.length === 0 &&
    !onlyFigures(text, figures.used, figures.facts, figures.asks) &&
    !isOfAnother(text, outline, figures.asks)
  )
    return { reading: { ...nothing(''), facts: [answer] }, unplaced: [], text };

  const early = answer && asked ? answerBefore(text, labelled, asked, figures.used) : null;
  if (early) {
    labelled.facts.unshift(early.fact);
    ranges.push(early.range);
  }
  const statements = readStatements(text, [...ranges, ...figures.figures], figures.used, outline, asked);
  ranges.push(...figures.used, ...statements.used);
  const facts = [...tables.facts, ...shortened.facts, ...labelled.facts, ...figures.facts];
  const all = [...tables.asks, ...figures.asks, ...statements.asks];
  const strange = all.filter((ask) => ask.type === 'unplaced').length;
  // a page full of numbers nobody asked for is a document: kept whole, not asked about number by number
  const worth = strange > mostUnplaced ? all.filter((ask) => ask.type !== 'unplaced') : all;
  const asks = worth.slice(0, mostAsks);
  // 不对，党课是14次 denies nothing that was asked
  const told = figures.used.length + statements.commands.length + statements.asks.length > 0;
  const own = commands.filter((one) => !(told && vagueCommand(one.type)));
  const orders = [...own, ...statements.commands];
  const past = figures.past;
  const any = facts.length + asks.length + orders.length + past.length > 0;
  const rest = asks.length < all.length ? text.trim() : leftOver(text, ranges, any);
  const tabled = [...tables.facts, ...tables.asks].flatMap((one) => ('slot' in one ? [one.slot] : []));
  return {
    reading: {
      commands: orders,
      facts,
      asks,
      rest,
      by: 'reader',
      ...(tabled.length > 0 ? { tabled } : {}),
      ...(past.length > 0 ? { past } : {}),
    },
    unplaced: asks.length < all.length ? [] : figures.unplaced.filter((said) => saysSomething(said, text)),
    text,
  };
}

/** The words as they were said, where they were heard otherwise. */
function asWritten(found: ReturnType<typeof readFacts>, heard: string, text: string): ReturnType<typeof readFacts> {
  if (heard === text) return found;
  const said = <T extends { words: string }>(one: T): T => {
    const at = heard.indexOf(one.words);
    return at < 0 ? one : { ...one, words: text.slice(at, at + one.words.length) };
  };
  return { ...found, facts: found.facts.map(said), asks: found.asks.map(said) };
}

/** A long text that names years, none of them the report's: last year's report, pasted. */
function isOld(text: string, year: number): boolean {
  if (text.length < 150) return false;
  const named = [...text.matchAll(/20\d{2}(?=年)/g)].map((hit) => Number(hit[0]));
  return named.length > 0 && !named.includes(year) && named.some((one) => one < year);
}

const vagueCommand = (type: string) => ['confirm', 'cancel', 'stop', 'choose'].includes(type);

function askedSlot(request: ReadRequest): Slot | undefined {
  const { asked, report } = request;
  const slots = report?.outline.slots ?? [];
  if (asked?.type === 'slot') return slots.find((slot) => slot.id === asked.slot);
  if (asked?.type !== 'asks') return undefined;
  const confirming = new Set(asked.asks.flatMap((ask) => (ask.type === 'confirm_value' ? [ask.slot] : [])));
  return confirming.size === 1 ? slots.find((slot) => confirming.has(slot.id)) : undefined;
}

/** Whether a message sent while words were asked for holds nothing but figures of other slots. */
function onlyFigures(text: string, used: Range[], facts: ReadFact[], asks: Ask[]): boolean {
  if (facts.length === 0 || asks.length > 0) return false;
  const left = splitSentences(text).filter(
    (one) => !used.some((range) => one.start < range.end && one.end > range.start),
  );
  return left.every((one) => contentOf(one.text).length < 2) && text.length <= 40 * facts.length;
}

/** 主题党日每月一次, while causes were asked for: a figure of its own, however unclear. */
function isOfAnother(text: string, outline: Outline, asks: Ask[]): boolean {
  if (asks.length === 0 || text.length > 20 || splitClauses(text).length > 1) return false;
  const [first] = findMentions(
    text,
    outline.slots.filter((slot) => slot.type === 'figure'),
  );
  return first !== undefined && first.start <= 2 && first.end - first.start >= 3;
}

/** 学习不深；原因是重视不够, while problems were asked for: what comes first answers. */
function answerBefore(
  text: string,
  { facts, consumed }: ReturnType<typeof readLabelled>,
  asked: Slot,
  used: Range[],
): { fact: ReadFact; range: Range } | null {
  const end = Math.min(...consumed.map((one) => one.start));
  if (facts.length === 0 || facts.some((fact) => fact.slot === asked.id)) return null;
  const before = text.slice(0, end).replace(/[\s，,；;。]+$/u, '');
  if (contentOf(before).length < 4 || used.some((range) => range.start < end)) return null;
  const fact = readAnswer(before, asked);
  return fact && { fact, range: { start: 0, end: before.length } };
}

/** In a forwarded talk, 这个不写吧 takes back the line before it. */
function refused(text: string): Range[] {
  const lines = splitSentences(text);
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const refusing =
      /^[^：:]{0,12}[：:]?\s*(?:对|嗯|好)?[，,]?(?:这个|那个|这条)?(?:不写|别写|不用写|不要写|不报|先不写)(?:吧|了|啊)?$/.test(
        line.text.trim(),
      );
    return refusing && before ? [before, line] : [];
  });
}

function leftOver(text: string, ranges: Range[], found: boolean): string {
  if (isChatter(text)) return '';
  const free = (one: Range) => !ranges.some((range) => one.start < range.end && one.end > range.start);
  const clauses = splitClauses(text).filter(free);
  // 署名写…，顺便说一句…: a sentence that was read in part keeps its other clauses
  const left = splitSentences(text).flatMap((one) =>
    free(one)
      ? [one]
      : clauses.filter(
          (clause) => clause.start >= one.start && clause.end <= one.end && contentOf(clause.text).length >= 6,
        ),
  );
  const meant = left.filter((one) => !isChatter(one.text) && contentOf(one.text).length >= (found ? 6 : 1));
  return meant
    .map((one) => one.text.trim())
    .join('\n')
    .trim();
}
