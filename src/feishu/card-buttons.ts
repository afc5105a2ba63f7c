// Buttons of a card, in a form and outside.
import type { Button } from '../conversation/card.ts';
import { type Element, isBlank, plainText } from './card-elements.ts';
import { shorten } from './card-size.ts';

const maxButtonText = 100;
const maxConfirmText = 300;
const perRow = 8;
/** Filled, so that the one thing to do next stands out. */
const types = { default: 'default', primary: 'primary_filled', danger: 'danger' };

/** In rows that wrap on a phone. `say` writes out in full what a button's face is too small for. */
export function buttonRows(buttons: Button[], say: (text: string) => Element[]): Element[] {
  const rows: Element[] = [];
  for (let at = 0; at < buttons.length; at += perRow) {
    const some = buttons.slice(at, at + perRow);
    rows.push(...some.flatMap((button) => longTexts(button).flatMap(say)), {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: some.map((button) => ({ tag: 'column', width: 'auto', elements: [plainButton(button)] })),
    });
  }
  return rows;
}

/** What would be cut. */
export function longTexts({ text, confirm }: Button): string[] {
  const confirming = confirm === undefined ? '' : confirm.text;
  return [...(text.length > maxButtonText ? [text] : []), ...(confirming.length > maxConfirmText ? [confirming] : [])];
}

function plainButton(button: Button): Element {
  const { link, value } = button;
  return {
    ...face(button),
    behaviors: [link === undefined ? { type: 'callback', value } : { type: 'open_url', default_url: link }],
  };
}

/** `value` directly and no behaviors: the form that is known to call back. */
export function submitButton(button: Button, name: string): Element {
  return { ...face(button), name, form_action_type: 'submit', value: button.value };
}

function face({ text, style, confirm }: Button): Element {
  const label = isBlank(text) ? '确定' : shorten(text.toWellFormed(), maxButtonText);
  const asked = confirm && {
    title: plainText(isBlank(confirm.title) ? '请确认' : shorten(confirm.title.toWellFormed(), maxButtonText)),
    text: plainText(isBlank(confirm.text) ? label : shorten(confirm.text.toWellFormed(), maxConfirmText)),
  };
  return {
    tag: 'button',
    text: plainText(label),
    type: types[style],
    ...(asked === undefined ? {} : { confirm: asked }),
  };
}
