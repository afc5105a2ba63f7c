// An outline given in words: shown as it would be, taken only when confirmed, one step to undo. No fact and no text is lost by it.
import { type Outline, sectionsUnder, slotOf } from '../report/outline.ts';
import { homeless } from '../report/restructure.ts';
import { layChapters, layPoints } from '../report/skeleton.ts';
import type { Block } from './card.ts';
import { pages } from './cards/page.ts';
import type { Restructure } from './edit-command.ts';
import { editWords } from './edit-wording.ts';
import { askHomes } from './homes.ts';
import { partsOf, titleOf } from './plan.ts';
import { ask } from './proposal.ts';
import { putOutline } from './put-outline.ts';
import { skeletonWords } from './skeleton-wording.ts';
import { remember, type Scene, say, setLast, showCard } from './turn.ts';

type Skeleton = Extract<Restructure, { type: 'skeleton' }>;

export function takeSkeleton(scene: Scene, change: Skeleton): undefined {
  const { turn, report, outline } = scene;
  // Merging points under written texts is done one by one, where each can be looked at.
  if (Object.keys(report.sections).length + Object.keys(report.drafting).length > 0)
    return say(turn, skeletonWords.late);
  const laid = lay(scene, change);
  if (typeof laid === 'string') return say(turn, laid);
  const lost = laid.slots.filter((slot) => slot.section === homeless && slotOf(outline, slot.id)?.section !== homeless);
  if (!change.taken)
    return offer(
      scene,
      change,
      laid,
      lost.map(({ label }) => label),
    );
  report.added = (report.added ?? 0) + change.chapters.length;
  remember(scene, { what: skeletonWords.step(laid.chapters.length), changes: [putOutline(scene, laid)] });
  setLast(scene, undefined);
  say(turn, skeletonWords.done(laid.chapters.map(({ heading }) => heading)));
  const unasked = lost.filter(({ id, required }) => required && !report.facts[id]).map(({ label }) => label);
  if (unasked.length > 0) say(turn, editWords.unasked(unasked));
  const near = laid.chapters.flatMap(({ id }) =>
    sectionsUnder(laid, id)
      .slice(-1)
      .map((section) => section.id),
  );
  askHomes(scene, { slots: lost.map(({ id }) => id), texts: [], near: near.slice(0, 2) });
}

/** The new outline, or what is wrong with it. */
function lay({ report, outline }: Scene, { chapters, inside }: Skeleton): Outline | string {
  const from = report.added ?? 0;
  let laid = chapters.length > 0 ? layChapters(outline, chapters, (nth) => `added_${from + nth + 1}`) : outline;
  for (const { of, points } of inside) {
    const chapter = laid.chapters.find(({ heading }) => heading.includes(of) || of.includes(heading));
    const likely = chapter ?? (/履职|工作|做法|成效/u.test(of) ? laid.chapters[0] : undefined);
    if (!likely) return skeletonWords.noChapter(of);
    const next = layPoints(laid, likely.id, points);
    if (!next) return skeletonWords.tooFew(likely.heading, likely.points.length, points.length);
    laid = next;
  }
  return laid;
}

function offer(scene: Scene, change: Skeleton, laid: Outline, lost: string[]): undefined {
  const folds = partsOf(laid)
    .slice(1, -1)
    .map(({ title, sections }): Block => {
      const length = sections.reduce((sum, section) => sum + section.length, 0);
      const slots = sections.reduce((sum, section) => sum + section.slots.length, 0);
      const points = sections.filter(({ kind }) => kind === 'point').map(({ heading }, at) => `${at + 1}. ${heading}`);
      const text = points.length === 0 ? skeletonWords.plain : points.join('\n');
      return {
        type: 'fold',
        title: skeletonWords.part(title, slots, length),
        open: true,
        blocks: [{ type: 'text', text }],
      };
    });
  const rest: Block[] = lost.length === 0 ? [] : [{ type: 'text', text: skeletonWords.homeless(lost), tone: 'warn' }];
  const card = {
    title: skeletonWords.title,
    subtitle: titleOf(scene.report),
    tone: 'blue' as const,
    blocks: [...folds, ...rest],
  };
  const deed = {
    type: 'command' as const,
    command: { type: 'restructure' as const, change: { ...change, taken: true as const } },
  };
  const [only, another] = pages(card, []);
  if (another) for (const page of pages(card, [])) showCard(scene.turn, page);
  const shown = only && !another ? only.blocks : [];
  ask(scene, skeletonWords.askTitle, skeletonWords.askText, [{ text: skeletonWords.take, deed }], shown);
}
