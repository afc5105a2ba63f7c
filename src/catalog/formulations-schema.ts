// The shape of formulations.yaml. Shape only: what must agree with what is checked in load-formulations.ts.
import { z } from 'zod';

const words = z.string().trim().min(1, 'is empty; write the words or remove the line');
const replacements = z.record(words, z.string().nullable());
const month = z
  .union([z.number().int(), z.string()])
  .transform(String)
  .refine((text) => /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(text), 'write a year or a month: 2022 or 2022-12');

const formulation = z.strictObject({
  name: words,
  write: z.array(words).min(1, 'is empty; write at least one wording').optional(),
  quotes: z.boolean().default(false),
  members: z.array(words).min(2, 'needs at least two members').optional(),
  also: z.array(z.array(words).min(2, 'needs at least two members')).default([]),
  wrong: replacements.default({}),
  unusual: replacements.default({}),
  allow: z.array(words).default([]),
  from: month.optional(),
  to: month.optional(),
  after: words.optional(),
  place: words.optional(),
  source: words,
  even_quoted: z.boolean().default(false),
});

export const formulationsSchema = z.strictObject({
  version: z.number().int().positive('write 1, and one more after each change'),
  formulations: z.array(formulation).min(1, 'is empty; write at least one formulation'),
  miswritings: z.record(words, words),
  doubtful: z.record(words, words).default({}),
  miswriting_allow: z.array(words).default([]),
  wordings: z.string().default(''),
  documents: z.string().default(''),
  phrases: z.string().default(''),
  words: z.string().default(''),
});

export type AuthoredFormulations = z.infer<typeof formulationsSchema>;
