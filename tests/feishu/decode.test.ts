// Raw events of every kind → events of ours; what is not for us or unusable is ignored with a reason, and nothing ever throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardSubmitted, MessageReceived } from '../../src/conversation/event.ts';
import { decode } from '../../src/feishu/decode.ts';

const identity = { appId: 'cli_00000000000000a1', botOpenId: 'ou_bot' };
const receivedAt = 1_700_000_000_000;
const header = (event_type: string, change: object = {}) => ({
  event_id: 'ev_1',
  event_type,
  create_time: '1608725989000',
  token: 't',
  app_id: identity.appId,
  tenant_key: 'k',
  ...change,
});
const read = (raw: unknown) => decode(raw, identity, receivedAt);

function message(change: Record<string, unknown> = {}, sender: object = {}) {
  return {
    schema: '2.0',
    header: header('im.message.receive_v1'),
    event: {
      sender: { sender_id: { union_id: 'on_1', user_id: null, open_id: 'ou_wang' }, sender_type: 'user', ...sender },
      message: {
        message_id: 'om_1',
        create_time: '1609073151345',
        chat_id: 'oc_1',
        chat_type: 'p2p',
        message_type: 'text',
        content: '{"text":"党课12次"}',
        ...change,
      },
    },
  };
}

function received(change: Record<string, unknown> = {}): MessageReceived {
  const decoded = read(message(change));
  if (decoded.type !== 'event' || decoded.event.type !== 'message_received') throw new Error(JSON.stringify(decoded));
  return decoded.event;
}

const textOf = (text: string, change: object = {}) => received({ content: JSON.stringify({ text }), ...change }).text;
const postOf = (post: object, change: object = {}) =>
  received({ message_type: 'post', content: JSON.stringify(post), ...change });

const bot = { key: '@_user_1', id: { union_id: 'on_b', user_id: null, open_id: 'ou_bot' }, name: '执笔' };
const li = { key: '@_user_2', id: { open_id: 'ou_li' }, name: '李明' };

describe('text messages', () => {
  it('in a private chat', () => {
    expect(read(message())).toEqual({
      type: 'event',
      event: {
        type: 'message_received',
        id: 'om_1',
        conversation: 'oc_1',
        at: 1_609_073_151_345,
        chat: { id: 'oc_1', type: 'p2p' },
        sender: { id: 'ou_wang', name: '' },
        text: '党课12次',
      },
    });
  });

  it('a reply names what it replies to', () => {
    expect(received({ parent_id: 'om_0', root_id: 'om_r' }).replyTo).toBe('om_0');
  });

  it('in a topic: its first message is the parent of all, and only another one is quoted', () => {
    const topic = { thread_id: 'omt_1', root_id: 'om_r' };
    const plain = received({ ...topic, parent_id: 'om_r' });
    expect([plain.thread, plain.root, plain.replyTo]).toEqual(['omt_1', 'om_r', undefined]);
    expect(received({ ...topic, parent_id: 'om_5' }).replyTo).toBe('om_5');
    const reply = received({ root_id: 'om_r', parent_id: 'om_r' });
    expect([reply.thread, reply.replyTo]).toEqual([undefined, 'om_r']);
  });

  it('in a group only with a mention of the bot, which is taken out', () => {
    const group = { chat_type: 'group', content: JSON.stringify({ text: '@_user_1 党课12次' }) };
    expect(received({ ...group, mentions: [bot] })).toMatchObject({ text: '党课12次', chat: { type: 'group' } });
    expect(read(message({ ...group, mentions: [li] }))).toMatchObject({ type: 'ignored', reason: /mention/ });
    expect(read(message(group)).type).toBe('ignored');
    expect(read(message({ ...group, content: '{"text":"@_all 开会"}' })).type).toBe('ignored');
  });

  it('tells who was mentioned, each once, the bot and everyone not among them', () => {
    const group = { chat_type: 'group', content: JSON.stringify({ text: '@_user_1 交给@_user_2' }) };
    const all = { key: '@_all', id: { open_id: '' }, name: '所有人' };
    const event = received({ ...group, mentions: [bot, li, { ...li, key: '@_user_3' }, all] });
    expect(event).toMatchObject({ text: '交给@李明', mentions: [{ id: 'ou_li', name: '李明' }] });
    expect('mentions' in received({ ...group, mentions: [bot] })).toBe(false);
  });

  it('other mentions become names, longest key first, and a name is not searched again', () => {
    const many = Array.from({ length: 11 }, (_, n) => ({
      key: `@_user_${n + 1}`,
      id: { open_id: `ou_${n}` },
      name: `甲${n + 1}`,
    }));
    expect(textOf('@_user_1和@_user_11 @_user_10', { mentions: many })).toBe('@甲1和@甲11 @甲10');
    const tricky = { ...li, name: '@_user_3' };
    expect(textOf('@_user_2 @_user_3', { mentions: [tricky, { ...li, key: '@_user_3', name: '乙' }] })).toBe(
      '@@_user_3 @乙',
    );
  });

  it('@all, a mention in the middle, a mention without a name', () => {
    expect(textOf('@_all 报一下')).toBe('@所有人 报一下');
    expect(textOf('请 @_user_1 帮我改成14次', { mentions: [bot] })).toBe('请 帮我改成14次');
    expect(textOf('问 @_user_2', { mentions: [{ key: '@_user_2' }] })).toBe('问 @某人');
  });

  it('with mentions of odd shapes', () => {
    expect(textOf('好', { mentions: [null, 7, {}, { key: '' }, { id: 'ou_x' }, { key: '(', name: '[' }] })).toBe('好');
    expect(textOf('好', { mentions: 'x' })).toBe('好');
  });

  it('control and invisible characters go, lines and emoji stay', () => {
    expect(textOf('a\u0000b\u0007c\r\nd\te\u200B\uFEFF\u202Ef👨‍👩‍👧')).toBe('abc\nd\tef👨‍👩‍👧');
    expect(textOf('半个\ud83d字')).toBe('半个\ufffd字');
  });

  it('empty, and ten thousand characters', () => {
    expect(received({ content: '{"text":""}' })).toMatchObject({ text: '' });
    expect(received({ content: '{"text":""}' }).unsupported).toBeUndefined();
    expect(textOf('字'.repeat(10_000))).toHaveLength(10_000);
  });
});

describe('posts', () => {
  const content = [
    [
      { tag: 'text', text: '先进 ' },
      { tag: 'a', text: '链接', href: 'https://a' },
      { tag: 'at', user_id: '@_user_2', user_name: 'x' },
    ],
    [
      { tag: 'md', text: '**12次**' },
      { tag: 'emotion', emoji_type: 'SMILE' },
    ],
    [
      { tag: 'code_block', language: 'GO', text: 'a\nb' },
      { tag: 'img', image_key: 'i' },
    ],
    [{ tag: 'unheard_of', text: '还有' }, 7, null],
  ];
  const flat = '题目\n先进 链接@李明\n**12次**[SMILE]\n\na\nb\n\n还有';

  it('plain, under a language, and under `post`', () => {
    for (const post of [
      { title: '题目', content },
      { zh_cn: { title: '题目', content } },
      { post: { en_us: { title: '题目', content } } },
    ]) {
      expect(postOf(post, { mentions: [li] }).text).toBe(flat);
    }
  });

  it('the bot’s mention goes, with its user_id as key or as open_id', () => {
    for (const user_id of ['@_user_1', 'ou_bot']) {
      const post = {
        title: '',
        content: [
          [
            { tag: 'at', user_id },
            { tag: 'text', text: ' 帮助' },
          ],
        ],
      };
      expect(postOf(post, { chat_type: 'group', mentions: [bot] }).text).toBe('帮助');
    }
  });

  it('@all and a link without words', () => {
    const post = {
      content: [
        [
          { tag: 'at', user_id: 'all' },
          { tag: 'a', href: 'https://a' },
        ],
      ],
    };
    expect(postOf(post).text).toBe('@所有人https://a');
  });

  it('of pictures alone is unsupported, with words it is not', () => {
    expect(postOf({ content: [[{ tag: 'img', image_key: 'i' }]] })).toMatchObject({ text: '', unsupported: 'image' });
    expect(postOf({ content: [[{ tag: 'text', text: '图' }, { tag: 'img' }]] }).unsupported).toBeUndefined();
  });

  it('of odd shapes has no text', () => {
    for (const post of [{}, { content: 'x' }, { zh_cn: 7 }, { title: 7, content: [7, [[]], {}] }])
      expect(postOf(post).text).toBe('');
  });
});

describe('other kinds of message', () => {
  it.each([
    'image',
    'audio',
    'media',
    'sticker',
    'location',
    'share_chat',
    'merge_forward',
    'interactive',
    'never_heard',
  ])('%s is unsupported', (type) => {
    expect(received({ message_type: type, content: '{"file_key":"k","image_key":"i"}' })).toMatchObject({
      text: '',
      unsupported: type,
    });
  });

  it('a file keeps its key and name', () => {
    const content = JSON.stringify({ file_key: 'file_1', file_name: '总结\u0000.docx' });
    expect(received({ message_type: 'file', content })).toMatchObject({
      unsupported: 'file',
      file: { key: 'file_1', name: '总结.docx' },
    });
  });

  it('content that cannot be parsed is answered as unsupported, not passed over', () => {
    expect(received({ content: '{' })).toMatchObject({ text: '', unsupported: 'text' });
    expect(received({ content: undefined, message_type: undefined })).toMatchObject({ unsupported: 'unknown' });
  });
});

describe('card actions', () => {
  const card = (action: object, change: object = {}) => ({
    schema: '2.0',
    header: header('card.action.trigger', { create_time: '1603977298000000' }),
    event: {
      operator: { open_id: 'ou_wang', user_id: 'x' },
      token: 'c-1',
      action,
      context: { open_message_id: 'om_card', open_chat_id: 'oc_1' },
      ...change,
    },
  });
  const submitted = (action: object): CardSubmitted => {
    const decoded = read(card(action));
    if (decoded.type !== 'event' || decoded.event.type !== 'card_submitted') throw new Error(JSON.stringify(decoded));
    return decoded.event;
  };

  it('a button; the time is in microseconds', () => {
    expect(submitted({ tag: 'button', value: { action: 'draft', section: 'a' } })).toEqual({
      type: 'card_submitted',
      id: 'ev_1',
      conversation: 'oc_1',
      at: 1_603_977_298_000,
      chat: { id: 'oc_1', type: 'p2p' },
      operator: { id: 'ou_wang', name: '' },
      message: 'om_card',
      name: '',
      value: { action: 'draft', section: 'a' },
    });
  });

  it('value as JSON text, as other text, absent', () => {
    expect(submitted({ value: '{"action":"x"}' }).value).toEqual({ action: 'x' });
    for (const value of ['not json', '[1]', undefined, null, 7]) expect(submitted({ value }).value).toEqual({});
  });

  it('a form keeps its fields; without value the name still tells', () => {
    const form = submitted({
      name: 'facts__sabc123',
      form_value: { party_class: '12次\u0000', many: ['a', 'b'], none: null },
    });
    expect(form).toMatchObject({
      name: 'facts',
      value: {},
      form: { party_class: '12次', many: ['a', 'b'], none: null },
    });
  });

  it('a submit of nothing is a form, a plain button with an empty form_value is none', () => {
    expect(submitted({ name: 'facts__sabc123', form_value: {} }).form).toEqual({});
    expect(submitted({ value: { action: 'x' }, form_value: {} }).form).toBeUndefined();
  });

  it('who pressed is never taken from the value', () => {
    const forged = submitted({ value: { operator: 'ou_boss', open_id: 'ou_boss' } });
    expect(forged.operator.id).toBe('ou_wang');
    expect(read(card({}, { operator: {} }))).toMatchObject({ type: 'ignored', reason: /open_id/ });
  });

  it('without a chat it is of no use', () => {
    expect(read(card({}, { context: {} }))).toMatchObject({ type: 'ignored', reason: /open_chat_id/ });
  });
});

describe('other events', () => {
  it('a recall', () => {
    const event = { message_id: 'om_1', chat_id: 'oc_1', recall_time: '1609073151999', recall_type: 'message_owner' };
    expect(read({ header: header('im.message.recalled_v1'), event })).toEqual({
      type: 'event',
      event: {
        type: 'message_recalled',
        id: 'ev_1',
        conversation: 'oc_1',
        at: 1_609_073_151_999,
        chat: { id: 'oc_1', type: 'p2p' },
        message: 'om_1',
      },
    });
  });

  it('the chat with the bot opened, the bot added to a group', () => {
    const event = { chat_id: 'oc_1', operator_id: { open_id: 'ou_wang' } };
    const entered = (type: string) => read({ header: header(type), event });
    expect(entered('im.chat.access_event.bot_p2p_chat_entered_v1')).toMatchObject({
      event: {
        type: 'chat_entered',
        id: 'ev_1',
        at: 1_608_725_989_000,
        chat: { id: 'oc_1', type: 'p2p' },
        operator: { id: 'ou_wang' },
      },
    });
    expect(entered('im.chat.member.bot.added_v1')).toMatchObject({ event: { chat: { type: 'group' } } });
  });

  it.each([
    [
      'another app’s',
      { ...message(), header: header('im.message.receive_v1', { app_id: 'cli_other' }) },
      /another app/,
    ],
    ['a bot’s message', message({}, { sender_type: 'app' }), /person/],
    ['our own message', message({}, { sender_id: { open_id: 'ou_bot' } }), /person/],
    ['no sender', message({}, { sender_id: null }), /open_id/],
    ['no message id', message({ message_id: '' }), /message_id/],
    ['no chat', message({ chat_id: 7 }), /chat_id/],
    ['unknown type', { header: header('im.message.reaction.created_v1') }, /reaction/],
    ['no type', { header: {} }, /type/],
    [
      'no event id',
      { header: header('im.message.recalled_v1', { event_id: '' }), event: { chat_id: 'c', message_id: 'm' } },
      /event_id/,
    ],
    ['no object', 'x', /object/],
  ])('ignored: %s', (_, raw, reason) => {
    expect(read(raw)).toEqual({ type: 'ignored', reason: expect.stringMatching(reason) });
  });
});

it('without a usable time the time of arrival stands', () => {
  for (const create_time of [undefined, '', 'abc', '-1', null, '0']) {
    const raw = message({ create_time });
    expect(read({ ...raw, header: { ...raw.header, create_time } })).toMatchObject({ event: { at: receivedAt } });
  }
  expect(received({ create_time: '1609073151' }).at).toBe(1_609_073_151_000);
  expect(received({ create_time: '1609073151345000000' }).at).toBe(1_609_073_151_345);
});

describe('arbitrary JSON', () => {
  const types = [
    'im.message.receive_v1',
    'im.message.recalled_v1',
    'card.action.trigger',
    'im.chat.member.bot.added_v1',
  ];
  const text = fc.oneof(fc.string(), fc.json());
  const shape = (...names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(text, fc.jsonValue())])), { requiredKeys: [] });
  const raw = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        header: fc.record({
          event_type: fc.constantFrom(...types),
          event_id: text,
          create_time: fc.oneof(text, fc.double()),
        }),
        event: fc.record(
          {
            sender: fc.record({ sender_id: shape('open_id') }, { requiredKeys: [] }),
            message: fc.record(
              {
                message_id: text,
                chat_id: text,
                chat_type: fc.constantFrom('p2p', 'group', 'x'),
                message_type: fc.constantFrom('text', 'post', 'file', 'image'),
                content: fc.oneof(
                  text,
                  shape('text', 'content', 'title', 'zh_cn', 'file_key').map((value) => JSON.stringify(value)),
                ),
                mentions: fc.oneof(fc.array(shape('key', 'id', 'name')), fc.jsonValue()),
              },
              { requiredKeys: [] },
            ),
            operator: shape('open_id'),
            action: shape('value', 'form_value', 'name'),
            context: shape('open_chat_id', 'open_message_id'),
            chat_id: text,
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  );

  it('never throws, and what comes out has an id, a conversation and a sound time', () => {
    let events = 0;
    fc.assert(
      fc.property(raw, (value) => {
        const decoded = read(value);
        if (decoded.type === 'ignored') {
          expect(decoded.reason).not.toBe('');
          return;
        }
        events += 1;
        const { event } = decoded;
        expect(event.id).not.toBe('');
        expect(event.conversation).not.toBe('');
        expect(event.at).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(event))).toEqual(event);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
    expect(events).toBeGreaterThan(20);
  });

  it('nested beyond all measure', () => {
    let value: unknown = 'x';
    for (let depth = 0; depth < 3000; depth += 1) value = { value, list: [value] };
    const deep = {
      header: header('card.action.trigger'),
      event: { operator: { open_id: 'o' }, context: { open_chat_id: 'c' }, action: { value } },
    };
    expect(read(deep).type).toBe('event');
  });
});

describe('the bot’s menu', () => {
  const menu = (event: object) => ({ schema: '2.0', header: header('application.bot.menu_v6'), event });
  const operator = { operator_id: { union_id: 'on_1', user_id: 'u1', open_id: 'ou_wang' } };

  it('names the person; which chat it is for is found later', () => {
    const chosen = read(
      menu({ operator: { operator_name: '王芳', ...operator }, event_key: 'progress', timestamp: 1_608_725_989 }),
    );
    expect(chosen).toEqual({
      type: 'event',
      event: {
        type: 'menu_chosen',
        id: 'ev_1',
        conversation: '',
        at: 1_608_725_989_000,
        chat: { id: '', type: 'p2p' },
        operator: { id: 'ou_wang', name: '王芳' },
        key: 'progress',
      },
    });
    expect(read(menu({ operator, event_key: 'help' }))).toMatchObject({ event: { operator: { name: '' } } });
  });

  it('without a person or a key is of no use', () => {
    expect(read(menu({ operator }))).toMatchObject({ type: 'ignored' });
    expect(read(menu({ event_key: 'help' }))).toMatchObject({ type: 'ignored' });
  });
});
