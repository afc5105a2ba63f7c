// Which figures of the report are in question: disputed, contradicting others, or proved by nothing. They are handed over highlighted.
import type { InQuestion } from '../report/mark-open.ts';
import { openQuestions } from './question.ts';
import { openChecks } from './settle.ts';
import type { Scene } from './turn.ts';

/** `unproved`: figures as they stand in the text. Undefined: nothing is. */
export function inQuestion(scene: Scene, unproved: string[]): InQuestion | undefined {
  const waiting = openQuestions(scene)
    .flatMap(({ items }) => items)
    .filter((item) => !item.answer)
    .flatMap(({ ask }) => (ask.type === 'conflict' || ask.type === 'confirm_value' ? [ask.slot] : []));
  const failing = openChecks(scene).flatMap(({ values }) => values.map(({ slot }) => slot));
  const [slots, words] = [[...new Set([...waiting, ...failing])], [...new Set(unproved)]];
  return slots.length + words.length === 0 ? undefined : { slots, words };
}
