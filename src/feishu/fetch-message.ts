// What an event only names: the file of a message, the messages of a forwarded chat record. Reads only.
// What cannot be had for good is a value; what may be had later throws ServiceError (feishu_unavailable, feishu_rate_limited).
import { disposition, ServiceError } from '../errors.ts';
import type { FeishuClient } from './client.ts';
import { isRecord, type JsonObject, parseRecord, textOf } from './json.ts';
import { type Mentions, plainText, postText, readMentions } from './message-text.ts';
import type { FetchMessage, Refused } from './port.ts';
import { maxDownloadBytes } from './transport.ts';

/** More than anyone forwards at once; the platform itself takes 100. */
const maxForwarded = 200;
/** A forwarded record may hold another. */
const maxDepth = 5;

export function createFetchMessage(client: FeishuClient, nameOf: (openId: string) => Promise<string>): FetchMessage {
  async function file(message: string, key: string): ReturnType<FetchMessage['file']> {
    const url = `/open-apis/im/v1/messages/${encodeURIComponent(message)}/resources/${encodeURIComponent(key)}`;
    try {
      const answer: unknown = await client.call((sdk) =>
        sdk.request({ method: 'GET', url, params: { type: 'file' }, responseType: 'arraybuffer' }),
      );
      const bytes = isRecord(answer) ? answer.bytes : undefined;
      if (bytes instanceof Uint8Array) return { type: 'file', bytes };
      return { type: 'refused', reason: 'too_big', limitBytes: maxDownloadBytes };
    } catch (error) {
      return refused(error);
    }
  }

  async function forwarded(message: string): ReturnType<FetchMessage['forwarded']> {
    try {
      const answer = await client.call((sdk) =>
        sdk.im.v1.message.get({ path: { message_id: encodeURIComponent(message) } }),
      );
      const items: unknown[] = answer.data?.items ?? [];
      const inner = within(items.filter(isRecord).slice(0, maxForwarded + 1), message, 0);
      const records = await Promise.all(inner.map(recordOf));
      return { type: 'forwarded', records };
    } catch (error) {
      return refused(error);
    }
  }

  async function quoted(message: string): ReturnType<FetchMessage['quoted']> {
    try {
      const answer = await client.call((sdk) =>
        sdk.im.v1.message.get({ path: { message_id: encodeURIComponent(message) } }),
      );
      const [item] = answer.data?.items ?? [];
      const content = item?.msg_type === 'file' ? parseRecord(item.body?.content ?? '') : undefined;
      const key = content ? textOf(content, 'file_key') : '';
      return content && key !== '' ? { key, name: textOf(content, 'file_name') } : undefined;
    } catch (error) {
      refused(error);
      return undefined;
    }
  }

  async function recordOf(item: JsonObject) {
    const sender = isRecord(item.sender) ? item.sender : {};
    const person = textOf(sender, 'sender_type') !== 'app' && textOf(sender, 'id_type') === 'open_id';
    const by = person ? await nameOf(textOf(sender, 'id')) : '';
    return { by, at: Number(textOf(item, 'create_time')) || 0, text: textIn(item) };
  }

  return { file, forwarded, quoted };
}

/** Throws what is worth another try. */
function refused(error: unknown): Refused {
  if (!(error instanceof ServiceError) || disposition[error.code] === 'retry') throw error;
  const reason = error.code === 'feishu_gone' ? 'gone' : error.code === 'feishu_denied' ? 'denied' : 'rejected';
  return { type: 'refused', reason, detail: error.message };
}

/** In the order given; what a forwarded record inside holds stands in its place. */
function within(items: JsonObject[], upper: string, depth: number): JsonObject[] {
  if (depth > maxDepth) return [];
  return items.flatMap((item) => {
    const id = textOf(item, 'message_id');
    if (textOf(item, 'upper_message_id') !== upper || id === upper) return [];
    return textOf(item, 'msg_type') === 'merge_forward' ? within(items, id, depth + 1) : [item];
  });
}

/** '' for what has no words. */
function textIn(item: JsonObject): string {
  if (item.deleted === true) return '';
  const body = isRecord(item.body) ? item.body : {};
  const content = parseRecord(textOf(body, 'content'));
  if (!content) return '';
  const mentions: Mentions = readMentions(item.mentions, '').mentions;
  const type = textOf(item, 'msg_type');
  if (type === 'text') return plainText(content, mentions);
  return type === 'post' ? postText(content, mentions) : '';
}
