// A total named by its parts (退税、减税、降费合计) is no other figure's; exchanged tokens still are.
import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { proveWording } from '../../src/report/proof.ts';

const outline = loadCatalog('prompts/outlines').outlines.find(({ kind }) => kind === 'party-building');
const taxes = outline && sectionsOf(outline).find(({ id }) => id === 'taxes');
if (!outline || !taxes) throw new Error('no outline');
const swapped = (text: string): boolean =>
  proveWording(text, outline, taxes).some(({ code }) => code === 'figures_swapped');

const told =
  '全年办理留抵退税{{tax_refunds}}；按新增口径，减税降费{{new_cuts}}；按退税、减税、降费合计的口径，为{{relief_total}}。';

it('a name taken apart by 、 is its own', () => {
  expect(swapped(told)).toBe(false);
});

it.each([
  ['tax_refunds', 'relief_total'],
  ['new_cuts', 'relief_total'],
  ['tax_refunds', 'new_cuts'],
])('%s for %s is found', (one, other) => {
  const text = told
    .replace(`{{${one}}}`, '{{x}}')
    .replace(`{{${other}}}`, `{{${one}}}`)
    .replace('{{x}}', `{{${other}}}`);
  expect(swapped(text)).toBe(true);
});
