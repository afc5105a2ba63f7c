// What reading figures knows besides the text: the outline, the years, what is recorded and what was asked. Data only.
import type { Facts } from '../report/fact.ts';
import type { Outline, Slot } from '../report/outline.ts';

export interface FactContext {
  outline: Outline;
  year: number;
  thisYear: number;
  recorded: Facts;
  /** The whole text is an older report or table: no number of it is this year's unless it says so. */
  oldText: boolean;
  /** The figure slot just asked, if any. */
  asked: Slot | undefined;
  /** It was asked only whether a value is right: nothing but another value, said alone, answers that. */
  confirming: boolean;
}
