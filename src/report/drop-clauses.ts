// Takes clauses out of a text whose every token is left out, and mends the punctuation. Never touches any other clause.
//
// The rule: a sentence ends at 。！？ or a line's end, a clause at ，；：、 (marks inside quotation marks, book-title marks
// and brackets count for nothing). A clause that holds tokens, all of them left out, disappears with one of its two
// marks: the stronger stays (； over ， over 、; the sentence's end mark always). What introduces it (…：, or a lone
// 其中) disappears with the last of what it introduced, and so do words without a token that only lead up to it
// (围绕…，). A bracketed remark whose every token is left out disappears by itself. Where a clause still has another token, only the token goes.
import type { Piece, Token } from './token.ts';

/** One character of text, or one token. */
type Unit = { char: string } | { slot: string; token: Token } | { broken: string };

/** Whether a token prints nothing. */
type Gone = (slot: string, token: Token) => boolean;

interface Clause {
  units: Unit[];
  /** The mark after it; '' at a sentence's end. */
  mark: string;
  dropped: boolean;
}

const opening = '（(《“‘〔「『【[';
const closing = '）)》”’〕」』】]';
const strength: Record<string, number> = { '': 0, '、': 1, ',': 2, '，': 2, '：': 2, ';': 3, '；': 3 };
const marks = '，；：、,;';
/** 游客中，过夜游客…: of which something is told. */
const among = /^[\p{Script=Han}]{1,8}(?:当中|之中|中)$/u;
const introductions = new Set(['其中', '同时', '此外', '另外', '其中包括', '具体为', '分别为', '包括']);

export function dropClauses(pieces: Piece[], gone: Gone): Piece[] {
  if (!pieces.some((piece) => piece.type === 'token' && gone(piece.slot, piece))) return pieces;
  const lines = splitAfter(toUnits(pieces), (char) => char === '\n', false);
  const kept = lines.flatMap((line) => {
    const end = charOf(line.at(-1)) === '\n' ? line.slice(-1) : [];
    const body = withoutRemarks(end.length > 0 ? line.slice(0, -1) : line, gone);
    const left = splitAfter(body, (char) => '。！？'.includes(char), true).flatMap((one) => mend(one, gone));
    return left.length === 0 && body.length > 0 ? [] : [...left, ...end];
  });
  if (charOf(kept.at(-1)) === '\n' && charOf(toUnits(pieces).at(-1)) !== '\n') kept.pop();
  return toPieces(kept);
}

/** One sentence without the clauses that are left out; nothing when none remains. */
function mend(sentence: Unit[], gone: Gone): Unit[] {
  const last = charOf(sentence.at(-1));
  const end = '。！？'.includes(last) && last !== '' ? sentence.slice(-1) : [];
  const clauses = splitAfter(
    end.length > 0 ? sentence.slice(0, -1) : sentence,
    (char) => marks.includes(char),
    true,
  ).map((units) => clauseOf(units, gone));
  if (!clauses.some((clause) => clause.dropped)) {
    return [...clauses.flatMap((clause) => [...clause.units, ...toMark(clause.mark)]), ...end];
  }
  dropIntroductions(clauses);
  const out: Unit[] = [];
  let mark = '';
  for (const clause of clauses) {
    if (clause.dropped) {
      // A dropped introduction's colon must not survive as the mark between its neighbours.
      const own = clause.mark === '：' ? '，' : clause.mark;
      if (out.length > 0 && mark !== '：' && rank(own) > rank(mark)) mark = own;
      continue;
    }
    if (out.length > 0) out.push(...toMark(mark));
    out.push(...clause.units);
    mark = clause.mark;
  }
  return out.length === 0 ? [] : [...out, ...end];
}

function clauseOf(units: Unit[], gone: Gone): Clause {
  const mark = marks.includes(charOf(units.at(-1))) ? charOf(units.at(-1)) : '';
  const body = mark === '' ? units : units.slice(0, -1);
  const tokens = tokensOf(body);
  return {
    units: body.filter((unit) => !('slot' in unit && gone(unit.slot, unit.token))),
    mark,
    dropped: tokens.length > 0 && tokens.every((token) => gone(token.slot, token)),
  };
}

/** Drops each introduction all of whose followers are dropped. Backwards, so that one introduction may introduce another. */
function dropIntroductions(clauses: Clause[]): void {
  for (let at = clauses.length - 2; at >= 0; at--) {
    const clause = clauses[at];
    if (!clause || clause.dropped) continue;
    const words = clause.units.map(charOf).join('');
    const bare = introductions.has(words) || among.test(words);
    if (clause.mark !== '：' && !bare) continue;
    const followers = bare && clause.mark !== '：' ? clauses.slice(at + 1, at + 2) : followersOf(clauses, at);
    if (!followers.every((follower) => follower.dropped)) continue;
    if (clause.units.some((unit) => 'slot' in unit)) {
      clause.mark = '，';
      continue;
    }
    clause.dropped = true;
    const before = clauses[at - 1];
    if (before && leadsIn(before)) before.dropped = true;
  }
}

/** 围绕支部建设，做了以下工作：… — without what was done, words that only lead up to it say nothing. */
function leadsIn({ units, mark, dropped }: Clause): boolean {
  if (dropped || mark !== '，' || units.some((unit) => 'slot' in unit)) return false;
  const words = units.map(charOf).join('');
  return /^(?:围绕|对照|针对|按照|根据|结合|聚焦|着眼)|^在.+(?:上|中|方面)$|方面$/u.test(words);
}

/** What a colon introduces: all up to the next ； or to the next introduction. */
function followersOf(clauses: Clause[], at: number): Clause[] {
  const followers: Clause[] = [];
  for (const clause of clauses.slice(at + 1)) {
    if (clause.mark === '：' && followers.length > 0) break;
    followers.push(clause);
    if (clause.mark === '；') break;
  }
  return followers;
}

/** Without the bracketed remarks whose every token is left out. */
function withoutRemarks(units: Unit[], gone: Gone): Unit[] {
  const out: Unit[] = [];
  for (let at = 0; at < units.length; at++) {
    if (charOf(units[at]) === '（') {
      const length = units.slice(at).findIndex((unit) => charOf(unit) === '）') + 1;
      const tokens = tokensOf(units.slice(at, at + length));
      if (tokens.length > 0 && tokens.every((token) => gone(token.slot, token))) {
        at += length - 1;
        continue;
      }
    }
    const unit = units[at];
    if (unit) out.push(unit);
  }
  return out;
}

/** Splits after each character that ends a part. `outside`: only outside brackets, unless they do not match up. */
function splitAfter(units: Unit[], ends: (char: string) => boolean, outside: boolean): Unit[][] {
  const balance = units.reduce((depth, unit) => depth + step(unit), 0);
  const parts: Unit[][] = [];
  let part: Unit[] = [];
  let depth = 0;
  for (const unit of units) {
    part.push(unit);
    depth = Math.max(0, depth + step(unit));
    const char = charOf(unit);
    if (char !== '' && ends(char) && (!outside || depth === 0 || balance !== 0)) {
      parts.push(part);
      part = [];
    }
  }
  return part.length > 0 ? [...parts, part] : parts;
}

function step(unit: Unit): number {
  const char = charOf(unit);
  if (char === '') return 0;
  return opening.includes(char) ? 1 : closing.includes(char) ? -1 : 0;
}

const tokensOf = (units: Unit[]): Token[] => units.flatMap((unit) => ('slot' in unit ? [unit.token] : []));
const charOf = (unit: Unit | undefined): string => (unit && 'char' in unit ? unit.char : '');
const rank = (mark: string): number => strength[mark] ?? 0;
const toMark = (mark: string): Unit[] => (mark === '' ? [] : [{ char: mark }]);

function toUnits(pieces: Piece[]): Unit[] {
  return pieces.flatMap((piece): Unit[] => {
    if (piece.type === 'token') return [{ slot: piece.slot, token: piece }];
    if (piece.type === 'malformed') return [{ broken: piece.text }];
    return [...piece.text].map((char) => ({ char }));
  });
}

function toPieces(units: Unit[]): Piece[] {
  const pieces: Piece[] = [];
  for (const unit of units) {
    const last = pieces.at(-1);
    if ('slot' in unit) pieces.push(unit.token);
    else if ('broken' in unit) pieces.push({ type: 'malformed', text: unit.broken });
    else if (last?.type === 'text') last.text += unit.char;
    else pieces.push({ type: 'text', text: unit.char });
  }
  return pieces;
}
