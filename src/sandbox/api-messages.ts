// im/v1/messages for the bot: send, reply, read, edit, update cards, recall. Must never deliver an event for the bot's own messages.
import { ApiError, badParameter, fieldError } from './api-error.ts';
import type { Clock } from './clock.ts';
import { checkContent } from './content.ts';
import { newId } from './ids.ts';
import { findChat, messageForBot, ownMessage } from './look-up.ts';
import { shownToBot, withInner } from './message-view.ts';
import { type ApiContext, bodyOf, type OpenApi } from './open-api.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Chat, Message, World } from './world.ts';

const UUID_MS = 3_600_000;
const CARD_UPDATE_MS = 14 * 86_400_000;
const EDITS = 20;

export function serveMessages(
  api: OpenApi,
  deps: { world: World; clock: Clock; appId: string; limit: RateLimit; limits: boolean },
): void {
  const { world, clock, appId } = deps;

  function throttle(key: string): void {
    if (deps.limits && deps.limit.take(key, 5, 1000) > 0) {
      throw new ApiError(230020, 'This operation triggers the frequency limit.');
    }
  }

  /** The first message of this uuid in this chat, for one hour. */
  function repeated(chat: Chat, uuid: unknown): Message | undefined {
    if (uuid === undefined || uuid === '') return undefined;
    if (typeof uuid !== 'string' || uuid.length > 50) throw fieldError('uuid', 'the max length is 50');
    world.data.uuids = world.data.uuids.filter((entry) => entry.at > clock.now() - UUID_MS);
    const entry = world.data.uuids.find((known) => known.chat === chat.id && known.uuid === uuid);
    return entry === undefined ? undefined : world.message(entry.message);
  }

  function post(chat: Chat, body: Record<string, unknown>, parent: Message | undefined): Message {
    const first = repeated(chat, body.uuid);
    if (first !== undefined) return first;
    if (typeof body.msg_type !== 'string') throw fieldError('msg_type', 'is required');
    const checked = checkContent(world, body.msg_type, body.content);
    // After the checks: a refused message uses up nothing.
    throttle(`chat ${chat.id}`);
    const message: Message = {
      id: newId('om'),
      chat: chat.id,
      sender: { id: appId, type: 'app' },
      at: clock.now(),
      type: body.msg_type,
      content: checked.content,
      mentions: checked.mentions,
      recalled: false,
      edits: 0,
      reactions: [],
      ...(parent === undefined ? {} : { replyTo: parent.id, root: parent.root ?? parent.id }),
      // A reply to what stands in a topic stands in it, asked for or not.
      ...(body.reply_in_thread === true || parent?.thread !== undefined
        ? { thread: parent?.thread ?? newId('omt') }
        : {}),
      ...(checked.cardId === undefined ? {} : { cardId: checked.cardId }),
    };
    const card = checked.cardId === undefined ? undefined : world.card(checked.cardId);
    if (card !== undefined) card.message = message.id;
    world.data.messages.push(message);
    if (typeof body.uuid === 'string' && body.uuid !== '') {
      world.data.uuids.push({ chat: chat.id, uuid: body.uuid, message: message.id, at: clock.now() });
    }
    world.changed({ type: 'message', message });
    return message;
  }

  const view = (message: Message): Record<string, unknown> => shownToBot(world, message);
  const idOf = (c: ApiContext): string => c.req.param('message_id') ?? '';

  api.on('POST', '/im/v1/messages', async (c) => {
    const body = await bodyOf(c);
    const chat = findChat(world, c.req.query('receive_id_type'), body.receive_id);
    return view(post(chat, body, undefined));
  });

  api.on('POST', '/im/v1/messages/:message_id/reply', async (c) => {
    const body = await bodyOf(c);
    const parent = messageForBot(world, idOf(c));
    if (parent.recalled) throw new ApiError(230011, 'The message was recalled.');
    return view(post(world.chat(parent.chat) as Chat, body, parent));
  });

  api.on('PATCH', '/im/v1/messages/:message_id', async (c) => {
    const body = await bodyOf(c);
    const message = ownMessage(world, idOf(c), appId);
    if (message.type !== 'interactive') throw badParameter('only a card can be updated, use PUT for text and post');
    if (message.at < clock.now() - CARD_UPDATE_MS) {
      throw new ApiError(230031, 'The message has been sent for over 14 days, cannot be updated.');
    }
    const checked = checkContent(world, 'interactive', body.content);
    throttle(`message ${message.id}`);
    if (message.cardId !== undefined) {
      throw new ApiError(
        230099,
        'Failed to create card content, ext=ErrCode: 11310; ErrMsg: the message shows a card entity, update it by CardKit; ',
      );
    }
    message.content = checked.content;
    message.updatedAt = clock.now();
    world.changed({ type: 'message', message });
    return {};
  });

  api.on('PUT', '/im/v1/messages/:message_id', async (c) => {
    const body = await bodyOf(c);
    const message = ownMessage(world, idOf(c), appId);
    if (!['text', 'post'].includes(message.type) || body.msg_type !== message.type) {
      throw new ApiError(230054, 'This operation is not supported for this message type.');
    }
    if (message.edits >= EDITS)
      throw new ApiError(230072, 'The message has reached the number of times it can be edited.');
    const checked = checkContent(world, message.type, body.content);
    throttle(`message ${message.id}`);
    Object.assign(message, { content: checked.content, mentions: checked.mentions, updatedAt: clock.now() });
    message.edits += 1;
    world.changed({ type: 'message', message });
    return view(message);
  });

  api.on('DELETE', '/im/v1/messages/:message_id', (c) => {
    const message = ownMessage(world, idOf(c), appId);
    message.recalled = true;
    message.updatedAt = clock.now();
    world.changed({ type: 'message', message });
    return {};
  });

  api.on('GET', '/im/v1/messages/:message_id', (c) => {
    const message = messageForBot(world, idOf(c));
    return { items: withInner(world, message, c.req.query('card_msg_content_type')) };
  });

  api.on('GET', '/im/v1/messages', (c) => {
    const query = c.req.query();
    const found = listed(world, query).filter((message) => inWindow(message, query));
    if (query.sort_type === 'ByCreateTimeDesc') found.reverse();
    const size = Number(query.page_size ?? 20);
    if (!Number.isInteger(size) || size < 1 || size > 50) throw badParameter('page_size must be 1 to 50');
    // The token is the last id given out, so that messages arriving meanwhile shift nothing.
    const from = query.page_token ? found.findIndex((message) => tokenOf(message) === query.page_token) + 1 : 0;
    if (query.page_token && from === 0) throw badParameter('invalid page_token');
    const items = found.slice(from, from + size);
    const last = items.at(-1);
    const more = from + size < found.length && last !== undefined;
    return {
      has_more: more,
      page_token: more ? tokenOf(last) : '',
      items: items.map((message) => shownToBot(world, message, query.card_msg_content_type)),
    };
  });
}

const tokenOf = (message: Message): string => Buffer.from(message.id).toString('base64url');

function listed(world: World, query: Record<string, string>): Message[] {
  if (query.container_id_type === 'thread') {
    return world.data.messages.filter((message) => message.thread === query.container_id);
  }
  if (query.container_id_type !== 'chat') throw badParameter('container_id_type must be chat or thread');
  if (world.chat(query.container_id ?? '') === undefined) {
    throw new ApiError(230002, 'The bot can not be outside the group.');
  }
  return world.messagesOf(query.container_id ?? '');
}

/** start_time and end_time are seconds. */
function inWindow(message: Message, query: Record<string, string>): boolean {
  const seconds = Math.floor(message.at / 1000);
  if (query.start_time && seconds < Number(query.start_time)) return false;
  return !(query.end_time && seconds > Number(query.end_time));
}
