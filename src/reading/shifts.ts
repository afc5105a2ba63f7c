// Words that make a number someone else's, another time's, a plan or a stock: a branch, a district, half a year, 明年, 现有. Pure; what a slot says of itself is no shift.
import type { Slot } from '../report/outline.ts';

export interface Shift {
  kind: 'place' | 'period' | 'plan' | 'stock';
  word: string;
}

const branch =
  /(?<!各|所|个|全部|\d|下设|有)(?:第?[一二三四五六七八九十\d]+|机关|离退?休?|退休|在职|老干部?|局属|直属|办公室|[\p{Script=Han}][科处]|某|我们?|本|所在)(?:党)?支部(?!书记|们)/u;
const place =
  /市本级|市级|市直|区级|区直|县级|县本级|本级|各?县区|各?县市区|区县|各县|全省|省里|省级|省本级|(?:中央|上级)(?:财政|专项|补助|转移|下达|安排|资金|预算内)|全国|国家级|某[县市区镇乡局]|(?:[\p{Script=Han}]{1,2}(?<![全我各本小社景园片郊辖街灾特学库地城下]))(?:县|区|镇|乡|街道)(?=[\s：:，,]|$)|隔壁|兄弟单位|其他单位|外单位|其中[^，。；]{0,6}支部/u;
const period =
  /上半年|下半年|前[一二三四1-4]?个?季度|[一二三四1-4]季度|(?:前|近)[两三四五六七八九十\d]{1,2}(?:个月|年|周|天)|[两三四五\d]年来|截[至止]?(?!12月)\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}日)?|[1-9]\d?月?[—\-~～至到](?!12月)\d{1,2}月|(?<![\d—\-~～至到.])(?:[1-9]|1[01])月(?:份|底|初|末|中旬|上旬|下旬)?(?!\d)|(?<![十一二三四五六七八九])(?:[一二三四五六七八九]|十一?)月(?:份|底|初|末)|\d{1,2}月当月|(?:本|上|当|这个?|上个)(?:月|季度?|周)|今天|昨天|当天|当日|(?:国庆|春节|元旦|五一|端午|清明|中秋|双节|节日|小长)(?:期间|假期|长假|节|小?长假|黄金周)?|黄金周|假期|暑[期假]|寒假|同期|十[三四五]五(?:期间|以来)|历年|任期内|(?:到任|上任|任职)(?:以来|后)/u;
const plan =
  /已报|已收到|已统计|已汇总|报上来|部分(?:支部|单位|科室|县区)|如果|假如|要是|假设|算上|明年|来年|下一?年度?|下一步|下步|计划|拟(?=[\p{Script=Han}])|力争|争取|目标|预计|准备|打算|(?:年度|全年|今年|上级|下达的?)任务(?!清单)|任务(?:数|是|为|指标)?(?=\d|$|，)|年初预算|预算(?=\d|[^，。；]{0,3}\d)|预算数|预算安排|(?<!按照?|有关|严格)要求|应(?:当)?(?:完成|达到|开展)/u;
const stock = /现有|共有|总藏书|拥有|累计(?=建成|建|有)|存量|在册|已有|目前有|达到?$/u;
const flow = /新增|新评|新认定|新建|新改建|新入|修缮|引进|今年/u;

/** From here on it is the whole again. */
const wholes: Record<Shift['kind'], RegExp> = {
  place:
    /各支部|全局|全市|我市|全院|全校|全县|全区|全部|合计|一共|共计|总共|加起来|合起来|(?<![公])共(?=[\s\d约]|$)|个(?:党)?支部|我局|我院|(?<![\p{Script=Han}])(?:而)?我们(?!支部|党支部|科|处|这个)/gu,
  period: /全年|今年(?!上|下|前|[一二三四1-4]季)|年度|1(?:月)?[—\-~～至到]12月|截至目前|12月底/g,
  plan: /实际|最后|最终|结果|已(?:经)?(?=完|开|建|办|组|举|实|召)/g,
  stock: /新增|新评|新认定|新建|修缮|今年(?!末|底)/g,
};
/** So does this in a later clause than the one that shifted. */
const resumed: Record<Shift['kind'], RegExp> = {
  ...wholes,
  plan: /实际|最后|最终|结果|我局|我院|我们|已|完成|实现|建成|今年(?!计划|目标|任务|要)/g,
};

/** Where the last hit ends, 0 without one. */
const afterLast = (text: string, pattern: RegExp) => {
  let at = 0;
  for (const hit of text.matchAll(pattern)) at = hit.index + hit[0].length;
  return at;
};

const patterns: [Shift['kind'], RegExp][] = [
  ['place', branch],
  ['place', place],
  ['period', period],
  ['plan', plan],
  ['stock', stock],
];

/** Whether the slot asks for what came to be this year, not for what there is. */
export const asksForNew = (slot: Slot) =>
  /建成/.test(slot.question) || flow.test(slot.label + slot.question.replace(/今年/g, ''));

/** 全省第三, 高于全省平均: measured against others, not theirs. */
export const rank =
  /(?:规模|总量|增幅|增速)?(?:排名?|位居|位列|居|列)?(?:全国|全省|全市|全区|全县)?(?:排名?|位居|位列|居|列)?第[一二三四五六七八九十\d]{1,3}(?:[位名]|(?=[，,。；;\s）)]|$))|(?:高于|低于|好于|快于|超过)(?:全国|全省|全市|全区|全县)/g;

/** What in `text` narrows whatever number follows, as long as nothing after it names the whole. */
export const shiftIn = (said: string, slot?: Slot): Shift | undefined => shiftsIn(said, slot)[0];

/** As `shiftIn`, one of each kind. */
export function shiftsIn(said: string, slot?: Slot): Shift[] {
  const found: Shift[] = [];
  const text = said.replace(rank, '').replace(/(?:昨天|今天|上周|上个?月|上次)(?:报|说|给|发|写)(?:你|您)?的?/g, '');
  const phrases = slot ? [slot.label, slot.question, ...slot.keywords] : [];
  const own = (hit: string) =>
    phrases.some((phrase) => phrase.includes(hit) || (/支部/.test(phrase) && hit.includes(phrase)));
  for (const [kind, pattern] of patterns) {
    if (kind === 'stock' && (!slot || !asksForNew(slot) || flow.test(text))) continue;
    const word = pattern.exec(text.slice(afterLast(text, wholes[kind])))?.[0];
    if (word && !own(word) && !found.some((one) => one.kind === kind)) found.push({ kind, word });
  }
  return found;
}

/** Whether words of a later clause end what was said before them. */
export const ends = (shift: Shift, text: string) => afterLast(text, resumed[shift.kind]) > 0;

/** Whether these words speak of the whole. */
export const namesWhole = (text: string) => afterLast(text, wholes.place) + afterLast(text, wholes.period) > 0;

export function reasonOf({ kind, word }: Shift): string {
  if (kind === 'plan') return `话里有“${word}”，是实际完成的数吗？`;
  if (kind === 'stock') return `“${word}”说的是一共有多少，这里要的是今年新的，对吗？`;
  return `说的是“${word}”的数，这里要的是合计吗？`;
}
