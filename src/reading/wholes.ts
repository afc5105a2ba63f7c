// Several figures for one slot: the one said to be the whole, the outcome or the new wins over parts, plans and stock. Pure; without such a word it changes nothing.
import type { Slot } from '../report/outline.ts';
import { type Candidate, strongest } from './candidates.ts';
import type { Mention } from './mentions.ts';
import type { Place } from './placement.ts';
import { asksForNew } from './shifts.ts';
import { unexplained } from './unexplained.ts';
import { fitUnit } from './units.ts';

const whole =
  /合计|共计|一共|总共|总计|加起来|加在一起|合起来|拢共|统共|总的|全年累计|累计|共(?!有)|全市|我市|全局|全院|实际|已完工|已完成|已建成|(?:涨|升|增加|增长|提高|扩大|下降|减少|降)(?:到|至)|资金|金额|总额|规模$|^[，\s]*(?:达|达到|完成了?)$/;
export const saysWhole = (words: string) => whole.test(words);
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
  places.forEach((place, index) => {
    const found = best[index];
    const words = own[index] ?? '';
    if (!found || found.size > 0 || !(whole.test(words) || fresh.test(words))) return;
    // it names nothing itself: it can only be the whole of the one thing named before it
    if (unexplained(words.replace(fresh, ''), '其他', year).length > 0) return;
    const named = exact.filter(
      (one) =>
        one.start >= place.begin && one.end <= place.said.start && fitUnit(place.said.quantity, one.slot) !== null,
    );
    const [mention] = named;
    if (!mention || new Set(named.map((one) => one.slot)).size !== 1) return;
    if (fresh.test(words) && !whole.test(words) && !asksForNew(mention.slot)) return;
    found.set(mention.slot, { mention, weight: mention.weight * 0.7 });
  });
  const slots = new Set(best.flatMap((one) => [...one.keys()]));
  for (const slot of slots) {
    const holders = places.flatMap((_, index) => (best[index]?.has(slot) ? [index] : []));
    if (holders.length < 2) continue;
    const wins = (index: number) => {
      const words = own[index] ?? '';
      if (isMark(places[index], words)) return false;
      return asksForNew(slot) && stock.test(words)
        ? fresh.test(words)
        : whole.test(words) || (asksForNew(slot) && fresh.test(words));
    };
    const loses = (index: number) =>
      isMark(places[index], own[index] ?? '') ||
      (asksForNew(slot) && stock.test(own[index] ?? '') && !fresh.test(own[index] ?? ''));
    const winners = holders.filter((index) => wins(index) && strongest(best[index]) === slot);
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
