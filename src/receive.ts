// The line, 1 of 4: a raw event is decoded and made durable; only then is it acknowledged. Nothing is decided here.
import type { AnswerPress } from './answer-press.ts';
import type { Decoded, Receive } from './feishu/port.ts';
import type { Log } from './log.ts';
import type { createOwnChat } from './own-chat.ts';
import type { Store } from './store/store.ts';

interface Needs {
  decode: (raw: unknown) => Decoded;
  store: Pick<Store, 'put'>;
  log: Log;
  now: () => number;
  answerPress: AnswerPress;
  ownChat: ReturnType<typeof createOwnChat>;
  count?: (outcome: 'new' | 'seen' | 'ignored') => void;
}

/**
 * Rejects when the event could not be made durable: the transport then answers with a failure and the platform delivers
 * it again. A card action is never redelivered: its presser is answered in any case, and told when it did not go through.
 */
export function createReceive({ decode, store, log, now, answerPress, ownChat, count }: Needs): Receive {
  return async (raw) => {
    const decoded = decode(raw);
    if (decoded.type === 'ignored') {
      count?.('ignored');
      log.info({ reason: decoded.reason }, 'event ignored');
      return undefined;
    }
    const event = decoded.event.type === 'menu_chosen' ? await ownChat.place(decoded.event) : decoded.event;
    const keep = async (): Promise<'new' | 'seen'> => {
      const { id, type, conversation } = event;
      const outcome = await store.put({ id, conversation, payload: event, receivedAt: now() });
      count?.(outcome);
      log.info({ event: id, type, conversation, outcome }, 'event received');
      return outcome;
    };
    if (event.type === 'card_submitted') return answerPress.take(event.id, keep);
    await keep();
    await ownChat.learn(event);
    return undefined;
  };
}
