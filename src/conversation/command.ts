// What a message or a card press asks for, and what was read out of it. Made by reading/ and by cards; decided by decide.
import type { Quantity } from '../figures/quantity.ts';
import type { FactValue, Provenance } from '../report/fact.ts';
import type { EditCommand, Spot } from './edit-command.ts';
import type { SupplyCommand } from './supply-command.ts';
import type { TaskCommand } from './task-command.ts';
import type { VersionCommand } from './version-command.ts';

/** Word file, figure ledger, Markdown, plain text, large print to read out from, changes since the last file, with contents. */
export type FileForm = 'docx' | 'ledger' | 'markdown' | 'text' | 'large' | 'changes' | 'contents' | 'notes';

/** Written or brought up to date; others' changes taken back; where it is. */
export type CloudWish = 'write' | 'take_back' | 'link';

export type Command =
  | { type: 'start_report'; kind?: string; year?: number }
  | { type: 'help' }
  | { type: 'show_progress' }
  | { type: 'show_missing' }
  | { type: 'show_facts' }
  | { type: 'ask_next' }
  /** Leave the slot (default: the one just asked) for later, or for good. */
  | { type: 'skip'; slot?: string }
  | { type: 'not_applicable'; slot?: string }
  | { type: 'withdraw_fact'; slot: string }
  /** Who said it, when and how (default: what was recorded last). */
  | { type: 'show_source'; slot?: string }
  | { type: 'show_materials' }
  | { type: 'show_checks' }
  /** `section`: a chapter id, a section id, or `all`. */
  /** `or_compile`: 先弄一版, where all is drafted already hands the document over. */
  | { type: 'draft'; section: string; or_compile?: true }
  | { type: 'show'; section: string }
  /**
   * `spot`: a place that may depend on what was talked about, where `section` names none. `again`: other words for the same
   * wish; `same`: what was wished last, of another place.
   */
  | { type: 'rewrite'; section?: string; instruction: string; spot?: Spot; again?: true; same?: true }
  | { type: 'undo' }
  /** Takes the last 撤销 back. */
  | { type: 'redo' }
  /** `as`: in this form instead of the Word file. `final`: 定稿, with its ledger, where nothing is open. */
  | { type: 'compile'; as?: FileForm; final?: true }
  /** The report as a document in the cloud. */
  | { type: 'cloud_document'; wish: CloudWish }
  | { type: 'start_over' }
  | { type: 'list_reports' }
  | { type: 'switch_report'; report: string }
  /** A whole report put away, or had back; nothing named is the one being written, or the one put away last. */
  | { type: 'remove_report' | 'restore_report'; year?: number; kind?: string }
  /** The form of what a chapter still lacks. */
  | { type: 'fill'; section: string }
  /** 你烦不烦: no more questions for now. */
  | { type: 'hush' }
  | { type: 'stop' }
  | { type: 'confirm' }
  | { type: 'cancel' }
  /** The n-th choice (1-based) of the question just asked. */
  | { type: 'choose'; choice: number }
  | EditCommand
  | VersionCommand
  | TaskCommand
  | SupplyCommand;

export interface ReadFact extends Provenance {
  slot: string;
  value: FactValue;
  /** The words around it, for the source. */
  words: string;
  /** The user said it replaces what was there (改成, 不是…是…, 更正). */
  correction: boolean;
}

/** Something the reader saw and would not guess at. */
export type Ask =
  | { type: 'which_slot'; quantity: Quantity; words: string; slots: string[]; told?: Provenance }
  | { type: 'unplaced'; quantity: Quantity; words: string; told?: Provenance }
  | {
      type: 'confirm_value';
      slot: string;
      value: FactValue;
      words: string;
      reason: string;
      told?: Provenance;
      /** The unit was nowhere: what the written number is in each scale, the one assumed (as in `value`) first. */
      scales?: { scale: string; value: FactValue; doubt: string }[];
    }
  /** Made by decide, never by the reader: the slot already holds another value, or the message gave two. */
  | { type: 'conflict'; slot: string; value: FactValue; words: string; told?: Provenance }
  /** Made by decide: figures that contradict each other. `values`: those figures as shown, to know when one changes. */
  | { type: 'check'; check: string; slots: string[]; values: string; words: string }
  /** Made by decide: what an outline needs to know of these figures and nobody said. */
  | { type: 'provenance'; field: 'status' | 'scope' | 'deed'; slots: string[]; words: string };

/** One field of a form, read against its own slot: a fact, or what is wrong with it. */
export interface FieldReading {
  slot: string;
  /** As it was filled in. */
  said: string;
  fact?: ReadFact;
  wrong?: string;
}

/** What a file says in the light of the report being written. Decides nothing. */
export interface FileReading {
  /** `notice`: demands on a report; `table`: figures in a table; `old_report`: a report of an earlier year; `text`: anything else. */
  kind: 'notice' | 'table' | 'old_report' | 'text';
  /** The year it is about, where it says. */
  year?: number;
  /** Of a notice. */
  commands: Command[];
  /** As if it were told now. */
  facts: ReadFact[];
  asks: Ask[];
  /** As a report of its own year: how many figures it has, the slots it has values for, clauses with figures that fit none, its chapters. */
  old: { figures: number; values: { slot: string; value: FactValue }[]; others: string[]; headings: string[] };
}

/** A message, read. Decides nothing. */
export interface Reading {
  commands: Command[];
  facts: ReadFact[];
  asks: Ask[];
  /** Words that were neither, when they look like something said on purpose; '' otherwise. */
  rest: string;
  /** Who gave what is in it, where the sender only hands it on: 农业农村科（微信）. */
  from?: string;
  /** Each line of a forwarded record, read; in its order. */
  forwarded?: Reading[];
  /** Of the file that came with it, or that it is about. */
  file?: FileReading;
  /** Slots whose facts or asks were read out of a table. */
  tabled?: string[];
  /** What was said of the year before: to compare with, never a fact. */
  past?: ReadFact[];
  /** Whether the model was asked. */
  by: 'reader' | 'model';
  /** Of a form, in the order of the outline; blank fields are not among them. */
  fields?: FieldReading[];
}
