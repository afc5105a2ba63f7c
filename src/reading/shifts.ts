// Words that make a number someone else's or another time's: a branch, a district, half a year. Pure; what stands as a heading holds for all below it.
import type { Slot } from '../report/outline.ts';

const branch =
  /(?<!各|所|个|全部|\d|下设|有)(?:第?[一二三四五六七八九十\d]+|机关|离退?休?|退休|在职|老干部?|局属|直属|办公室|[\p{Script=Han}][科处]|某|我们?|本|所在)(?:党)?支部(?!书记|们)/u;
const period =
  /上半年|下半年|前[一二三四1-4]?个?季度|[一二三四1-4]季度|(?:前|近)[两三四五六七八九十\d]{1,2}(?:个月|年|周|天)|[两三四五\d]年来|截至?(?!12月)\d{1,2}月|[1-9]\d?[—\-~～至到](?!12月)\d{1,2}月|(?<![\d—\-~～至到.])(?:[1-9]|1[01])月(?:份|底|初|末|中旬|上旬|下旬)?(?!\d)|(?<![十一二三四五六七八九])(?:[一二三四五六七八九]|十一?)月(?:份|底|初|末)|(?:本|上|当|这个?|上个)(?:月|季度?|周)|今天|昨天|当天|当日|(?:国庆|春节|元旦|五一|端午|清明|中秋|双节|节日|小长)(?:期间|假期|长假|节|小?长假|黄金周)?|黄金周|假期|暑[期假]|寒假|同期|十[三四五]五(?:期间|以来)|历年|任期内|(?:到任|上任|任职)(?:以来|后)/u;
const place =
  /市本级|市级|市直|区级|区直|县级|县本级|本级|各?县区|各?县市区|区县|各县|全省|省里|省级|省本级|全国|国家级|某[县市区镇乡局]|(?:[\p{Script=Han}]{1,2}(?<![全我各本]))(?:县|区|镇|乡|街道)(?=[\s：:，,]|$)|隔壁|兄弟单位|其他单位|外单位|其中[^，。；]{0,6}支部/u;

/** From here on it is the whole again. */
const wholeOfPlace =
  /各支部|全局|全市|全院|全校|全县|全区|全部|合计|一共|共计|总共|加起来|合起来|个(?:党)?支部|我局|我院/g;
const wholeOfYear = /全年|今年(?!上|下|前|[一二三四1-4]季)|年度|1[—\-~～至到]12月|截至目前|12月底/g;

/** Where the last hit ends, 0 without one. */
const afterLast = (text: string, pattern: RegExp) => {
  let at = 0;
  for (const hit of text.matchAll(pattern)) at = hit.index + hit[0].length;
  return at;
};

/** The word in `text` that narrows whatever number follows, as long as nothing after it names the whole; '' for none. */
export function shiftIn(text: string, slot?: Slot): string {
  const phrases = slot ? [slot.label, slot.question, ...slot.keywords] : [];
  const own = (hit: string) =>
    phrases.some((phrase) => phrase.includes(hit) || (/支部/.test(phrase) && hit.includes(phrase)));
  const afterPlace = text.slice(afterLast(text, wholeOfPlace));
  const afterYear = text.slice(afterLast(text, wholeOfYear));
  const hits = [branch.exec(afterPlace)?.[0], place.exec(afterPlace)?.[0], period.exec(afterYear)?.[0]];
  return hits.find((hit) => hit !== undefined && !own(hit)) ?? '';
}

/** Whether these words speak of the whole and so end what a heading said. */
export const endsShift = (text: string) => afterLast(text, wholeOfPlace) + afterLast(text, wholeOfYear) > 0;
