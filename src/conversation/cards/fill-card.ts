// One part's missing slots as a form, and what it looks like once it was handed in. Data only.
import type { Slot } from '../../report/outline.ts';
import type { Card, Field } from '../card.ts';
import { type Part, titleOf } from '../plan.ts';
import type { Scene } from '../turn.ts';
import { cut } from '../value.ts';
import { words } from '../wording.ts';
import { button } from './choice-card.ts';

/** More inputs than this are not filled in one go; the rest come on the next form. */
const FORM_FIELDS = 10;

export function fillCard({ report }: Scene, part: Part, slots: Slot[]): Card {
  const some = slots.slice(0, FORM_FIELDS);
  const fields = some.map(
    (slot): Field => ({
      type: 'input',
      name: slot.id,
      label: cut(words.fieldLabel(slot.label, unitOf(slot)), 60),
      placeholder: cut(slot.question, 60),
      multiline: slot.type === 'text' || slot.type === 'list',
    }),
  );
  return {
    title: words.fillTitle(part.name),
    subtitle: titleOf(report),
    tone: 'blue',
    blocks: [
      { type: 'text', text: words.fillHint(slots.length - some.length), tone: 'muted' },
      {
        type: 'form',
        name: 'fill',
        fields,
        submit: button({ text: words.fillIn, value: { action: 'fill_in', report: report.id }, primary: true }),
      },
    ],
  };
}

/** The scale and unit a bare number in the field is taken to have. */
export function unitOf(slot: Slot): string {
  return slot.type === 'figure' ? `${slot.scale ?? ''}${slot.unit ?? ''}` : '';
}

export function filledCard({ report }: Scene, lines: string[]): Card {
  return {
    title: words.filledTitle(lines.length),
    subtitle: titleOf(report),
    tone: 'green',
    blocks: [{ type: 'text', text: cut(lines.map((line) => cut(line, 200)).join('\n'), 3000), tone: 'muted' }],
  };
}
