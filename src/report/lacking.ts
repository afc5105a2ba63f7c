// What a wish about a text asks for and nobody gave: deeds of the reporter's own, a topic nothing is known of. Looks at facts and labels; writes no word.
import type { Facts } from './fact.ts';
import { type Outline, type Section, slotOf } from './outline.ts';
import { itemsOf } from './telling.ts';
import { tokensIn } from './token.ts';

/** 突出我个人做了什么, 说说局长自己干了啥: what the reporter did in person. */
const inPerson =
  /(?:我|本人|个人|自己|局长|书记|领导|主要负责人)[^，。；]{0,6}(?:做|干|抓|办|亲自)|亲自|个人(?:作用|贡献|工作)|突出(?:我|本人|个人|自己)/u;
/** 补一句关于青年干部的, 加上调研方面的内容. */
const about =
  /(?:补|加|添|增加|补充|写上?)(?:上|进|入)?(?:一句|一段|几句|一点|些|点)?(?:话)?(?:关于|有关|写写|说说)?([\p{Script=Han}]{2,10}?)(?:方面)?的?(?:内容|情况|事情?|话)?(?=[，。；！\s]|$)/u;
/** Nothing but that is asked for, and it is surely a topic: 补一句…, 加上…方面的内容. */
const only =
  /(?:补|加|添|增加|补充)(?:上|进|入)?(?:(?:(?:一|几|两)(?:句|段|笔)|一?[点些])话?(?:关于|有关|讲讲?|说说?|写写?)?|关于|有关)[\p{Script=Han}“”]{2,14}?(?:方面|这块|这一块)?的?(?:内容|情况|事情?|话|工作)?[。！!\s]*$|(?:补|加|添|增加|补充)(?:上|进|入)?[\p{Script=Han}“”]{2,14}?(?:方面|这块|这一块)的?(?:内容|情况|事情?|话|工作)[。！!\s]*$/u;
const vague =
  /^(?:强|深|快|大|一句|一点|内容|数据|数字|细节|文字|事例|例子|亮点|特色|自己|感情|力度|什么|进去|上去|具体|实在)/u;

export interface Lack {
  type: 'deeds' | 'topic';
  /** '' for deeds. */
  topic: string;
  /** Labels of the reporter's own deeds that are there. */
  used: string[];
  /** Without it there is nothing to rewrite. */
  wholly: boolean;
}

interface Standing {
  section: Section;
  outline: Outline;
  facts: Facts;
  /** The text that stands. */
  current?: string;
}

/** Undefined when nothing is lacking; deeds are told of even where some are there. */
export function lackOf(wish: string, { section, outline, facts, current = '' }: Standing): Lack | undefined {
  if (inPerson.test(wish)) {
    const used = ownDeeds(section, outline, facts);
    return { type: 'deeds', topic: '', used, wholly: used.length === 0 };
  }
  const topic = about
    .exec(wish)?.[1]
    ?.replace(/^(?:关于|有关)/u, '')
    .replace(/的$/u, '');
  if (topic === undefined || [...topic].length < 2 || vague.test(topic)) return undefined;
  if (knows(topic, outline, facts, current)) return undefined;
  return { type: 'topic', topic, used: [], wholly: only.test(wish) };
}

export function isMine(id: string, outline: Outline, facts: Facts): boolean {
  const deed = facts[id]?.deed;
  if (deed !== undefined) return deed === 'self';
  const slot = slotOf(outline, id);
  return slot?.type === 'figure' && /您(?:本人)?亲自|您带队/u.test(slot.question);
}

function ownDeeds(section: Section, outline: Outline, facts: Facts): string[] {
  return section.slots.flatMap((id) => {
    const slot = slotOf(outline, id);
    const fact = facts[id];
    if (!slot || fact === undefined || fact.value.type === 'omitted') return [];
    return isMine(id, outline, facts) || (/您/u.test(slot.question) && fact.deed === undefined) ? [slot.label] : [];
  });
}

/** Whether anything given, or told here already, is about it: half of the topic's pairs of characters. */
function knows(topic: string, outline: Outline, facts: Facts, current: string): boolean {
  const told = new Set(tokensIn(current));
  const given = outline.slots
    .flatMap((slot) => {
      const value = facts[slot.id]?.value;
      if (value === undefined || value.type === 'omitted') return told.has(slot.id) ? [slot.label] : [];
      return [slot.label, ...slot.keywords, ...itemsOf(value)];
    })
    .join('\n');
  return speaksOf(`${given}\n${current}`, topic);
}

/** Whether a text says half of the topic's pairs of characters. */
export function speaksOf(text: string, topic: string): boolean {
  const chars = [...topic];
  const pairs = chars.slice(1).map((char, at) => `${chars[at]}${char}`);
  return pairs.filter((pair) => text.includes(pair)).length >= pairs.length / 2;
}
