// A recorded fact with how it is printed, where that is not simply its value: both are shown.
import { formatQuantity } from '../figures/index.ts';
import type { Fact } from '../report/fact.ts';
import { isWithheld } from '../report/print-wish.ts';
import { editWords } from './edit-wording.ts';
import { showValue } from './value.ts';

export function showPrinted(fact: Fact, length: number): string {
  const exact = showValue(fact.value, length);
  if (isWithheld(fact)) return editWords.shownWithheld(exact);
  return fact.print?.quantity ? editWords.shownAs(exact, formatQuantity(fact.print.quantity)) : exact;
}
