// What is still missing, by part, as the questions one would be asked. Data only.
import { valueOf as boundsOf } from '../../figures/index.ts';
import type { Facts } from '../../report/fact.ts';
import type { Outline, Slot } from '../../report/outline.ts';
import type { Block, Card } from '../card.ts';
import { isAskedFor, missingSlots, partsOf, slotsUnder, titleOf } from '../plan.ts';
import { openChecks, showCheck } from '../settle.ts';
import type { Scene } from '../turn.ts';
import { words } from '../wording.ts';
import { button, type Offer } from './choice-card.ts';
import { pages } from './page.ts';

/** So few are all read at a glance. */
const FEW = 12;

export function missingCard(scene: Scene): Card[] {
  const { report, outline } = scene;
  const missing = missingSlots(outline, report.facts);
  const unsettled = openChecks(scene).map(showCheck);
  const lacking = partsOf(outline).flatMap((part) => {
    const slots = slotsUnder(outline, part).filter((slot) => missing.includes(slot));
    return slots.length === 0 ? [] : [{ part, slots }];
  });
  const blocks = lacking.map(({ part, slots }, at): Block => {
    const fill = { action: 'fill', section: part.id, report: report.id };
    return {
      type: 'fold',
      title: words.partMissing(part.title, slots.length),
      open: at === 0 || missing.length <= FEW,
      blocks: [
        { type: 'text', text: slots.map((slot) => `${slot.label}：${slot.question}`).join('\n') },
        { type: 'buttons', buttons: [button({ text: words.fillPart(part.name), value: fill })] },
      ],
    };
  });
  const optional = outline.slots.filter(
    (slot) => !slot.required && isAskedFor(slot) && !Object.hasOwn(report.facts, slot.id),
  );
  if (optional.length > 0) {
    const text = optional.map((slot) => slot.label).join('、');
    blocks.push({ type: 'text', text: words.optional(text), tone: 'muted' });
  }
  if (blocks.length === 0 || missing.length === 0) blocks.unshift({ type: 'text', text: words.nothingMissing });
  const on = { report: report.id };
  const countable = slotsToCount(outline, missing, report.facts);
  if (countable.length > 0) {
    const buttons = countable.map(({ slot, last }) =>
      button({ text: words.countIt(slot.label), value: { action: 'ask_slot', slot: last.id, ...on } }),
    );
    blocks.push({ type: 'text', text: words.countHint, tone: 'muted' }, { type: 'buttons', buttons });
  }
  if (unsettled.length > 0) {
    blocks.push(
      { type: 'text', text: words.unsettledTitle(unsettled.length), bold: true },
      { type: 'text', text: unsettled.join('\n'), tone: 'warn' },
      { type: 'buttons', buttons: [button({ text: words.settleThem, value: { action: 'settle_checks', ...on } })] },
    );
  }
  const offers: Offer[] = [
    ...(missing.length > 0 ? [{ text: words.askMe, value: { action: 'ask_next', ...on }, primary: true }] : []),
    { text: words.draftAll, value: { action: 'draft', section: 'all', ...on }, primary: missing.length === 0 },
  ];
  const card: Card = {
    title: words.missingTitle(missing.length),
    subtitle: titleOf(report),
    tone: missing.length === 0 ? 'green' : 'blue',
    blocks,
  };
  return pages(card, [{ type: 'buttons', buttons: offers.map(button) }]);
}

/** What is missing but would follow from last year's amount, where this year's is exact. */
function slotsToCount(outline: Outline, missing: Slot[], facts: Facts): { slot: Slot; last: Slot }[] {
  return missing.flatMap((slot) => {
    const value = slot.growth_of === undefined ? undefined : facts[slot.growth_of]?.value;
    const last = outline.slots.find((one) => one.last_year_of !== undefined && one.last_year_of === slot.growth_of);
    const exact = value?.type === 'figure' && boundsOf(value.quantity).exact;
    return slot.derived !== undefined && last && exact ? [{ slot, last }] : [];
  });
}
