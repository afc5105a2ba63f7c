// The real bot as a process that kills itself (SIGKILL) at the n-th call of storage or platform; run by sigkill.test.ts.
import { StatementSync } from 'node:sqlite';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { start } from '../../src/main.ts';

const killAt = Number(process.env.KILL_AT);
let calls = 0;
let counting = false;

/** Each call counts twice, before and after it took effect: the two moments at which dying differs. */
function step(): void {
  if (!counting) return;
  calls += 1;
  if (calls === killAt) process.kill(process.pid, 'SIGKILL');
}

const { run } = StatementSync.prototype;
StatementSync.prototype.run = function (this: StatementSync, ...values: unknown[]) {
  step();
  const result = Reflect.apply(run, this, values);
  step();
  return result;
} as typeof run;
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  step();
  const response = await fetch(...request);
  step();
  return response;
};

const { address } = await start(readConfig(process.env), silentLog);
counting = true;
process.stdout.write(`${address}\n`);
