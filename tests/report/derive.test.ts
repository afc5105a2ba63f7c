// Derived figures: exact, as computed by other means; none from what is not exact.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../src/report/check.ts';
import { deriveFigures, formulaInWords } from '../../src/report/derive.ts';
import type { Outline, Slot } from '../../src/report/outline.ts';
import { factsOf, figure, left, outline } from './small-outline.ts';

const withDerived = (id: string, more: Partial<Slot>): Outline => ({
  ...outline,
  slots: outline.slots.map((slot) => (slot.id === id ? { ...slot, ...more } : slot)),
});

const derive = (one: Outline, values: Parameters<typeof factsOf>[0]) =>
  Object.fromEntries(deriveFigures(one, factsOf(values)).map(({ slot, quantity }) => [slot.id, quantity]));

const sum = withDerived('visits', { derived: 'pumps + valves' });
const growth = withDerived('sold_growth', { derived: '(sold - lost) / lost * 100', places: 1 });

/** n hundredths as a decimal string, by string work alone. */
const hundredths = (n: bigint): string => {
  const digits = String(n).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
};

/** a / b in tenths of a percent, rounded half away from zero, in whole numbers only. */
function tenthsOfPercent(part: bigint, whole: bigint): bigint {
  const sign = part < 0n ? -1n : 1n;
  return sign * ((part * sign * 1000n * 2n + whole) / (whole * 2n));
}

describe('a derived figure', () => {
  it('is the exact sum, however large', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 10n ** 15n), (a, b) => {
        const facts = { pumps: figure(hundredths(a), '台'), valves: figure(hundredths(b), '台') };
        expect(derive(sum, facts).visits?.amount).toBe(hundredths(a + b));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('is the growth one gets with whole numbers, rounded half away from zero, with its direction', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 9n), (now, before) => {
        const facts = {
          sold: figure(hundredths(now), '元', { scale: '亿' }),
          lost: figure(hundredths(before), '元', { scale: '亿' }),
        };
        const tenths = tenthsOfPercent(now - before, before);
        const size = tenths < 0n ? -tenths : tenths;
        expect(derive(growth, facts).sold_growth).toEqual({
          amount: `${size / 10n}.${size % 10n}`.replace(/\.0$/, ''),
          scale: '',
          unit: '%',
          approximation: '',
          ...(tenths === 0n ? {} : { direction: tenths < 0n ? '下降' : '增长' }),
        });
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('is stated in the scale of its slot, whatever the scales it comes from', () => {
    const total = withDerived('sold', { derived: 'lost + lost' });
    expect(derive(total, { lost: figure('7550', '元', { scale: '万' }) }).sold).toMatchObject({
      amount: '1.51',
      scale: '亿',
      unit: '元',
    });
  });

  it.each([
    ['an approximate figure', figure('5', '台', { approximation: '余' })],
    ['a range', figure('5', '台', { to: '7' })],
    ['what is left out', left],
    ['words', { type: 'text', text: '好几台' } as const],
  ])('is not computed from %s', (_, pumps) => {
    expect(derive(sum, { pumps, valves: figure('1', '台') })).toEqual({});
  });

  it('is not computed when something is missing, when it would divide by nothing, or when it would be below zero', () => {
    expect(derive(sum, { pumps: figure('5', '台') })).toEqual({});
    const zero = { sold: figure('5', '元'), lost: figure('0', '元') };
    expect(derive(growth, zero)).toEqual({});
    const difference = withDerived('visits', { derived: 'pumps - valves' });
    expect(derive(difference, { pumps: figure('1', '台'), valves: figure('2', '台') })).toEqual({});
  });

  it('gives way to what was said, also to having been left out', () => {
    const facts = { pumps: figure('5', '台'), valves: figure('1', '台') };
    expect(derive(sum, { ...facts, visits: figure('9', '次') })).toEqual({});
    expect(derive(sum, { ...facts, visits: left })).toEqual({});
  });

  it('is computed through another derived one without rounding twice', () => {
    const chain = {
      ...sum,
      slots: sum.slots.map((slot): Slot => {
        if (slot.id === 'households') return { ...slot, derived: 'pumps / 3', places: 0 };
        return slot.id === 'visits' ? { ...slot, derived: 'households * 3', places: 1 } : slot;
      }),
    };
    const found = deriveFigures(chain, factsOf({ pumps: figure('10', '台') }));
    expect(found.map(({ slot, quantity, from }) => [slot.id, quantity.amount, from])).toEqual([
      ['households', '3', ['pumps']],
      ['visits', '10', ['pumps']],
    ]);
  });

  it('says how it was computed', () => {
    const slot = growth.slots.find((one) => one.id === 'sold_growth') as Slot;
    expect(formulaInWords(slot, growth)).toBe('（售水收入－漏损金额）÷漏损金额×100');
  });
});

describe('a figure given beside what it could be computed from', () => {
  const check = (one: Outline, values: Parameters<typeof factsOf>[0]) =>
    runChecks(one, factsOf(values)).map((failed) => failed.question);
  const amounts = { sold: figure('700', '元', { scale: '亿' }), lost: figure('644', '元', { scale: '亿' }) };

  it('is not asked about when it is what the others make, at the precision it was written with', () => {
    expect(check(growth, { ...amounts, sold_growth: figure('8.7', '%', { direction: '增长' }) })).toEqual([]);
    expect(check(growth, { ...amounts, sold_growth: figure('9', '%') })).toEqual([]);
    expect(check(growth, { ...amounts, sold_growth: figure('8.70', '%') })).toEqual([]);
    expect(check(growth, { ...amounts, sold_growth: figure('9', '%', { approximation: '近' }) })).toEqual([]);
  });

  it('is asked about when it is not, with what the others make', () => {
    const said = check(growth, { ...amounts, sold_growth: figure('7.8', '%') });
    expect(said).toEqual(['售水增幅按其他数算出来是增长8.7%，哪个要改？']);
    const fall = check(growth, { ...amounts, sold_growth: figure('8.7', '%', { direction: '下降' }) });
    expect(fall).toHaveLength(1);
  });

  it('has the benefit of the doubt beside an approximate one, and no more', () => {
    const about = { ...amounts, sold: figure('700', '元', { scale: '亿', approximation: '余' }) };
    expect(check(growth, { ...about, sold_growth: figure('12', '%') })).toEqual([]);
    expect(check(growth, { ...about, sold_growth: figure('80', '%') })).toHaveLength(1);
    expect(
      check(sum, { pumps: figure('5', '台'), valves: figure('6', '台'), visits: figure('12', '次') }),
    ).toHaveLength(1);
  });
});
