// An office that tells what it is there for (文物科今年修缮文物17处, 国库这块支出…) narrows nothing; a branch, a ward or a subordinate house does. Pure.
import type { Placed } from './placement.ts';

const blanked = (hit: string) => '，'.repeat(hit.length);

/** Offices whose business is the whole house; none of them is a part of what is counted. */
const reporters =
  /(?<=^|，)\s*(?:国库|预算|税政|综合|人事|组织人事|办公室|局办|党办|机关党委|纪检|纪检组|财务|医务|科教|公卫|统计|法规|信息)科?(?:这边|那边|这块|那块|这里|这儿)的?/g;
/** Their own branch may have done it. */
const branchless = /(?<=^|，)\s*机关党委(?:这边|那边|这块|那块|这里|这儿)的?/g;
const ownField = /(?<=^|，)\s*(\p{Script=Han}{2,4})[科处办](?=今年|全年|一共|总共|共|这边|那边)/gu;
const house = /(?<=^|，)\s*(?:我们)?局?机关(?=一共|总共|现?共有|合计)/g;
const others = /下属|直属|局属|二级|事业|所属|离退|退休|基层单位/;

export const withoutReporter = (words: string) => words.replace(reporters, blanked);

/** `words` around the figure without the office that tells it, as long as the message tells no other part of the same. */
export function withoutOffice(words: string, { slot, said }: Placed, text: string): string {
  const phrases = /您|本人/.test(slot.question) ? [] : [slot.label, ...slot.keywords];
  const wider = new RegExp(
    `(?:全[市局院县区校省]|我市|我局|我院|合计|总共|其他|其余)[^，。；\\n\\d]{0,10}[\\d.]+[万亿]?${said.quantity.unit}`,
  ).test(text);
  const told = words
    .replace(/支部/.test(slot.label + slot.question) ? branchless : reporters, blanked)
    .replace(ownField, (hit, stem) =>
      !wider && phrases.some((phrase) => phrase.startsWith(stem)) ? blanked(hit) : hit,
    );
  return others.test(text) ? told : told.replace(house, blanked);
}
