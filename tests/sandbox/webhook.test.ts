import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { encrypt, sign } from '../../src/sandbox/encrypt.ts';
import { createFakeClock } from './fake-clock.ts';
import { afterTest, client, start, until } from './start.ts';

interface Got {
  headers: IncomingHttpHeaders;
  raw: string;
}

/** A bot of a few lines; `answer` undefined never answers. */
async function bot(answer: (got: Got) => { status?: number; body?: string; location?: string } | undefined) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { headers: request.headers, raw: Buffer.concat(chunks).toString('utf8') };
      got.push(one);
      const said = answer(one);
      if (said === undefined) return;
      response.writeHead(said.status ?? 200, said.location === undefined ? {} : { location: said.location });
      response.end(said.body ?? '{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events` };
}

/** Independent of the sandbox's own code: the description of the algorithm, the other way round. */
function decrypt(body: string, key: string): Record<string, unknown> {
  const bytes = Buffer.from((JSON.parse(body) as { encrypt: string }).encrypt, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), bytes.subarray(0, 16));
  const plain = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  return JSON.parse(plain) as Record<string, unknown>;
}

describe('encryption and signature', () => {
  it('agree with the official and the SDK vectors', () => {
    const first = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
    expect(encrypt('hello world', 'test key', Buffer.from(first, 'base64').subarray(0, 16))).toBe(first);
    const second =
      'tT1xP+ovuc0T3b/rnZX3ax76exqAn0ANQ6/U45GcciC0mgNBc8JtvqOJGNAPMKpgRs2dVU1NYk9VDeqS8T4SYtU0hzNU54aS84WnxvZ3VFfDcy/RyABlNqlUiGyLDzFI0yxdCMT4KR/YEQXlt6nZi50KwRlZ+A75r645KesZuLMljezYyY8VeeXEVjPw35+e';
    const plain =
      '{"challenge":"5634b122-c042-4634-bc7f-b07a3c3e77ad","token":"iRdCP2WwXNBXRM3mGLqhrgch3cn0gbT6","type":"url_verification"}';
    expect(encrypt(plain, 'mazhe.nerd', Buffer.from(second, 'base64').subarray(0, 16))).toBe(second);
    expect(sign('1609073151', 'nonce-1', 'test key', `{"encrypt":"${first}"}`)).toBe(
      '97f87d15d56b8fd0fd9c723f7c7a9373324661b516abef41bf874ab6dbdeebae',
    );
  });
});

describe('webhook delivery', () => {
  it('encrypts and signs the bytes it sends, with a fresh IV and nonce each time', async () => {
    const encryptKey = 'a key with 汉字';
    const { got, url } = await bot(() => ({}));
    const clock = createFakeClock();
    const sandbox = await start({
      delivery: { type: 'webhook', url },
      encryptKey,
      now: clock.now,
      setTimer: clock.setTimer,
    });
    const chat = sandbox.chatOf('王芳');
    for (const text of ['党课14次', '党课14次']) sandbox.say(chat.id, { as: chat.members[0] as string, text });
    await until(() => sandbox.attempts().length === 2);
    for (const { headers, raw } of got) {
      const [timestamp, nonce] = [headers['x-lark-request-timestamp'], headers['x-lark-request-nonce']];
      const expected = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${raw}`).digest('hex');
      expect(headers['x-lark-signature']).toBe(expected);
      expect(timestamp).toBe(String(Math.floor(clock.now() / 1000)));
      expect(decrypt(raw, encryptKey)).toMatchObject({
        schema: '2.0',
        header: { event_type: 'im.message.receive_v1', token: sandbox.verificationToken },
        event: { message: { content: '{"text":"党课14次"}' } },
      });
    }
    expect(got[0]?.raw.slice(12, 34)).not.toBe(got[1]?.raw.slice(12, 34));
    expect(got[0]?.headers['x-lark-request-nonce']).not.toBe(got[1]?.headers['x-lark-request-nonce']);
  });

  it('sends plain JSON without a signature when there is no Encrypt Key', async () => {
    const { got, url } = await bot(() => ({}));
    const sandbox = await start({ delivery: { type: 'webhook', url }, verificationToken: 'the token' });
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '一' });
    await until(() => got.length === 1);
    expect(got[0]?.headers).not.toHaveProperty('x-lark-signature');
    expect(JSON.parse(got[0]?.raw as string)).toMatchObject({ header: { token: 'the token' } });
  });

  it.each([
    ['500', () => ({ status: 500 })],
    ['a redirect', () => ({ status: 302, location: 'http://127.0.0.1:1/' })],
    ['201', () => ({ status: 201 })],
    ['silence', () => undefined],
  ])('delivers again after %s, on the schedule', async (_what, answer) => {
    const { got, url } = await bot(answer);
    const clock = createFakeClock();
    const sandbox = await start({ delivery: { type: 'webhook', url }, now: clock.now, setTimer: clock.setTimer });
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '一' });
    for (const [index, wait] of [15_000, 300_000, 3_600_000, 21_600_000].entries()) {
      await until(() => got.length === index + 1);
      if (answer() === undefined) await clock.advance(3000);
      await until(() => sandbox.attempts().length === index + 1);
      await clock.advance(wait);
    }
    await until(() => got.length === 5);
    if (answer() === undefined) await clock.advance(3000);
    await until(() => sandbox.attempts().length === 5);
    await clock.advance(48 * 3_600_000);
    expect(got).toHaveLength(5);
    expect(new Set(got.map(({ raw }) => JSON.parse(raw).header.event_id)).size).toBe(1);
  });

  it('does not deliver again what was answered with 200', async () => {
    const { got, url } = await bot(() => ({ body: '' }));
    const clock = createFakeClock();
    const sandbox = await start({ delivery: { type: 'webhook', url }, now: clock.now, setTimer: clock.setTimer });
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '一' });
    await until(() => sandbox.attempts().length === 1);
    await clock.advance(48 * 3_600_000);
    expect(got).toHaveLength(1);
  });

  it('brings a card press and takes toast and errors back', async () => {
    let body = '{"toast":{"type":"success","content":"好"}}';
    let status = 200;
    const { url } = await bot(() => ({ body, status }));
    const sandbox = await start({ delivery: { type: 'webhook', url }, encryptKey: 'k' });
    const chat = sandbox.chatOf('王芳');
    const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'x' }] } };
    const sent = await client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat.id, msg_type: 'interactive', content: JSON.stringify(card) },
    });
    const press = () =>
      sandbox.press(sent.data?.message_id as string, { as: chat.members[0] as string, tag: 'button' });
    expect(await press()).toEqual({ toast: { type: 'success', content: '好' } });
    body = 'ok';
    expect((await press()).error?.code).toBe(200672);
    status = 500;
    expect((await press()).error?.code).toBe(200671);
    expect(sandbox.attempts()).toHaveLength(3);
  });

  it('checks the request URL as the console does', async () => {
    const { got, url } = await bot(({ raw }) => ({ body: JSON.stringify({ challenge: decrypt(raw, 'k').challenge }) }));
    const sandbox = await start({ delivery: { type: 'webhook', url }, encryptKey: 'k' });
    expect(await sandbox.verifyUrl()).toBeUndefined();
    expect(decrypt(got[0]?.raw as string, 'k')).toMatchObject({
      type: 'url_verification',
      token: sandbox.verificationToken,
    });
    expect(got[0]?.headers).not.toHaveProperty('x-lark-signature');
    const wrong = await bot(() => ({ body: '{}' }));
    const other = await start({ delivery: { type: 'webhook', url: wrong.url } });
    expect(await other.verifyUrl()).toContain('challenge');
  });
});
