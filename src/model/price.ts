// What an answer cost, where the operator told the prices. Guesses nothing: without token counts there is no cost.
import type { Tokens } from './read-completion.ts';

/** Per million tokens, in whatever currency the operator thinks. */
export interface Prices {
  input: number;
  /** Of input tokens the provider had in its cache; without it they cost as others. */
  cached?: number;
  output: number;
}

export function costOf(tokens: Tokens, prices: Prices | undefined): number | undefined {
  if (!prices || tokens.in === undefined || tokens.out === undefined) return undefined;
  const cached = Math.min(tokens.cached ?? 0, tokens.in);
  const sum =
    (tokens.in - cached) * prices.input + cached * (prices.cached ?? prices.input) + tokens.out * prices.output;
  return sum / 1_000_000;
}
