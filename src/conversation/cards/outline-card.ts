// The outline with progress: per part what is asked, how much of it is there, whether it is drafted. Data only.
import type { Block, Card } from '../card.ts';
import { isAskedFor, missingSlots, partsOf, slotsUnder, titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';
import { pages } from './page.ts';

/** `fresh`: just begun, so it says how to go on; else how far it is. */
export function outlineCards({ report, outline }: Scene, fresh: boolean): Card[] {
  const missing = missingSlots(outline, report.facts);
  const drafted = Object.keys(report.sections).length > 0;
  const folds = partsOf(outline).flatMap((part): Block[] => {
    const slots = slotsUnder(outline, part).filter(isAskedFor);
    const done = slots.filter((slot) => Object.hasOwn(report.facts, slot.id)).length;
    const written = part.sections.filter((one) => report.sections[one.id]).length;
    const writing = part.sections.some((one) => report.drafting[one.id]);
    const title = words.partProgress(part.title, {
      asked: slots.length,
      done,
      drafted: written === part.sections.length,
      writing,
      fresh,
    });
    if (slots.length === 0) return [{ type: 'text', text: title }];
    const labels = slots.map((slot) => (Object.hasOwn(report.facts, slot.id) ? words.ticked(slot.label) : slot.label));
    return [{ type: 'fold', title, blocks: [{ type: 'text', text: cut(labels.join('、'), 600) }] }];
  });
  const on = { report: report.id };
  const offers: Offer[] = [
    ...(missing.length > 0 ? [{ text: words.askMe, value: { action: 'ask_next', ...on }, primary: fresh }] : []),
    ...(fresh ? [] : [{ text: words.draftAll, value: { action: 'draft', section: 'all', ...on }, primary: !drafted }]),
    ...(drafted ? [{ text: words.exportIt, value: { action: 'compile', ...on }, primary: true }] : []),
  ];
  const card: Card = {
    title: titleOf(report),
    subtitle: fresh
      ? words.outlineSubtitle(outline.chapters.length, outline.slots.filter(isAskedFor).length)
      : words.progress(missing.length),
    tone: fresh || missing.length > 0 ? 'blue' : 'green',
    blocks: [...(fresh ? [{ type: 'text' as const, text: words.justTell, bold: true }] : []), ...folds],
  };
  return pages(card, offers.length === 0 ? [] : [{ type: 'buttons', buttons: offers.map(button) }]);
}
