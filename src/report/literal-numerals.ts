// The numerals that someone wrote into a text by hand, where only tokens may give figures. Knows no facts.
import { type NumeralSpan, numeralSpans } from '../figures/index.ts';
import { hiddenFigure } from './telling.ts';
import { parseTokens } from './token.ts';

/** Stands for a token while the words around it are read; no numeral, no unit and no word joins on to it. */
const blank = '\uFFFC';

export interface LiteralOptions {
  /** Formulations that are fixed for this text although figures/ may not know them. */
  formulations?: string[];
  /** The report's year: 2023年 is then no figure. */
  year?: number;
}

/** Every numeral-like stretch outside the tokens that is neither harmless, nor the report's year, nor in a formulation. */
export function literalNumerals(text: string, { formulations = [], year }: LiteralOptions = {}): string[] {
  const literal = parseTokens(text)
    .map((piece) =>
      // The words in which a writer tells an item are words like any other; its own figures are hidden in them.
      piece.type === 'token' ? (piece.words?.replace(hiddenFigure, blank) ?? blank) : piece.text,
    )
    .join('');
  const fixed = formulations.flatMap((words) => occurrences(literal, words));
  return numeralSpans(literal)
    .filter((span) => !mayStand(span))
    .filter((span) => !(span.kind === 'date' && year !== undefined && span.text.replace(/年度?$/, '') === String(year)))
    .filter((span) => !/^第一位?$/u.test(span.text) || !isPrecedence(literal, span))
    .filter((span) => !fixed.some(([start, end]) => start <= span.start && span.end <= end))
    .map((span) => span.text);
}

/** Ordinary words, fixed formulations and the numbering of the text itself are nobody's fact. */
function mayStand(span: NumeralSpan): boolean {
  return span.kind === 'word' || span.kind === 'formulation' || (span.kind === 'ordinal' && span.structural === true);
}

/** 安全第一, 第一位的责任: what comes first, and nobody's rank. */
function isPrecedence(text: string, { start, end }: NumeralSpan): boolean {
  return (
    /(?:安全|保护|预防|生命)$/u.test(text.slice(0, start)) || /^位?的(?:责任|任务|要求|职责)/u.test(text.slice(end))
  );
}

function occurrences(text: string, words: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1)) {
    found.push([at, at + words.length]);
  }
  return found;
}
