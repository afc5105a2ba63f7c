// The shape of phrasebook.yaml: per section a list of sentences, each in several wordings. Shape only.
import { z } from 'zod';
import type { Phrasebook } from '../report/phrasebook.ts';

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'write a slot id from outline.yaml');

export const phrasebookSchema: z.ZodType<Phrasebook> = z.strictObject({
  version: z.number().int().positive('write 1, and one more after each change'),
  sections: z.record(
    z.string(),
    z.array(
      z.strictObject({
        say: z
          .array(z.string().trim().min(1, 'is empty; write a sentence'))
          .min(1, 'is empty; write at least one wording'),
        needs: z.array(id).optional(),
        unless: z.array(id).optional(),
        paragraph: z.boolean().optional(),
      }),
    ),
  ),
}) as z.ZodType<Phrasebook>;
