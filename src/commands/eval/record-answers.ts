// Listens to what a model says before drafting mends, refuses or replaces it. Changes nothing of it.
import type { Ask, Model } from '../../model/port.ts';

export interface RawText {
  prompt: string;
  section: string;
  text: string;
}

/** The first answer to each asking counts as the model's own; what it says when faults are named (repair-draft) does not. */
export function recordAnswers(model: Model): { model: Model; heard: RawText[] } {
  const heard: RawText[] = [];
  return {
    heard,
    model: {
      async ask<T>(ask: Ask<T>) {
        const answer = await model.ask(ask);
        const { sections } = answer.value as { sections?: { id: string; text: string }[] };
        for (const { id, text } of sections ?? []) heard.push({ prompt: ask.prompt, section: id.trim(), text });
        return answer;
      },
    },
  };
}
