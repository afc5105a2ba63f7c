// Refuses the message content that the platform refuses, and finds its mentions. Cards are judged in card-rules/; must never send.
import { ApiError, badParameter, cardRefused } from './api-error.ts';
import { checkCard } from './card-rules/check-card.ts';
import type { Mention, World } from './world.ts';

const TEXT_BYTES = 150 * 1024;
const RICH_BYTES = 30 * 1024;

export interface CheckedContent {
  content: string;
  mentions: Mention[];
  cardId?: string;
}

export function checkContent(world: World, type: string, content: unknown): CheckedContent {
  if (typeof content !== 'string' || content === '') throw badParameter('content is empty');
  const limit = type === 'text' ? TEXT_BYTES : RICH_BYTES;
  if (Buffer.byteLength(content) > limit) {
    throw new ApiError(230025, `The length of the message content reaches its limit, ext=${limit / 1024}KB`);
  }
  const value = parseObject(content);
  if (value === undefined) throw badParameter(`content is not a string in json format`);
  switch (type) {
    case 'text':
      return checkText(world, value);
    case 'post':
      return checkPost(world, value);
    case 'interactive':
      return checkInteractive(world, value, content);
    case 'image':
      return checkKey(world, value, 'image_key', 'image', content);
    case 'file':
    case 'audio':
    case 'media':
      return checkKey(world, value, 'file_key', type, content);
    default:
      throw badParameter(`msg_type ${type} is not supported by the local Feishu`);
  }
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function checkText(world: World, value: Record<string, unknown>): CheckedContent {
  if (typeof value.text !== 'string' || value.text === '') throw badParameter('text is empty');
  const mentions: Mention[] = [];
  const text = value.text.replace(/<at user_id="([^"]*)">[^<]*<\/at>/g, (_whole, id: string) =>
    mention(world, mentions, id),
  );
  return { content: JSON.stringify({ text }), mentions };
}

function mention(world: World, mentions: Mention[], id: string): string {
  if (id === 'all') return '@_all';
  const person = world.person(id);
  if (person === undefined) throw badParameter(`invalid user_id in at: ${id}`);
  const key = `@_user_${mentions.length + 1}`;
  mentions.push({ key, id, name: person.name });
  return key;
}

const POST_TAGS = new Set(['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md']);

/** What is sent is keyed by language; what is read back is the chosen language alone. */
function checkPost(world: World, value: Record<string, unknown>): CheckedContent {
  const language = (value.zh_cn ?? value.en_us ?? value.ja_jp) as { title?: unknown; content?: unknown } | undefined;
  if (language === undefined) throw badParameter('post needs zh_cn, en_us or ja_jp');
  if (!Array.isArray(language.content) || language.content.length === 0) throw badParameter('post content is empty');
  const mentions: Mention[] = [];
  for (const line of language.content) {
    if (!Array.isArray(line)) throw badParameter('a paragraph of the post is not an array');
    for (const node of line as Record<string, unknown>[]) {
      if (!POST_TAGS.has(String(node?.tag))) throw badParameter(`unknown tag in post: ${String(node?.tag)}`);
      if (node.tag === 'img' && world.file(String(node.image_key))?.kind !== 'image') {
        throw badParameter(`invalid image_key: ${String(node.image_key)}`);
      }
      if (node.tag === 'at') node.user_id = mention(world, mentions, String(node.user_id));
    }
  }
  const kept = { title: language.title ?? '', content: language.content };
  return { content: JSON.stringify(kept), mentions };
}

function checkKey(
  world: World,
  value: Record<string, unknown>,
  field: 'image_key' | 'file_key',
  type: string,
  content: string,
): CheckedContent {
  const file = world.file(String(value[field] ?? ''));
  if (file === undefined) throw badParameter(`invalid ${field}: ${String(value[field])}`);
  const fits =
    type === 'image'
      ? file.kind === 'image'
      : type === 'audio'
        ? file.type === 'opus'
        : type === 'media'
          ? file.type === 'mp4'
          : file.kind === 'file';
  if (!fits) throw new ApiError(230055, 'The type of file upload does not match the type of message being sent.');
  const kept = field === 'file_key' ? { ...value, file_name: file.name } : undefined;
  return { content: kept === undefined ? content : JSON.stringify(kept), mentions: [] };
}

function checkInteractive(world: World, value: Record<string, unknown>, content: string): CheckedContent {
  if (value.type === 'card' && value.data !== undefined) {
    const id = String((value.data as { card_id?: unknown }).card_id ?? '');
    const card = world.card(id);
    if (card === undefined) throw cardRefused({ code: 11310, msg: 'cardid is invalid', value: id });
    if (card.message !== undefined) throw cardRefused({ code: 11310, msg: 'card entity has been sent', value: id });
    return { content, mentions: [], cardId: id };
  }
  if (value.type === 'template')
    throw cardRefused({ code: 200380, msg: 'template does not exist', value: 'template_id' });
  checkCard(world, value);
  return { content, mentions: [] };
}
