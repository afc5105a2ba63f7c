// Takes out of a text the clauses that say what nobody gave, where a clause holds nothing else. Adds no word; touches no token.

/** A clause with its mark. */
const clauses = /(?:\{\{[^{}]*\}\}|[^，；。！？\n])+[，；。！？\n]*|[，；。！？\n]+/gu;

/** The text without the clauses in which one of these stands, tokens and fixed formulations being left alone. */
export function cutClauses(text: string, said: string[], formulations: string[]): string {
  const kept: string[] = [];
  for (const clause of text.match(clauses) ?? []) {
    const body = clause.replace(/[，；。！？\n]+$/u, '');
    const mark = clause.slice(body.length);
    const bound = body.includes('{{') || /[：]/u.test(body) || formulations.some((fixed) => body.includes(fixed));
    if (bound || !said.some((words) => body.includes(words))) {
      kept.push(clause);
      continue;
    }
    // What ended the sentence ends it now behind the clause before; a sentence that is all gone needs no mark.
    const last = kept.at(-1);
    if (last !== undefined && /[，；]$/u.test(last) && /[。！？\n]/u.test(mark))
      kept[kept.length - 1] = last.slice(0, -1) + mark;
  }
  return kept.join('').trim();
}
