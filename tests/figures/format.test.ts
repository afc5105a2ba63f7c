// The one string a quantity is printed as, and that reading it gives the quantity back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, formatQuantity, type Quantity } from '../../src/figures/index.ts';

const quantity = (parts: Partial<Quantity>): Quantity => ({
  amount: '12',
  scale: '',
  unit: '',
  approximation: '',
  ...parts,
});

it.each<[string, Partial<Quantity>]>([
  ['400余亿元', { amount: '400', scale: '亿', unit: '元', approximation: '余' }],
  ['12亿余元', { scale: '亿', unit: '元', approximation: '余' }],
  ['12.6万余人次', { amount: '12.6', scale: '万', unit: '人次', approximation: '余' }],
  ['12次', { unit: '次' }],
  ['8.7%', { amount: '8.7', unit: '%' }],
  ['3—5次', { amount: '3', to: '5', unit: '次' }],
  ['3%—5%', { amount: '3', to: '5', unit: '%' }],
  ['三分之二', { amount: '2', denominator: '3' }],
  ['不少于三分之一', { amount: '1', denominator: '3', approximation: '不少于' }],
  ['约300人', { amount: '300', unit: '人', approximation: '约' }],
  ['300人左右', { amount: '300', unit: '人', approximation: '左右' }],
  ['近200余人', { amount: '200', unit: '人', approximation: '近余' }],
  ['12个多月', { unit: '个月', approximation: '多' }],
  ['几十个', { amount: '10', unit: '个', approximation: '几' }],
  ['十几万人', { amount: '10', to: '19', scale: '万', unit: '人', approximation: '几' }],
  ['数百万元', { amount: '100', scale: '万', unit: '元', approximation: '数' }],
  ['上千户', { amount: '1000', unit: '户', approximation: '上' }],
])('%s', (text, parts) => {
  expect(formatQuantity(quantity(parts))).toBe(text);
});

it('writes the direction only when asked', () => {
  const growth = quantity({ amount: '3.2', unit: '%', direction: '下降' });
  expect(formatQuantity(growth)).toBe('3.2%');
  expect(formatQuantity(growth, { direction: true })).toBe('下降3.2%');
});

describe('format, then read', () => {
  const units = [
    '',
    '元',
    '次',
    '人次',
    '%',
    '个百分点',
    '个',
    '名',
    '平方米',
    '公里',
    '户',
    '个月',
    '年',
    '吨/日',
    '千瓦时',
    '场次',
    '亩',
  ];
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 9999 }).map(String),
    fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`),
    fc.constantFrom('10', '100', '1000', '400', '20'),
  );
  const approximation = fc.constantFrom(
    '',
    '余',
    '多',
    '近',
    '约',
    '大约',
    '超过',
    '不到',
    '不少于',
    '以上',
    '左右',
    '出头',
    '近余',
    '约左右',
    '几',
    '数',
    '上',
  );
  const direction = fc.option(fc.constantFrom('增长', '下降', '提高'), { nil: undefined });
  const any = fc
    .record({
      amount,
      scale: fc.constantFrom('', '万', '亿', '万亿'),
      unit: fc.constantFrom(...units),
      approximation,
      direction,
      range: fc.boolean(),
    })
    .filter(({ amount: digits, approximation: word, scale, unit }) => {
      if (/[几数上]/.test(word))
        return /^(?:10|100|1000)$/.test(digits) && unit !== '%' && !(word === '上' && digits === '10');
      if (unit === '' && scale === '' && /^(?:19|20)\d\d$/.test(digits)) return false;
      if (unit === '年' && /近/.test(word)) return false;
      if (unit === '年' && scale === '') return !(/^(?:1|2)\d{3}$|^\d{2}$/.test(digits) || /近/.test(word));
      return !(unit === '个月' && /近/.test(word)) && !(scale !== '' && unit === '%');
    })
    .map(({ range, direction: way, ...parts }): Quantity => {
      const made: Quantity = { ...parts };
      if (range && !/[几数上余多]/.test(parts.approximation)) made.to = String(Math.ceil(Number(parts.amount)) + 3);
      if (way !== undefined) made.direction = way;
      return made;
    });

  it('is the identity', () => {
    fc.assert(
      fc.property(any, (made) => {
        const text = formatQuantity(made, { direction: true });
        const figures = findFigures(text);
        expect(
          figures.map((figure) => figure.quantity),
          text,
        ).toEqual([made]);
        expect(text.endsWith(figures[0]?.text ?? '-'), text).toBe(true);
      }),
      { seed: 5, numRuns: 4000 },
    );
  });

  it('is the identity for fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 98 }), (below, above) => {
        const made = quantity({ amount: String(above), denominator: String(below) });
        expect(findFigures(formatQuantity(made))[0]?.quantity).toEqual(made);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
