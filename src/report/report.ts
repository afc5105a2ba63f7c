// A report in progress: heads only. Texts and closed facts are immutable side values under the keys named here.
import type { Fact, Facts, FactValue, Person, Source } from './fact.ts';
import type { Supply } from './supply.ts';
import type { Reporter, Task } from './task.ts';
import type { Variant } from './variant.ts';

/** An immutable side value: one version of one section's text. `text` keeps `{{slot}}` tokens. */
export interface Version {
  section: string;
  /** 1, 2, 3… within the section. */
  number: number;
  text: string;
  /** Who or what wrote it: a prompt (`draft-chapter@3#190b0924`), the phrasebook (`phrasebook@1`), or a person. */
  by:
    | { type: 'model'; prompt: string; model: string }
    | { type: 'phrasebook'; id: string }
    | { type: 'person'; person: Person };
  at: number;
  /** The instruction, or why it came about. */
  why: string;
  /** What its facts were like when it was written (`shapeOf`); absent where nobody measured. */
  shape?: string;
  previous?: string;
  /** How often a model was asked for it, repairs included. */
  attempts?: number;
  /** What its checks still had to say when it was taken. */
  findings?: string[];
  /** Labels of what nobody had given then, so that it does not tell it. */
  unwritten?: string[];
}

/** The current version of a section: its side value's key, repeated number. */
export interface SectionHead {
  version: string;
  number: number;
}

/** One step that 撤销 takes back: what to set each head to again (`null`: nothing stood there). */
export interface UndoStep {
  /** For the user: 改写“（二）2”, 党课次数 12次→14次. */
  what: string;
  changes: (
    | { type: 'section'; section: string; before: SectionHead | null }
    | { type: 'fact'; slot: string; before: Fact | null }
    /** `before: false`: it was added; undoing takes it out again. */
    | { type: 'material'; material: Material; before: boolean }
    | { type: 'settled'; check: string; before: Settled | null }
    | { type: 'lock'; section: string; before: Lock | null }
    /** The key of the outline before a slot was added to it, or its parts were changed. */
    | { type: 'outline'; before: string }
    | { type: 'task'; before: Task | null }
    | { type: 'reporter'; before: Reporter | null }
    | { type: 'reference'; before: Reference | null }
    | { type: 'supply'; before: Supply | null }
    | { type: 'variant'; id: string; before: Variant | null }
    /** Findings said to be no faults. */
    | { type: 'waved'; before: string[] }
  )[];
  /** open_id of who did it: in a group one may take back one's own step. */
  by?: string;
  /** The command it was a part of: what comes of one command is one step. */
  batch?: string;
}

/** Something given that fits no slot: kept, shown, never lost. */
interface Material {
  text: string;
  source: Source;
}

/** What became of a failed check. It holds for the values it was asked about: once one of them changes it is asked anew. */
export interface Settled {
  /** Those values, as shown. */
  values: string;
  /** `asked`: no answer yet; `fix`: a figure will be corrected; `explained`: it is right as it stands; `later`. */
  decision: 'asked' | 'fix' | 'explained' | 'later';
  /** The explanation, '' when none was given. */
  note: string;
  by: Person;
  at: number;
}

/** An earlier year's report somebody sent: looked at while asking, none of it ever a fact. */
export interface Reference {
  /** Key of the file's side value. */
  file: string;
  name: string;
  year?: number;
  /** Its chapters' headings, without numbers; absent where it has none. */
  headings?: string[];
  /** Its values by the slots of this report they answer to. */
  values: Record<string, FactValue>;
}

/** A Word file as it was sent: all it was made of. An old one must be had again, and compared with what comes back. */
export interface SentFile {
  name: string;
  at: number;
  /** Keys of the outline's and the facts' immutable copies. */
  outline: string;
  facts: string;
  /** Version keys by section. */
  sections: Record<string, string>;
  year: number;
  /** The last thing done to the report before it was sent: nothing was done since while that is still the last. */
  step?: string;
}

interface CloudDocument {
  document: string;
  url: string;
  revision: number;
  /** Key of the side value that holds its paragraphs, each with its block and section. */
  blocks: string;
  /** Key of the facts it was written with. */
  facts: string;
  at: number;
}

interface Lock {
  by: Person;
  at: number;
}

export interface Report {
  id: string;
  /** Outline kind and the key of the immutable copy this report was started with. */
  kind: string;
  outline: string;
  /** 基层党建述职报告 */
  name: string;
  year: number;
  owner: Person;
  startedAt: number;
  facts: Facts;
  materials: Material[];
  sections: Record<string, SectionHead>;
  /** Versions that were taken back, by section, newest last, at most 20: they too can be had again. */
  aside?: Record<string, SectionHead[]>;
  /** Job id per section being drafted now. */
  drafting: Record<string, string>;
  undo: UndoStep[];
  /** What 撤销 took back, newest last; any new change clears it. */
  redo?: UndoStep[];
  /** By check id. */
  settled?: Record<string, Settled>;
  /** Slots whose next figure replaces what stands there: the user said so when a check failed. */
  replacing?: string[];
  /** What was asked about figures beside their value, as `status/total_revenue`: it is asked once. */
  askedAbout?: string[];
  /** The last word on 快报 or 决算: whose, when; without `status` nobody needs to know. What they tell right after has it too. */
  statusTold?: { by: string; at: number; status?: 'flash' | 'estimate' | 'final' };
  /** Findings of an audit that are no faults, as `rule|quote`; newest last. */
  waved?: string[];
  /** Sections no machine may write in, by id. */
  locked?: Record<string, Lock>;
  /** 起草，然后导出 in one message: the file goes out when what is being written is done. */
  exportWhenDrafted?: true;
  /** Counts chapters and points added, so that every one gets an id of its own. */
  added?: number;
  /** What is demanded of it. */
  task?: Task;
  /** The 我 of its text. */
  reporter?: Reporter;
  /** Timers set for its deadline: when each is due. */
  reminders?: Record<string, number>;
  /** Figures promised for later, by slot: when to ask again. */
  later?: Record<string, { at: number; by: Person }>;
  /** When it was last handed over with nothing open. */
  delivered?: number;
  /** Word files sent, newest last, at most 10. */
  files?: SentFile[];
  /** Its cloud document, as it was last written or read. */
  cloud?: CloudDocument;
  /** The effect that is writing or reading it now; `facts`: key of those it is written with. */
  clouding?: { job: string; at: number; wish: 'write' | 'take_back'; facts: string; round?: number };
  /** Other texts from the same facts, oldest first. */
  variants?: Variant[];
  /** Who passed it on to the owner last, until it is given back. */
  handed?: Person;
  /** What was filled into a form and could not be taken, with the reason, by slot: it comes back in the field to be put right. */
  typed?: Record<string, { said: string; wrong: string }>;
  /** Its newest board: the key of the effect that sent it, and when. */
  board?: { card: string; at: number };
  /** Last year's report as a file. */
  reference?: Reference;
  /** The earlier report whose outline it took over. */
  like?: string;
  /** Who is asked for what. */
  supply?: Supply;
  /** Chat id of the group that gathers figures for it, agreed to by the owner; it is shown its own questions only. */
  gathering?: string;
  /** Cards sent to suppliers and kept up to date, by the key of the effect that sent each: forms, and figures to confirm. */
  asking?: { kind: 'form' | 'check'; office: string; card: string; at: number }[];
}
