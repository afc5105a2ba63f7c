// What the line asks of drafting: texts for sections, always. Without a model, or when it fails, the phrasebook writes.
import type { Facts } from '../report/fact.ts';
import type { Outline } from '../report/outline.ts';

export interface DraftRequest {
  outline: Outline;
  year: number;
  facts: Facts;
  /** Section ids to write, in order; all of one chapter when a chapter is drafted. */
  sections: string[];
  /** '' for a first draft. */
  instruction: string;
  /** Current texts (with tokens) by section id, for rewriting and so that the new one differs. */
  current: Record<string, string>;
  /** Texts by section id that the same instruction brought forth and nobody liked: the new one must be like none of them. */
  avoid?: Record<string, string[]>;
  /** Varies the phrasebook's wording; the same seed gives the same text. */
  seed: number;
  signal?: AbortSignal;
  /**
   * Called as a first writing of these sections grows. `texts` reads it only when it is called: what there is of each
   * section by its id, with tokens, the last one perhaps broken off within one. Unproved: never to be kept.
   */
  onText?: (sections: string[], texts: () => Record<string, string>) => void;
}

export interface DraftedSection {
  section: string;
  text: string;
  by: { type: 'model'; prompt: string; model: string } | { type: 'phrasebook'; id: string };
  note?: string;
  /** Nothing usable came of the rewriting: `text` is the one that stood, and `note` says why. */
  kept?: true;
  /** How often the model was asked for it, repairs included. */
  attempts?: number;
  /** What is still not as it should be, in the words of the checks. */
  findings?: string[];
  /** Labels of what nobody gave and it therefore does not tell. */
  unwritten?: string[];
}

export type Draft = (request: DraftRequest) => Promise<DraftedSection[]>;
