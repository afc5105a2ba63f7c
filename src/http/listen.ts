// Puts an app's routes on a port. No connection can be held open for ever by sending slowly.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ServiceError } from '../errors.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Listening {
  /** The port in use; interesting when 0 was asked for. */
  port: number;
  /** Lets running requests end (at most `graceMs`), then resolves. */
  close(graceMs?: number): Promise<void>;
}

interface Options {
  hostname?: string;
  /** For headers, and for headers and body together. */
  headersTimeoutMs?: number;
  requestTimeoutMs?: number;
}

export async function listen(fetch: Fetch, port: number, options: Options = {}): Promise<Listening> {
  const { hostname, headersTimeoutMs = 8000, requestTimeoutMs = 15_000 } = options;
  const server = createAdaptorServer({
    fetch: (request) => fetch(request),
    createServer,
    serverOptions: {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      // Node looks for overdue requests only this often; its default is 30 s.
      connectionsCheckingInterval: Math.min(1000, headersTimeoutMs),
      keepAliveTimeout: 5000,
    },
  }) as Server;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new ServiceError('bad_config', `PORT ${port} cannot be used (${error.message}): set PORT to a free one`, {
          cause: error,
        }),
      ),
    );
    server.listen(port, hostname, resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMs = 3000) =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
