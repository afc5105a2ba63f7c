// A document as it is read out: figures in words, sentences cut at their clauses, few numbers and titles. Adds nothing, rounds nothing.
import { findFigures, sameQuantity, spokenQuantity } from '../figures/index.ts';
import type { Paragraph, ReportDocument, Span } from './document.ts';
import { textOf } from './render.ts';

export interface Speech {
  /** How points are counted: 第一，第二 or not at all. */
  marks: 'ordinal' | 'none';
}

/** More than this one cannot say in one breath. */
const BREATH = 40;
/** Less is no sentence of its own. */
const SHORTEST = 8;

export function speak(document: ReportDocument, { marks }: Speech): ReportDocument {
  const spoken = (paragraph: Paragraph): Paragraph => speakParagraph(paragraph, marks);
  return {
    ...document,
    opening: document.opening.map(spoken),
    chapters: document.chapters.map((chapter) => ({ ...chapter, paragraphs: chapter.paragraphs.map(spoken) })),
    closing: document.closing.map(spoken),
  };
}

function speakParagraph({ section, spans }: Paragraph, marks: Speech['marks']): Paragraph {
  const told = fewerTitles(countedAloud(spans, marks));
  return { section, spans: figuresAloud(shortSentences(told)) };
}

/** 一是 at the head becomes 第一，; within the text it goes: the sentences stand for themselves. */
function countedAloud(spans: Span[], marks: Speech['marks']): Span[] {
  return spans.map((span, at) => {
    if (span.from === 'missing') return span;
    const head = at === 0 ? /^([一二三四五六七八九十]{1,3})是/u.exec(span.text) : null;
    const rest = head ? span.text.slice(head[0].length) : span.text;
    const bare = rest.replace(
      /(?<=^|[。；：，])(?:[一二三四五六七八九十]{1,2}是|（(?:\d{1,2}|[一二三四五六七八九十]{1,2})）)(?=[^一二三四五六七八九十\s])/gu,
      (mark, place: number) => (place === 0 && at === 0 && !head ? mark : ''),
    );
    return { ...span, text: (head && marks === 'ordinal' ? `第${head[1]}，` : '') + bare };
  });
}

/** Of several titles in a row the first is named: 《甲》《乙》《丙》 → 《甲》等. */
function fewerTitles(spans: Span[]): Span[] {
  return spans.map((span) =>
    span.from === 'missing'
      ? span
      : { ...span, text: span.text.replace(/(《[^《》]+》)(?:[、和及]?《[^《》]+》)+等?/gu, '$1等') },
  );
}

/** Words after which the sentence must go on, and words that cannot begin one. */
const leadsOn =
  /^(?:围绕|对照|针对|按照|根据|结合|聚焦|着眼|依托|在|以|通过|为|随着|面对|经|从|对|用|坚持|既|不仅|虽然|如果|只要|无论|其中)/u;
const leansOn =
  /^(?:同比|比|较|增长|下降|占|其中|并|且|而|以|使|从而|就|便|才|也|都|又|还|但|不断|推动|确保|实现|做到|达到|为|是|有|和|与|及|等|到|再)/u;

/** 。 for ； always, for ， where both sides can stand alone and the sentence is too long for a breath. */
function shortSentences(spans: Span[]): Span[] {
  const text = textOf(spans);
  const cuts = new Set<number>();
  for (const match of text.matchAll(/[^。！？]+[。！？]?/gu)) {
    if (match[0].length <= BREATH) continue;
    let start = match.index;
    let clause = match.index;
    let depth = 0;
    for (let at = match.index; at < match.index + match[0].length; at++) {
      const char = text.charAt(at);
      if ('（“《‘'.includes(char)) depth += 1;
      if ('）”》’'.includes(char)) depth -= 1;
      if (depth > 0 || !'，；'.includes(char)) continue;
      const [before, after] = [text.slice(clause, at), text.slice(at + 1, at + 12)];
      const next = /[，；。！？]/u.exec(text.slice(at + 1));
      const ahead = at + 1 + (next?.index ?? text.length) - start;
      clause = at + 1;
      const whole = at - start >= SHORTEST && text.slice(at + 1, match.index + match[0].length).length >= SHORTEST;
      const breakable = char === '；' || (ahead > BREATH && !leadsOn.test(before) && !leansOn.test(after));
      if (!whole || !breakable) continue;
      cuts.add(at);
      start = at + 1;
    }
  }
  let from = 0;
  return spans.map((span) => {
    const chars = [...span.text.split('')].map((char, at) =>
      cuts.has(from + at) && span.from !== 'missing' ? '。' : char,
    );
    from += span.text.length;
    return { ...span, text: chars.join('') };
  });
}

/** Each figure in the words one says, wherever reading them in their place gives the same figure again. */
function figuresAloud(spans: Span[]): Span[] {
  let now = spans;
  const count = findFigures(textOf(spans)).length;
  for (let nth = 0; nth < count; nth++) {
    const said = sayFigure(now, nth);
    if (said && sameFigures(textOf(now), textOf(said))) now = said;
  }
  return now;
}

function sayFigure(spans: Span[], nth: number): Span[] | undefined {
  const figure = findFigures(textOf(spans))[nth];
  if (!figure || !/\d/u.test(figure.text)) return undefined;
  const words = spokenQuantity(figure.quantity);
  let from = 0;
  return spans.map((span) => {
    const start = figure.start - from;
    from += span.text.length;
    // Lying across two spans it is no figure of ours: it stays as it is.
    if (start < 0 || start + figure.text.length > span.text.length || span.from === 'missing') return span;
    return { ...span, text: span.text.slice(0, start) + words + span.text.slice(start + figure.text.length) };
  });
}

/** Whether both texts hold the same quantities in the same order. */
export function sameFigures(one: string, other: string): boolean {
  const [first, second] = [findFigures(one), findFigures(other)];
  return (
    first.length === second.length &&
    first.every(({ quantity }, at) => {
      const heard = second[at]?.quantity;
      return heard !== undefined && sameQuantity(quantity, heard);
    })
  );
}
