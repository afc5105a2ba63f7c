// Whatever the platform answers (or does not), what leaves the client is a ServiceError that says what to do and holds no secret.
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type ServiceCode, ServiceError } from '../../src/errors.ts';
import { loadBot } from '../../src/feishu/bot.ts';
import { type AppSettings, createClient } from '../../src/feishu/client.ts';
import { describeError, type Log, silentLog } from '../../src/log.ts';
import { appId, appSecret, type FakePlatform, type Reply, startFakePlatform } from './fake-platform.ts';

let platform: FakePlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

async function start(...args: Parameters<typeof startFakePlatform>): Promise<FakePlatform> {
  platform = await startFakePlatform(...args);
  return platform;
}

function recordingLog() {
  const lines: string[] = [];
  const write = (fields: object, message: string) => void lines.push(inspect(fields, { depth: 9 }) + message);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  return { log, lines };
}

const client = (domain: string, change: Partial<AppSettings> = {}, log = silentLog, timeoutMs = 2000) =>
  createClient({ appId, appSecret, domain, ...change }, log, { timeoutMs });

async function failure(work: Promise<unknown>): Promise<ServiceError> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ServiceError)) throw error;
  return error;
}

const getChat = (of: ReturnType<typeof client>) => of.call((sdk) => sdk.im.v1.chat.get({ path: { chat_id: 'oc_1' } }));

describe('refusals', () => {
  it.each<[string, Reply, ServiceCode, RegExp]>([
    [
      'frequency, general',
      { status: 429, body: { code: 99991400, msg: 'too fast' } },
      'feishu_rate_limited',
      /slow down/,
    ],
    [
      'frequency, older interfaces',
      { status: 400, body: { code: 99991400, msg: 'x' } },
      'feishu_rate_limited',
      /slow down/,
    ],
    ['frequency, IM', { status: 400, body: { code: 230020, msg: 'x' } }, 'feishu_rate_limited', /slow down/],
    ['tenant limit', { status: 400, body: { code: 11232, msg: 'x' } }, 'feishu_rate_limited', /slow down/],
    ['429 of a proxy', { status: 429, body: 'busy' }, 'feishu_rate_limited', /slow down/],
    ['quota', { status: 400, body: { code: 99991403, msg: 'x' } }, 'feishu_denied', /费用中心/],
    [
      'scope',
      {
        status: 400,
        body: {
          code: 99991672,
          msg: 'Access denied',
          error: { permission_violations: [{ subject: 'im:message:send_as_bot' }] },
        },
      },
      'feishu_denied',
      /im:message:send_as_bot.*权限管理/,
    ],
    ['no permission', { status: 400, body: { code: 230027, msg: 'x' } }, 'feishu_denied', /权限管理/],
    ['bot off', { status: 400, body: { code: 230006, msg: 'x' } }, 'feishu_denied', /应用能力/],
    ['not in chat', { status: 400, body: { code: 230002, msg: 'x' } }, 'feishu_denied', /chat/],
    ['unavailable to user', { status: 400, body: { code: 230013, msg: 'x' } }, 'feishu_denied', /可用范围/],
    ['recalled', { status: 400, body: { code: 230011, msg: 'x' } }, 'feishu_gone', /gone/],
    ['deleted', { status: 400, body: { code: 230110, msg: 'x' } }, 'feishu_gone', /gone/],
    ['14 days', { status: 400, body: { code: 230031, msg: 'x' } }, 'feishu_gone', /gone/],
    ['sensitive', { status: 400, body: { code: 230022, msg: 'x' } }, 'feishu_rejected', /敏感词/],
    [
      'card',
      { status: 400, body: { code: 230099, msg: 'Failed to create card content, ext=ErrCode: 11310' } },
      'feishu_rejected',
      /11310/,
    ],
    ['unknown code', { status: 400, body: { code: 424242, msg: 'novel' } }, 'feishu_rejected', /424242, novel/],
    ['code with HTTP 200', { status: 200, body: { code: 230001, msg: 'x' } }, 'feishu_rejected', /230001/],
    ['500', { status: 500, body: { code: 1, msg: 'x' } }, 'feishu_unavailable', /tried again/],
    ['502 of a proxy', { status: 502, body: '<html>' }, 'feishu_unavailable', /tried again/],
    ['a login page', { status: 200, body: '<html>' }, 'feishu_unavailable', /FEISHU_DOMAIN/],
    ['404 of another server', { status: 404, body: 'nothing here' }, 'feishu_rejected', /FEISHU_DOMAIN/],
    ['403 of a proxy', { status: 403, body: 'no' }, 'feishu_denied', /FEISHU_APP_ID/],
    ['JSON that is no object', { status: 200, body: '[1]' }, 'feishu_unavailable', /FEISHU_DOMAIN/],
  ])('%s', async (_, reply, code, says) => {
    const { url } = await start(() => reply);
    const error = await failure(getChat(client(url)));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(says);
    expect(error.message).toContain('GET /open-apis/im/v1/chats/oc_1');
  });

  it('tells when to come back', async () => {
    const { url } = await start(() => ({
      status: 429,
      headers: { 'x-ogw-ratelimit-reset': '3' },
      body: { code: 99991400, msg: 'x' },
    }));
    expect((await failure(getChat(client(url)))).retryAfterMs).toBe(3000);
  });

  it('does not make up a time from a senseless header', async () => {
    const { url } = await start(() => ({
      status: 429,
      headers: { 'x-ogw-ratelimit-reset': 'soon' },
      body: { code: 99991400, msg: 'x' },
    }));
    expect((await failure(getChat(client(url)))).retryAfterMs).toBeUndefined();
  });
});

describe('no answer', () => {
  it('connection refused', async () => {
    const gone = await startFakePlatform();
    await gone.close();
    const error = await failure(getChat(client(gone.url)));
    expect(error).toMatchObject({
      code: 'feishu_unavailable',
      message: expect.stringMatching(/ECONNREFUSED.*FEISHU_DOMAIN/),
    });
  });

  it('a server that never answers', async () => {
    const { url } = await start(() => 'hang');
    const error = await failure(getChat(client(url, {}, silentLog, 100)));
    expect(error).toMatchObject({ code: 'feishu_unavailable', message: expect.stringMatching(/timed out/) });
  });

  it('a connection cut in the middle', async () => {
    const { url } = await start(() => 'reset');
    expect((await failure(getChat(client(url)))).code).toBe('feishu_unavailable');
  });
});

describe('credentials', () => {
  it('a wrong secret names the settings and shows up nowhere', async () => {
    const { url } = await start();
    const { log, lines } = recordingLog();
    const error = await failure(getChat(client(url, { appSecret: 'wrong-secret-1234' }, log)));
    expect(error).toMatchObject({ code: 'feishu_denied', message: expect.stringMatching(/FEISHU_APP_SECRET/) });
    expect(inspect(error, { depth: 9 }) + describeError(error) + lines.join('\n')).not.toContain('wrong-secret-1234');
  });

  it('neither secret nor token is in an error or in the log, even when the platform repeats them', async () => {
    const { url, tokens } = await start(({ authorization }) => ({
      status: 400,
      body: { code: 424242, msg: `bad ${authorization} ${appSecret}` },
    }));
    const { log, lines } = recordingLog();
    const error = await failure(getChat(client(url, {}, log)));
    const everything = inspect(error, { depth: 9 }) + describeError(error) + lines.join('\n');
    expect(tokens).toHaveLength(1);
    expect(everything).not.toContain(tokens[0]);
    expect(everything).not.toContain(appSecret);
  });

  it('a token is used until it is refused; then a fresh one is fetched, once', async () => {
    const { url, tokens, requests } = await start(({ authorization }) =>
      authorization.endsWith('1') ? undefined : { status: 400, body: { code: 99991663, msg: 'Invalid access token' } },
    );
    const one = client(url);
    await getChat(one);
    await getChat(one);
    expect(tokens).toHaveLength(2);
    expect(requests).toHaveLength(3);
  });

  it('a token that is refused again is an error', async () => {
    const { url, requests } = await start(() => ({
      status: 400,
      body: { code: 99991663, msg: 'Invalid access token' },
    }));
    expect((await failure(getChat(client(url)))).code).toBe('feishu_denied');
    expect(requests).toHaveLength(2);
  });

  it.each(['', 'open.feishu.cn', 'ftp://x', '::'])('domain %j is a mistake in the settings', (domain) => {
    expect(() => client(domain)).toThrow(/FEISHU_DOMAIN/);
  });

  it('a trailing slash does no harm; missing credentials do', async () => {
    const { url, requests } = await start();
    await getChat(client(`${url}//`));
    expect(requests[0]?.path).toBe('/open-apis/im/v1/chats/oc_1');
    expect(() => client(url, { appSecret: '' })).toThrow(/FEISHU_APP_SECRET/);
  });
});

describe('who the bot is', () => {
  const bot = { body: { code: 0, msg: 'ok', bot: { open_id: 'ou_bot', app_name: '执笔', activate_status: 2 } } };

  it('is asked again while the platform is away', async () => {
    let calls = 0;
    const { url } = await start(() => (++calls < 3 ? { status: 503, body: {} } : bot));
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    expect(await loadBot(client(url), silentLog, { sleep })).toEqual({ openId: 'ou_bot', name: '执笔' });
    expect(waits).toEqual([1000, 2000]);
  });

  it('is not asked again when we are refused, and the error says what is missing', async () => {
    const { url, requests } = await start(() => ({ body: { code: 0, msg: 'ok' } }));
    const error = await failure(loadBot(client(url), silentLog, { sleep: async () => undefined }));
    expect(error).toMatchObject({ code: 'feishu_denied', message: expect.stringMatching(/机器人/) });
    expect(requests).toHaveLength(1);
  });

  it('gives up in the end', async () => {
    const { url, requests } = await start(() => ({ status: 503, body: {} }));
    const error = await failure(loadBot(client(url), silentLog, { attempts: 3, sleep: async () => undefined }));
    expect(error.code).toBe('feishu_unavailable');
    expect(requests).toHaveLength(3);
  });
});
