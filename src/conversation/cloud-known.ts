// What is known of a cloud document after it was read, and what of it is in nobody's hands yet. Pure comparison; takes nothing in.
import { type CloudBlock, type CloudLine, type CloudParagraph, textOfLine } from '../report/cloud-lines.ts';
import { wordsOf } from './cloud-text.ts';

interface Seen {
  base: CloudBlock[];
  theirs: CloudParagraph[];
  lines: CloudLine[];
  lost: CloudParagraph[];
}

/**
 * What stands in the document now, each paragraph with its section: the next comparison begins here. What could not be
 * taken in stands in it as it was before, so that it is found again.
 */
export function asKnown({ base, theirs, lines, lost }: Seen): CloudBlock[] {
  const known = new Map(base.map((one) => [one.block, one.section]));
  const told = new Map(lines.map((line) => [wordsOf(line), line.section]));
  let last = lines[0]?.section ?? '';
  return theirs.flatMap(({ block, kind, text }) => {
    if (kind === 'other') return [];
    if (lost.some((one) => one.block === block)) return base.filter((one) => one.block === block);
    const words = wordsOf({ kind, text });
    const before = known.get(block);
    const stays = before !== undefined && lines.some((line) => line.section === before && wordsOf(line) === words);
    last = (stays ? before : told.get(words)) ?? before ?? last;
    return [{ block, kind, text, section: last }];
  });
}

/** Words of others that would be written over: a last guard, whatever became of them on their way in. */
export function lostBy(theirs: CloudParagraph[], base: CloudBlock[], lines: CloudLine[]): CloudParagraph[] {
  const ours = new Set(base.map((one) => `${one.block} ${one.text}`));
  const text = bare(lines.map(textOfLine).join(''));
  return theirs.filter(
    (one) => one.kind !== 'other' && !ours.has(`${one.block} ${one.text}`) && !text.includes(bare(one.text)),
  );
}

/** Without the number before it, which is ours to give. */
function bare(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)])/u, '');
}

export function sameText(theirs: CloudParagraph[], lines: CloudLine[]): boolean {
  const found = theirs.filter((one) => one.kind !== 'other').map(wordsOf);
  return JSON.stringify(found) === JSON.stringify(lines.map(wordsOf));
}

/** In reading order. */
export function changedSections(before: CloudBlock[], after: CloudBlock[]): string[] {
  const words = (all: CloudBlock[], id: string): string =>
    all
      .filter((one) => one.section === id)
      .map((one) => one.text)
      .join('\n');
  const ids = [...new Set([...after, ...before].map((one) => one.section))];
  return ids.filter((id) => words(before, id) !== words(after, id));
}
