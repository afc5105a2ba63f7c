// What may not be written into an outline's fixed words: figures, which come from facts only, and tokens where none is filled.
import { literalNumerals } from '../report/literal-numerals.ts';
import { parseTokens } from '../report/token.ts';
import type { Problem } from './problem.ts';

export function noFigure(text: string, path: Problem['path'], what: string): Problem[] {
  return literalNumerals(text).map((quote) => ({
    path,
    message: `${what} has the figure \`${quote}\` written into it; figures come from facts only, write it without`,
  }));
}

export function noToken(text: string, path: Problem['path'], what: string): Problem[] {
  if (parseTokens(text).every((piece) => piece.type === 'text')) return [];
  return [{ path, message: `${what} may hold no {{token}}; write plain words instead` }];
}
