// What a stretch of words says that nothing accounts for: neither the slot's own words nor harmless ones. Pure; the heart of “placed only if all said is understood”.
import type { Slot } from '../report/outline.ts';
import { harmless, longestHarmless } from './harmless-words.ts';
import { rank } from './shifts.ts';

/** Purpose and manner before the deed (围绕学习贯彻…精神开展…), numbering, dates of the whole year: taken out before looking. */
const phrases = [
  /(?:围绕|聚焦|紧扣|按照|依托|结合|立足|根据|针对|为了|坚持|落实|贯彻)[^，,。；;：:\n\d]{2,40}?(?=开展|组织|召开|举办|举行|进行|完成|推进|实施)/gu,
  /^[\s]*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/gu,
  /(?:截至|截止|到|至)?(?:20\d{2}年|当年|今年)?(?:12月(?:31日|底|末)?|十二月底?)(?=[，,。；;\s的]|止|为止|底|末|全|累计|共|$)/gu,
  /(?:1|一)(?:月)?(?:份)?[—–\-~～至到](?:12|十二)月份?/gu,
  rank,
  /(?:昨天|今天|上周|上次)(?:报|说|给|发|写)(?:你|您)?的?/gu,
  /有误/gu,
  /观众(?=参观)/gu,
  // 压到了6.9天, 拿下了38项: a deed brought to its end, unless it takes away
  /(?<![支分各])[^，\P{Script=Han}减退撤停关剩转调划迁移拆流取欠缺落掉留省丢压走年月日季间科处部局县区镇乡院校市级](?:到了|下了|出了|成了|完了|好了)(?=，)/gu,
  /[压控]到了(?=，)/gu,
  /送出去?(?=(?:外出)?进修)/gu,
  /(?:发生|有)了?变[化动](?=[，,])/gu,
  /(?:外派)?(?:[到去赴]上级医院)?(?=进修)/gu,
  /突破[^，。；\n]{0,14}(?:大关|关口|台阶|门槛)/gu,
  /[“”"'‘’《》]/gu,
];

/** All that a slot says of itself. */
export function wordsOf(slot: Slot): string {
  const known = said.get(slot);
  if (known !== undefined) return known;
  const words = [slot.label, ...slot.keywords, slot.question, slot.unit ?? '', ...(slot.units ?? [])].join('\n');
  said.set(slot, words);
  return words;
}
const said = new WeakMap<Slot, string>();

const counts = /[\p{L}]/u;

/**
 * The characters of `stretch` nobody accounts for, in order, as runs; none when all is understood. `words`: whose substrings
 * of two characters or more explain it, beside the harmless words. `year`: the report's.
 */
export function unexplained(stretch: string, words: string, year: number): string[] {
  let text = stretch.replaceAll(`${year}年度`, '，').replaceAll(`${year}年`, '，');
  for (const phrase of phrases) text = text.replace(phrase, (hit) => '，'.repeat(hit.length));
  const chars = [...text];
  if (chars.length !== text.length) text = chars.map((char) => (char.length > 1 ? '，' : char)).join('');
  const size = text.length;
  // least cost from each place to the end: an unexplained character costs 10, a word 1 so that long ones win
  const cost = new Array<number>(size + 1).fill(0);
  const step = new Array<number>(size + 1).fill(1);
  const open = new Array<boolean>(size + 1).fill(false);
  for (let at = size - 1; at >= 0; at--) {
    const char = text[at] ?? '';
    const free = !counts.test(char);
    const single = words.includes(char) ? 3 : 10;
    cost[at] = (cost[at + 1] ?? 0) + (free ? 0 : single);
    open[at] = !free && single === 10;
    step[at] = 1;
    if (free) continue;
    // no longer stretch is said where a shorter one is not
    let alive = true;
    for (let length = 1; at + length <= size && length <= 14; length++) {
      const word = text.slice(at, at + length);
      const said = length >= 2 && alive && words.includes(word);
      if (length >= 2 && !said) alive = false;
      if (!alive && length > longestHarmless) break;
      const known = said || (length <= longestHarmless && harmless.has(word));
      if (!known) continue;
      const total = (cost[at + length] ?? 0) + 1;
      if (total >= (cost[at] ?? 0)) continue;
      cost[at] = total;
      step[at] = length;
      open[at] = false;
    }
  }
  const runs: string[] = [];
  let run = '';
  for (let at = 0; at < size; at += step[at] ?? 1) {
    if (open[at]) run += text[at];
    else if (run !== '') {
      runs.push(run);
      run = '';
    }
  }
  if (run !== '') runs.push(run);
  return runs;
}
