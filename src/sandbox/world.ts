// What exists in the sandbox: people, chats, messages, files. Plain data and look-ups; must never talk to the bot or the page.
import type { CardEntity } from './card-entity.ts';
import type { StoredDocument } from './document.ts';
import { newId, newTenantKey, newUserId } from './ids.ts';

export interface Person {
  /** open_id */
  id: string;
  unionId: string;
  userId: string;
  name: string;
  /** What they do in the office, for the page's list of people. */
  title?: string;
}

export interface Chat {
  id: string;
  type: 'p2p' | 'group';
  name: string;
  /** open_ids of people; the bot is in every chat. */
  members: string[];
  /** Of a p2p chat: the one person in it. */
  person?: string;
  /** Whether the p2p-entered event has gone out; the platform sends it once. */
  entered?: boolean;
}

export interface Mention {
  key: string;
  id: string;
  name: string;
}

export interface Message {
  id: string;
  chat: string;
  /** A person's open_id, or the app's id. */
  sender: { id: string; type: 'user' | 'app' };
  at: number;
  updatedAt?: number;
  type: string;
  /** The JSON string, as on the wire; mentions stand in it as @_user_1. */
  content: string;
  replyTo?: string;
  root?: string;
  thread?: string;
  mentions: Mention[];
  recalled: boolean;
  edits: number;
  reactions: { id: string; emoji: string; by: string; at: number }[];
  /** Of a merge_forward: copies of what was forwarded, oldest first. */
  inner?: Message[];
  /** CardKit entity shown by this message; its card, not `content`, is what people see. */
  cardId?: string;
}

export interface StoredFile {
  key: string;
  name: string;
  size: number;
  kind: 'file' | 'image';
  /** file_type of the upload: opus, mp4, pdf, doc, xls, ppt, stream; `image` for images. */
  type: string;
  /** An open_id, or the app's id. */
  owner: string;
}

export interface WorldData {
  tenantKey: string;
  bot: { name: string; openId: string; unionId: string };
  people: Person[];
  chats: Chat[];
  messages: Message[];
  files: StoredFile[];
  cards: CardEntity[];
  /** Cloud documents; absent in data of before there were any. */
  documents?: StoredDocument[];
  /** (chat, uuid) → message, for one hour. */
  uuids: { chat: string; uuid: string; message: string; at: number }[];
  /** Events not acknowledged yet. */
  pending: { envelope: Envelope; attempt: number; dueAt: number }[];
}

export interface Envelope {
  schema: '2.0';
  header: {
    event_id: string;
    event_type: string;
    create_time: string;
    token: string;
    app_id: string;
    tenant_key: string;
  };
  event: Record<string, unknown>;
}

function newPerson(given: { name: string; title?: string }): Person {
  const person = { id: newId('ou'), unionId: newId('on'), userId: newUserId(), name: given.name };
  return given.title === undefined ? person : { ...person, title: given.title };
}

export function newWorld(
  botName: string,
  people: { name: string; title?: string }[],
  groups: { name: string; members?: string[] }[],
): WorldData {
  const persons = people.map(newPerson);
  const groupChats = groups.map((group): Chat => {
    const members = group.members ?? persons.map((person) => person.name);
    return {
      id: newId('oc'),
      type: 'group',
      name: group.name,
      members: persons.filter((person) => members.includes(person.name)).map((person) => person.id),
    };
  });
  return {
    tenantKey: newTenantKey(),
    bot: { name: botName, openId: newId('ou'), unionId: newId('on') },
    people: persons,
    chats: [...persons.map(p2pChat), ...groupChats],
    messages: [],
    files: [],
    cards: [],
    uuids: [],
    pending: [],
  };
}

export const p2pChat = (person: Person): Chat => ({
  id: newId('oc'),
  type: 'p2p',
  name: person.name,
  members: [person.id],
  person: person.id,
});

/** A file's bytes live beside the data: they would drown the JSON. */
export type Bytes = Map<string, Uint8Array>;

type Change =
  | { type: 'message'; message: Message }
  | { type: 'reaction'; message: Message }
  | { type: 'chat'; chat: Chat }
  | { type: 'document'; document: StoredDocument }
  | { type: 'data' };

export interface World {
  readonly data: WorldData;
  readonly bytes: Bytes;
  chat(id: string): Chat | undefined;
  person(openId: string): Person | undefined;
  message(id: string): Message | undefined;
  file(key: string): StoredFile | undefined;
  card(id: string): CardEntity | undefined;
  document(id: string): StoredDocument | undefined;
  messagesOf(chat: string): Message[];
  /** Tells the page and the data file; every mutation of `data` is followed by one. */
  changed(change: Change): void;
  onChange(listen: (change: Change) => void): () => void;
}

export function createWorld(data: WorldData, bytes: Bytes): World {
  const listeners = new Set<(change: Change) => void>();
  const messages = new Map(data.messages.map((message) => [message.id, message]));
  return {
    data,
    bytes,
    chat: (id) => data.chats.find((chat) => chat.id === id),
    person: (openId) => data.people.find((person) => person.id === openId),
    message: (id) => messages.get(id),
    file: (key) => data.files.find((file) => file.key === key),
    card: (id) => data.cards.find((card) => card.id === id),
    document: (id) => data.documents?.find((document) => document.id === id),
    messagesOf: (chat) => data.messages.filter((message) => message.chat === chat),
    changed(change) {
      if (change.type === 'message') messages.set(change.message.id, change.message);
      for (const listen of listeners) listen(change);
    },
    onChange(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}
