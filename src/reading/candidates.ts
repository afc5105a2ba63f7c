// Which slots the words beside a figure may mean, and how strongly. Pure; decides between none of them.
import type { Slot } from '../report/outline.ts';
import { contentOf } from './content.ts';
import type { Mention } from './mentions.ts';
import type { Place } from './placement.ts';
import { fitUnit } from './units.ts';

/** How near and how telling a mention is for a figure; 0 when its words do not reach. */
export function nearness(text: string, place: Place, mention: Mention): number {
  const { said } = place;
  if (mention.end <= said.start && mention.start >= place.from) {
    const between = text.slice(mention.end, said.start);
    if (/其中|其余/.test(between)) return 0;
    const commas = between.match(/[，,]/g)?.length ?? 0;
    return (mention.weight / (1 + contentOf(between).length / 10)) * 0.8 ** Math.min(commas, 3);
  }
  if (mention.start >= said.end && mention.end <= place.to) {
    const between = text.slice(said.end, mention.start);
    const commas = between.match(/[，,：:]/g)?.length ?? 0;
    // 统筹资金61亿元，支持城乡基础设施建设: what the money went to
    const went = commas === 1 && /^\s*[，,](?:主要|重点)?(?:用于|支持|投向|保障)/.test(between);
    if (commas > 0 && !went) return 0;
    return (mention.weight * (went ? 0.7 : 0.9)) / (1 + contentOf(between).length / 6);
  }
  return 0;
}

/** Whether a word that rules the slot out stands in the same clause, before the figure or between it and the mention. */
function ruledOut(text: string, place: Place, mention: Mention): boolean {
  const words = mention.slot.not ?? [];
  if (words.length === 0) return false;
  const start = Math.min(mention.start, place.said.start);
  const cut = Math.max(place.from, ...['，', ',', '、'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const end = mention.start >= place.said.end ? mention.end : place.said.start;
  const own = text.slice(mention.start, mention.end);
  const around = text.slice(cut, Math.max(end, mention.end));
  return words.some((word) => !own.includes(word) && around.includes(word));
}

/** 各支部选准10个急难险重任务: what follows at once names the figure, and rules out the slot named before it. */
function outdone(text: string, place: Place, mention: Mention, mentions: Mention[]): boolean {
  if (mention.start > place.said.start) return false;
  return mentions.some((other) => {
    if (other.slot === mention.slot || other.start < place.said.end || other.end > place.to) return false;
    const name = text.slice(other.start, other.end);
    const own = !place.shared || /[，,、。；;]/.test(text.slice(other.end, place.to));
    const next = own && contentOf(text.slice(place.said.end, other.start)) === '';
    const ruled = mention.slot.not?.some((word) => name.includes(word)) === true;
    return next && ruled && fitUnit(place.said.quantity, other.slot) !== null;
  });
}

/** 党课12次，…不对，党课是14次: the slot is taken, and taken again. */
export function strongest(found: Map<Slot, Candidate> | undefined): Slot | undefined {
  return [...(found ?? [])].sort(([, one], [, other]) => other.weight - one.weight)[0]?.[0];
}

export interface Candidate {
  mention: Mention;
  weight: number;
}

export function candidates(text: string, place: Place, mentions: Mention[]): Map<Slot, Candidate> {
  const found = new Map<Slot, Candidate>();
  for (const mention of mentions) {
    const near = nearness(text, place, mention);
    if (near === 0) continue;
    const fit = fitUnit(place.said.quantity, mention.slot);
    if (!fit || ruledOut(text, place, mention) || outdone(text, place, mention, mentions)) continue;
    const weight = near * fit.score;
    if (weight > (found.get(mention.slot)?.weight ?? 0.15)) found.set(mention.slot, { mention, weight });
  }
  return found;
}
