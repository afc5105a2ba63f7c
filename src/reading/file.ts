// A file's words and tables in the light of the report being written: what kind it is, what it tells. Pure; never asks a model.
import type { Ask, FileReading, ReadFact } from '../conversation/command.ts';
import type { FileUse } from '../conversation/file-state.ts';
import { findFigures, sameQuantity } from '../figures/index.ts';
import type { Quantity } from '../figures/quantity.ts';
import type { Provenance } from '../report/fact.ts';
import type { FileText } from '../report/file-text.ts';
import { splitClauses } from './clauses.ts';
import { textOfFile } from './file-lines.ts';
import { isNotice } from './notice.ts';
import { readOwn } from './own-reader.ts';
import type { ReadRequest } from './port.ts';
import { withProvenance } from './provenance.ts';
import { readTask } from './read-task.ts';
import { isNumber } from './table-grid.ts';

type FileRequest = Omit<ReadRequest, 'text' | 'asked'>;

/** A table with a few lines around it is a table; a report with a table in it is a report. */
const proseOfTable = 600;
const mostOthers = 12;

/** Reading takes time, and nobody gives the figures of a report on its fifteenth page. */
const mostRead = 8_000;
const nothing = { facts: [], asks: [] };

/** `as`: what it is for, where somebody said; only what that needs is read. */
export function readFileText(file: FileText, request: FileRequest, as?: FileUse): FileReading {
  const text = textOfFile(file).slice(0, mostRead);
  const prose = file.paragraphs.map((one) => one.text).join('\n');
  const numbers = file.tables.flat(2).filter(isNumber).length;
  const year = yearOf(file, text);
  const commands = noticeIn(file, prose, request);
  const ofReport = request.report?.year ?? request.thisYear - 1;
  const old = year !== undefined && year < ofReport && !namesYear(file, ofReport);
  const isTable = numbers >= 2 && prose.length < proseOfTable;
  const kind = commands ? 'notice' : old ? 'old_report' : isTable ? 'table' : 'text';
  const told = as === 'figures' || as === 'corrects' || (as === undefined && kind === 'table');
  const reference = as === 'reference' || (as === undefined && kind === 'old_report');
  return {
    kind,
    ...(year === undefined ? {} : { year }),
    commands: commands ?? [],
    ...(told ? toldNow(text, file, request) : nothing),
    old: reference
      ? { ...asOldReport(text, year ?? ofReport - 1, request), headings: chaptersOf(file) }
      : { figures: 0, values: [], others: [], headings: [] },
  };
}

/** The whole of it is read, or none: no figure of a notice is a fact. A report may demand things in passing. */
function noticeIn(file: FileText, prose: string, request: FileRequest) {
  const head = file.paragraphs.slice(0, 6).map((one) => one.text);
  const titled = [file.name, ...head].some((line) =>
    /(?:通知|来函|方案)[》」）)\s]*(?:\.\w+)?$|^关于.{2,60}的/u.test(line),
  );
  if (!isNotice(prose) || !(titled || prose.length < 1200)) return undefined;
  return readTask(prose, { ...request, text: prose, asked: null }) ?? undefined;
}

/** Of the name, else of the title, else the one named most. */
function yearOf(file: FileText, text: string): number | undefined {
  const first = (line: string): number | undefined => {
    const found = /(?<!\d)20\d{2}(?=年|度|[^\d]|$)/u.exec(line)?.[0];
    return found === undefined ? undefined : Number(found);
  };
  const title = file.paragraphs.slice(0, 4).filter(({ text: line }) => line.length <= 40);
  const named = [file.name, ...title.map((one) => one.text)].map(first).find((one) => one !== undefined);
  if (named !== undefined) return named;
  const counts = new Map<number, number>();
  for (const [one] of text.matchAll(/(?<!\d)20\d{2}(?=年)/gu))
    counts.set(Number(one), (counts.get(Number(one)) ?? 0) + 1);
  return [...counts].reduce<[number, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
}

/** A table of last year beside this year is no old one. */
function namesYear({ tables }: FileText, year: number): boolean {
  return tables.some((rows) =>
    rows
      .slice(0, 4)
      .flat()
      .some((cell) => cell.includes(String(year))),
  );
}

function toldNow(text: string, file: FileText, request: FileRequest): Pick<FileReading, 'facts' | 'asks'> {
  if (!request.report) return nothing;
  const own = readOwn({ ...request, text, asked: null });
  const { facts, asks } = withProvenance(own.reading, own.text);
  const status = statusOf([file.name, ...file.paragraphs.slice(0, 2).map((one) => one.text), ...titlesIn(file)]);
  return {
    facts: facts.map(
      (fact): ReadFact => (status && !fact.status && fact.value.type === 'figure' ? { ...fact, status } : fact),
    ),
    asks: asks.map(
      (ask): Ask =>
        status && ask.type !== 'check' && ask.type !== 'provenance' ? { ...ask, told: { status, ...ask.told } } : ask,
    ),
  };
}

/** What a file is called holds for all of it. */
function statusOf(lines: string[]): Provenance['status'] {
  const all = lines.join('\n');
  if (/快报/u.test(all)) return 'flash';
  if (/决算/u.test(all)) return 'final';
  return /预计/u.test(all) ? 'estimate' : undefined;
}

const titlesIn = ({ tables }: FileText): string[] =>
  tables.flatMap((rows) =>
    rows
      .slice(0, 2)
      .filter((row) => row.filter((cell) => cell !== '').length === 1)
      .flat(),
  );

/** 一、二、三、 on lines of their own; else the first level of headings. Without their numbers. */
function chaptersOf({ paragraphs }: FileText): string[] {
  const short = paragraphs.filter(({ text }) => text.length <= 40 && !/[。；;]/u.test(text));
  const numbered = short.flatMap(({ text }) => /^[一二三四五六七八九十]{1,3}、\s*(.{2,})$/u.exec(text)?.[1] ?? []);
  const level = Math.min(...short.flatMap(({ heading }) => (heading ? [heading] : [])));
  const styled = short.filter(({ heading }) => heading === level).map(({ text }) => text);
  const found = numbered.length > 1 ? numbered : styled;
  return found.length > 1 && found.length <= mostOthers ? found : [];
}

/** Read as what it was in its own year. */
function asOldReport(text: string, year: number, request: FileRequest): Omit<FileReading['old'], 'headings'> {
  const figures = findFigures(text).filter(({ quantity }) => quantity.unit !== '');
  const { report } = request;
  if (!report) return { figures: figures.length, values: [], others: [] };
  const own = readOwn({
    ...request,
    text,
    asked: null,
    report: { ...report, year, facts: {} },
    thisYear: year + 1,
  }).reading;
  const asked = own.asks.flatMap((ask) => (ask.type === 'confirm_value' && ask.value.type === 'figure' ? [ask] : []));
  const values = new Map(
    [...asked, ...own.facts].filter(({ value }) => value.type !== 'omitted').map(({ slot, value }) => [slot, value]),
  );
  const known = [...values.values()].flatMap((value) => (value.type === 'figure' ? [value.quantity] : []));
  const same = (one: Quantity): boolean => known.some((other) => sameQuantity(one, other));
  const others = figures.filter(({ quantity }) => !same(quantity));
  const clauses = splitClauses(text);
  const around = others.flatMap(
    ({ start }) => clauses.find((one) => one.start <= start && start < one.end)?.text.trim() ?? [],
  );
  return {
    figures: figures.length,
    values: [...values].map(([slot, value]) => ({ slot, value })),
    others: [...new Set(around)].slice(0, mostOthers),
  };
}
