// The smallest open platform on loopback that the SDK can talk to: records requests and answers as the test says.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const appId = 'cli_00000000000000a1';
export const appSecret = 'very-secret-app-secret';

interface Recorded {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string;
  contentType: string;
  body: Record<string, unknown>;
  text: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

type Handler = (request: Recorded) => Reply | 'hang' | 'reset' | undefined;

export interface FakePlatform {
  url: string;
  port: number;
  server: Server;
  /** Everything but token requests. */
  requests: Recorded[];
  tokens: string[];
  close(): Promise<void>;
}

/** `handle` sees everything but the token endpoint; undefined is answered with success and a message_id. */
export async function startFakePlatform(handle: Handler = () => undefined): Promise<FakePlatform> {
  const requests: Recorded[] = [];
  const tokens: string[] = [];
  const server = createServer(async (request, response) => {
    const recorded = await record(request);
    const reply = (body: unknown, status = 200, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (recorded.path === '/open-apis/auth/v3/tenant_access_token/internal') {
      if (recorded.body.app_secret !== appSecret)
        return reply({ code: 10014, msg: `app secret invalid: ${recorded.body.app_secret}` });
      tokens.push(`t-token-number-00000${tokens.length}`);
      return reply({ code: 0, msg: 'ok', tenant_access_token: tokens.at(-1), expire: 7200 });
    }
    requests.push(recorded);
    const answer = handle(recorded);
    if (answer === 'hang') return;
    if (answer === 'reset') return void request.socket.destroy();
    if (answer !== undefined) return reply(answer.body, answer.status, answer.headers);
    return reply({ code: 0, msg: 'success', data: { message_id: `om_${requests.length}`, file_key: 'file_1' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    requests,
    tokens,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function record(request: IncomingMessage): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://loopback');
  const contentType = request.headers['content-type'] ?? '';
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization ?? '',
    contentType,
    body: contentType.startsWith('application/json') && text !== '' ? JSON.parse(text) : {},
    text,
  };
}
