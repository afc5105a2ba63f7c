// What is kept of files people sent and of corrected tables. Types only.
import type { FactValue, Person, Provenance, Source } from '../report/fact.ts';

/** What a file is for. `corrects`: its figures stand, whatever was recorded before; `mistake`: it was not meant for us; `returned`: our own, come back. */
export type FileUse = 'notice' | 'reference' | 'figures' | 'corrects' | 'audit' | 'mistake' | 'returned';

/** A file that was read. Its words are the immutable side value `key` (a FileText). */
export interface FileHead {
  key: string;
  name: string;
  /** message_id: what is recorded from it names this as its source. */
  message: string;
  by: Person;
  at: number;
  /** Absent while nobody said. */
  use?: FileUse;
}

/** 按这个表为准, said before the file came. */
export interface FileWish {
  as: FileUse;
  by: Person;
  at: number;
}

export interface DifferenceRow {
  slot: string;
  value: FactValue;
  words: string;
  told?: Provenance;
  /** What stood there when the card was made, and whose it was; absent: the row is new. */
  before?: FactValue;
  giver?: Source;
  /** Answered: taken or left. */
  taken?: boolean;
}

/** A corrected table against what is recorded, put on one card. Kept after it is answered, so that a late press gets an answer. */
export interface Difference {
  id: string;
  report: string;
  /** Key of the effect that sent its card. */
  card: string;
  source: Source;
  /** The file's name, '' for a pasted table. */
  file: string;
  rows: DifferenceRow[];
  /** Others gave what it would replace: only the report's owner decides. */
  ownerOnly: boolean;
  /** 0-based. */
  page: number;
  /** Each row with buttons of its own. */
  each: boolean;
}
