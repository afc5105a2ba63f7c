// One office's figures to confirm, each with the sentences that tell it and a field for what is right instead. Data only.
import type { Fact } from '../../report/fact.ts';
import { slotOf } from '../../report/outline.ts';
import type { Supplier } from '../../report/supply.ts';
import type { Block, Card } from '../card.ts';
import { titleOf } from '../plan.ts';
import { markOf } from '../supply-view.ts';
import { supplyWords } from '../supply-wording.ts';
import type { Scene } from '../turn.ts';
import { cut, showPerson, showTime, showValue } from '../value.ts';
import { documentOf, sentencesWith } from '../view.ts';
import { button } from './choice-card.ts';

/** As many fields as are gone through in one sitting; the rest come on cards of their own. */
const FACTS_PER_CARD = 10;
const SENTENCE = 200;

export function checkCard(scene: Scene, supplier: Supplier, facts: Fact[]): Card[] {
  const { report, outline } = scene;
  const cards: Card[] = [];
  const document = documentOf(scene);
  for (let at = 0; at < facts.length; at += FACTS_PER_CARD) {
    const some = facts.slice(at, at + FACTS_PER_CARD);
    const open = some.filter((fact) => !fact.confirmed);
    const [confirmed] = some.flatMap((fact) => fact.confirmed ?? []);
    const lines = some.flatMap((fact): Block[] => {
      const label = slotOf(outline, fact.slot)?.label ?? fact.slot;
      const mark = fact.confirmed ? '✓ ' : '';
      // A group elsewhere was given its own figures, not the text.
      const told = (report.gathering ? [] : sentencesWith(document, fact.slot)).map((one) => cut(one, SENTENCE));
      return [
        { type: 'text', text: mark + supplyWords.checkLine(label, showValue(fact.value)) },
        ...(told.length === 0 ? [] : [{ type: 'text' as const, text: told.join('\n'), tone: 'muted' as const }]),
      ];
    });
    const on = { report: report.id, office: supplier.office };
    const seen = open.map(markOf).join(' ');
    const answers: Block[] =
      open.length === 0
        ? []
        : [
            {
              type: 'buttons',
              buttons: [
                button({
                  text: supplyWords.checkRight,
                  value: { action: 'confirm_figures', ...on, seen },
                  primary: true,
                }),
              ],
            },
            {
              type: 'form',
              name: 'check',
              fields: open.map((fact) => ({
                type: 'input',
                name: fact.slot,
                label: cut(supplyWords.checkWrong(slotOf(outline, fact.slot)?.label ?? fact.slot), 60),
              })),
              submit: button({ text: supplyWords.checkSend, value: { action: 'correct_figures', ...on } }),
            },
          ];
    cards.push({
      title: open.length === 0 ? supplyWords.checkDone(supplier.office) : supplyWords.checkTitle(supplier.office),
      subtitle: titleOf(report),
      tone: open.length === 0 ? 'green' : 'blue',
      blocks: [
        {
          type: 'text',
          text:
            open.length === 0 && confirmed
              ? supplyWords.confirmedBy(showPerson(confirmed.by), showTime(confirmed.at))
              : supplyWords.checkHint,
          tone: 'muted',
          ...(open.length === 0 || supplier.people.length === 0 ? {} : { mentions: supplier.people }),
        },
        ...lines,
        ...answers,
      ],
    });
  }
  return cards;
}
