// Short forms that want quotation marks and have none while their neighbours do. A text that uses none anywhere is left alone.
import type { FormulationBook } from './book.ts';
import type { AuditFinding } from './finding.ts';
import { findingAt, type Rule, type SceneParagraph, within } from './scene.ts';

/** “第一议题”, “三型”: short forms of the same make. */
const NUMBERED = /“(?:第一|[一二两三四五六七八九十])\p{Script=Han}{1,4}”/gu;

/** Longer wordings stand without marks. */
const LONGEST = 6;

export function createQuotationMarks(book: FormulationBook): Rule {
  const marked = book.formulations.filter(({ quotes }) => quotes);
  const terms = [...new Set(marked.flatMap(({ write }) => write.map((words) => words.replace(/[“”]/gu, ''))))].filter(
    (term) => [...term].length <= LONGEST,
  );
  const allow = marked.flatMap((one) => one.allow);
  return (scene) => {
    const neighbours = [
      ...terms.map((term) => `“${term}”`).filter((term) => scene.whole.includes(term)),
      ...(scene.whole.match(NUMBERED) ?? []),
    ];
    if (neighbours.length === 0) return [];
    const shown = [...new Set(neighbours)].slice(0, 2).join('');
    return scene.paragraphs.flatMap((paragraph) => terms.flatMap((term) => unmarked(paragraph, term, shown, allow)));
  };
}

function unmarked(paragraph: SceneParagraph, term: string, neighbours: string, allow: string[]): AuditFinding[] {
  const { text, quoted, titles } = paragraph;
  const found: AuditFinding[] = [];
  for (let start = text.indexOf(term); start >= 0; start = text.indexOf(term, start + term.length)) {
    const end = start + term.length;
    if (within(quoted, start, end) || within(titles, start, end)) continue;
    if (/[“”"‘’]/u.test(text.charAt(start - 1) + text.charAt(end))) continue;
    if (allow.some((words) => text.slice(Math.max(0, start - words.length), end + words.length).includes(words)))
      continue;
    found.push(
      findingAt(paragraph, start, end, {
        rule: 'formulation/quotation_marks',
        severity: 'should',
        message: `“${term}”没有加引号，而文中${neighbours}都加了，体例不一。`,
        clause: 'GB/T 15834—2011 4.8',
        put: `“${term}”`,
      }),
    );
  }
  return found;
}
