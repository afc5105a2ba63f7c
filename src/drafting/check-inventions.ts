// What a writer says that nobody gave: names, dates, meetings, papers, deeds, claims. Knows words, not meanings; mends nothing.
import type { Facts } from '../report/fact.ts';
import { type Outline, type Section, sectionsOf } from '../report/outline.ts';
import { hiddenFigure, itemsOf } from '../report/telling.ts';
import { parseTokens } from '../report/token.ts';
import {
  claims,
  deeds,
  happenings,
  knownPersons,
  levels,
  ordinaryEndings,
  ordinaryPlaces,
  organisations,
  papers,
  persons,
  places,
  quotedNames,
  seats,
  times,
} from './invented-names.ts';
import { purpose } from './stock-phrases.ts';

/** Where a token stands, so that no word joins on over it. */
export const gap = '\ufffc';

/** The words a writer wrote, tokens as gaps; items told in other words are such words too. */
export function writtenWords(text: string): string {
  return parseTokens(text)
    .map((piece) =>
      piece.type === 'text'
        ? piece.text
        : piece.type === 'token'
          ? (piece.words?.replace(hiddenFigure, gap) ?? gap)
          : gap,
    )
    .join('');
}

/** What each kind of find is called, and whether it is one. */
const kinds: [name: string, pattern: RegExp, isOne: (found: string, given: string) => boolean][] = [
  ['书名或文件', /《[^《》]*》?/gu, (found, given) => !given.includes(found)],
  ['名称', quotedNames, (found, given) => !given.includes(found.slice(1, -1))],
  ['单位', organisations, (found, given) => !ordinaryEndings.test(found) && !given.includes(found.slice(-3))],
  ['人名', persons, (found, given) => !knownPersons.test(found) && !given.includes(found.slice(0, 2))],
  ['时间', times, (found, given) => !given.includes(found)],
  ['地点', places, (found, given) => !ordinaryPlaces.test(found) && !given.includes(found.slice(-3))],
  ['会议或活动', happenings, (found, given) => !given.includes(found)],
];

/** Each thing once, in the writer's words, with what kind it is. `also`: other words of people, as the text that stood there. */
export function inventionsIn(
  text: string,
  section: Section,
  outline: Outline,
  facts: Facts,
  also: string[] = [],
): string[] {
  const words = writtenWords(text);
  const given = givenWords(section, outline, facts, also);
  const found = kinds.flatMap(([name, pattern, isOne]) =>
    [...words.matchAll(pattern)]
      // Marks around a token alone hold what was given.
      .filter(([one]) => !/^[《“]\ufffc[》”]$/u.test(one) && isOne(one, given))
      .map(([one]) => `“${one}”（${name}）`),
  );
  // A brief may name a meeting that its figures count; that something was carried out it never says.
  const reported = given.replace(section.brief, '');
  const done = [deeds, papers].flatMap((pattern) =>
    [...words.matchAll(pattern)]
      .filter(([, which = '', what = '']) => !isGiven(which + what, reported))
      .map(([one]) => `“${one}”（做的事）`),
  );
  return [...new Set([...found, ...done, ...strangeLevels(words, facts, also)])];
}

/** 全市 where all that was said is of a county. */
function strangeLevels(words: string, facts: Facts, also: string[]): string[] {
  const said = [...Object.values(facts).flatMap(({ value }) => itemsOf(value)), ...also].join('\n');
  const known = said.match(seats) ?? [];
  return [...words.matchAll(levels)].flatMap(([one, level = '']) =>
    known.length === 0 || said.includes(one) || known.some((seat) => seat.startsWith(level))
      ? []
      : [`“${one}”（层级）`],
  );
}

export function claimsIn(
  text: string,
  section: Section,
  outline: Outline,
  facts: Facts,
  also: string[] = [],
): string[] {
  const given = givenWords(section, outline, facts, also);
  // What something is done for claims nothing yet.
  const words = writtenWords(text)
    .split(/[，。；：！？\n]/u)
    .filter((clause) => !purpose.test(clause.trim()))
    .join('，');
  return [...new Set([...words.matchAll(claims)].map(([one]) => one))].filter((one) => !given.includes(one));
}

/** What was said, and what the outline says of itself: not what it asks, for an example in a question is no fact. */
function givenWords(section: Section, outline: Outline, facts: Facts, also: string[]): string {
  const said = Object.values(facts).flatMap(({ value }) =>
    value.type === 'text' ? [value.text] : value.type === 'list' ? itemsOf(value) : [],
  );
  const own = outline.slots.filter((slot) => section.slots.includes(slot.id));
  return [
    ...said,
    ...also,
    outline.name,
    outline.setting,
    ...outline.chapters.map((chapter) => chapter.heading),
    ...sectionsOf(outline).flatMap((one) => [one.heading, ...one.formulations]),
    section.brief,
    ...own.flatMap((slot) => [slot.label, ...(slot.type === 'figure' ? slot.keywords : [])]),
    ...outline.slots.flatMap((slot) => [slot.label, slot.fallback ?? '']),
  ].join('\n');
}

/** Whether most of its pairs of characters were given: 开展谈心活动 for 谈心谈话活动 is the same deed. */
function isGiven(words: string, given: string): boolean {
  const chars = [...words.replace(/[“”、的各了和与及其]/gu, '')];
  const pairs = chars.slice(1).map((char, at) => `${chars[at]}${char}`);
  return pairs.length === 0 || pairs.filter((pair) => given.includes(pair)).length >= pairs.length * 0.5;
}
