// The outline of a report just begun: per part what will be asked, and how to go on. Data only.
import type { Block, Card } from '../card.ts';
import { isAskedFor, missingSlots, partsOf, slotsUnder, titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';
import { pages } from './page.ts';

export function outlineCards({ report, outline }: Scene): Card[] {
  const folds = partsOf(outline).map((part): Block => {
    const slots = slotsUnder(outline, part).filter(isAskedFor);
    const title = words.partAsks(part.title, slots.length);
    if (slots.length === 0) return { type: 'text', text: title };
    const labels = slots.map((slot) => slot.label).join('、');
    return { type: 'fold', title, blocks: [{ type: 'text', text: cut(labels, 600) }] };
  });
  const ask = button({ text: words.askMe, value: { action: 'ask_next', report: report.id }, primary: true });
  const card: Card = {
    title: titleOf(report),
    subtitle: words.outlineSubtitle(outline.chapters.length, outline.slots.filter(isAskedFor).length),
    tone: 'blue',
    blocks: [{ type: 'text', text: words.justTell, bold: true }, ...folds],
  };
  const missing = missingSlots(outline, report.facts);
  return pages(card, missing.length === 0 ? [] : [{ type: 'buttons', buttons: [ask] }]);
}
