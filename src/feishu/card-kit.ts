// Cards that show a text while it is written. What cannot be had is found out once and not asked for again for a while.
import type { Card } from '../conversation/card.ts';
import { ServiceError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { cardTitle, renderCards } from './card.ts';
import type { CardKit } from './card-port.ts';
import { createCardStream } from './card-stream.ts';
import { type CardWriter, growing } from './card-writer.ts';
import { isRecord, type JsonObject } from './json.ts';
import { createPace, type Pace } from './pace.ts';

interface Options {
  pace?: Pace;
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** After a refusal plain cards are sent for so long: a scope is granted by a person, and then works at once. */
const REFUSED_MS = 30 * 60_000;
/** 10 operations a second are a card's, some of them are left for its end; 1000 a minute are the app's. */
const streamPace = { perTarget: 7, overall: 15 };

export function createCardKit(
  writer: CardWriter,
  log: Log,
  { now = Date.now, pace = createPace({ ...streamPace, now }), sleep }: Options = {},
): CardKit {
  let refusedUntil = 0;
  return {
    async open(card) {
      if (now() < refusedUntil) return undefined;
      const openedAt = now();
      try {
        const cardId = await writer.create(streamingCard(card));
        return cardId === '' ? undefined : { cardId, openedAt };
      } catch (error) {
        const lasting = error instanceof ServiceError && /^feishu_(?:denied|rejected|gone)$/.test(error.code);
        if (!lasting) throw error;
        refusedUntil = now() + REFUSED_MS;
        log.warn(
          { error: describeError(error) },
          'cards cannot be streamed into (cardkit:card:write); plain ones are sent',
        );
        return undefined;
      }
    },
    stream: (card, isWanted) =>
      createCardStream({ card, writer, isWanted, pace, now, ...(sleep ? { sleep } : {}), log }),
  };
}

/** The card as it is, and below it the place for the text. */
function streamingCard(card: Card): JsonObject {
  const [page = {}] = renderCards(card);
  // A card without words of its own would repeat its title.
  const elements =
    card.blocks.length > 0 && isRecord(page.body) && Array.isArray(page.body.elements) ? page.body.elements : [];
  return {
    ...page,
    config: {
      update_multi: true,
      streaming_mode: true,
      // As fast as models write, so that the next update finds little left to type.
      streaming_config: { print_frequency_ms: { default: 30 }, print_step: { default: 2 }, print_strategy: 'fast' },
      // Stays in the list of chats; without it the platform's own [生成中...] would.
      summary: { content: cardTitle(card.title) },
    },
    body: { elements: [...elements, growing('……')] },
  };
}
