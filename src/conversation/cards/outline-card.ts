// The outline of a report just begun: per part how much will be asked, and how to go on. Data only.
import type { Card } from '../card.ts';
import { isAskedFor, missingSlots, partsOf, slotsUnder, titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';
import { pages } from './page.ts';

export function outlineCards({ report, outline }: Scene): Card[] {
  const lines = partsOf(outline).map((part) =>
    words.partAsks(part.title, slotsUnder(outline, part).filter(isAskedFor).length),
  );
  const ask = button({ text: words.askMe, value: { action: 'ask_next', report: report.id }, primary: true });
  const card: Card = {
    title: titleOf(report),
    subtitle: words.outlineSubtitle(outline.chapters.length, outline.slots.filter(isAskedFor).length),
    tone: 'blue',
    blocks: [
      { type: 'text', text: words.justTell, bold: true },
      { type: 'text', text: lines.join('\n') },
      { type: 'text', text: words.everyItem, tone: 'muted' },
    ],
  };
  const missing = missingSlots(outline, report.facts);
  return pages(card, missing.length === 0 ? [] : [{ type: 'buttons', buttons: [ask] }]);
}
