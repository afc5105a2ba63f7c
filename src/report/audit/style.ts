// What a listener would stumble over: sentences too long, phrases used three times, headings out of step, no 我, points of unequal length. Never certain.
import type { AuditFinding } from './finding.ts';
import { type AuditScene, absent, eachMatch, findingAt, type SceneParagraph, within } from './scene.ts';

export function style(scene: AuditScene): AuditFinding[] {
  return [
    ...longSentences(scene),
    ...repeated(scene),
    ...headings(scene),
    ...voice(scene),
    ...unequal(scene),
    ...carriedOver(scene),
  ];
}

/** About half a minute of reading aloud without a stop. */
const LONGEST_SENTENCE = 150;
const LONGEST_CLAUSE = 45;

function longSentences(scene: AuditScene): AuditFinding[] {
  return scene.paragraphs
    .filter(({ level }) => level === 'body')
    .flatMap((paragraph) => [
      ...[...paragraph.text.matchAll(/[^。！？；]+[。！？；]?/gu)]
        .filter((match) => match[0].length > LONGEST_SENTENCE)
        .map((match) =>
          findingAt(paragraph, match.index, match.index + match[0].length, {
            rule: 'style/long_sentence',
            severity: 'may',
            message: `这一句有${match[0].length}个字，念起来换不过气，宜分成两三句。`,
          }),
        ),
      ...[...paragraph.text.matchAll(/[^，。！？；：、“”《》（）]+/gu)]
        .filter((match) => match[0].length > LONGEST_CLAUSE)
        .map((match) =>
          findingAt(paragraph, match.index, match.index + match[0].length, {
            rule: 'style/long_clause',
            severity: 'may',
            message: `${match[0].length}个字中间没有停顿，念起来吃力，宜断开。`,
          }),
        ),
    ]);
}

const PHRASE = 6;
/** Habits of speech that wear off sooner. */
const HABITS = /我坚持|着力|力求|切实|扎实推进|不断提升|持续深化|进一步/gu;
const HABIT_BUDGET = 8;

/** The same beginning of a clause three times; names and formulations are called what they are called. */
function repeated(scene: AuditScene): AuditFinding[] {
  const places = new Map<string, { paragraph: SceneParagraph; start: number }[]>();
  for (const paragraph of scene.paragraphs) {
    if (paragraph.level !== 'body') continue;
    for (let start = 0; start + PHRASE <= paragraph.text.length; start++) {
      const phrase = paragraph.text.slice(start, start + PHRASE);
      if (!/^\p{Script=Han}+$/u.test(phrase) || FIXED.test(phrase)) continue;
      // Only where a clause begins: anything else is a noun that has its name.
      if (start > 0 && !/[，。；：、！？]/u.test(paragraph.text.charAt(start - 1))) continue;
      if (within(paragraph.titles, start) || within(paragraph.quoted, start)) continue;
      const list = places.get(phrase);
      if (list) list.push({ paragraph, start });
      else places.set(phrase, [{ paragraph, start }]);
    }
  }
  const found: AuditFinding[] = [];
  for (const [phrase, list] of places) {
    const third = list[2];
    if (!third || /[的和与]$/u.test(phrase)) continue;
    const message = `“${phrase}”全文用了${list.length}次，宜换个说法。`;
    found.push(
      findingAt(third.paragraph, third.start, third.start + PHRASE, {
        rule: 'style/repeated',
        severity: 'may',
        message,
      }),
    );
  }
  found.push(
    ...eachMatch(scene, /(\p{Script=Han}{3,6})\p{Script=Han}{1,4}[、，]\1\p{Script=Han}{1,4}[、，]\1/gu, (match) => ({
      rule: 'style/repeated',
      severity: 'may',
      message: `“${match[1]}”连用了三次，宜换个说法。`,
    })),
  );
  for (const [habit, count] of counted(scene.whole.match(HABITS) ?? []))
    if (count > HABIT_BUDGET)
      found.push(absent({ rule: 'style/habit', severity: 'may', message: `“${habit}”用了${count}次，可删去一半。` }));
  return found;
}

const FIXED =
  /习近平|新时代|中国|社会主义|党的|党组|党委|党风|从严|意识形态|主题|基层党|领导小组|组织生活|理论学习|责任制|二十大|委员会|高质量|街道|社区|公司|学校|医院|亿元|万元|同比/u;

function counted(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const bareHeading = (text: string): string =>
  text.replace(/^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u, '').replace(/。$/u, '');
/** Chapters that are named after what they hold and need not keep step. */
const PLAIN_HEADING = /问题|不足|打算|下一步|下步|计划|安排|整改|思路|基本情况|原因|措施|结语|附件/u;

function headings(scene: AuditScene): AuditFinding[] {
  const chapters = scene.paragraphs.filter(({ level, text }) => level === 'heading1' && !PLAIN_HEADING.test(text));
  if (chapters.length < 3) return [];
  const halves = chapters.map(({ text }) => bareHeading(text).split('，'));
  const usual = mode(halves.map(({ length }) => length));
  const unlike = chapters.filter((_, i) => halves[i]?.length !== usual);
  const found = unlike.length > 0 && unlike.length * 2 < chapters.length ? unlike.map((heading) => heading) : [];
  const verbs = halves.map((parts) => parts.at(-1)?.slice(0, 2) ?? '');
  const verb = mode(verbs);
  const same = verbs.filter((one) => one === verb).length;
  const odd =
    same >= 3 && same === chapters.length - 1
      ? chapters.filter((_, i) => verbs[i] !== verb && !found.some((one) => one === chapters[i]))
      : [];
  return [
    ...found.map((heading) =>
      whole(
        heading,
        'headings/pattern',
        'should',
        `其余标题都是${usual === 1 ? '一' : usual}个半句，这一条不是，宜改成一样的句式。`,
      ),
    ),
    ...odd.map((heading) => whole(heading, 'headings/verb', 'may', `其余标题的后半句都以“${verb}”起头，这一条不是。`)),
    ...lengths(chapters),
  ];
}

function lengths(chapters: SceneParagraph[]): AuditFinding[] {
  const sizes = chapters.map(({ text }) => bareHeading(text).length);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (most <= least * 1.8 || most - least < 10) return [];
  const longest = chapters[sizes.indexOf(most)];
  return longest ? [whole(longest, 'headings/length', 'may', `标题长短不齐：最长${most}字，最短${least}字。`)] : [];
}

function mode<T>(values: T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const whole = (paragraph: SceneParagraph, rule: string, severity: 'should' | 'may', message: string): AuditFinding =>
  findingAt(paragraph, 0, paragraph.text.length, { rule, severity, message });

/** A duty report in which hardly anybody says 我. */
function voice(scene: AuditScene): AuditFinding[] {
  if (scene.kind !== 'duty' || scene.whole.length < 600) return [];
  const said = scene.whole.match(/我(?![们市省县区局国院校委党镇乡街厅军])|本人/gu)?.length ?? 0;
  const wanted = Math.max(2, Math.floor(scene.whole.length / 1500));
  if (said >= wanted) return [];
  return [
    absent({
      rule: 'style/voice',
      severity: 'should',
      message: `全文“我”只出现${said}次，像是单位总结；述职要写清我本人做了什么。`,
    }),
  ];
}

function unequal(scene: AuditScene): AuditFinding[] {
  const points = scene.paragraphs.filter(
    ({ level, text }) => level === 'body' && /^(?:[一二三四五六七八九十]是|[（(]|\d+[.、])/u.test(text),
  );
  if (points.length < 3) return [];
  const sizes = points.map(({ text }) => text.length).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return points
    .filter(({ text }) => text.length > usual * 3 && text.length > 240)
    .map((point) =>
      whole(point, 'style/unequal_points', 'may', `这一点${point.text.length}字，是其余各点的三倍，宜拆开或压缩。`),
    );
}

const SENTENCE = 24;

/** Sentences taken over from last year's report, where that was given. */
function carriedOver(scene: AuditScene): AuditFinding[] {
  const last = scene.options.lastYear;
  if (last === undefined) return [];
  const known = new Set(
    last
      .split(/[。！？\n]/u)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length >= SENTENCE),
  );
  return scene.paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/[^。！？]+/gu)]
      .filter((match) => known.has(match[0].trim()))
      .map((match) =>
        findingAt(paragraph, match.index, match.index + match[0].length, {
          rule: 'style/carried_over',
          severity: 'may',
          message: '这一句和上年的报告一字不差，请核对今年是否还是这样。',
        }),
      ),
  );
}
