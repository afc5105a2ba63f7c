// A document that came back against the one that was sent: what is the same, edited, moved, merged, split, new or gone, retitled. Pure; changes nothing and judges no figure.
import type { FileParagraph } from '../file-text.ts';
import { bareOf, likeness } from './alike.ts';
import { type Draft, inOrder, matchChapters, matchSections } from './match-parts.ts';
import { type Block, leadOf, type ReadDocument, readParagraphs } from './read-paragraphs.ts';
import type { SentDocument, SentSection } from './sent-document.ts';
import { withoutHeading } from './sent-document.ts';
import { createWhere } from './where.ts';

export interface ReturnedSection {
  /** The section of ours it goes on; absent: it is new. */
  id?: string;
  kind: SentSection['kind'];
  /** Without its number; of a point. Ours where it was not changed. */
  heading: string;
  /** Word for word as it came back, one line per paragraph, without number and heading. */
  text: string;
  change: 'same' | 'edited' | 'new';
  retitled: boolean;
  /** It stands in another chapter, or in another order. */
  moved: boolean;
  /** Other sections of ours whose words went into it. */
  merged: string[];
  /** The section of ours its words stood in, where that one goes on beside it. */
  splitFrom?: string;
}

export interface ReturnedChapter {
  id?: string;
  heading: string;
  retitled: boolean;
  moved: boolean;
  sections: ReturnedSection[];
}

export interface DocumentComparison {
  /** Only where it is another. */
  title?: string;
  /** Only what is another. */
  signature: { name?: string; date?: string };
  opening?: ReturnedSection;
  chapters: ReturnedChapter[];
  closing?: ReturnedSection;
  /** Ids of sections of ours that are gone, words and all. */
  deleted: string[];
  /** Ids of chapters of ours that are no more. */
  deletedChapters: string[];
  /** About the text, not of it: before the title, after the signature, under 备注. */
  notes: string[];
  /** Nothing differs but what programs change by themselves. */
  identical: boolean;
  /** Sections or chapters were added, moved, merged or taken out. */
  restructured: boolean;
}

const OWN_HEADING = 45;
const FEW = 2;

/** `paragraphs`: as read from a file or a cloud document; levels of headings help where they are. */
export function compareDocument(sent: SentDocument, paragraphs: FileParagraph[]): DocumentComparison {
  const read = readParagraphs(sent, paragraphs);
  const where = createWhere(sent);
  const blocks = [
    { block: { kind: 'opening' as const, lines: read.opening }, chapter: -1 },
    ...read.chapters.flatMap(({ blocks: some }, chapter) => some.map((block) => ({ block, chapter }))),
    { block: { kind: 'closing' as const, lines: read.closing }, chapter: -1 },
  ].filter(({ block }) => block.lines.length > 0);
  const drafts = blocks.map(({ block, chapter }): Draft => {
    const by = new Map<string, number>();
    for (const line of block.lines) for (const [id, weight] of where(line).by) by.set(id, (by.get(id) ?? 0) + weight);
    return { block, chapter, by, length: bareOf(block.lines.join('')).length };
  });
  const chapterIds = matchChapters(sent, read, drafts);
  matchSections(sent, drafts, chapterIds);
  return result(sent, read, drafts, chapterIds);
}

function result(
  sent: SentDocument,
  read: ReadDocument,
  drafts: Draft[],
  chapterIds: (string | undefined)[],
): DocumentComparison {
  const there = new Set(drafts.flatMap(({ id }) => id ?? []));
  const merged = new Map<Draft, string[]>();
  const deleted: string[] = [];
  for (const section of sent.sections.filter(({ id }) => !there.has(id))) {
    const whole = Math.max(1, bareOf(section.text).length);
    const into = drafts.reduce<Draft | undefined>(
      (best, one) => ((one.by.get(section.id) ?? 0) > (best?.by.get(section.id) ?? 0) ? one : best),
      undefined,
    );
    if (into?.id !== undefined && (into.by.get(section.id) ?? 0) / whole >= 0.35)
      merged.set(into, [...(merged.get(into) ?? []), section.id]);
    else deleted.push(section.id);
  }
  const still = stillInOrder(sent, drafts);
  const ownOf = (draft: Draft): SentSection | undefined => sent.sections.find(({ id }) => id === draft.id);
  // A program that changes marks changes them everywhere; one or two places are a person's doing.
  const remarked = drafts.filter((draft) => {
    const own = ownOf(draft);
    return own !== undefined && otherMarks(own, { ...headed(draft.block, own), kind: draft.block.kind });
  });
  const meant = remarked.length <= FEW && remarked.length * 2 < drafts.length ? remarked : [];
  const sectionOf = (draft: Draft): ReturnedSection => {
    const own = ownOf(draft);
    const chapter = chapterIds[draft.chapter];
    const said = headed(draft.block, own);
    const same =
      own !== undefined && !meant.includes(draft) && linesOf(own) === linesOf({ ...said, kind: draft.block.kind });
    const from = own ? undefined : mostOf(draft);
    return {
      ...(own ? { id: own.id } : {}),
      kind: draft.block.kind,
      heading: same ? own.heading : said.heading,
      text: same ? own.text : said.text,
      change: own === undefined ? 'new' : same ? 'same' : 'edited',
      retitled: own !== undefined && !same && bareOf(own.heading) !== bareOf(said.heading),
      moved:
        own !== undefined && (own.kind !== draft.block.kind || (chapter ?? '') !== own.chapter || !still.has(own.id)),
      merged: merged.get(draft) ?? [],
      ...(from === undefined ? {} : { splitFrom: from }),
    };
  };
  const order = inOrder(
    chapterIds.flatMap((id) => id ?? []),
    sent.chapters.map(({ id }) => id),
  );
  const chapters = read.chapters.map(({ heading }, at): ReturnedChapter => {
    const id = chapterIds[at];
    const own = sent.chapters.find((one) => one.id === id);
    const same = own !== undefined && bareOf(own.heading) === bareOf(heading);
    return {
      ...(own ? { id: own.id } : {}),
      heading: same ? own.heading : heading,
      retitled: own !== undefined && !same,
      moved: own !== undefined && !order.has(own.id),
      sections: drafts.filter((one) => one.chapter === at).map(sectionOf),
    };
  });
  const ends = (kind: 'opening' | 'closing'): ReturnedSection | undefined => {
    const draft = drafts.find((one) => one.block.kind === kind);
    return draft && sectionOf(draft);
  };
  const opening = ends('opening');
  const closing = ends('closing');
  const differs = (now: string | undefined, before: string): boolean =>
    now !== undefined && bareOf(now) !== bareOf(before);
  const signature = {
    ...(differs(read.signature.name, sent.signature.name) ? { name: read.signature.name ?? '' } : {}),
    ...(differs(read.signature.date, sent.signature.date) ? { date: read.signature.date ?? '' } : {}),
  };
  const all = [
    ...(opening ? [opening] : []),
    ...chapters.flatMap((one) => one.sections),
    ...(closing ? [closing] : []),
  ];
  const deletedChapters = sent.chapters.flatMap(({ id }) => (chapterIds.includes(id) ? [] : [id]));
  const body = all.filter(({ kind }) => kind === 'lead' || kind === 'point');
  const restructured =
    deleted.some((id) =>
      sent.sections.some((one) => one.id === id && one.kind !== 'opening' && one.kind !== 'closing'),
    ) ||
    deletedChapters.length > 0 ||
    chapters.some((one) => one.id === undefined || one.moved) ||
    body.some((one) => one.id === undefined || one.moved) ||
    all.some((one) => one.merged.length > 0);
  const title = differs(read.title, sent.title) ? read.title : undefined;
  const identical =
    !restructured &&
    deleted.length === 0 &&
    title === undefined &&
    Object.keys(signature).length === 0 &&
    read.notes.length === 0 &&
    all.every((one) => one.change === 'same') &&
    chapters.every((one) => !one.retitled);
  return {
    ...(title === undefined ? {} : { title }),
    signature,
    ...(opening ? { opening } : {}),
    chapters,
    ...(closing ? { closing } : {}),
    ...{ deleted, deletedChapters, notes: read.notes, identical, restructured },
  };
}

/** Paragraphs as they are read: a paragraph parted in two is no longer the same. */
const linesOf = (section: Pick<SentSection, 'kind' | 'heading' | 'text'>): string =>
  printed(section)
    .split('\n')
    .map(bareOf)
    .filter((line) => line !== '')
    .join('\n');

/** The same words with other marks: a quotation mark put in its place, a comma of the other width. */
function otherMarks(
  one: Pick<SentSection, 'kind' | 'heading' | 'text'>,
  other: Pick<SentSection, 'kind' | 'heading' | 'text'>,
): boolean {
  if (linesOf(one) !== linesOf(other)) return false;
  const plain = (section: typeof one): string =>
    printed(section)
      .replace(/\s/gu, '')
      .replace(/[０-９Ａ-Ｚａ-ｚ％．]/gu, (sign) => sign.normalize('NFKC'));
  return plain(one) !== plain(other);
}

const printed = ({ kind, heading, text }: Pick<SentSection, 'kind' | 'heading' | 'text'>): string =>
  kind !== 'point' || heading === '' || text.startsWith(heading) ? text : `${heading}。${text}`;

/** Heading and text as we keep them: together they print the block word for word. */
function headed({ kind, lines }: Block, own: SentSection | undefined): { heading: string; text: string } {
  const [first = '', ...others] = lines;
  const whole = lines.join('\n');
  if (kind !== 'point') return { heading: '', text: whole };
  if (own && own.heading !== '' && bareOf(first).startsWith(bareOf(own.heading)) && first.startsWith(own.heading)) {
    // On a line of its own it is a heading all the same.
    if (first === own.heading && others.length > 0) return { heading: own.heading, text: others.join('\n') };
    return { heading: own.heading, text: withoutHeading(whole, own.heading) };
  }
  const lead = leadOf(first);
  const alone = lead === first.replace(/。$/u, '') && lead.length <= OWN_HEADING;
  const isHeading =
    lead.length >= 2 && lead.length <= OWN_HEADING && (alone || first.slice(lead.length).startsWith('。'));
  const was = own !== undefined && own.heading !== '' && likeness(lead, own.heading) >= 0.4;
  if (!isHeading && !was) return { heading: '', text: whole };
  if (lead.length > OWN_HEADING) return { heading: '', text: whole };
  if (alone && others.length > 0) {
    const rest = others.join('\n');
    if (!rest.startsWith(lead)) return { heading: lead, text: rest };
  }
  return { heading: lead, text: withoutHeading(whole, lead) };
}

/** What most of a new section's words stood in. */
function mostOf({ by, length }: Draft): string | undefined {
  const [id, weight] = [...by].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number]);
  return weight >= length * 0.4 ? id : undefined;
}

function stillInOrder(sent: SentDocument, drafts: Draft[]): Set<string> {
  return inOrder(
    drafts.flatMap(({ id }) => id ?? []),
    sent.sections.map(({ id }) => id),
  );
}
