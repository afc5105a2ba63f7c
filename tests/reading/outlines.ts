// The two outlines of the house and one of another field, for reading tests, and one line of JSON made into a reading.
import { fileURLToPath } from 'node:url';
import { loadCatalog, loadOutlineAt } from '../../src/catalog/load-catalog.ts';
import type { Model } from '../../src/model/port.ts';
import { createReader } from '../../src/reading/reader.ts';
import { describeReading, type ReadingShown, requestFrom, type Trial } from '../../src/reading/trial.ts';
import type { Outline } from '../../src/report/outline.ts';

export const outlines = loadCatalog(fileURLToPath(new URL('../../prompts/outlines', import.meta.url))).outlines;

export function outlineOf(kind: string): Outline {
  const outline = outlines.find((one) => one.kind === kind);
  if (!outline) throw new Error(`no outline ${kind}`);
  return outline;
}

/** Known to no one but these tests: nothing of the reader may be fitted to the house's own outlines. */
export const hospital = loadOutlineAt(fileURLToPath(new URL('./hospital', import.meta.url)));

export const partyBuilding = outlineOf('party-building');

/** What is read of a message by the party-building outline. */
export async function readText(trial: string | Partial<Trial>, model?: Model): Promise<ReadingShown> {
  const line = typeof trial === 'string' ? { text: trial } : trial;
  const request = requestFrom(partyBuilding, outlines, { text: '', thisYear: 2026, ...line });
  return describeReading(await createReader(model ? { model } : {})(request), partyBuilding);
}

export const factsOf = (reading: ReadingShown) =>
  Object.fromEntries(reading.facts.map((fact) => [fact.slot, fact.value]));
