// Exact values, intervals of approximations, and arithmetic over units and scales.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  compareQuantities,
  doubleApproximation,
  findFigures,
  formatQuantity,
  valueOf as intervalOf,
  parseNumeral,
  type Quantity,
  ratioPercent,
  sameQuantity,
  scaleBy,
  sharePercent,
  subtractQuantities,
} from '../../src/figures/index.ts';

const q = (text: string): Quantity => {
  const figure = findFigures(text)[0];
  if (!figure) throw new Error(`no figure in ${text}`);
  return figure.quantity;
};
const shown = (quantity: Quantity | null): string | null => quantity && formatQuantity(quantity, { direction: true });

describe('what an approximation may be', () => {
  it.each([
    ['400余亿元', '40000000000', '50000000000', true],
    ['120余户', '120', '130', true],
    ['12.6万余人', '126000', '127000', true],
    ['近200人', '150', '200', true],
    ['不到200人', '100', '200', true],
    ['约300人', '250', '350', false],
    ['300人左右', '250', '350', false],
    ['至少12次', '12', '120', false],
    ['不超过3%', '0', '3', false],
    ['几十个', '20', '100', true],
    ['十几个', '11', '19', false],
    ['十几万人', '100000', '200000', true],
    ['12亿出头', '1200000000', '1250000000', true],
    ['3—5次', '3', '5', false],
    ['近200余人', '150', '300', true],
  ])('%s', (text, low, high, highOpen) => {
    expect(intervalOf(q(text))).toMatchObject({ low, high, highOpen, exact: false });
  });

  it('is exact without one', () => {
    expect(intervalOf(q('1.1亿元'))).toEqual({
      low: '110000000',
      high: '110000000',
      unit: '元',
      exact: true,
      lowOpen: false,
      highOpen: false,
    });
  });
});

describe('comparing', () => {
  it.each([
    ['1.1亿元', '11000万元', 'equal'],
    ['3成', '30%', 'equal'],
    ['1公里', '1000米', 'equal'],
    ['5‰', '0.5%', 'equal'],
    ['110亿元', '70余亿元', 'greater'],
    ['400余亿元', '500亿元', 'less'],
    ['400余亿元', '461.38亿元', 'overlapping'],
    ['12人', '12人次', 'incomparable'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareQuantities(q(a), q(b))).toBe(expected);
  });

  it('knows the same statement in other words', () => {
    expect(sameQuantity(q('400余亿元'), q('四百多亿元'))).toBe(true);
    expect(sameQuantity(q('约12次'), q('12次左右'))).toBe(true);
    expect(sameQuantity(q('400余亿元'), q('400亿元'))).toBe(false);
    expect(sameQuantity(q('增长3.2%'), q('下降3.2%'))).toBe(false);
    expect(sameQuantity(q('12人'), q('12人次'))).toBe(false);
  });
});

describe('arithmetic', () => {
  it('is exact over scales and keeps what may be kept of an approximation', () => {
    expect(shown(addQuantities(q('1.1亿元'), q('2300万元')))).toBe('1.33亿元');
    expect(shown(addQuantities(q('110亿元'), q('70余亿元')))).toBe('180余亿元');
    expect(shown(subtractQuantities(q('0.3亿元'), q('1000万元')))).toBe('0.2亿元');
    expect(addQuantities(q('12人'), q('12人次'))).toBeNull();
    expect(addQuantities(q('3—5次'), q('1次'))).toBeNull();
    expect(shown(scaleBy(q('8个'), '12'))).toBe('96个');
  });

  it('never leaves the decimal system', () => {
    const decimal = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(9)).map(([n, places]) => {
      const digits = String(n).padStart(places + 1, '0');
      return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    });
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const of = (amount: string): Quantity => ({ amount, scale: '亿', unit: '元', approximation: '' });
        const sum = addQuantities(of(a), of(b));
        const back = sum && subtractQuantities(sum, of(b));
        expect(back && compareQuantities(back, of(a))).toBe('equal');
        expect(sum?.amount).toMatch(/^\d+(?:\.\d+)?$/);
      }),
      { seed: 99, numRuns: 500 },
    );
  });

  it('gives growth and shares', () => {
    expect(shown(ratioPercent(q('812.63亿元'), q('772.46亿元')))).toBe('增长5.2%');
    expect(shown(ratioPercent(q('96次'), q('1.2万次'), 2))).toBe('下降99.20%');
    expect(shown(ratioPercent(q('12次'), q('12次')))).toBe('0.0%');
    expect(shown(ratioPercent(q('400余亿元'), q('372亿元')))).toBe('增长约7.5%');
    expect(ratioPercent(q('12次'), q('0次'))).toBeNull();
    expect(shown(sharePercent(q('194人'), q('271人')))).toBe('71.6%');
  });

  it('reports a double approximation', () => {
    expect(doubleApproximation(q('近200余人'))).toEqual(['近', '余']);
    expect(doubleApproximation(q('大约12个左右'))).toEqual(['大约', '左右']);
    expect(doubleApproximation(q('400余亿元'))).toBeNull();
    expect(doubleApproximation(q('好几百个'))).toBeNull();
  });
});

it('parses one numeral and nothing else', () => {
  expect(parseNumeral('九亿八千四百万')).toBe('984000000');
  expect(parseNumeral('十二点六万')).toBe('126000');
  expect(parseNumeral('8,126,300')).toBe('8126300');
  expect(parseNumeral('三万二')).toBe('32000');
  for (const text of ['', '十几', '三四', '百万千', '12次', '一百二十余']) expect(parseNumeral(text), text).toBeNull();
});
