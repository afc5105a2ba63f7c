// The answer to a question about a figure: 党课的, 是主题党日 after “12次 belongs where?”. Pure.
import type { ReadFact } from '../conversation/command.ts';
import { findFigures } from '../figures/index.ts';
import { findMentions } from './mentions.ts';
import type { ReadRequest } from './port.ts';
import { unexplained, wordsOf } from './unexplained.ts';
import { fitUnit } from './units.ts';

/** Words that only point: 放到党课里, 那个是职级晋升的. */
const pointing = '放到 放在 放进 归到 归 属于 算到 算作 算是 那个 这个 就是 应该是 指的是 说的是 填到 填在 那项 那一项';

/** A short message that names one slot, when one figure waits for its slot; null otherwise. */
export function answerAsks(text: string, request: ReadRequest): ReadFact | null {
  const { asked, report } = request;
  if (asked?.type !== 'asks' || !report || text.length > 30 || /[\d?？]/.test(text)) return null;
  if (findFigures(text).length > 0 || /[一二三四五六七八九十百千两几多没无](?!会|课|岗|责)/u.test(text)) return null;
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
  // 培训多少期我问问再说 speaks of the slot and answers nothing; nor does what speaks of a value that stands
  const more = unexplained(text, `${wordsOf(slot)}\n${pointing}`, report.year);
  if (more.length > 0 || report.facts[slot.id]?.value.type === 'figure') return null;
  return { slot: slot.id, value: { type: 'figure', quantity: fit.quantity }, words: ask.words, correction: false };
}
