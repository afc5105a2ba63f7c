import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/figures/index.ts';
import type { FactValue } from '../../src/report/fact.ts';
import type { Outline, Slot } from '../../src/report/outline.ts';
import { doubtAbout } from '../../src/report/plausibility.ts';
import { factsOf, figure, outline } from './small-outline.ts';

const last: Slot = {
  ...(outline.slots.find((slot) => slot.id === 'sold') as Slot),
  id: 'sold_last',
  last_year_of: 'sold',
};
const rate: Slot = { ...last, id: 'rate', unit: '%' };
const own: Outline = { ...outline, slots: [...outline.slots, last, rate] };

const doubt = (slot: string, value: FactValue, known: Record<string, FactValue> = {}) =>
  doubtAbout(
    own.slots.find((one) => one.id === slot) as Slot,
    (value as { quantity: Quantity }).quantity,
    own,
    factsOf(known),
  );
const yuan = (amount: string, scale = '亿', more: object = {}) => figure(amount, '元', { scale, ...more });

describe('a doubtful figure', () => {
  it.each([
    ['10', '亿', 'less'],
    ['700', '万', 'less'],
    ['1000', '亿', 'more'],
    ['100', '亿', 'more'],
  ])('%s%s元 where a tenth or ten times stood', (amount, scale, times) => {
    const stood = times === 'less' ? yuan('100') : yuan('10');
    expect(doubt('sold', yuan(amount, scale), { sold: stood })).toEqual({ type: 'far', than: 'sold', times });
  });

  it('is one ten times off the last year, in either direction of asking', () => {
    expect(doubt('sold', yuan('7'), { sold_last: yuan('644') })).toMatchObject({ than: 'sold_last', times: 'less' });
    expect(doubt('sold_last', yuan('6440'), { sold: yuan('7') })).toMatchObject({ than: 'sold', times: 'more' });
  });

  it('is a rate beyond the whole, or a number below zero', () => {
    expect(doubt('rate', figure('120', '%'))).toEqual({ type: 'beyond_whole' });
    expect(doubt('visits', figure('-3', '次'))).toEqual({ type: 'below_zero' });
  });
});

describe('no doubt', () => {
  it.each([
    ['nothing stands there', doubt('sold', yuan('7'))],
    ['it is less than ten times', doubt('sold', yuan('99'), { sold: yuan('10') })],
    ['it may be less than ten times', doubt('sold', yuan('100', '亿', { approximation: '约' }), { sold: yuan('10') })],
    ['nothing was there before', doubt('visits', figure('12', '次'), { visits: figure('0', '次') })],
    ['all of it', doubt('rate', figure('100', '%'))],
    ['a growth states no part', doubt('sold_growth', figure('130', '%'))],
    ['a rate may move as it likes', doubt('rate', figure('1', '%'), { rate: figure('90', '%') })],
  ])('%s', (_, found) => expect(found).toBeUndefined());
});
