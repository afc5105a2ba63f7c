// The gateway in front of every open-apis route: faults, bearer token, rate limits, error shapes. Must never know what a route does.
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { ApiError } from './api-error.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import { keep } from './keep.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Tokens } from './tokens.ts';

export type ApiContext = Context<{ Bindings: HttpBindings }>;
/** Returns what stands in `data`, or a whole Response. */
type ApiHandler = (c: ApiContext) => unknown;

/** One call of the bot, for tests to look at. */
export interface ApiCall {
  at: number;
  method: string;
  path: string;
  status: number;
  code: number;
  /** The parsed JSON body; undefined for uploads and GET. */
  body?: unknown;
}

export interface OpenApi {
  on(method: string, path: string, handler: ApiHandler, options?: { open?: true }): void;
}

/** Waits on the clock, so that a fake clock decides when a delayed answer goes out. */
const wait = (clock: Clock, ms: number): Promise<void> => new Promise((resolve) => clock.setTimer(resolve, ms));

export function createOpenApi(deps: {
  app: Hono<{ Bindings: HttpBindings }>;
  clock: Clock;
  tokens: Tokens;
  limit: RateLimit;
  limits: boolean;
  faults: Faults;
  calls: ApiCall[];
}): OpenApi {
  const { app, clock, tokens, limit, faults, calls } = deps;

  function admit(c: ApiContext, route: string, open: boolean): void {
    if (!open) tokens.check(c.req.header('authorization'));
    if (!deps.limits) return;
    const wait = limit.take(`api ${route}`, 50, 1000) || limit.take(`api/min ${route}`, 1000, 60_000);
    if (wait > 0) {
      throw new ApiError(99991400, 'request trigger frequency limit', {
        status: 429,
        headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': String(Math.ceil(wait / 1000)) },
      });
    }
  }

  async function run(c: ApiContext, route: string, handler: ApiHandler, open: boolean): Promise<Response> {
    try {
      admit(c, route, open);
      const data = await handler(c);
      return data instanceof Response ? data : Response.json({ code: 0, msg: 'success', data: data ?? {} });
    } catch (error) {
      if (error instanceof ApiError) return error.toResponse();
      console.error('local Feishu: a defect of the sandbox itself', error);
      return new ApiError(1500, `internal error of the local Feishu: ${String(error)}`, { status: 500 }).toResponse();
    }
  }

  async function answer(c: ApiContext, route: string, handler: ApiHandler, open: boolean): Promise<Response> {
    const path = new URL(c.req.url).pathname;
    const fault = faults.takeCall(c.req.method, path);
    if (fault?.delayMs !== undefined) await wait(clock, fault.delayMs);
    const refusal = fault?.fail;
    const response = refusal === undefined ? await run(c, route, handler, open) : refusal.toResponse();
    keep(calls, await describe(c, path, response, clock.now()));
    const bytes = fault?.cutAfterBytes;
    if (bytes !== undefined) return cut(c, response, bytes);
    // The call took effect, but its answer never arrives.
    if (fault?.loseReply === true) c.env.incoming.socket.destroy();
    return response;
  }

  return {
    on(method, path, handler, options) {
      const full = `/open-apis${path}`;
      app.on(method, full, (c) => answer(c, `${method} ${full}`, handler, options?.open === true));
    },
  };
}

/** The head promises the whole body; the connection breaks off within it. */
async function cut(c: ApiContext, response: Response, bytes: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('content-length', String(whole.length));
  const start = whole.subarray(0, bytes);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(start),
    async pull(controller) {
      // Real time: the bytes must have left this process.
      await new Promise((resolve) => setTimeout(resolve, 50));
      c.env.incoming.socket.destroy();
      controller.close();
    },
  });
  return new Response(body, { status: response.status, headers });
}

async function describe(c: ApiContext, path: string, response: Response, at: number): Promise<ApiCall> {
  const call: ApiCall = { at, method: c.req.method, path, status: response.status, code: 0 };
  if (response.headers.get('content-type')?.includes('json')) {
    call.code = ((await response.clone().json()) as { code?: number }).code ?? 0;
  }
  const json = c.req.header('content-type')?.includes('json') === true;
  if (json) call.body = await c.req.json().catch(() => undefined);
  return call;
}

/** The JSON body as an object; the platform's own refusal otherwise. */
export async function bodyOf(c: ApiContext): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(9499, 'Invalid parameter type in json: body');
  }
  return body as Record<string, unknown>;
}
