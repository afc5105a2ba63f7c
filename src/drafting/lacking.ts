// What a rewriting wish asks for and the material does not hold, said plainly with what to tell. Looks at facts and labels; writes no text.
import type { Facts } from '../report/fact.ts';
import { type Outline, type Section, slotOf } from '../report/outline.ts';
import { itemsOf } from '../report/telling.ts';
import { tokensIn } from '../report/token.ts';
import { isMine } from './check-style.ts';

const SHOWN = 4;

/** 突出我个人做了什么, 说说局长自己干了啥: what the reporter did in person. */
const inPerson =
  /(?:我|本人|个人|自己|局长|书记|领导|主要负责人)[^，。；]{0,6}(?:做|干|抓|办|亲自)|亲自|个人(?:作用|贡献|工作)|突出(?:我|本人|个人|自己)/u;
/** 补一句关于青年干部的, 加上调研方面的内容. */
const about =
  /(?:补|加|添|增加|补充|写上?)(?:上|进|入)?(?:一句|一段|几句|一点|些|点)?(?:话)?(?:关于|有关|写写|说说)?([\p{Script=Han}]{2,10}?)(?:方面)?的?(?:内容|情况|事情?|话)?(?=[，。；！\s]|$)/u;
const vague = /^(?:一句|一点|内容|数据|数字|细节|文字|事例|例子|亮点|特色|自己|感情|力度|什么|进去|上去)/u;

/** '' when nothing is lacking. `current`: the text that stands. */
export function lackingFor(
  wish: string,
  { section, outline, facts, current = '' }: { section: Section; outline: Outline; facts: Facts; current?: string },
): string {
  if (inPerson.test(wish)) return ownDeeds(section, outline, facts);
  const topic = about
    .exec(wish)?.[1]
    ?.replace(/^(?:关于|有关)/u, '')
    .replace(/的$/u, '');
  if (topic === undefined || [...topic].length < 2 || vague.test(topic)) return '';
  return knows(topic, outline, facts, current)
    ? ''
    : `手里没有“${topic}”的材料，没有编。有什么具体的事告诉我，我再写进去。`;
}

function ownDeeds(section: Section, outline: Outline, facts: Facts): string {
  const mine = section.slots.flatMap((id) => {
    const slot = slotOf(outline, id);
    const fact = facts[id];
    if (!slot || fact === undefined || fact.value.type === 'omitted') return [];
    return isMine(id, outline, facts) || (/您/u.test(slot.question) && fact.deed === undefined) ? [slot.label] : [];
  });
  const more = '本人还做了什么，告诉我（比如“我……”），我再写进去。';
  if (mine.length === 0) return `手里没有写明是本人做的事，没有编。${more}`;
  return `手里写明是本人做的只有${mine.slice(0, SHOWN).join('、')}${mine.length > SHOWN ? '等' : ''}，只用了这些。${more}`;
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
  const chars = [...topic];
  const pairs = chars.slice(1).map((char, at) => `${chars[at]}${char}`);
  return pairs.filter((pair) => given.includes(pair) || current.includes(pair)).length >= pairs.length / 2;
}
