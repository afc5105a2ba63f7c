// Two texts as one, with what is gone and what is new marked in runs one can read. Marks nothing where little of the old is left.
import { diffArrays } from 'diff';
import type { Marked } from './card.ts';

/** What two changes have between them must be this long to stand apart from them. */
const LEAST_KEPT = 3;
/** With less of the old text left than this, marks only confuse. */
const LEAST_ALIKE = 0.3;

/** Undefined when the two are too different to be read as one. */
export function compareTexts(before: string, after: string): Marked[] | undefined {
  const readable = inRuns(diffArrays(unitsOf(before), unitsOf(after)));
  const kept = readable.reduce((sum, { text, mark }) => sum + (mark ? 0 : text.length), 0);
  return kept < Math.min(before.length, after.length) * LEAST_ALIKE ? undefined : readable;
}

/** Figures, Latin words and titles whole; all else sign by sign. */
function unitsOf(text: string): string[] {
  return text.match(/《[^》\n]{1,40}》|[\p{Nd}.,％%]+[万亿]?|[A-Za-z]+|[\s\S]/gu) ?? [];
}

/** A word or two left between changes is changed along with them; what is gone stands before what is new. */
function inRuns(changes: { added: boolean; removed: boolean; value: string[] }[]): Marked[] {
  const runs: Marked[] = [];
  let gone: string[] = [];
  let fresh: string[] = [];
  const flush = (): undefined => {
    // What both begin or end with was no change after all.
    let head = 0;
    while (head < gone.length && head < fresh.length && gone[head] === fresh[head]) head++;
    let tail = 0;
    while (tail < Math.min(gone.length, fresh.length) - head && gone.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
    add(runs, gone.slice(0, head));
    add(runs, gone.slice(head, gone.length - tail), 'gone');
    add(runs, fresh.slice(head, fresh.length - tail), 'new');
    add(runs, gone.slice(gone.length - tail));
    [gone, fresh] = [[], []];
  };
  for (const [at, { added, removed, value }] of changes.entries()) {
    const between = gone.length + fresh.length > 0 && at < changes.length - 1;
    const slight = value.length < LEAST_KEPT && !/[。；\n]/u.test(value.join(''));
    if (!added && !removed && !(between && slight)) {
      flush();
      add(runs, value);
      continue;
    }
    if (!added) gone.push(...value);
    if (!removed) fresh.push(...value);
  }
  flush();
  return runs;
}

function add(runs: Marked[], units: string[], mark?: Marked['mark']): undefined {
  const text = units.join('');
  const last = runs.at(-1);
  if (text === '') return;
  if (last && last.mark === mark) last.text += text;
  else runs.push(mark ? { text, mark } : { text });
}
