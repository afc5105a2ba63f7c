// Asks where to open the long connection, for the SDK; remembers the last refusal, which the SDK itself reduces to a sentence.
import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import { ServiceError } from '../errors.ts';
import { classify } from './failure.ts';
import { createTransport } from './transport.ts';

export function createEndpointTransport(secrets: string[]) {
  const inner = createTransport({ secrets, returnRefusals: true });
  let failure: ServiceError | undefined;

  const request: HttpInstance['request'] = async (options) => {
    failure = undefined;
    try {
      const body = await inner.request(options);
      if (body.code !== 0) {
        failure = classify({
          status: 200,
          body,
          header: () => null,
          request: 'the long connection',
          secrets,
        });
      }
      return body;
    } catch (error) {
      if (error instanceof ServiceError) failure = error;
      throw error;
    }
  };
  return { transport: { ...inner, request }, lastFailure: () => failure };
}
