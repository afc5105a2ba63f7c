// A reading through the whole: what is said twice in two chapters, points and headings out of proportion, opening and closing out of step, sentences
// that tell nothing. Proposes; certain of nothing, and changes nothing.
import { countWords } from './count-words.ts';
import type { Paragraph, ReportDocument } from './document.ts';
import { type Outline, sectionsOf, sectionsUnder } from './outline.ts';
import { textOf } from './render.ts';

export type Remark =
  /** The same words in sections of different chapters; it is the later one that may say it otherwise. */
  | { type: 'repeated'; words: string; sections: string[] }
  | { type: 'length'; section: string; own: number; usual: number }
  | { type: 'headings'; chapters: string[]; headings: string[] }
  | { type: 'halves'; chapter: string; heading: string }
  | { type: 'frame'; lacks: 'answer' | 'call'; section: string }
  | { type: 'attitude'; section: string; quote: string };

/** Shorter is a term of the trade. */
const REPEATED = 9;
const TIMES = 3;
/** One such sentence in a section is its keynote. */
const ATTITUDES = 1;

export function reviewWhole(document: ReportDocument, outline: Outline): Remark[] {
  const chapters = document.chapters.map(({ id, paragraphs }) => ({ id, sections: bySection(paragraphs) }));
  return [
    ...repeated(chapters, outline),
    ...lengths(outline, chapters),
    ...headings(outline),
    ...frame(document, outline),
    ...attitudes(chapters, outline),
  ];
}

type Chapter = { id: string; sections: Map<string, Paragraph[]> };

function bySection(paragraphs: Paragraph[]): Map<string, Paragraph[]> {
  return Map.groupBy(paragraphs, ({ section }) => section);
}

const wordsOf = (paragraphs: Paragraph[]): string => paragraphs.map(({ spans }) => textOf(spans)).join('\n');

/** What the writer wrote, without facts and gaps: a title may well stand in two places. */
const ownWords = (paragraphs: Paragraph[]): string =>
  paragraphs
    .map(({ spans }) =>
      spans.map((span) => (span.from === 'text' && span.slot === undefined ? span.text : '|')).join(''),
    )
    .join('\n');

function repeated(chapters: Chapter[], outline: Outline): Remark[] {
  const known = [
    ...sectionsOf(outline).flatMap(({ formulations, heading }) => [...formulations, heading]),
    ...outline.chapters.map(({ heading }) => heading),
  ];
  const seen = new Map<string, { chapter: string; section: string }>();
  const found: { words: string; sections: string[] }[] = [];
  for (const { id: chapter, sections } of chapters) {
    for (const [section, paragraphs] of sections) {
      const text = ownWords(paragraphs);
      for (const run of text.match(/\p{Script=Han}{9,}|(?:\p{Script=Han}+[，、])+\p{Script=Han}+/gu) ?? []) {
        for (let at = 0; at + REPEATED <= run.length; at++) {
          let end = at + REPEATED;
          const first = seen.get(run.slice(at, end));
          if (!first || first.chapter === chapter) continue;
          while (end < run.length && seen.get(run.slice(end + 1 - REPEATED, end + 1))?.chapter === first.chapter)
            end += 1;
          const words = run.slice(at, end).replace(/^[，、]+|[，、]+$/gu, '');
          if (
            words.length >= REPEATED &&
            !known.some((one) => one.includes(words) || (words.includes(one) && one.length * 2 > words.length))
          )
            found.push({ words, sections: [first.section, section] });
          at = end - 1;
        }
      }
      for (const run of text.match(/\p{Script=Han}{9,}|(?:\p{Script=Han}+[，、])+\p{Script=Han}+/gu) ?? [])
        for (let at = 0; at + REPEATED <= run.length; at++) {
          const key = run.slice(at, at + REPEATED);
          if (!seen.has(key)) seen.set(key, { chapter, section });
        }
    }
  }
  return [...new Map(found.map((one) => [one.words, { type: 'repeated' as const, ...one }])).values()];
}

/** Points of one chapter three times as long as the others, or a third. */
function lengths(outline: Outline, chapters: Chapter[]): Remark[] {
  return chapters.flatMap(({ id, sections }) => {
    const points = sectionsUnder(outline, id).filter(({ kind, id: one }) => kind === 'point' && sections.has(one));
    const sizes = points.map((point) => countWords(wordsOf(sections.get(point.id) ?? [])));
    if (points.length < 3) return [];
    return points.flatMap((point, at): Remark[] => {
      const own = sizes[at] ?? 0;
      const others = sizes.filter((_, place) => place !== at).toSorted((a, b) => a - b);
      const usual = others[Math.floor((others.length - 1) / 2)] ?? 0;
      const odd = (own >= usual * TIMES && own > 150) || (own * TIMES <= usual && usual > 120);
      return odd ? [{ type: 'length', section: point.id, own, usual }] : [];
    });
  });
}

/** Chapters named after what they hold need not keep step. */
const plain = /问题|不足|打算|下一步|计划|安排|整改|思路|情况|原因|措施/u;

function headings(outline: Outline): Remark[] {
  const some = outline.chapters.filter(({ heading }) => !plain.test(heading));
  if (some.length < 3) return [];
  const halves = some.map(({ heading }) => heading.split('，').length);
  const two = halves.filter((count) => count === 2).length;
  const odd = two * 2 > some.length ? some.filter((_, at) => halves[at] !== 2) : [];
  const sizes = some.map(({ heading }) => [...heading].length);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const ends = [most, least].map((size) => some[sizes.indexOf(size)]).filter((one) => one !== undefined);
  return [
    ...odd.map(({ id, heading }): Remark => ({ type: 'halves', chapter: id, heading })),
    ...(odd.length === 0 && most > least * 1.8 && most - least >= 8
      ? [
          {
            type: 'headings' as const,
            chapters: ends.map(({ id }) => id),
            headings: ends.map(({ heading }) => heading),
          },
        ]
      : []),
  ];
}

/** 现述职如下 wants 以上述职, and the other way round. */
function frame({ opening, closing }: ReportDocument, outline: Outline): Remark[] {
  const [begin, end] = [wordsOf(opening), wordsOf(closing)];
  if (begin === '' || end === '') return [];
  const calls = /如下[：:。，]|如下$|现.{0,12}(?:述职|汇报|报告)/u.test(begin);
  const answers = /以上|述职完毕|汇报完毕|报告完毕|不妥之处|请.{0,6}(?:评议|批评指正|审议)/u.test(end);
  if (calls && !answers && /述职|汇报|报告/u.test(begin))
    return [{ type: 'frame', lacks: 'answer', section: outline.closing.id }];
  if (!calls && /以上(?:述职|报告|汇报)/u.test(end))
    return [{ type: 'frame', lacks: 'call', section: outline.opening.id }];
  return [];
}

const attitude = /坚持|坚决|坚定|始终|着力|力求|切实|不断|进一步|高度重视|深刻认识|认真贯彻|牢固树立|扎实推进|持续/u;

/** More than one sentence of a section that tells no fact, in the tone of a pledge. The next steps may pledge. */
function attitudes(chapters: Chapter[], outline: Outline): Remark[] {
  return chapters.flatMap(({ id, sections }) => {
    if (/打算|下一步|计划|安排/u.test(outline.chapters.find((one) => one.id === id)?.heading ?? '')) return [];
    return [...sections].flatMap(([section, paragraphs]) => {
      const own = sectionsOf(outline).find((one) => one.id === section);
      const empty = paragraphs
        .flatMap((paragraph) => emptySentences(paragraph))
        .filter(
          (sentence) =>
            attitude.test(sentence) &&
            !sentence.includes(own?.heading || '\u0000') &&
            !(own?.formulations ?? []).some((fixed) => sentence.includes(fixed)),
        );
      return empty.slice(ATTITUDES).map((quote): Remark => ({ type: 'attitude', section, quote }));
    });
  });
}

/** Whole sentences in which nothing that was given stands. */
function emptySentences({ spans }: Paragraph): string[] {
  const text = textOf(spans);
  let from = 0;
  const told = spans.map((span) => {
    const range = { start: from, end: from + span.text.length, fact: span.from !== 'text' || span.slot !== undefined };
    from = range.end;
    return range;
  });
  return [...text.matchAll(/[^。！？]+[。！？]/gu)]
    .filter(
      (match) =>
        !told.some(({ start, end, fact }) => fact && start < match.index + match[0].length && match.index < end),
    )
    .map((match) => match[0].trim())
    .filter((sentence) => sentence.length >= 10 && !/\d|[：；]$/u.test(sentence));
}
