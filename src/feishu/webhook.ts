// One webhook request: verified, taken, answered. Anything but 200 means that the platform delivers the event again.
import { describeError, type Log } from '../log.ts';
import type { Receive } from './port.ts';
import type { RequestHeaders, Verify } from './verify.ts';

interface Needs {
  verify: Verify;
  receive: Receive;
  log: Log;
  /** Counts requests by what came of them. */
  count?: (outcome: 'event' | 'challenge' | 'refused' | 'failed') => void;
}

interface Answer {
  status: number;
  body: object;
}

/** Never rejects. The body of an answer to a card press holds what the platform allows there and nothing else. */
export function createWebhook({ verify, receive, log, count }: Needs) {
  return async ({ body, headers }: { body: Uint8Array; headers: RequestHeaders }): Promise<Answer> => {
    const verified = verify(body, headers);
    if (verified.type === 'refused') {
      count?.('refused');
      log.warn({ status: verified.status, reason: verified.reason }, 'webhook request refused');
      return { status: verified.status, body: { error: verified.reason } };
    }
    if (verified.type === 'challenge') {
      count?.('challenge');
      return { status: 200, body: { challenge: verified.challenge } };
    }
    try {
      const answer = await receive(verified.raw);
      count?.('event');
      return { status: 200, body: answer ?? {} };
    } catch (error) {
      count?.('failed');
      log.error({ error: describeError(error) }, 'event not taken; Feishu delivers it again');
      return { status: 500, body: { error: 'the event could not be stored; deliver it again' } };
    }
  };
}
