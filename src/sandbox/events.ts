// The events the platform sends, field for field. Must never read or change the world beyond looking things up.
import { parseObject } from './content.ts';
import { newEventId } from './ids.ts';
import type { Chat, Envelope, Message, Person, World } from './world.ts';

export interface EventMaker {
  messageReceived(message: Message, chat: Chat, sender: Person): Envelope;
  messageRecalled(message: Message): Envelope;
  chatEntered(chat: Chat, person: Person, last: Message | undefined): Envelope;
  botAdded(chat: Chat, by: Person | undefined): Envelope;
  menuChosen(operator: Person, key: string): Envelope;
  cardPressed(message: Message, operator: Person, action: Record<string, unknown>, token: string): Envelope;
}

export function createEventMaker(deps: {
  world: World;
  now: () => number;
  appId: string;
  verificationToken: string;
}): EventMaker {
  const { world, now, appId, verificationToken } = deps;
  const tenantKey = world.data.tenantKey;

  function envelope(eventType: string, event: Record<string, unknown>, createTime = String(now())): Envelope {
    return {
      schema: '2.0',
      header: {
        event_id: newEventId(),
        event_type: eventType,
        create_time: createTime,
        token: verificationToken,
        app_id: appId,
        tenant_key: tenantKey,
      },
      event,
    };
  }

  const idsOf = (person: Person): Record<string, unknown> => ({
    union_id: person.unionId,
    user_id: person.userId,
    open_id: person.id,
  });

  function mentionOf(mention: Message['mentions'][number]): Record<string, unknown> {
    const person = world.person(mention.id);
    const isBot = mention.id === world.data.bot.openId;
    return {
      key: mention.key,
      id:
        person === undefined ? { union_id: world.data.bot.unionId, user_id: null, open_id: mention.id } : idsOf(person),
      mentioned_type: isBot ? 'bot' : 'user',
      name: mention.name,
      tenant_key: tenantKey,
    };
  }

  return {
    messageReceived(message, chat, sender) {
      return envelope('im.message.receive_v1', {
        sender: { sender_id: idsOf(sender), sender_type: 'user', tenant_key: tenantKey },
        message: {
          message_id: message.id,
          ...(message.replyTo === undefined ? {} : { root_id: message.root, parent_id: message.replyTo }),
          ...(message.thread === undefined ? {} : { thread_id: message.thread }),
          create_time: String(message.at),
          update_time: String(message.updatedAt ?? message.at),
          chat_id: chat.id,
          chat_type: chat.type,
          message_type: message.type,
          content: message.content,
          ...(message.mentions.length === 0 ? {} : { mentions: message.mentions.map(mentionOf) }),
          user_agent: 'Mozilla/5.0 (local Feishu)',
        },
      });
    },
    messageRecalled: (message) =>
      envelope('im.message.recalled_v1', {
        message_id: message.id,
        chat_id: message.chat,
        recall_time: String(now()),
        recall_type: 'message_owner',
      }),
    chatEntered: (chat, person, last) =>
      envelope('im.chat.access_event.bot_p2p_chat_entered_v1', {
        chat_id: chat.id,
        operator_id: idsOf(person),
        ...(last === undefined ? {} : { last_message_id: last.id, last_message_create_time: String(last.at) }),
      }),
    botAdded: (chat, by) =>
      envelope('im.chat.member.bot.added_v1', {
        chat_id: chat.id,
        ...(by === undefined ? {} : { operator_id: idsOf(by) }),
        external: false,
        operator_tenant_key: tenantKey,
        name: chat.name,
      }),
    // It names no chat.
    menuChosen: (operator, key) =>
      envelope('application.bot.menu_v6', {
        operator: { operator_name: operator.name, operator_id: idsOf(operator) },
        event_key: key,
        timestamp: String(Math.floor(now() / 1000)),
      }),
    cardPressed: (message, operator, action, token) =>
      envelope(
        'card.action.trigger',
        {
          operator: { tenant_key: tenantKey, ...idsOf(operator) },
          token,
          action,
          host: 'im_message',
          context: { url: '', preview_token: '', open_message_id: message.id, open_chat_id: message.chat },
        },
        // Only here is the time in microseconds, as in the official sample.
        String(now() * 1000),
      ),
  };
}

/** A message as people read it: mentions by name, a rich text as lines. '' for what has no text. */
export function readableText(message: Message): string {
  const content = parseObject(message.content) ?? {};
  const text = message.type === 'text' ? String(content.text ?? '') : message.type === 'post' ? postText(content) : '';
  return message.mentions
    .toSorted((a, b) => b.key.length - a.key.length)
    .reduce((shown, mention) => shown.replaceAll(mention.key, `@${mention.name}`), text)
    .replaceAll('@_all', '@所有人');
}

function postText(content: Record<string, unknown>): string {
  const lines = Array.isArray(content.content) ? (content.content as Record<string, unknown>[][]) : [];
  const body = lines.map((line) =>
    line.map((node) => (node.tag === 'at' ? String(node.user_id ?? '') : String(node.text ?? ''))).join(''),
  );
  const title = typeof content.title === 'string' && content.title !== '' ? [content.title] : [];
  return [...title, ...body].join('\n');
}
