// The line, 1 of 4: a raw event is decoded and made durable; only then is it acknowledged. Nothing is decided here.
import type { CardAnswer, Decoded, Receive } from './feishu/port.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

interface Needs {
  decode: (raw: unknown) => Decoded;
  store: Pick<Store, 'put'>;
  log: Log;
  now: () => number;
  count?: (outcome: 'new' | 'seen' | 'ignored') => void;
}

const RECEIVED: CardAnswer = { toast: { type: 'info', content: '收到，这就办' } };

/**
 * Rejects when the event could not be made durable: the transport then answers with a failure and the platform delivers
 * it again (a card action is never redelivered: the presser sees that it did not go through).
 */
export function createReceive({ decode, store, log, now, count }: Needs): Receive {
  return async (raw) => {
    const decoded = decode(raw);
    if (decoded.type === 'ignored') {
      count?.('ignored');
      log.info({ reason: decoded.reason }, 'event ignored');
      return undefined;
    }
    const { event } = decoded;
    const outcome = await store.put({
      id: event.id,
      conversation: event.conversation,
      payload: event,
      receivedAt: now(),
    });
    count?.(outcome);
    log.info({ event: event.id, type: event.type, conversation: event.conversation, outcome }, 'event received');
    return event.type === 'card_submitted' ? RECEIVED : undefined;
  };
}
