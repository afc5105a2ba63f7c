// The Sender port over the open platform: texts, cards, files and reactions out, each with its uuid and within the limits.
// Tries nothing twice by itself: the outbox decides about retries, with the same uuid.
import type { Card } from '../conversation/card.ts';
import type { OpenCard } from '../conversation/effect.ts';
import { ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';
import { renderCards } from './card.ts';
import { type CardWriter, createCardWriter } from './card-writer.ts';
import type { FeishuClient } from './client.ts';
import { fileName, fileTypeOf } from './file-name.ts';
import { createFindSent } from './find-sent.ts';
import { createNameOf } from './name-of.ts';
import { createPace, type Pace } from './pace.ts';
import type { Sender } from './port.ts';
import { textContents } from './text-content.ts';
import { fitUuid } from './uuid.ts';

interface Target {
  chat: string;
  replyTo?: string;
}

interface Options {
  pace?: Pace;
  now?: () => number;
  /** Of cards one can write into; shared with whoever writes into them. */
  writer?: Pick<CardWriter, 'replace'>;
}

type MessageType = 'text' | 'interactive' | 'file';

const maxFileBytes = 30 * 1024 * 1024;

export function createSender(
  client: FeishuClient,
  log: Log,
  { pace = createPace(), now = Date.now, writer = createCardWriter(client, now) }: Options = {},
): Sender {
  async function post(to: Target, type: MessageType, content: string, uuid: string): Promise<{ message: string }> {
    await pace.wait(to.chat);
    if (to.replyTo !== undefined) {
      try {
        return await reply(to.replyTo, type, content, uuid);
      } catch (error) {
        if (!(error instanceof ServiceError && error.code === 'feishu_gone')) throw error;
        log.info({ chat: to.chat, error: error.message }, 'the message replied to is gone; sent plainly');
        await pace.wait(to.chat);
      }
    }
    const data = { receive_id: to.chat, msg_type: type, content, uuid };
    const answer = await client.call((sdk) =>
      sdk.im.v1.message.create({ params: { receive_id_type: 'chat_id' }, data }),
    );
    return sent(answer.data?.message_id);
  }

  async function reply(
    message: string,
    type: MessageType,
    content: string,
    uuid: string,
  ): Promise<{ message: string }> {
    const data = { msg_type: type, content, uuid };
    const answer = await client.call((sdk) => sdk.im.v1.message.reply({ path: { message_id: message }, data }));
    return sent(answer.data?.message_id);
  }

  /** Several messages where one is too small; the first stands for all, and only it replies. */
  async function postAll(
    to: Target,
    type: MessageType,
    contents: string[],
    uuid: string,
  ): Promise<{ message: string }> {
    let first: { message: string } | undefined;
    for (const [part, content] of contents.entries()) {
      const target = part === 0 ? to : { chat: to.chat };
      const message = await post(target, type, content, fitUuid(uuid, part));
      first ??= message;
    }
    return first ?? sent(undefined);
  }

  async function upload(name: string, bytes: Uint8Array): Promise<string> {
    if (bytes.byteLength === 0 || bytes.byteLength > maxFileBytes) {
      const size = `${bytes.byteLength} bytes`;
      throw new ServiceError(
        'feishu_rejected',
        `The file ${name} has ${size}; Feishu takes 1 byte to 30 MB: split the report`,
      );
    }
    await pace.wait('upload');
    const data = { file_type: fileTypeOf(name), file_name: name, file: Buffer.from(bytes) };
    const uploaded = await client.call((sdk) => sdk.im.v1.file.create({ data }));
    if (uploaded?.file_key) return uploaded.file_key;
    throw new ServiceError('feishu_unavailable', 'Feishu took the file but named no file_key; it is tried again');
  }

  return {
    sendText: (to, text, uuid) => postAll(to, 'text', textContents(text), uuid),
    sendCard: (to, card, uuid, opened) =>
      postAll(to, 'interactive', opened ? [entityContent(opened)] : cardContents(card), uuid),

    async updateCard(message, card, opened) {
      const [content = '', ...more] = cardContents(card);
      await pace.wait(message);
      if (opened) await writer.replace(opened, content);
      else await client.call((sdk) => sdk.im.v1.message.patch({ path: { message_id: message }, data: { content } }));
      // What no longer fits into the one card follows as replies to it; the uuid is the content's, so a repeat is dropped.
      for (const next of more) {
        await pace.wait(message);
        await reply(message, 'interactive', next, fitUuid(`${message}\n${next}`));
      }
    },

    async sendFile(to, file, uuid) {
      const name = fileName(file.name);
      const key = await upload(name, file.bytes);
      return post(to, 'file', JSON.stringify({ file_key: key }), fitUuid(uuid));
    },

    async react(message, emoji) {
      await pace.wait(message);
      const data = { reaction_type: { emoji_type: emoji } };
      await client.call((sdk) => sdk.im.v1.messageReaction.create({ path: { message_id: message }, data }));
    },

    findSent: createFindSent(client),
    nameOf: createNameOf(client, log, now),
  };
}

function entityContent({ cardId }: OpenCard): string {
  return JSON.stringify({ type: 'card', data: { card_id: cardId } });
}

function cardContents(card: Card): string[] {
  return renderCards(card).map((json) => JSON.stringify(json));
}

function sent(message: string | undefined): { message: string } {
  if (message !== undefined && message !== '') return { message };
  throw new ServiceError('feishu_unavailable', 'Feishu answered a send without a message_id; it is tried again');
}
