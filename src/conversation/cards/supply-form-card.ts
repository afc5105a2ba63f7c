// One office's questions as a form, or as words to copy. Shows nothing anybody else gave. Data only.
import { type Supplier, showSupplier } from '../../report/supply.ts';
import type { Card } from '../card.ts';
import { lastYears } from '../last-year.ts';
import { titleOf } from '../plan.ts';
import { dueOf, lackingOf, slotsAsked } from '../supply-view.ts';
import { supplyWords } from '../supply-wording.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { button } from './choice-card.ts';
import { fieldOf, wrongBlocks } from './fill-card.ts';
import { kindsOf } from './supply-card.ts';

/** More inputs than this are not filled in one go; the rest come into the same card when these are given. */
const FORM_FIELDS = 10;
const LABELS = 600;

export function supplyFormCard(scene: Scene, supplier: Supplier): Card {
  const { report } = scene;
  const lacking = lackingOf(scene, supplier);
  const given = slotsAsked(scene, supplier)
    .filter((slot) => !lacking.includes(slot))
    .map((slot) => slot.label);
  const some = lacking.slice(0, FORM_FIELDS);
  const head: Pick<Card, 'title' | 'subtitle'> = {
    title: supplyWords.formTitle(supplier.office, lacking.length),
    subtitle: supplyWords.formSubtitle(titleOf(report), dueOf(scene, supplier)),
  };
  if (some.length === 0) {
    const text = cut(supplyWords.formDone(given), LABELS);
    return { ...head, tone: 'green', blocks: [{ type: 'text', text, tone: 'muted' }] };
  }
  const fields = some.map((slot) =>
    fieldOf(scene, slot, `${slot.question}${kindsOf(slot)}${report.gathering ? '' : lastYears(scene, slot)}`),
  );
  const hint = supplyWords.formHint(given, lacking.length - some.length);
  const value = { action: 'fill_in', report: report.id, office: supplier.office };
  return {
    ...head,
    tone: 'blue',
    blocks: [
      ...wrongBlocks(scene, some),
      {
        type: 'text',
        text: hint,
        tone: 'muted',
        ...(supplier.people.length === 0 ? {} : { mentions: supplier.people }),
      },
      { type: 'form', name: 'supply', fields, submit: button({ text: supplyWords.hand, value, primary: true }) },
    ],
  };
}

/** More items than this are too long for words to copy unasked. */
const LETTER_ITEMS = 12;
export const isLong = (items: number): boolean => items > LETTER_ITEMS;

/** For somebody who is in no chat with the bot. */
export function copyCard(scene: Scene, supplier: Supplier): Card {
  const lacking = lackingOf(scene, supplier);
  const lines = lacking.map((slot, at) =>
    supplyWords.copyLine(at + 1, `${slot.label}：${slot.question}`, kindsOf(slot) + lastYears(scene, slot)),
  );
  // A long list nobody reads in a message: the names alone.
  const shown = isLong(lacking.length) ? [lacking.map((slot) => slot.label).join('、')] : lines;
  return {
    title: supplyWords.copyTitle(showSupplier(supplier)),
    tone: 'grey',
    blocks: [
      { type: 'text', text: supplyWords.copyHint, tone: 'muted' },
      { type: 'text', text: supplyWords.copyText(titleOf(scene.report), dueOf(scene, supplier), lines.length, shown) },
    ],
  };
}
