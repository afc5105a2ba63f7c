// Which chapter and section of ours each part of a returned document goes on, by headings, words and place. Pure.
import { bareOf, likeness } from './alike.ts';
import type { Block, ReadDocument } from './read-paragraphs.ts';
import type { SentDocument } from './sent-document.ts';

export interface Draft {
  block: Block;
  chapter: number;
  id?: string;
  /** Characters of ours in it, by section. */
  by: Map<string, number>;
  length: number;
}

/** By chapter there: the id of ours, where there is one. */
export function matchChapters(sent: SentDocument, read: ReadDocument, drafts: Draft[]): (string | undefined)[] {
  const chapterOf = new Map(sent.sections.map(({ id, chapter }) => [id, chapter]));
  const lengths = new Map<string, number>();
  for (const { chapter, text } of sent.sections)
    lengths.set(chapter, (lengths.get(chapter) ?? 0) + bareOf(text).length);
  const pairs = read.chapters.flatMap(({ heading }, at) => {
    const words = new Map<string, number>();
    for (const draft of drafts.filter((one) => one.chapter === at))
      for (const [id, weight] of draft.by) {
        const chapter = chapterOf.get(id) ?? '';
        words.set(chapter, (words.get(chapter) ?? 0) + weight);
      }
    return sent.chapters.map((one) => {
      const shared = (words.get(one.id) ?? 0) / Math.max(1, lengths.get(one.id) ?? 1);
      const like = likeness(heading, one.heading);
      return { at, id: one.id, score: like >= 0.6 || shared >= 0.4 ? like + shared : 0 };
    });
  });
  const ids: (string | undefined)[] = read.chapters.map(() => undefined);
  for (const { at, id } of pairs.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score))
    if (ids[at] === undefined && !ids.includes(id)) ids[at] = id;
  return ids;
}

/** Gives each draft the id of the section it goes on. */
export function matchSections(sent: SentDocument, drafts: Draft[], chapterIds: (string | undefined)[]): undefined {
  const taken = new Set<string>();
  const lengths = new Map(sent.sections.map(({ id, text, heading }) => [id, bareOf(heading + text).length]));
  const give = (draft: Draft, id: string | undefined): void => {
    if (id === undefined || draft.id !== undefined || taken.has(id)) return;
    draft.id = id;
    taken.add(id);
  };
  for (const draft of drafts) give(draft, draft.block.known);
  for (const draft of drafts) {
    const { kind } = draft.block;
    if (kind === 'opening' || kind === 'closing') give(draft, sent.sections.find((one) => one.kind === kind)?.id);
  }
  const fitting = (loose: boolean) =>
    drafts
      .filter((draft) => draft.id === undefined && draft.block.kind !== 'opening' && draft.block.kind !== 'closing')
      .flatMap((draft) =>
        sent.sections
          .filter((one) => one.kind !== 'opening' && one.kind !== 'closing' && (loose || one.kind === draft.block.kind))
          .map(({ id }) => ({
            draft,
            id,
            score: (draft.by.get(id) ?? 0) / Math.max(1, Math.min(draft.length, lengths.get(id) ?? 1)),
          })),
      )
      .filter(({ score }) => score >= 0.3)
      .sort((a, b) => b.score - a.score);
  for (const { draft, id } of fitting(false)) give(draft, id);
  // A chapter's first words are its lead, whatever became of them.
  for (const draft of drafts.filter((one) => one.block.kind === 'lead')) {
    const chapter = chapterIds[draft.chapter];
    give(draft, sent.sections.find((one) => one.kind === 'lead' && one.chapter === chapter)?.id);
  }
  for (const { draft, id } of fitting(true)) give(draft, id);
}

/** The longest part of `now` that stands in the order of `before`: the rest was moved. */
export function inOrder(now: string[], before: string[]): Set<string> {
  const places = now.map((id) => before.indexOf(id));
  const best = places.map((_, at) => ({ length: 1, previous: -1, at }));
  for (const [at, place] of places.entries())
    for (let earlier = 0; earlier < at; earlier++) {
      const one = best[earlier];
      const own = best[at];
      if (one && own && (places[earlier] ?? 0) < place && one.length + 1 > own.length)
        Object.assign(own, { length: one.length + 1, previous: earlier });
    }
  const kept = new Set<string>();
  let last = best.reduce((a, b) => (b.length > a.length ? b : a), { length: 0, previous: -1, at: -1 });
  while (last.at >= 0) {
    kept.add(now[last.at] ?? '');
    last = best[last.previous] ?? { length: 0, previous: -1, at: -1 };
  }
  return kept;
}
