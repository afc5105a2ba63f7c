// A model's words → a value of the wanted shape, or what is wrong with them. Trusts nothing.
import type { z } from 'zod';

export type Parsed<T> = { type: 'value'; value: T } | { type: 'wrong'; problem: string };

/** Fences, a reasoning model's thoughts and words around the object are taken off; the object itself is never mended. */
export function parseAnswer<T>(content: string, schema: z.ZodType<T>): Parsed<T> {
  const text = content.replace(/<think>[\s\S]*?<\/think>/g, '');
  const object = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  let raw: unknown;
  try {
    raw = JSON.parse(object);
  } catch {
    return { type: 'wrong', problem: '回答不是一个完整的JSON对象' };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { type: 'value', value: parsed.data };
  // Without numbers: the complaint goes back to the model, and no request may hold what looks like a figure.
  const problems = parsed.error.issues.slice(0, 5).map((issue) => {
    const path = issue.path.filter((step) => typeof step === 'string').join('.');
    return `${path || '对象'}: ${issue.message}`.replace(/\d+/g, 'n');
  });
  return { type: 'wrong', problem: problems.join('; ') };
}
