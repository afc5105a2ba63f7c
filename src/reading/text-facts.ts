// Facts that are words: 我们单位是市财政局, 存在的问题：1.…2.…, and the answer to a question for words. Pure; a figure alone is never a text.
import type { ReadFact } from '../conversation/command.ts';
import type { FactValue } from '../report/fact.ts';
import type { Outline, Slot } from '../report/outline.ts';
import { splitSentences } from './clauses.ts';
import { splitItems } from './items.ts';
import { findMentions } from './mentions.ts';
import { isPersonName, personName } from './person-name.ts';
import { findSpoken, type SpokenLabel } from './spoken-labels.ts';

interface TextFactsRead {
  facts: ReadFact[];
  consumed: { start: number; end: number }[];
}

const lead =
  '(?:\\s|我们?的?|我局的?|我单位的?|本单位的?|本局的?|今年的?|本年度?的?|全年的?|自己的?|目前|另外|还有|关于|至于|补充(?:一下)?|其中|然后|对了|[，,]|（?[一二三四五六七八九十]{1,2}[）、]|[（(]?\\d{1,2}[.、）)]|【|\\[|#+)*';
const tail = '(?:的?(?:题目|标题|名称|名字|情况|方面|内容|做法|主要|具体|如下|】|\\]|（[^）]*）))*';
/** After the label of a list or a narrative: a colon, at most a few words further on, or words that announce what follows. */
const announces =
  '(?:[:：]|[^，。；：:\\n\\d]{1,8}[:：]|\\s*=|主要(?:是|有)|(?:就)?有(?:以下|这么|下面)?[^，。；：:\\n]{0,4}[:：]|包括|如下[:：]?|就?是(?=[《①1])|有(?=[^，。；\\n]*[、《]))';
const equals = '(?:[:：]|\\s*=|就?是|就?为|叫(?:做|作)?|就?写(?:成|作|为)?|改(?:成|为)|定为|用)';
/** 主要问题是…, 原因是…: of narratives only these are told by a plain 是; 意识形态工作是… may be any sentence. */
const toldByIs = /问题|原因|打算|不足|短板|题目|篇目|书目|做法|思路/;

function linksAfter(phrase: string, slot: Slot): string {
  if (slot.type === 'name') return equals;
  return toldByIs.test(phrase) && phrase.length > 2 ? `(?:${announces}|${equals})` : announces;
}

const literally = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Heading extends SpokenLabel {
  correction: boolean;
}

/** Labelled words anywhere in the message. */
export function readLabelled(text: string, outline: Outline, skip: { start: number; end: number }[]): TextFactsRead {
  const headings = findHeadings(text, outline).filter(
    (one) => !skip.some((range) => one.start < range.end && one.value > range.start),
  );
  const read: TextFactsRead = { facts: [], consumed: [] };
  headings.forEach((heading, index) => {
    const limit = headings[index + 1]?.start ?? text.length;
    const end = heading.end ?? endOfValue(text, heading, limit, outline);
    const value = textValue(text.slice(heading.value, end), heading.slot);
    if (!value) return;
    read.facts.push({
      slot: heading.slot.id,
      value,
      words: text.slice(heading.start, Math.min(end, heading.start + 120)).trim(),
      correction: heading.correction,
    });
    read.consumed.push({ start: heading.start, end });
  });
  return read;
}

function findHeadings(text: string, outline: Outline): Heading[] {
  const found: Heading[] = findSpoken(text, outline).map((one) => ({ ...one, correction: false }));
  for (const slot of outline.slots) {
    if (slot.type === 'figure') continue;
    for (const phrase of new Set([slot.label, ...slot.keywords])) {
      if (!text.includes(phrase)) continue;
      const links = linksAfter(phrase, slot);
      // 单位简称市财政局: a name may follow such a label with no word between
      // …署名李建国 only when it is a person's
      const person = /^(?:署名|落款|签名)$/.test(phrase) ? `|(?=(?:${personName})\\s*(?:$|[，,。；;！!\\n]))` : '';
      const bare = slot.type === 'name' && /(?:名称|简称|全称)$/.test(phrase) ? '|' : person;
      const label = new RegExp(
        `(?<=^|[，,。；;！!\\n])(${lead})${literally(phrase)}${tail}\\s*(${links}${bare})\\s*`,
        'g',
      );
      for (const hit of text.matchAll(label)) {
        const start = hit.index + (hit[1]?.length ?? 0);
        const own = text.slice(hit.index, hit.index + hit[0].length);
        if (slot.not?.some((word) => own.includes(word) && !phrase.includes(word))) continue;
        const value = hit.index + hit[0].length;
        const plain = hit[2] === '' && person !== '';
        if (plain && !isPersonName(/^[^\s，,。；;！!]*/u.exec(text.slice(value))?.[0] ?? '')) continue;
        found.push({ slot, start, value, correction: /改(?:成|为)/.test(hit[2] ?? '') });
      }
      if (slot.type !== 'name') continue;
      const around = new RegExp(
        `(?<=^|[，,。；;\\n])[^，,。；;\\n]{0,8}?(?:以|围绕|突出|紧扣)([^，,。；;\\n]{2,20}?)(?:为|这一|这条|这个)${literally(phrase)}`,
        'g',
      );
      for (const hit of text.matchAll(around)) {
        const value = hit.index + hit[0].indexOf(hit[1] ?? '');
        found.push({ slot, start: hit.index, value, correction: false });
      }
    }
  }
  const sorted = found.sort((one, other) => one.value - other.value || one.start - other.start);
  // of two labels at one place the longer one is meant
  return sorted.filter((one, index) => {
    const rivals = sorted.filter((other, at) => at !== index && other.value === one.value);
    return !rivals.some(
      (other) => other.start < one.start || (other.start === one.start && sorted.indexOf(other) < index),
    );
  });
}

const itemLine =
  /^\s*(?:[（(]?\d{1,2}[.、）)．]|[①-⑳]|[一二三四五六七八九十]{1,2}(?:是|、)|[（(][一二三四五六七八九十][）)]|第[一二三四五][，,、]|[-•·●*])/;

function endOfValue(text: string, heading: Heading, limit: number, outline: Outline): number {
  const until = (pattern: RegExp) => {
    const at = text.slice(heading.value, limit).search(pattern);
    return at < 0 ? limit : heading.value + at;
  };
  if (heading.slot.type === 'name') {
    const around = /^[^，,。；;\n]{2,20}?(?=(?:为|这一|这条|这个)[\p{Script=Han}]{2})/u.exec(
      text.slice(heading.value, limit),
    );
    const plain = until(/[，,。；;！!\n]/);
    const before = text.slice(Math.max(0, heading.value - 2), heading.value);
    return /以$|围绕$|突出$|紧扣$/.test(before) && around ? heading.value + around[0].length : plain;
  }
  // the first line, then every line that goes on with the list
  let end = heading.value;
  let first = true;
  for (const line of text.slice(heading.value, limit).split(/(?<=\n)/)) {
    if (!first && line.trim() !== '' && !itemLine.test(line)) break;
    if (line.trim() !== '') first = false;
    end += line.length;
  }
  const value = text.slice(heading.value, end);
  if (isTitles(heading.slot) && value.includes('》')) return heading.value + value.lastIndexOf('》') + 1;
  return heading.value + toldAfter(value, outline);
}

/** 党课题目: of what is said about them only the titles are the value. */
const isTitles = (slot: Slot) => slot.type === 'list' && /题目/.test(slot.label);

/** A list ends where a sentence tells a figure: …不强。党课14次. */
function toldAfter(value: string, outline: Outline): number {
  const figures = outline.slots.filter((slot) => slot.type === 'figure');
  const sentence = splitSentences(value).find(
    (one) =>
      one.start > 0 &&
      /[。！!]/.test(value.slice(Math.max(0, one.start - 1), one.start)) &&
      one.text.length <= 30 &&
      !itemLine.test(one.text) &&
      /\d\s*(?:次|场|个|人|名|期|万|亿|%)/.test(one.text) &&
      (findMentions(one.text, figures)[0]?.start ?? 99) <= 6,
  );
  return sentence?.start ?? value.length;
}

const noValue =
  /^(?:什么|啥|哪|谁|多少|怎么|不是|没有?$|无$|空|待定|不清楚|不知道)|^(?:万亿|亿|千万|百万|万|千)?(?:元|人次|次|人|名|户|个|项|%|％)[）)]?$|[?？吗]\s*$/;

/** What words amount to as this slot's value; null when they say nothing. */
export function textValue(raw: string, slot: Slot): FactValue | null {
  const text = raw.trim().replace(/^[：:，,\s]+|[，,；;\s]+$/g, '');
  if (text === '' || noValue.test(text) || text.replace(/[^\p{L}]/gu, '').length < 2) return null;
  if (slot.type === 'name') {
    const name = text
      .replace(/[。.！!]+$/, '')
      .replace(/(?:吧|啊|哈|呢|哦|了)$/, '')
      .replace(/^[“"「](.+)[”"」]$/, '$1');
    return name.length > 40 || /^(?:很|非常|十分|比较|不|没|要求)/.test(name) ? null : { type: 'text', text: name };
  }
  const titles = isTitles(slot) ? text.match(/《[^》]+》/g) : null;
  if (titles) return { type: 'list', items: titles };
  if (slot.type === 'list') return { type: 'list', items: splitItems(text) };
  return { type: 'text', text };
}

/** The whole message as the answer to a question for words. */
export function readAnswer(text: string, slot: Slot): ReadFact | null {
  const bare = text
    .trim()
    .replace(
      /^(?:嗯+|哦|那就?|就|应该|我觉得|就写|写|填|叫|是|为|主要是|主要有|有|：|:)+(?=[\p{Script=Han}《“])/u,
      (words) => (slot.type === 'name' || words.length <= 2 ? '' : words),
    );
  const called = slot.type === 'name' ? /(?:叫做?|名称是|全称是)([^，。；\n]{2,40})$/.exec(bare)?.[1] : undefined;
  if (called)
    return {
      slot: slot.id,
      value: { type: 'text', text: called.trim() },
      words: text.trim().slice(0, 120),
      correction: false,
    };
  const value = slot.type === 'name' ? textValue(bare.split(/[\n。]/)[0] ?? '', slot) : textValue(bare, slot);
  return value && { slot: slot.id, value, words: text.trim().slice(0, 120), correction: false };
}
