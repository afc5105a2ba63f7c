// A card out, and a card changed: also one that a text grows into. What such a card refuses is sent as a plain one, so no text is lost.
import type { Card } from './conversation/card.ts';
import type { Effect, OpenCard, Outgoing } from './conversation/effect.ts';
import type { State } from './conversation/state.ts';
import { ServiceError, worthAnotherTry } from './errors.ts';
import type { CardKit } from './feishu/card-port.ts';
import type { Sender } from './feishu/port.ts';

interface Needs {
  sender: Pick<Sender, 'sendCard' | 'updateCard'>;
  /** Absent: no text is shown as it grows. */
  cards?: Pick<CardKit, 'open'>;
}

/** What perform.ts gives back: without `message` the card is made and not yet sent. */
interface Done {
  message?: string;
  opened?: OpenCard;
}

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

/** What a growing text asks of the platform is tried so often before the plain way is taken. */
const STREAM_ATTEMPTS = 3;
const MOVED = '写好了，见下面一张。';

export function createSendCard({ sender, cards }: Needs) {
  /** The first of two steps where a text is to grow: only the card, made; it is sent once that is saved. */
  async function send(effect: Of<'send_card'>, made: Outgoing['opened'], attempt: number): Promise<Done> {
    const { card, key } = effect;
    const to = effect.replyTo === undefined ? { chat: effect.chat } : { chat: effect.chat, replyTo: effect.replyTo };
    if (!effect.stream || !cards) return sender.sendCard(to, card, key);
    const opened = made ?? (await orElse(undefined, attempt, () => cards.open(card)));
    if (!opened) return sender.sendCard(to, card, key);
    if (!made) return { opened };
    const sent = await orElse(undefined, attempt, () => sender.sendCard(to, card, key, opened));
    return sent ? { ...sent, opened } : sender.sendCard(to, card, key);
  }

  async function update(effect: Of<'update_card'>, state: State | null, attempt: number): Promise<Done> {
    const sent = state?.sent.find((one) => one.key === effect.of);
    if (sent && (await change(sent.message, effect, sent.opened, attempt))) return {};
    if (effect.inPlaceOnly) return {};
    return sender.sendCard({ chat: effect.chat }, effect.card, effect.key);
  }

  /** False when it cannot be changed. */
  async function change(
    message: string,
    { card }: Of<'update_card'>,
    opened: OpenCard | undefined,
    attempt: number,
  ): Promise<boolean> {
    const put = async () => {
      await sender.updateCard(message, card, opened);
      return true;
    };
    try {
      if (!opened) return await put();
      const changed = await orElse(false, attempt, put);
      if (!changed) await leave(message, card, opened);
      return changed;
    } catch (error) {
      if (error instanceof ServiceError && error.code === 'feishu_gone') return false;
      throw error;
    }
  }

  /** The text comes on a card of its own: the one it grew in is not left as if it were still being written. */
  async function leave(message: string, { title }: Card, opened: OpenCard): Promise<void> {
    const left: Card = { title, tone: 'grey', blocks: [{ type: 'text', text: MOVED }] };
    await sender.updateCard(message, left, opened).catch(() => undefined);
  }

  return { send, update };
}

/** Throws what is worth another try, but not for long: a card that shows its text late is worth less than the text. */
async function orElse<T, Otherwise>(
  otherwise: Otherwise,
  attempt: number,
  act: () => Promise<T>,
): Promise<T | Otherwise> {
  try {
    return await act();
  } catch (error) {
    if (attempt < STREAM_ATTEMPTS && worthAnotherTry(error, attempt)) throw error;
    return otherwise;
  }
}
