// The HTTP side over real loopback sockets: whatever a client does, it gets an answer in time and nothing hangs.
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp, type Limits, type Routes } from '../../src/http/app.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { silentLog } from '../../src/log.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

async function serve(routes: Partial<Routes> = {}, limits: Partial<Limits> = {}, options = {}) {
  const app = createApp(
    {
      health: () => ({ ok: true }),
      ready: async () => ({ ready: true }),
      metrics: { text: async () => 'zhibi_up 1\n', contentType: 'text/plain; version=0.0.4' },
      log: silentLog,
      ...routes,
    },
    limits,
  );
  const server = await listen(app.fetch, 0, { hostname: '127.0.0.1', ...options });
  open.push(server);
  return { port: server.port, url: `http://127.0.0.1:${server.port}`, server };
}

const echo: NonNullable<Routes['webhook']> = async ({ body, headers }) => ({
  status: 200,
  body: { bytes: body.byteLength, text: Buffer.from(body).toString(), nonce: headers['x-lark-request-nonce'] ?? null },
});
const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/feishu/webhook`, { method: 'POST', body, headers });

/** Writes the pieces as given and collects what comes until the other side closes. */
function raw(port: number, pieces: string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let seen = '';
    socket.on('data', (data) => {
      seen += data.toString();
    });
    // A reset after the answer is no matter; `close` follows it.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(seen));
    for (const piece of pieces) socket.write(piece);
  });
}

describe('webhook', () => {
  it('hands over the raw bytes and the headers, whatever the content type', async () => {
    const { url } = await serve({ webhook: echo });
    const body = '{ "a" :\n 1, "字": "😀" }';
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'nonsense']) {
      const response = await post(url, body, { 'content-type': type, 'X-Lark-Request-Nonce': 'n1' });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ bytes: Buffer.byteLength(body), text: body, nonce: 'n1' });
    }
  });

  it('takes an empty body', async () => {
    const { url } = await serve({ webhook: echo });
    expect(await (await post(url, '')).json()).toMatchObject({ bytes: 0 });
  });

  it('answers as it is told', async () => {
    const { url } = await serve({ webhook: async () => ({ status: 401, body: { error: 'forged' } }) });
    const response = await post(url, '{}');
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: 'forged' });
  });

  it('refuses more than 1 MB, announced or not', async () => {
    let calls = 0;
    const { url, port } = await serve({
      webhook: async () => {
        calls += 1;
        return { status: 200, body: {} };
      },
    });
    expect((await post(url, 'x'.repeat(1024 * 1024))).status).toBe(200);
    expect((await post(url, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const head = 'POST /feishu/webhook HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(port, [head, ...Array.from({ length: 20 }, () => chunk)])).toMatch(/^HTTP\/1.1 413 /);
    expect(calls).toBe(1);
  });

  it('answers 408 to a body that does not come to its end', async () => {
    const { port } = await serve({ webhook: echo }, { bodyTimeoutMs: 100 });
    const head = 'POST /feishu/webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"half":';
    expect(await raw(port, [head])).toMatch(/^HTTP\/1.1 408 /);
  });

  it('closes a connection whose headers do not come to their end', async () => {
    const { port } = await serve({ webhook: echo }, {}, { headersTimeoutMs: 200 });
    expect(await raw(port, ['POST /feishu/webhook HTTP/1.1\r\nHost: a\r\nX-Slow: '])).toMatch(/^HTTP\/1.1 408 /);
  });

  it('answers 503 when the handler hangs, and 500 when it fails', async () => {
    const hanging = await serve({ webhook: () => new Promise(() => {}) }, { handlerTimeoutMs: 50 });
    expect((await post(hanging.url, '{}')).status).toBe(503);
    const failing = await serve({ webhook: () => Promise.reject(new Error('secret detail')) });
    const response = await post(failing.url, '{}');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });

  it('survives a handler that fails after its time', async () => {
    const late = Promise.withResolvers<never>();
    const { url } = await serve({ webhook: () => late.promise }, { handlerTimeoutMs: 20 });
    expect((await post(url, '{}')).status).toBe(503);
    late.reject(new Error('late'));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('survives a client that goes away in the middle', async () => {
    const { port, url } = await serve({ webhook: echo });
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.write('POST /feishu/webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{', () => resolve());
    });
    socket.destroy();
    expect((await post(url, '{}')).status).toBe(200);
  });

  it('does not exist without a handler', async () => {
    const { url } = await serve();
    expect((await post(url, '{}')).status).toBe(404);
  });
});

describe('the other paths', () => {
  it('health, readiness and metrics', async () => {
    const { url } = await serve();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true });
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    expect(await metrics.text()).toBe('zhibi_up 1\n');
  });

  it('not ready: 503 with what is missing, also when that cannot be found out', async () => {
    const missing = await serve({ ready: async () => ({ ready: false, feishu: 'not connected' }) });
    const response = await fetch(`${missing.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, feishu: 'not connected' });
    const hanging = await serve({ ready: () => new Promise(() => {}) }, { handlerTimeoutMs: 30 });
    expect((await fetch(`${hanging.url}/readyz`)).status).toBe(503);
    const failing = await serve({ ready: () => Promise.reject(new Error('x')) });
    expect((await fetch(`${failing.url}/readyz`)).status).toBe(500);
  });

  it('anything else: 404', async () => {
    const { url } = await serve({ webhook: echo });
    for (const path of ['/', '/feishu', '/feishu/webhook', '/.env']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });
});

describe('listen', () => {
  it('says which setting to change when the port is taken', async () => {
    const { port } = await serve();
    await expect(listen(createApp(routes()).fetch, port, { hostname: '127.0.0.1' })).rejects.toThrow(/PORT/);
  });

  it('closes although a client holds its connection', async () => {
    const { port, server } = await serve();
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nX-Half: ');
    await server.close(50);
    await closed;
  });
});

function routes(): Routes {
  return {
    health: () => ({}),
    ready: async () => ({ ready: true }),
    metrics: { text: async () => '', contentType: 'text/plain' },
    log: silentLog,
  };
}
