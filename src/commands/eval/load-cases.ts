// prompts/outlines/<kind>/cases/*.yaml → cases to write and to judge. All mistakes at once, with file and line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { problemsOf, readYaml } from '../../catalog/read-yaml.ts';
import { ServiceError } from '../../errors.ts';
import { findFigures } from '../../figures/index.ts';
import type { Facts, FactValue } from '../../report/fact.ts';
import { type Outline, type Slot, sectionsOf, slotOf } from '../../report/outline.ts';

export interface Case {
  /** `annual-summary/full` */
  id: string;
  outline: Outline;
  year: number;
  facts: Facts;
  /** Section ids to draft, in reading order. */
  sections: string[];
  rewrites: { section: string; instruction: string }[];
}

const Authored = z.strictObject({
  name: z.string(),
  year: z.int().min(2000).max(2100),
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
  /** Slots left out on purpose. */
  omitted: z.array(z.string()).default([]),
  sections: z.array(z.string()).optional(),
  rewrites: z.array(z.strictObject({ section: z.string(), instruction: z.string() })).default([]),
});

/** `outlines`: the folder that holds one folder per kind. */
export function loadCases(outlines: string, known: Outline[]): Case[] {
  const wrong: string[] = [];
  const cases = known.flatMap((outline) => {
    const folder = join(outlines, outline.kind, 'cases');
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [];
    return files.toSorted().flatMap((file) => {
      const path = `${outline.kind}/cases/${file}`;
      return readCase(path, readFileSync(join(folder, file), 'utf8'), outline, wrong) ?? [];
    });
  });
  if (wrong.length > 0) throw new ServiceError('bad_prompt', wrong.join('\n'));
  return cases;
}

export function readCase(path: string, text: string, outline: Outline, wrong: string[]): Case | undefined {
  const file = readYaml(path, text);
  const parsed = Authored.safeParse(file.value);
  if (file.broken.length > 0 || !parsed.success) {
    wrong.push(...file.broken, ...(parsed.success ? [] : problemsOf(parsed.error).map((one) => file.place(one))));
    return undefined;
  }
  const { year, omitted, rewrites } = parsed.data;
  const before = wrong.length;
  const problem = (where: (string | number)[], message: string) => wrong.push(file.place({ path: where, message }));
  const facts: Facts = {};
  const put = (slot: string, value: FactValue) => {
    const source = { by: { id: 'eval', name: '' }, at: 0, event: path, words: '' };
    facts[slot] = { slot, value, source };
  };
  for (const [id, given] of Object.entries(parsed.data.facts)) {
    const slot = slotOf(outline, id);
    const value = slot && factValue(slot, given);
    if (!slot) problem(['facts', id], `${outline.kind} has no slot ${id}; correct the name or remove it`);
    else if (typeof value === 'string') problem(['facts', id], value);
    else if (value) put(id, value);
  }
  for (const [at, id] of omitted.entries()) {
    if (slotOf(outline, id)) put(id, { type: 'omitted', reason: 'not_applicable' });
    else problem(['omitted', at], `${outline.kind} has no slot ${id}; correct the name or remove it`);
  }
  const all = sectionsOf(outline).map((section) => section.id);
  const sections = parsed.data.sections ?? all;
  const asked: [string, (string | number)[]][] = [
    ...sections.map((id, at): [string, (string | number)[]] => [id, ['sections', at]]),
    ...rewrites.map(({ section }, at): [string, (string | number)[]] => [section, ['rewrites', at, 'section']]),
  ];
  for (const [id, where] of asked) {
    if (!all.includes(id)) problem(where, `${outline.kind} has no section ${id}; it has ${all.join(', ')}`);
    else if (!sections.includes(id))
      problem(where, `${id} is not among \`sections\`, so there is nothing to rewrite; add it`);
  }
  if (wrong.length > before) return undefined;
  const id = path.replace('/cases/', '/').replace(/\.yaml$/, '');
  return { id, outline, year, facts, sections: all.filter((one) => sections.includes(one)), rewrites };
}

/** A fact's value, or what is wrong with the words for it. */
function factValue(slot: Slot, given: string | string[]): FactValue | string {
  if (slot.type === 'list') return { type: 'list', items: typeof given === 'string' ? [given] : given };
  if (typeof given !== 'string') return `${slot.id} is no list; write one value`;
  if (slot.type !== 'figure') return { type: 'text', text: given };
  const [figure, ...others] = findFigures(given);
  const units = [slot.unit, ...(slot.units ?? [])];
  if (!figure || others.length > 0 || !given.endsWith(figure.text))
    return `“${given}” is no figure; write e.g. 400余亿元`;
  if (!units.includes(figure.quantity.unit)) return `“${given}” has not the unit of ${slot.id} (${units.join('、')})`;
  return { type: 'figure', quantity: figure.quantity };
}
