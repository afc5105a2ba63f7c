// A report cut to a length: never a figure that was not there, none altered, and the length met.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/figures/index.ts';
import { assemble, documentText } from '../../src/report/assemble.ts';
import { sectionsOf, slotOf } from '../../src/report/outline.ts';
import { proveWording } from '../../src/report/proof.ts';
import { proveDocument } from '../../src/report/prove-document.ts';
import { joinSentences, sentencesIn } from '../../src/report/sentence-pieces.ts';
import { lengthOf, shorten } from '../../src/report/shorten.ts';
import { tokensIn } from '../../src/report/token.ts';
import { draftedCases } from './drafted-cases.ts';

const figuresOf = (text: string): string[] => findFigures(text).map((one) => one.text);

function isPart(some: string[], of: string[]): boolean {
  const left = [...of];
  return some.every((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

describe.each(draftedCases)('$id', ({ outline, year, facts, texts: draft }) => {
  it('holds only what was there, unaltered, at the length wanted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 45, max: 98 }), (seed, percent) => {
        const texts = draft(seed);
        const base = { outline, year, facts, texts };
        const whole = lengthOf({ ...base, most: 0 }, texts);
        const most = Math.round((whole * percent) / 100);
        const cut = shorten({ ...base, most });
        const [before, after] = [assemble(base), assemble({ ...base, texts: cut.texts })];
        expect(isPart(figuresOf(documentText(after)), figuresOf(documentText(before)))).toBe(true);
        expect(proveDocument(after)).toEqual(
          proveDocument(before).filter(({ quote }) => documentText(after).includes(quote)),
        );
        for (const section of sectionsOf(outline)) {
          const [old = '', now = ''] = [texts[section.id], cut.texts[section.id]];
          expect(tokensIn(old)).toEqual(expect.arrayContaining([...new Set(tokensIn(now))]));
          expect(proveWording(now, outline, section).length).toBeLessThanOrEqual(
            proveWording(old, outline, section).length,
          );
        }
        expect(cut.characters).toBe(lengthOf({ ...base, most }, cut.texts));
        expect(cut.characters).toBeLessThanOrEqual(most);
        expect(cut.characters).toBeGreaterThanOrEqual(Math.floor(most * 0.93));
        expect([...cut.told, ...cut.omitted].toSorted()).toEqual(
          [...new Set(Object.values(texts).flatMap(tokensIn))].filter((id) => id !== 'year').toSorted(),
        );
      }),
      { seed: 20261123, numRuns: 4 },
    );
  });

  it('keeps and drops what somebody chose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.nat(200), { maxLength: 6 }), (seed, picks) => {
        const texts = draft(seed);
        const told = [...new Set(Object.values(texts).flatMap(tokensIn))].filter(
          (id) => slotOf(outline, id)?.type === 'figure',
        );
        const chosen = [...new Set(picks.flatMap((pick) => told[pick % Math.max(1, told.length)] ?? []))];
        const [keep, rest] = [chosen.slice(0, 3), chosen.slice(3)];
        // What hangs on a figure that goes, goes with it.
        const drop = rest.filter((id) => !keep.some((one) => slotOf(outline, one)?.growth_of === id));
        const base = { outline, year, facts, texts };
        const most = Math.round(lengthOf({ ...base, most: 0 }, texts) * 0.5);
        const cut = shorten({ ...base, most, keep: new Set(keep), drop: new Set(drop) });
        for (const id of keep) expect(cut.told).toContain(id);
        for (const id of drop) expect(cut.told).not.toContain(id);
      }),
      { seed: 20261123, numRuns: 3 },
    );
  });
});

it('says everything that must stay, whatever the length', () => {
  const [one] = draftedCases;
  if (!one) throw new Error('no case');
  const { outline, year, facts } = one;
  const texts = one.texts(1);
  const all = new Set(Object.values(texts).flatMap(tokensIn));
  const cut = shorten({ outline, year, facts, texts, most: 100, keep: all });
  expect(cut.omitted).toEqual([]);
  expect(cut.characters).toBeGreaterThan(100);
});

describe('sentences', () => {
  it.each(['甲。乙！\n丙（一。二）丁。', '“甲。乙”，丙；丁。', '{{a}}，乙。{{b.1/2.abc：丙。丁}}。', '没有句号'])(
    '%s comes together again',
    (text) => {
      expect(joinSentences(sentencesIn(text))).toBe(text);
    },
  );

  it('are counted anew', () => {
    const sentences = sentencesIn('总述。一是甲。二是乙。三是丙。');
    expect(joinSentences(sentences.filter((_, at) => at !== 2))).toBe('总述。一是甲。二是丙。');
  });
});
