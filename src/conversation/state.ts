// All that a conversation is between two turns: heads only, so that loading and saving stay cheap at turn 1,000.
import type { FactValue, Person, Provenance, Source } from '../report/fact.ts';
import type { Report } from '../report/report.ts';
import type { Reporter } from '../report/task.ts';
import type { Ask } from './command.ts';
import type { Proposal } from './edit-command.ts';
import type { OpenCard } from './effect.ts';
import type { Chat } from './event.ts';
import type { Difference, FileHead, FileWish } from './file-state.ts';
import type { OpenTask } from './task-command.ts';

/** The question put last, so that a bare 12次, 第二个 or 是的 can be understood. */
export type Asked =
  /** `once`: only this one, because a failed check is about it; nothing is asked after it. `by`: open_id of who wanted to be asked. */
  | { type: 'slot'; slot: string; report: string; once?: boolean; by?: string }
  /** Why figures that contradict each other are right as they stand: what is said next is the explanation. */
  | { type: 'explain'; check: string; report: string }
  /** `asks`: those still open, in the order of the card. `of`: the Question they belong to. */
  | { type: 'asks'; report: string; asks: Ask[]; sourceEvent: string; of?: string }
  | { type: 'start_over'; report: string }
  /** Is this whole report not wanted any more? */
  | { type: 'remove'; report: string }
  | { type: 'choose_kind'; year?: number }
  | { type: 'choose_year'; kind: string }
  | { type: 'proposal'; report: string; of: string }
  /** Are these rows of a corrected table to be taken? */
  | { type: 'difference'; report: string; of: string }
  /** Is this what the notice demands? */
  | { type: 'task'; of: string }
  /** Is it to pass to this person? */
  | { type: 'hand_over'; report: string; to: Person }
  /** The list of what is asked of whom was shown: 发 means sending it. */
  | { type: 'supply'; report: string }
  /** What a wish about a section lacks; what is told now goes there, and the wish is done. `topic`: '' for the reporter's own deeds. */
  | { type: 'lack'; report: string; section: string; instruction: string; topic: string; card: string }
  /** Nothing is recorded yet: draft all the same? */
  | { type: 'draft_anyway'; report: string; section: string };

/** What choosing an answer does. */
export type Deed =
  | { type: 'record'; slot: string; value: FactValue; words: string; told?: Provenance }
  /** What was asked about figures already recorded; without `told`, nobody needs to know. */
  | { type: 'tell'; slots: string[]; told?: Provenance }
  /** A slot of its own under this section, for this report only, with this value. */
  | { type: 'add_slot'; section: string; label: string; value: FactValue; words: string; told?: Provenance }
  | { type: 'material'; words: string }
  | { type: 'leave' }
  /** It will be given on `day`, and is asked for again then. */
  | { type: 'later'; slot: string; at: number; day: string }
  /** What a failed check is to become. `slot`: whose figure will be corrected. */
  | { type: 'settle'; check: string; values: string; decision: 'fix' | 'explained' | 'later'; slot?: string };

export interface Choice {
  text: string;
  deed: Deed;
}

/** One thing asked on a question card. Its choices are fixed when it is asked, so that a late press means what was shown. */
export interface Item {
  ask: Ask;
  text: string;
  choices: Choice[];
  /** Two people disagree: only the report's owner may answer. */
  ownerOnly: boolean;
  answer?: { by: Person; choice: number; at?: number };
  /** Where it is not the question's: what is recorded by the answer keeps this source. */
  source?: Source;
}

/** A card of questions raised by one message. Kept after it is answered, so that a late press gets an answer too. */
export interface Question {
  id: string;
  report: string;
  /** Key of the effect that sent its card. */
  card: string;
  /** Of the message that raised it: what is recorded by an answer keeps this source. */
  source: Source;
  items: Item[];
  /** It came up while one question after another was being asked: go on with that when it is answered. */
  resume?: boolean;
  /** The group that gathers for this report where it was put, to the one who gave the figures; absent: it stands here. */
  group?: string;
  /** What was said in a group, when it is asked about here. */
  quote?: string;
}

/** A message given before any report began. */
export interface Pending {
  text: string;
  sender: Person;
  at: number;
  message: string;
  /** The report it is for, once that is the one being written; absent: whichever comes first. */
  report?: string;
}

/** A drafting job under way. `all`: part of drafting the whole report. */
export interface DraftingJob {
  instruction: string;
  all: boolean;
  /** Nobody asked for other words: the card shows the text alone, not beside the old one. */
  first: boolean;
  /** 再来一版: what its instruction brought forth before was not liked. */
  over?: true;
  /** The event that asked for it: all that comes of one command is one step to undo. */
  batch?: string;
  /** Key of the effect that sent the card in which it grows, and that card's title. */
  card?: string;
  title?: string;
  /** Written once more because facts changed under it: what else its card shows, and how often this happened. */
  beside?: string[];
  again?: number;
}

/** `card`: key of the effect that sent the part's own. */
interface ProgressPart {
  title: string;
  job: string;
  card?: string;
  outcome?: 'written' | 'empty' | 'failed' | 'stopped';
}

/** One card for drafting the whole: a line per part, changed in place until the last is there. */
export interface Progress {
  report: string;
  /** Key of the effect that sent it. */
  card: string;
  parts: ProgressPart[];
}

export interface State {
  /** Of this shape; migrated, never discarded. */
  version: 1;
  conversation: string;
  chat: Chat;
  /** Ids of the last 50 events taken in; a redelivered one changes nothing. */
  handled: string[];
  reports: Report[];
  active: string | null;
  asked: Asked | null;
  /** The same for people in a group that gathers for a report here, by open_id, at most 50. */
  askedThere?: Record<string, Asked>;
  /** Platform message ids by the key of the effect that sent them, newest last, at most 100: needed to update cards, and to know what a reply is about. */
  sent: { key: string; message: string; opened?: OpenCard }[];
  /** Newest last, at most 20. */
  questions?: Question[];
  /** Newest last, at most 20. */
  proposals?: Proposal[];
  /** Oldest first, at most 10. */
  pending?: Pending[];
  /** Files people sent, newest last, at most 20. */
  files?: FileHead[];
  /** Findings in texts that are not ours, said to be no faults, as `rule|quote`; newest last. */
  waved?: string[];
  /** What the next file of this person is for. */
  fileWish?: FileWish;
  /** Corrected tables, newest last, at most 5. */
  differences?: Difference[];
  /** By job id. */
  jobs?: Record<string, DraftingJob>;
  /** Of drafting under way. */
  progress?: Progress;
  /** The section or chapter shown or drafted last, by report id: what “再写实一点” is about. */
  last?: Record<string, string>;
  /** How a text was wished to be changed last, without the place, by report id: what “按刚才的要求” means. */
  wished?: Record<string, string>;
  /** Counts drafting jobs, so that every one gets a seed of its own. */
  drafts?: number;
  /** Counts messages not understood, so that the answer is never the same twice in a row. */
  misses?: number;
  /** When a person last wrote or pressed something. */
  lastAt?: number;
  /** This group gathers figures for a report that lives in another conversation; nothing of that report is known here. */
  gathers?: { home: string; report: string; title: string; owner: Person };
  /** What messages were about, so that a reply to one is understood: the slots an event gave facts for, or one a message of ours asked for. Newest last, at most 80. */
  about?: { what: string; report: string; slots: string[]; asked?: true }[];
  /** Which card (key of the effect that sent it) shows the text of which section or chapter, newest last, at most 60. */
  texts?: { card: string; report: string; section: string }[];
  /** People seen here, newest last, at most 50: who a name means. */
  people?: Person[];
  /** The reporter, told before there was a report. */
  reporter?: Reporter;
  /** Task cards, newest last, at most 5. */
  tasks?: OpenTask[];
  /** Reports put away for a while, newest last, at most 5; `event`: what put it away. */
  removed?: { report: Report; at: number; event: string }[];
  /** The day a person who may not use the bot was last told so, by open_id. */
  refused?: Record<string, string>;
  /** Only people who may not use the bot were here so far. */
  unmet?: boolean;
}
