// Runs one bench by name: npm run bench -- figures [--dir DIR]. Prints what it measures as JSON lines; asserts nothing.
import { existsSync, readdirSync } from 'node:fs';

const [name = '', ...args] = process.argv.slice(2);
const file = new URL(`${name}.ts`, import.meta.url);

if (!/^[a-z-]+$/.test(name) || name === 'run' || !existsSync(file)) {
  const names = readdirSync(new URL('.', import.meta.url))
    .filter((entry) => entry.endsWith('.ts') && entry !== 'run.ts')
    .map((entry) => entry.slice(0, -3));
  console.error(`No bench "${name}". Run: npm run bench -- <name> with one of ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  const bench = (await import(file.href)) as { run: (args: string[]) => void | Promise<void> };
  await bench.run(args);
}
