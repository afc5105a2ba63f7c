// What people do in Feishu: write, send files, recall, open a chat, found a group. Must never skip the event the bot would get.

import type { Clock } from './clock.ts';
import type { Delivery } from './delivery.ts';
import type { EventMaker } from './events.ts';
import { addFile, isImage } from './files.ts';
import { newFileKey, newId } from './ids.ts';
import type { Chat, Mention, Message, Person, World } from './world.ts';

/** A wish of the page or a test that cannot be fulfilled; `status` is for HTTP. */
export class PageError extends Error {
  readonly status: 400 | 403 | 404;
  constructor(status: 400 | 403 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Say {
  as: string;
  type?: 'text' | 'post' | 'sticker' | 'audio' | 'location' | 'image';
  text?: string;
  /** The content object itself, for what `text` cannot say. */
  content?: Record<string, unknown>;
  mentionBot?: boolean;
  replyTo?: string;
  /** In the topic of the message replied to, which becomes one by it; nothing is quoted then. */
  topic?: boolean;
}

export interface People {
  say(chat: string, said: Say): Message;
  sendFile(chat: string, as: string, file: { name: string; bytes: Uint8Array }): Message;
  /** Sends these messages on as one chat record. */
  forward(chat: string, as: string, messages: string[]): Message;
  recall(message: string, as: string): Message;
  enter(chat: string, as: string): void;
  /** Chooses from the bot's menu, which stands only under one's own chat with it. */
  choose(chat: string, as: string, key: string): void;
  createGroup(name: string, members: string[]): Chat;
}

export function createPeople(deps: {
  world: World;
  clock: Clock;
  delivery: Delivery;
  events: EventMaker;
  /** Whether the app may read group messages that do not mention it (im:message.group_msg). */
  allGroupMessages: boolean;
}): People {
  const { world, clock, delivery, events } = deps;

  function present(chatId: string, as: string): { chat: Chat; person: Person } {
    const chat = world.chat(chatId);
    if (chat === undefined) throw new PageError(404, `没有这个会话：${chatId}`);
    const person = world.person(as);
    if (person === undefined) throw new PageError(404, `没有这个人：${as}`);
    if (!chat.members.includes(as)) throw new PageError(403, `${person.name}不在这个会话里`);
    return { chat, person };
  }

  function post(
    place: { chat: Chat; person: Person },
    given: {
      type: string;
      content: string;
      mentions?: Mention[];
      replyTo?: string | undefined;
      topic?: boolean;
      inner?: Message[];
    },
  ): Message {
    const { chat, person } = place;
    const parent = given.replyTo === undefined ? undefined : world.message(given.replyTo);
    if (given.replyTo !== undefined && parent?.chat !== chat.id) throw new PageError(400, '被回复的消息不在这个会话里');
    // The first message of a topic is in it too.
    if (parent && given.topic) parent.thread ??= newId('omt');
    const quoted = given.topic ? (parent?.root ?? parent?.id) : parent?.id;
    const message: Message = {
      id: newId('om'),
      chat: chat.id,
      sender: { id: person.id, type: 'user' },
      at: clock.now(),
      type: given.type,
      content: given.content,
      mentions: given.mentions ?? [],
      recalled: false,
      edits: 0,
      reactions: [],
      ...(parent === undefined || quoted === undefined ? {} : { replyTo: quoted, root: parent.root ?? parent.id }),
      ...(parent?.thread === undefined ? {} : { thread: parent.thread }),
      ...(given.inner === undefined ? {} : { inner: given.inner }),
    };
    world.data.messages.push(message);
    world.changed({ type: 'message', message });
    const mentioned = message.mentions.some((mention) => mention.id === world.data.bot.openId);
    if (chat.type === 'p2p' || mentioned || deps.allGroupMessages) {
      delivery.send(events.messageReceived(message, chat, person));
    }
    return message;
  }

  const bot = (): Mention => ({ key: '@_user_1', id: world.data.bot.openId, name: world.data.bot.name });

  /** @name in the text stands for the person; the bot is written in front when mentionBot asks for it. */
  function withMentions(chat: Chat, text: string, mentionBot: boolean): { text: string; mentions: Mention[] } {
    const mentions: Mention[] = [];
    const botName = `@${world.data.bot.name}`;
    let shown = mentionBot && !text.includes(botName) ? `${botName} ${text}` : text;
    const known = [
      ...(chat.type === 'group' ? [{ id: world.data.bot.openId, name: world.data.bot.name }] : []),
      ...world.data.people.filter((person) => chat.type === 'group' && chat.members.includes(person.id)),
    ].toSorted((a, b) => b.name.length - a.name.length);
    for (const one of known) {
      if (!shown.includes(`@${one.name}`)) continue;
      const key = `@_user_${mentions.length + 1}`;
      mentions.push({ key, id: one.id, name: one.name });
      shown = shown.replaceAll(`@${one.name}`, key);
    }
    return { text: shown.replaceAll('@所有人', '@_all'), mentions };
  }

  function contentOf(chat: Chat, said: Say): { type: string; content: string; mentions?: Mention[] } {
    const type = said.type ?? 'text';
    const mentionBot = said.mentionBot === true && chat.type === 'group';
    if (type === 'text' && said.content === undefined) {
      const { text, mentions } = withMentions(chat, said.text ?? '', mentionBot);
      return { type, content: JSON.stringify({ text }), mentions };
    }
    if (type === 'post' && said.content === undefined) {
      const at = mentionBot ? [{ tag: 'at', user_id: '@_user_1', user_name: world.data.bot.name, style: [] }] : [];
      const lines = (said.text ?? '').split('\n').map((line) => [{ tag: 'text', text: line, style: [] }]);
      const content = [[...at, ...(lines[0] ?? [])], ...lines.slice(1)];
      return { type, content: JSON.stringify({ title: '', content }), mentions: mentionBot ? [bot()] : [] };
    }
    const mentions = mentionBot ? [bot()] : [];
    return { type, content: JSON.stringify(said.content ?? example(type)), mentions };
  }

  return {
    say(chatId, said) {
      const place = present(chatId, said.as);
      const topic = said.topic === true;
      return post(place, { ...contentOf(place.chat, said), replyTo: said.replyTo, topic });
    },
    sendFile(chatId, as, given) {
      const place = present(chatId, as);
      const image = isImage(given.bytes);
      const file = addFile(world, {
        ...given,
        kind: image ? 'image' : 'file',
        type: image ? 'image' : 'stream',
        owner: as,
      });
      const content = image ? { image_key: file.key } : { file_key: file.key, file_name: file.name };
      return post(place, { type: image ? 'image' : 'file', content: JSON.stringify(content) });
    },
    forward(chatId, as, ids) {
      const place = present(chatId, as);
      const inner = ids.map((id) => {
        const message = world.message(id);
        if (message === undefined || message.recalled) throw new PageError(404, `没有这条消息：${id}`);
        if (!world.chat(message.chat)?.members.includes(as)) throw new PageError(403, '只能转发自己看得到的消息');
        return { ...structuredClone(message), id: newId('om') };
      });
      if (inner.length === 0) throw new PageError(400, '先选要转发的消息');
      // The platform's content is this sentence, and no JSON.
      const content = 'Merged and Forwarded Message';
      return post(place, { type: 'merge_forward', content, inner: inner.toSorted((a, b) => a.at - b.at) });
    },
    recall(id, as) {
      const message = world.message(id);
      if (message === undefined) throw new PageError(404, `没有这条消息：${id}`);
      if (message.sender.id !== as) throw new PageError(403, '只能撤回自己的消息');
      if (message.recalled) return message;
      message.recalled = true;
      message.updatedAt = clock.now();
      world.changed({ type: 'message', message });
      delivery.send(events.messageRecalled(message));
      return message;
    },
    enter(chatId, as) {
      const { chat, person } = present(chatId, as);
      if (chat.type !== 'p2p' || chat.entered === true) return;
      chat.entered = true;
      world.changed({ type: 'chat', chat });
      delivery.send(events.chatEntered(chat, person, world.messagesOf(chatId).at(-1)));
    },
    choose(chatId, as, key) {
      const { chat, person } = present(chatId, as);
      if (chat.type !== 'p2p') throw new PageError(400, '菜单只在和机器人的单聊里有');
      if (key.trim() === '' || key.length > 30) throw new PageError(400, '菜单项的 key 是 1 到 30 个字符');
      delivery.send(events.menuChosen(person, key));
    },
    createGroup(name, members) {
      const unknown = members.find((member) => world.person(member) === undefined);
      if (unknown !== undefined) throw new PageError(404, `没有这个人：${unknown}`);
      if (name.trim() === '' || members.length === 0) throw new PageError(400, '建群要有名称和至少一个人');
      const chat: Chat = { id: newId('oc'), type: 'group', name, members: [...new Set(members)] };
      world.data.chats.push(chat);
      world.changed({ type: 'chat', chat });
      delivery.send(events.botAdded(chat, world.person(members[0] ?? '')));
      return chat;
    },
  };
}

/** Content of the kinds that are only ever sent to see what the bot answers. */
function example(type: string): Record<string, unknown> {
  switch (type) {
    case 'sticker':
      return { file_key: newFileKey('file') };
    case 'audio':
      return { file_key: newFileKey('file'), duration: 2000 };
    case 'location':
      return { name: '市民中心', longitude: '116.397', latitude: '39.909' };
    case 'image':
      return { image_key: newFileKey('img') };
    default:
      throw new PageError(400, `${type} 消息要带 content`);
  }
}
