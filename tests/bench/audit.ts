// Measures the audit: time for 10,000 characters, findings on the correct texts of the tests, planted faults found. Asserts nothing.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitText } from '../../src/report/audit/split-text.ts';
import { audit, auditText, correctText } from '../report/audit/book.ts';
import { plants } from '../report/audit/plants.ts';

const print = (line: object): void => console.log(JSON.stringify(line));
const names = ['education', 'health', 'company', 'street'];

/** `--dir`: further texts (*.txt) to be audited and counted. */
export function run(args: string[]): void {
  const { values } = parseArgs({ args, options: { dir: { type: 'string' } } });
  for (const name of names) count(name, correctText(name));
  if (values.dir !== undefined)
    for (const file of readdirSync(values.dir).filter((one) => one.endsWith('.txt')))
      count(file, readFileSync(join(values.dir, file), 'utf8'));
  const found = plants.filter(({ text, from, to }) => {
    const clean = correctText(text);
    return auditText(clean.replace(from, to)).length > auditText(clean).length;
  });
  print({ bench: 'audit', planted: plants.length, found: found.length, share: round(found.length / plants.length) });
  time();
}

function count(name: string, text: string): void {
  const found = auditText(text);
  const of = (severity: string) => found.filter((finding) => finding.severity === severity).length;
  print({
    bench: 'audit',
    text: name,
    characters: text.length,
    must: of('must'),
    should: of('should'),
    may: of('may'),
  });
}

function time(): void {
  const paragraphs = splitText(names.map(correctText).join('\n').repeat(3)).slice(0);
  let characters = 0;
  const ten = paragraphs.filter(({ text }) => {
    characters += text.length;
    return characters <= 10_000;
  });
  const length = ten.reduce((sum, { text }) => sum + text.length, 0);
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    audit({ paragraphs: ten });
    return performance.now() - start;
  }).sort((a, b) => a - b);
  print({ bench: 'audit', characters: length, medianMs: round(times[7] ?? 0), worstMs: round(times.at(-1) ?? 0) });
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
