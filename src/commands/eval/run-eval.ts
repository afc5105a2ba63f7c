// Every case once, one after another, with what it cost. The command and its test share it; it prints nothing.
import type { Catalog } from '../../catalog/load-catalog.ts';
import type { ModelCall } from '../../model/options.ts';
import type { Model } from '../../model/port.ts';
import type { Case } from './load-cases.ts';
import type { Result, Spent } from './print-results.ts';
import { runCase, type Written } from './run-case.ts';
import { score } from './score.ts';

interface Evaluating {
  cases: Case[];
  catalog: Pick<Catalog, 'phrasebooks' | 'styles'>;
  /** Opens the model with this observer; absent: the phrasebook is judged. */
  openModel?: (observe: (call: ModelCall) => void) => { model: Model; name: string };
  each: (result: Result, one: Case, written: Written[]) => void;
}

export async function runEval({ cases, catalog, openModel, each }: Evaluating): Promise<Result[]> {
  let calls: ModelCall[] = [];
  const opened = openModel?.((call) => calls.push(call));
  const results: Result[] = [];
  for (const one of cases) {
    calls = [];
    const started = Date.now();
    const { phrasebooks, styles } = catalog;
    const written = await runCase(one, { ...(opened ? { model: opened.model } : {}), phrasebooks, styles });
    const stamps = written.flatMap(({ final: { by } }) => (by.type === 'model' ? [by.prompt] : [by.id]));
    const result = {
      case: one.id,
      writer: opened?.name ?? 'phrasebook',
      prompts: [...new Set(stamps)].toSorted(),
      score: score(written, one),
      spent: spent(calls, Date.now() - started),
    };
    results.push(result);
    each(result, one, written);
  }
  return results;
}

function spent(calls: ModelCall[], ms: number): Spent {
  const sum = (of: (call: ModelCall) => number | undefined): number =>
    calls.reduce((total, call) => total + (of(call) ?? 0), 0);
  const firsts = calls.flatMap(({ firstTextMs }) => firstTextMs ?? []);
  return {
    requests: calls.length,
    failed: calls.filter(({ outcome }) => outcome !== 'answered').length,
    tokensIn: sum(({ tokens }) => tokens?.in),
    tokensCached: sum(({ tokens }) => tokens?.cached),
    tokensOut: sum(({ tokens }) => tokens?.out),
    cost: calls.some(({ cost }) => cost !== undefined) ? sum(({ cost }) => cost) : undefined,
    firstTextMs: firsts.length > 0 ? firsts.reduce((a, b) => a + b, 0) / firsts.length : undefined,
    ms,
  };
}
