// Numbers of headings and points that do not follow each other, and announced counts that are not kept. Reads numbers, not texts.
import type { AuditFinding } from './finding.ts';
import { type AuditScene, findingAt, type SceneParagraph } from './scene.ts';

const DIGITS = '一二三四五六七八九十';

/** 一 … 二十九. */
function valueOfNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '') + 1) * 10 : 0;
  return ten + (ones === '' || ones === undefined ? 0 : DIGITS.indexOf(ones) + 1);
}

interface Mark {
  paragraph: SceneParagraph;
  start: number;
  end: number;
  value: number;
}

/** Each series with the marks that begin it anew when they stand between. */
export function numbering(scene: AuditScene): AuditFinding[] {
  const paragraphs = scene.paragraphs.filter(({ level }) => level !== 'title' && level !== 'signature');
  return [
    ...series(marks(paragraphs, /^([一二三四五六七八九十]{1,3})、/gu), () => false),
    ...series(marks(paragraphs, /^[（(]([一二三四五六七八九十]{1,3})[）)]/gu), (a, b) =>
      between(paragraphs, a, b, /^[一二三四五六七八九十]{1,3}、/u),
    ),
    ...series(marks(paragraphs, /^(\d{1,2})[.．、](?!\d)/gu), (a, b) =>
      between(paragraphs, a, b, /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u),
    ),
    ...series(marks(paragraphs, /(?<=^|[。；：，\s])([一二三四五六七八九十])是(?=\p{Script=Han}|“)/gu), (a, b) =>
      between(paragraphs, a, b, /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u),
    ),
    ...announced(paragraphs),
  ];
}

function marks(paragraphs: SceneParagraph[], pattern: RegExp): Mark[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(pattern)].map((match) => ({
      paragraph,
      start: match.index,
      end: match.index + match[0].length,
      value: valueOfNumber(match[1] ?? ''),
    })),
  );
}

const between = (paragraphs: SceneParagraph[], a: Mark, b: Mark, heading: RegExp): boolean =>
  a.paragraph !== b.paragraph &&
  paragraphs.some(({ index, text }) => index > a.paragraph.index && index <= b.paragraph.index && heading.test(text));

function series(all: Mark[], restarts: (a: Mark, b: Mark) => boolean): AuditFinding[] {
  return all.flatMap((mark, i): AuditFinding[] => {
    const last = all[i - 1];
    const begins = last === undefined || restarts(last, mark);
    if (begins ? mark.value === 1 : mark.value === last.value + 1 || mark.value === 1) return [];
    const shown = mark.paragraph.text.slice(mark.start, mark.end);
    const before = begins ? '' : `前一个是“${last.paragraph.text.slice(last.start, last.end)}”，`;
    return [
      findingAt(mark.paragraph, mark.start, mark.end, {
        rule: 'numbering/broken',
        severity: begins ? 'should' : 'must',
        message: `序号不连：${before}这里是“${shown}”，${begins ? '前面没有第一个' : mark.value <= last.value ? '重复或倒退了' : '中间缺了'}。`,
        clause: 'GB/T 9704—2012 7.3.3',
      }),
    ];
  });
}

const ANNOUNCED =
  /(?:以下|下列|如下|存在|重点抓好|抓好|做好|主要有|主要是|体现在|表现在|做到|坚持|实现|从|分为|落实)(?:了|的)?([二两三四五六七八九十]|\d{1,2})(?:个方面|方面|项|点|条|类|个)(?:的)?(?:主要|突出|重点)?(?:问题|工作|不足|短板|任务|措施|举措|情况|意见|建议|原因|打算|文章|提升|转变|成效)?[^。；，：]{0,6}[：:。]/gu;

/** “存在三个方面的问题：一是…二是…” */
function announced(paragraphs: SceneParagraph[]): AuditFinding[] {
  return paragraphs.flatMap((paragraph, i) =>
    [...paragraph.text.matchAll(ANNOUNCED)].flatMap((match): AuditFinding[] => {
      const said = valueOfNumber((match[1] ?? '').replace('两', '二'));
      const from = match.index + match[0].length;
      const rest = [paragraph.text.slice(from), ...untilHeading(paragraphs.slice(i + 1))].join('\n');
      const found = [...rest.matchAll(/(?:^|[。；：，\s])([一二三四五六七八九十])是(?=\p{Script=Han}|“)/gu)].map(
        (mark) => valueOfNumber(mark[1] ?? ''),
      );
      // Only the first run from 一 on belongs to it, and it must follow at once.
      if (found[0] !== 1 || !/^[\s]*一是/u.test(rest)) return [];
      const end = found.findIndex((value, at) => at > 0 && value <= (found[at - 1] ?? 0));
      const run = end < 0 ? found : found.slice(0, end);
      if (run.length === said) return [];
      return [
        findingAt(paragraph, match.index, from, {
          rule: 'numbering/announced',
          severity: 'should',
          message: `这里说${match[1]}项，后面数下来是${run.length}项，请核对。`,
        }),
      ];
    }),
  );
}

function untilHeading(paragraphs: SceneParagraph[]): string[] {
  const end = paragraphs.findIndex(({ level }) => level !== 'body');
  return paragraphs.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
}
