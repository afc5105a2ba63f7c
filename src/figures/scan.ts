// One pass over a text: every numeral-like stretch with what it is. findFigures, masking and the proof of drafts all rest on this. Must stay linear.
import { blindWords, FOREIGN, NONE_OF } from './blind.ts';
import { readChinese } from './chinese-numeral.ts';
import { quotedNames, titlesAndLinks } from './enclosed.ts';
import { type Folded, foldText, isNumeralLike } from './fold.ts';
import { feastDays, formulations } from './formulations.ts';
import { ordinalAt } from './numbering.ts';
import { otherAt } from './other-than-figure.ts';
import type { Quantity } from './quantity.ts';
import { type ReadFigure, readFigure } from './read-figure.ts';
import { createTrie, type Trie } from './trie.ts';
import { EACH_HAS_ONE, ordinaryWords } from './words.ts';

export type SpanKind =
  | 'figure'
  | 'date'
  | 'ordinal'
  | 'document_number'
  | 'formulation'
  | 'name'
  | 'word'
  | 'contact'
  | 'blind'
  | 'unknown';

/** A stretch of text that is numeral-like, what it is, and for figures its quantity. Offsets are UTF-16, end exclusive. */
export interface NumeralSpan {
  start: number;
  end: number;
  text: string;
  kind: SpanKind;
  quantity?: Quantity;
  /** For ordinals: numbering of the text itself (（二）, 一是, 第三点, 1.), which says nothing of the world. */
  structural?: boolean;
}

export interface ScanOptions {
  /** Titles, campaigns, units of this report: their numerals are names (1+4工作方案, 三年行动). */
  names?: readonly string[];
}

const lexicon = createTrie([
  ...ordinaryWords.map((word) => [word, 'word'] as const),
  ...formulations.map((word) => [word, 'formulation'] as const),
  ...feastDays.map((word) => [word, 'date'] as const),
  ...blindWords.map((word) => [word, 'blind'] as const),
]);

const HAS_NUMERAL = /[\d%‰〇零一二两三四五六七八九十百千万亿俩仨廿卅卌壹贰叁肆柒玖佰仟]/;

const ALL_NUMERALS = /^[〇零一二两三四五六七八九十百千万亿]+$/;

interface Found {
  start: number;
  end: number;
  kind: SpanKind;
  quantity?: Quantity;
  structural?: boolean;
}

/**
 * Every maximal numeral-like stretch of `text`, in order, none overlapping: each character that is a digit or number of any
 * script (Nd, Nl, No), a Chinese numeral, %, ‰, or part of a parser-blind word (翻番, 过半) lies in exactly one span.
 * A proof can therefore demand of a final text that every span be accounted for: `figure`, `date`, `name`, `contact`,
 * `document_number`, `blind` and `unknown` must have come from a token; `formulation`, `word` and structural `ordinal` may stand.
 */
export function numeralSpans(text: string, options: ScanOptions = {}): NumeralSpan[] {
  const folded = foldText(text);
  return scan(folded.plain, options.names ?? []).map((found) => unfold(text, folded, found));
}

function unfold(text: string, folded: Folded, found: Found): NumeralSpan {
  const start = folded.at[found.start] ?? 0;
  const end = folded.endAt[found.end - 1] ?? text.length;
  return { ...found, start, end, text: text.slice(start, end) };
}

function scan(plain: string, names: readonly string[]): Found[] {
  const found: Found[] = [];
  const own: Trie | null =
    names.length > 0 ? createTrie(names.filter(Boolean).map((name) => [name, 'name'] as const)) : null;
  const enclosed = titlesAndLinks(plain);
  const quoted = quotedNames(plain);
  let floor = 0;
  let i = 0;
  while (i < plain.length) {
    const next = at(i);
    if (next && next.end > i) {
      found.push(next);
      floor = next.end;
      i = next.end;
    } else i++;
  }
  return found;

  function at(i: number): Found | null {
    const range = enclosed(i);
    if (range) return insideOf(range, i);
    const named = own?.match(plain, i);
    if (named && HAS_NUMERAL.test(named.word)) return { start: i, end: i + named.word.length, kind: 'name' };
    const word = wordAt(plain, i, floor);
    const name = quoted(i);
    if (name && name.start === i && (!word || isPartOnly(word, name.end)))
      return { start: i, end: name.end, kind: 'name' };
    if (word) return word;
    const unit = plain.charAt(i);
    if (unit === '第') {
      const ordinal = ordinalAt(plain, i);
      if (ordinal) return { start: i, end: ordinal.end, kind: 'ordinal', structural: ordinal.structural };
    }
    if (/[A-Za-z]/.test(unit)) return foreignAt(i) ?? scannedAt(i);
    if (unit === '零' && plain.charAt(i + 1) === '下') {
      const below = readFigure(plain, i + 2, i);
      if (below) return fromFigure(below);
    }
    const numeral = isNumeralLike(plain, i);
    if (!numeral && unit !== '几' && unit !== '数') return null;
    if (numeral) {
      if (name) return { start: i, end: stretchEnd(plain, i), kind: 'name' };
      const other = otherAt(plain, i);
      if (other?.kind === 'rank') return { start: i, end: other.end, kind: 'ordinal', structural: false };
      if (other) return { start: i, end: other.end, kind: other.kind, structural: other.kind === 'ordinal' };
      if (unit === '一') {
        EACH_HAS_ONE.lastIndex = i;
        const each = EACH_HAS_ONE.exec(plain)?.[0];
        if (each && !/[，。；、]/.test(each)) return { start: i, end: i + each.length, kind: 'word' };
      }
    }
    const figure = gluedBehind(plain, i) ? null : readFigure(plain, i, floor);
    if (figure) return fromFigure(figure);
    return numeral ? leftover(plain, i) : null;
  }

  /** “一核两翼三区” is one name, though its beginning is a word of its own; “三分类、三升级” are two. */
  function isPartOnly(word: Found, end: number): boolean {
    const rest = plain.slice(word.end, end);
    return rest !== '' && (word.kind === 'word' || (HAS_NUMERAL.test(rest) && !/^[、，]/.test(rest)));
  }

  function insideOf(range: { end: number; kind: SpanKind }, i: number): Found | null {
    if (!isNumeralLike(plain, i)) return null;
    return { start: i, end: Math.min(stretchEnd(plain, i), range.end), kind: range.kind };
  }

  function foreignAt(i: number): Found | null {
    if (i > 0 && /[A-Za-z0-9]/.test(plain.charAt(i - 1))) return null;
    FOREIGN.lastIndex = i;
    const word = FOREIGN.exec(plain)?.[0];
    return word ? { start: i, end: i + word.length, kind: 'blind' } : null;
  }

  /** l2次, O.5%: a scan's letters before the first true digit. */
  function scannedAt(i: number): Found | null {
    if (!/[OolI]/.test(plain.charAt(i)) || (i > 0 && /[A-Za-z0-9]/.test(plain.charAt(i - 1)))) return null;
    const figure = /^\.?\d/.test(plain.slice(i + 1, i + 3)) ? readFigure(plain, i, floor) : null;
    return figure && fromFigure(figure);
  }
}

const fromFigure = (figure: ReadFigure): Found => ({ ...figure, kind: 'figure' });

/** A listed word at `i`, unless a longer quantity begins there (三公里 is not 三公) or its numeral goes on behind it (系统一百二十个). */
function wordAt(plain: string, i: number, floor: number): Found | null {
  const match = lexicon.match(plain, i);
  if (!match) {
    NONE_OF.lastIndex = i;
    const none = plain.charAt(i) === '零' && !readFigure(plain, i, i) ? NONE_OF.exec(plain)?.[0] : undefined;
    return none ? { start: i, end: i + none.length, kind: 'blind' } : null;
  }
  const { word, value } = match;
  const end = i + word.length;
  const first = word.search(HAS_NUMERAL);
  const figure = first === 0 && value !== 'blind' ? readFigure(plain, i, floor) : null;
  if (figure && (figure.end > end || (figure.end === end && figure.start < i))) return null;
  if (first >= 0 && isNumeralLike(plain, end)) {
    if (ALL_NUMERALS.test(word)) return null;
    const goesOn = (start: number): boolean => (readChinese(plain, start)?.end ?? 0) > end;
    if (goesOn(i + first) || goesOn(end - 1)) return null;
  }
  return { start: i, end, kind: value as SpanKind };
}

/** 5G, 4A级, 3D: a letter that is neither unit nor scale makes a name of the digits before it. */
function gluedBehind(plain: string, i: number): boolean {
  const run = /^\d{1,20}(?:\.\d{1,10})?(?=[A-Za-z])/.exec(plain.slice(i, i + 32))?.[0];
  if (!run) return false;
  const figure = readFigure(plain, i, i);
  return !figure || figure.end <= i + run.length;
}

/** What no rule and no reader took: the maximal stretch, as unknown, or as a name where it is glued to letters. */
function leftover(plain: string, i: number): Found {
  const end = stretchEnd(plain, i);
  const glued = /[A-Za-z]/.test(plain.charAt(end)) && /\d/.test(plain.charAt(end - 1));
  if (glued) {
    const tail = /^[A-Za-z\d]{1,40}/.exec(plain.slice(end, end + 40))?.[0] ?? '';
    return { start: i, end: end + tail.length, kind: 'name' };
  }
  if (plain.charAt(i) === '一' && end === i + 1 && !isNumeralLike(plain, i - 1))
    return { start: i, end: articleEnd(plain, end), kind: 'word' };
  return { start: i, end, kind: 'unknown' };
}

/** 一个, 一名 … where it is an article: a word, together with its measure. A lone 一 says no amount either. */
const articleEnd = (plain: string, end: number): number =>
  /[个名位项支批套种条座面片张道]/.test(plain.charAt(end)) ? end + 1 : end;

/** The end of the numeral-like run from `i`, over the points, commas and single spaces inside digits. */
function stretchEnd(plain: string, i: number): number {
  let end = i + 1;
  while (end < plain.length) {
    if (isNumeralLike(plain, end)) end++;
    else if (
      /[.,，·:：/ \-—]/.test(plain.charAt(end)) &&
      /\d/.test(plain.charAt(end - 1)) &&
      /\d/.test(plain.charAt(end + 1))
    )
      end += 2;
    else break;
  }
  return end;
}
