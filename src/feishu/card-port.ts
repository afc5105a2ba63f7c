// What the line needs of cards one can write into while they are read. Types only; implementations throw ServiceError (feishu_*).
import type { Card } from '../conversation/card.ts';
import type { OpenCard } from '../conversation/effect.ts';

/** A text that grows in its card. Nothing depends on it: what it ends with is put there by the lane. */
export interface CardStream {
  /** The whole text so far. Only the newest goes out, so it is rendered no oftener than it is shown. Never throws. */
  show(render: () => string): void;
  /** Nothing goes out afterwards, nor later than what the lane does next. */
  end(): Promise<void>;
}

export interface CardKit {
  /**
   * Makes a card with room for a growing text under what `card` says. Undefined when such cards cannot be had (a scope is
   * missing, the tenant does not allow them): a plain one is sent instead. Throws what may pass.
   */
  open(card: Card): Promise<OpenCard | undefined>;
  /** `isWanted`: whether the card still waits for this text; asked before a card that has closed is opened again. */
  stream(card: OpenCard, isWanted: () => Promise<boolean>): CardStream;
}
