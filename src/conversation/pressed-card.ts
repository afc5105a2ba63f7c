// Which card was pressed. Only the newest sent messages are remembered; the press itself tells the message of an older one.
import type { CardSubmitted } from './event.ts';
import type { Turn } from './turn.ts';

/** The key under which the pressed card can be changed. */
export function pressedKey({ state }: Turn, { message }: CardSubmitted): string {
  const known = state.sent.find((one) => one.message === message)?.key;
  if (known !== undefined) return known;
  const key = `${message}:pressed`;
  state.sent = [...state.sent, { key, message }];
  return key;
}

/** Run when a press was taken: the one card it changes that was forgotten since it was sent is the pressed one. */
export function knowPressed({ event, state, effects }: Turn): undefined {
  if (event.type !== 'card_submitted' || event.relayed || state.sent.some((one) => one.message === event.message))
    return;
  const lost = effects.find(
    (effect) =>
      effect.type === 'update_card' && !effect.inPlaceOnly && state.sent.every((one) => one.key !== effect.of),
  );
  if (lost?.type === 'update_card') state.sent = [...state.sent, { key: lost.of, message: event.message }];
}
