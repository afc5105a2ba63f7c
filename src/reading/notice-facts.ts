// What a notice demands, read out of its words: kind, year, length, share, deadline, to whom, form. Pure; a demand it cannot read is left out.
import type { Notice } from '../conversation/task-command.ts';
import { type DueSaid, findDue } from '../report/due.ts';
import { plainDigits, readCopies, readLength, readMinutes, readShare } from '../report/requirement.ts';
import type { ReadRequest } from './port.ts';

const title = /关于[^。\n]{2,60}?(?:通知|函|方案|安排|要求)/u;
const day =
  /(?:20[0-9]{2}年\s*)?[0-9一二三四五六七八九十]{1,3}月\s*[0-9一二三四五六七八九十]{1,3}[日号]|(?:本|这|下)?(?:周|星期|礼拜)[一二三四五六日天]/gu;
/** 本周五（1月9日）: the date says it better. */
const weekdayOfDate = /(?:本|这|下)?(?:周|星期|礼拜)[一二三四五六日天]\s*[（(]\s*([0-9]{1,2}月[0-9]{1,2}日)\s*[）)]/gu;
const sentenceEnd = /[。；;\n]/u;
const handIn = /报|交|送|反馈|发/u;
const office =
  '(?:部|室|科|处|局|委|办|厅|组|中心|党委|工委|支部|政府|股|院|校|司|邮箱|会|站|所|系统|平台)(?:[一二三四五六七八九十][科处室组股])?';

export function readNotice(said: string, kinds: ReadRequest['kinds']): Notice {
  const text = plainDigits(said).replace(weekdayOfDate, '$1');
  const kind = kindOf(text, kinds);
  const year = yearOf(text);
  const length = lengthOf(text);
  const share = readShare(text);
  const due = dueOf(text);
  const to = (due && officeIn(text.slice(due.end).split(sentenceEnd)[0] ?? '')) ?? officeAnywhere(text);
  const copies = readCopies(text);
  const format = formatOf(text);
  const minutes = readMinutes(text);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(year === undefined ? {} : { year }),
    ...(length ? { length } : {}),
    ...(share ? { share } : {}),
    ...(due ? { due: due.said } : {}),
    ...(to === undefined ? {} : { to }),
    ...(copies === undefined ? {} : { copies }),
    ...(format === '' ? {} : { format }),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

/** The longest name or alias of a kind in its title, else in its text. */
function kindOf(text: string, kinds: ReadRequest['kinds']): string | undefined {
  const names = kinds
    .flatMap(({ kind, name, aliases }) => [name, ...aliases].map((one) => ({ kind, name: one })))
    .sort((one, other) => other.name.length - one.name.length);
  const heading = title.exec(text)?.[0] ?? '';
  return (names.find(({ name }) => heading.includes(name)) ?? names.find(({ name }) => text.includes(name)))?.kind;
}

/** 2025年度 wherever it stands; a mere year only in the title. */
function yearOf(text: string): number | undefined {
  const said = /(20[0-9]{2})\s*年度/u.exec(text)?.[1] ?? /(20[0-9]{2})\s*年/u.exec(title.exec(text)?.[0] ?? '')?.[1];
  return said === undefined ? undefined : Number(said);
}

/** Of several lengths the one demanded of the report itself. */
function lengthOf(text: string): Notice['length'] {
  const sentences = text.split(/[。；;\n]/u).filter((one) => /字/u.test(one));
  const about = sentences.filter((one) => /报告|材料|总结|全文|篇幅|述职|汇报/u.test(one));
  for (const sentence of [...about, ...sentences]) {
    const length = readLength(sentence);
    if (length) return length;
  }
  return undefined;
}

/** The first day before which something is handed in; else the first day that something must be done by. */
function dueOf(text: string): { said: DueSaid; end: number } | undefined {
  const found = [...text.matchAll(day)].flatMap((match) => {
    const due = findDue(text.slice(match.index));
    if (due?.start !== 0) return [];
    const end = match.index + due.end;
    const after = /^\s*(?:之|以)?前/u.exec(text.slice(end));
    const before = /(?:截止|截至|期限|时限|时间)[^。；;\n]{0,8}$/u.test(text.slice(0, match.index));
    if (!after && !before) return [];
    const sentence =
      text
        .slice(end)
        .split(/[。；;\n]/u)[0]
        ?.split(day)[0] ?? '';
    return [{ said: due.said, end: end + (after?.[0].length ?? 0), handed: handIn.test(sentence) }];
  });
  return found.find((one) => one.handed) ?? found[0];
}

/** 前报市委组织部组织二科 → 市委组织部组织二科 */
function officeIn(said: string): string | undefined {
  const sentence = said.replace(/[（(][^）)]*[）)]/gu, '');
  for (const clause of sentence.split(/[，,、]/u)) {
    const found =
      new RegExp(`[至到给往]\\s*([\\p{Script=Han}]{1,28}${office})`, 'u').exec(clause) ??
      new RegExp(`(?:报(?!告)送?|上报|呈报|送|提?交|反馈|发送?)\\s*([\\p{Script=Han}]{1,28}${office})`, 'u').exec(
        clause,
      );
    const name = found?.[1];
    if (name === undefined || /电子|纸质|报告|材料|总结/u.test(name)) continue;
    return /^(?:我|本)[部室科处局委办厅组]$/u.test(name) ? `${name}（发文单位）` : name;
  }
  return undefined;
}

/** 报告送机关工委组织科, in a sentence of its own. */
function officeAnywhere(text: string): string | undefined {
  const sentences = text.split(sentenceEnd).filter((one) => /(?:报告|材料|总结|稿)[^，,]{0,6}(?:报?送|交)/u.test(one));
  return sentences.map(officeIn).find((one) => one !== undefined);
}

const typeface =
  '(?:小?[一二三四五]号)?(?:方正)?(?:仿宋|宋体|楷体|黑体|小标宋)(?:_GB2312|体|简体)?(?:[，,、]?\\s*小?[一二三四五]号)?字?';

/** 电子版，仿宋三号: of several typefaces that of the text itself. */
function formatOf(text: string): string {
  const electronic = /电子(?:版|稿|文档|档)/u.test(text) ? ['电子版'] : [];
  const font =
    new RegExp(`正文[^，,。；;]{0,3}(${typeface})`, 'u').exec(text)?.[1] ?? new RegExp(typeface, 'u').exec(text)?.[0];
  return [...electronic, ...(font === undefined ? [] : [font])].join('，');
}

/** Whether the words demand anything of a report: a notice of a meeting does not. */
export function demands({ length, share, due, minutes, copies }: Notice): boolean {
  return [length, share, due, minutes, copies].some((one) => one !== undefined);
}

/** The words before the notice begins, such as 写一份…，通知在下面. Undefined when it has no title. */
export function beforeNotice(text: string): string | undefined {
  const at = title.exec(text)?.index;
  return at === undefined ? undefined : text.slice(0, text.lastIndexOf('\n', at) + 1);
}
