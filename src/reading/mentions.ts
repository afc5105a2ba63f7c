// Where a text speaks of which slot: keywords and labels, the longest at a place winning. Pure.
import type { Slot } from '../report/outline.ts';
import { hear } from './sounds.ts';

export interface Mention {
  slot: Slot;
  start: number;
  end: number;
  /** 0 to 1: how telling the words are. */
  weight: number;
  sure: boolean;
}

const counting = /(?:总)?(?:次数|人次数?|人数|数量|个数|期数|户数|家数|件数|场次|总数|金额|总额|数额|资金数?|数)$/;

/** Per slot, for as long as it lives: a long message asks for them again with every clause. */
const known = new WeakMap<Slot, { phrase: string; folded: string }[]>();

/** The slot's phrases: its keywords, its label, and the label without 次数, 金额 and the like. */
function phrasesOf(slot: Slot): { phrase: string; folded: string }[] {
  const before = known.get(slot);
  if (before) return before;
  const bare = slot.label.replace(counting, '');
  const all = new Set([...slot.keywords, slot.label, ...(bare.length >= 2 ? [bare] : [])]);
  const phrases = [...all].filter((one) => one.length > 0).map((phrase) => ({ phrase, folded: fold(phrase) }));
  known.set(slot, phrases);
  return phrases;
}

/** What may be left out in writing without changing the sense; used so that 集体 学习 and Ａ／a are found too. */
const fold = (text: string) =>
  text.toLowerCase().replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Exact mentions, those inside a longer one of another phrase left out. */
export function findMentions(text: string, slots: Slot[]): Mention[] {
  const folded = fold(text);
  const all: Mention[] = [];
  for (const slot of slots) {
    for (const { folded: wanted } of phrasesOf(slot)) {
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1))
        all.push({ slot, start: at, end: at + wanted.length, weight: weigh(wanted), sure: true });
    }
  }
  for (const slot of folded.length <= 400 ? slots : []) {
    all.push(...turned(folded, slot));
    if (!all.some((one) => one.slot === slot)) all.push(...gapped(folded, slot));
  }
  return longest(all);
}

/** What a verb takes behind it without saying more: 查找出问题, 完成了投资. */
const complement = /^(?:出|了|出了|到|到了|过)$/;

const deeds = /^(?:新增|新建|完成|受理|查处|修缮|引进|发表|组织)/;

/** 非遗新增项目 for 新增非遗项目: the deed said after the first word. */
function turned(text: string, slot: Slot): Mention[] {
  for (const phrase of slot.keywords) {
    const [deed, first, rest] = [phrase.slice(0, 2), phrase.slice(2, 4), phrase.slice(4)];
    if (rest.length < 2 || !deeds.test(phrase) || !text.includes(first)) continue;
    const hit = new RegExp(`${first}(?:这边|这块|方面)?(?:今年|全年)?${deed}${rest}`).exec(text);
    if (hit) return [{ slot, start: hit.index, end: hit.index + hit[0].length, weight: weigh(phrase), sure: true }];
  }
  return [];
}

/** 引进硕士以上人才 for 引进人才: a keyword with words between that the slot's own question has there too. */
function gapped(text: string, slot: Slot): Mention[] {
  for (const phrase of slot.keywords) {
    for (let cut = 2; cut <= phrase.length - 2; cut++) {
      const [head, tail] = [phrase.slice(0, cut), phrase.slice(cut)];
      const start = text.indexOf(head);
      const next = start < 0 ? -1 : text.indexOf(tail, start + cut);
      if (next < 0 || next - start - cut > 6 || next === start + cut) continue;
      const end = next + tail.length;
      if (slot.question.includes(text.slice(start, end)) || complement.test(text.slice(start + cut, next)))
        return [{ slot, start, end, weight: weigh(phrase), sure: true }];
    }
  }
  return [];
}

/** Mentions by sound and by small slips, for stretches where nothing was found exactly. */
export function hearMentions(text: string, slots: Slot[]): Mention[] {
  const all: Mention[] = [];
  for (const slot of slots) {
    for (const { phrase } of phrasesOf(slot)) {
      const heard = hear(text, phrase);
      if (heard) all.push({ slot, start: heard.start, end: heard.end, weight: weigh(phrase) * 0.8, sure: heard.sure });
    }
  }
  const sure = all.filter((mention) => mention.sure);
  return longest(sure.length > 0 ? sure : all);
}

const weigh = (phrase: string) => 0.5 + Math.min(phrase.length, 10) * 0.05;

function longest(all: Mention[]): Mention[] {
  const sorted = [...all].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const size = mention.end - mention.start;
    const inside = sorted.some(
      (other) =>
        other.start <= mention.start &&
        other.end >= mention.end &&
        (other.end - other.start > size || (other.slot === mention.slot && kept.includes(other))),
    );
    if (!inside) kept.push(mention);
  }
  return kept;
}
