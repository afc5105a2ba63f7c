// Operations on one card entity, each under a strictly rising sequence and a uuid of its own. Sends no message, waits for nothing.
import type { OpenCard } from '../conversation/effect.ts';
import { cardTitle } from './card.ts';
import { plainText } from './card-elements.ts';
import type { FeishuClient } from './client.ts';
import { platformCodeOf } from './failure.ts';
import { child, type JsonObject, parseRecord, textOf } from './json.ts';

type Sdk = Parameters<Parameters<FeishuClient['call']>[0]>[0];
type Run = (sdk: Sdk, stamp: { sequence: number; uuid: string }, path: { card_id: string }) => Promise<unknown>;

export type CardWriter = ReturnType<typeof createCardWriter>;

const sequenceBehind = 300317;
const uuidKnown = 200770;
const streamClosed = [200850, 300309];

/** A leap is four times the one before it, the first a minute: eight of them pass all that a card's 14 days can hold. */
const LEAP_MS = 60_000;
const LEAPS = 8;
const CARDS_KEPT = 1000;
/** Of the component that takes the text, and of the text in it. */
const component = 'draft';
const place = 'draft_text';

export function createCardWriter(client: FeishuClient, now: () => number) {
  /** The last sequence used by this process. After a restart the clock alone is above everything used before. */
  const last = new Map<string, number>();

  /** Milliseconds since the card was made: a card lives 14 days, an int32 of them lasts 24. */
  function next({ cardId, openedAt }: OpenCard): number {
    const sequence = Math.max((last.get(cardId) ?? 0) + 1, now() - openedAt);
    last.delete(cardId);
    last.set(cardId, sequence);
    for (const old of last.keys()) {
      if (last.size <= CARDS_KEPT) break;
      last.delete(old);
    }
    return sequence;
  }

  async function operate(card: OpenCard, run: Run): Promise<void> {
    for (let leap = 0; ; leap += 1) {
      const sequence = next(card);
      const stamp = { sequence, uuid: `${card.cardId}-${sequence}` };
      try {
        await client.call((sdk) => run(sdk, stamp, { card_id: card.cardId }));
        return;
      } catch (error) {
        const code = platformCodeOf(error);
        // The operation had arrived; only its answer was lost.
        if (code === uuidKnown) return;
        // A clock set back, or another process ahead of ours.
        if (code !== sequenceBehind || leap >= LEAPS) throw error;
        last.set(card.cardId, sequence + LEAP_MS * 4 ** leap);
      }
    }
  }

  const settings = (config: JsonObject): string => JSON.stringify({ config });

  return {
    async create(card: JsonObject): Promise<string> {
      const data = { type: 'card_json', data: JSON.stringify(card) };
      const answer = await client.call((sdk) => sdk.cardkit.v1.card.create({ data }));
      return answer.data?.card_id ?? '';
    },

    write: (card: OpenCard, content: string) =>
      operate(card, (sdk, stamp, path) =>
        sdk.cardkit.v1.cardElement.content({ path: { ...path, element_id: place }, data: { content, ...stamp } }),
      ),

    /**
     * Opens the stream again and writes, in one operation: a card that shows something else by now no longer has the
     * component, and the whole of it is refused.
     */
    reopen: (card: OpenCard, content: string) => {
      const actions = JSON.stringify([
        { action: 'update_element', params: { element_id: component, element: growing(content) } },
        { action: 'partial_update_setting', params: { settings: { config: { streaming_mode: true } } } },
      ]);
      return operate(card, (sdk, stamp, path) =>
        sdk.cardkit.v1.card.batchUpdate({ path, data: { actions, ...stamp } }),
      );
    },

    /** The stream off first: while it is on, what one presses does not arrive. */
    async replace(card: OpenCard, content: string): Promise<void> {
      const off = settings({ streaming_mode: false, summary: { content: titleOf(content) } });
      await operate(card, (sdk, stamp, path) =>
        sdk.cardkit.v1.card.settings({ path, data: { settings: off, ...stamp } }),
      ).catch((error: unknown) => {
        if (!streamClosed.includes(platformCodeOf(error) ?? 0)) throw error;
      });
      const data = { type: 'card_json' as const, data: content };
      await operate(card, (sdk, stamp, path) => sdk.cardkit.v1.card.update({ path, data: { card: data, ...stamp } }));
    },
  };
}

/** Plain text: nothing that a model writes is parsed. */
export function growing(content: string): JsonObject & { tag: string } {
  return { tag: 'div', element_id: component, text: { ...plainText(content), element_id: place } };
}

function titleOf(content: string): string {
  return cardTitle(textOf(child(child(parseRecord(content) ?? {}, 'header'), 'title'), 'content'));
}
