// What became of a send that nobody saw arrive: look for it in the chat, or say that it did not go out. Sends nothing else.
import type { Effect, Outgoing } from './conversation/effect.ts';
import type { Event } from './conversation/event.ts';
import type { State } from './conversation/state.ts';
import { worthAnotherTry } from './errors.ts';
import type { Sender } from './feishu/port.ts';
import { describeError, type Log } from './log.ts';
import type { Store } from './store/store.ts';

interface Needs {
  sender: Sender;
  store: Pick<Store, 'put'>;
  now: () => number;
  log: Log;
}

/** Feishu drops a repeated uuid for one hour; five minutes are left for clocks that differ. */
const UUID_HOLDS_MS = 55 * 60_000;

/**
 * The message of an earlier attempt whose uuid has expired; undefined when it may safely be sent (again), `unknown` when the
 * chat cannot be looked at.
 */
export function createFindEarlier({ sender, now }: Pick<Needs, 'sender' | 'now'>) {
  return async (
    { effect, attemptedAt }: Outgoing,
    attempt: number,
  ): Promise<{ message: string } | 'unknown' | undefined> => {
    if (attemptedAt === undefined || now() - attemptedAt < UUID_HOLDS_MS) return undefined;
    const looks =
      effect.type === 'send_text'
        ? { text: effect.text }
        : effect.type === 'send_card'
          ? { cardTitle: effect.card.title }
          : effect.type === 'send_file'
            ? { fileName: effect.name }
            : undefined;
    if (!looks || !('chat' in effect)) return undefined;
    try {
      return await sender.findSent(effect.chat, attemptedAt - 60_000, looks);
    } catch (error) {
      if (worthAnotherTry(error, attempt)) throw error;
      return 'unknown';
    }
  };
}

/** What could not be sent is not passed over in silence; this itself is tried once, for it may fail for the same reason. */
export function createTellUnsent({ sender, store, now, log }: Needs) {
  return async (effect: Effect, state: State | null): Promise<void> => {
    try {
      if (effect.type === 'send_file' && state) {
        const reason = '稿子都在。过一会儿再说“导出”；还不行，请管理员看日志。';
        const { conversation } = state;
        const event: Event = {
          type: 'file_failed',
          id: `${effect.key}:failed`,
          conversation,
          at: now(),
          report: effect.report,
          reason,
        };
        await store.put({ id: event.id, conversation, payload: event, receivedAt: event.at });
      }
      if (effect.type === 'send_card')
        await sender.sendText(
          { chat: effect.chat },
          `有一张卡片没有发成：${effect.card.title}。内容都在，再说一次就重发。`,
          `${effect.key}:sorry`,
        );
    } catch (error) {
      log.error({ effect: effect.key, error: describeError(error) }, 'could not say that an effect was set aside');
    }
  };
}
