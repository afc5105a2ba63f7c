// Marks around a token: one pair is printed, whatever the name has of its own; and no 、 between marks side by side.
import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { checkText } from '../../src/drafting/check-text.ts';
import { mendMarks } from '../../src/drafting/mend-marks.ts';
import { mendText } from '../../src/drafting/mend-text.ts';
import type { FactValue } from '../../src/report/fact.ts';
import { sectionsOf } from '../../src/report/outline.ts';
import { renderPlain } from '../../src/report/render.ts';
import { factsOf } from './library.ts';

const { outlines } = loadCatalog('prompts/outlines');
const party = outlines.find((one) => one.kind === 'party-building');
const culture = party && sectionsOf(party).find((one) => one.id === 'culture');
const politics = party && sectionsOf(party).find((one) => one.id === 'politics');
if (!party || !culture || !politics) throw new Error('no outline');
const list = (...items: string[]): FactValue => ({ type: 'list', items });
const of = (facts: Record<string, FactValue>) => ({
  outline: party,
  year: 2025,
  facts: factsOf(facts),
  section: 'culture',
});
const campaign = (text: string) =>
  of({ integrity_campaign: { type: 'text', text }, integrity_forms: list('旁听庭审') });

it.each([
  ['清风财政', '“{{integrity_campaign}}”', '“清风财政”'],
  ['“清风财政”', '“{{integrity_campaign}}”', '“清风财政”'],
  ['“清风财政”行动', '“{{integrity_campaign}}”', '“清风财政”行动'],
  ['清风财政', '《{{integrity_campaign}}》', '清风财政'],
  ['《清风守则》', '《{{integrity_campaign}}》', '《清风守则》'],
])('%s in %s', (name, written, printed) => {
  const context = campaign(name);
  const text = mendMarks(`依托${written}开展廉政教育，形式是{{integrity_forms}}。`, context);
  expect(renderPlain(text, context)).toBe(`依托${printed}开展廉政教育，形式是旁听庭审。`);
  const instruction = { shorter: false, longer: false, words: '' };
  expect(checkText(text, { ...context, section: culture, instruction })).toEqual([]);
});

it('a name that gets marks of its own later prints one pair', () => {
  const text = mendMarks('依托“{{integrity_campaign}}”。', campaign('清风财政'));
  expect(renderPlain(text, campaign('“清风财政”'))).toBe('依托“清风财政”。');
  expect(renderPlain('依托“{{integrity_campaign}}”。', campaign('“清风”和“护航”'))).toContain('清风”和“护航');
});

it('several names take no pair for all of them', () => {
  const facts = of({ integrity_forms: list('旁听庭审', '参观展馆') });
  expect(mendMarks('形式有“{{integrity_forms}}”。', facts)).toBe('形式有{{integrity_forms}}。');
});

it('no 、 between quotation marks or titles side by side', () => {
  expect(mendText('深刻领悟“两个确立”、“两个维护”，学《甲》、《乙》，办“丙”、丁。', politics, new Set())).toBe(
    '深刻领悟“两个确立”“两个维护”，学《甲》《乙》，办“丙”、丁。',
  );
});
