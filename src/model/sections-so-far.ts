// A JSON answer that is still being written → the sections it holds so far. Never gives half an escape, never throws.
import { withoutThoughts } from './thoughts.ts';

export interface SectionSoFar {
  id: string;
  text: string;
  /** Its object is closed: nothing more comes. */
  done: boolean;
}

type Token = { type: 'open' | 'close' | 'colon' | 'other' } | { type: 'string'; value: string; closed: boolean };

/** An object being read; `last` is the string before a colon, which makes it the `key`. */
interface Reading {
  key: string;
  last: string;
  id?: string;
  text?: string;
  done: boolean;
}

/**
 * Every object that has an `id` and a `text`, wherever it stands, in order. Whatever surrounds the JSON (a reasoning
 * model's thoughts, fences, words) is passed over; an id counts only once it is closed.
 */
export function sectionsSoFar(answer: string): SectionSoFar[] {
  const all: Reading[] = [];
  const open: Reading[] = [];
  for (const token of tokensOf(withoutThoughts(answer))) {
    const object = open.at(-1);
    if (token.type === 'open') {
      const next = { key: '', last: '', done: false };
      all.push(next);
      open.push(next);
    } else if (token.type === 'close') {
      if (object) object.done = true;
      open.pop();
    } else if (object) {
      if (token.type === 'string') {
        if (object.key === 'id' && token.closed) object.id = token.value;
        if (object.key === 'text') object.text = token.value;
      }
      object.key = token.type === 'colon' ? object.last : '';
      object.last = token.type === 'string' ? token.value : '';
    }
  }
  return all.flatMap(({ id, text, done }) => (id === undefined || text === undefined ? [] : [{ id, text, done }]));
}

/** Outside an object a quotation mark is prose, and one that never closes would swallow the JSON. */
function* tokensOf(json: string): Generator<Token> {
  const mark = /[{}:,[\]"]/gu;
  let depth = 0;
  for (let match = mark.exec(json); match; match = mark.exec(json)) {
    const [char] = match;
    if (char === '"') {
      if (depth === 0) continue;
      const end = endOfString(json, mark.lastIndex);
      yield { type: 'string', value: unescaped(json.slice(mark.lastIndex, end)), closed: end < json.length };
      mark.lastIndex = end + 1;
    } else if (char === '{') {
      depth += 1;
      yield { type: 'open' };
    } else if (char === '}') {
      depth = Math.max(0, depth - 1);
      yield { type: 'close' };
    } else yield { type: char === ':' ? 'colon' : 'other' };
  }
}

/** Where the closing quotation mark is, or the end of what there is. */
function endOfString(json: string, from: number): number {
  const mark = /["\\]/gu;
  mark.lastIndex = from;
  for (let match = mark.exec(json); match; match = mark.exec(json)) {
    if (match[0] === '"') return match.index;
    mark.lastIndex = match.index + 2;
  }
  return json.length;
}

const letters: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescaped(raw: string): string {
  return raw
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|(u[0-9a-fA-F]{0,3}$|$)|([\s\S]))/g,
      (_, code?: string, half?: string, letter = '') =>
        code !== undefined
          ? String.fromCharCode(Number.parseInt(code, 16))
          : half !== undefined
            ? ''
            : (letters[letter] ?? letter),
    )
    .replace(/[\ud800-\udbff]$/, '');
}
