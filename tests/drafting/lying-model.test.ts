// A model that lies about figures in every way, over both outlines and facts at random: nothing of it may stand.
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { checkText } from '../../src/drafting/check-text.ts';
import { mendText } from '../../src/drafting/mend-text.ts';
import { readInstruction } from '../../src/drafting/read-instruction.ts';
import type { Facts } from '../../src/report/fact.ts';
import { type Outline, type Section, type Slot, sectionsOf, slotOf } from '../../src/report/outline.ts';
import { tokensIn } from '../../src/report/token.ts';
import { factsFor, randomFrom, truthfulText } from './any-facts.ts';

const catalog = loadCatalog('prompts/outlines');

/** Ways to write a lie in the place of a figure's token, or beside it. */
const lies: [string, (text: string, token: string) => string][] = [
  ['a figure typed', (text, token) => text.replace(token, '35次')],
  ['in Chinese numerals', (text, token) => text.replace(token, '三十五次')],
  ['in digits of full width', (text, token) => text.replace(token, '３５次')],
  ['in capitals of an account', (text, token) => text.replace(token, '叁拾伍元')],
  ['in circled digits', (text, token) => text.replace(token, '⑫项')],
  ['as a share', (text, token) => text.replace(token, '近四成')],
  ['as a vague amount', (text, token) => text.replace(token, '数十次')],
  ['beside it', (text, token) => text.replace(token, `${token}，比上年多了六次`)],
  ['approximately', (text, token) => text.replace(token, `近${token}`)],
  ['with a unit more', (text, token) => text.replace(token, `${token}次`)],
  ['with a direction more', (text, token) => text.replace(token, `增长${token}`)],
  ['its token broken', (text, token) => text.replace(token, token.replace('}}', ''))],
  ['its token renamed', (text, token) => text.replace(token, token.replace('}}', '_total}}'))],
  ['its token twice', (text, token) => text.replace(token, `${token}，合计${token}`)],
  ['its token left out', (text, token) => text.replace(token, '若干')],
  ['in English', (text, token) => text.replace(token, 'thirty-five meetings were held during the year under review')],
];

const rivalsOf = (outline: Outline, text: string): [Slot, Slot][] => {
  const figures = [...new Set(tokensIn(text))]
    .flatMap((id) => slotOf(outline, id) ?? [])
    .filter((slot) => slot.type === 'figure');
  return figures.flatMap((one) =>
    figures
      .filter((two) => two.id > one.id && two.unit === one.unit && two.section === one.section)
      .map((two): [Slot, Slot] => [one, two]),
  );
};
const exchanged = (text: string, one: Slot, two: Slot): string =>
  text
    .replaceAll(`{{${one.id}}}`, '\u0000')
    .replaceAll(`{{${two.id}}}`, `{{${one.id}}}`)
    .replaceAll('\u0000', `{{${two.id}}}`);

describe.each(catalog.outlines)('$kind', (outline) => {
  const phrasebook = catalog.phrasebooks[outline.kind];
  if (!phrasebook) throw new Error('no phrasebook');
  const tokens = new Set(['year', ...outline.slots.map(({ id }) => id)]);
  const stands = (text: string, section: Section, facts: Facts): boolean =>
    !checkText(mendText(text, section, tokens), {
      ...{ outline, section, facts, year: 2024, instruction: readInstruction('', 0) },
    }).some((fault) => fault.fatal);
  const texts = Array.from({ length: 8 }, (_, seed) => {
    const facts = factsFor(outline, seed, 1);
    return sectionsOf(outline).map((section) => ({
      seed,
      facts,
      section,
      text: truthfulText({ outline, phrasebook, facts }, section, seed),
    }));
  }).flat();

  it.each(lies)('%s', (_, lie) => {
    let told = 0;
    for (const { seed, facts, section, text } of texts) {
      const figures = tokensIn(text).filter((id) => slotOf(outline, id)?.type === 'figure');
      const token = `{{${figures[randomFrom(seed)(figures.length)]}}}`;
      if (figures.length === 0) continue;
      told += 1;
      expect(stands(text, section, facts)).toBe(true);
      const spoilt = lie(text, token);
      expect({ seed, spoilt, stands: stands(spoilt, section, facts) }).toMatchObject({ stands: false });
    }
    expect(told).toBeGreaterThan(30);
  });

  it('two of one unit exchanged', () => {
    let pairs = 0;
    for (const { seed, facts, section, text } of texts) {
      for (const [one, two] of rivalsOf(outline, text)) {
        pairs += 1;
        const spoilt = exchanged(text, one, two);
        expect({ seed, spoilt, stands: stands(spoilt, section, facts) }).toMatchObject({ stands: false });
      }
    }
    expect(pairs).toBeGreaterThan(10);
  });

  it('a figure hidden in an item, made another', () => {
    let told = 0;
    for (const { seed, facts, section, text } of texts) {
      if (!/：[^{}]*⟦\d/u.test(text)) continue;
      told += 1;
      for (const spoilt of [
        text.replace(/(：[^{}]*)⟦\d+:[^⟦⟧]*⟧/u, '$118个'),
        text.replace(/(：[^{}]*)⟦(\d+):/u, '$1⟦9$2:'),
        text.replace(/(：[^{}]*⟦\d+:[^⟦⟧]*⟧)/u, '$1余'),
        text.replace(/(：[^{}]*)⟦\d+:[^⟦⟧]*⟧/u, '$1'),
      ]) {
        expect({ seed, spoilt, stands: stands(spoilt, section, facts) }).toMatchObject({ stands: false });
      }
    }
    expect(told).toBeGreaterThan(0);
  });
});
