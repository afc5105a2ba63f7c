// The shipped phrasebooks under every combination of facts. (Both outlines: nothing may be fitted to one kind.)
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Facts, FactValue } from '../../src/report/fact.ts';
import { type Outline, type Slot, sectionsOf } from '../../src/report/outline.ts';
import { phraseSection } from '../../src/report/phrasebook.ts';
import { proveSection } from '../../src/report/proof.ts';
import { renderPlain } from '../../src/report/render.ts';
import { tokensIn } from '../../src/report/token.ts';
import { factsOf, left } from './small-outline.ts';

const catalog = loadCatalog('prompts/outlines');
const year = 2023;

type Standing = 'given' | 'missing' | 'skipped' | 'not_applicable';

/** Every figure gets an amount of its own, so that each can be found again in the text. */
function valueOfSlot(slot: Slot, n: number): FactValue {
  if (slot.type === 'list') return { type: 'list', items: [`甲项${slot.id}`, `乙项${slot.id}`] };
  if (slot.type !== 'figure') return { type: 'text', text: `某${slot.id}` };
  const scale = slot.scale ?? '';
  const approximation = n % 3 === 0 ? '余' : '';
  return { type: 'figure', quantity: { amount: String(1010 + n * 10), scale, unit: slot.unit ?? '', approximation } };
}

const amount = (n: number) => String(1010 + n * 10);

function factsFor(outline: Outline, standings: Standing[]): Facts {
  const values = outline.slots.flatMap((slot, n): [string, FactValue][] => {
    const standing = standings[n % standings.length] ?? 'missing';
    if (standing === 'missing') return [];
    return [[slot.id, standing === 'given' ? valueOfSlot(slot, n) : { type: 'omitted', reason: standing }]];
  });
  return factsOf(Object.fromEntries(values));
}

const standings = fc.array(fc.constantFrom<Standing>('given', 'given', 'missing', 'skipped', 'not_applicable'), {
  minLength: 61,
  maxLength: 61,
});

describe.each(catalog.outlines)('the phrasebook of $kind', (outline) => {
  const phrasebook = catalog.phrasebooks[outline.kind];
  if (!phrasebook) throw new Error('no phrasebook');
  const phrase = (section: string, facts: Facts, seed: number, shorter = false) =>
    phraseSection({ outline, phrasebook, section, facts, seed, shorter });
  const everything = factsFor(outline, ['given']);
  // Last year's amounts and the like are only computed with.
  const told = outline.slots.filter((slot) => slot.appears?.length !== 0);

  it('tells each given fact once, nothing that was not given, in a text that stands proof', () => {
    fc.assert(
      fc.property(standings, fc.integer(), fc.boolean(), (chosen, seed, shorter) => {
        const facts = factsFor(outline, chosen);
        for (const section of sectionsOf(outline)) {
          const text = phrase(section.id, facts, seed, shorter);
          expect(proveSection(text, { outline, section: section.id, facts, year }), text).toEqual([]);
          const printed = renderPlain(text, { outline, year, facts, section: section.id });
          expect(printed).not.toMatch(/[，；、：。]{2}|^[，；、：。]|[，；、：]$|亿元亿|万人次万|\{|\}/);
          for (const [n, slot] of outline.slots.entries()) {
            if (slot.type !== 'figure') continue;
            const given = facts[slot.id]?.value.type === 'figure';
            const wanted = given && slot.section === section.id && told.includes(slot);
            expect(printed.split(amount(n)).length - 1, `${slot.id}: ${printed}`).toBe(wanted ? 1 : 0);
          }
        }
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it('puts all figures of the outline into the report exactly once, for every seed', () => {
    for (let seed = 0; seed < 40; seed++) {
      const tokens = sectionsOf(outline).flatMap((section) => tokensIn(phrase(section.id, everything, seed)));
      const figures = told.filter((slot) => slot.type === 'figure').map((slot) => slot.id);
      expect(tokens.filter((id) => figures.includes(id)).sort()).toEqual([...figures].sort());
    }
  });

  it('says what is missing of the required, and says nothing of the rest', () => {
    for (const section of sectionsOf(outline)) {
      const told = tokensIn(phrase(section.id, {}, 3));
      for (const slot of outline.slots.filter((one) => one.section === section.id && one.appears?.length !== 0)) {
        expect(told.includes(slot.id), slot.id).toBe(slot.required || slot.fallback !== undefined);
      }
    }
  });

  it('gives the same text for the same seed, and other words for the next', () => {
    for (const section of sectionsOf(outline)) {
      for (let seed = 0; seed < 24; seed++) {
        const text = phrase(section.id, everything, seed);
        expect(phrase(section.id, everything, seed)).toBe(text);
        if ((seed + 1) % 12 !== 0) expect(phrase(section.id, everything, seed + 1), section.id).not.toBe(text);
      }
    }
  });

  it('begins a paragraph where its author says so, and never with an empty one', () => {
    const lead = outline.kind === 'party-building' ? 'problems_lead' : 'outlook_lead';
    expect(phrase(lead, everything, 1).split('\n')).toHaveLength(2);
    const [first] = sectionsOf(outline).find((section) => section.id === lead)?.slots ?? [];
    expect(phrase(lead, factsOf({ [first ?? '']: left }), 1)).not.toContain('\n');
  });

  it('is shorter when asked to be, and still whole', () => {
    for (const section of sectionsOf(outline)) {
      const lengths = [0, 1, 2, 3, 4, 5].map((seed) => phrase(section.id, everything, seed).length);
      expect(phrase(section.id, everything, 0, true).length).toBeLessThanOrEqual(Math.min(...lengths));
    }
  });

  it('lets no two like-unit figures of a section be exchanged unnoticed', () => {
    for (const section of sectionsOf(outline)) {
      for (let seed = 0; seed < 12; seed++) {
        const text = phrase(section.id, everything, seed);
        const figures = told.filter((slot) => slot.type === 'figure' && slot.section === section.id);
        for (const one of figures) {
          for (const other of figures.filter((rival) => rival.id < one.id && rival.unit === one.unit)) {
            const swapped = text
              .replace(`{{${one.id}}}`, '{{?}}')
              .replace(`{{${other.id}}}`, `{{${one.id}}}`)
              .replace('{{?}}', `{{${other.id}}}`);
            const findings = proveSection(swapped, { outline, section: section.id, facts: everything, year });
            expect(
              findings.map((finding) => finding.code),
              swapped,
            ).not.toEqual([]);
          }
        }
      }
    }
  });

  it('keeps its attitude words within bounds', () => {
    for (let seed = 0; seed < 12; seed++) {
      const report = sectionsOf(outline)
        .map((section) => phrase(section.id, everything, seed))
        .join('');
      const count = (word: string) => report.split(word).length - 1;
      expect(count('我坚持')).toBeLessThanOrEqual(2);
      for (const word of ['着力', '力求', '切实', '扎实']) expect(count(word), word).toBeLessThanOrEqual(2);
      for (const word of ['显著', '焕然一新', '圆满', '卓有成效']) expect(count(word), word).toBe(0);
    }
  });
});

describe('the party-building outline', () => {
  const outline = catalog.outlines.find((one) => one.kind === 'party-building');

  it('asks for the thirty figures of such a report and the number of branches', () => {
    const figures = outline?.slots.filter((slot) => slot.type === 'figure' && slot.required).map((slot) => slot.id);
    expect(figures).toHaveLength(31);
    expect(figures).toContain('branch_count');
  });

  it('has the parts that such reports often lack', () => {
    const headings = outline?.chapters.map((chapter) => chapter.heading);
    expect(headings?.slice(4)).toEqual(['存在的问题及原因', '上年度述职评议指出问题的整改情况', '下一步打算']);
    expect(outline?.chapters.slice(0, 4).map((chapter) => chapter.points.length)).toEqual([4, 3, 3, 4]);
    expect(outline?.chapters[3]?.lead?.slots).toContain('key_tasks');
  });
});
