// A fact told in a person's own numerals, 十四次 for 14次: the words stand, and the fact behind them is known. Changes no word.
import { findFigures, sameQuantity } from '../figures/index.ts';
import type { Span } from './document.ts';
import type { Facts } from './fact.ts';
import type { Outline, Slot } from './outline.ts';
import { tokensIn } from './token.ts';

interface Telling {
  outline: Outline;
  facts: Facts;
  section: string;
  /** The section's text with its tokens: what a token tells is not told again. */
  text: string;
}

/** Smaller counts are in every text; they tell a fact only where it is named. */
const SMALL = 2;

export function toldOtherwise(spans: Span[], telling: Telling): Span[] {
  const told = new Set(tokensIn(telling.text));
  return spans.flatMap((span): Span[] => {
    if (span.from !== 'text' || span.slot !== undefined || !/[一二两三四五六七八九十百千万]/u.test(span.text))
      return [span];
    const made: Span[] = [];
    let from = 0;
    for (const figure of findFigures(span.text)) {
      if (/\d/u.test(figure.text)) continue;
      const clause = clauseAt(span.text, figure.start);
      const named = (slot: Slot): boolean => slot.keywords.some((word) => word.length > 1 && clause.includes(word));
      const equal = telling.outline.slots.filter((slot) => {
        const value = telling.facts[slot.id]?.value;
        return (
          slot.type === 'figure' &&
          !told.has(slot.id) &&
          (slot.appears ?? [slot.section]).includes(telling.section) &&
          value?.type === 'figure' &&
          sameQuantity(value.quantity, figure.quantity)
        );
      });
      const meant = equal.length > 1 ? equal.filter(named) : equal;
      const [slot, another] = meant;
      if (!slot || another || (Number(figure.quantity.amount) <= SMALL && !named(slot))) continue;
      told.add(slot.id);
      made.push(
        { ...span, text: span.text.slice(from, figure.start) },
        { text: figure.text, from: 'fact', slot: slot.id },
      );
      from = figure.end;
    }
    return [...made, { ...span, text: span.text.slice(from) }].filter(({ text }) => text !== '');
  });
}

const clauseAt = (text: string, at: number): string => {
  const start = Math.max(...['。', '！', '？', '；', '，'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  return text.slice(start).split(/[。！？；，]/u)[0] ?? '';
};
