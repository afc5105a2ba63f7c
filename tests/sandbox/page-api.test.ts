import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { createFakeClock } from './fake-clock.ts';
import { APP, afterTest, client, connect, start, until } from './start.ts';

async function call(sandbox: Sandbox, method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/sandbox/api${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: read as the page reads it
  return { status: response.status, body: (await response.json()) as any };
}

/** Reads the stream until `count` events have come. */
async function stream(sandbox: Sandbox, after?: string) {
  const abort = new AbortController();
  afterTest(() => abort.abort());
  const response = await fetch(`${sandbox.url}/sandbox/api/stream`, {
    signal: abort.signal,
    headers: after === undefined ? {} : { 'last-event-id': after },
  });
  const events: { id: string; event: string; data: Record<string, unknown> }[] = [];
  let rest = '';
  (async () => {
    for await (const chunk of response.body as ReadableStream<Uint8Array>) {
      rest += Buffer.from(chunk).toString('utf8');
      for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n')) {
        const fields = Object.fromEntries(
          rest
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s) as [string, string]),
        );
        rest = rest.slice(end + 2);
        if (fields.event)
          events.push({ id: fields.id ?? '', event: fields.event, data: JSON.parse(fields.data ?? '{}') });
      }
    }
  })().catch(() => {});
  return { events, type: response.headers.get('content-type') };
}

describe('the page’s API', () => {
  it('tells who and what is there', async () => {
    const sandbox = await start();
    const { body } = await call(sandbox, 'GET', '/state');
    expect(body.bot).toEqual({ name: '执笔', open_id: sandbox.bot.openId });
    expect(body.people.map((person: { name: string }) => person.name)).toEqual(['王芳', '李明', '赵敏', '陈强']);
    expect(body.chats).toHaveLength(5);
    expect(body.chats[0]).toMatchObject({ type: 'p2p', person: body.people[0].id, members: [body.people[0].id] });
    expect(body.chats[4]).toMatchObject({ type: 'group', name: '述职报告供数群' });
    expect(body.chats[4].members).toHaveLength(4);
  });

  it('sends messages with mentions and replies, and recalls them', async () => {
    const sandbox = await start();
    const group = sandbox.chatOf('述职报告供数群');
    const as = group.members[0] as string;
    const first = await call(sandbox, 'POST', `/chats/${group.id}/messages`, {
      as,
      type: 'text',
      text: '党课12次',
      mentionBot: true,
    });
    expect(first.body).toMatchObject({
      text: '@执笔 党课12次',
      type: 'text',
      recalled: false,
      sender: { id: as, name: '王芳', type: 'user' },
    });
    const reply = await call(sandbox, 'POST', `/chats/${group.id}/messages`, {
      as,
      type: 'text',
      text: '对',
      replyTo: first.body.id,
    });
    expect(reply.body.replyTo).toBe(first.body.id);
    const recalled = await call(sandbox, 'POST', `/messages/${first.body.id}/recall`, { as });
    expect(recalled.body).toMatchObject({ recalled: true });
    const { body } = await call(sandbox, 'GET', `/chats/${group.id}/messages`);
    expect(body.map((message: { id: string }) => message.id)).toEqual([first.body.id, reply.body.id]);
    expect(JSON.stringify(body[0])).not.toContain('党课');
  });

  it('says in Chinese what cannot be done', async () => {
    const sandbox = await start();
    const chat = sandbox.chatOf('王芳').id;
    const stranger = sandbox.people()[1]?.id;
    const said = await call(sandbox, 'POST', `/chats/${chat}/messages`, { as: sandbox.people()[0]?.id, text: 'x' });
    expect(await call(sandbox, 'POST', `/chats/${chat}/messages`, { as: stranger, text: 'x' })).toMatchObject({
      status: 403,
    });
    expect(await call(sandbox, 'POST', `/chats/oc_no/messages`, { as: stranger, text: 'x' })).toMatchObject({
      status: 404,
    });
    expect(await call(sandbox, 'POST', `/messages/${said.body.id}/recall`, { as: stranger })).toMatchObject({
      status: 403,
      body: { error: '只能撤回自己的消息' },
    });
    expect(await call(sandbox, 'POST', '/chats', { name: ' ', members: [] })).toMatchObject({ status: 400 });
    expect(
      (await fetch(`${sandbox.url}/sandbox/api/chats/${chat}/messages`, { method: 'POST', body: '[' })).status,
    ).toBe(400);
  });

  it('takes a file from a form as a browser sends it', async () => {
    const sandbox = await start();
    const chat = sandbox.chatOf('王芳');
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const form = new FormData();
    form.set('as', chat.members[0] as string);
    form.set('file', new Blob([bytes]), '数字台账.xlsx');
    const response = await fetch(`${sandbox.url}/sandbox/api/chats/${chat.id}/files`, { method: 'POST', body: form });
    const message = (await response.json()) as { type: string; file: { key: string; name: string; size: number } };
    expect(message).toMatchObject({ type: 'file', file: { name: '数字台账.xlsx', size: 256 } });
    expect(Buffer.from(sandbox.fileBytes(message.file.key) ?? []).equals(bytes)).toBe(true);
  });

  it('founds a group and lets a press reach the bot', async () => {
    const sandbox = await start();
    const { received } = await connect(sandbox, (event) =>
      event.event_type === 'card.action.trigger' ? { toast: { type: 'info', content: '收到' } } : undefined,
    );
    const [wang, li] = sandbox.people().map((person) => person.id) as [string, string];
    const group = await call(sandbox, 'POST', '/chats', { type: 'group', name: '新群', members: [wang, li] });
    expect(group.body).toMatchObject({ type: 'group', name: '新群', members: [wang, li] });
    const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'x' }] } };
    const sent = await client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: group.body.id, msg_type: 'interactive', content: JSON.stringify(card) },
    });
    const action = { as: li, tag: 'button', name: 'send', form_value: { count: '12\n次' }, value: { action: 'x' } };
    const answer = await call(sandbox, 'POST', `/messages/${sent.data?.message_id}/actions`, action);
    expect(answer.body).toEqual({ toast: { type: 'info', content: '收到' } });
    const press = received.find((event) => event.event_type === 'card.action.trigger');
    expect(press).toMatchObject({
      operator: { open_id: li },
      action: { tag: 'button', name: 'send', form_value: { count: '12\n次' }, value: { action: 'x' } },
    });
    expect(press?.action).not.toHaveProperty('as');
  });

  it('refuses to speak for people on behalf of another site', async () => {
    const sandbox = await start();
    const chat = sandbox.chatOf('王芳');
    const send = (origin: string) =>
      fetch(`${sandbox.url}/sandbox/api/chats/${chat.id}/messages`, {
        method: 'POST',
        headers: { origin },
        body: JSON.stringify({ as: chat.members[0], text: 'x' }),
      });
    expect((await send('https://example.com')).status).toBe(403);
    expect((await send('null')).status).toBe(403);
    expect((await send(sandbox.url)).status).toBe(200);
  });

  it('takes faults from a browser', async () => {
    const sandbox = await start();
    await call(sandbox, 'POST', '/faults', { type: 'call', path: '/im/v1/messages', fail: { code: 230020 } });
    const chat = sandbox.chatOf('王芳').id;
    const sent = client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat, msg_type: 'text', content: '{"text":"x"}' },
    });
    await expect(sent).rejects.toThrow('400');
    expect(await call(sandbox, 'POST', '/faults', { type: 'no such' })).toMatchObject({ status: 400 });
  });
});

describe('the stream', () => {
  it('brings whole messages, reactions, chats and toasts, and resumes after the last id', async () => {
    const sandbox = await start();
    const chat = sandbox.chatOf('王芳');
    const as = chat.members[0] as string;
    const { events, type } = await stream(sandbox);
    expect(type).toContain('text/event-stream');
    const said = sandbox.say(chat.id, { as, text: '一' });
    await client(sandbox).im.v1.messageReaction.create({
      path: { message_id: said.id },
      data: { reaction_type: { emoji_type: 'OK' } },
    });
    sandbox.createGroup('新群', [as]);
    await until(() => events.length === 3);
    expect(events.map(({ event }) => event)).toEqual(['message', 'reaction', 'chat']);
    expect(events[0]?.data).toEqual(said);
    expect(events[1]?.data).toMatchObject({ id: said.id, reactions: [{ emoji: 'OK' }] });

    const resumed = await stream(sandbox, events[0]?.id);
    await until(() => resumed.events.length === 2);
    expect(resumed.events.map(({ id }) => id)).toEqual(events.slice(1).map(({ id }) => id));
    sandbox.recall(said.id, as);
    await until(() => events.length === 4 && resumed.events.length === 3);
    expect(events[3]?.data).toMatchObject({ id: said.id, recalled: true });
  });

  it('asks a page of a former sandbox to load again', async () => {
    const sandbox = await start();
    const { events } = await stream(sandbox, 'ffffffff-3');
    await until(() => events.length === 1);
    expect(events[0]?.event).toBe('resync');
  });
});

describe('static files', () => {
  /** fetch would tidy the path up. */
  const raw = (sandbox: Sandbox, path: string) =>
    new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
      request({ host: '127.0.0.1', port: sandbox.port, path }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const type = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString('utf8') });
        });
      })
        .on('error', reject)
        .end();
    });

  it.each(['preact.mjs', 'preact-hooks.mjs', 'htm.mjs', 'marked.mjs'])('has /vendor/%s', async (name) => {
    const sandbox = await start();
    const { status, type } = await raw(sandbox, `/vendor/${name}`);
    expect({ status, type }).toEqual({ status: 200, type: 'text/javascript; charset=utf-8' });
  });

  it('has the page, and whatever it names', async () => {
    const sandbox = await start();
    const page = await raw(sandbox, '/');
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    const names = [...page.body.matchAll(/"(\/(?:page|vendor)\/[^"]+)"/g)].map(([, name]) => name as string);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names)
      expect({ name, status: (await raw(sandbox, name)).status }).toEqual({ name, status: 200 });
  });

  it('has the font its style sheet names', async () => {
    const sandbox = await start();
    const css = await raw(sandbox, '/vendor/noto-sans-sc.css');
    expect(css.type).toContain('text/css');
    const font = /\.\/(files\/[^)'"]+\.woff2)/.exec(css.body)?.[1];
    expect(await raw(sandbox, `/vendor/${font}`)).toMatchObject({ status: 200, type: 'font/woff2' });
  });

  it.each([
    '/page/../index.ts',
    '/page/%2e%2e/index.ts',
    '/page/..%2findex.ts',
    '/page/..%5cindex.ts',
    '/page/./../../../package.json',
    '/page//etc/passwd',
    '/page/.hidden.js',
    '/page/',
    '/page/nothing.js',
    '/vendor/../package.json',
    '/vendor/files/../index.css',
    '/vendor/files/%2e%2e/package.json',
    '/vendor/constructor',
    '/vendor/ws',
    '/sandbox/files/..%2f..%2fpackage.json',
    '/sandbox/files/file_v3_unknown',
    '/open-apis/no/such/interface',
    '/package.json',
  ])('has no %s', async (path) => {
    const sandbox = await start();
    expect((await raw(sandbox, path)).status).toBe(404);
  });
});

describe('the data file', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'sandbox-'));
    afterTest(() => rmSync(made, { recursive: true }));
    return made;
  };

  it('shows the same chats, cards and files after a restart, and goes on delivering', async () => {
    const dataFile = join(folder(), 'state', 'sandbox.json');
    const clock = createFakeClock();
    const options = { dataFile, now: clock.now, setTimer: clock.setTimer };
    const first = await start(options);
    const chat = first.chatOf('王芳');
    const as = chat.members[0] as string;
    const said = first.say(chat.id, { as, text: '记下' });
    const file = first.sendFile(chat.id, as, { name: 'a.docx', bytes: Buffer.from([0, 1, 255]) });
    await clock.advance(1000);
    await first.close();
    const before = JSON.parse(readFileSync(dataFile, 'utf8'));
    expect(before.messages).toHaveLength(2);

    const second = await start(options);
    expect(second.chats()).toEqual(first.chats());
    expect(second.messages(chat.id)).toEqual([said, file]);
    expect(second.fileBytes(file.file?.key as string)).toEqual(Buffer.from([0, 1, 255]));
    const { received } = await connect(second);
    await clock.advance(15_000);
    await until(() => received.length === 2);
    await until(() => second.attempts().length === 2);
    await clock.advance(48 * 3_600_000);
    expect(received).toHaveLength(2);
  });

  it('is written before anybody is told, so that a kill loses nothing', async () => {
    const dataFile = join(folder(), 'sandbox.json');
    const sandbox = await start({ dataFile });
    const chat = sandbox.chatOf('王芳');
    await call(sandbox, 'POST', `/chats/${chat.id}/messages`, { as: chat.members[0], text: '马上就写' });
    expect(readFileSync(dataFile, 'utf8')).toContain('马上就写');
    await client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat.id, msg_type: 'text', content: '{"text":"已记下"}' },
    });
    expect(readFileSync(dataFile, 'utf8')).toContain('已记下');
  });

  it('is never overwritten when it cannot be read', async () => {
    const dataFile = join(folder(), 'sandbox.json');
    writeFileSync(dataFile, '{half');
    await expect(start({ dataFile })).rejects.toThrow('Move it away');
    expect(readFileSync(dataFile, 'utf8')).toBe('{half');
  });
});

describe('starting', () => {
  it('refuses an app id the SDK would not connect with, and a port that is taken', async () => {
    await expect(start({ app: { ...APP, id: 'cli_1' } })).rejects.toThrow('16 hex digits');
    const sandbox = await start();
    await expect(start({ port: sandbox.port })).rejects.toThrow('is taken');
  });
});
