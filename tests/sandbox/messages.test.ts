import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { createFakeClock } from './fake-clock.ts';
import { client, refusal, start, token, until } from './start.ts';

const text = (content: string) => JSON.stringify({ text: content });

function sender(sandbox: Sandbox) {
  const lark = client(sandbox);
  const chat = sandbox.chatOf('王芳').id;
  return {
    lark,
    chat,
    create: (content: string, more: { uuid?: string; to?: string; msg_type?: string } = {}) =>
      lark.im.v1.message.create({
        params: { receive_id_type: 'chat_id' },
        data: {
          receive_id: more.to ?? chat,
          msg_type: more.msg_type ?? 'text',
          content,
          ...(more.uuid === undefined ? {} : { uuid: more.uuid }),
        },
      }),
  };
}

async function still() {
  const clock = createFakeClock();
  const sandbox = await start({ now: clock.now, setTimer: clock.setTimer });
  return { clock, sandbox, ...sender(sandbox) };
}

describe('sending', () => {
  it('answers in the documented shape and shows the message', async () => {
    const { sandbox, clock, create, chat } = await still();
    const sent = await create(text('收到'));
    expect(sent).toMatchObject({
      code: 0,
      data: {
        message_id: expect.stringMatching(/^om_[0-9a-f]{32}$/),
        msg_type: 'text',
        create_time: String(clock.now()),
        deleted: false,
        updated: false,
        chat_id: chat,
        sender: { id: 'cli_0123456789abcdef', id_type: 'app_id', sender_type: 'app' },
        body: { content: '{"text":"收到"}' },
      },
    });
    expect(sandbox.messages(chat)).toMatchObject([{ text: '收到', sender: { type: 'app', name: '执笔' } }]);
  });

  it('reaches a person by open_id', async () => {
    const sandbox = await start();
    const person = sandbox.people()[2];
    const sent = await client(sandbox).im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: person?.id as string, msg_type: 'text', content: text('您好') },
    });
    expect(sent.data?.chat_id).toBe(sandbox.chatOf('赵敏').id);
  });

  it('names people it mentions', async () => {
    const { sandbox, create, chat } = await still();
    const sent = await create(text(`<at user_id="${sandbox.people()[1]?.id}">李明</at> 请核`));
    expect(sent.data?.mentions).toMatchObject([{ key: '@_user_1', name: '李明' }]);
    expect(sent.data?.body?.content).toBe('{"text":"@_user_1 请核"}');
    expect(sandbox.messages(chat)[0]?.text).toBe('@李明 请核');
  });

  it('sends one message for a uuid within an hour, per chat', async () => {
    const { sandbox, clock, create, chat } = await still();
    const first = await create(text('一'), { uuid: 'effect-1' });
    const again = await create(text('一'), { uuid: 'effect-1' });
    expect(again.data?.message_id).toBe(first.data?.message_id);
    const other = await create(text('一'), { uuid: 'effect-1', to: sandbox.chatOf('李明').id });
    expect(other.data?.message_id).not.toBe(first.data?.message_id);
    await clock.advance(3_600_001);
    await create(text('一'), { uuid: 'effect-1' });
    expect(sandbox.messages(chat)).toHaveLength(2);
    expect((await refusal(create(text('一'), { uuid: 'x'.repeat(51) }))).code).toBe(99992402);
  });

  it('does not count a refused message as the success of its uuid', async () => {
    const { create } = await still();
    expect((await refusal(create('{}', { uuid: 'u' }))).code).toBe(230001);
    expect((await create(text('好'), { uuid: 'u' })).code).toBe(0);
  });

  it('takes 5 messages a second into one chat', async () => {
    const { sandbox, clock, create } = await still();
    for (let n = 0; n < 5; n += 1) await create(text(String(n)));
    expect(await refusal(create(text('x')))).toMatchObject({ status: 400, code: 230020 });
    await create(text('x'), { to: sandbox.chatOf('李明').id });
    await clock.advance(1000);
    await create(text('x'));
  });

  it('takes 50 calls a second of one interface', async () => {
    const { lark, clock, sandbox } = await still();
    const ask = () => lark.contact.v3.user.get({ path: { user_id: sandbox.people()[0]?.id as string } });
    for (let n = 0; n < 50; n += 1) await ask();
    const answer = await refusal(ask());
    expect(answer).toMatchObject({ status: 429, code: 99991400 });
    expect(answer.headers['x-ogw-ratelimit-reset']).toBe('1');
    await clock.advance(1000);
    await ask();
  });

  it('takes no limits when told so', async () => {
    const clock = createFakeClock();
    const sandbox = await start({ now: clock.now, setTimer: clock.setTimer, limits: false });
    const { create, chat } = sender(sandbox);
    for (let n = 0; n < 60; n += 1) await create(text(String(n)));
    expect(sandbox.messages(chat)).toHaveLength(60);
  });

  it.each([
    ['no text', text(''), 'text', 230001],
    ['no JSON', '收到', 'text', 230001],
    ['a list', '[]', 'text', 230001],
    ['too long a text', text('字'.repeat(52_000)), 'text', 230025],
    ['an unknown type', '{}', 'poem', 230001],
    ['a file nobody uploaded', '{"file_key":"file_v3_x"}', 'file', 230001],
    ['an empty post', '{"zh_cn":{"content":[]}}', 'post', 230001],
    ['a post with a card tag', '{"zh_cn":{"content":[[{"tag":"button"}]]}}', 'post', 230001],
    ['a mention of a stranger', text('<at user_id="ou_x">x</at>'), 'text', 230001],
  ])('refuses %s', async (_what, content, type, code) => {
    const { sandbox, create, chat } = await still();
    expect(await refusal(create(content, { msg_type: type }))).toMatchObject({ status: 400, code });
    expect(sandbox.messages(chat)).toEqual([]);
  });

  it('accepts 150 KB of text and a post', async () => {
    const { sandbox, create, chat } = await still();
    await create(text('a'.repeat(150 * 1024 - 20)));
    await create('{"zh_cn":{"title":"题","content":[[{"tag":"text","text":"文"},{"tag":"at","user_id":"all"}]]}}', {
      msg_type: 'post',
    });
    expect(sandbox.messages(chat)[1]?.text).toBe('题\n文@所有人');
  });

  it.each([
    ['a chat without the bot', 'chat_id', `oc_${'0'.repeat(32)}`, 230002],
    ['no chat id', 'chat_id', 'nowhere', 230034],
    ['a person of another app', 'open_id', `ou_${'0'.repeat(32)}`, 99992361],
    ['no person', 'open_id', 'nobody', 230034],
    ['an unknown kind of id', 'phone', '1', 99992402],
  ])('refuses %s', async (_what, kind, to, code) => {
    const { lark } = await still();
    const sent = lark.im.v1.message.create({
      params: { receive_id_type: kind as 'chat_id' },
      data: { receive_id: to, msg_type: 'text', content: text('x') },
    });
    expect((await refusal(sent)).code).toBe(code);
  });

  it('replies to a message, dedupes the reply, and refuses to reply to a recalled one', async () => {
    const { sandbox, lark, chat } = await still();
    const as = sandbox.people()[0]?.id as string;
    const said = sandbox.say(chat, { as, text: '到哪了' });
    const reply = (uuid: string) =>
      lark.im.v1.message.reply({
        path: { message_id: said.id },
        data: { msg_type: 'text', content: text('写到二'), uuid },
      });
    const first = await reply('r');
    expect(first.data).toMatchObject({ root_id: said.id, parent_id: said.id });
    expect((await reply('r')).data?.message_id).toBe(first.data?.message_id);
    sandbox.recall(said.id, as);
    expect((await refusal(reply('other'))).code).toBe(230011);
    expect(sandbox.messages(chat)).toHaveLength(2);
  });
});

describe('changing what was sent', () => {
  const card = (title: string) =>
    JSON.stringify({ schema: '2.0', header: { title: { tag: 'plain_text', content: title } }, body: { elements: [] } });

  it('updates a card, for 14 days, 5 times a second', async () => {
    const { sandbox, clock, lark, create, chat } = await still();
    const id = (await create(card('一'), { msg_type: 'interactive' })).data?.message_id as string;
    const patch = (content: string) => lark.im.v1.message.patch({ path: { message_id: id }, data: { content } });
    for (let n = 0; n < 5; n += 1) await patch(card(String(n)));
    expect((await refusal(patch(card('x')))).code).toBe(230020);
    expect(sandbox.messages(chat)[0]).toMatchObject({
      card: { header: { title: { content: '4' } } },
      updatedAt: clock.now(),
    });
    await clock.advance(14 * 86_400_000 + 1);
    // The SDK keeps its token by the real clock; a new client asks for a new one.
    const late = client(sandbox).im.v1.message.patch({ path: { message_id: id }, data: { content: card('x') } });
    expect((await refusal(late)).code).toBe(230031);
  });

  it('refuses to update what is no card, not its own, recalled or unknown', async () => {
    const { sandbox, lark, create, chat } = await still();
    const patch = (id: string) => lark.im.v1.message.patch({ path: { message_id: id }, data: { content: card('x') } });
    const own = (await create(text('字'))).data?.message_id as string;
    expect((await refusal(patch(own))).code).toBe(230001);
    const said = sandbox.say(chat, { as: sandbox.people()[0]?.id as string, text: '字' });
    expect((await refusal(patch(said.id))).code).toBe(230027);
    await lark.im.v1.message.delete({ path: { message_id: own } });
    expect((await refusal(patch(own))).code).toBe(230011);
    expect((await refusal(patch(`om_${'0'.repeat(32)}`))).code).toBe(230001);
    expect((await refusal(patch('nothing'))).code).toBe(99992354);
  });

  it('edits a text up to 20 times', async () => {
    const { sandbox, clock, lark, create, chat } = await still();
    const id = (await create(text('0'))).data?.message_id as string;
    const put = (content: string) =>
      lark.im.v1.message.update({ path: { message_id: id }, data: { msg_type: 'text', content: text(content) } });
    for (let n = 1; n <= 20; n += 1) {
      await put(String(n));
      await clock.advance(300);
    }
    expect((await refusal(put('x'))).code).toBe(230072);
    expect(sandbox.messages(chat)[0]?.text).toBe('20');
  });
});

describe('reading back', () => {
  it('lists a chat page by page, both ways, within a window of time', async () => {
    const { sandbox, clock, lark, chat } = await still();
    const as = sandbox.people()[0]?.id as string;
    const begin = clock.now();
    for (let n = 0; n < 7; n += 1) {
      sandbox.say(chat, { as, text: String(n) });
      await clock.advance(1000);
    }
    const list = async (more: object) => {
      const answer = await lark.im.v1.message.list({
        params: { container_id_type: 'chat', container_id: chat, ...more },
      });
      const texts = (answer.data?.items ?? []).map((item) => JSON.parse(item.body?.content as string).text).join('');
      return { texts, more: answer.data?.has_more, token: answer.data?.page_token as string };
    };
    const first = await list({ page_size: 3 });
    expect(first).toMatchObject({ texts: '012', more: true });
    sandbox.say(chat, { as, text: '7' });
    const second = await list({ page_size: 3, page_token: first.token });
    expect(second).toMatchObject({ texts: '345', more: true });
    expect(await list({ page_size: 3, page_token: second.token })).toMatchObject({ texts: '67', more: false });
    expect((await list({ sort_type: 'ByCreateTimeDesc', page_size: 2 })).texts).toBe('76');
    const start_time = String(Math.floor(begin / 1000) + 2);
    const end_time = String(Math.floor(begin / 1000) + 4);
    expect((await list({ start_time, end_time })).texts).toBe('234');
    expect((await refusal(list({ page_size: 51 }))).code).toBe(230001);
    expect((await refusal(list({ page_token: 'made-up' }))).code).toBe(230001);
  });

  it('reads a card back as title and text', async () => {
    const { lark, create } = await still();
    const content = JSON.stringify({
      schema: '2.0',
      header: { title: { tag: 'plain_text', content: '看板' } },
      body: { elements: [{ tag: 'markdown', content: '已收29' }] },
    });
    const id = (await create(content, { msg_type: 'interactive' })).data?.message_id as string;
    const read = await lark.im.v1.message.get({ path: { message_id: id } });
    expect(JSON.parse(read.data?.items?.[0]?.body?.content as string)).toEqual({
      title: '看板',
      elements: [[{ tag: 'text', text: '已收29' }]],
    });
  });

  it('hides what was recalled', async () => {
    const { sandbox, lark, chat } = await still();
    const as = sandbox.people()[0]?.id as string;
    const said = sandbox.say(chat, { as, text: '机密' });
    sandbox.recall(said.id, as);
    const read = await lark.im.v1.message.get({ path: { message_id: said.id } });
    expect(read.data?.items?.[0]).toMatchObject({ deleted: true });
    expect(JSON.stringify(read)).not.toContain('机密');
  });
});

describe('tokens', () => {
  const ask = (sandbox: Sandbox, authorization?: string) =>
    fetch(
      `${sandbox.url}/open-apis/bot/v3/info`,
      authorization === undefined ? {} : { headers: { authorization } },
    ).then(async (response) => ({ status: response.status, body: (await response.json()) as Record<string, unknown> }));

  it('are checked on every call', async () => {
    const sandbox = await start();
    expect((await ask(sandbox)).body.code).toBe(99991661);
    expect((await ask(sandbox, 'Bearer x')).body.code).toBe(99991671);
    expect((await ask(sandbox, `Bearer t-${'0'.repeat(40)}`)).body.code).toBe(99991663);
    const known = await ask(sandbox, `Bearer ${await token(sandbox)}`);
    expect(known).toMatchObject({
      status: 200,
      body: { code: 0, bot: { app_name: '执笔', open_id: sandbox.bot.openId } },
    });
  });

  it('stay the same while 30 minutes are left, and overlap after', async () => {
    const { sandbox, clock } = await still();
    const first = await token(sandbox);
    await clock.advance(89 * 60_000);
    expect(await token(sandbox)).toBe(first);
    await clock.advance(2 * 60_000);
    const second = await token(sandbox);
    expect(second).not.toBe(first);
    expect((await ask(sandbox, `Bearer ${first}`)).status).toBe(200);
    await clock.advance(30 * 60_000);
    expect((await ask(sandbox, `Bearer ${first}`)).body.code).toBe(99991677);
    expect((await ask(sandbox, `Bearer ${second}`)).status).toBe(200);
  });

  it('expire on demand', async () => {
    const sandbox = await start();
    const { create } = sender(sandbox);
    await create(text('一'));
    sandbox.faults.revokeTokens();
    expect((await refusal(create(text('二')))).code).toBe(99991677);
    sandbox.faults.revokeTokens('invalid');
    expect((await refusal(create(text('二')))).code).toBe(99991663);
  });

  it('are not given for a wrong secret', async () => {
    const sandbox = await start();
    const lark = client(sandbox, 'wrong');
    expect((await refusal(lark.contact.v3.user.get({ path: { user_id: 'x' } }))).code).toBe(10014);
  });
});

describe('people and reactions', () => {
  it('tells a name by open_id and refuses strangers', async () => {
    const { sandbox, lark } = await still();
    const user = (id: string) =>
      lark.contact.v3.user.get({ path: { user_id: id }, params: { user_id_type: 'open_id' } });
    expect((await user(sandbox.people()[1]?.id as string)).data?.user?.name).toBe('李明');
    expect((await refusal(user('ou_x'))).code).toBe(41050);
  });

  it('adds a reaction once and removes it', async () => {
    const { sandbox, lark, chat } = await still();
    const said = sandbox.say(chat, { as: sandbox.people()[0]?.id as string, text: '14次' });
    const react = () =>
      lark.im.v1.messageReaction.create({
        path: { message_id: said.id },
        data: { reaction_type: { emoji_type: 'DONE' } },
      });
    const made = await react();
    await react();
    expect(sandbox.messages(chat)[0]?.reactions).toEqual([{ emoji: 'DONE', by: 'cli_0123456789abcdef' }]);
    await lark.im.v1.messageReaction.delete({
      path: { message_id: said.id, reaction_id: made.data?.reaction_id as string },
    });
    expect(sandbox.messages(chat)[0]?.reactions).toEqual([]);
  });
});

describe('faults of calls', () => {
  it('fails the next n calls of a path', async () => {
    const { sandbox, create, lark } = await still();
    sandbox.faults.onCall({
      path: 'POST /open-apis/im/v1/messages',
      times: 2,
      fail: { code: 99991400, resetSeconds: 7 },
    });
    const limited = await refusal(create(text('一')));
    expect(limited).toMatchObject({ status: 429, code: 99991400 });
    expect(limited.headers['x-ogw-ratelimit-reset']).toBe('7');
    await lark.contact.v3.user.get({ path: { user_id: sandbox.people()[0]?.id as string } });
    await refusal(create(text('一')));
    await create(text('一'));
  });

  it('matches a path by pattern, and knows 5xx', async () => {
    const { sandbox, create } = await still();
    sandbox.faults.onCall({ path: '/^POST .*messages$/', fail: { code: 1500, status: 503 } });
    expect((await refusal(create(text('一')))).status).toBe(503);
    await create(text('一'));
  });

  it('loses the reply of a call that took effect, and the repeat with its uuid finds it', async () => {
    const { sandbox, create, chat } = await still();
    sandbox.faults.onCall({ path: '/im/v1/messages', loseReply: true });
    await expect(create(text('一'), { uuid: 'u' })).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(sandbox.messages(chat)).toHaveLength(1);
    const again = await create(text('一'), { uuid: 'u' });
    expect(again.data?.message_id).toBe(sandbox.messages(chat)[0]?.id);
    expect(sandbox.messages(chat)).toHaveLength(1);
  });

  it('delays an answer on the clock', async () => {
    const { sandbox, clock, create, chat } = await still();
    await create(text('先取令牌'));
    sandbox.faults.onCall({ path: '/im/v1/messages', delayMs: 10_000 });
    const sent = create(text('一'));
    await until(() => clock.waiting() === 1);
    await clock.advance(9_999);
    expect(sandbox.messages(chat)).toHaveLength(1);
    await clock.advance(1);
    await sent;
    expect(sandbox.messages(chat)).toHaveLength(2);
  });
});
