// Two people at one text: what others made of a cloud document, laid over what we have made of the report since. Pure; theirs is never lost.
import type { CloudBlock, CloudLine, CloudParagraph } from './cloud-lines.ts';
import { textOfLine } from './cloud-lines.ts';

/** A paragraph of the report with their changes in it. */
export interface MergedParagraph {
  kind: 'heading1' | 'heading2' | 'text';
  text: string;
  /** Where it stood; a paragraph of theirs belongs to the section it stands in. */
  section: string;
}

interface Three {
  /** As it was last written or read. */
  base: CloudBlock[];
  /** As it is. */
  theirs: CloudParagraph[];
  /** As it would be written now. */
  ours: CloudLine[];
}

/** Undefined when they changed nothing. Where both changed one section, it is theirs; `both`: those sections. */
export function mergeCloud({
  base,
  theirs,
  ours,
}: Three): { paragraphs: MergedParagraph[]; both: string[] } | undefined {
  const found = placed(base, theirs);
  if (sameAs(base, found)) return undefined;
  const touched = touchedBy(base, found);
  const own = new Map<string, MergedParagraph[]>();
  for (const line of ours) own.set(line.section, [...(own.get(line.section) ?? []), plain(line)]);
  const before = Map.groupBy(base, (one) => one.section);
  const paragraphs: MergedParagraph[] = [];
  const done = new Set<string>();
  for (const one of found) {
    if (touched.has(one.section)) paragraphs.push(one);
    else if (!done.has(one.section)) paragraphs.push(...(own.get(one.section) ?? []));
    done.add(one.section);
  }
  // New with us since, and unknown to them: behind what it stands behind here.
  const order = [...own.keys()];
  for (const [at, section] of order.entries()) {
    if (before.has(section) || done.has(section)) continue;
    const after = order.slice(0, at).findLast((id) => paragraphs.some((one) => one.section === id));
    const place = after === undefined ? 0 : paragraphs.findLastIndex((one) => one.section === after) + 1;
    paragraphs.splice(place, 0, ...(own.get(section) ?? []));
    done.add(section);
  }
  const both = [...touched].filter(
    (id) => before.has(id) && own.has(id) && words(before.get(id)) !== words(own.get(id)),
  );
  return { paragraphs, both };
}

/** What was read, each with the section of its block; what is new belongs to the one before it. */
function placed(base: CloudBlock[], theirs: CloudParagraph[]): (MergedParagraph & { block: string })[] {
  const sections = new Map(base.map((one) => [one.block, one.section]));
  let last = base[0]?.section ?? '';
  return theirs.flatMap(({ block, kind, text }) => {
    if (kind === 'other') return [];
    last = sections.get(block) ?? last;
    return [{ block, kind, text, section: last }];
  });
}

function sameAs(base: CloudBlock[], found: (MergedParagraph & { block: string })[]): boolean {
  const one = base.map(({ block, kind, text }) => [block, kind, text]);
  return JSON.stringify(one) === JSON.stringify(found.map(({ block, kind, text }) => [block, kind, text]));
}

/** Sections in which a paragraph was changed, taken out, put in or moved; a moved section alone is not touched. */
function touchedBy(base: CloudBlock[], found: MergedParagraph[]): Set<string> {
  const ids = new Set([...base, ...found].map((one) => one.section));
  const of = (all: { section: string; kind: string; text: string }[], id: string): string =>
    words(all.filter((one) => one.section === id));
  return new Set([...ids].filter((id) => of(base, id) !== of(found, id)));
}

function words(all: { kind: string; text: string }[] = []): string {
  return all.map(({ kind, text }) => `${kind} ${text}`).join('\n');
}

function plain(line: CloudLine): MergedParagraph {
  return { kind: line.kind, text: textOfLine(line), section: line.section };
}
