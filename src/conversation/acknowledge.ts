// In a group, facts recorded without a question get a sign, no words. Must never take away anything that was asked for or must be asked.
import type { Turn } from './turn.ts';

/** Run once everything the message led to has been said. */
export function acknowledgeQuietly(turn: Turn): undefined {
  const { event, state, effects, recorded } = turn;
  if (event.type !== 'message_received' || recorded === undefined) return;
  if (state.chat.type !== 'group' && !event.relayed) return;
  const spoken = effects.filter(({ type }) => type === 'send_text' || type === 'send_card' || type === 'send_file');
  const [only] = spoken;
  if (spoken.length !== 1 || only?.type !== 'send_text' || only.text !== recorded) return;
  const message = event.replayOf ?? event.id;
  const { key } = only;
  effects[effects.indexOf(only)] = { type: 'react', key, message, emoji: 'DONE' };
}
