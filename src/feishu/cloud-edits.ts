// Which calls make a cloud document say what it should: only what differs, paragraphs kept in their blocks. Pure; calls nothing.
import { diffArrays } from 'diff';
import type { CloudLine, CloudParagraph } from '../report/cloud-lines.ts';
import { textOfLine } from '../report/cloud-lines.ts';

/** Each is one call. `at` and `count`: positions among all the document's paragraphs at that moment. */
export type CloudEdit =
  | { type: 'update'; changes: { block: string; line: CloudLine }[] }
  | { type: 'insert'; at: number; lines: CloudLine[] }
  | { type: 'delete'; at: number; count: number };

/** The platform's limit of paragraphs in one call. */
const MOST = 50;

const said = (kind: string, text: string): string => `${kind} ${text}`;
const wordsOf = (one: CloudParagraph): string => said(one.kind, one.text);
const linesWords = (line: CloudLine): string => said(line.kind, textOfLine(line));

/** `now` and `then` by their places; -1: not there. */
type Pair = [now: number, then: number];

/** From the first paragraph to the last. What is no paragraph of ours (`other`) is in no pair and stays where it is. */
function align(now: CloudParagraph[], then: CloudLine[], sections: Record<string, string>): Pair[] {
  const own = now.flatMap((one, at) => (one.kind === 'other' ? [] : [at]));
  const pairs: Pair[] = [];
  let old = 0;
  let fresh = 0;
  let gone: number[] = [];
  let come: number[] = [];
  const settle = (): void => {
    pairs.push(...inSections(gone, come, { now, then, sections }));
    gone = [];
    come = [];
  };
  const before = own.map((at) => wordsOf(now[at] as CloudParagraph));
  for (const part of diffArrays(before, then.map(linesWords))) {
    for (const _ of part.value) {
      if (part.removed) gone.push(own[old++] as number);
      else if (part.added) come.push(fresh++);
      else {
        settle();
        pairs.push([own[old++] as number, fresh++]);
      }
    }
  }
  settle();
  return pairs;
}

/** Of changed paragraphs, those of one kind and section stay in their blocks. */
function inSections(
  gone: number[],
  come: number[],
  { now, then, sections }: { now: CloudParagraph[]; then: CloudLine[]; sections: Record<string, string> },
): Pair[] {
  let last = '';
  const keyOf = (one: CloudParagraph | undefined): string => {
    // What somebody added belongs to the section it stands in.
    last = sections[one?.block ?? ''] ?? last;
    return `${one?.kind} ${last}`;
  };
  const before = gone.map((at) => keyOf(now[at]));
  const after = come.map((at) => `${then[at]?.kind} ${then[at]?.section}`);
  const pairs: Pair[] = [];
  let old = 0;
  let fresh = 0;
  for (const part of diffArrays(before, after)) {
    for (const _ of part.value) {
      if (part.removed) pairs.push([gone[old++] as number, -1]);
      else if (part.added) pairs.push([-1, come[fresh++] as number]);
      else pairs.push([gone[old++] as number, come[fresh++] as number]);
    }
  }
  return pairs;
}

export function planEdits(now: CloudParagraph[], then: CloudLine[], sections: Record<string, string>): CloudEdit[] {
  const pairs = align(now, then, sections);
  const changes = pairs.flatMap(([at, to]) => {
    const one = now[at];
    const line = then[to];
    return one && line && wordsOf(one) !== linesWords(line) ? [{ block: one.block, line }] : [];
  });
  const edits: CloudEdit[] = chunks(changes).map((some) => ({ type: 'update', changes: some }));
  // From the last to the first: what is inserted or deleted moves nothing that is still to come.
  let run: Pair[] = [];
  const flush = (): void => {
    const [first] = run;
    if (!first) return;
    if (first[1] < 0) edits.push({ type: 'delete', at: first[0], count: run.length });
    else {
      const before = pairs.slice(0, pairs.indexOf(first)).findLast(([at]) => at >= 0);
      const at = (before?.[0] ?? -1) + 1;
      const lines = run.flatMap(([, to]) => then[to] ?? []);
      // Each batch at the same place, the last first: they end up in their order.
      for (const some of chunks(lines).reverse()) edits.push({ type: 'insert', at, lines: some });
    }
    run = [];
  };
  for (const pair of pairs.toReversed()) {
    const [at, to] = pair;
    const next = run[0];
    const follows = next && (to < 0 ? next[1] < 0 && next[0] === at + 1 : at < 0 && next[0] < 0);
    if (next && !follows) flush();
    if (at < 0 || to < 0) run.unshift(pair);
  }
  flush();
  return edits;
}

/** What the document is after this edit; new paragraphs have no block yet. */
export function applyEdit(now: CloudParagraph[], edit: CloudEdit): CloudParagraph[] {
  switch (edit.type) {
    case 'update': {
      const lines = new Map(edit.changes.map(({ block, line }) => [block, line]));
      return now.map((one) => {
        const line = lines.get(one.block);
        return line ? { ...one, text: textOfLine(line) } : one;
      });
    }
    case 'insert':
      return now.toSpliced(
        edit.at,
        0,
        ...edit.lines.map((line) => ({ block: '', kind: line.kind, text: textOfLine(line) })),
      );
    case 'delete':
      return now.toSpliced(edit.at, edit.count);
  }
}

/** Whether the document holds the same paragraphs of text, whatever stands between them. */
export function sameWords(one: CloudParagraph[], other: CloudParagraph[]): boolean {
  const words = (all: CloudParagraph[]): string =>
    JSON.stringify(all.filter((paragraph) => paragraph.kind !== 'other').map(wordsOf));
  return words(one) === words(other);
}

function chunks<T>(all: T[]): T[][] {
  const some: T[][] = [];
  for (let at = 0; at < all.length; at += MOST) some.push(all.slice(at, at + MOST));
  return some;
}
