// Looks in a chat's history for a message of ours: for a send whose uuid the platform has forgotten. Reads only.
import { cardTitle as headerTitle } from './card.ts';
import type { FeishuClient } from './client.ts';
import { fileName } from './file-name.ts';
import { child, type JsonObject, parseRecord, textOf } from './json.ts';
import type { Sender } from './port.ts';
import { textContents } from './text-content.ts';

const pageSize = 50;
/** 500 messages; whoever wrote more since then has seen ours or will ask. */
const maxPages = 10;

type Matches = Parameters<Sender['findSent']>[2];

/** Of the SDK's own shape, what is looked at. */
interface Listed {
  message_id?: string | undefined;
  msg_type?: string | undefined;
  create_time?: string | undefined;
  deleted?: boolean | undefined;
  sender?: { id: string; sender_type: string } | undefined;
  body?: { content: string } | undefined;
}

export function createFindSent(client: FeishuClient): Sender['findSent'] {
  return async (chat, since, matches) => {
    let pageToken: string | undefined;
    for (let page = 0; page < maxPages; page += 1) {
      const params = {
        container_id_type: 'chat',
        container_id: chat,
        start_time: String(Math.floor(since / 1000)),
        sort_type: 'ByCreateTimeDesc' as const,
        page_size: pageSize,
        // Without it a card comes back as a request to upgrade the client.
        card_msg_content_type: 'user_card_content',
        ...(pageToken === undefined ? {} : { page_token: pageToken }),
      };
      const { data } = await client.call((sdk) => sdk.im.v1.message.list({ params }));
      const items: Listed[] = data?.items ?? [];
      const found = items.find((item) => isOurs(item, client.appId, since) && isSame(item, matches));
      if (found?.message_id !== undefined) return { message: found.message_id };
      pageToken = data?.page_token;
      if (data?.has_more !== true || pageToken === undefined || pageToken === '') return undefined;
    }
    return undefined;
  };
}

function isOurs({ sender, deleted, create_time }: Listed, appId: string, since: number): boolean {
  const ours = sender?.sender_type === 'app' && sender.id === appId;
  return ours && deleted !== true && (create_time === undefined || Number(create_time) >= since);
}

function isSame(item: Listed, { text, cardTitle, fileName: name }: Matches): boolean {
  const content = parseRecord(item.body?.content ?? '');
  if (content === undefined) return false;
  switch (item.msg_type) {
    case 'text':
      return text !== undefined && textOf(content, 'text').trim() === firstPart(text);
    case 'interactive':
      return cardTitle !== undefined && titlesOf(content).includes(headerTitle(cardTitle));
    case 'file':
      return name !== undefined && textOf(content, 'file_name') === fileName(name);
    default:
      return false;
  }
}

function firstPart(text: string): string {
  return textOf(parseRecord(textContents(text)[0] ?? '') ?? {}, 'text').trim();
}

/** As sent (2.0), or as older interfaces give it back. */
function titlesOf(content: JsonObject): string[] {
  return [textOf(child(child(content, 'header'), 'title'), 'content'), textOf(content, 'title')];
}
