// Which section a person means by 第二部分第三点, （二）2, 结尾 or 意识形态那段. Pure; when two would fit it names none.
import type { Chapter, Outline } from '../report/outline.ts';

/** `section` is a chapter id, a section id or `all`; undefined for 这一段. `words` that name no section of the outline stand as they are. */
export interface Place {
  section: string | undefined;
  start: number;
  end: number;
}

const numeral = '[一二三四五六七八九十\\d]{1,3}';
const digits = '一二三四五六七八九';

/** 1 to 99 in either script; 0 when it is none. */
export function ordinal(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === '') return 0;
  const [, tens, ten, ones] = parts;
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) + 1 : 0);
  if (!ten) return tens && ones ? 0 : value(tens ?? ones);
  return (tens ? value(tens) : 1) * 10 + value(ones);
}

const chapterWord = '(?:大?部分|章|大?块|大点|大条|篇)';
const pointWord = '(?:小?点|小?条|小?节|项|段|方面)';
const patterns: { pattern: RegExp; kind: 'point' | 'lead' | 'chapter' }[] = [
  {
    pattern: new RegExp(`第(${numeral})${chapterWord}的?(?:里|中)?的?第?(${numeral})(?:${pointWord}|是|$)`),
    kind: 'point',
  },
  { pattern: new RegExp(`第(${numeral})${chapterWord}的?(?:开头|导语|引言|帽段|第一段)`), kind: 'lead' },
  {
    pattern: new RegExp(`[（(](${numeral})[）)]的?[、.．-]?第?(${numeral})${pointWord}?(?!\\d|年|次|个|人|万|亿)`),
    kind: 'point',
  },
  { pattern: new RegExp(`(?:第)?(${numeral})(?:、|部分|章)?的?[（(](${numeral})[）)]`), kind: 'point' },
  { pattern: new RegExp(`第(${numeral})${chapterWord}`), kind: 'chapter' },
  { pattern: new RegExp(`[（(](${numeral})[）)]`), kind: 'chapter' },
];

function pointOf(chapter: Chapter | undefined, number: number): string | undefined {
  return chapter?.points[number - 1]?.id;
}

/** The numbered, named or pointed-at place in `text`; null when it names none. */
export function findPlace(text: string, outline: Outline): Place | null {
  for (const { pattern, kind } of patterns) {
    const hit = pattern.exec(text);
    if (!hit) continue;
    const chapter = outline.chapters[ordinal(hit[1] ?? '') - 1];
    const section =
      kind === 'point' ? pointOf(chapter, ordinal(hit[2] ?? '')) : kind === 'lead' ? chapter?.lead?.id : chapter?.id;
    return { section: section ?? hit[0], start: hit.index, end: hit.index + hit[0].length };
  }
  return findNamedPlace(text, outline);
}

function findNamedPlace(text: string, outline: Outline): Place | null {
  const named: [RegExp, string | undefined][] = [
    [/开头|开篇|前言|引言|导语|开场白?/, outline.opening.id],
    [/结尾|结束语|结语|末尾|最后一段|收尾/, outline.closing.id],
    [/全文|通篇|整篇|全篇|整个(?:报告|稿子?)|所有章节|每一?章/, 'all'],
    [/(?:这|那|上面|刚才|刚刚|上)(?:个|这|那)?一?(?:小?段话?|小?节|部分|章|条|点|稿)/, undefined],
  ];
  const byHeading = findByHeading(text, outline);
  if (byHeading) return byHeading;
  for (const [pattern, section] of named) {
    const hit = pattern.exec(text);
    if (hit) return { section, start: hit.index, end: hit.index + hit[0].length };
  }
  const alone = new RegExp(`第(${numeral})${pointWord}|(${numeral})是(?=[这那]|太|写|改|重)`).exec(text);
  if (!alone) return null;
  const number = ordinal(alone[1] ?? alone[2] ?? '');
  const owners = outline.chapters.filter((chapter) => chapter.points.length >= number);
  const section = owners.length === 1 ? pointOf(owners[0], number) : undefined;
  return { section, start: alone.index, end: alone.index + alone[0].length };
}

const generic = /^(?:工作|建设|推进|持续|全面|加强|提升|情况|深化|落实|扎实|坚持|重点|开展|党的|切实|推动|强化|不断)+$/;

/** 意识形态那段, 支部建设这部分: the heading that shares the longest run of characters with what stands before 段 or 部分. */
function findByHeading(text: string, outline: Outline): Place | null {
  const hit = /([\p{Script=Han}“”"]{2,14}?)(?:的)?(?:那|这)?(?:一|个)?(?:段|部分|章|节|点|条|块|方面)/u.exec(text);
  const words = hit?.[1];
  if (!hit || !words) return null;
  const places = outline.chapters.flatMap((chapter) => [chapter, ...chapter.points]);
  const scored = places
    .map((place) => {
      const told = 'slots' in place ? outline.slots.filter((slot) => slot.section === place.id) : [];
      const names = [place.heading, ...told.flatMap((slot) => [slot.label, ...slot.keywords])];
      return { id: place.id, score: Math.max(...names.map((name) => shared(words, name))) };
    })
    .sort((one, other) => other.score - one.score);
  const [best, next] = scored;
  if (!best || best.score < 2 || best.score === next?.score) return null;
  return { section: best.id, start: hit.index, end: hit.index + hit[0].length };
}

/** Length of the longest common run that is not made of words every heading has. */
function shared(words: string, name: string): number {
  for (let size = Math.min(words.length, name.length); size >= 2; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const run = words.slice(at, at + size);
      if (name.includes(run) && !generic.test(run)) return size;
    }
  }
  return 0;
}
