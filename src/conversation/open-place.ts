// Where an open item stands: which question, which of its items. Data only.
import type { Item, Question } from './state.ts';

export interface Place {
  question: Question;
  at: number;
  item: Item;
}
