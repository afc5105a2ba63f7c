// Measures finding figures: recall and precision on labelled sentences, agreement with lists of facts beside texts, and time. Asserts nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFigures, maskText } from '../../src/figures/index.ts';
import { loadSentences, score } from '../figures/labelled.ts';

const print = (line: object): void => console.log(JSON.stringify(line));

export function run(args: string[]): void {
  const { values } = parseArgs({ args, options: { dir: { type: 'string' } } });
  const sentences = loadSentences();
  const { faults, ...result } = score(sentences, findFigures);
  print({ bench: 'figures', set: 'own sentences', sentences: sentences.length, ...result });
  for (const fault of faults) print({ fault });
  if (values.dir !== undefined) compareWithLists(values.dir);
  time();
}

/** `<name>.txt` beside `<name>.facts.tsv` with columns id, quote, value, unit; # begins a comment. The lists hold arabic figures only. */
function compareWithLists(dir: string): void {
  const lists = readdirSync(dir).filter((name) => name.endsWith('.facts.tsv'));
  if (lists.length === 0)
    print({ note: `no *.facts.tsv in ${dir}: give a folder that holds <name>.txt beside <name>.facts.tsv` });
  for (const list of lists) {
    const text = readFileSync(join(dir, list.replace('.facts.tsv', '.txt')), 'utf8').replace(/^ADDRESS:.*\n/, '');
    const rows = readFileSync(join(dir, list), 'utf8')
      .split('\n')
      .slice(1)
      .filter((row) => row !== '' && !row.startsWith('#'))
      .map((row) => row.split('\t'));
    const found = findFigures(text)
      .filter((figure) => /\d/.test(figure.text))
      .map(({ text: slice, quantity }) => ({ slice, value: quantity.amount, unit: quantity.scale + quantity.unit }));
    const left = [...found];
    const missing: string[] = [];
    for (const [, quote = '', value, unit] of rows) {
      const at = left.findIndex((figure) => figure.value === value && figure.unit === unit);
      if (at < 0) missing.push(quote);
      else left.splice(at, 1);
    }
    const right = rows.length - missing.length;
    print({
      set: list.replace('.facts.tsv', ''),
      listed: rows.length,
      found: found.length,
      recall: right / rows.length,
      precision: found.length === 0 ? 1 : right / found.length,
      missing,
      notListed: left.map((figure) => figure.slice),
    });
  }
}

const PIECE = '全年完成投资12.6亿元，同比增长8.7%，培训党员三百余人次，';

function time(): void {
  const perChar: number[] = [];
  for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
    const text = PIECE.repeat(Math.ceil(length / PIECE.length)).slice(0, length);
    const ms = best(() => findFigures(text), length > 100_000 ? 3 : 15);
    perChar.push(ms / length);
    print({
      time: 'findFigures',
      characters: length,
      figures: findFigures(text).length,
      ms: round(ms),
      nsPerCharacter: round((ms / length) * 1e6),
    });
  }
  const dense = dense10k();
  print({
    time: 'findFigures, 500 figures',
    characters: dense.length,
    figures: findFigures(dense).length,
    ms: round(best(() => findFigures(dense), 15)),
  });
  print({ time: 'maskText, 500 figures', characters: dense.length, ms: round(best(() => maskText(dense), 15)) });
  for (const unit of [
    '1',
    '一',
    '百万',
    '“一',
    '《',
    '1,',
    '3—',
    '约',
    '第一、',
    '2023年',
    'a@',
    '，二是',
    '1.',
    '1 ',
    '1、',
    '1:',
    '一至',
    '12-',
    '1,234,',
    '第',
    '几',
  ]) {
    const [short, long] = [unit.repeat(5_000), unit.repeat(50_000)];
    const ratio = best(() => findFigures(long), 3) / long.length / (best(() => findFigures(short), 5) / short.length);
    print({ time: 'growth of cost per character, ten times the text', of: unit, ratio: round(ratio) });
  }
  print({
    time: 'growth of cost per character, 10,000 to 1,000,000',
    ratio: round((perChar[3] ?? 0) / (perChar[1] ?? 1)),
  });
}

function dense10k(): string {
  const filler = '各支部落实工作要求推进';
  return Array.from({ length: 500 }, (_, i) => `${filler}${i + 1}.${i % 10}万元`)
    .join('')
    .slice(0, 10_000);
}

function best(work: () => unknown, times: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const round = (n: number): number => Math.round(n * 1000) / 1000;
