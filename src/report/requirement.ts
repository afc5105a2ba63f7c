// Lengths, shares, minutes as a notice or a form words them, and how they are shown. Pure; what it cannot read is undefined, never guessed.
import { parseNumeral } from '../figures/index.ts';
import type { Length, Share, SharePart } from './task.ts';

const number = '([0-9]{2,6}|[一二两三四五六七八九十百千万0-9]{2,8})';
const range = new RegExp(`${number}字?\\s*[-－—–~～至到]+\\s*${number}\\s*(字|$)`, 'u');
const most = new RegExp(
  `(?:(?:控制在|不(?:得|能|可|要)?(?:超过|多于|大于)|限制?在?|至多|最多|≤|<=)\\s*${number}\\s*(?:个)?字?|${number}\\s*(?:个)?字\\s*(?:以内|之内|以下|内))(?!\\s*(?:左右|上下|以上))`,
  'u',
);
const least = new RegExp(
  `(?:不(?:得|能|可)?(?:少于|低于|小于)|至少|最少|≥|>=)\\s*${number}\\s*(?:个)?字?|${number}\\s*(?:个)?字\\s*以上`,
  'u',
);
const about = new RegExp(
  `(?:大约|约|大概)\\s*${number}\\s*(?:个)?字|(?:控制在)?\\s*${number}\\s*(?:个)?字\\s*(?:左右|上下)`,
  'u',
);
const SHORTEST = 200;
const LONGEST = 100_000;

/** Full-width digits and signs to the plain ones; every character stays one character. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９：／％]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function countIn(match: RegExpExecArray | null): number | undefined {
  return countFrom(match?.slice(1).find((one) => one !== undefined));
}

function countFrom(said: string | undefined): number | undefined {
  const value = said === undefined ? Number.NaN : Number(parseNumeral(said) ?? Number.NaN);
  return Number.isInteger(value) && value >= SHORTEST && value <= LONGEST ? value : undefined;
}

/** 3000字以内, 1500—2000字, 不少于两千字, 三千字左右. `bare`: a number alone is the most it may be, as in a form's field. */
export function readLength(said: string, bare = false): Length | undefined {
  const plain = plainDigits(said).replace(/(\d),(?=\d{3})/gu, '$1');
  // 2500以内 in a field about characters
  const unsaid = bare && !/字/u.test(plain) && /以|左右|上下|内|过|超|约/u.test(plain);
  const text = unsaid ? plain.replace(new RegExp(number, 'u'), (count) => `${count}字`) : plain;
  const both = range.exec(text);
  if (both && (bare || both[3] === '字')) {
    const [low, high] = [countFrom(both[1]), countFrom(both[2])];
    if (low !== undefined && high !== undefined && low < high) return { least: low, most: high };
  }
  const near = countIn(about.exec(text));
  if (near !== undefined) return { about: near };
  const upper = lengthSaid(text, most);
  const lower = lengthSaid(text, least);
  if (upper !== undefined || lower !== undefined) {
    if (upper !== undefined && lower !== undefined && lower > upper) return undefined;
    return { ...(lower === undefined ? {} : { least: lower }), ...(upper === undefined ? {} : { most: upper }) };
  }
  const alone = bare ? countIn(new RegExp(`^\\s*${number}\\s*字?\\s*$`, 'u').exec(text)) : undefined;
  return alone === undefined ? undefined : { most: alone };
}

/** 不超过 wants its 字 somewhere near: 不超过8分钟 and 不超过500万元 are about something else. */
function lengthSaid(text: string, pattern: RegExp): number | undefined {
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
    const follows = text.slice(match.index + match[0].length, match.index + match[0].length + 1);
    if (!/字/u.test(match[0]) && (follows !== '' || !/^[≤≥<>]/u.test(match[0]))) continue;
    const count = countIn(match);
    if (count !== undefined) return count;
  }
  return undefined;
}

export function showLength({ least: low, most: high, about: near }: Length): string {
  if (near !== undefined) return `${near}字左右`;
  if (low !== undefined && high !== undefined) return `${low}—${high}字`;
  return high === undefined ? `不少于${low}字` : `≤${high}字`;
}

const parts: [SharePart, RegExp][] = [
  ['问题', /问题|不足|短板|差距/u],
  ['原因', /原因/u],
  ['整改', /整改/u],
  ['打算', /打算|下一步|下步|思路|计划|措施|努力方向|安排/u],
];

/** The parts named in these words, for a demand and for a chapter's heading alike. */
export function partsNamed(text: string): SharePart[] {
  return parts.filter(([, pattern]) => pattern.test(text)).map(([part]) => part);
}

/** 问题和打算不少于三分之一. */
export function readShare(said: string): Share | undefined {
  const text = plainDigits(said);
  for (const match of text.matchAll(
    /([0-9一二三四五六七八九十百]{1,3})分之([0-9一二三四五六七八九十]{1,4})|([0-9])\/([2-9])(?![0-9月日前])|([0-9]{1,2})%|一半|半数/gu,
  )) {
    const clause =
      text
        .slice(0, match.index)
        .split(/[。；;\n]/u)
        .at(-1) ?? '';
    const named = partsNamed(lastClauses(clause));
    const of = fraction(match);
    if (named.length > 0 && of && of.top > 0 && of.top < of.bottom) return { parts: named, ...of };
  }
  return undefined;
}

/** Of a long sentence only the end is about the share. */
function lastClauses(text: string): string {
  const clauses = text.split(/[，,]/u);
  const last = clauses.at(-1) ?? '';
  return partsNamed(last).length > 0 ? last : clauses.slice(-2).join('，');
}

function fraction(match: RegExpExecArray): { top: number; bottom: number } | undefined {
  const [whole, under, over, top, bottom, percent] = match;
  if (/半/u.test(whole)) return { top: 1, bottom: 2 };
  if (percent !== undefined) return { top: Number(percent), bottom: 100 };
  if (top !== undefined) return { top: Number(top), bottom: Number(bottom) };
  const below = under === '百' ? '100' : parseNumeral(under ?? '');
  const above = parseNumeral(over ?? '');
  return below === null || above === null ? undefined : { top: Number(above), bottom: Number(below) };
}

/** 1/3, 30% */
export function showFraction({ top, bottom }: Share): string {
  return bottom === 100 ? `${top}%` : `${top}/${bottom}`;
}

/** 问题＋打算不少于1/3 */
export function showShare(share: Share): string {
  return `${share.parts.join('＋')}不少于${showFraction(share)}`;
}

/** 8分钟; a bare number in a form's field too. */
export function readMinutes(said: string, bare = false): number | undefined {
  const text = plainDigits(said);
  const match =
    /([0-9]{1,3}|[一二两三四五六七八九十]{1,3})\s*分钟/u.exec(text) ??
    (bare ? /^\s*([0-9]{1,3})\s*$/u.exec(text) : null);
  const value = Number(parseNumeral(match?.[1] ?? '') ?? 0);
  return Number.isInteger(value) && value >= 1 && value <= 240 ? value : undefined;
}

/** 一式三份, 纸质版3份; a bare number in a form's field too. */
export function readCopies(said: string, bare = false): number | undefined {
  const text = plainDigits(said);
  const match =
    /(?:一式|打印|纸质[版稿件]*|报送|提供|印制)\s*([0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s*份/u.exec(text) ??
    (bare ? /^\s*([0-9]{1,2}|[一二两三四五六七八九十]{1,3})\s*份?\s*$/u.exec(text) : null);
  const value = Number(parseNumeral(match?.[1] ?? '') ?? 0);
  return Number.isInteger(value) && value >= 1 ? value : undefined;
}
