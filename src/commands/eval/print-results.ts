// What an evaluation found, as a JSON line per case and as a table to look at. Computes nothing but means.
import { renderPlain } from '../../report/render.ts';
import type { Case } from './load-cases.ts';
import type { Written } from './run-case.ts';
import type { Score } from './score.ts';

export interface Spent {
  requests: number;
  /** Attempts that gave no answer. */
  failed: number;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  /** Undefined without prices or without the endpoint's counts. */
  cost: number | undefined;
  firstTextMs: number | undefined;
  ms: number;
}

export interface Result {
  case: string;
  writer: string;
  prompts: string[];
  score: Score;
  spent: Spent;
}

const scores = ['fidelity', 'coverage', 'form', 'repetition', 'length', 'stands'] as const;

export function jsonLine({ score: { findings, ...numbers }, spent, ...rest }: Result): string {
  const rounded = Object.fromEntries(scores.map((name) => [name, Math.round(numbers[name] * 1000) / 1000]));
  return JSON.stringify({ ...rest, ...rounded, ...spent, findings });
}

export function table(results: Result[]): string {
  const shown = (one: (typeof scores)[number], results: Result[]): string =>
    one === 'stands' && results.every(({ spent }) => spent.requests === 0)
      ? '-'
      : percent(results.reduce((sum, { score }) => sum + score[one], 0) / Math.max(1, results.length));
  const rows = results.map((result) => [
    result.case,
    ...scores.map((one) => shown(one, [result])),
    ...costs(result.spent),
  ]);
  const head = ['case', ...scores, 'requests', 'tokens in (cached) / out', 'cost', 'time', 'first words'];
  const all = [head, ...rows, ['mean', ...scores.map((one) => shown(one, results)), '', '', '', '', '']];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The texts as people would read them, to be read aloud. */
export function readable(one: Case, written: Written[]): string {
  const { outline, facts, year } = one;
  return written
    .map(({ section, instruction, final }) => {
      const title = section.heading || section.id;
      const text = renderPlain(final.text, { outline, section: section.id, facts, year });
      const by = final.by.type === 'model' ? '' : '（短语库）';
      return `【${title}${instruction === '' ? '' : `：${instruction}`}】${by}\n${text}`;
    })
    .join('\n\n');
}

function costs({ requests, failed, tokensIn, tokensCached, tokensOut, cost, ms, firstTextMs }: Spent): string[] {
  return [
    `${requests}${failed > 0 ? ` (${failed} failed)` : ''}`,
    tokensIn === 0 ? '-' : `${tokensIn} (${tokensCached}) / ${tokensOut}`,
    cost === undefined ? '-' : cost.toFixed(4),
    `${(ms / 1000).toFixed(1)} s`,
    firstTextMs === undefined ? '-' : `${(firstTextMs / 1000).toFixed(1)} s`,
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
