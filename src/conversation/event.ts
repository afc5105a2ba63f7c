// Everything that can happen to a conversation, in the past tense. Decoded by feishu/, or made by jobs and timers.
import type { Person } from '../report/fact.ts';
import type { FileRead } from '../report/file-text.ts';
import type { CloudEvent } from './cloud-event.ts';

export interface Chat {
  /** oc_… */
  id: string;
  type: 'p2p' | 'group';
}

interface Common {
  /** What deduplication goes by: message_id for messages, event_id for card actions, the effect's key for results. */
  id: string;
  /** Conversation id. One chat is one conversation (a card action names only its chat, so topics cannot be told apart there). */
  conversation: string;
  /** When it happened, ms since the epoch. */
  at: number;
}

/** It happened in a group that gathers figures for a report living here, and was posted from there. */
export interface Relayed {
  /** Chat id of the group. */
  group: string;
  report: string;
}

/** A person wrote. `text` has mentions of the bot taken out and other mentions as @名字; rich text is flattened, one line per paragraph. */
export interface MessageReceived extends Common {
  type: 'message_received';
  chat: Chat;
  sender: Person;
  text: string;
  /** What could not be read as text: `image`, `file`, `audio`, `media`, `sticker`, `location`, `share_chat`, `merge_forward`… */
  unsupported?: string;
  file?: { key: string; name: string };
  /** What the file says, or why nobody can read it; filled in before reading. */
  attached?: FileRead;
  /** Why its file or chat record could not be had; `away`: the platform did not answer, also not when asked again. */
  unfetched?: 'too_big' | 'gone' | 'denied' | 'rejected' | 'away';
  /** People mentioned in it, the bot not among them. */
  mentions?: Person[];
  /** message_id of the message quoted. */
  replyTo?: string;
  /** The topic it was said in: one of a chat's threads, answered there. Only where it is said, never a conversation of its own. */
  thread?: string;
  /** message_id of the topic's first message; what is said in a topic need not be about it. */
  root?: string;
  /** A forwarded chat record, filled in before reading: who said what when, oldest first. `by` is a name, '' when unknown; `sender` is who forwarded it. */
  forwarded?: { by: string; at: number; text: string }[];
  /** Set when a message kept from before the report began is taken in again: the id it first came with. */
  replayOf?: string;
  relayed?: Relayed;
}

interface MessageRecalled extends Common {
  type: 'message_recalled';
  chat: Chat;
  /** message_id of the recalled message. */
  message: string;
}

/** A button or a form's submit. `value` is what the button carries; identity comes from `operator` alone. */
export interface CardSubmitted extends Common {
  type: 'card_submitted';
  chat: Chat;
  operator: Person;
  /** message_id of the card. */
  message: string;
  /** The pressed component's name, `''` outside forms. */
  name: string;
  value: Record<string, unknown>;
  /** A form's fields, strings or string lists as sent; absent for a plain button. */
  form?: Record<string, unknown>;
  relayed?: Relayed;
}

/** Someone opened the chat with the bot, or added it to a group. */
interface ChatEntered extends Common {
  type: 'chat_entered';
  chat: Chat;
  operator: Person;
}

/** Someone chose from the bot's menu, which stands under their own chat with it. */
export interface MenuChosen extends Common {
  type: 'menu_chosen';
  chat: Chat;
  operator: Person;
  /** As set up in the console: `start`, `progress`, … */
  key: string;
}

export interface SectionDrafted extends Common {
  type: 'section_drafted';
  report: string;
  /** The id of the job, as in `report.drafting`. */
  job: string;
  /** Texts by section id, with tokens. */
  texts: {
    section: string;
    text: string;
    by: { type: 'model'; prompt: string; model: string } | { type: 'phrasebook'; id: string };
    /** Why the phrasebook had to take it, in plain Chinese; absent when all went well. */
    note?: string;
    /** It is the text that stood: nothing usable came of the rewriting. */
    kept?: true;
    /** How often the model was asked for it; what the checks still have to say; what nobody gave, by label. */
    attempts?: number;
    findings?: string[];
    unwritten?: string[];
    /** What the section's facts were like when it was written (`shapeOf`): a text written for others is written anew. */
    shape?: string;
  }[];
}

export interface SectionFailed extends Common {
  type: 'section_failed';
  report: string;
  job: string;
  /** Plain Chinese: what happened and what to do next. */
  reason: string;
}

/** The document was sent (or could not be). */
interface FileFailed extends Common {
  type: 'file_failed';
  report: string;
  reason: string;
}

interface TimerFired extends Common {
  type: 'timer_fired';
  timer: string;
  report?: string;
}

/** In a group somebody wants it to gather figures for this person's report; asked in their own chat. */
export interface GroupOffered extends Common {
  type: 'group_offered';
  group: string;
  by: Person;
}

/** The report's owner agreed, or wants no more of it. In the group's conversation. */
export interface GroupAnswered extends Common {
  type: 'group_answered';
  agreed: boolean;
  /** The conversation the report lives in. */
  home: string;
  report: string;
  title: string;
  owner: Person;
}

export type Event =
  | MessageReceived
  | MessageRecalled
  | CardSubmitted
  | ChatEntered
  | MenuChosen
  | SectionDrafted
  | SectionFailed
  | FileFailed
  | CloudEvent
  | GroupOffered
  | GroupAnswered
  | TimerFired;
