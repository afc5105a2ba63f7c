// Proves that a narrative item told in a writer's words is the same item: figures, names, refusals and doers kept, nothing added that was not given.
import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';
import { type Outline, type Section, slotOf } from './outline.ts';
import { actors, formalWords, harmlessNegations, inPerson, negations, partiesNamed } from './proof-lexicon.ts';
import { hiddenFigure, hiddenItem, itemsOf } from './telling.ts';
import type { Token } from './token.ts';

/** Shares of an item's characters, and of their neighbourhoods, that its rephrasing must keep. A short item is nearly a name. */
const KEPT = 0.7;
const KEPT_OF_SHORT = 0.8;
const KEPT_TOGETHER = 0.5;
const SHORT = 14;
/** Characters a rephrasing may add that are neither given nor formal words: an item's worth of its own ties. */
const ADDED_AT_LEAST = 6;
const ADDED_SHARE = 0.3;

const marks = /[，。；：、！？,;:!?\s（）()…—]/u;
const named = /《[^《》]*》|“[^“”]*”|‘[^‘’]*’/gu;

/** A person who says so wants no other words; a title or a name allows none. */
export function isVerbatim(fact: Fact | undefined, question: string): boolean {
  const asked = /题目|名称怎么写|准确名称|书名/u.test(question);
  return (
    asked ||
    /原话|原文|一个?字[都也]?(?:别|不要|不能|不许|不得|不)[改动差]|照抄|照写|原样|原封不动|不要?[改动润]/u.test(
      fact?.source.words ?? '',
    )
  );
}

/** What is wrong with one item token; empty when it tells its item truly. */
export function proveTelling(
  token: Token,
  { outline, section, facts }: { outline: Outline; section: Section; facts: Record<string, Fact> },
): Finding[] {
  const slot = slotOf(outline, token.slot);
  if (!slot || token.item === undefined) return [];
  const place = `{{${token.slot}.${token.item}}}`;
  const found = (message: string, code: Finding['code'] = 'telling_untrue'): Finding => ({
    code,
    message,
    quote: place,
  });
  const fact = facts[slot.id];
  const item = itemsOf(fact?.value)[token.item - 1];
  if (item === undefined || (slot.type !== 'list' && slot.type !== 'text')) {
    return [found(`没有 ${place} 这一条，只能用列出的占位。`, 'unknown_token')];
  }
  const { words } = token;
  if (words === undefined) return [];
  if (words.trim() === '') return [found(`${place} 的冒号后面是空的：写上改写的话，或者只写 ${place} 照原话印。`)];
  if (isVerbatim(fact, slot.question) || /[⟦⟧␛{}]/u.test(item))
    return [found(`${place} 要照原话，不能改写，只写 ${place} 或 {{${slot.id}}}。`)];
  const foreign = isMine(fact, slot.question) ? [] : claimedInPerson(words, item, fact);
  return [...proveWords(item, words, given(outline, section, item)), ...foreign].map((message) =>
    found(`${place} ${message}`),
  );
}

/** Whether the report's 我 did it: so it was said, or so it was asked. */
function isMine(fact: Fact | undefined, question: string): boolean {
  return fact?.deed === undefined ? /您/u.test(question) : fact.deed === 'self';
}

/** 我 alone may stand before what nobody else is said to have done; that it was done in person must have been said. */
function claimedInPerson(words: string, item: string, fact: Fact | undefined): string[] {
  const others = fact?.deed !== undefined && fact.deed !== 'self';
  const claimed = (words.match(inPerson) ?? []).filter((one) => !item.includes(one) && (one !== '我' || others));
  if (claimed.length === 0) return [];
  return [`里的“${[...new Set(claimed)].join('”“')}”没有说过：没有说是本人做的，不能写成本人做的。`];
}

/** Without figures' labels and marks at the ends. */
const plain = (text: string): string => text.replace(hiddenFigure, '⟦$1⟧');

function proveWords(said: string, written: string, known: Set<string>): string[] {
  const item = plain(hiddenItem(said).text);
  const words = plain(written);
  const figures: string[] = item.match(hiddenFigure) ?? [];
  const used: string[] = words.match(hiddenFigure) ?? [];
  const lost = figures.filter((figure) => used.filter((one) => one === figure).length !== 1);
  const strange = used.filter((figure) => !figures.includes(figure));
  const clauses = splitClauses(item);
  const loose = clauses.filter((clause) => (/⟦/u.test(clause) || denies(clause)) && !standsIn(clause, words));
  const names = [...(item.match(named) ?? []), ...(item.match(actors) ?? [])].filter((name) => !words.includes(name));
  const foreign = (words.match(named) ?? []).filter(
    (name) => !item.includes(name.slice(1, -1)) || (name.startsWith('《') && !item.includes(name)),
  );
  const doers = (words.match(actors) ?? []).filter((name) => !item.includes(name) && !known.has(name));
  const denied = words.replace(harmlessNegations, '').match(negations) ?? [];
  const denials = denied.filter((one) => !item.replace(harmlessNegations, '').includes(one));
  const parted = clauses.some((clause) => !follows(parties(clause), parties(words)));
  const added = additions(words, item, known);
  const room = Math.max(ADDED_AT_LEAST, Math.floor([...bare(item)].length * ADDED_SHARE));
  return [
    ...(lost.length + strange.length > 0 ? [`里的 ⟦…⟧ 要和原条一样，一个不少、一个不多，各写一次。`] : []),
    ...(loose.length > 0 ? [`里“${loose.join('”“')}”含有数或否定的意思，这个分句要照原样写，只能在它前后改。`] : []),
    ...(names.length > 0 ? [`漏了“${[...new Set(names)].join('”“')}”，名称和做事的人要照写。`] : []),
    ...(foreign.length > 0 ? [`多了${foreign.join('')}，这一条没有说过。`] : []),
    ...(doers.length > 0 ? [`多了“${[...new Set(doers)].join('”“')}”，这一条没有说是谁做的，不能添。`] : []),
    ...(denials.length > 0 ? [`多了“${[...new Set(denials)].join('”“')}”，意思会变，请去掉。`] : []),
    ...(/[。；！？;!?\n]/u.test(words) ? ['只能改写成一句话的一部分，里面不用句号、分号，冒号后的话写完就收。'] : []),
    ...(parted ? ['换了做事的和受事的先后，意思会变，请照原来的次序。'] : []),
    ...(!keeps(item, words) ? ['改得太多，认不出是这一条了：关键的词要保留。'] : []),
    ...(added.join('').length > room ? [`添了没有给的内容：“${added.join('”“')}”，请删去。`] : []),
  ];
}

/** Whether enough of the item is there, and enough of it together. */
function keeps(item: string, words: string): boolean {
  const chars = [...bare(item)].filter((char) => !/[的了和与及并]/u.test(char));
  const together = pairs(item);
  const share = [...bare(item)].length <= SHORT ? KEPT_OF_SHORT : KEPT;
  return (
    chars.filter((char) => words.includes(char)).length >= chars.length * share &&
    together.filter((pair) => words.includes(pair)).length >= together.length * KEPT_TOGETHER
  );
}

/** Who does and to whom, in order. */
const parties = (text: string): string[] => {
  const named = text.match(partiesNamed) ?? [];
  return named.length > 1 ? named : [];
};
const follows = (wanted: string[], there: string[]): boolean => {
  let at = 0;
  for (const one of there) if (one === wanted[at]) at += 1;
  return at === wanted.length;
};

const denies = (clause: string): boolean => (clause.replace(harmlessNegations, '').match(negations) ?? []).length > 0;

/** What goes before may be left out: it joins the clause to another. */
const joint = /^(?:并且?|还|抓|先后|同时|其中|另外|此外|也|我|而且|但是?|以及|和)/u;

function splitClauses(item: string): string[] {
  return item.split(marks).flatMap((clause) => {
    const core = clause.replace(joint, '').trim();
    return core === '' ? [] : [core];
  });
}

/** The clause word for word, with nothing joined on that would make another of it. */
function standsIn(clause: string, words: string): boolean {
  for (let at = words.indexOf(clause); at >= 0; at = words.indexOf(clause, at + 1)) {
    const before = words.slice(0, at).match(/[^，。；：、！？,;:!?\s]*$/u)?.[0] ?? '';
    const after = words.slice(at + clause.length);
    if (/(?:[未没不无非近约超逾第每共多]|上年|去年|计划|拟|累计)$/u.test(before)) continue;
    if (clause.endsWith('⟧') && /^[^，。；：、！？,;:!?\s等）)和与及]/u.test(after)) continue;
    return true;
  }
  return false;
}

const bare = (text: string): string => text.replace(hiddenFigure, '').replace(/[\p{P}\p{S}\s]/gu, '');

/** Pairs of neighbouring characters within a clause; particles say nothing. */
function pairs(text: string): string[] {
  return text.split(/⟦\d+⟧|[\p{P}\p{S}\s的了和与及]/u).flatMap((run) => {
    const chars = [...run];
    return chars.slice(1).map((char, at) => `${chars[at]}${char}`);
  });
}

const formal = new Set(formalWords);
const longest = 5;

/** Pairs of characters a section may say without a fact: its own words, and these. */
export function given(outline: Outline, section: Section, item: string): Set<string> {
  const own = [
    item,
    section.heading,
    section.brief,
    ...section.formulations,
    ...section.slots.map((id) => slotOf(outline, id)?.label ?? ''),
  ];
  return new Set([...own.flatMap(pairs), ...own.flatMap((text) => text.match(actors) ?? [])]);
}

/** Runs of two and more characters that are neither given nor formal words. */
export function additions(words: string, item: string, known: Set<string>): string[] {
  const chars = [...words.replace(hiddenFigure, '，')];
  const free = chars.map((char) => /[\p{P}\p{S}\s]/u.test(char) || (item.includes(char) && formal.has(char)));
  for (let at = 0; at < chars.length; at += 1) {
    if (known.has(`${chars[at]}${chars[at + 1]}`)) free[at] = free[at + 1] = true;
    for (let length = longest; length >= 1; length -= 1) {
      if (!formal.has(chars.slice(at, at + length).join(''))) continue;
      free.fill(true, at, at + length);
      break;
    }
  }
  const runs: string[] = [];
  let run = '';
  for (const [at, char] of chars.entries()) {
    if (!free[at]) run += char;
    if (free[at] || at === chars.length - 1) {
      if ([...run].length >= 2) runs.push(run);
      run = '';
    }
  }
  return runs;
}
