// The shape of the model's answer when it reads a message, and the check of each part of it. Pure; what does not hold is dropped, never mended.
import { z } from 'zod';
import type { Command } from '../conversation/command.ts';
import { type Outline, type Slot, sectionsUnder } from '../report/outline.ts';

const plainCommands = [
  'help',
  'show_progress',
  'show_missing',
  'show_facts',
  'undo',
  'compile',
  'list_reports',
] as const;

/** Start over, withdraw, confirm and cancel are not among them: those are heard from people only. */
export const readingAnswer = z.object({
  figures: z.array(z.object({ mask: z.number().int(), slot: z.string() })).default([]),
  texts: z.array(z.object({ slot: z.string(), quote: z.string() })).default([]),
  commands: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.enum(plainCommands) }),
        z.object({ type: z.enum(['draft', 'show']), section: z.string() }),
        z.object({ type: z.literal('rewrite'), section: z.string().optional() }),
        z.object({ type: z.enum(['skip', 'not_applicable']), slot: z.string() }),
      ]),
    )
    .default([]),
});

export type ReadingAnswer = z.infer<typeof readingAnswer>;

/** Slot by mask: only existing slots and masks, each at most once; a mask or a slot named twice counts for nothing. */
export function placedMasks(answer: ReadingAnswer, masks: Set<number>, slots: Slot[]): Map<number, Slot> {
  const placed = new Map<number, Slot>();
  for (const { mask, slot: id } of answer.figures) {
    const once = answer.figures.filter((one) => one.mask === mask || one.slot === id).length === 1;
    const slot = slots.find((one) => one.id === id && one.type === 'figure');
    if (once && slot && masks.has(mask)) placed.set(mask, slot);
  }
  return placed;
}

/** Commands whose sections and slots exist. `words` is what the user wrote: an instruction is theirs, not the model's. */
export function soundCommands(answer: ReadingAnswer, outline: Outline, words: string): Command[] {
  const hasSection = (id: string) => id === 'all' || sectionsUnder(outline, id).length > 0;
  return answer.commands.flatMap((command): Command[] => {
    if (command.type === 'rewrite') {
      if (command.section !== undefined && !hasSection(command.section)) return [];
      const place = command.section === undefined ? {} : { section: command.section };
      return [{ type: 'rewrite', ...place, instruction: words }];
    }
    if ('section' in command) return hasSection(command.section) ? [command] : [];
    if ('slot' in command) return outline.slots.some((slot) => slot.id === command.slot) ? [command] : [];
    return [command];
  });
}
