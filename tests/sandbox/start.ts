// Starts a sandbox and real SDK clients for it, and stops them all after each test.
import * as lark from '@larksuiteoapi/node-sdk';
import { afterEach } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';

export const APP = { id: 'cli_0123456789abcdef', secret: 'a-secret-of-the-tests' };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
export const afterTest = (close: () => unknown): void => void closers.push(close);

export async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ app: APP, delivery: { type: 'long_connection' }, ...options });
  afterTest(() => sandbox.close());
  return sandbox;
}

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/** `cache` of its own: the SDK's default one is shared by all clients of an app id, across sandboxes. */
export function client(sandbox: Sandbox, secret = APP.secret): lark.Client {
  const kept = new Map<unknown, unknown>();
  return new lark.Client({
    appId: APP.id,
    appSecret: secret,
    domain: sandbox.url,
    logger: silent,
    cache: {
      get: async (key) => kept.get(key) as never,
      set: async (key, value) => {
        kept.set(key, value);
        return true;
      },
    },
  });
}

/** A token of our own, for calls the SDK cannot make. */
export async function token(sandbox: Sandbox): Promise<string> {
  const response = await fetch(`${sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    body: JSON.stringify({ app_id: APP.id, app_secret: APP.secret }),
  });
  return ((await response.json()) as { tenant_access_token: string }).tenant_access_token;
}

export interface Connected {
  socket: lark.WSClient;
  /** What the handlers received, in order. */
  received: Record<string, unknown>[];
}

/** Connects the real WSClient; `answer` is the handler of every event. */
export async function connect(
  sandbox: Sandbox,
  answer: (event: Record<string, unknown>) => unknown = () => undefined,
): Promise<Connected> {
  const received: Record<string, unknown>[] = [];
  const handle = async (event: Record<string, unknown>): Promise<unknown> => {
    received.push(event);
    return answer(event);
  };
  const dispatcher = new lark.EventDispatcher({ logger: silent }).register({
    'im.message.receive_v1': handle,
    'im.message.recalled_v1': handle,
    'im.chat.access_event.bot_p2p_chat_entered_v1': handle,
    'im.chat.member.bot.added_v1': handle,
    'card.action.trigger': handle,
  } as never);
  const socket = new lark.WSClient({ appId: APP.id, appSecret: APP.secret, domain: sandbox.url, logger: silent });
  afterTest(() => socket.close({ force: true }));
  const before = sandbox.connections();
  await socket.start({ eventDispatcher: dispatcher });
  await until(() => sandbox.connections() > before);
  return { socket, received };
}

/** Waits for something outside the fake clock's reach (sockets); fails after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`still not so after 5 s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The platform's refusal behind an SDK error. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; code: number; msg: string; error: { log_id: string }; headers: Record<string, string> }> {
  try {
    await call;
  } catch (error) {
    const response = (error as { response?: { status: number; data: object; headers: object } }).response;
    if (response === undefined) throw error;
    return { status: response.status, headers: response.headers, ...response.data } as never;
  }
  throw new Error('the call was not refused');
}
