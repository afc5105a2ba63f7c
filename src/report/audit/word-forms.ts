// Wrong forms, miswritings and wordings out of their years, found in one pass over each paragraph. What lies inside a right wording is right.
import { createTrie, type Trie } from '../../figures/trie.ts';
import type { Formulation, FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { type Plain, putLike, stretchOf, withoutQuotes } from './fold-quotes.ts';
import { type AuditScene, findingAt, type Rule, type SceneParagraph, within } from './scene.ts';

type Entry =
  | { type: 'right'; formulation?: Formulation }
  | { type: 'wrong' | 'unusual'; put: string; formulation: Formulation }
  | { type: 'miswriting' | 'doubtful'; put: string };

interface Hit {
  entry: Entry;
  start: number;
  end: number;
}

const bare = (text: string): string => text.replace(/[“”"\s]/gu, '');

export function createWordForms(book: FormulationBook): Rule {
  const entries: Entry[] = [];
  const words: [string, string][] = [];
  const add = (word: string, entry: Entry) => {
    words.push([bare(word), String(entries.length)]);
    entries.push(entry);
  };
  for (const [word, put] of Object.entries(book.doubtful)) add(word, { type: 'doubtful', put });
  for (const [word, put] of Object.entries(book.miswritings)) add(word, { type: 'miswriting', put });
  for (const word of book.miswritingAllow) add(word, { type: 'right' });
  for (const formulation of book.formulations) {
    for (const [word, put] of Object.entries(formulation.unusual)) add(word, { type: 'unusual', put, formulation });
    for (const [word, put] of Object.entries(formulation.wrong)) add(word, { type: 'wrong', put, formulation });
    for (const word of formulation.allow) add(word, { type: 'right' });
    for (const word of formulation.write) add(word, { type: 'right', formulation });
  }
  const trie = createTrie(words);
  return (scene) => scene.paragraphs.flatMap((paragraph) => inParagraph(scene, paragraph, trie, entries));
}

function inParagraph(scene: AuditScene, paragraph: SceneParagraph, trie: Trie, entries: Entry[]): AuditFinding[] {
  const plain = withoutQuotes(paragraph.text);
  const hits: Hit[] = [];
  for (let i = 0; i < plain.text.length; i++) {
    const match = trie.match(plain.text, i);
    const entry = match && entries[Number(match.value)];
    if (match && entry) hits.push({ entry, start: i, end: i + match.word.length });
  }
  const right = hits.filter(({ entry }) => entry.type === 'right');
  const faults = hits.filter((hit) => hit.entry.type !== 'right' && !within(right, hit.start, hit.end));
  const longest = faults.filter(
    (hit) =>
      !faults.some(
        (other) =>
          other !== hit && other.end - other.start > hit.end - hit.start && within([other], hit.start, hit.end),
      ),
  );
  return [
    ...longest.flatMap((hit) => faultAt(paragraph, plain, hit)),
    ...right.flatMap((hit) => outOfYear(scene, paragraph, plain, hit)),
  ];
}

function faultAt(paragraph: SceneParagraph, plain: Plain, { entry, start, end }: Hit): AuditFinding[] {
  if (entry.type === 'right') return [];
  const stretch = stretchOf(paragraph.text, plain, start, end);
  const exempt = 'formulation' in entry && !entry.formulation.evenQuoted;
  if (exempt && quotesAText(paragraph, stretch.start, stretch.end)) return [];
  const slice = paragraph.text.slice(stretch.start, stretch.end);
  const put = putLike(entry.put, slice);
  const instead = put === '' ? '' : `，应写作“${put}”`;
  const found = (() => {
    switch (entry.type) {
      case 'wrong':
        return {
          rule: 'formulation/wrong',
          severity: 'must' as const,
          message: `“${slice}”不是规范写法${instead}（${entry.formulation.source}）。`,
        };
      case 'unusual':
        return {
          rule: 'formulation/unusual',
          severity: 'should' as const,
          message: `“${slice}”不够规范，${put === '' ? `请对照“${entry.formulation.name}”` : `一般写作“${put}”`}（${entry.formulation.source}）。`,
        };
      case 'miswriting':
        return { rule: 'words/miswritten', severity: 'must' as const, message: `“${slice}”是错别字${instead}。` };
      case 'doubtful':
        return {
          rule: 'words/doubtful',
          severity: 'should' as const,
          message: `“${slice}”多半应写作“${put}”，请核对。`,
        };
    }
  })();
  return [findingAt(paragraph, stretch.start, stretch.end, { ...found, put: put === '' ? undefined : put })];
}

/** In a long quotation or a title the words are somebody else's. */
const quotesAText = ({ quoted, titles }: SceneParagraph, start: number, end: number): boolean =>
  within(titles, start, end) ||
  within(
    quoted.filter(({ long }) => long),
    start,
    end,
  );

const monthOf = (text: string, last: boolean): number => {
  const [year = '', month] = text.split('-');
  return Number(year) * 12 + (month === undefined ? (last ? 11 : 0) : Number(month) - 1);
};

/** A wording that the report's year did not know yet, or no longer. */
function outOfYear(
  scene: AuditScene,
  paragraph: SceneParagraph,
  plain: Plain,
  { entry, start, end }: Hit,
): AuditFinding[] {
  const formulation = entry.type === 'right' ? entry.formulation : undefined;
  if (!formulation || scene.year === undefined) return [];
  const { from, to, after } = formulation;
  const early = from !== undefined && scene.year * 12 + 11 < monthOf(from, false);
  const late = to !== undefined && scene.year * 12 > monthOf(to, true);
  if (!early && !late) return [];
  const stretch = stretchOf(paragraph.text, plain, start, end);
  if (quotesAText(paragraph, stretch.start, stretch.end)) return [];
  // “2023年开展的主题教育” tells of its own year.
  if (otherYearBefore(paragraph.text.slice(Math.max(0, stretch.start - 24), stretch.start), scene.year)) return [];
  const slice = paragraph.text.slice(stretch.start, stretch.end);
  const message = early
    ? `“${slice}”是${shownMonth(from)}以后的提法，${scene.year}年的报告里不会有。`
    : `“${slice}”用到${shownMonth(to ?? '')}为止，${scene.year}年的报告${after === undefined ? '一般不再这样写' : `一般写“${after}”`}。`;
  const put =
    late && after !== undefined && [...after].length <= slice.length + 2 && !after.includes('、') ? after : undefined;
  const replaceable = put !== undefined && !/当年/u.test(put);
  return [
    findingAt(paragraph, stretch.start, stretch.end, {
      rule: 'formulation/out_of_year',
      severity: 'should',
      message,
      put: replaceable ? put : undefined,
    }),
  ];
}

function otherYearBefore(before: string, year: number): boolean {
  const named = before
    .split(/[。；]/u)
    .at(-1)
    ?.match(/20\d{2}年|去年|上年/gu)
    ?.at(-1);
  return named !== undefined && named !== `${year}年`;
}

const shownMonth = (text: string): string => {
  const [year = '', month] = text.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
};
