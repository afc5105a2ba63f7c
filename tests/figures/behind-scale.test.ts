// 10万余 and 10余万 are different quantities: a little over 100,000, and anything up to 200,000. Neither may be printed as the other.
import { expect, it } from 'vitest';
import { valueOf as boundsOf, findFigures, formatQuantity, sameQuantity } from '../../src/figures/index.ts';

const only = (text: string) => {
  const [figure, ...others] = findFigures(text);
  if (!figure || others.length > 0) throw new Error(`one figure expected in ${text}`);
  return figure.quantity;
};

it.each(['10万余人次', '10余万人次', '460亿余元', '460余亿元', '120万多户', '12.6万余件', '200余人', '400余亿元'])(
  'prints %s as it was said',
  (text) => expect(formatQuantity(only(text))).toBe(text),
);

it('knows how far each reaches', () => {
  expect(boundsOf(only('10万余人次'))).toMatchObject({ low: '100000', high: '110000' });
  expect(boundsOf(only('10余万人次'))).toMatchObject({ low: '100000', high: '200000' });
  expect(sameQuantity(only('10万余人次'), only('10余万人次'))).toBe(false);
  expect(sameQuantity(only('10万余人次'), only('１０万余人次'))).toBe(true);
});
