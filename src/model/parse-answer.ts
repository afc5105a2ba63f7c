// A model's words → a value of the wanted shape, or what is wrong with them. Trusts nothing.
import type { z } from 'zod';
import { withoutThoughts } from './thoughts.ts';

export type Parsed<T> = { type: 'value'; value: T } | { type: 'wrong'; problem: string };

/** Fences, a reasoning model's thoughts and words around the object are taken off; of the object itself only line breaks are mended. */
export function parseAnswer<T>(content: string, schema: z.ZodType<T>): Parsed<T> {
  let problem = '回答不是一个完整的JSON对象';
  for (const raw of objectsIn(withoutThoughts(content))) {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return { type: 'value', value: parsed.data };
    // Without numbers: the complaint goes back to the model, and no request may hold what looks like a figure.
    const problems = parsed.error.issues.slice(0, 5).map((issue) => {
      const path = issue.path.filter((step) => typeof step === 'string').join('.');
      return `${path || '对象'}: ${issue.message}`.replace(/\d+/g, 'n');
    });
    problem = problems.join('; ');
  }
  return { type: 'wrong', problem };
}

/** Every whole object that stands in the text; words with braces of their own may stand around it. */
function* objectsIn(text: string): Generator<unknown> {
  for (let start = text.indexOf('{'); start >= 0; ) {
    const end = endOfObject(text, start);
    const isJson = /^\{\s*["}]/.test(text.slice(start, start + 200));
    try {
      yield parseLoosely(text.slice(start, end));
      start = text.indexOf('{', end);
    } catch {
      // What looks like the object and is broken is not searched for lesser ones inside it.
      start = text.indexOf('{', isJson ? end : start + 1);
    }
  }
}

const strings = /"(?:[^"\\]|\\[\s\S])*(?:"|$)/g;

/** Paragraphs are often written with a real line break where JSON wants \n. */
const parseLoosely = (json: string): unknown =>
  JSON.parse(json.replace(strings, (one) => one.replaceAll('\r', '').replaceAll('\n', '\\n').replaceAll('\t', '\\t')));

/** After the brace that closes the one at `start`, or the text's end. Braces inside strings do not count. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (const { 0: mark, index } of text.slice(start).matchAll(new RegExp(`${strings.source}|[{}]`, 'g'))) {
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    if (depth === 0) return start + index + 1;
  }
  return text.length;
}
