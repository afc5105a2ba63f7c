// Verified, taken, answered: 200 only for what is durable.
import { describe, expect, it } from 'vitest';
import type { Receive } from '../../src/feishu/port.ts';
import type { Verified } from '../../src/feishu/verify.ts';
import { createWebhook } from '../../src/feishu/webhook.ts';
import { silentLog } from '../../src/log.ts';

const raw = { header: { event_id: 'e' } };
function handle(verified: Verified, receive: Receive) {
  const counted: string[] = [];
  const webhook = createWebhook({
    verify: () => verified,
    receive,
    log: silentLog,
    count: (outcome) => counted.push(outcome),
  });
  return webhook({ body: new Uint8Array(), headers: {} }).then((answer) => ({ ...answer, counted }));
}
const never: Receive = async () => {
  throw new Error('must not be called');
};

describe('webhook', () => {
  it('an event is handed on and acknowledged', async () => {
    const seen: unknown[] = [];
    const answer = await handle({ type: 'event', raw }, async (event) => void seen.push(event));
    expect(answer).toEqual({ status: 200, body: {}, counted: ['event'] });
    expect(seen).toEqual([raw]);
  });

  it('a card press gets its toast', async () => {
    const toast = { type: 'info' as const, content: '收到' };
    expect(await handle({ type: 'event', raw }, async () => ({ toast }))).toMatchObject({
      status: 200,
      body: { toast },
    });
  });

  it('an event that could not be stored is delivered again', async () => {
    const answer = await handle({ type: 'event', raw }, () => Promise.reject(new Error('disk full')));
    expect(answer).toMatchObject({ status: 500, counted: ['failed'] });
    expect(JSON.stringify(answer.body)).not.toContain('disk full');
  });

  it('a challenge is answered, a forgery refused, neither is handed on', async () => {
    expect(await handle({ type: 'challenge', challenge: 'c' }, never)).toMatchObject({
      status: 200,
      body: { challenge: 'c' },
    });
    const refused = await handle({ type: 'refused', status: 401, reason: 'the signature is wrong' }, never);
    expect(refused).toEqual({ status: 401, body: { error: 'the signature is wrong' }, counted: ['refused'] });
  });
});
