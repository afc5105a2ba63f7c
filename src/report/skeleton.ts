// An outline laid over other chapters than it has: each old chapter goes to the new one nearest to it, points into groups in their order.
// Never changes the outline it is given; what finds no place becomes homeless, and is named by whoever asked.
import { type Chapter, type Outline, sectionsUnder } from './outline.ts';
import { addChapter, mergeChapters, mergeSections, removeSections, retitle } from './restructure.ts';

type Part = 'work' | 'problems' | 'rectified' | 'next';

/** What a chapter is about, as such reports are built. Put right before problems: 上年指出问题的整改 names both. */
const parts: [Part, RegExp][] = [
  ['rectified', /整改|上年|上年度|去年/u],
  ['next', /下一步|下步|打算|今后|思路|明年|改进措施/u],
  ['problems', /问题|不足|短板|差距|原因|弱项/u],
];
const partOf = (heading: string): Part => parts.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'work';

/** Only these chapters, in this order, under these headings. `newId` gives the id of a chapter nothing goes to. */
export function layChapters(outline: Outline, headings: string[], newId: (nth: number) => string): Outline {
  const homes = outline.chapters.map((chapter) => homeOf(outline, chapter, headings));
  const firsts: string[] = [];
  let next = outline;
  for (const [at, heading] of headings.entries()) {
    const own = outline.chapters.filter((_, nth) => homes[nth] === at).map(({ id }) => id);
    const [first] = own;
    if (first === undefined) {
      const id = newId(at);
      next = addChapter(next, id, heading, next.chapters.length);
      firsts.push(id);
      continue;
    }
    next = own.length > 1 ? mergeChapters(next, own, heading) : retitle(next, first, heading);
    firsts.push(first);
  }
  const others = next.chapters.filter(({ id }) => !firsts.includes(id));
  const gone = others.flatMap(({ id }) => sectionsUnder(next, id).map((section) => section.id));
  const left = removeSections(next, [...others.map(({ id }) => id), ...gone]);
  const chapters = firsts.flatMap((id) => left.chapters.filter((one) => one.id === id));
  return { ...left, chapters };
}

/** The new chapter it goes to; undefined when none is of its part. */
function homeOf({ chapters }: Outline, chapter: Chapter, headings: string[]): number | undefined {
  const part = partOf(chapter.heading);
  const all = headings.map((heading, at) => ({ at, heading, part: partOf(heading) }));
  const same = all.filter((one) => one.part === part);
  // What was put right is told with the problems, where it has no chapter of its own.
  const open = same.length > 0 || part !== 'rectified' ? same : all.filter((one) => one.part === 'problems');
  const [first] = open;
  if (!first || open.length === 1) return first?.at;
  const kin = chapters.filter((one) => partOf(one.heading) === part);
  const nth = kin.indexOf(chapter);
  const likest = open.reduce((best, one) =>
    likeness(one.heading, chapter) > likeness(best.heading, chapter) ? one : best,
  );
  if (likeness(likest.heading, chapter) > 0 && kin.length !== open.length) return likest.at;
  // In their order, spread over those there are.
  return open[Math.floor((nth * open.length) / Math.max(1, kin.length))]?.at;
}

/** What a short name of a point stands for in such reports, beside its own characters. */
const senses: Record<string, RegExp> = {
  学: /学习|思想|理论|教育|政治|意识形态/gu,
  建: /组织|支部|党员|队伍|干部|制度|党组/gu,
  廉: /廉|纪律|作风|正风|腐|监督|整治/gu,
  融: /融合|业务|财政|收入|支出|资金|惠企|民生|服务|攻坚/gu,
};

/** The chapter's points in as many groups, each one point; undefined when there are fewer points than names. */
export function layPoints(outline: Outline, chapter: string, names: string[]): Outline | undefined {
  const points = outline.chapters.find(({ id }) => id === chapter)?.points ?? [];
  if (points.length < names.length || names.length < 2) return undefined;
  const words = points.map(({ heading, brief, slots }) =>
    [heading, heading, brief, ...slots.map((id) => outline.slots.find((one) => one.id === id)?.label ?? '')].join(' '),
  );
  const groups = inOrder(points.length, names.length, (group, at) => fitOf(names[group] ?? '', words[at] ?? ''));
  return groups.reduce((made, { from, to }, nth) => {
    const ids = points.slice(from, to).map(({ id }) => id);
    const [first = ''] = ids;
    const name = names[nth] ?? '';
    // 学 alone is no heading: the first of its points keeps its own.
    const heading = [...name].length > 1 ? name : (points[from]?.heading ?? name);
    return ids.length > 1 ? mergeSections(made, ids, heading) : retitle(made, first, heading);
  }, outline);
}

/** Cuts `count` things into groups without changing their order, none empty, so that the fit of all is greatest. */
function inOrder(
  count: number,
  groups: number,
  worth: (group: number, at: number) => number,
): { from: number; to: number }[] {
  // best[g][n]: the first n things in the first g groups, and where the last of these begins.
  const best: ({ sum: number; from: number } | undefined)[][] = [[{ sum: 0, from: 0 }]];
  for (let group = 1; group <= groups; group += 1) {
    const row: ({ sum: number; from: number } | undefined)[] = [];
    for (let to = group; to <= count - (groups - group); to += 1) {
      let sum = 0;
      for (let from = to - 1; from >= group - 1; from -= 1) {
        sum += worth(group - 1, from);
        const before = best[group - 1]?.[from];
        const now = row[to];
        if (before && (now === undefined || before.sum + sum > now.sum)) row[to] = { sum: before.sum + sum, from };
      }
    }
    best.push(row);
  }
  const cuts: { from: number; to: number }[] = [];
  for (let group = groups, to = count; group > 0; group -= 1) {
    const from = best[group]?.[to]?.from ?? 0;
    cuts.unshift({ from, to });
    to = from;
  }
  return cuts;
}

function fitOf(name: string, words: string): number {
  const meant = [...name].reduce((sum, one) => sum + (senses[one] ? (words.match(senses[one])?.length ?? 0) : 0), 0);
  return meant + 2 * shared(name, words);
}

const likeness = (heading: string, { heading: own, points }: Chapter): number =>
  shared(heading, [own, ...points.map((point) => point.heading)].join(' '));

/** Pairs of neighbouring characters that both have. */
function shared(name: string, words: string): number {
  const chars = [...name];
  return chars.filter((one, at) => at > 0 && words.includes(`${chars[at - 1]}${one}`)).length;
}
