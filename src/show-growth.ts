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
  report: { outline: Outline; year: number; facts: Facts };
  /** Absent: nothing is shown, but stopping still works. */
  card?: OpenCard;
  isWanted: () => Promise<boolean>;
}

/** How long a writer goes on after 停 at most. */
const LOOK_MS = 1000;

export function createShowGrowth({ cards, every = repeat }: Needs) {
  return ({ report, card, isWanted }: Growth) => {
    const stream = card && cards?.stream(card, isWanted);
    const unwanted = new AbortController();
    const written = new Map<string, () => Record<string, string>>();
    const stopLooking = every(LOOK_MS, () => {
      // A store that cannot be asked just now says nothing about what people want.
      isWanted().then(
        (wanted) => wanted || unwanted.abort(),
        () => undefined,
      );
    });
    const render = (): string => {
      const texts = Object.assign({}, ...[...written.values()].map((read) => read()));
      return textSoFar({ ...report, texts });
    };
    return {
      /** Aborted when nobody waits any more. */
      unwanted: unwanted.signal,
      onText(sections: string[], texts: () => Record<string, string>): void {
        written.set(sections.join(), texts);
        stream?.show(render);
      },
      async end(): Promise<void> {
        stopLooking();
        await stream?.end();
      },
    };
  };
}

function repeat(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => clearInterval(timer);
}
