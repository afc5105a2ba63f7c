// What a person asks to be done to the report itself: its outline, its words, its figures' printed form. Types only; decided in structure.ts, edit.ts, lock.ts, print-wish.ts.
import type { FactValue, Person, Source, Wish } from '../report/fact.ts';

/** A place as it was said. Resolved by decide alone, which knows what was talked about last. */
export interface Spot {
  /** Chapter or section id, `all`, or `title`. */
  section?: string;
  /** 第三条, with no chapter said; negative from the end. 1-based. */
  point?: number;
  /** As said, for an answer when nothing fits; '' for 这一段 and for nothing said at all. */
  words: string;
}

export type Restructure =
  /** `side` and `of`: where; the end when absent. */
  | { type: 'add_chapter'; heading: string; side?: Side; of?: Spot }
  /** `of`: a chapter (then at its end or, with `before`, its beginning) or the point it stands beside. */
  | { type: 'add_point'; heading: string; side?: Side; of: Spot }
  | { type: 'remove'; spots: Spot[] }
  | { type: 'move'; spot: Spot; side: Side | 'inside'; of: Spot }
  /** One place up (-1) or down (1); to the first (-99) or last (99). */
  | { type: 'shift'; spot: Spot; by: number }
  | { type: 'swap'; spots: [Spot, Spot] }
  | { type: 'merge'; spots: Spot[]; heading?: string }
  | { type: 'retitle'; spot: Spot; heading: string }
  | { type: 'set_length'; spot: Spot; characters: number }
  /** Only these chapters (none: those there are), and their points by these names. `taken`: it was shown and confirmed. */
  | { type: 'skeleton'; chapters: string[]; inside: { of: string; points: string[] }[]; taken?: true };

export type Side = 'before' | 'after';

/** Word for word. `spot` absent: wherever the words stand. `which`: the n-th place (0-based) of them in a section, `all` for everywhere. */
export type TextEdit =
  | { type: 'replace'; find: string; put: string; spot?: Spot; which?: number | 'all' }
  | { type: 'insert'; near: string; side: Side; put: string; spot?: Spot; which?: number | 'all' }
  | { type: 'append'; put: string; at: 'start' | 'end'; spot: Spot }
  /** The whole text of a section (or chapter) becomes this. */
  | { type: 'take_text'; text: string; spot: Spot };

export type EditCommand =
  | { type: 'restructure'; change: Restructure }
  | { type: 'edit_text'; edit: TextEdit }
  | { type: 'lock'; spot: Spot; locked: boolean }
  /** `slots` empty: every recorded figure it can be said of; `growth`: of the rates among them. `wish` null: the exact value again. */
  | { type: 'print'; slots: string[]; growth?: boolean; wish: Wish | null };

/** What choosing an answer on a proposal does. Fixed when it is offered. */
export type EditDeed =
  | { type: 'command'; command: EditCommand }
  | { type: 'rewrite'; section: string; instruction: string }
  /** Facts without a place are told in another section; `sentences`: the words that told them, with tokens. */
  | { type: 'rehome'; slots: string[]; to: string; sentences: string }
  | { type: 'withhold'; slots: string[] }
  /** A figure typed into the text is the slot's value, and stands there for it. `text`: as typed. */
  /** `source`: whose word it is where that is not whoever chooses. */
  | { type: 'record_typed'; slot: string; section: string; text: string; value: FactValue; source?: Source }
  /** A figure that came back in a file: ours stands there again; or whoever gave ours is asked. */
  | { type: 'restore_typed' | 'ask_typed'; figure: ReturnedFigure }
  /** A section that was changed on both sides: theirs, kept ready as a version under `version`; or both are looked at first. */
  | { type: 'take_returned' | 'see_returned'; returned: ReturnedText }
  /** It is a figure of its own, and stands there for it. */
  | { type: 'record_new'; section: string; label: string; text: string; around: string; value: FactValue }
  | { type: 'material'; words: string }
  | { type: 'leave' };

/** A figure of a returned file that stands in the text as typed. */
export interface ReturnedFigure {
  slot: string;
  section: string;
  text: string;
  around: string;
  value: FactValue;
  source: Source;
}

/** `merged`: sections that become part of it. */
export interface ReturnedText {
  section: string;
  version: string;
  merged: string[];
  heading?: string;
}

/** Choices offered about the report itself; decided by its owner alone. Kept after it is answered, so that a late press gets an answer. */
export interface Proposal {
  id: string;
  report: string;
  /** Key of the effect that sent its card. */
  card: string;
  title: string;
  items: ProposalItem[];
}

export interface ProposalItem {
  text: string;
  choices: { text: string; deed: EditDeed }[];
  answer?: { by: Person; choice: number; at?: number };
}
