import { describe, expect, it } from 'vitest';
import { createFakeClock } from './fake-clock.ts';
import { client, connect, start, until } from './start.ts';

const card = {
  schema: '2.0',
  header: { title: { tag: 'plain_text', content: '要数' } },
  body: {
    elements: [
      {
        tag: 'button',
        text: { tag: 'plain_text', content: '对' },
        behaviors: [{ type: 'callback', value: { action: 'agree' } }],
      },
    ],
  },
};

const messageOf = (event: Record<string, unknown> | undefined): Record<string, string> =>
  event?.message as Record<string, string>;

describe('long connection, through the real WSClient', () => {
  it('brings a private message in the documented envelope and acknowledges it', async () => {
    const sandbox = await start();
    const { received } = await connect(sandbox);
    const chat = sandbox.chatOf('王芳');
    const said = sandbox.say(chat.id, { as: chat.members[0] as string, text: '开始' });
    await until(() => sandbox.attempts().length === 1);
    expect(sandbox.attempts()[0]).toMatchObject({ eventType: 'im.message.receive_v1', outcome: 'acknowledged' });
    const person = sandbox.people()[0];
    expect(received[0]).toMatchObject({
      event_type: 'im.message.receive_v1',
      app_id: 'cli_0123456789abcdef',
      event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      create_time: expect.stringMatching(/^\d{13}$/),
      token: sandbox.verificationToken,
      sender: { sender_id: { open_id: person?.id, union_id: person?.unionId }, sender_type: 'user' },
      message: {
        message_id: said.id,
        chat_id: chat.id,
        chat_type: 'p2p',
        message_type: 'text',
        content: '{"text":"开始"}',
        create_time: String(said.at),
      },
    });
    expect(received[0]?.message).not.toHaveProperty('mentions');
    expect(received[0]?.message).not.toHaveProperty('root_id');
  });

  it('brings a group message only when the bot is mentioned, with the mention as a key', async () => {
    const sandbox = await start();
    const { received } = await connect(sandbox);
    const group = sandbox.chatOf('述职报告供数群');
    const [wang, li] = group.members as [string, string];
    sandbox.say(group.id, { as: wang, text: '大家早' });
    sandbox.say(group.id, { as: li, text: '请李明看，党课12次', mentionBot: true });
    await until(() => received.length === 1);
    const message = received[0]?.message as Record<string, unknown>;
    expect(message.chat_type).toBe('group');
    expect(JSON.parse(message.content as string)).toEqual({ text: '@_user_1 请李明看，党课12次' });
    expect(message.mentions).toEqual([
      expect.objectContaining({
        key: '@_user_1',
        name: '执笔',
        id: expect.objectContaining({ open_id: sandbox.bot.openId }),
      }),
    ]);
    expect(sandbox.messages(group.id)[1]?.text).toBe('@执笔 请李明看，党课12次');
  });

  it('names root and parent of a reply', async () => {
    const sandbox = await start();
    const { received } = await connect(sandbox);
    const chat = sandbox.chatOf('李明');
    const as = chat.members[0] as string;
    const first = sandbox.say(chat.id, { as, text: '一' });
    const second = sandbox.say(chat.id, { as, text: '二', replyTo: first.id });
    sandbox.say(chat.id, { as, text: '三', replyTo: second.id });
    await until(() => received.length === 3);
    expect(received[2]?.message).toMatchObject({ root_id: first.id, parent_id: second.id });
  });

  it.each(['sticker', 'audio', 'location', 'image', 'post'] as const)('brings a %s', async (type) => {
    const sandbox = await start();
    const { received } = await connect(sandbox);
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, type, text: '第一行\n第二行' });
    await until(() => received.length === 1);
    expect(received[0]?.message).toMatchObject({ message_type: type });
    expect(() => JSON.parse(messageOf(received[0]).content as string)).not.toThrow();
  });

  it('joins split frames into one event', async () => {
    const sandbox = await start();
    sandbox.faults.splitFrames(7);
    const { received } = await connect(sandbox);
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '切成七段也要完整'.repeat(20) });
    await until(() => sandbox.attempts().length === 1);
    expect(received).toHaveLength(1);
    expect(messageOf(received[0]).content).toContain('切成七段');
  });

  it('sends each event to one of several connections', async () => {
    const sandbox = await start();
    const first = await connect(sandbox);
    const second = await connect(sandbox);
    const chat = sandbox.chatOf('王芳');
    for (let n = 0; n < 40; n += 1) sandbox.say(chat.id, { as: chat.members[0] as string, text: String(n) });
    await until(() => sandbox.attempts().length === 40);
    expect(first.received.length + second.received.length).toBe(40);
    expect(first.received.length).toBeGreaterThan(0);
    expect(second.received.length).toBeGreaterThan(0);
  });

  it('refuses wrong credentials without a retry loop', async () => {
    const sandbox = await start();
    const response = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
      method: 'POST',
      body: JSON.stringify({ AppID: 'cli_0123456789abcdef', AppSecret: 'wrong' }),
    });
    expect(await response.json()).toMatchObject({ code: 514 });
  });

  it('can refuse to be connected to, and gives way to the next try', async () => {
    const sandbox = await start({ clientConfig: { ReconnectNonce: 0 } });
    const path = '/callback/ws/endpoint';
    sandbox.faults.onCall({ path, fail: { code: 1000040350 } });
    const ask = () =>
      fetch(`${sandbox.url}${path}`, {
        method: 'POST',
        body: JSON.stringify({ AppID: 'cli_0123456789abcdef', AppSecret: 'a-secret-of-the-tests' }),
      }).then((response) => response.json());
    expect(await ask()).toMatchObject({ code: 1000040350 });
    expect(await ask()).toMatchObject({ code: 0, data: { ClientConfig: { PingInterval: 120, ReconnectNonce: 0 } } });
  });

  it('is connected to again after a drop, and nothing is lost', async () => {
    const sandbox = await start({ clientConfig: { ReconnectNonce: 0, ReconnectInterval: 1 } });
    const { received } = await connect(sandbox);
    sandbox.faults.dropConnections();
    expect(sandbox.connections()).toBe(0);
    await until(() => sandbox.connections() === 1);
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '还在吗' });
    await until(() => received.length === 1);
  });

  it('redelivers at 15 s, 5 min, 1 h and 6 h while the handler throws, then gives up', async () => {
    const clock = createFakeClock();
    const sandbox = await start({ now: clock.now, setTimer: clock.setTimer });
    const begin = clock.now();
    const { received } = await connect(sandbox, () => {
      throw new Error('not durable');
    });
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '记下' });
    for (const [index, wait] of [15_000, 300_000, 3_600_000, 21_600_000].entries()) {
      await until(() => sandbox.attempts().length === index + 1);
      await clock.advance(wait);
    }
    await until(() => sandbox.attempts().length === 5);
    await clock.advance(48 * 3_600_000);
    expect(received).toHaveLength(5);
    expect(new Set(received.map((event) => event.event_id)).size).toBe(1);
    expect(sandbox.attempts().map((attempt) => (attempt.at - begin) / 1000)).toEqual([0, 15, 315, 3915, 25_515]);
  });

  it('takes an answer after 3 s for no answer', async () => {
    const clock = createFakeClock();
    const sandbox = await start({ now: clock.now, setTimer: clock.setTimer });
    let release = (): void => {};
    const { received } = await connect(sandbox, () => new Promise<void>((resolve) => (release = resolve)));
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '慢' });
    await until(() => received.length === 1);
    await clock.advance(3000);
    expect(sandbox.attempts()).toMatchObject([{ outcome: 'no_answer' }]);
    release();
    await clock.advance(15_000);
    await until(() => received.length === 2);
    release();
  });

  it('keeps an event for a bot that is not connected yet', async () => {
    const clock = createFakeClock();
    const sandbox = await start({ now: clock.now, setTimer: clock.setTimer });
    const chat = sandbox.chatOf('王芳');
    sandbox.say(chat.id, { as: chat.members[0] as string, text: '有人吗' });
    await clock.advance(1000);
    expect(sandbox.attempts()).toMatchObject([{ outcome: 'no_connection' }]);
    const { received } = await connect(sandbox);
    await clock.advance(15_000);
    await until(() => received.length === 1);
  });

  it('duplicates, swaps and redelivers on demand', async () => {
    const sandbox = await start();
    const { received } = await connect(sandbox);
    const chat = sandbox.chatOf('王芳');
    const as = chat.members[0] as string;
    sandbox.faults.duplicateEvents(1);
    sandbox.say(chat.id, { as, text: '一' });
    await until(() => received.length === 2);
    expect(received[0]?.event_id).toBe(received[1]?.event_id);
    sandbox.faults.redeliverLast('new_event');
    await until(() => received.length === 3);
    expect(received[2]?.event_id).not.toBe(received[0]?.event_id);
    expect(messageOf(received[2]).message_id).toBe(messageOf(received[0]).message_id);
    sandbox.faults.swapNextEvents();
    sandbox.say(chat.id, { as, text: '二' });
    sandbox.say(chat.id, { as, text: '三' });
    await until(() => received.length === 5);
    expect(received.slice(3).map((event) => (event.message as { content: string }).content)).toEqual([
      '{"text":"三"}',
      '{"text":"二"}',
    ]);
  });

  it('tells of a recall, of a chat being opened (once) and of a new group', async () => {
    const sandbox = await start();
    const { received } = await connect(sandbox);
    const chat = sandbox.chatOf('王芳');
    const as = chat.members[0] as string;
    sandbox.enter(chat.id, as);
    sandbox.enter(chat.id, as);
    const said = sandbox.say(chat.id, { as, text: '说错了' });
    sandbox.recall(said.id, as);
    const group = sandbox.createGroup('新群', [as]);
    await until(() => received.length === 4);
    const byType = Object.fromEntries(received.map((event) => [event.event_type, event]));
    expect(byType['im.chat.access_event.bot_p2p_chat_entered_v1']).toMatchObject({ chat_id: chat.id });
    expect(byType['im.message.recalled_v1']).toMatchObject({ message_id: said.id, chat_id: chat.id });
    expect(byType['im.chat.member.bot.added_v1']).toMatchObject({ chat_id: group.id, name: '新群' });
    expect(sandbox.messages(chat.id)[0]).toMatchObject({ recalled: true });
    expect(sandbox.messages(chat.id)[0]).not.toHaveProperty('text');
  });
});

describe('card callback over the long connection', () => {
  async function sent(answer: (event: Record<string, unknown>) => unknown) {
    const sandbox = await start();
    const { received } = await connect(sandbox, answer);
    const chat = sandbox.chatOf('王芳');
    const message = await client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat.id, msg_type: 'interactive', content: JSON.stringify(card) },
    });
    return { sandbox, received, as: chat.members[0] as string, id: message.data?.message_id as string, chat };
  }

  it('carries the press and brings back toast and card', async () => {
    const after = { ...card, header: { title: { tag: 'plain_text', content: '已记下' } } };
    const { sandbox, received, as, id, chat } = await sent(() => ({
      toast: { type: 'success', content: '好' },
      card: { type: 'raw', data: after },
    }));
    const result = await sandbox.press(id, { as, tag: 'button', value: { action: 'agree' } });
    expect(result).toEqual({ toast: { type: 'success', content: '好' } });
    expect(received[0]).toMatchObject({
      event_type: 'card.action.trigger',
      create_time: expect.stringMatching(/^\d{16}$/),
      operator: { open_id: as },
      action: { tag: 'button', value: { action: 'agree' } },
      context: { open_message_id: id, open_chat_id: chat.id },
      host: 'im_message',
    });
    expect(sandbox.messages(chat.id)[0]?.card).toMatchObject({ header: { title: { content: '已记下' } } });
  });

  it('accepts an empty answer', async () => {
    const { sandbox, as, id } = await sent(() => undefined);
    expect(await sandbox.press(id, { as, tag: 'button', value: { action: 'agree' } })).toEqual({});
  });

  it.each([
    ['a key that is neither toast nor card', { ok: true }, 200672],
    ['a toast without content', { toast: { type: 'success' } }, 200672],
    ['a toast of an unknown type', { toast: { type: 'good', content: '好' } }, 200672],
    ['a card that is not wrapped', { card }, 200672],
    [
      'a card that Feishu refuses',
      { card: { type: 'raw', data: { ...card, body: { elements: [{ tag: 'note' }] } } } },
      200673,
    ],
    ['a 1.0 card', { card: { type: 'raw', data: { elements: [] } } }, 200830],
  ])('shows an error for %s', async (_what, answer, code) => {
    const { sandbox, as, id, chat } = await sent(() => answer);
    const result = await sandbox.press(id, { as, tag: 'button', value: {} });
    expect(result.error?.code).toBe(code);
    expect(sandbox.messages(chat.id)[0]?.card).toEqual(card);
  });

  it('is never redelivered when the handler throws', async () => {
    const { sandbox, as, id } = await sent(() => {
      throw new Error('no');
    });
    expect(await sandbox.press(id, { as, tag: 'button' })).toMatchObject({ error: { code: 200671 } });
    expect(sandbox.attempts()).toHaveLength(1);
  });

  it('times out after 3 s', async () => {
    const clock = createFakeClock();
    const sandbox = await start({ now: clock.now, setTimer: clock.setTimer });
    const { received } = await connect(sandbox, () => new Promise(() => {}));
    const chat = sandbox.chatOf('王芳');
    const message = await client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: chat.id, msg_type: 'interactive', content: JSON.stringify(card) },
    });
    const pressed = sandbox.press(message.data?.message_id as string, { as: chat.members[0] as string, tag: 'button' });
    await until(() => received.length === 1);
    await clock.advance(3000);
    expect(await pressed).toMatchObject({ error: { code: 200341 } });
  });

  it('may only be pressed by someone in the chat', async () => {
    const { sandbox, id } = await sent(() => undefined);
    const stranger = sandbox.people()[1]?.id as string;
    await expect(sandbox.press(id, { as: stranger, tag: 'button' })).rejects.toThrow('不在这个会话里');
  });

  it('says so when nobody is connected', async () => {
    const { sandbox, as, id } = await sent(() => undefined);
    sandbox.faults.dropConnections();
    expect(await sandbox.press(id, { as, tag: 'button' })).toMatchObject({ error: { code: 200340 } });
  });
});
