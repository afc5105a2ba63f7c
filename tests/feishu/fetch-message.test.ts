// Files and forwarded records come in whole over the real SDK; what cannot be had for good is a value, an outage is an error.
import { afterEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { createClient } from '../../src/feishu/client.ts';
import { createFetchMessage } from '../../src/feishu/fetch-message.ts';
import { silentLog } from '../../src/log.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { appId, appSecret, type FakePlatform, type Reply, startFakePlatform } from './fake-platform.ts';

let platform: FakePlatform | undefined;
let sandbox: Sandbox | undefined;
afterEach(async () => {
  await platform?.close();
  await sandbox?.close();
  platform = undefined;
  sandbox = undefined;
});

const fetcher = (domain: string, names: Record<string, string> = {}) =>
  createFetchMessage(
    createClient({ appId, appSecret, domain }, silentLog, { timeoutMs: 500 }),
    async (id) => names[id] ?? '',
  );

async function local() {
  sandbox = await createSandbox({ app: { id: appId, secret: appSecret }, delivery: { type: 'long_connection' } });
  const [person] = sandbox.people();
  const own = sandbox.chatOf(person?.name ?? '');
  const names = Object.fromEntries(sandbox.people().map((one) => [one.id, one.name]));
  return { sandbox, me: person?.id ?? '', own: own.id, fetch: fetcher(sandbox.url, names) };
}

async function answering(reply: Reply | 'hang' | 'reset') {
  platform = await startFakePlatform(() => reply);
  return fetcher(platform.url);
}

describe('a file', () => {
  it('comes byte for byte', async () => {
    const { sandbox, me, own, fetch } = await local();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 251);
    const sent = sandbox.sendFile(own, me, { name: '附件.xlsx', bytes });
    const got = await fetch.file(sent.id, sent.file?.key ?? '');
    expect(got.type === 'file' && Buffer.compare(got.bytes, bytes)).toBe(0);
  });

  it('may itself be JSON', async () => {
    const fetch = await answering({ body: '{"a":1}' });
    const got = await fetch.file('om_1', 'file_1');
    expect(got.type === 'file' && Buffer.from(got.bytes).toString()).toBe('{"a":1}');
  });

  it('of more than 20 MB is not taken, whether its size is told or not', async () => {
    const large = 'x'.repeat(20 * 1024 * 1024 + 1);
    const headers = { 'content-type': 'application/octet-stream' };
    const fetch = await answering({ body: large, headers });
    expect(await fetch.file('om_1', 'file_1')).toMatchObject({ type: 'refused', reason: 'too_big' });
    await platform?.close();
    const told = await answering({ body: large, headers: { ...headers, 'content-length': String(large.length) } });
    expect(await told.file('om_1', 'file_1')).toMatchObject({ type: 'refused', reason: 'too_big' });
  });

  it.each([
    [234003, 'gone'],
    [234040, 'gone'],
    [230110, 'gone'],
    [234043, 'gone'],
    [234004, 'denied'],
    [234038, 'denied'],
    [99991672, 'denied'],
    [234037, 'rejected'],
    [234001, 'rejected'],
  ])('refused with %i: %s, and nothing is tried again', async (code, reason) => {
    const fetch = await answering({ status: 400, body: { code, msg: 'no' } });
    expect(await fetch.file('om_1', 'file_1')).toMatchObject({ type: 'refused', reason });
  });

  it('is not taken for bytes when the refusal comes with HTTP 200', async () => {
    const fetch = await answering({ status: 200, body: { code: 234003, msg: 'not in message' } });
    expect(await fetch.file('om_1', 'file_1')).toMatchObject({ type: 'refused', reason: 'gone' });
  });

  it.each([
    ['an outage', { status: 502, body: 'bad gateway' }, 'feishu_unavailable'],
    ['a broken connection', 'reset', 'feishu_unavailable'],
    ['too many calls', { status: 429, body: { code: 99991400, msg: 'slow' } }, 'feishu_rate_limited'],
  ] as const)('is worth another try after %s', async (_, reply, code) => {
    const fetch = await answering(reply);
    const error = await fetch.file('om_1', 'file_1').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code });
  });
});

describe('a forwarded record', () => {
  it('keeps who said what when, in order, records within records included', async () => {
    const { sandbox, me, own, fetch } = await local();
    const group = sandbox.chats().find((one) => one.type === 'group')?.id ?? '';
    const [, second] = sandbox.people();
    const one = sandbox.say(group, { as: me, text: '库款保障水平0.41' });
    const two = sandbox.say(group, { as: second?.id ?? '', text: '这个不写吧' });
    // A record lists its messages by their time.
    const inner = sandbox.forward(group, me, [one.id, two.id]);
    const three = sandbox.say(group, { as: me, type: 'sticker' });
    const record = sandbox.forward(own, me, [inner.id, three.id]);
    const got = await fetch.forwarded(record.id);
    expect(got.type === 'forwarded' && got.records.map(({ by, text }) => [by, text])).toEqual([
      [sandbox.people()[0]?.name, '库款保障水平0.41'],
      [second?.name, '这个不写吧'],
      [sandbox.people()[0]?.name, ''],
    ]);
    expect(got.type === 'forwarded' && got.records.map(({ at }) => at)).toEqual([one.at, two.at, three.at]);
  });

  it('is refused when it was recalled', async () => {
    const fetch = await answering({ status: 400, body: { code: 230110, msg: 'deleted' } });
    expect(await fetch.forwarded('om_1')).toMatchObject({ type: 'refused', reason: 'gone' });
  });

  it('survives an answer that makes no sense', async () => {
    const fetch = await answering({ body: { code: 0, data: { items: [1, null, { upper_message_id: 'om_1' }] } } });
    expect(await fetch.forwarded('om_1')).toEqual({ type: 'forwarded', records: [{ by: '', at: 0, text: '' }] });
  });
});
