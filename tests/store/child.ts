// Starts tests/store/worker.ts as a real process and reads its JSON lines. For what only a second process, or killing one, can show.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export interface Line {
  type: string;
  [field: string]: unknown;
}

export interface Child {
  process: ChildProcess;
  lines: Line[];
  errors: () => string;
  /** Waits until a line of this type has come. */
  seen(type: string, timeoutMs?: number): Promise<Line>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

const script = fileURLToPath(new URL('./worker.ts', import.meta.url));

export function startChild(url: string, task: string): Child {
  const child = spawn(process.execPath, [script, url, task], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: Line[] = [];
  let errors = '';
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return {
    process: child,
    lines,
    errors: () => errors,
    async seen(type, timeoutMs = 15_000) {
      const find = () => lines.find((line) => line.type === type);
      await until(() => {
        if (find() === undefined && child.exitCode !== null) throw new Error(`The worker ended: ${errors}`);
        return find() !== undefined;
      }, timeoutMs);
      return find() as Line;
    },
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await exited;
    },
  };
}
