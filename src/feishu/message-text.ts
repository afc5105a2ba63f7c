// The text of a received message: plain or rich content flattened, mentions put into words. Never fails; '' when there is none.
import type { Person } from '../report/fact.ts';
import { cleanText } from './clean-text.ts';
import { isRecord, type JsonObject, textOf } from './json.ts';

/** What stands for a mention, by the key it has in the text (`@_user_1`) and by open_id. '' for the bot itself. */
export type Mentions = Map<string, string>;

export function readMentions(
  list: unknown,
  botOpenId: string,
): { mentions: Mentions; mentioned: boolean; people: Person[] } {
  const mentions: Mentions = new Map([
    ['@_all', '@所有人'],
    ['all', '@所有人'],
  ]);
  let mentioned = false;
  const people: Person[] = [];
  for (const item of Array.isArray(list) ? list : []) {
    if (!isRecord(item)) continue;
    const openId = isRecord(item.id) ? textOf(item.id, 'open_id') : textOf(item, 'id');
    const bot = openId !== '' && openId === botOpenId;
    if (bot) mentioned = true;
    else if (openId.startsWith('ou_') && !people.some((one) => one.id === openId))
      people.push({ id: openId, name: textOf(item, 'name') });
    const shown = bot ? '' : `@${textOf(item, 'name') || '某人'}`;
    for (const key of [textOf(item, 'key'), openId]) if (key !== '' && key !== '@_all') mentions.set(key, shown);
  }
  return { mentions, mentioned, people };
}

/** `text` of a text message. */
export function plainText(content: JsonObject, mentions: Mentions): string {
  return cleanText(replaceMentions(textOf(content, 'text'), mentions)).trim();
}

/** A post, `{title, content}` or the same under a language; one line per paragraph, the title first. */
export function postText(content: JsonObject, mentions: Mentions): string {
  const post = pickLanguage(content);
  const paragraphs = Array.isArray(post.content) ? post.content : [];
  const lines = paragraphs.map((paragraph) => {
    const parts = Array.isArray(paragraph) ? paragraph : [paragraph];
    return parts.map((part) => (isRecord(part) ? postElement(part, mentions) : '')).join('');
  });
  return cleanText([textOf(post, 'title'), ...lines].join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Kinds of non-text content in a post, so that one of pictures alone is not taken for an empty message. */
export function postAttachment(content: JsonObject): string | undefined {
  const post = pickLanguage(content);
  const parts = Array.isArray(post.content) ? post.content.flat() : [];
  const tags = parts.map((part) => (isRecord(part) ? textOf(part, 'tag') : ''));
  if (tags.includes('img')) return 'image';
  return tags.includes('media') ? 'media' : undefined;
}

function pickLanguage(content: JsonObject): JsonObject {
  if (Array.isArray(content.content) || typeof content.title === 'string') return content;
  const inner = content.post;
  const languages = isRecord(inner) ? inner : content;
  const candidates = [languages.zh_cn, languages.en_us, ...Object.values(languages)];
  return (candidates.find((candidate) => isRecord(candidate) && Array.isArray(candidate.content)) as JsonObject) ?? {};
}

function postElement(part: JsonObject, mentions: Mentions): string {
  const text = textOf(part, 'text');
  switch (textOf(part, 'tag')) {
    case 'at': {
      const shown = mentions.get(textOf(part, 'user_id'));
      return shown ?? `@${textOf(part, 'user_name') || '某人'}`;
    }
    case 'a':
      return text || textOf(part, 'href');
    case 'emotion':
      return `[${textOf(part, 'emoji_type')}]`;
    case 'code_block':
      return `\n${text}\n`;
    case 'hr':
    case 'img':
    case 'media':
      return '';
    default:
      return replaceMentions(text, mentions);
  }
}

/** One pass, longest key first: `@_user_1` must not eat the head of `@_user_10`, nor a name be searched again. */
function replaceMentions(text: string, mentions: Mentions): string {
  const keys = [...mentions.keys()].filter((key) => key.startsWith('@')).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${keys.map((key) => RegExp.escape(key)).join('|')})(?!\\d)([ \\u00a0]?)`, 'g');
  return text.replace(pattern, (_, key: string, space: string) => {
    const shown = mentions.get(key) ?? '';
    return shown === '' ? '' : shown + space;
  });
}
