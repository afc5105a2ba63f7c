// Two characters that make no word, while another character of the same sound or shape in their place makes a common one: 水评, 谈活. Shown, never certain.
import type { FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { findingAt, type Rule, type SceneParagraph, within } from './scene.ts';
import { looksAlike, soundsAlike, toneAlike } from './sounds.ts';

/** The dictionary of the runtime cuts a text into words; what it leaves as single characters is either grammar or a slip. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

const GRAMMAR =
  /[的了着过地得在是和与及为于对把被从向到以而其之所不有无又也都就还已未再更最很太各每该此这那某本我你他她它们之等将由自至使让给同比并或且但若如因则即可能会要应须需当时日月年天上下内外中前后间左右一二两三四五六七八九十百千万亿几多个名次项人户家件场期条处份批种类位市县区省局院厅委镇乡村新老大小全总副县]/u;

const OFFICE = /^(?:局|厅|委(?!员)|办(?!理|好|法|事)|署|部门|系统|集团|条线)/u;

export function createBrokenWords(book: FormulationBook): Rule {
  const common = new Set([
    ...book.words,
    ...book.phrases.filter(({ length }) => length === 4).flatMap((phrase) => [phrase.slice(0, 2), phrase.slice(2)]),
  ]);
  const known = [...common].filter((word) => [...words.segment(word)].length === 1);
  const byFirst = group(known, 0);
  const bySecond = group(known, 1);
  const phrases = [...book.phrases, ...book.formulations.flatMap(({ write }) => write)].filter(
    ({ length }) => length > 2,
  );
  return (scene) =>
    scene.paragraphs.flatMap((paragraph) => {
      const cut = [...words.segment(paragraph.text)];
      return cut.flatMap(({ segment, index }, i) => {
        const next = cut[i + 1]?.segment ?? '';
        // 陪|养成: the slip drew its neighbour into another word.
        return segment.length === 1 && next.length > 0 && next.length <= 2
          ? wordAt(paragraph, index, segment, next.charAt(0))
          : [];
      });
    });

  function isPartOfPhrase(text: string, start: number, two: string): boolean {
    return phrases.some((phrase) => {
      const inside = phrase.indexOf(two);
      return inside >= 0 && text.startsWith(phrase, start - inside);
    });
  }

  function wordAt(paragraph: SceneParagraph, start: number, a: string, b: string): AuditFinding[] {
    if (!/^\p{Script=Han}{2}$/u.test(a + b) || common.has(a + b) || GRAMMAR.test(a) || GRAMMAR.test(b)) return [];
    if (within(paragraph.titles, start) || within(paragraph.quoted, start)) return [];
    // 水务局, 民宗委: what an office is called is its own affair.
    if (OFFICE.test(paragraph.text.slice(start + 2))) return [];
    const alike = (is: string, should: string) => is !== should && (looksAlike(is, should) || soundsAlike(is, should));
    const meant =
      (byFirst.get(a) ?? []).find((word) => alike(b, word.charAt(1))) ??
      (bySecond.get(b) ?? []).find((word) => alike(a, word.charAt(0)));
    if (meant === undefined || isPartOfPhrase(paragraph.text, start, a + b)) return [];
    if (!readsBetter(paragraph.text, start, meant)) return [];
    return [
      findingAt(paragraph, start, start + 2, {
        rule: 'words/broken',
        severity: soundsSame(a + b, meant) ? 'should' : 'may',
        message: `“${a}${b}”不成词，疑为“${meant}”的误写。`,
        put: meant,
      }),
    ];
  }
}

/** A slip of the input method keeps the tone no less often than not; 学纪 for 学籍 only happens to sound alike. */
const soundsSame = (is: string, meant: string): boolean =>
  [...is].every(
    (char, i) => char === meant.charAt(i) || looksAlike(char, meant.charAt(i)) || toneAlike(char, meant.charAt(i)),
  );

/** With the word in its place the runtime's dictionary must leave fewer single characters around it: 市级统一 gains nothing. */
function readsBetter(text: string, start: number, meant: string): boolean {
  const [from, to] = [Math.max(0, start - 4), start + 6];
  const loose = (stretch: string) =>
    [...words.segment(stretch)].filter(({ segment }) => /^\p{Script=Han}$/u.test(segment)).length;
  return loose(text.slice(from, start) + meant + text.slice(start + 2, to)) < loose(text.slice(from, to));
}

function group(all: string[], at: number): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of all) groups.set(word.charAt(at), [...(groups.get(word.charAt(at)) ?? []), word]);
  return groups;
}
