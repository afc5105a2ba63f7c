// The shape of outline.yaml as people write it: slots stand inside the section that tells them. Shape only; rules are in check-outline.ts.
import { z } from 'zod';

const text = z.string().trim().min(1, 'is empty; write some text');
const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'write small letters, digits and _, beginning with a letter, like `study_sessions`');
const texts = z.array(text);

const slot = z.strictObject({
  id,
  type: z.enum(['figure', 'name', 'text', 'list'], 'write figure, name, text or list'),
  label: text.max(14, 'is long for a label; write at most 14 characters'),
  question: text,
  unit: text.optional(),
  scale: text.optional(),
  units: texts.optional(),
  keywords: texts.min(1, 'is empty; write at least one word that people use for it'),
  not: texts.optional(),
  required: z.boolean().default(false),
  appears: z.array(id).optional(),
  growth_of: id.optional(),
  part_of: id.optional(),
  last_year_of: id.optional(),
  derived: text.optional(),
  places: z.number().int().min(0, 'write 0, 1, 2…').max(4, 'write at most 4').optional(),
  needs: z.array(z.enum(['status', 'scope', 'deed'], 'write status, scope or deed')).optional(),
  zero: text.optional(),
  one: text.optional(),
  fallback: text.optional(),
});

const section = z.strictObject({
  brief: text,
  formulations: texts.default([]),
  length: z.number().int().positive('write the wanted number of characters, like 200'),
  slots: z.array(slot).default([]),
});

const point = section.extend({ id, heading: text });

const chapter = z.strictObject({
  id,
  heading: text,
  lead: section.optional(),
  points: z.array(point).default([]),
});

export const outlineSchema = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z0-9-]*$/, 'write small letters and -, like `party-building`'),
  version: z.number().int().positive('write 1, and one more after each change'),
  name: text,
  aliases: texts.default([]),
  title: text,
  setting: text,
  opening: section,
  chapters: z.array(chapter).min(1, 'is empty; write at least one chapter'),
  closing: section,
  checks: z
    .array(
      z.strictObject({
        ...{ id, rule: text, question: text },
        severity: z.enum(['ask', 'hint'], 'write ask or hint').default('ask'),
      }),
    )
    .default([]),
});

export type AuthoredOutline = z.infer<typeof outlineSchema>;
export type AuthoredSection = z.infer<typeof section>;
export type AuthoredSlot = z.infer<typeof slot>;
