// What is recorded: value, who gave it and when, by part; then the materials. Data only.
import { slotOf } from '../../report/outline.ts';
import { homeless } from '../../report/restructure.ts';
import type { Block, Card } from '../card.ts';
import { editWords } from '../edit-wording.ts';
import { partsOf, slotsUnder, titleOf } from '../plan.ts';
import { showFrom } from '../record.ts';
import { showPrinted } from '../show-printed.ts';
import { showTold } from '../told.ts';
import type { Scene } from '../turn.ts';
import { cut, showSource } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';
import { pages } from './page.ts';

export function factsCard({ report, outline }: Scene): Card[] {
  const { facts, materials } = report;
  const line = (id: string): string => {
    const fact = facts[id];
    const label = slotOf(outline, id)?.label ?? id;
    if (!fact) return label;
    const source = fact.derived ? words.derivedFrom(showFrom({ outline }, fact.derived)) : showSource(fact.source);
    return words.factLine(label, showPrinted(fact, 200) + showTold(fact), source);
  };
  const blocks = partsOf(outline).flatMap((part): Block[] => {
    const slots = slotsUnder(outline, part).filter((slot) => Object.hasOwn(facts, slot.id));
    if (slots.length === 0) return [];
    return [
      { type: 'text', text: part.title, bold: true },
      { type: 'text', text: slots.map((slot) => line(slot.id)).join('\n') },
    ];
  });
  const away = outline.slots.filter((slot) => slot.section === homeless && Object.hasOwn(facts, slot.id));
  if (away.length > 0) {
    blocks.push(
      { type: 'text', text: editWords.homelessFacts, bold: true },
      { type: 'text', text: away.map((slot) => line(slot.id)).join('\n') },
    );
  }
  if (materials.length > 0) {
    blocks.push(
      { type: 'text', text: words.materialsTitle(materials.length), bold: true },
      { type: 'text', text: materials.map((one) => `${cut(one.text, 200)}（${showSource(one.source)}）`).join('\n') },
    );
  }
  const recorded = Object.values(facts).filter((fact) => fact.value.type !== 'omitted').length;
  const card: Card = { title: words.factsTitle(recorded), subtitle: titleOf(report), tone: 'blue', blocks };
  const missing = button({ text: words.seeMissing, value: { action: 'show_missing', report: report.id } });
  return pages(card, [{ type: 'buttons', buttons: [missing] }]);
}
