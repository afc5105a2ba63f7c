// application.bot.menu_v6 → menu_chosen. The payload names the person and no chat: which one it is, is found where events come in.
import { type Envelope, missing } from './envelope.ts';
import { child, textOf } from './json.ts';
import type { Decoded } from './port.ts';

export function decodeMenu({ id, at, event }: Envelope): Decoded {
  const person = child(event, 'operator');
  // operator_name comes only with a scope of its own.
  const operator = { id: textOf(child(person, 'operator_id'), 'open_id'), name: textOf(person, 'operator_name') };
  const key = textOf(event, 'event_key');
  const unusable = missing({ event_id: id, 'operator’s open_id': operator.id, event_key: key });
  if (unusable) return unusable;
  const chat = { id: '', type: 'p2p' as const };
  return { type: 'event', event: { type: 'menu_chosen', id, conversation: '', at, chat, operator, key } };
}
