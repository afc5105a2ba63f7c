// A draft as it grows, shown in the card made for it; and whether anybody still waits for it. Must never decide what stands in the end.
import type { OpenCard } from './conversation/effect.ts';
import type { CardKit } from './feishu/card-port.ts';
import type { Facts } from './report/fact.ts';
import type { Outline } from './report/outline.ts';
import { textSoFar } from './report/so-far.ts';

interface Needs {
  cards?: Pick<CardKit, 'stream'>;
  /** Calls `act` again and again until the returned function is called. */
  every?: (ms: number, act: () => void) => () => void;
}

interface Growth {
  /** As it is now: a figure corrected meanwhile is shown as corrected. */
  report: () => { outline: Outline; year: number; facts: Facts };
  /** Looks whether the card is sent by now; until it is nothing is shown, but stopping works. `none`: there will not be one. */
  findCard: () => Promise<OpenCard | 'none' | undefined>;
  isWanted: () => Promise<boolean>;
}

/** How long a writer goes on after 停 at most. */
const LOOK_MS = 1000;
/** Cards follow their jobs within a second or two. */
const CARD_MS = 150;

export function createShowGrowth({ cards, every = repeat }: Needs) {
  return ({ report, findCard, isWanted }: Growth) => {
    let stream: ReturnType<CardKit['stream']> | undefined;
    let ended = false;
    // The job begins before its card is sent: whoever waits for a text should not wait for a card first.
    const open = async (): Promise<void> => {
      const card = cards && !stream ? await findCard() : undefined;
      if (card) stopOpening();
      if (!card || card === 'none' || !cards || stream || ended) return;
      stream = cards.stream(card, isWanted);
      if (written.size > 0) stream.show(render);
    };
    const unwanted = new AbortController();
    const written = new Map<string, () => Record<string, string>>();
    const render = (): string => {
      const texts = Object.assign({}, ...[...written.values()].map((read) => read()));
      return textSoFar({ ...report(), texts });
    };
    const stopOpening = cards ? every(CARD_MS, () => void open().catch(() => undefined)) : () => undefined;
    open().catch(() => undefined);
    const stopLooking = every(LOOK_MS, () => {
      // A store that cannot be asked just now says nothing about what people want.
      isWanted().then(
        (wanted) => wanted || unwanted.abort(),
        () => undefined,
      );
    });
    return {
      /** Aborted when nobody waits any more. */
      unwanted: unwanted.signal,
      onText(sections: string[], texts: () => Record<string, string>): void {
        written.set(sections.join(), texts);
        stream?.show(render);
      },
      async end(): Promise<void> {
        ended = true;
        stopLooking();
        stopOpening();
        await stream?.end();
      },
    };
  };
}

function repeat(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}
