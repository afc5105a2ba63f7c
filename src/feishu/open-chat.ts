// Writes to a person by open_id and learns their own chat with the bot from the answer. Decides nothing.
import { ServiceError } from '../errors.ts';
import type { FeishuClient } from './client.ts';
import { fitUuid } from './uuid.ts';

export function createOpenChat(client: FeishuClient) {
  return async (person: string, text: string, uuid: string): Promise<string> => {
    const data = { receive_id: person, msg_type: 'text', content: JSON.stringify({ text }), uuid: fitUuid(uuid) };
    const answer = await client.call((sdk) =>
      sdk.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data }),
    );
    const chat = answer.data?.chat_id;
    if (chat !== undefined && chat !== '') return chat;
    throw new ServiceError('feishu_unavailable', 'Feishu answered a send without a chat_id; it is tried again');
  };
}
