// What is to be done about it, in the imperative. Every effect has a deterministic key, used as the platform's uuid.

import type { Person } from '../report/fact.ts';
import type { InQuestion } from '../report/mark-open.ts';
import type { SentFile } from '../report/report.ts';
import type { Speech } from '../report/speak.ts';
import type { Card } from './card.ts';
import type { FileForm } from './command.ts';
import type { Event } from './event.ts';

interface Common {
  /** `<event id>:<n>`; the same event decided again gives the same keys. */
  key: string;
}

export type Effect =
  | (Common & {
      type: 'send_text';
      chat: string;
      text: string;
      replyTo?: string;
      /** The presser's toast says the same: sent only where that could not be given. */
      unlessToasted?: true;
    })
  | (Common & {
      type: 'send_card';
      chat: string;
      card: Card;
      replyTo?: string;
      /** With room for a text that a job writes into it; where that cannot be had, the card alone. */
      stream?: true;
    })
  /** Changes the card that the effect `of` sent; a card that cannot be changed any more is sent anew. */
  | (Common & {
      type: 'update_card';
      chat: string;
      of: string;
      card: Card;
      /** Never sent anew: a card nobody waits for. */
      inPlaceOnly?: true;
    })
  | (Common & { type: 'react'; message: string; emoji: 'OK' | 'DONE' | 'THUMBSUP' })
  /** Assembles the report from its heads as given here (so it is what stood at that moment) and sends it as docx. */
  | (Common & {
      type: 'send_file';
      chat: string;
      report: string;
      outline: string;
      sections: Record<string, string>;
      facts: string;
      name: string;
      year: number;
      /** Default: docx. */
      as?: FileForm;
      /** It is read out: figures in words, sentences cut short. */
      speech?: Speech;
      /** For `changes`: the file it is compared with. */
      before?: SentFile;
      /** Stands highlighted in a Word file. */
      open?: InQuestion;
      /** For `notes`: comments beside the words they are about. */
      notes?: { section?: string; quote: string; text: string }[];
    })
  /**
   * Writes the report's paragraphs (`lines`: a side value's key) into a cloud document, of `owner` too. Comes back as
   * cloud_written, or as cloud_read where somebody was there since `at.known` (a side value's key) was read.
   */
  | (Common & {
      type: 'write_cloud_document';
      report: string;
      title: string;
      lines: string;
      /** open_id */
      owner: string;
      /** The one to bring up to date; absent: a new one. */
      at?: { document: string; known: string };
    })
  /** Comes back as cloud_read or cloud_failed. */
  | (Common & { type: 'read_cloud_document'; report: string; document: string })
  /** A job: drafts these sections; its result comes back as section_drafted or section_failed. */
  | (Common & {
      type: 'draft_section';
      report: string;
      sections: string[];
      instruction: string;
      seed: number;
      /** What this instruction brought forth so far was not liked: it begins again from what stood before, and shuns those. */
      again?: true;
      /** Key of the effect that sent the card in which the text grows. */
      card?: string;
    })
  | (Common & { type: 'set_timer'; timer: string; due: number; report?: string })
  | (Common & { type: 'clear_timer'; timer: string })
  /** Puts a message kept from before the report began back into the inbox, as message_received with `replayOf: message`; its id is `key`. */
  | (Common & {
      type: 'replay_message';
      chat: string;
      text: string;
      sender: Person;
      at: number;
      message: string;
    })
  /** Puts an event into another conversation's inbox, the only way from one into another; its id is `key`. */
  | (Common & { type: 'post_event'; event: WithoutId<Event> });

type WithoutId<T> = T extends Event ? Omit<T, 'id'> : never;

export type EffectType = Effect['type'];

/** A card one can write into: made, and then sent at most once. `openedAt`: when it was made; what is written counts from there. */
export interface OpenCard {
  cardId: string;
  openedAt: number;
}

/** An effect waiting in the outbox. `attemptedAt` is saved before the first send, so that a restart knows a send may have happened. */
export interface Outgoing {
  effect: Effect;
  attemptedAt?: number;
  /** The card it made, saved before it is sent: a restart sends this one and makes no other. */
  opened?: OpenCard;
  /** The cloud document it made, saved before anything is written into it: a restart writes into this one and makes no other. */
  document?: string;
}
