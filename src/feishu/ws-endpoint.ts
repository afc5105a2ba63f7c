// Asks where to open the long connection, for the SDK; remembers the last refusal, which the SDK itself reduces to a sentence.
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { ServiceError } from '../errors.ts';
import { classify } from './failure.ts';
import type { JsonObject } from './json.ts';
import { createTransport } from './transport.ts';

/** After one failure the SDK waits up to two minutes, as the platform tells it; a short break in the net is over before. */
const retryDelaysMs = [500, 1000, 2000, 4000, 8000];

export function createEndpointTransport(secrets: string[], delaysMs = retryDelaysMs) {
  const inner = createTransport({ secrets, returnRefusals: true });
  const stopped = new AbortController();
  let failure: ServiceError | undefined;

  async function ask(options: HttpRequestOptions<unknown>): Promise<JsonObject> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await inner.request<JsonObject>(options);
      } catch (error) {
        if (error instanceof ServiceError) failure = error;
        const delayMs = delaysMs[attempt];
        if (delayMs === undefined || stopped.signal.aborted) throw error;
        await sleep(delayMs, undefined, { signal: stopped.signal });
      }
    }
  }

  async function request(options: HttpRequestOptions<unknown>): Promise<JsonObject> {
    const body = await ask(options);
    failure =
      body.code === 0
        ? undefined
        : classify({ status: 200, body, header: () => null, request: 'the long connection', secrets });
    return body;
  }

  return {
    transport: { ...inner, request } as HttpInstance,
    lastFailure: () => failure,
    /** Nobody waits for an answer any more. */
    stop: () => stopped.abort(),
  };
}
