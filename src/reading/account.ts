// The last look at a sentence's placements: a figure stays placed only if everything said around it is accounted for, else it is asked about. Pure.
import type { Slot } from '../report/outline.ts';
import { disowned } from './afterwards.ts';
import type { FactContext } from './fact-context.ts';
import { withoutSpeakers } from './headings.ts';
import { withoutOffice } from './offices.ts';
import type { Place, Placed, Placements } from './placement.ts';
import { asksForNew, ends, namesWhole, reasonOf, type Shift, shiftIn, shiftsIn } from './shifts.ts';
import { hear } from './sounds.ts';
import { strangeField, withoutTopic } from './topics.ts';
import { unexplained, wordsOf } from './unexplained.ts';
import { saysWhole } from './wholes.ts';

interface Stretch {
  start: number;
  end: number;
}

const cut = /[，,；;。！!？?\n]/;

const lastCut = (text: string, from: number, to: number) => {
  for (let at = to - 1; at >= from; at--) if (cut.test(text[at] ?? '')) return at + 1;
  return from;
};
const nextCut = (text: string, from: number, to: number) => {
  for (let at = from; at < to; at++) if (cut.test(text[at] ?? '')) return at;
  return to;
};

/** The words that belong to a figure: around the mention that named it in an earlier clause, before it in its own, and after it. */
function stretchesOf(
  text: string,
  place: Place,
  placed: Placed,
  places: Place[],
  range: Stretch,
): Record<'lead' | 'own' | 'after', Stretch> {
  const { said } = place;
  const { mention } = placed;
  const next = places[places.indexOf(place) + 1];
  const start = Math.max(place.since, lastCut(text, range.start, said.start));
  let lead = { start, end: start };
  if (mention && mention.end <= said.start && mention.start < start) {
    const from = lastCut(text, Math.max(range.start, Math.min(place.from, mention.start)), mention.start);
    // 培训还差一期，一共12期: what follows the name there belongs to the figure that stands between
    const between = places.some((other) => other.said.start >= mention.end && other.said.end <= start);
    lead = { start: from, end: between ? mention.end : Math.min(start, nextCut(text, mention.end, start)) };
  }
  const limit = next?.said.start ?? range.end;
  const end = nextCut(text, Math.max(said.end, Math.min(mention?.end ?? 0, limit)), limit);
  const named = mention && mention.start >= said.end ? mention.end : said.end;
  const after = { start: said.end, end: end < limit || !next ? end : named };
  return { lead, own: { start, end: said.start }, after };
}

/**
 * Figures whose sentence says more than is understood get the doubt that makes them a question. `over`: what stands over the
 * sentence and narrows it. Gives what narrows the sentence after it on the same line.
 */
export function accountFor(
  text: string,
  range: Stretch & { over: Shift | undefined },
  places: Place[],
  result: Placements,
  context: FactContext,
): Shift | undefined {
  const slotsAt = places.map((place) =>
    (result.get(place.said) ?? []).flatMap((one) => (one.type === 'placed' ? [one.slot] : [])),
  );
  /** A page without a full stop is a sentence too: only the figures near by are looked at. */
  const neighbours = (place: Place) => {
    const at = places.indexOf(place);
    return [...new Set(slotsAt.slice(Math.max(0, at - 8), at + 8).flat())];
  };
  const spoken = withoutTopic(withoutSpeakers(text.slice(range.start, range.end)), slotsAt.flat(), context);
  const read = ({ start, end }: Stretch) => spoken.slice(Math.max(0, start - range.start), end - range.start);
  let carried = [
    leading(spoken, (places[0]?.said.start ?? range.end) - range.start, context.year) ?? range.over,
  ].filter((one) => one !== undefined);
  const carry = (more: Shift[]) => {
    carried = [...more, ...carried.filter((one) => !more.some((other) => other.kind === one.kind))];
  };
  let subject = '';
  for (const place of places) {
    const all = result.get(place.said) ?? [];
    const start = Math.max(place.since, lastCut(text, range.start, place.said.start));
    const plain = read({ start, end: place.said.start });
    carried = carried.filter((one) => !ends(one, plain));
    if (namesWhole(plain)) subject = '';
    if (place.standing.type === 'value' && !all.some((one) => one.type === 'placed')) carry(shiftsIn(plain));
    for (const one of all) {
      if (one.type !== 'placed') continue;
      const { lead, own, after } = stretchesOf(text, place, one, places, range);
      const raised = place.said.instead ? /(?:从|由)[^，]{0,5}$/ : /^$/;
      const before = read(own)
        .replace(/^.*[=＝]/, '')
        .replace(raised, '');
      const told = namesWhole(before) || saysWhole(before) ? '' : blank(read(lead), lead, one);
      const words = withoutOffice(`${told}，${blank(before, own, one)}，${blank(read(after), after, one)}`, one, text);
      const others = neighbours(place).filter((slot) => slot !== one.slot);
      const shifts = shiftsIn(words, one.slot);
      const known = `${wordsOf(one.slot)}\n${explaining(one, others, context)}`;
      let runs = unexplained(words, known, context.year);
      if (runs.length > 0) runs = unexplained(asMeant(words, one.slot), known, context.year);
      const narrowed = [...shifts, ...carried].find((each) => each.kind !== 'stock' || asksForNew(one.slot));
      one.doubt ||= narrowed ? reasonOf(narrowed) : '';
      one.doubt ||= runs.length > 0 ? `话里还有“${runs.join('”“')}”，说的是“${one.slot.label}”吗？` : '';
      one.doubt ||= subject === '' ? '' : `说的是“${subject}”的数，这里要的是合计吗？`;
      const field = strangeField(spoken, one.slot, slotsAt.flat(), known, context);
      one.doubt ||= field === '' ? '' : `说的是“${field}”的数，这里要的是合计吗？`;
      one.doubt ||= otherName(text, place, one, context.year) || unsaidActor(text, words, one.slot, context);
      one.doubt ||= ofAnother(text, place, places, one, result);
      one.doubt ||= firstOfParts(text, place, places, result);
      one.doubt ||= notSaidNew(text, range, place, one);
      one.doubt ||= actsItself(text, place, one) || ofUnknown(place, places, one, result);
      carry(shifts);
      // a subject stays until another one is named: 骨科手术1200台，出院2000人次
      const [first] = runs;
      if (first && words.replace(/^[，\s]+/, '').startsWith(first)) subject ||= first;
    }
  }
  heedAfterwards(text, range, places, result, context);
  return carried.find((one) => one.kind !== 'stock');
}

/** 截至11月底，支出完成811亿元; 老干支部活动多，党课10次: a clause before the first figure that is there only to narrow, or names a branch. */
function leading(spoken: string, first: number, year: number): Shift | undefined {
  let found: Shift | undefined;
  const clauses = spoken.slice(0, lastCut(spoken, 0, first)).split(cut);
  for (const clause of clauses) {
    const shift = shiftIn(clause);
    if (found && ends(found, clause)) found = undefined;
    if (!shift) continue;
    const only = unexplained(clause.replace(shift.word, ''), '', year).length === 0;
    if (only || shift.kind === 'place' || /^(?:如果|假如|要是|假设|算上)/.test(shift.word)) found = shift;
  }
  return found;
}

/** 演练：消防3次、防汛2次: another of the same unit goes on the list, and no total is told. */
function firstOfParts(text: string, place: Place, places: Place[], result: Placements): string {
  const next = places[places.indexOf(place) + 1];
  if (next?.standing.type !== 'value' || next.said.quantity.unit !== place.said.quantity.unit) return '';
  const told = result.get(next.said)?.[0];
  const between = text.slice(place.said.end, next.said.start);
  const goesOn = /^、[\p{Script=Han}]{1,8}$/u.test(between) && (told === undefined || told.type === 'unplaced');
  return goesOn && !shiftIn(between) && !/年/.test(between)
    ? `后面还有“${between.slice(1)}${next.said.text}”，合计是多少？`
    : '';
}

/** 展览56个吸引观众120万人次: the audience of what was just told, where another's is asked for. */
function ofAnother(text: string, place: Place, places: Place[], { slot, mention }: Placed, result: Placements): string {
  const before = places[places.indexOf(place) - 1];
  const told = before && result.get(before.said)?.[0];
  if (told?.type !== 'placed' || told.slot.section === slot.section || !mention) return '';
  const words = text.slice(before?.said.end, place.said.start);
  const ofIt = /^[\s，,]*(?:共|累计)?(?:吸引|带动|惠及|覆盖|服务|参与|迎来|受益|参加)/.test(words);
  return ofIt && mention.end - mention.start < slot.label.length - 1 ? `说的是“${slot.label}”吗？` : '';
}

/** 等级民宿18家 where the newly rated are asked for: nothing says that they are this year's. */
function notSaidNew(text: string, range: Stretch, { said, to }: Place, { slot }: Placed): string {
  if (!/新/.test(slot.label + slot.question) || said.correction) return '';
  const words = text.slice(range.start, to);
  const standing = /全[市省县区院国]|现|共有|总|达到|拥有|累计|目前|已有|A级/.test(words);
  return !standing || /新|增|评|认定|批|获|建|修|买|购|引进|招|今年|本年|全年|完成|改|共|合计/.test(words)
    ? ''
    : `是今年新的吗？这里要的是“${slot.label}”`;
}

/** 12家民宿招了86人, 8个支部书记每人5分钟: what is counted goes on to do something, so the number says how many did, not how many there are. */
function actsItself(text: string, place: Place, { mention, said, slot }: Placed): string {
  if (!mention || mention.start < said.end || mention.end >= place.to) return '';
  const tail = /^\p{Script=Han}*/u.exec(text.slice(mention.end, place.to))?.[0] ?? '';
  const acts = /^[\p{Script=Han}]{1,2}了/u.test(tail) || /^(?:书记|委员|成员|负责人|代表|单位|企业)/.test(tail);
  return acts ? `“${tail.slice(0, 8)}”前面的数，是“${slot.label}”吗？` : '';
}

/** 12345工单3400件，办结率98.7%: a rate speaks of what stands before it, and that is none of ours. */
function ofUnknown(place: Place, places: Place[], { mention, slot }: Placed, result: Placements): string {
  const before = places[places.indexOf(place) - 1];
  const share = slot.unit === '%' && slot.growth_of === undefined;
  if (!share || !before || !mention || mention.end - mention.start >= slot.label.length) return '';
  const told = result.get(before.said)?.[0];
  return before.standing.type === 'value' && told?.type !== 'placed' ? `说的是“${slot.label}”吗？` : '';
}

/** 社区服务中心112个: a short keyword is sure only of the names the slot itself makes of it. So is 总投资 another than 投资. */
function otherName(text: string, place: Place, { mention, said, slot }: Placed, year: number): string {
  if (!mention) return '';
  const name = text.slice(mention.start, mention.end);
  const own = wordsOf(slot);
  const head = mention.start > place.begin ? (text[mention.start - 1] ?? '') : '';
  if (/[总女男新老净副]/.test(head) && !own.includes(head)) return `“${head}${name}”说的是“${slot.label}”吗？`;
  // 各类谈话120人次: of all kinds, where one kind is asked for
  if (
    name.length <= 2 &&
    /(?:各[类种项]|各式|多种)$/.test(text.slice(place.begin, mention.start)) &&
    !/各[类种项]/.test(own)
  )
    return `“各类${name}”说的是“${slot.label}”吗？`;
  if (name.length > 2 || mention.end > said.start || mention.end < place.since) return '';
  const tail = /^\p{Script=Han}*/u.exec(text.slice(mention.end, said.start))?.[0] ?? '';
  const [more] = unexplained(tail, '', year);
  if (!more || own.includes(name + more)) return '';
  // 社区老年人服务中心 without 老年人 is another thing; 投诉受理 is 受理投诉
  const leftOut = own
    .split('\n')
    .some((phrase) => phrase.indexOf(more, phrase.indexOf(name) + 1) > phrase.indexOf(name) && phrase.includes(name));
  return leftOut ? `“${name}${tail}”说的是“${slot.label}”吗？` : '';
}

/** 讲了12次党课 where the secretaries' lectures are asked for: whose they were must be said, or be plain from what is told beside. */
function unsaidActor(text: string, words: string, slot: Slot, { outline }: FactContext): string {
  const actor = /^([\p{Script=Han}]{2,3}?)(?:书记|局长|院长|校长|主任|负责人)/u.exec(slot.label);
  const [name, group] = [actor?.[0] ?? '', actor?.[1] ?? ''];
  if (name === '' || text.includes(group)) return '';
  const beside = outline.slots.filter((other) => other !== slot && other.section === slot.section);
  if (beside.some((other) => other.keywords.some((word) => word.length >= 3 && text.includes(word)))) return '';
  return words.includes(name.slice(group.length)) || /讲|上了|[上作授]过|作了|授/.test(words)
    ? `是“${name}”的合计吗？`
    : '';
}

/** What the sentence's last words, and a short sentence after it, say of the numbers before. */
function heedAfterwards(text: string, range: Stretch, places: Place[], result: Placements, context: FactContext): void {
  const last = places.at(-1);
  const own = last && result.get(last.said)?.find((one) => one.type === 'placed');
  const told = [...result.values()].flat().filter((one): one is Placed => one.type === 'placed');
  const slot = own?.type === 'placed' ? own.slot : told.at(-1)?.slot;
  if (!last || !slot) return;
  const follower =
    /^[。；;]\s*((?:这|那|以上|上述|上面|前面|都是|均为|其中)[^。；;\n\d]{0,24})(?=[。；;\n]|$)/.exec(
      text.slice(range.end, range.end + 40),
    )?.[1] ?? '';
  const words = `${text.slice(last.said.end, range.end)}，${follower}`;
  const found = disowned(words.replace(/^[^，,（(]*/, ''), text[range.end] ?? '', slot, context.year);
  if (found.reason === '') return;
  for (const one of found.all ? told : told.filter((each) => each === own))
    if (one.doubt === '') one.doubt = found.reason;
}

/** 留底退税: a slip in a longer name of which a part was found as it is. */
function asMeant(words: string, slot: Slot): string {
  let meant = words;
  for (const phrase of [slot.label, ...slot.keywords].filter((one) => one.length >= 4)) {
    const heard = hear(meant, phrase);
    if (heard?.sure) meant = meant.slice(0, heard.start) + phrase + meant.slice(heard.end);
  }
  return meant;
}

/** A misheard name is no longer in the slot's own words: what named the slot counts as said. */
function blank(words: string, stretch: Stretch, { mention, slot }: Placed): string {
  if (!mention || mention.end <= stretch.start || mention.start >= stretch.end) return words;
  const skipped = stretch.end - stretch.start - words.length;
  const [from, to] = [mention.start - stretch.start - skipped, mention.end - stretch.start - skipped];
  const named = words.slice(Math.max(0, from), Math.max(0, to));
  return wordsOf(slot).includes(named)
    ? words
    : words.slice(0, Math.max(0, from)) + slot.label + words.slice(Math.max(0, to));
}

const moving =
  '同比 环比 比上年 较上年 比去年 较去年 上年 去年 上年同期 去年同期 同期 增长 增幅 增速 下降 上升 提高 增加 减少 幅度 涨 跌 升 降 增';

/** What explains besides the slot itself: its section's heading, what the sentence's other figures are called, the base of a rate. */
function explaining(one: Placed, others: Slot[], context: FactContext): string {
  const { outline } = context;
  const base = outline.slots.filter((slot) => slot.id === one.slot.growth_of || slot.id === one.slot.part_of);
  const section = outline.chapters.flatMap((chapter) => [chapter, ...chapter.points]);
  const headings = section.filter((each) => each.id === one.slot.section).map((each) => each.heading);
  const own = /您|本人/.test(one.slot.question)
    ? '局长 院长 校长 书记 党组书记 主要领导 主要负责人 一把手 本人 亲自 我自己'
    : '';
  const rate = one.slot.growth_of === undefined ? '' : moving;
  const news = /^新增/.test(one.slot.label) ? '增加了' : '';
  return [...[...others, ...base].flatMap((slot) => [slot.label, ...slot.keywords]), ...headings, own, rate, news].join(
    '\n',
  );
}
