// npm run read -- <outline> [--model]: reads JSON lines {text, asked?, recorded?, year?} and prints what the reader makes of each. Sends nothing anywhere without --model.
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Catalog, loadCatalog, loadOutlineAt } from '../catalog/load-catalog.ts';
import { createReader } from '../reading/reader.ts';
import { describeReading, requestFrom } from '../reading/trial.ts';
import type { Outline } from '../report/outline.ts';

const Line = z.object({
  text: z.string(),
  asked: z.string().nullish(),
  recorded: z.record(z.string(), z.coerce.string()).nullish(),
  year: z.number().int().nullish(),
});

const prompts = fileURLToPath(new URL('../../prompts', import.meta.url));
const outlines = fileURLToPath(new URL('../../prompts/outlines', import.meta.url));

async function main(args: string[]): Promise<number> {
  const wanted = args.find((arg) => !arg.startsWith('--'));
  const catalog = loadCatalog(outlines);
  let outline: Outline | undefined;
  try {
    outline = wanted === undefined ? undefined : findOutline(wanted, catalog);
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    return 2;
  }
  if (!outline) {
    const known = catalog.outlines.map((one) => `${one.kind} (${one.name})`).join(', ');
    process.stderr.write(
      `Name the outline to read for: ${known}, or the path of an outline.yaml or its folder.\nUsage: npm run read -- <outline> [--model] < messages.jsonl\n`,
    );
    return 2;
  }
  const model = args.includes('--model') ? await openModel() : undefined;
  const read = createReader(model ? { model } : {});
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.trim() === '') continue;
    try {
      const { text, asked, recorded, year } = Line.parse(JSON.parse(line));
      const request = requestFrom(outline, catalog.outlines, {
        text,
        ...(asked ? { asked } : {}),
        ...(recorded ? { recorded } : {}),
        ...(year ? { year } : {}),
        thisYear: new Date().getFullYear(),
      });
      process.stdout.write(`${JSON.stringify(describeReading(await read(request), outline))}\n`);
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ error: `line ${number}: ${reasonOf(error)}` })}\n`);
    }
  }
  return 0;
}

/** By kind, Chinese name or alias; else by path, if there is such a file or folder. A broken outline throws with what to mend. */
function findOutline(wanted: string, { outlines }: Catalog): Outline | undefined {
  const named = outlines.find((one) => [one.kind, one.name, ...one.aliases].includes(wanted));
  if (named) return named;
  return existsSync(wanted) ? loadOutlineAt(wanted) : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'is no JSON; write one object a line, e.g. {"text":"集体学习12次"}';
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function openModel() {
  const [{ loadConfig }, { createModel }, { silentLog }] = await Promise.all([
    import('../config.ts'),
    import('../model/client.ts'),
    import('../log.ts'),
  ]);
  const { llm } = loadConfig();
  if (!llm) throw new Error('--model needs LLM_BASE_URL and LLM_MODEL, see .env.example');
  return createModel({ ...llm, prompts, log: silentLog });
}

process.exitCode = await main(process.argv.slice(2));
