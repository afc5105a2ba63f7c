// A raw event of the platform → an event of ours. Pure; never throws: what cannot be used is `ignored` with its reason.
// Whether the request is genuine was decided before (verify.ts, or the long connection itself).
import type { Event } from '../conversation/event.ts';
import { decodeCardAction } from './decode-card-action.ts';
import { decodeMenu } from './decode-menu.ts';
import { decodeMessage } from './decode-message.ts';
import { type Envelope, type Identity, ignored, missing, toMs } from './envelope.ts';
import { child, isRecord, textOf } from './json.ts';
import type { Decoded } from './port.ts';

/** `receivedAt` (ms) stands in where the payload tells no time. */
export function decode(raw: unknown, identity: Identity, receivedAt: number): Decoded {
  if (!isRecord(raw)) return ignored('not an object');
  const header = child(raw, 'header');
  const event = child(raw, 'event');
  const appId = textOf(header, 'app_id') || textOf(event, 'app_id');
  if (appId !== '' && appId !== identity.appId) return ignored('another app’s event');
  const type = textOf(header, 'event_type') || textOf(event, 'type');
  const at = toMs(header.create_time) ?? receivedAt;
  const envelope = { id: textOf(header, 'event_id') || textOf(raw, 'uuid'), at, event, identity };
  switch (type) {
    case 'im.message.receive_v1':
      return decodeMessage(envelope);
    case 'im.message.recalled_v1':
      return decodeRecall(envelope);
    case 'card.action.trigger':
      return decodeCardAction(envelope);
    case 'application.bot.menu_v6':
      return decodeMenu(envelope);
    case 'im.chat.access_event.bot_p2p_chat_entered_v1':
      return decodeEntered(envelope, 'p2p');
    case 'im.chat.member.bot.added_v1':
      return decodeEntered(envelope, 'group');
    default:
      return ignored(type === '' ? 'no event type' : `events of type ${type.slice(0, 80)} are not handled`);
  }
}

function decodeRecall({ id, at, event }: Envelope): Decoded {
  const chat = textOf(event, 'chat_id');
  const message = textOf(event, 'message_id');
  const decoded: Event = {
    type: 'message_recalled',
    id,
    conversation: chat,
    at: toMs(event.recall_time) ?? at,
    // The payload does not tell the chat's type; the conversation's state keeps the real one.
    chat: { id: chat, type: 'p2p' },
    message,
  };
  return missing({ event_id: id, chat_id: chat, message_id: message }) ?? { type: 'event', event: decoded };
}

function decodeEntered({ id, at, event }: Envelope, type: 'p2p' | 'group'): Decoded {
  const chat = textOf(event, 'chat_id');
  const operator = { id: textOf(child(event, 'operator_id'), 'open_id'), name: '' };
  const decoded: Event = { type: 'chat_entered', id, conversation: chat, at, chat: { id: chat, type }, operator };
  return missing({ event_id: id, chat_id: chat }) ?? { type: 'event', event: decoded };
}
