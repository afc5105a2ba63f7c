// What is said aloud for a quantity, and that hearing it gives the quantity back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, formatQuantity, type Quantity, sameQuantity, spokenQuantity } from '../../src/figures/index.ts';

const read = (text: string): Quantity => {
  const [figure] = findFigures(`共${text}。`);
  if (!figure) throw new Error(`no figure in ${text}`);
  return figure.quantity;
};

it.each([
  ['894.05亿元', '八百九十四点零五亿元'],
  ['460余亿元', '四百六十多亿元'],
  ['8.94亿元', '八点九四亿元'],
  ['12亿余元', '十二亿多元'],
  ['12.6万余人次', '十二点六万多人次'],
  ['近900亿元', '将近九百亿元'],
  ['逾400人次', '超过四百人次'],
  ['3.9%', '百分之三点九'],
  ['20多%', '百分之二十多'],
  ['5‰', '千分之五'],
  ['2次', '两次'],
  ['2000万元', '两千万元'],
  ['1050次', '一千零五十次'],
  ['10010人', '一万零一十人'],
  ['112项', '一百一十二项'],
  ['8126300万元', '八百一十二点六三亿元'],
  ['0.135万人次', '一千三百五十人次'],
  ['0.42亿元', '四千二百万元'],
  ['0.03亿元', '三百万元'],
  ['0.00002亿元', '两千元'],
  ['0.5万人', '五千人'],
  ['3—5次', '三到五次'],
  ['3%—5%', '百分之三到百分之五'],
  ['三分之二', '三分之二'],
  ['300人左右', '三百人左右'],
  ['十几万人', '十几万人'],
  ['1.5个百分点', '一点五个百分点'],
])('%s is said %s', (written, said) => {
  expect(spokenQuantity(read(written))).toBe(said);
});

it('says which way it moved only when asked', () => {
  const [figure] = findFigures('支出下降3.2%。');
  if (!figure) throw new Error('no figure');
  expect(spokenQuantity(figure.quantity)).toBe('百分之三点二');
  expect(spokenQuantity(figure.quantity, { direction: true })).toBe('下降百分之三点二');
});

it.each(['八点九四亿元', '三点五六万人', '九点三五个百分点', '两点二五倍'])('%s is an amount, not a time', (said) => {
  expect(findFigures(`全年${said}。`).map((one) => one.text)).toEqual([said]);
});

it.each(['八点四十五', '八点三十分', '上午九点半', '九点四十五开会'])('%s is a time', (said) => {
  expect(findFigures(said)).toEqual([]);
});

describe('any quantity', () => {
  const amounts = fc.oneof(
    fc.integer({ min: 1, max: 99_999 }).map(String),
    fc.integer({ min: 1, max: 999_999 }).map((n) => (n / 100).toFixed(2)),
    fc.integer({ min: 1, max: 9_999 }).map((n) => (n / 10).toFixed(1)),
    fc.integer({ min: 1, max: 99 }).map((n) => `${n}0`),
    fc.integer({ min: 1, max: 9_999 }).map((n) => (n / 10_000).toFixed(4)),
  );
  const units = ['元', '次', '人次', '%', '个百分点', '名', '户', '亩', '场次', '件', '个', '公里'];
  const quantities = fc
    .record({
      amount: amounts,
      scale: fc.constantFrom('', '万', '亿'),
      unit: fc.constantFrom(...units),
      approximation: fc.constantFrom('', '余', '多', '近', '约', '左右', '不少于', '超过'),
    })
    .filter(({ scale, unit }) => scale === '' || !/[%百分点]/u.test(unit));

  it('is heard as it was written', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const written = findFigures(`共${formatQuantity(quantity)}。`);
        fc.pre(written.length === 1);
        const heard = findFigures(`共${spokenQuantity(quantity)}。`);
        expect(heard).toHaveLength(1);
        expect(heard[0] && sameQuantity(heard[0].quantity, quantity)).toBe(true);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });

  it('is hardly ever left in digits', () => {
    const plain = quantities.filter(({ amount, approximation }) => approximation === '' && amount.length < 7);
    const left = fc.sample(plain, { seed: 7, numRuns: 500 }).filter((one) => /\d/u.test(spokenQuantity(one)));
    expect(left.length).toBeLessThan(50);
  });
});
