// One field, one slot: whatever is not plainly one value of the right kind is told, and no half of it is taken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity } from '../../src/figures/index.ts';
import { readFields } from '../../src/reading/read-field.ts';
import type { Slot } from '../../src/report/outline.ts';
import { party } from '../conversation/fixture.ts';

const slot = (id: string, more: Partial<Slot>): Slot => ({
  id,
  type: 'figure',
  label: id,
  question: `${id}？`,
  keywords: [id],
  section: 'c1p1',
  required: true,
  ...more,
});
const outline = {
  ...party,
  slots: [
    slot('讲课次数', { unit: '次', units: ['场'] }),
    slot('总收入', { unit: '元', scale: '亿' }),
    slot('收入增幅', { unit: '%', growth_of: '总收入' }),
    slot('存在问题', { type: 'list' }),
    slot('主要做法', { type: 'text' }),
    slot('活动主题', { type: 'name' }),
  ],
};

function read(id: string, said: unknown): string {
  const [field] = readFields({ [id]: said }, { report: { outline, year: 2023, facts: {} }, thisYear: 2024 });
  if (!field) return '(blank)';
  const value = field.fact?.value;
  if (!value) return `✗ ${field.wrong}`;
  if (value.type === 'figure') return formatQuantity(value.quantity, { direction: true });
  if (value.type === 'text') return value.text;
  return value.type === 'list' ? value.items.join('|') : value.reason;
}

describe('a field for a figure', () => {
  it.each([
    ['讲课次数', '15', '15次'],
    ['讲课次数', ' １５ 次 ', '15次'],
    ['讲课次数', '十五', '15次'],
    ['讲课次数', '15场', '15次'],
    ['讲课次数', '0', '0次'],
    ['讲课次数', '十几次吧', '十几次'],
    ['讲课次数', '约15次', '约15次'],
    ['讲课次数', '没有这项', 'not_applicable'],
    ['讲课次数', '没有', 'not_applicable'],
    ['讲课次数', '待定', 'skipped'],
    ['总收入', '432', '432亿元'],
    ['总收入', '400余亿', '400余亿元'],
    ['收入增幅', '8.7', '8.7%'],
    ['收入增幅', '下降3.2%', '下降3.2%'],
  ])('%s: %s → %s', (id, said, value) => {
    expect(read(id, said)).toBe(value);
  });

  it.each([
    ['讲课次数', '15、16', '2个数'],
    ['讲课次数', '15次，其中专题13次', '2个数'],
    ['讲课次数', '15 16', '2个数'],
    ['讲课次数', '15-16次', '范围'],
    ['讲课次数', '-3', '负数'],
    ['讲课次数', 'abc', '没看出'],
    ['讲课次数', '15人', '按“次”填'],
    ['讲课次数', '3公里', '公里'],
    ['讲课次数', '15.5', '整数'],
    ['讲课次数', '<15', '符号'],
    ['讲课次数', '去年15次', '去年'],
    ['总收入', '5%', '按“元”填'],
    ['总收入', '432万', '单位'],
    ['总收入', '-5亿元', '负数'],
    ['收入增幅', '8.7、9', '2个数'],
  ])('%s: %s is told, nothing of it is taken', (id, said, why) => {
    expect(read(id, said)).toMatch(/^✗ /);
    expect(read(id, said)).toContain(why);
  });

  it('never takes one of two figures, however they are parted', () => {
    const separators = ['、', '，', ',', ' ', '；', '/', '或', '和', '\n', ' 次、'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...separators),
        (a, b, by) => {
          // 1,500 is one figure.
          fc.pre(!(by === ',' && String(b).length === 3));
          expect(read('讲课次数', `${a}${by}${b}`)).toMatch(/^✗ /);
        },
      ),
      { seed: 20261123, numRuns: 150 },
    );
  });
});

describe('a field for words', () => {
  it.each([
    ['存在问题', '1.学习不深\n2.调研不够', '学习不深|调研不够'],
    ['存在问题', ['学习不深', '调研不够'], '学习不深|调研不够'],
    ['主要做法', '举办培训3次，覆盖200人', '举办培训3次，覆盖200人'],
    ['主要做法', '撤销', '撤销'],
    ['主要做法', '没有', 'not_applicable'],
    ['活动主题', '《学思践悟》', '《学思践悟》'],
  ])('%s: %s → %s', (id, said, value) => {
    expect(read(id, said)).toBe(value);
  });

  it('wants words, not a number', () => {
    expect(read('主要做法', '12')).toMatch(/^✗ /);
    expect(read('活动主题', '12')).toMatch(/^✗ /);
  });
});

it('blank fields, other fields and what is no text are passed over', () => {
  const where = { report: { outline, year: 2023, facts: {} }, thisYear: 2024 };
  expect(
    readFields({ 讲课次数: ' ', 总收入: null, 收入增幅: [], kind: 'x', 存在问题: 7, __proto__: 'y' }, where),
  ).toEqual([]);
});
