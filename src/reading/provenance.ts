// What the words around a figure say of it beside its value: 快报, 全市, 截至11月底, 我带队. Pure; says nothing where nothing was said.
import type { Ask, ReadFact, Reading } from '../conversation/command.ts';
import { findFigures, sameQuantity } from '../figures/index.ts';
import type { Figure, Quantity } from '../figures/quantity.ts';
import type { Provenance } from '../report/fact.ts';
import { type Piece, splitSentences } from './clauses.ts';

type Status = NonNullable<Provenance['status']>;

const statuses: [RegExp, Status][] = [
  [/快报|初步统计|初步核算|初步数|未经?审计/, 'flash'],
  [/预计|预估|估算/, 'estimate'],
  [/决算|终审数|审定数|最终数|定数/, 'final'],
];
const denied = /(?:不是|并非|非|还没|没有?|未|待|等|尚未|不用)[^，,。；;]{0,4}$/;
const notYet = /^[^，,。；;]{0,6}(?:还没|没出|未出|没下来|之后|以后|出来(?:后|再))/;

const scopes =
  /全市|全省|全县|全区|全国|市本级|县本级|区本级|省本级|本级|全局(?!性)|全系统|本单位|机关本级|各县区|城区/g;
const dates =
  /(?:截至|截止到?)(?:目前|现在|\d{1,2}月(?:\d{1,2}[日号]|底|末|份)?)|(?<!\d)\d{1,2}\s*[—\-~－–至到]\s*\d{1,2}月份?|上半年|下半年|前三季度|[一二三四]季度/g;
const deeds: [RegExp, NonNullable<Provenance['deed']>][] = [
  [/前任|上任|上一任|老书记|原书记/, 'predecessor'],
  [/我(?:本人|自己|亲自|带队|带头|讲|主持|参加|走访|调研|给|到)|本人|亲自/, 'self'],
  [/党组(?!书记|成员|理论)|局?班子(?!成员)/, 'group'],
  [/各?(?:党)?支部(?!书记)/, 'branch'],
];

/** The reading with what was said of each figure. `text` is the message it was read from. */
export function withProvenance(reading: Reading, text: string): Reading {
  if (reading.facts.length + reading.asks.length === 0) return reading;
  const figures = findFigures(text);
  const sentences = splitSentences(text);
  const used = new Set<Figure>();
  const of = (quantity: Quantity, words: string): Provenance => {
    const figure = placeOf(quantity, words, text, figures, used);
    return figure ? { ...ofWhole(text, sentences, figures), ...around(text, figure, sentences, figures) } : {};
  };
  return {
    ...reading,
    facts: reading.facts.map((fact): ReadFact => {
      return fact.value.type === 'figure' ? { ...fact, ...of(fact.value.quantity, fact.words) } : fact;
    }),
    asks: reading.asks.map((ask): Ask => {
      const quantity = 'quantity' in ask ? ask.quantity : 'value' in ask ? figureIn(ask.value) : undefined;
      if (!quantity || ask.type === 'check' || ask.type === 'provenance') return ask;
      const told = of(quantity, ask.words);
      return Object.keys(told).length === 0 ? ask : { ...ask, told };
    }),
  };
}

const figureIn = (value: ReadFact['value']): Quantity | undefined =>
  value.type === 'figure' ? value.quantity : undefined;

/** Where it stands: the first such figure not taken yet, one within its words before others. A unit filled in later is no hindrance. */
function placeOf(
  quantity: Quantity,
  words: string,
  text: string,
  figures: Figure[],
  used: Set<Figure>,
): Figure | undefined {
  const from = Math.max(0, text.indexOf(words));
  const alike = figures.filter(
    (one) =>
      !used.has(one) &&
      (sameQuantity(one.quantity, quantity) || sameQuantity({ ...one.quantity, unit: quantity.unit }, quantity)),
  );
  const found = alike.find((one) => one.start >= from && one.end <= from + words.length) ?? alike[0];
  if (found) used.add(found);
  return found;
}

/** 以下都是快报数, 这几个数均为决算数: a sentence without a figure of its own speaks of all. */
function ofWhole(text: string, sentences: Piece[], figures: Figure[]): Provenance {
  for (const sentence of sentences) {
    const told = figures.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
    const all = /以[上下]|下面|上面|这[些几]|这批|都是|都按|均为|均是|全是|口径|[：:]\s*$/.test(sentence.text);
    const status = told.length === 0 && all ? statusIn(sentence.text) : undefined;
    if (status) return { status };
  }
  const said = text.trim().replace(/[。！!]+$/, '');
  const tail = /[，,。；;\s]\s*(?:以上|这些?|这几个数?|上面)?(?:都|均|全部?)(?:是|为|按)([^，,。；;]*)$/.exec(
    said,
  )?.[1];
  const status = (tail === undefined ? undefined : statusIn(tail)) ?? atTheEnd(said, figures);
  return status ? { status } : {};
}

/** 总收入…，支出…，这是快报数; …，快报: after the last figure and of none in particular, where no other status was said. */
function atTheEnd(said: string, figures: Figure[]): Status | undefined {
  const hit =
    /[，,。；;\s（(]\s*((?:以上|这|那|上面|目前|现在|现|暂时)?(?:都)?(?:还|先|暂)?(?:是|为|按|报的是|用的是|属于)?(?:快报|决算|预计|初步统计|终审|审定)(?:数|数据|口径)?(?:的|哈|了|吧|啊)?)[）)]?$/.exec(
      said.replace(
        /[，,。；;]\s*(?:年底|月底|月末|下月|以后|后面|回头|之后)?(?:可能|还)?(?:可能|要|会|得)(?:再)?(?:调|变|改|动)(?:整|的|一下)?$/u,
        '',
      ),
    );
  if (!hit || figures.some((one) => one.start > hit.index)) return undefined;
  const others = statuses.filter(([pattern]) => pattern.test(said.slice(0, hit.index)));
  return others.length > 0 ? undefined : statusIn(hit[1] ?? '');
}

function around(text: string, figure: Figure, sentences: Piece[], figures: Figure[]): Provenance {
  const sentence = sentences.find((one) => one.start <= figure.start && figure.end <= one.end);
  const start = sentence?.start ?? 0;
  const end = sentence?.end ?? text.length;
  const next = figures.find((one) => one.start >= figure.end && one.end <= end);
  const before = text.slice(start, figure.start);
  const after = text.slice(figure.end, next ? next.start : end);
  // Behind it only what is said of it, not the words that introduce the next one.
  const beside = /^\s*[（(][^）)]{0,20}[）)]|^[，,]?\s*(?:这)?(?:是|为|系|按)[^，,。；;]{0,12}/.exec(after)?.[0] ?? '';
  const last = figures.filter((one) => one.end <= figure.start && one.start >= start).at(-1);
  const clause = before.slice(
    Math.max(before.lastIndexOf('，'), before.lastIndexOf(','), last ? last.end - start - 1 : -1) + 1,
  );
  const status = statusIn(beside) ?? statusIn(clause) ?? statusIn(firstClause(before, figures, start));
  const scope = before.match(scopes)?.at(-1) ?? beside.match(scopes)?.[0];
  const asOf = before.match(dates)?.at(-1) ?? beside.match(dates)?.[0];
  const deed = deeds.find(([pattern]) => pattern.test(clause))?.[1];
  return {
    ...(status ? { status } : {}),
    ...(scope ? { scope } : {}),
    ...(asOf ? { asOf } : {}),
    ...(deed ? { deed } : {}),
  };
}

/** 快报数：总收入…，支出… opens the sentence and holds for all of it. */
function firstClause(before: string, figures: Figure[], start: number): string {
  const first = figures.find((one) => one.start >= start);
  const opening = before.slice(0, first ? Math.max(0, first.start - start) : before.length);
  return /^[^：:，,]*[：:，,]/.exec(opening)?.[0] ?? '';
}

function statusIn(words: string): Status | undefined {
  for (const [pattern, status] of statuses) {
    const hit = pattern.exec(words);
    if (!hit) continue;
    if (denied.test(words.slice(0, hit.index)) || notYet.test(words.slice(hit.index + hit[0].length))) continue;
    return status;
  }
  return undefined;
}
