// The answer to a question about a figure: 党课的, 是主题党日 after “12次 belongs where?”. Pure.
import type { ReadFact } from '../conversation/command.ts';
import { findMentions } from './mentions.ts';
import type { ReadRequest } from './port.ts';
import { fitUnit } from './units.ts';

/** A short message that names one slot, when one figure waits for its slot; null otherwise. */
export function answerAsks(text: string, request: ReadRequest): ReadFact | null {
  const { asked, report } = request;
  if (asked?.type !== 'asks' || !report || text.length > 30 || /\d/.test(text)) return null;
  const waiting = asked.asks.filter((ask) => ask.type === 'which_slot' || ask.type === 'unplaced');
  const [ask] = waiting;
  if (waiting.length !== 1 || !ask) return null;
  const offered = report.outline.slots.filter(
    (slot) => slot.type === 'figure' && (ask.type === 'unplaced' || ask.slots.includes(slot.id)),
  );
  const mentions = findMentions(text, offered);
  const slots = [...new Set(mentions.map((mention) => mention.slot))];
  const [slot] = slots;
  const fit = slot && fitUnit(ask.quantity, slot);
  if (slots.length !== 1 || !slot || !fit) return null;
  return { slot: slot.id, value: { type: 'figure', quantity: fit.quantity }, words: ask.words, correction: false };
}
