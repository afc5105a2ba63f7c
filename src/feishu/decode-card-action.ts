// card.action.trigger → card_submitted. Who pressed comes from `operator` alone, never from what the card carries.
import type { CardSubmitted } from '../conversation/event.ts';
import { cleanJson } from './clean-text.ts';
import { decodeName } from './component-name.ts';
import { type Envelope, missing } from './envelope.ts';
import { child, isRecord, type JsonObject, textOf, toRecord } from './json.ts';
import type { Decoded } from './port.ts';

export function decodeCardAction({ id, at, event }: Envelope): Decoded {
  const action = child(event, 'action');
  const context = child(event, 'context');
  const chat = textOf(context, 'open_chat_id') || textOf(event, 'open_chat_id');
  const message = textOf(context, 'open_message_id') || textOf(event, 'open_message_id');
  const operator = { id: textOf(child(event, 'operator'), 'open_id'), name: '' };
  const unusable = missing({ event_id: id, open_chat_id: chat, 'operator’s open_id': operator.id });
  if (unusable) return unusable;
  const name = textOf(action, 'name');
  const form = readForm(action.form_value, name);
  const submitted: CardSubmitted = {
    type: 'card_submitted',
    id,
    conversation: chat,
    at,
    // The payload does not tell the chat's type; the conversation's state keeps the real one.
    chat: { id: chat, type: 'p2p' },
    operator,
    message,
    name: decodeName(name),
    value: cleanJson(toRecord(action.value) ?? {}) as JsonObject,
    ...(form === undefined ? {} : { form }),
  };
  return { type: 'event', event: submitted };
}

/** Undefined for a plain button, which has no name: some payloads carry an empty form_value all the same. */
function readForm(given: unknown, name: string): JsonObject | undefined {
  const form = toRecord(given);
  if (form === undefined || (Object.keys(form).length === 0 && name === '')) return undefined;
  const clean = cleanJson(form);
  if (!isRecord(clean)) return undefined;
  return Object.fromEntries(Object.entries(clean).map(([key, value]) => [decodeName(key), value]));
}
