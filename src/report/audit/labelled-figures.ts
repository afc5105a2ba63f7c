// A figure with what it counts: the words before it, the noun behind it, its scope. Guesses from the clause; judges nothing.
import { valueOf as boundsOf, type Quantity } from '../../figures/index.ts';
import type { AuditFinding } from './finding.ts';
import { findingAt, type SceneParagraph } from './scene.ts';

export interface LabelledFigure {
  paragraph: SceneParagraph;
  start: number;
  end: number;
  text: string;
  quantity: Quantity;
  /** Place of its sentence and clause in the paragraph. */
  sentence: { start: number; end: number };
  clause: number;
  /** What it counts, without verbs that change nothing; '' where it cannot be told. */
  label: string;
  /** 全市, 市本级, 其中, 上年…: said before it in its clause. */
  scope: string;
}

const NEUTRAL =
  /^(?:其中|此外|同时|另外|并|共|累计|全年|年内|今年|一年来|本年度?|20\d{2}年(?:度|全年)?|先后|已|共计|总计|合计|现有|开展|组织开展|组织|举办|召开|完成|实现|进行|围绕|聚焦|规范|扎实|深入|集中|专门|认真|我|我们|全体|共组织|累计开展|截至\S{1,8}(?:底|日|月末)|[：:])+/u;
const TRAILING =
  /(?:完成|实现|达到|达|为|是|共计|总计|合计|累计|共|约|近|超过|超|已|有|了|到|至|仅|就|增长|增加|下降|减少|同比|较上年|比上年|提高|上升)+$/u;
const NOUN = /^(?:的)?([\p{Script=Han}]{2,8}?)(?=[，。；、：！？（）“”《》\d]|的|和|与|并|等|，|$)/u;
const SCOPE =
  /全市|市本级|全区|区本级|全县|县本级|全省|全国|全局|全系统|全镇|全街道|各支部|各科室|本人|我|其中|每|平均|人均|户均|上年|去年|上年度|前年|今年|上半年|下半年|第[一二三四]季度|[一二三四]季度|\d{1,2}月|20\d{2}年|计划|目标|预算|累计|新增|当年|本月|截至|左右|剩余|其余/gu;

/** Whose figures a sentence tells: 市审计局…, 城东街道…. */
const SUBJECT =
  /(?:全(?:国|省|市|区|县|镇|乡|街道|村|局|系统|校|院|公司|集团)|\p{Script=Han}{1,8}?(?:局|区|县|市|镇|乡|街道|村|公司|集团|支部|学校|医院|社区))/u;

/** All figures of a paragraph in order. */
export function labelledFigures(paragraph: SceneParagraph): LabelledFigure[] {
  const { text } = paragraph;
  let last = 0;
  return paragraph.spans.flatMap(({ start, end, text: slice, quantity }): LabelledFigure[] => {
    // 亿元以上项目: a class, no count.
    if (!quantity || !/[\d一二两三四五六七八九十几]/u.test(slice)) return [];
    const sentence = { start: startOf(text, start, '。！？\n'), end: endOf(text, end, '。！？\n') };
    const clause = startOf(text, start, '，。；：！？\n');
    const before = text.slice(Math.max(last, startOf(text, start, '，。；：、！？“”（）\n')), start);
    last = end;
    const scope = [
      SUBJECT.exec(text.slice(sentence.start, Math.min(start, sentence.start + 40)))?.[0] ?? '',
      text.slice(sentence.start, clause).includes('其中') ? '其中' : '',
      ...(text.slice(clause, start).match(SCOPE) ?? []),
    ].join(' ');
    const label = labelOf(before, text.slice(end, end + 12));
    return [{ paragraph, start, end, text: slice, quantity, sentence, clause, label, scope }];
  });
}

function labelOf(before: string, after: string): string {
  const subject = before.replace(TRAILING, '').replace(NEUTRAL, '').trim();
  const noun = NOUN.exec(after)?.[1] ?? '';
  const counted = /^(?:同比|增长|下降|其中|以上|以下|左右|完成|达到|占|比|较|为|在|由|均|已|全部)/u.test(noun)
    ? ''
    : noun;
  // 中心组理论学习专题12个开展…: the subject says it all.
  if ([...subject].length >= 4) return subject;
  return subject === '' ? counted : counted === '' ? subject : `${subject}·${counted}`;
}

/** Behind the last of these marks before a place. */
function startOf(text: string, before: number, marks: string): number {
  let at = before;
  while (at > 0 && !marks.includes(text.charAt(at - 1))) at--;
  return at;
}

function endOf(text: string, from: number, marks: string): number {
  let at = from;
  while (at < text.length && !marks.includes(text.charAt(at))) at++;
  return at;
}

export const isRate = ({ quantity }: LabelledFigure): boolean => /^(?:%|‰|个百分点|百分点|倍)$/u.test(quantity.unit);

export const baseUnit = ({ quantity }: LabelledFigure): string => boundsOf(quantity).unit;

export const isExact = ({ quantity }: LabelledFigure): boolean =>
  quantity.approximation === '' && quantity.to === undefined;

export const between = (a: LabelledFigure, b: LabelledFigure): string => a.paragraph.text.slice(a.end, b.start);

/** A finding from one figure to another. */
export function acrossFigures(
  from: LabelledFigure,
  to: LabelledFigure,
  found: Omit<Parameters<typeof findingAt>[3], 'clause'>,
): AuditFinding {
  return findingAt(from.paragraph, Math.min(from.start, to.start), Math.max(from.end, to.end), found);
}
