// The forms a figure said with 大概 may be written in. Pure data; chooses none.
import type { FactValue } from '../report/fact.ts';

export function isRough(value: FactValue, reason: string): boolean {
  return value.type === 'figure' && ['约', ''].includes(value.quantity.approximation) && /大概/u.test(reason);
}

/** About, exactly, and a little more; the first is what was said. */
export function roughForms(value: FactValue): FactValue[] {
  if (value.type !== 'figure') return [value];
  const { quantity } = value;
  // 52余名 is not said; 50余名 and 12.6万余人次 are.
  const round = quantity.scale !== '' || /[1-9]0+$/u.test(quantity.amount);
  const more = round && !/%|百分点/u.test(quantity.unit) ? ['余'] : [];
  const said = quantity.approximation;
  return [said, said === '' ? '约' : '', ...more].map((approximation) => ({
    type: 'figure',
    quantity: { ...quantity, approximation },
  }));
}
