// Words one character away from a formulation or a common phrase. A slip of the ear or eye is certain; any other is only shown.
import type { FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { stretchOf, withoutQuotes } from './fold-quotes.ts';
import { findingAt, type Rule, type SceneParagraph } from './scene.ts';
import { looksAlike, soundsAlike } from './sounds.ts';

interface Wanted {
  words: string;
  fixed: boolean;
}

/** Shorter ones are near too many other words. */
const LEAST = 4;
/** From this length on, another character in the middle is worth a look, and so is a missing one. */
const LONG = 6;

export function createNearMisses(book: FormulationBook): Rule {
  const fixed = book.formulations.flatMap(({ write, members }) => [...write, ...members.flat()]).flatMap(piecesOf);
  const right = new Set([...fixed, ...book.phrases]);
  const handled = new Set(
    [
      ...book.formulations.flatMap(({ wrong, unusual }) => [...Object.keys(wrong), ...Object.keys(unusual)]),
      ...Object.keys(book.miswritings),
    ].map((form) => form.replace(/[“”]/gu, '')),
  );
  // 系统政治 is two words, though 系统整治 is one phrase.
  const halves = new Set(
    book.phrases.filter(({ length }) => length === 4).flatMap((words) => [words.slice(0, 2), words.slice(2)]),
  );
  const byHead = new Map<string, Wanted[]>();
  const byTail = new Map<string, Wanted[]>();
  for (const words of right) {
    if (words.length < LEAST) continue;
    const wanted = { words, fixed: fixed.includes(words) };
    push(byHead, words.slice(0, 2), wanted);
    push(byTail, words.slice(-2), wanted);
  }
  return (scene) =>
    scene.paragraphs.flatMap((paragraph) => inParagraph(paragraph, byHead, byTail, right, handled, halves));
}

/** A wording with marks in it counts by its parts. */
const piecesOf = (words: string): string[] => words.replace(/[“”]/gu, '').split(/[、，；]/u);

function push(index: Map<string, Wanted[]>, key: string, wanted: Wanted): void {
  const list = index.get(key);
  if (list) list.push(wanted);
  else index.set(key, [wanted]);
}

function inParagraph(
  paragraph: SceneParagraph,
  byHead: Map<string, Wanted[]>,
  byTail: Map<string, Wanted[]>,
  right: Set<string>,
  handled: Set<string>,
  halves: Set<string>,
): AuditFinding[] {
  const plain = withoutQuotes(paragraph.text);
  const { text } = plain;
  const found = new Map<string, AuditFinding>();
  const report = (start: number, end: number, wanted: Wanted, severity: 'must' | 'should', why: string) => {
    const stretch = stretchOf(paragraph.text, plain, start, end);
    const key = `${stretch.start}`;
    if (found.has(key)) return;
    const slice = paragraph.text.slice(stretch.start, stretch.end);
    const rule = wanted.fixed ? 'formulation/near_miss' : 'words/sound_alike';
    const message = `“${slice}”${why}“${wanted.words}”的误写。`;
    const put = /[“”]/u.test(slice) ? undefined : wanted.words;
    found.set(key, findingAt(paragraph, stretch.start, stretch.end, { rule, severity, message, put }));
  };
  const look = (start: number, wanted: Wanted) => {
    const { words } = wanted;
    const here = text.slice(start, start + words.length);
    const at = onlyDifference(here, words);
    if (at < 0 || right.has(here) || handled.has(here)) return;
    const [is, should] = [here.charAt(at), words.charAt(at)];
    if (!/\p{Script=Han}/u.test(is)) return;
    if (BETWEEN_WORDS.test(is)) return;
    if (!wanted.fixed && words.length === 4 && halves.has(at < 2 ? here.slice(0, 2) : here.slice(2))) return;
    // 为, 时, 是 may begin another word; a shape never does.
    if (looksAlike(is, should) || soundsAlike(is, should))
      report(start, start + words.length, wanted, PARTICLES.test(is) ? 'should' : 'must', '疑为');
    else if (wanted.fixed && words.length >= LONG && at > 1 && at < words.length - 1 && !PARTICLES.test(is + should))
      report(start, start + words.length, wanted, 'should', '与规范写法差一个字，可能是');
  };
  for (let i = 0; i < text.length - 1; i++) {
    const two = text.slice(i, i + 2);
    for (const wanted of byHead.get(two) ?? []) {
      look(i, wanted);
      const end = i + wanted.words.length - 1;
      if (wanted.fixed && wanted.words.length >= LONG && lacksOne(text.slice(i, end), wanted.words))
        report(i, end, wanted, 'should', '漏了一个字，应是');
    }
    for (const wanted of byTail.get(two) ?? []) {
      const start = i + 2 - wanted.words.length;
      if (start >= 0) look(start, wanted);
    }
  }
  return [...found.values()];
}

/** Characters that stand between words everywhere, and numerals, which make another formulation. */
const PARTICLES =
  /[的地得了和与及是时事实式市使以已有在再而其之为把被将对向从到一二两三四五六七八九十百千万不个各还于由又]/u;

/** Never a slip for another character: they stand between words. */
const BETWEEN_WORDS = /[的了和与及一二三四五六七八九十百千万]/u;

/** The one place where two stretches of equal length differ, −1 for none or more. */
function onlyDifference(here: string, words: string): number {
  if (here.length !== words.length) return -1;
  let at = -1;
  for (let i = 0; i < words.length; i++) {
    if (here.charCodeAt(i) === words.charCodeAt(i)) continue;
    if (at >= 0) return -1;
    at = i;
  }
  return at;
}

/** Whether `here` is `words` without one character of its middle. */
function lacksOne(here: string, words: string): boolean {
  let i = 0;
  while (i < here.length && here.charCodeAt(i) === words.charCodeAt(i)) i++;
  if (i < 2 || i >= here.length) return false;
  return here.slice(i) === words.slice(i + 1);
}
