// How a section reads: voice, shape, sentences one can say aloud, worn and hollow words. Style only: nothing here makes a text false.
import type { Facts } from '../report/fact.ts';
import { isMine } from '../report/lacking.ts';
import { inChinese } from '../report/number-in-chinese.ts';
import { type Outline, type Section, slotOf } from '../report/outline.ts';
import { additions, given } from '../report/proof-telling.ts';
import { hiddenFigure, itemsOf } from '../report/telling.ts';
import { parseTokens, tokensIn } from '../report/token.ts';
import { gap, writtenWords } from './check-inventions.ts';
import { doing, hollow, purpose, wearing } from './stock-phrases.ts';

/** Characters one says in a breath, between two marks; and in a sentence. A figure's token counts as eight. */
const BREATH = 36;
const SENTENCE = 120;
/** Sentences that tell no fact, in one section. */
const ATTITUDES = 2;

export interface StyleRequest {
  section: Section;
  outline: Outline;
  facts: Facts;
  /** Other words of people than the facts. */
  also?: string[];
}

export function styleFaults(text: string, { section, outline, facts, also = [] }: StyleRequest): string[] {
  const words = writtenWords(text);
  return [
    ...shapeFaults(text, section),
    ...voiceFaults(text, outline, facts),
    ...longFaults(text, section),
    ...hollowFaults(words, section),
    ...wornFaults(words, section),
    ...attitudeFaults(text, section),
    ...besideFaults(text, { section, outline, facts, also }),
  ];
}

function shapeFaults(text: string, section: Section): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const numbered =
    /(?:^|[。；：，\n])\s*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[（(][一二三四五六七八九十\d]+[)）])/u.exec(
      text,
    )?.[0];
  return [
    ...(lines > 1 && !/段/u.test(section.brief) ? [`只写一段，现在是${lines}段。`] : []),
    ...(numbered === undefined
      ? []
      : [`“${numbered.replace(/^[。；：，\n\s]/u, '')}”是序号，正文里不写；列举放在“：”后面，系统会编号。`]),
  ];
}

/** What the reporter did is told as 我 did it; a unit's report has no 我. */
function voiceFaults(text: string, outline: Outline, facts: Facts): string[] {
  const first = /第一人称“我”/u.test(outline.setting);
  if (!first) {
    return /我(?![局市省县区国院馆校所中单])(?!们)/u.test(writtenWords(text))
      ? ['不用“我”，自称照这一类报告的要求。']
      : [];
  }
  return [
    ...sentencesOf(text).flatMap((sentence) => {
      const mine = tokensIn(sentence).find((id) => isMine(id, outline, facts));
      return mine === undefined || /我|本人|亲自/u.test(writtenWords(sentence))
        ? []
        : [`{{${mine}}} 是本人做的，这一句要写明“我”。`];
    }),
    ...claimedFaults(text, outline, facts),
  ];
}

/** 我牵头{{work}} for what nobody is said to have done in person. */
function claimedFaults(text: string, outline: Outline, facts: Facts): string[] {
  return parseTokens(text).flatMap((piece, at, pieces) => {
    const before = pieces[at - 1];
    if (piece.type !== 'token' || before?.type !== 'text') return [];
    const slot = slotOf(outline, piece.slot);
    if (
      (slot?.type !== 'list' && slot?.type !== 'text') ||
      /您/u.test(slot.question) ||
      facts[slot.id]?.deed === 'self'
    )
      return [];
    const claimed = /(?:亲自|带头|牵头|主持|带队)(?=[^，。；：！？\n]*$)/u.exec(before.text)?.[0];
    return claimed === undefined ? [] : [`{{${slot.id}}} 没有说是本人做的，前面不写“${claimed}”。`];
  });
}

const sentencesOf = (text: string): string[] => text.match(/[^。！？；\n]+/gu) ?? [];

function longFaults(text: string, { kind }: Section): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    // What a person said stands as said: only what the writer wrote has to be said in one breath.
    const spoken = parseTokens(sentence)
      .map((piece) =>
        piece.type === 'text'
          ? piece.text
          : piece.type === 'token'
            ? (piece.words?.replace(hiddenFigure, '一二三') ?? (piece.item === undefined ? '一二三四五六七八' : '，'))
            : '',
      )
      .join('');
    const breath = spoken.split(/[，、：（）]/u).find((part) => [...part].length > BREATH);
    const start = [...sentence.replace(/\{\{[^{}]*\}\}/gu, '…')].slice(0, 12).join('');
    if (breath !== undefined) return [`“${start}…”一口气念不下来，请断开。`];
    return [...spoken].length > (kind === 'opening' ? SENTENCE * 1.5 : SENTENCE)
      ? [`“${start}…”这一句太长，请拆成两句。`]
      : [];
  });
}

function hollowFaults(words: string, section: Section): string[] {
  const found = hollow.flatMap((pattern) => [...words.matchAll(pattern)].map(([one]) => one));
  return [...new Set(found)]
    .filter((one) => !section.heading.includes(one))
    .map((one) => `“${one}”是套话，请换成实际做的事，没有就删去。`);
}

const withoutFixed = (words: string, section: Section): string =>
  section.formulations.reduce((left, fixed) => left.replaceAll(fixed, ''), words.replace(terms, ''));

function wornFaults(words: string, section: Section): string[] {
  const free = withoutFixed(words, section);
  return wearing.flatMap(({ words: pattern, name, inSection }) => {
    const count = free.match(pattern)?.length ?? 0;
    return count > inSection ? [`“${name}”用了${count}次，这一节至多${inSection}次。`] : [];
  });
}

function attitudeFaults(text: string, section: Section): string[] {
  if (section.kind === 'opening' || section.kind === 'closing') return [];
  const empty = (text.match(/[^。！？\n]+/gu) ?? []).filter(
    (sentence) => tokensIn(sentence).length === 0 && !section.formulations.some((fixed) => sentence.includes(fixed)),
  );
  // Problems and causes, shortcomings and plans: each paragraph is introduced.
  const most = ATTITUDES + Math.max(0, text.trim().split(/\n+/u).length - 1);
  return empty.length > most
    ? [`有${empty.length}句没有说到一件事，只说认识和态度，至多留${most === 2 ? '两' : inChinese(most)}句。`]
    : [];
}

/** Behind a fact, in the same sentence, a clause of its own that says something was done: nobody said so. What for may be said. */
function besideFaults(text: string, { section, outline, facts, also = [] }: StyleRequest): string[] {
  if (section.kind === 'opening' || section.kind === 'closing') return [];
  const said = [...Object.values(facts).flatMap(({ value }) => itemsOf(value)), ...also].join('，');
  const known = given(outline, section, said);
  return sentencesOf(text).flatMap((sentence) => {
    // Items told in other words are facts here like any other.
    const clauses = sentence.replace(/\{\{[^{}]*\}\}/gu, gap).split(/[，：]/u);
    const first = clauses.findIndex((clause) => clause.includes(gap));
    return (
      clauses
        .slice(Math.max(0, first))
        .map((clause, at) => (at === 0 ? clause.slice(clause.indexOf(gap)) : clause))
        .filter((clause) => first >= 0 && !purpose.test(clause))
        .flatMap((clause) => clause.split('、'))
        .filter((clause) => !clause.includes(gap))
        // A deed that was told may be spoken of again.
        .filter((clause) => [...clause.matchAll(doing)].some(([deed]) => !known.has(deed)))
        .filter((clause) => additions(clause, '', known).length > 0)
        .filter((clause) => !section.formulations.some((fixed) => fixed.includes(clause)))
        .map((clause) => `“${clause}”说的事没有给出过：没有出处就删去。`)
    );
  });
}

/** In these a worn word is part of a term. */
const terms = /全面从严治党|全面深化改革|全面推进乡村振兴|全面领导|不断线|坚持和加强|可持续/gu;

/** Between the sections of one asking: words worn by all of them together, by the section that goes over. */
export function wornBetween(texts: { section: Section; text: string }[]): Map<string, string[]> {
  const faults = new Map<string, string[]>();
  for (const { words: pattern, name, inAll } of wearing) {
    let count = 0;
    for (const { section, text } of texts) {
      const mine = withoutFixed(writtenWords(text), section).match(pattern)?.length ?? 0;
      count += mine;
      if (mine > 0 && count > inAll) {
        faults.set(section.id, [
          ...(faults.get(section.id) ?? []),
          `“${name}”在各小节里用得太多，这一节请换别的说法。`,
        ]);
      }
    }
  }
  const openings = Map.groupBy(texts, ({ text }) => [...writtenWords(text).trim()].slice(0, 4).join(''));
  for (const [start, alike] of openings) {
    if ([...start].length < 4) continue;
    for (const { section } of alike.slice(1)) {
      faults.set(section.id, [...(faults.get(section.id) ?? []), `开头“${start}”和别的小节一样，请换一种起法。`]);
    }
  }
  return faults;
}
