// A message as the bot reads it back, and as the page shows it. Must never change it.
import { parseObject } from './content.ts';
import { readableText } from './events.ts';
import type { Message, World } from './world.ts';

/** As in the answers of im/v1/messages. */
export function shownToBot(world: World, message: Message, cardContent?: string): Record<string, unknown> {
  const app = message.sender.type === 'app';
  return {
    message_id: message.id,
    ...(message.replyTo === undefined ? {} : { root_id: message.root, parent_id: message.replyTo }),
    ...(message.thread === undefined ? {} : { thread_id: message.thread }),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.updatedAt ?? message.at),
    deleted: message.recalled,
    updated: message.edits > 0,
    chat_id: message.chat,
    sender: {
      id: message.sender.id,
      id_type: app ? 'app_id' : 'open_id',
      sender_type: message.sender.type,
      tenant_key: world.data.tenantKey,
    },
    body: { content: message.recalled ? 'This message was recalled' : bodyContent(world, message, cardContent) },
    ...(message.mentions.length === 0
      ? {}
      : {
          mentions: message.mentions.map((mention) => ({
            key: mention.key,
            id: mention.id,
            id_type: 'open_id',
            name: mention.name,
            tenant_key: world.data.tenantKey,
          })),
        }),
  };
}

/** The message, and after it what it forwarded, each naming the message that holds it. */
export function withInner(world: World, message: Message, cardContent?: string): Record<string, unknown>[] {
  const inner = message.recalled ? [] : (message.inner ?? []);
  const below = inner.flatMap((one) => {
    const [first = {}, ...rest] = withInner(world, one, cardContent);
    return [{ ...first, upper_message_id: message.id }, ...rest];
  });
  return [shownToBot(world, message, cardContent), ...below];
}

/** A card is read back as title and lines of text unless the sent JSON is asked for. */
function bodyContent(world: World, message: Message, cardContent: string | undefined): string {
  if (message.type !== 'interactive' || cardContent === 'user_card_content') return message.content;
  const card = cardOf(world, message) ?? {};
  const title = (card.header as { title?: { content?: unknown } } | undefined)?.title?.content;
  const lines = textsIn(card.body ?? card.elements).map((text) => [{ tag: 'text', text }]);
  return JSON.stringify({ title: typeof title === 'string' ? title : null, elements: lines });
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own =
    typeof (node as { content?: unknown }).content === 'string' ? [(node as { content: string }).content] : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}

/** The card people see: of the entity when there is one. */
export function cardOf(world: World, message: Message): Record<string, unknown> | undefined {
  if (message.type !== 'interactive') return undefined;
  if (message.cardId !== undefined) return world.card(message.cardId)?.card;
  return parseObject(message.content);
}

export interface PageMessage {
  id: string;
  chat: string;
  sender: { id: string; name: string; type: 'user' | 'app' };
  at: number;
  type: string;
  text?: string;
  card?: Record<string, unknown>;
  file?: { key: string; name: string; size: number };
  replyTo?: string;
  thread?: string;
  recalled: boolean;
  updatedAt?: number;
  reactions: { emoji: string; by: string }[];
}

/** As in the page's API. */
export function shownToPage(world: World, message: Message): PageMessage {
  const { id, chat, at, type, recalled } = message;
  const app = message.sender.type === 'app';
  const name = app ? world.data.bot.name : (world.person(message.sender.id)?.name ?? '');
  const text = readableText(message);
  const card = cardOf(world, message);
  const file = fileOf(world, message);
  return {
    id,
    chat,
    sender: { id: app ? world.data.bot.openId : message.sender.id, name, type: message.sender.type },
    at,
    type,
    recalled,
    reactions: message.reactions.map(({ emoji, by }) => ({ emoji, by })),
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    ...(message.thread === undefined ? {} : { thread: message.thread }),
    ...(message.updatedAt === undefined ? {} : { updatedAt: message.updatedAt }),
    // What was recalled is gone for everybody.
    ...(recalled || text === '' ? {} : { text }),
    ...(recalled || card === undefined ? {} : { card }),
    ...(recalled || file === undefined ? {} : { file }),
  };
}

function fileOf(world: World, message: Message): PageMessage['file'] {
  const content = parseObject(message.content) ?? {};
  const file = world.file(String(content.file_key ?? content.image_key ?? ''));
  return file === undefined ? undefined : { key: file.key, name: file.name, size: file.size };
}
