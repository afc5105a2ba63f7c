// Another text from the same facts: shorter, or to be read out. Heads only; made from the report's texts, tokens and all, so that a corrected fact prints anew.
import type { Wish } from './fact.ts';

export interface Variant {
  id: string;
  kind: 'short' | 'speech';
  /** Wanted length in Word's count; of a speech its minutes times what is said in one. */
  characters: number;
  /** Of a speech. */
  minutes?: number;
  /** Slots told and left out because somebody said so; what else is left out follows from the length. */
  keep: string[];
  drop: string[];
  /** How a figure is to be said, by slot: rounded only where somebody asked for it. */
  spoken?: Record<string, Wish>;
  /** 第一，第二 left away as well. */
  unmarked?: true;
  /** Version keys by section, its own or the report's. */
  sections: Record<string, string>;
  /** What it was made from: the report's version keys by section. */
  madeFrom: Record<string, string>;
  /** How many slots had a fact when it was made: one given since may have its place in it. */
  given?: number;
  /** Slots the report tells and this text does not. */
  omitted: string[];
  /** Key of the effect that sent the card on which one chooses what is left out. */
  card?: string;
  /** The report changed since, and it was said. */
  stale?: true;
  /** When its file was sent last. */
  sent?: number;
}
