// The shipped outlines' cases as the phrasebook writes them: whole reports to try things on.
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { loadCases } from '../../src/commands/eval/load-cases.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';

const catalog = loadCatalog('prompts/outlines');

export const draftedCases = loadCases('prompts/outlines', catalog.outlines).map((one) => {
  const phrasebook = catalog.phrasebooks[one.outline.kind];
  if (!phrasebook) throw new Error(`no phrasebook for ${one.outline.kind}`);
  const texts = (seed: number): Record<string, string> =>
    Object.fromEntries(
      sectionsOf(one.outline)
        .map((section) => [
          section.id,
          phraseSection({ outline: one.outline, phrasebook, section: section.id, facts: one.facts, seed }),
        ])
        .filter(([, text]) => text !== ''),
    );
  return { ...one, texts };
});
