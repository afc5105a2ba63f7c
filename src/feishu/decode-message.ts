// im.message.receive_v1 → message_received. In a group only what mentions the bot is for us.
import type { MessageReceived } from '../conversation/event.ts';
import { cleanText } from './clean-text.ts';
import { type Envelope, ignored, missing, toMs } from './envelope.ts';
import { child, type JsonObject, textOf, toRecord } from './json.ts';
import { type Mentions, plainText, postAttachment, postText, readMentions } from './message-text.ts';
import type { Decoded } from './port.ts';

export function decodeMessage({ at, event, identity }: Envelope): Decoded {
  const sender = child(event, 'sender');
  const message = child(event, 'message');
  const senderType = textOf(sender, 'sender_type');
  const openId = textOf(child(sender, 'sender_id'), 'open_id');
  // Bots talking to bots never end.
  if ((senderType !== '' && senderType !== 'user') || openId === identity.botOpenId)
    return ignored('not sent by a person');
  const id = textOf(message, 'message_id');
  const chat = textOf(message, 'chat_id');
  const unusable = missing({ message_id: id, chat_id: chat, 'sender’s open_id': openId });
  if (unusable) return unusable;
  const type = textOf(message, 'chat_type') === 'p2p' ? 'p2p' : 'group';
  const { mentions, mentioned, people } = readMentions(message.mentions, identity.botOpenId);
  if (type === 'group' && !mentioned) return ignored('a group message that does not mention the bot');
  const thread = textOf(message, 'thread_id');
  const root = thread === '' ? '' : textOf(message, 'root_id');
  // In a topic everything names the first message as its parent; only another one was quoted.
  const parent = textOf(message, 'parent_id');
  const replyTo = parent === root ? '' : parent;
  const received: MessageReceived = {
    type: 'message_received',
    id,
    conversation: chat,
    at: toMs(message.create_time) ?? at,
    chat: { id: chat, type },
    sender: { id: openId, name: '' },
    ...(people.length === 0 ? {} : { mentions: people }),
    ...(replyTo === '' ? {} : { replyTo }),
    ...(thread === '' ? {} : { thread }),
    ...(root === '' ? {} : { root }),
    ...readContent(textOf(message, 'message_type'), message.content, mentions),
  };
  return { type: 'event', event: received };
}

function readContent(
  type: string,
  content: unknown,
  mentions: Mentions,
): Pick<MessageReceived, 'text' | 'unsupported' | 'file'> {
  const parsed: JsonObject | undefined = toRecord(content);
  // A person who wrote something gets an answer, even where we cannot read what it was.
  if (parsed === undefined) return { text: '', unsupported: type || 'unknown' };
  if (type === 'text') return { text: plainText(parsed, mentions) };
  if (type === 'post') {
    const text = postText(parsed, mentions);
    const attachment = text === '' ? postAttachment(parsed) : undefined;
    return attachment === undefined ? { text } : { text, unsupported: attachment };
  }
  const key = textOf(parsed, 'file_key');
  if (type === 'file' && key !== '') {
    return { text: '', unsupported: 'file', file: { key, name: cleanText(textOf(parsed, 'file_name')) } };
  }
  return { text: '', unsupported: type || 'unknown' };
}
