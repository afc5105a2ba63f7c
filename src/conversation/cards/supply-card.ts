// Who is asked for what: per office its items with what each asks for, last year's value, given or not. Data only.
import type { Slot } from '../../report/outline.ts';
import { showSupplier } from '../../report/supply.ts';
import type { Block, Card } from '../card.ts';
import { lastYears } from '../last-year.ts';
import { titleOf } from '../plan.ts';
import { dueOf, lackingOf, slotsAsked, unassigned } from '../supply-view.ts';
import { supplyWords } from '../supply-wording.ts';
import type { Scene } from '../turn.ts';
import { cut, showValue } from '../value.ts';
import { button } from './choice-card.ts';
import { pages } from './page.ts';

const LABELS = 1500;

export function supplyCards(scene: Scene): Card[] {
  const { report } = scene;
  const suppliers = report.supply?.suppliers ?? [];
  const left = unassigned(scene);
  const asked = suppliers.reduce((sum, one) => sum + slotsAsked(scene, one).length, 0);
  const folds = suppliers.map((supplier): Block => {
    const slots = slotsAsked(scene, supplier);
    const lacking = lackingOf(scene, supplier).length;
    const absent = supplier.absent === true;
    return {
      type: 'fold',
      title: cut(supplyWords.office(showSupplier(supplier), slots.length, lacking, dueOf(scene, supplier), absent), 70),
      blocks: [
        {
          type: 'text',
          text: slots.map((slot) => itemLine(scene, slot)).join('\n') || supplyWords.nothingAsked,
        },
      ],
    };
  });
  const rest: Block[] =
    left.length === 0
      ? []
      : [
          {
            type: 'fold',
            title: supplyWords.unassigned(left.length),
            open: suppliers.length === 0,
            blocks: [{ type: 'text', text: cut(left.map((slot) => slot.label).join('、'), LABELS) }],
          },
        ];
  const on = { report: report.id };
  const offices = suppliers.filter((one) => slotsAsked(scene, one).length > 0).length;
  const card: Card = {
    title: supplyWords.title,
    subtitle: titleOf(report),
    tone: left.length === 0 && asked > 0 ? 'green' : 'blue',
    blocks: [
      { type: 'text', text: supplyWords.total(asked + left.length, offices, left.length), bold: true },
      ...folds,
      ...rest,
      { type: 'text', text: supplyWords.howTo, tone: 'muted' },
    ],
  };
  if (offices === 0) return pages(card, []);
  return pages(card, [
    {
      type: 'buttons',
      buttons: [
        button({ text: supplyWords.send, value: { action: 'send_supply', ...on }, primary: true }),
        button({ text: supplyWords.nudgeThem, value: { action: 'nudge', ...on } }),
      ],
    },
  ]);
}

function itemLine(scene: Scene, slot: Slot): string {
  const { facts } = scene.report;
  const fact = Object.hasOwn(facts, slot.id) ? facts[slot.id] : undefined;
  const given = fact ? showValue(fact.value, 30) : '';
  return supplyWords.item(slot.label, given, cut(slot.question, 80), kindsOf(slot), lastYears(scene, slot));
}

/** （全市还是市本级，快报还是决算） */
export function kindsOf({ needs = [] }: Slot): string {
  return supplyWords.kindOf(needs.map((one) => supplyWords.kinds[one]));
}
