// The single elements of a platform card: text, rows, panels. Colours by name, so that they hold in dark mode. No I/O, no rules of packing.
import type { Tone } from '../conversation/card.ts';
import type { JsonObject } from './json.ts';

export type Element = JsonObject & { tag: string };

const colors: Record<Tone, string | undefined> = {
  plain: undefined,
  muted: 'grey',
  good: 'green',
  warn: 'orange',
};

export function plainText(content: string): Element {
  return { tag: 'plain_text', content };
}

export function isBlank(content: string): boolean {
  return content.trim() === '';
}

/** plain_text knows no bold; a heading's size does its work. */
export function text(content: string, tone: Tone = 'plain', bold = false): Element {
  const color = colors[tone];
  return {
    tag: 'div',
    text: {
      ...plainText(content),
      ...(bold ? { text_size: 'heading' } : {}),
      ...(color === undefined ? {} : { text_color: color }),
    },
  };
}

/** Calls people. Ids alone stand in it: markdown would parse anything a person wrote. One that is no open_id fails the whole card. */
export function calling(ids: string[]): Element[] {
  const known = ids.filter((id) => /^ou_[0-9A-Za-z_-]+$/.test(id));
  const content = known.map((id) => `<at id=${id}></at>`).join(' ');
  return known.length === 0 ? [] : [{ tag: 'markdown', content }];
}

export function divider(): Element {
  return { tag: 'hr' };
}

interface Row {
  label: string;
  value: string;
  tone?: Tone;
}

/** Label and value side by side, also on a phone; the value has more room. */
export function row({ label, value, tone }: Row): Element {
  const column = (weight: number, content: Element) => ({
    tag: 'column',
    width: 'weighted',
    weight,
    vertical_align: 'top',
    elements: [content],
  });
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    columns: [column(2, text(shown(label), 'muted')), column(3, text(shown(value), tone))],
  };
}

/** The same in one line of text: a fifth of the elements, for cards with many rows. */
export function rowLine({ label, value, tone }: Row): Element {
  return text(isBlank(label) ? shown(value) : `${label.toWellFormed()}：${shown(value)}`, tone);
}

function shown(content: string): string {
  return isBlank(content) ? '—' : content.toWellFormed();
}

/** A panel that folds. Neither forms nor tables may stand in it. */
export function fold(title: string, expanded: boolean, elements: Element[]): Element {
  return {
    tag: 'collapsible_panel',
    expanded,
    header: {
      title: plainText(title.toWellFormed()),
      vertical_align: 'center',
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'follow_text',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '5px' },
    vertical_spacing: '8px',
    padding: '8px 8px 8px 8px',
    elements,
  };
}
