import { expect, it } from 'vitest';
import type { Slot } from '../../src/report/outline.ts';
import { printFigure } from '../../src/report/print-figure.ts';

const growth: Slot = {
  id: 'g',
  type: 'figure',
  label: '增幅',
  question: '？',
  unit: '%',
  keywords: [],
  section: 's',
  required: true,
  growth_of: 'base',
};
const percent = (amount: string, direction?: string) => ({
  amount,
  scale: '',
  unit: '%',
  approximation: '',
  ...(direction ? { direction } : {}),
});

it.each([
  ['增', '增长5.2%'],
  ['降', '下降5.2%'],
  ['回落', '回落5.2%'],
  [undefined, '增长5.2%'],
])('a change typed with %s is printed as %s', (direction, printed) =>
  expect(printFigure(growth, percent('5.2', direction))).toBe(printed),
);

it('a negative change is a fall', () => expect(printFigure(growth, percent('-3.2'))).toBe('下降3.2%'));
