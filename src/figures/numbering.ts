// Numbering and ranks: 一是, （二）, 1., 第三点, 第15次, 全省前三. Says which of them number only the text itself.
import type { Rule } from './rule.ts';

export const numberingRules: Rule[] = [
  { kind: 'ordinal', pattern: /[1-9][.．](?=[\u4e00-\u9fff])/y, after: /[\u4e00-\u9fff]$/ },
  { kind: 'ordinal', pattern: /[二三四五六七八九十](?=是)/y, after: /[一二三四五六七八九]是$/ },
  {
    kind: 'ordinal',
    pattern: /\d{1,3}(?:[、－—-]\d{1,3}){0,12}/y,
    after: /(?:附件|附表|附图|专栏|编号|序号|No\.?|NO\.?|№|(?:^|[\s，。；：（(]|详见|参见)[图表])\s?$/,
  },
  {
    kind: 'ordinal',
    pattern: /[一二三四五六七八九十]{1,3}(?=[是要])/y,
    after: /(?:^|[\s，。；：、！？,;:“”（）)\].…—]|\d)$/,
  },
  {
    kind: 'ordinal',
    pattern: /[一二三四五六七八九十]{1,3}(?=、|．|\.(?!\d))/y,
    after: /(?:^|[\s。；：！？;:“”》）)\]])$/,
  },
  {
    kind: 'ordinal',
    pattern:
      /\d{1,2}(?:[、．](?!\d)|\.(?![\dOolI]|\s*\d)|[)）](?=[\u4e00-\u9fff]))(?=[\s\u4e00-\u9fff“《【「A-Za-z]|$)/y,
    after: /(?:^|[\s。；：！？;:）”》])$/,
  },
  {
    kind: 'ordinal',
    pattern:
      /\d{1,2}(?:\.\d{1,2}){2,3}(?=\s*[\u4e00-\u9fff])|\d{1,2}\.\d{1,2}(?=\s+[\u4e00-\u9fff])(?!\s*[万亿个次人元件项名家户倍条年月天小公亩吨平])/y,
    after: /(?:^|\n)\s{0,4}$/,
  },
  { kind: 'ordinal', pattern: /[一二三四五六七八九十]{1,3}(?=[)）])/y, after: /[（(]$/ },
  { kind: 'ordinal', pattern: /\d{1,2}(?=[)）])/y, after: /(?:^|[\s。；：，、！？;:,“”》）)])[（(]$/ },
  { kind: 'ordinal', pattern: /[一二三四五六七八九十]{1,4}届(?!时)|\d{1,2}届(?!时)/y, notAfter: /(?:连续|历经|过去)$/ },
  {
    kind: 'ordinal',
    pattern: /[一二三四五六七八九十]{1,3}次(?=全会|会议|全体|党代会|代表大会)/y,
    after: /(?:届|[会委党大协])$/,
  },
];

/** 第三, 第15次, 第六、七次, 第3—5条: the whole ordinal with its noun; `structural` for parts of a text. */
const ORDINAL =
  /第\s*(?:\d{1,6}|[〇零一二两三四五六七八九十百千万]{1,8})(?:\s*[、—\-至到和及]\s*第?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})(?=[^\d.%万亿年月元]|$)){0,12}(?:个部分|部分|大点|小点|方面|季度|产业|点|条|章|节|段|句|款|项|页|稿|版|次|届|批|期|轮|名|位|个|号|组|场|类|级|年|天|周)?/y;
const STRUCTURAL = /(?:部分|大点|小点|点|条|章|节|段|句|款|页|稿|版)$/;

export function ordinalAt(plain: string, i: number): { end: number; structural: boolean } | null {
  ORDINAL.lastIndex = i;
  const match = ORDINAL.exec(plain)?.[0];
  return match ? { end: i + match.length, structural: STRUCTURAL.test(match) } : null;
}

/** 全省前三, 前十名: a rank, not a count. */
const RANK = /(?:\d{1,3}|[一二三四五六七八九十百]{1,3})(?:(?:名|位|强)(?!次)|(?=$|[\s，。；、）)]))/y;
const RANKED = /(?:^|[^目以之提此日年当超天月])前$/;

/** The end of a rank that begins at `i`, 0 for none. */
export function rankAt(plain: string, i: number, before: string): number {
  RANK.lastIndex = i;
  const rank = RANKED.test(before) ? RANK.exec(plain)?.[0] : undefined;
  return rank ? i + rank.length : 0;
}
