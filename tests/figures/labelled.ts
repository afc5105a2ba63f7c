// Reads the labelled sentences and scores a finder against them. Shared by the test and the bench; knows nothing of how figures are found.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Figure, Quantity } from '../../src/figures/quantity.ts';

export interface Labelled {
  field: string;
  text: string;
  figures: { text: string; quantity: Quantity }[];
}

/** `749.60亿元 → 749.60|亿|元` */
function parseLabel(label: string): { text: string; quantity: Quantity } {
  const [text = '', fields = ''] = label.split(' → ');
  const [number = '', scale = '', unit = '', approximation = '', direction = ''] = fields
    .replace(/^'|'$/g, '')
    .split('|');
  const range = number.split('~');
  const fraction = number.split('/');
  const quantity: Quantity = { amount: range[0] ?? '', scale, unit, approximation };
  if (range[1] !== undefined) quantity.to = range[1];
  if (fraction[1] !== undefined) Object.assign(quantity, { amount: fraction[0], denominator: fraction[1] });
  if (direction !== '') quantity.direction = direction;
  return { text, quantity };
}

export function loadSentences(): Labelled[] {
  const file = readFileSync(new URL('sentences.yaml', import.meta.url), 'utf8');
  const fields = parse(file) as Record<string, { text: string; figures?: string[] }[]>;
  return Object.entries(fields).flatMap(([field, sentences]) =>
    sentences.map(({ text, figures = [] }) => ({ field, text, figures: figures.map(parseLabel) })),
  );
}

export interface Score {
  expected: number;
  found: number;
  right: number;
  recall: number;
  precision: number;
  /** One line for each difference, for people. */
  faults: string[];
}

const keyOf = (text: string, quantity: Quantity): string =>
  [
    text,
    quantity.amount,
    quantity.to,
    quantity.denominator,
    quantity.scale,
    quantity.unit,
    quantity.approximation,
    quantity.direction,
  ]
    .map((part) => part ?? '')
    .join('|');

/** A figure counts as right only when its text and every field of its quantity agree. */
export function score(sentences: Labelled[], find: (text: string) => Figure[]): Score {
  let [expected, found, right] = [0, 0, 0];
  const faults: string[] = [];
  for (const sentence of sentences) {
    const wanted = sentence.figures.map((figure) => keyOf(figure.text, figure.quantity));
    const got = find(sentence.text).map((figure) => keyOf(figure.text, figure.quantity));
    expected += wanted.length;
    found += got.length;
    for (const key of wanted) {
      const at = got.indexOf(key);
      if (at >= 0) right += got.splice(at, 1).length;
      else faults.push(`missing ${key} in ${sentence.text}`);
    }
    for (const key of got) faults.push(`extra ${key} in ${sentence.text}`);
  }
  return { expected, found, right, recall: right / expected, precision: right / found, faults };
}
