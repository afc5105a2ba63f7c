// Fixed wordings with something dropped, turned round or replaced: every likely slip of every one, looked up as it stands. Certain of nothing.
import { createTrie } from '../../figures/trie.ts';
import type { FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { stretchOf, withoutQuotes } from './fold-quotes.ts';
import { findingAt, type Rule, type SceneParagraph, within } from './scene.ts';

/** Shorter ones, with a character less, are other words. */
const LEAST = 6;
/** From here on two characters may have been dropped, or any one replaced. */
const LONG = 8;
/** Words a writer may leave out of a wording at will. */
const OPTIONAL =
  /落实|贯彻|深入|全面|坚持|加强|坚决|持续|不断|切实|认真|推进|推动|学习|宣传|制度|工作|进一步|开展|建设|重要|伟大|严格|大力|统筹|基层|批示|优先/u;

const bare = (text: string): string => text.replace(/[“”"\s]/gu, '');

export function createWordings(book: FormulationBook): Rule {
  const wanted = [...new Set([...book.wordings, ...book.formulations.flatMap(({ write }) => write)].map(bare))].filter(
    ({ length }) => length >= LEAST,
  );
  const right = [
    ...wanted,
    ...book.phrases,
    ...book.formulations.flatMap(({ allow, wrong, unusual, members }) => [
      ...allow,
      ...Object.keys(wrong),
      ...Object.keys(unusual),
      ...members.map((list) => list.join('、')),
      ...members.flat(),
    ]),
  ].map(bare);
  const known = `\n${right.join('\n')}\n`;
  const slips = new Map<string, string>();
  for (const words of wanted)
    for (const slip of slipsOf(words))
      if (slip !== words && !known.includes(slip) && !slips.has(slip)) slips.set(slip, words);
  const trie = createTrie(slips);
  const replaced = createReplaced(wanted, right);
  return (scene) =>
    scene.paragraphs.flatMap((paragraph) => {
      const plain = withoutQuotes(paragraph.text);
      const found: AuditFinding[] = [];
      for (let i = 0; i < plain.text.length; i++) {
        const slip = trie.match(plain.text, i) ?? replaced(plain.text, i);
        if (!slip || continues(plain.text, i, slip.value)) continue;
        const stretch = stretchOf(paragraph.text, plain, i, i + slip.word.length);
        if (quotesAText(paragraph, stretch)) continue;
        const slice = paragraph.text.slice(stretch.start, stretch.end);
        found.push(
          findingAt(paragraph, stretch.start, stretch.end, {
            rule: 'formulation/wording',
            severity: 'should',
            message: `“${slice}”与固定提法“${slip.value}”不一致，请核对。`,
            put: /[“”]/u.test(slice) ? undefined : slip.value,
          }),
        );
      }
      return found;
    });
}

/** A slip that is only the beginning of the right wording, which goes on behind it. */
const continues = (text: string, at: number, words: string): boolean => text.startsWith(words, at);

const quotesAText = ({ quoted, titles }: SceneParagraph, { start, end }: { start: number; end: number }): boolean =>
  within(titles, start, end) ||
  within(
    quoted.filter(({ long }) => long),
    start,
    end,
  );

function slipsOf(words: string): string[] {
  return [...dropped(words), ...turnedRound(words), ...members(words)];
}

/** One character of the middle gone, or a word of two. */
function dropped(words: string): string[] {
  const slips: string[] = [];
  for (let at = 1; at < words.length - 1; at++) {
    if (/[、，]/u.test(words.charAt(at))) continue;
    slips.push(words.slice(0, at) + words.slice(at + 1));
    const two = words.slice(at, at + 2);
    if (words.length >= LONG && at < words.length - 2 && !OPTIONAL.test(two) && !/[、，的和]/u.test(two))
      slips.push(words.slice(0, at) + words.slice(at + 2));
  }
  return slips;
}

/** Two neighbouring characters, or words of two, in each other's place. */
function turnedRound(words: string): string[] {
  const slips: string[] = [];
  for (const size of [1, 2])
    for (let at = 0; at + 2 * size <= words.length; at++) {
      const [a, b] = [words.slice(at, at + size), words.slice(at + size, at + 2 * size)];
      if (/[、，]/u.test(a + b)) continue;
      slips.push(words.slice(0, at) + b + a + words.slice(at + 2 * size));
    }
  return slips;
}

/** An enumeration with one member gone, or two in each other's place. */
function members(words: string): string[] {
  const mark = words.includes('、') ? '、' : '，';
  const list = words.split(mark);
  if (list.length < 2) return [];
  const slips: string[] = [];
  for (let at = 0; at < list.length; at++) {
    const without = list.filter((_, i) => i !== at);
    if (list.length >= 3 && at > 0 && at < list.length - 1 && without.every(({ length }) => length >= 2))
      slips.push(without.join(mark));
    for (let other = at + 1; other < list.length; other++) {
      const turned = [...list];
      [turned[at], turned[other]] = [list[other] ?? '', list[at] ?? ''];
      if (words.length >= LONG) slips.push(turned.join(mark));
    }
  }
  return slips;
}

const NUMERAL = /^[一二两三四五六七八九十]{2}$/u;

/** Marks and little words stand where they like; a numeral for another is a slip in a short wording too. */
function weightOf(wanted: string, is: string, length: number, ofCongress: boolean): number {
  if (NUMERAL.test(wanted + is) && !ofCongress) return 1;
  return length < LONG || /[、，的和与\d一二两三四五六七八九十]/u.test(wanted + is) ? 2 : 1;
}

/** Any one character of the middle replaced: one half of the wording stands unchanged. */
function createReplaced(wanted: string[], right: string[]) {
  const byHead = new Map<string, string[]>();
  for (const words of wanted) {
    const head = words.slice(0, 2);
    byHead.set(head, [...(byHead.get(head) ?? []), words]);
  }
  const accepted = new Set(right);
  return (text: string, at: number): { word: string; value: string } | undefined => {
    for (const words of byHead.get(text.slice(at, at + 2)) ?? []) {
      const here = text.slice(at, at + words.length);
      if (here.length !== words.length || accepted.has(here)) continue;
      let differs = 0;
      for (let i = 2; i < words.length && differs < 2; i++)
        if (words.charCodeAt(i) !== here.charCodeAt(i))
          differs += weightOf(words.charAt(i), here.charAt(i), words.length, /[届大]/u.test(words));
      if (differs === 1 && here.at(-1) === words.at(-1)) return { word: here, value: words };
    }
    return undefined;
  };
}
