// The line, 4 of 4: one effect from the outbox → card, message, file or job. At least once, and the platform drops repeats by uuid.
import type { Effect, OpenCard, Outgoing } from './conversation/effect.ts';
import type { Event } from './conversation/event.ts';
import type { State } from './conversation/state.ts';
import { worthAnotherTry } from './errors.ts';
import type { CardKit } from './feishu/card-port.ts';
import type { CloudDocuments } from './feishu/cloud-port.ts';
import type { Sender } from './feishu/port.ts';
import { describeError, type Log } from './log.ts';
import { createPerformCloud } from './perform-cloud.ts';
import { createSendCard } from './send-card.ts';
import type { Store } from './store/store.ts';
import { createFindEarlier, createTellUnsent } from './unsent.ts';

export interface Performed {
  /** message_id of what was sent. */
  message?: string;
  /** The card it shows and can be written into; without `message` it is made and not yet sent. */
  opened?: OpenCard;
  /** A cloud document that was made and not yet written. */
  document?: string;
}

interface Needs {
  sender: Sender;
  /** Absent: no text is shown as it grows. */
  cards?: Pick<CardKit, 'open'>;
  /** Absent: cloud documents are refused with a word. */
  documents?: CloudDocuments;
  store: Pick<Store, 'enqueue' | 'setTimer' | 'clearTimer' | 'put' | 'getValue'>;
  /** `createdAt` goes into the file, so that the same effect makes the same bytes. */
  makeFile: (
    effect: Extract<Effect, { type: 'send_file' }>,
    createdAt: number,
  ) => Promise<{ name: string; bytes: Uint8Array }>;
  now: () => number;
  log: Log;
  count?: (type: Effect['type'], outcome: 'done' | 'found' | 'set_aside') => void;
}

const MAYBE_REPEATED = '（系统刚恢复，这条可能是重复的）\n';

export function createPerform({ sender, cards, documents, store, makeFile, now, log, count }: Needs) {
  const findEarlier = createFindEarlier({ sender, now });
  const sendCard = createSendCard({ sender, ...(cards ? { cards } : {}) });
  const performCloud = createPerformCloud({ ...(documents ? { documents } : {}), store, now, log });
  const tell = createTellUnsent({ sender, store, now, log });
  async function send(outgoing: Outgoing, state: State | null, mark: string, attempt: number): Promise<Performed> {
    const { effect, attemptedAt, opened } = outgoing;
    const conversation = state?.conversation ?? '';
    switch (effect.type) {
      case 'send_text':
        return sender.sendText(target(effect), mark + effect.text, effect.key);
      case 'send_card':
        return sendCard.send(effect, opened, attempt);
      case 'update_card':
        return sendCard.update(effect, state, attempt);
      case 'react':
        await sender.react(effect.message, effect.emoji);
        return {};
      case 'send_file':
        return sender.sendFile({ chat: effect.chat }, await makeFile(effect, attemptedAt ?? now()), effect.key);
      case 'write_cloud_document':
      case 'read_cloud_document':
        return performCloud(effect, outgoing.document, conversation, attempt);
      case 'draft_section':
        await store.enqueue({ id: effect.key, conversation, payload: effect });
        return {};
      case 'set_timer': {
        const { timer, due, report } = effect;
        const event = {
          type: 'timer_fired',
          id: `${timer}@${due}`,
          conversation,
          at: due,
          timer,
          ...(report ? { report } : {}),
        };
        await store.setTimer({ id: timer, due, conversation, payload: event });
        return {};
      }
      case 'clear_timer':
        await store.clearTimer(effect.timer);
        return {};
      case 'post_event': {
        const event = { ...effect.event, id: effect.key } as Event;
        await store.put({ id: event.id, conversation: event.conversation, payload: event, receivedAt: now() });
        return {};
      }
      case 'replay_message': {
        const { chat, text, sender: by, at, message } = effect;
        const type = state?.chat.type ?? 'p2p';
        const event: Event = {
          type: 'message_received',
          id: effect.key,
          conversation,
          at,
          chat: { id: chat, type },
          sender: by,
          text,
          replayOf: message,
        };
        await store.put({ id: event.id, conversation, payload: event, receivedAt: now() });
        return {};
      }
    }
  }

  /** Throws only what is worth another try; all else ends here, logged and counted, so that nothing blocks the lane for ever. */
  return async function perform(outgoing: Outgoing, state: State | null, attempt: number): Promise<Performed> {
    const { effect } = outgoing;
    try {
      const earlier = await findEarlier(outgoing, attempt);
      if (earlier !== undefined && earlier !== 'unknown') {
        count?.(effect.type, 'found');
        return outgoing.opened ? { ...earlier, opened: outgoing.opened } : earlier;
      }
      const performed = await send(outgoing, state, earlier === 'unknown' ? MAYBE_REPEATED : '', attempt);
      count?.(effect.type, 'done');
      return performed;
    } catch (error) {
      if (worthAnotherTry(error, attempt)) throw error;
      count?.(effect.type, 'set_aside');
      log.error(
        { effect: effect.key, type: effect.type, conversation: state?.conversation, error: describeError(error) },
        'effect set aside',
      );
      await tell(effect, state);
      return {};
    }
  };
}

function target(effect: { chat: string; replyTo?: string }): { chat: string; replyTo?: string } {
  return effect.replyTo === undefined ? { chat: effect.chat } : { chat: effect.chat, replyTo: effect.replyTo };
}
