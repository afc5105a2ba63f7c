// What another text leaves out and what it keeps, each to be turned round at a press. Data only.
import type { Variant } from '../../report/variant.ts';
import type { Block, Card, CardValue } from '../card.ts';
import { cut } from '../value.ts';
import { variantWords } from '../variant-wording.ts';
import { button } from './choice-card.ts';

/** More buttons are no card any more; the others are named. */
const SHOWN = 24;

export interface Told {
  slot: string;
  /** 党课次数 12次 */
  text: string;
  figure: boolean;
}

interface VariantLook {
  report: string;
  name: string;
  said: string[];
  told: Told[];
  omitted: Told[];
}

export function variantCard(variant: Variant, { report, name, said, told, omitted }: VariantLook): Card {
  const value = (action: string, slot?: string): CardValue => ({
    action,
    report,
    variant: variant.id,
    ...(slot === undefined ? {} : { slot }),
  });
  const toggles = (some: Told[], action: string): Block[] => {
    const buttons = some
      .slice(0, SHOWN)
      .map((one) => button({ text: cut(one.text, 24), value: value(action, one.slot) }));
    const more = some.slice(SHOWN).map((one) => one.text);
    return [
      ...(buttons.length === 0 ? [] : [{ type: 'buttons' as const, buttons }]),
      ...(more.length === 0
        ? []
        : [{ type: 'text' as const, text: cut(variantWords.more(more), 400), tone: 'muted' as const }]),
    ];
  };
  return {
    title: variantWords.title(name),
    tone: 'blue',
    blocks: [
      ...said.filter((line) => line !== '').map((text): Block => ({ type: 'text', text })),
      ...(omitted.length === 0 ? [] : [{ type: 'text' as const, text: variantWords.goneHeading, bold: true }]),
      ...toggles(omitted, 'variant_keep'),
      ...(told.length === 0
        ? []
        : [
            {
              type: 'fold' as const,
              title: variantWords.keptHeading(told.length),
              blocks: toggles(told, 'variant_drop'),
            },
          ]),
      {
        type: 'buttons',
        buttons: [
          button({ text: variantWords.accept, value: value('variant_send'), primary: true }),
          ...(omitted.length === 0 ? [] : [button({ text: variantWords.keepAll, value: value('variant_all') })]),
        ],
      },
    ],
  };
}
