// What goes out through the real SDK: each message once, to the right place, within the limits, with its uuid.
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/conversation/card.ts';
import { createClient } from '../../src/feishu/client.ts';
import type { Pace } from '../../src/feishu/pace.ts';
import { createSender } from '../../src/feishu/send.ts';
import { silentLog } from '../../src/log.ts';
import { appId, appSecret, type FakePlatform, startFakePlatform } from './fake-platform.ts';

let platform: FakePlatform | undefined;
afterEach(async () => {
  await platform?.close();
  platform = undefined;
});

const noPace: Pace = { wait: async () => undefined };

async function start(handle?: Parameters<typeof startFakePlatform>[0], now = () => 0) {
  platform = await startFakePlatform(handle);
  const client = createClient({ appId, appSecret, domain: platform.url }, silentLog, { timeoutMs: 5000 });
  return { ...platform, sender: createSender(client, silentLog, { pace: noPace, now }) };
}

const card: Card = { title: '进展', tone: 'blue', blocks: [{ type: 'text', text: '还缺3项' }] };
const chat = { chat: 'oc_1' };
const refuse = (code: number) => ({ status: 400, body: { code, msg: 'refused' } });

describe('texts', () => {
  it('go to the chat with their uuid', async () => {
    const { sender, requests } = await start();
    expect(await sender.sendText(chat, '收到：党课12次', 'om_1:0')).toEqual({ message: 'om_1' });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/open-apis/im/v1/messages',
      body: { receive_id: 'oc_1', msg_type: 'text', content: '{"text":"收到：党课12次"}', uuid: 'om_1:0' },
    });
    expect(requests[0]?.query.get('receive_id_type')).toBe('chat_id');
    expect(requests[0]?.authorization).toMatch(/^Bearer t-/);
  });

  it('a long key becomes a uuid of at most 50 characters, always the same one', async () => {
    const { sender, requests } = await start();
    const long = `${'x'.repeat(60)}:1`;
    for (const key of [long, long, `${'x'.repeat(60)}:2`, '键']) await sender.sendText(chat, 'a', key);
    const uuids = requests.map(({ body }) => String(body.uuid));
    expect(uuids[0]).toBe(uuids[1]);
    expect(new Set(uuids).size).toBe(3);
    for (const uuid of uuids) expect(uuid).toMatch(/^[\x21-\x7e]{1,50}$/);
  });

  it('more than 150 KB goes out in several, nothing lost, each with a uuid of its own that is the same next time', async () => {
    const { sender, requests } = await start();
    const text = '"一段很长的话"，\n'.repeat(15_000);
    await sender.sendText({ ...chat, replyTo: 'om_0' }, text, 'k');
    const first = requests.length;
    await sender.sendText({ ...chat, replyTo: 'om_0' }, text, 'k');
    expect(first).toBeGreaterThan(2);
    const sent = requests.slice(0, first);
    expect(sent.map(({ body }) => JSON.parse(String(body.content)).text).join('')).toBe(text);
    for (const { text: raw } of sent) expect(Buffer.byteLength(raw)).toBeLessThan(150_000);
    const uuids = requests.map(({ body }) => body.uuid);
    expect(new Set(uuids.slice(0, first)).size).toBe(first);
    expect(uuids.slice(first)).toEqual(uuids.slice(0, first));
    expect(sent.map(({ path }) => path.endsWith('/reply'))).toEqual([true, ...Array(first - 1).fill(false)]);
  });

  it('ring nobody: tags that people wrote are not sent as tags', async () => {
    const { sender, requests } = await start();
    await sender.sendText(chat, '<at user_id="all">所有人</at> <b>粗</b> 3<5 a<b', 'k');
    expect(JSON.parse(String(requests[0]?.body.content)).text).toBe(
      '＜at user_id="all">所有人＜/at> ＜b>粗＜/b> 3<5 a<b',
    );
  });
});

describe('replies', () => {
  it('use the reply interface', async () => {
    const { sender, requests } = await start();
    await sender.sendText({ ...chat, replyTo: 'om_0' }, 'a', 'k');
    expect(requests[0]).toMatchObject({
      path: '/open-apis/im/v1/messages/om_0/reply',
      body: { msg_type: 'text', uuid: 'k' },
    });
  });

  it.each([230011, 230110, 231003])('are sent plainly when the message is gone (%i)', async (code) => {
    const { sender, requests } = await start(({ path }) => (path.endsWith('/reply') ? refuse(code) : undefined));
    expect(await sender.sendText({ ...chat, replyTo: 'om_0' }, 'a', 'k')).toEqual({ message: 'om_2' });
    expect(requests[1]).toMatchObject({ path: '/open-apis/im/v1/messages', body: { uuid: 'k' } });
  });

  it('other refusals are not answered by sending again', async () => {
    const { sender, requests } = await start(() => refuse(230020));
    await expect(sender.sendText({ ...chat, replyTo: 'om_0' }, 'a', 'k')).rejects.toMatchObject({
      code: 'feishu_rate_limited',
    });
    expect(requests).toHaveLength(1);
  });
});

describe('cards', () => {
  it('are sent as JSON 2.0', async () => {
    const { sender, requests } = await start();
    await sender.sendCard(chat, card, 'k');
    expect(requests[0]?.body).toMatchObject({ msg_type: 'interactive', uuid: 'k' });
    expect(JSON.parse(String(requests[0]?.body.content))).toMatchObject({
      schema: '2.0',
      header: { title: { content: '进展' } },
    });
  });

  it('are changed in place', async () => {
    const { sender, requests } = await start();
    await sender.updateCard('om_9', card);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'PATCH', path: '/open-apis/im/v1/messages/om_9' });
    expect(JSON.parse(String(requests[0]?.body.content)).config).toEqual({ update_multi: true });
  });

  it.each([230031, 230011, 230110, 231003])('that cannot be changed any more are gone (%i)', async (code) => {
    const { sender } = await start(() => refuse(code));
    await expect(sender.updateCard('om_9', card)).rejects.toMatchObject({ code: 'feishu_gone' });
  });

  it('too big for one: sent as several, changed as one with replies', async () => {
    const { sender, requests } = await start();
    const big: Card = { ...card, blocks: [{ type: 'text', text: '很长的话。'.repeat(4000) }] };
    await sender.sendCard(chat, big, 'k');
    expect(requests.length).toBeGreaterThan(1);
    for (const { text } of requests) expect(Buffer.byteLength(text)).toBeLessThan(30_720);
    const sent = requests.length;
    await sender.updateCard('om_9', big);
    expect(requests.slice(sent).map(({ path }) => path.replace('/open-apis/im/v1', ''))).toEqual([
      '/messages/om_9',
      ...Array(sent - 1).fill('/messages/om_9/reply'),
    ]);
    expect(new Set(requests.map(({ body }) => body.uuid)).size).toBe(2 * sent);
  });
});

describe('files', () => {
  it('are uploaded, then sent', async () => {
    const { sender, requests } = await start();
    await sender.sendFile(chat, { name: '述职/报告：2023.docx', bytes: new TextEncoder().encode('docx bytes') }, 'k');
    const [upload, send] = requests;
    expect(upload).toMatchObject({ method: 'POST', path: '/open-apis/im/v1/files' });
    expect(upload?.contentType).toMatch(/^multipart\/form-data; boundary=/);
    expect(upload?.text).toContain('name="file_type"\r\n\r\ndoc\r\n');
    expect(upload?.text).toContain('name="file_name"\r\n\r\n述职_报告：2023.docx\r\n');
    expect(upload?.text).toContain('docx bytes');
    expect(send?.body).toMatchObject({ msg_type: 'file', content: '{"file_key":"file_1"}', uuid: 'k' });
  });

  it('empty or over 30 MB never leave', async () => {
    const { sender, requests } = await start();
    for (const size of [0, 30 * 1024 * 1024 + 1]) {
      const file = { name: 'a.docx', bytes: new Uint8Array(size) };
      await expect(sender.sendFile(chat, file, 'k')).rejects.toMatchObject({ code: 'feishu_rejected' });
    }
    expect(requests).toEqual([]);
  });

  it('a refused upload sends nothing', async () => {
    const { sender, requests } = await start(() => refuse(234007));
    const file = { name: 'a.docx', bytes: new Uint8Array([1]) };
    await expect(sender.sendFile(chat, file, 'k')).rejects.toMatchObject({ code: 'feishu_denied' });
    expect(requests).toHaveLength(1);
  });
});

it('reactions', async () => {
  const { sender, requests } = await start();
  await sender.react('om_1', 'DONE');
  expect(requests[0]).toMatchObject({
    path: '/open-apis/im/v1/messages/om_1/reactions',
    body: { reaction_type: { emoji_type: 'DONE' } },
  });
});

it('a send that was answered without a message_id is no success', async () => {
  const { sender } = await start(() => ({ body: { code: 0, msg: 'success', data: {} } }));
  await expect(sender.sendText(chat, 'a', 'k')).rejects.toMatchObject({ code: 'feishu_unavailable' });
});

describe('what was sent before', () => {
  const item = (change: object) => ({
    message_id: 'om_x',
    msg_type: 'text',
    create_time: '1700000005000',
    deleted: false,
    sender: { id: appId, id_type: 'app_id', sender_type: 'app' },
    body: { content: '{"text":"收到"}' },
    ...change,
  });
  const page = (items: object[], more = false) => ({
    body: { code: 0, msg: 'success', data: { items, has_more: more, page_token: more ? 'next' : '' } },
  });
  const since = 1_700_000_000_000;

  it('is found among others, over pages', async () => {
    const { sender, requests } = await start(({ query }) =>
      query.get('page_token') === 'next'
        ? page([item({ message_id: 'om_ours' })])
        : page(
            [
              item({ sender: { id: 'ou_1', sender_type: 'user' } }),
              item({ deleted: true }),
              item({ body: { content: '{' } }),
              item({ create_time: '1' }),
            ],
            true,
          ),
    );
    expect(await sender.findSent('oc_1', since, { text: '收到' })).toEqual({ message: 'om_ours' });
    const { query } = requests[0] as { query: URLSearchParams };
    expect(Object.fromEntries(query)).toMatchObject({
      container_id_type: 'chat',
      container_id: 'oc_1',
      start_time: '1700000000',
    });
  });

  it('cards by title, files by name', async () => {
    const content = (value: object) => ({ body: { content: JSON.stringify(value) } });
    const { sender } = await start(() =>
      page([
        item({
          message_id: 'om_card',
          msg_type: 'interactive',
          ...content({ schema: '2.0', header: { title: { content: '进展' } } }),
        }),
        item({ message_id: 'om_old_card', msg_type: 'interactive', ...content({ title: '缺项', elements: [] }) }),
        item({ message_id: 'om_file', msg_type: 'file', ...content({ file_key: 'f', file_name: '报告.docx' }) }),
      ]),
    );
    expect(await sender.findSent('oc_1', since, { cardTitle: '进展' })).toEqual({ message: 'om_card' });
    expect(await sender.findSent('oc_1', since, { cardTitle: '缺项' })).toEqual({ message: 'om_old_card' });
    expect(await sender.findSent('oc_1', since, { fileName: '报告.docx' })).toEqual({ message: 'om_file' });
    expect(await sender.findSent('oc_1', since, { text: '报告.docx' })).toBeUndefined();
  });

  it('cannot be told without the scope', async () => {
    const { sender } = await start(() => refuse(230027));
    await expect(sender.findSent('oc_1', since, { text: 'a' })).rejects.toMatchObject({ code: 'feishu_denied' });
  });

  it('stops looking at some time', async () => {
    const { sender, requests } = await start(() => page([], true));
    expect(await sender.findSent('oc_1', since, { text: 'a' })).toBeUndefined();
    expect(requests.length).toBeLessThan(20);
  });
});

describe('names', () => {
  const user = { body: { code: 0, msg: 'success', data: { user: { open_id: 'ou_1', name: '王芳' } } } };

  it('are asked once a day', async () => {
    let at = 0;
    const { sender, requests } = await start(
      () => user,
      () => at,
    );
    expect(await sender.nameOf('ou_1')).toBe('王芳');
    expect(await sender.nameOf('ou_1')).toBe('王芳');
    expect(requests).toHaveLength(1);
    at = 25 * 3600_000;
    await sender.nameOf('ou_1');
    expect(requests).toHaveLength(2);
  });

  it('are empty without the scope or the platform, and asked again later', async () => {
    let at = 0;
    const { sender, requests } = await start(
      () => refuse(99991672),
      () => at,
    );
    expect(await sender.nameOf('ou_1')).toBe('');
    expect(await sender.nameOf('ou_1')).toBe('');
    expect(requests).toHaveLength(1);
    at = 11 * 60_000;
    await sender.nameOf('ou_1');
    expect(requests).toHaveLength(2);
    expect(await sender.nameOf('')).toBe('');
    await platform?.close();
    expect(await sender.nameOf('ou_2')).toBe('');
  });
});
