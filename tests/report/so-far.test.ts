// A draft that is still being written, as people may look at it: never half a token, never a figure that is no fact's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Facts } from '../../src/report/fact.ts';
import { shapeOf } from '../../src/report/fact-shape.ts';
import { textSoFar } from '../../src/report/so-far.ts';
import { party, quantity } from '../conversation/fixture.ts';

const source = { by: { id: 'ou_1', name: '王芳' }, at: 0, event: 'e', words: '' };
const figure = (slot: string, amount: string, unit: string, more = {}): Fact => ({
  slot,
  value: { type: 'figure', quantity: quantity(amount, unit, more) },
  source,
});
const facts: Facts = { studies: figure('studies', '12', '次') };
const soFar = (texts: Record<string, string>) => textSoFar({ outline: party, year: 2023, facts, texts });

describe('a text so far', () => {
  it('has its heading and its figures, and nothing of sections not begun', () => {
    expect(soFar({ c1p1: '学了{{studies}}，专题' })).toBe('一是学得经常。学了12次，专题');
    expect(soFar({ opening: '各位好。', c1p2: '  ' })).toBe('各位好。');
    expect(soFar({})).toBe('');
  });

  it('breaks off before a token, wherever it is cut', () => {
    const text = '学了{{studies}}，讲了{{lectures}}，另有｛｛topics｝｝。';
    for (let end = 1; end <= text.length; end += 1) {
      expect(soFar({ c1p1: text.slice(0, end) }), text.slice(0, end)).not.toMatch(/[{}｛｝]|stud|lect|topi/u);
    }
  });

  it('shows a gap for what may not be shown yet', () => {
    expect(soFar({ c1p1: '学了⟦1:次⟧，做了{{unknown}}，又' })).toBe('一是学得经常。学了……，做了……，又');
  });

  it('only ever grows by what is written, for any text', () => {
    const piece = fc.constantFrom('学习', '，', '。', '\n', '{{studies}}', '{{topics}}', '{', '}}', '⟦1:次⟧', '｛');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(200), (pieces, end) => {
        expect(soFar({ c1p1: pieces.join('').slice(0, end) })).not.toMatch(/[{}｛｝⟦⟧]/u);
      }),
      { seed: 20261123 },
    );
  });
});

describe('the shape of a section’s facts', () => {
  const shape = (fact: Fact | undefined) => shapeOf('c1p1', { outline: party, facts: fact ? { studies: fact } : {} });
  const usual = shape(figure('studies', '12', '次'));

  it('is the same for another amount', () => {
    expect(shape(figure('studies', '14', '次'))).toBe(usual);
    expect(shape(figure('studies', '1200', '次'))).toBe(usual);
  });

  it.each<[string, Fact | undefined]>([
    ['none', figure('studies', '0', '次')],
    ['none, in decimals', figure('studies', '0.0', '次')],
    ['below zero', figure('studies', '-3', '次')],
    ['about', figure('studies', '12', '次', { approximation: '余' })],
    ['another unit', figure('studies', '12', '场')],
    ['another direction', figure('studies', '12', '次', { direction: '下降' })],
    ['words instead', { slot: 'studies', value: { type: 'text', text: '常态化' }, source }],
    ['left out', { slot: 'studies', value: { type: 'omitted', reason: 'not_applicable' }, source }],
    ['not given', undefined],
  ])('differs for %s', (_, fact) => {
    expect(shape(fact)).not.toBe(usual);
  });

  it('is that of the printed form', () => {
    const exact = figure('studies', '12', '次');
    const by = source.by;
    const printed = quantity('10', '次', { approximation: '余' });
    expect(shape({ ...exact, print: { wish: { type: 'about' }, quantity: printed, by, at: 0 } })).not.toBe(usual);
    expect(shape({ ...exact, print: { wish: { type: 'omit' }, by, at: 0 } })).not.toBe(usual);
  });

  it('does not look at other sections', () => {
    const other = { studies: figure('studies', '12', '次'), lectures: figure('lectures', '3', '次') };
    expect(shapeOf('c1p1', { outline: party, facts: other })).toBe(usual);
  });
});
