// npm run inbox [-- retry <id>]: lists what was set aside with its error, or puts one back. Works beside a running bot.
import { loadConfig } from '../config.ts';
import { openStore } from '../store/open.ts';
import type { SetAside } from '../store/store.ts';

const LISTED = 50;

/** One line each; the payload is the user's words, so only its type is shown. */
export function describeSetAside({ id, conversation, kind, payload, error, at }: SetAside): string {
  const type = typeof payload === 'object' && payload !== null && 'type' in payload ? String(payload.type) : kind;
  return `${new Date(at).toISOString()}  ${id}  ${type}  ${conversation}\n    ${error}`;
}

async function main([verb, id, ...rest]: string[]): Promise<number> {
  if (rest.length > 0 || (verb !== undefined && (verb !== 'retry' || id === undefined))) {
    process.stderr.write(
      'Usage: npm run inbox            lists what was set aside\n       npm run inbox -- retry <id>   puts it back\n',
    );
    return 2;
  }
  const store = await openStore(loadConfig().storageUrl, { beside: true });
  try {
    if (id !== undefined) {
      const found = await store.retrySetAside(id);
      process.stdout.write(
        found ? `${id} is back in its lane\n` : `Nothing set aside has the id ${id}; npm run inbox lists them\n`,
      );
      return found ? 0 : 1;
    }
    const { entries, jobs, timers, setAside } = await store.counts();
    process.stdout.write(`Waiting: ${entries} events, ${jobs} jobs, ${timers} timers. Set aside: ${setAside}.\n`);
    for (const one of await store.listSetAside(LISTED)) process.stdout.write(`${describeSetAside(one)}\n`);
    if (setAside > LISTED) process.stdout.write(`… and ${setAside - LISTED} older ones\n`);
    return 0;
  } finally {
    await store.close();
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  });
}
