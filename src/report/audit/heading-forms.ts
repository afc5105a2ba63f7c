// Headings that fall out of their series: spoken words, another numbering, a run-in heading of another make. Lengths and halves of chapters are in style.ts.
import type { AuditFinding } from './finding.ts';
import { type AuditScene, findingAt, type SceneParagraph } from './scene.ts';

const FIRST = /^[一二三四五六七八九十]{1,3}、/u;
const SECOND = /^（[一二三四五六七八九十]{1,3}）/u;
const SPOKEN = /怎么|什么|哪些|为啥|咋|干啥|吗[？。]?$|呢[？。]?$|[？！]$/u;

interface Heading {
  paragraph: SceneParagraph;
  /** Without number and mark. */
  words: string;
  end: number;
}

export function headingForms(scene: AuditScene): AuditFinding[] {
  const body = scene.paragraphs.filter(({ level }) => level !== 'title' && level !== 'signature');
  return [...spoken(body), ...otherNumbers(body), ...runIn(body)];
}

function spoken(body: SceneParagraph[]): AuditFinding[] {
  return body
    .filter(({ text }) => text.length <= 40 && (FIRST.test(text) || SECOND.test(text)) && SPOKEN.test(text))
    .map((paragraph) =>
      odd(paragraph, paragraph.text.length, '标题像是口语，宜改成书面的说法，并与其他标题句式一致。'),
    );
}

/** 第三部分： beside 一、 and 二、; 2、 beside （一） and （三）. */
function otherNumbers(body: SceneParagraph[]): AuditFinding[] {
  const chapters = body.filter(({ text }) => FIRST.test(text));
  const sections = body.filter(({ text }) => SECOND.test(text));
  return body.flatMap((paragraph): AuditFinding[] => {
    const { text } = paragraph;
    const part = /^第[一二三四五六七八九十]{1,3}(?:部分|章|点)[：:、，\s]?/u.test(text) && text.length <= 40;
    if (part && chapters.length >= 2)
      return [odd(paragraph, text.length, '其余标题用“一、二、”编号，这一条不是，请统一。')];
    const digit = /^\d{1,2}[、.．]\s?\p{Script=Han}{2,14}[。]?/u.exec(text);
    const alone = body.filter((one) => /^\d{1,2}[、.．]\s?\p{Script=Han}/u.test(one.text)).length === 1;
    if (digit && alone && sections.length >= 2)
      return [odd(paragraph, digit[0].length, '同级标题用“（一）（二）”编号，这一条不是，请统一。')];
    return [];
  });
}

/** （一）抓学习，强思想。 … （三）关于学习的问题。 */
function runIn(body: SceneParagraph[]): AuditFinding[] {
  const series: Heading[][] = [];
  for (const paragraph of body) {
    if (FIRST.test(paragraph.text)) series.push([]);
    const lead = SECOND.exec(paragraph.text)?.[0];
    if (lead === undefined) continue;
    const stop = paragraph.text.indexOf('。');
    const end = stop < 0 ? paragraph.text.length : stop;
    const words = paragraph.text.slice(lead.length, end);
    if (words.length > 40) continue;
    const last = series.at(-1);
    if (last) last.push({ paragraph, words, end });
    else series.push([{ paragraph, words, end }]);
  }
  return series.filter(({ length }) => length >= 3).flatMap(oddOne);
}

function oddOne(series: Heading[]): AuditFinding[] {
  const about = series.filter(({ words }) => /^关于|问题$|情况$|方面$/u.test(words));
  const halves = series.map(({ words }) => words.split('，').length);
  const lone = series.filter((_, i) => halves.filter((one) => one === halves[i]).length === 1);
  const [only] = about;
  if (about.length === 1 && only)
    return [odd(only.paragraph, only.end, '同级标题的句式不一样，这一条请改成和其他各条一致。')];
  const [one] = lone;
  if (lone.length !== 1 || !one || new Set(halves).size !== 2) return [];
  return [{ ...odd(one.paragraph, one.end, '同级标题的句式不一样，这一条请改成和其他各条一致。'), severity: 'may' }];
}

const odd = (paragraph: SceneParagraph, end: number, message: string): AuditFinding =>
  findingAt(paragraph, 0, end, { rule: 'headings/pattern', severity: 'should', message });
