// A person's own chat with the bot: what they chose from its menu names the person only. Learnt where they write; where unknown, found by writing to them.
import type { Event, MenuChosen } from './conversation/event.ts';
import { ownChatKey } from './conversation/gathering.ts';
import { describeError, type Log } from './log.ts';
import type { Store } from './store/store.ts';

interface Needs {
  store: Pick<Store, 'getValue' | 'putValue'>;
  /** Says it to the person and gives back the chat it was said in. A repeat of the same uuid is said once. */
  openChat: (person: string, text: string, uuid: string) => Promise<string>;
  log: Log;
}

const COMING = '好，这就来。';

export function createOwnChat({ store, openChat, log }: Needs) {
  const known = new Map<string, string>();

  async function remember(person: string, chat: string): Promise<void> {
    if (known.get(person) === chat) return;
    // Read first: a process that starts again writes nothing before it acknowledges.
    if ((await store.getValue(ownChatKey(person))) !== chat) await store.putValue(ownChatKey(person), chat);
    known.set(person, chat);
  }

  /** To be run once the event is durable. It never fails: what is not learnt now is learnt from the next message. */
  async function learn(event: Event): Promise<void> {
    if (event.type !== 'message_received' && event.type !== 'chat_entered') return;
    if (event.chat.type !== 'p2p') return;
    const person = event.type === 'message_received' ? event.sender.id : event.operator.id;
    await remember(person, event.chat.id).catch((error: unknown) =>
      log.warn({ event: event.id, error: describeError(error) }, 'a person’s own chat was not remembered'),
    );
  }

  /** The event in the conversation it belongs to. Rejects when that cannot be found: the platform delivers it again. */
  async function place(event: MenuChosen): Promise<MenuChosen> {
    const person = event.operator.id;
    const stored = known.get(person) ?? (await store.getValue(ownChatKey(person)));
    const chat = typeof stored === 'string' ? stored : await openChat(person, COMING, `${event.id}:open`);
    await remember(person, chat);
    return { ...event, conversation: chat, chat: { id: chat, type: 'p2p' } };
  }

  return { learn, place };
}
