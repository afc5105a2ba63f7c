// The HTTP routes: webhook, health, readiness, metrics. Knows nothing of Feishu; what it serves is passed in.
import { type Context, Hono } from 'hono';
import { describeError, type Log } from '../log.ts';
import { readBody } from './read-body.ts';

export interface Routes {
  /** Absent when events come over the long connection. */
  webhook?: (raw: { body: Uint8Array; headers: Record<string, string> }) => Promise<{ status: number; body: object }>;
  /** Alive: answers at once, whatever the store does. */
  health: () => object;
  /** Able to work: 200 when `ready`, else 503; the rest of the object tells what is missing. */
  ready: () => Promise<{ ready: boolean }>;
  metrics: { text: () => Promise<string>; contentType: string };
  log: Log;
}

export interface Limits {
  maxBodyBytes: number;
  bodyTimeoutMs: number;
  /** The platform waits 3 s; a failure in time brings the event again after 15 s. */
  handlerTimeoutMs: number;
}

const defaults: Limits = { maxBodyBytes: 1024 * 1024, bodyTimeoutMs: 10_000, handlerTimeoutMs: 2800 };

export function createApp(routes: Routes, limits: Partial<Limits> = {}): Hono {
  const { maxBodyBytes, bodyTimeoutMs, handlerTimeoutMs } = { ...defaults, ...limits };
  const app = new Hono();

  const { webhook, log } = routes;
  if (webhook) {
    app.post('/feishu/webhook', async (c) => {
      const read = await readBody(c.req.raw, maxBodyBytes, bodyTimeoutMs);
      if (read.type === 'refused') {
        // The rest of the body is not read, so the connection cannot serve another request.
        c.header('connection', 'close');
        return answer(c, read.status, { error: read.reason });
      }
      const headers = Object.fromEntries(c.req.raw.headers);
      const outcome = await inTime(webhook({ body: read.bytes, headers }), handlerTimeoutMs);
      if (outcome === undefined) {
        log.error({ afterMs: handlerTimeoutMs }, 'webhook handler took too long');
        return answer(c, 503, { error: 'the event was not stored in time; deliver it again' });
      }
      return answer(c, outcome.status, outcome.body);
    });
  }

  app.get('/healthz', (c) => answer(c, 200, routes.health()));
  app.get('/readyz', async (c) => {
    const state = await inTime(routes.ready(), handlerTimeoutMs);
    return answer(
      c,
      state?.ready ? 200 : 503,
      state ?? { ready: false, reason: 'readiness could not be found out in time' },
    );
  });
  app.get('/metrics', async (c) =>
    c.body(await routes.metrics.text(), 200, { 'content-type': routes.metrics.contentType }),
  );

  app.notFound((c) => answer(c, 404, { error: 'no such path' }));
  app.onError((error, c) => {
    log.error({ path: c.req.path, error: describeError(error) }, 'request failed');
    return answer(c, 500, { error: 'internal error; see the log' });
  });
  return app;
}

function answer(c: Context, status: number, body: object): Response {
  return c.body(JSON.stringify(body), status as 200, { 'content-type': 'application/json; charset=utf-8' });
}

/** Undefined when it takes longer; its late failure is then nobody's. */
async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
