// Several figures for one slot: the one said to be the whole, the outcome or the new wins over parts, plans and stock. Pure; without such a word it changes nothing.
import type { Slot } from '../report/outline.ts';
import { type Candidate, strongest } from './candidates.ts';
import type { Mention } from './mentions.ts';
import type { Place } from './placement.ts';
import { asksForNew } from './shifts.ts';
import { unexplained, wordsOf } from './unexplained.ts';
import { fitUnit } from './units.ts';

const whole =
  /合计|共计|一共|总共|总计|加起来|加在一起|合起来|拢共|统共|总的|全年累计|累计|共(?!有)|全市|我市|全局|全院|(?:我们|我局|我院|我校|本局|本院|我单位|我们局)(?:才|是|有)?$|实际|已(?!报|收|统|汇|有)(?:经)?[\p{Script=Han}]{1,4}$|(?:涨|升|增加|增长|提高|扩大|下降|减少|降)(?:到|至)|资金|金额|总额|规模$|^[，\s]*(?:最后|最终|结果|到年底|全年)(?:是|有|为|达到?)?$/u;
/** 计划12次，完成14次; 突破800亿元，达812亿元: the outcome only beside what was planned or passed. */
const outcome = /^[，\s]*(?:达|达到|完成了?)(?:是|为|到)?$/;
const aimed = /计划|目标|任务|要求|预算|应[该当]?|突破|跨过|站上/;
export const saysWhole = (words: string) => whole.test(words) || outcome.test(words);
const fresh = /新增|新评|新认定|新建|今年/;
const stock = /现有|共有|总|达到?$|拥有|累计|存量|已有|目前有/;

/** Changes `best`, the candidates by figure: takes a slot away from figures that are only part of what another one tells. */
export function preferWholes(
  text: string,
  places: Place[],
  best: Map<Slot, Candidate>[],
  exact: Mention[],
  year: number,
): void {
  const own = places.map((place) => text.slice(Math.max(place.since, lastCut(text, place)), place.said.start));
  // 120个（其中新建45个、改造75个）: parts of what was told, whatever they are called
  const parts: boolean[] = [];
  places.forEach((place, index) => {
    const between = text.slice(place.since, place.said.start);
    parts[index] = /其中|包括|[（(]含/.test(between) || (parts[index - 1] === true && /^[、和及]/.test(between));
  });
  // 5个支部一共27个: the branches have their number, and 27 are something they have
  places.forEach((place, index) => {
    const before = places[index - 1]?.said;
    if (!before || !whole.test(own[index] ?? '') || /[，,；;]/.test(text.slice(before.end, place.said.start))) return;
    const counted = exact.find(
      ({ slot, start, end }) =>
        start >= before.start &&
        start <= before.end + 1 &&
        end > before.end &&
        end <= place.said.start &&
        fitUnit(before.quantity, slot) !== null,
    );
    if (!counted) return;
    best[index]?.delete(counted.slot);
    const claim = best[index - 1]?.get(counted.slot) ?? { mention: counted, weight: counted.weight };
    best[index - 1] = new Map([[counted.slot, claim]]);
  });
  const numbered = new Set(
    exact.flatMap(({ slot, start, end }) =>
      places.some(({ said }) => end > said.end && start <= said.end + 1 && start >= said.start) ? [slot] : [],
    ),
  );
  places.forEach((place, index) => {
    const found = best[index];
    const words = own[index] ?? '';
    // 适老化改造投入1200万元，改造3600户: the tail of its name again
    const echo = /^[，,\s]*([\p{Script=Han}]{2,4}?)了?$/u.exec(words)?.[1];
    const echoed = (slot: Slot) => echo !== undefined && slot.keywords.some((one) => one.endsWith(echo));
    const reached =
      outcome.test(words) && own.slice(0, index).some((one, at) => aimed.test(one + places[at]?.said.text));
    if (!found || found.size > 0 || !(whole.test(words) || fresh.test(words) || reached || echo)) return;
    // it names nothing itself (5个支部一共27个 is no whole of the five): it can only be the whole of the one thing named before it
    const named = exact.filter(
      (one) =>
        one.start >= place.begin &&
        one.end <= place.said.start &&
        !numbered.has(one.slot) &&
        !/(?:各|每个|所有|全部)$/.test(text.slice(Math.max(0, one.start - 2), one.start)) &&
        fitUnit(place.said.quantity, one.slot) !== null,
    );
    const called = exact
      .filter((one) => one.start >= place.begin && one.end <= place.to)
      .map((one) => wordsOf(one.slot));
    if (unexplained(words.replace(fresh, ''), called.join('\n'), year).length > 0) return;
    const [mention] = named;
    if (!mention || new Set(named.map((one) => one.slot)).size !== 1) return;
    // 减税降费合计 is not what is asked for as 新增减税降费
    if (mention.slot.not?.some((word) => words.includes(word))) return;
    if (!reached && !whole.test(words) && !echoed(mention.slot) && !(fresh.test(words) && asksForNew(mention.slot)))
      return;
    // 清单任务36项，完成35项: what is asked for is the task itself
    if (reached && /任务|计划|目标/.test(mention.slot.label)) return;
    found.set(mention.slot, { mention, weight: mention.weight * 0.7 });
  });
  const slots = new Set(best.flatMap((one) => [...one.keys()]));
  for (const slot of slots) {
    const holders = places.flatMap((_, index) => (best[index]?.has(slot) ? [index] : []));
    if (holders.length < 2) continue;
    const wins = (index: number) => {
      const words = own[index] ?? '';
      if (isMark(places[index], words) || parts[index]) return false;
      if (outcome.test(words)) return true;
      return asksForNew(slot) && stock.test(words)
        ? fresh.test(words)
        : whole.test(words) || (asksForNew(slot) && fresh.test(words));
    };
    const loses = (index: number) =>
      isMark(places[index], own[index] ?? '') ||
      parts[index] === true ||
      (asksForNew(slot) && stock.test(own[index] ?? '') && !fresh.test(own[index] ?? ''));
    const marked = holders.filter((index) => wins(index) && strongest(best[index]) === slot);
    // 市馆新增3万册，区县馆5万册，合计8万册
    const summed = marked.filter((index) => {
      const words = own[index] ?? '';
      // 全市民宿共1260家，新评定26家: there are so many, and so many are new
      const reaches = (best[index]?.get(slot)?.mention.end ?? 0) <= (places[index]?.since ?? 0);
      return whole.test(words) && (!asksForNew(slot) || fresh.test(words) || reaches);
    });
    const news = asksForNew(slot) ? marked.filter((index) => fresh.test(own[index] ?? '')) : [];
    const winners = [summed, news, marked].find((each) => each.length > 0) ?? [];
    if (winners.length > 0) for (const index of holders) if (!winners.includes(index)) best[index]?.delete(slot);
    if (winners.length === 0 && !holders.every(loses))
      for (const index of holders.filter(loses)) best[index]?.delete(slot);
  }
}

/** 突破800亿元: passed on the way to the amount. */
const isMark = (place: Place | undefined, words: string) =>
  /突破|跨过|站上|迈上|冲破|越过/.test((place?.said.quantity.approximation ?? '') + words.slice(-4));

function lastCut(text: string, place: Place): number {
  for (let at = place.said.start - 1; at >= place.begin; at--)
    if (/[，,；;。、：:]/.test(text[at] ?? '')) return at + 1;
  return place.begin;
}
