// What the presser of a button sees at once, for them alone. It may come too late: what must be known is also said or shown.
import { answerSpeaker } from './ask-there.ts';
import type { Toast } from './decision.ts';
import type { Effect, EffectType } from './effect.ts';
import { pressWords } from './press-wording.ts';
import { emit, relayedIn, say, type Turn, target } from './turn.ts';

/** More is not read in the second or two a toast stands. */
const READABLE = 80;

/** Says it to the presser; what a press is told first stands. Nothing for any other event. */
export function toast(turn: Turn, type: Toast['type'], text: string): undefined {
  if (turn.event.type === 'card_submitted' && text !== '') turn.toast ??= { type, text: inShort(text) };
}

/** Why it cannot be done. A presser is told by toast, and by a message only if the toast cannot be given in time. */
export function refuse(turn: Turn, text: string): undefined {
  // Whoever pressed in the group had their toast there before this was known.
  if (relayedIn(turn)) return answerSpeaker(turn, text);
  if (turn.event.type !== 'card_submitted' || turn.toast || [...text].length > READABLE) return say(turn, text);
  toast(turn, 'warning', text);
  emit(turn, { type: 'send_text', ...target(turn), text, unlessToasted: true });
}

/** The toast of a press; where no rule said one, what came of it. */
export function toastOf({ toast: said, effects }: Turn): Toast {
  if (said) return said;
  const has = (type: EffectType): boolean => effects.some((effect) => effect.type === type);
  if (has('send_file')) return { type: 'success', text: pressWords.file };
  if (has('draft_section')) return { type: 'success', text: pressWords.writing };
  const spoken = effects.find(
    (effect): effect is Extract<Effect, { type: 'send_text' }> => effect.type === 'send_text',
  );
  if (spoken) return { type: 'info', text: inShort(spoken.text) };
  if (has('send_card')) return { type: 'info', text: pressWords.below };
  return has('update_card') ? { type: 'success', text: pressWords.done } : { type: 'info', text: pressWords.nothing };
}

function inShort(text: string): string {
  const [line = ''] = text.split('\n');
  const sentence = [...line].length > READABLE ? (/^.+?[。！？；]/u.exec(line)?.[0] ?? line) : line;
  return [...sentence].length > READABLE ? `${[...sentence].slice(0, READABLE - 1).join('')}…` : sentence;
}
