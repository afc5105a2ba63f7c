// The sentences of a text that tell certain facts, as they stand. Copies words; writes none.
import { tokensIn } from './token.ts';

/** Sentences with tokens of these slots, in order, each ending as a sentence does; '' when there is none. */
export function sentencesTelling(text: string, slots: string[]): string {
  return (text.match(/[^。！？；\n]+[。！？；]?/gu) ?? [])
    .filter((sentence) => tokensIn(sentence).some((slot) => slots.includes(slot)))
    .map((sentence) => `${sentence.trim().replace(/[。！？；，、]+$/u, '')}。`)
    .join('');
}
