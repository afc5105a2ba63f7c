// Cards as plain data. feishu/ renders them to JSON 2.0; nothing here knows the platform. User text is always plain text.
import type { Person } from '../report/fact.ts';

export type Tone = 'plain' | 'muted' | 'good' | 'warn';

export interface Button {
  text: string;
  style: 'default' | 'primary' | 'danger';
  /** Comes back in card_submitted.value. */
  value: CardValue;
  confirm?: { title: string; text: string };
  /** Opens this address; then nothing comes back. */
  link?: string;
}

/** What a button carries. Never an identity: who pressed it is told by the platform. */
export interface CardValue {
  action: string;
  report?: string;
  [name: string]: string | number | boolean | undefined;
}

export type Field =
  | {
      type: 'input';
      name: string;
      label: string;
      placeholder?: string;
      initial?: string;
      multiline?: boolean;
      required?: boolean;
    }
  | {
      type: 'select';
      name: string;
      label: string;
      options: { text: string; value: string }[];
      initial?: string;
      required?: boolean;
    };

/** A stretch of a text compared with another. */
export interface Marked {
  text: string;
  /** Absent: in both. */
  mark?: 'gone' | 'new';
}

export type Block =
  /** `mentions`: people called by it, who get a notice; only those who are in the chat. */
  | { type: 'text'; text: string; tone?: Tone; bold?: boolean; mentions?: Person[] }
  /** One text with what is gone from it and what is new marked. */
  | { type: 'marked'; pieces: Marked[] }
  /** Label and value side by side. */
  | { type: 'rows'; rows: { label: string; value: string; tone?: Tone }[] }
  | { type: 'divider' }
  | { type: 'fold'; title: string; open?: boolean; blocks: Block[] }
  | { type: 'buttons'; buttons: Button[] }
  /** `name` is unique within the card; fields come back in card_submitted.form by their names. */
  | { type: 'form'; name: string; fields: Field[]; submit: Button };

export interface Card {
  title: string;
  subtitle?: string;
  tone: 'blue' | 'green' | 'orange' | 'red' | 'grey';
  blocks: Block[];
}
