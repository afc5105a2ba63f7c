// npm run eval: has the outlines' cases written by the model in the settings and prints how well, so that a prompt change is judged by numbers. Writes no file.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { type Config, loadConfig } from '../config.ts';
import { figureIn } from '../drafting/figure-guard.ts';
import { createLog } from '../log.ts';
import { createModel } from '../model/client.ts';
import { loadCases } from './eval/load-cases.ts';
import { jsonLine, readable, table } from './eval/print-results.ts';
import { runEval } from './eval/run-eval.ts';

const prompts = fileURLToPath(new URL('../../prompts', import.meta.url));
const outlines = fileURLToPath(new URL('../../prompts/outlines', import.meta.url));

const usage = `npm run eval [-- options]   JSON lines on standard output, a table beneath them
  --case <words>   only cases whose name holds these words, e.g. annual-summary/rivals
  --phrasebook     judge the phrasebook instead of a model, as a baseline
  --texts          also print the texts, to be read aloud
  --help`;

async function main(args: string[]): Promise<number> {
  const option = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: { case: { type: 'string' }, phrasebook: option, texts: option, help: option },
  });
  if (values.help) return say(usage, 0);
  const catalog = loadCatalog(outlines);
  const known = loadCases(outlines, catalog.outlines);
  const cases = known.filter(({ id }) => id.includes(values.case ?? ''));
  if (cases.length === 0) return say(`No case “${values.case}”. There are: ${known.map(({ id }) => id).join(', ')}`, 2);
  const { llm } = loadConfig();
  if (!llm && !values.phrasebook) {
    return say(
      'There is no model to judge. Set LLM_BASE_URL, LLM_MODEL and, if the endpoint wants one, LLM_API_KEY (in .env, see .env.example), or run `npm run eval -- --phrasebook` for the baseline.',
      2,
    );
  }
  const results = await runEval({
    cases,
    catalog,
    ...(llm && !values.phrasebook ? { openModel: (observe) => open(llm, observe) } : {}),
    each(result, one, written) {
      process.stdout.write(`${jsonLine(result)}\n`);
      if (values.texts) process.stderr.write(`\n${one.id}\n\n${readable(one, written)}\n\n`);
    },
  });
  return say(`\n${table(results)}`, 0);
}

function open(llm: NonNullable<Config['llm']>, observe: NonNullable<Parameters<typeof createModel>[0]['observe']>) {
  const log = createLog('error', [llm.apiKey]);
  return { model: createModel({ ...llm, prompts, log, guard: figureIn, observe }), name: llm.model };
}

function say(words: string, code: number): number {
  process.stderr.write(`${words}\n`);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = say(error instanceof Error ? error.message : String(error), 2);
}
