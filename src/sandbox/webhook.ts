// Delivers events by HTTP POST, encrypted and signed when an Encrypt Key is set. Must never follow a redirect.
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Outcome, Transport } from './delivery.ts';
import { encrypt, sign } from './encrypt.ts';

export interface Webhook {
  transport: Transport;
  /** The platform's check of the request URL; resolves to what is wrong, undefined when all is well. */
  verifyUrl(): Promise<string | undefined>;
}

export function createWebhook(options: {
  clock: Clock;
  url: string;
  encryptKey: string | undefined;
  verificationToken: string;
}): Webhook {
  const { clock, url, encryptKey, verificationToken } = options;

  async function post(message: unknown, signal: AbortSignal, signed: boolean): Promise<Response> {
    const plain = JSON.stringify(message);
    const body = encryptKey === undefined ? plain : JSON.stringify({ encrypt: encrypt(plain, encryptKey) });
    const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
    if (encryptKey !== undefined && signed) {
      const timestamp = String(Math.floor(clock.now() / 1000));
      const nonce = randomBytes(8).toString('hex');
      headers['X-Lark-Request-Timestamp'] = timestamp;
      headers['X-Lark-Request-Nonce'] = nonce;
      headers['X-Lark-Signature'] = sign(timestamp, nonce, encryptKey, body);
    }
    return fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  }

  const transport: Transport = async (envelope, signal): Promise<Outcome> => {
    try {
      const response = await post(envelope, signal, true);
      const text = await response.text();
      if (response.status !== 200) return { type: 'refused', why: `HTTP ${response.status}` };
      try {
        return { type: 'acknowledged', body: text === '' ? {} : JSON.parse(text) };
      } catch {
        return { type: 'bad_body', why: 'the body is not JSON' };
      }
    } catch (error) {
      return signal.aborted ? { type: 'no_answer' } : { type: 'refused', why: String((error as Error).cause ?? error) };
    }
  };

  async function verifyUrl(): Promise<string | undefined> {
    const challenge = randomBytes(16).toString('hex');
    const abort = new AbortController();
    const cancel = clock.setTimer(() => abort.abort(), 1000);
    try {
      // url_verification is not signed, even with an Encrypt Key.
      const response = await post(
        { challenge, token: verificationToken, type: 'url_verification' },
        abort.signal,
        false,
      );
      if (response.status !== 200) return `HTTP ${response.status} instead of 200`;
      const answer = (await response.json()) as { challenge?: unknown };
      return answer.challenge === challenge ? undefined : 'the answer does not carry the challenge';
    } catch (error) {
      return abort.signal.aborted ? 'no answer within 1 s' : `no usable answer: ${String(error)}`;
    } finally {
      cancel();
    }
  }

  return { transport, verifyUrl };
}
