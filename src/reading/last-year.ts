// Last year's amount, given because it was asked for or called by its label. Pure; in passing it stays what it is: no value of this year.
import type { ReadFact } from '../conversation/command.ts';
import { findFigures } from '../figures/index.ts';
import type { Outline, Slot } from '../report/outline.ts';
import { fitUnit } from './units.ts';

export function readLastYear(text: string, outline: Outline, asked: Slot | undefined): ReadFact | undefined {
  const named = outline.slots.filter((slot) => slot.last_year_of !== undefined && text.includes(slot.label));
  const slot = named.length === 1 ? named[0] : asked?.last_year_of === undefined ? undefined : asked;
  const [figure, another] = findFigures(text);
  if (!slot || !figure || another || text.length > 60) return undefined;
  if (/比|较|多了?|少了?|增|减|降|同比/.test(text.replace(slot.label, ''))) return undefined;
  const fit = fitUnit(figure.quantity, slot);
  if (fit?.doubt !== '') return undefined;
  const correction = /改(?:成|为)|更正|应(?:该|为)|不对/.test(text);
  return { slot: slot.id, value: { type: 'figure', quantity: fit.quantity }, words: text.trim(), correction };
}
