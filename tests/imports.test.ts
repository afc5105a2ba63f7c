// Who may import whom: DESIGN's table as data. Also: no cycles, pure rooms stay pure, and each SDK is imported in one place.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

const base = ['errors.ts', 'log.ts', 'metrics.ts'];
/** Room → what of ours it may import (rooms or top-level files); `*` is everything. A room may always import itself. */
const table: Record<string, string[]> = {
  figures: [],
  report: ['figures'],
  conversation: ['report', 'figures'],
  model: base,
  catalog: ['report', 'figures', 'errors.ts'],
  reading: ['conversation', 'report', 'figures', 'model', ...base],
  drafting: ['conversation', 'report', 'figures', 'model', ...base],
  documents: ['report', 'figures', 'errors.ts', 'log.ts'],
  feishu: ['conversation', 'report', ...base],
  store: ['conversation', 'report', ...base],
  http: ['conversation', 'report', ...base],
  sandbox: [],
  commands: ['*'],
  'main.ts': ['*'],
};
/** The line may import anything of ours, but never an SDK. */
const line = [
  'receive.ts',
  'answer-press.ts',
  'own-chat.ts',
  'work.ts',
  'turn.ts',
  'perform.ts',
  'perform-cloud.ts',
  'send-card.ts',
  'show-growth.ts',
  'jobs.ts',
  'read.ts',
  'make-file.ts',
  'fetch.ts',
  'unsent.ts',
];
const pure = ['figures', 'report', 'conversation'];
const purePackages = ['zod', 'big.js', 'diff', 'pinyin-pro'];
/** Package → the only room (or file) that may import it. */
const owners: Record<string, string> = {
  '@larksuiteoapi/node-sdk': 'feishu',
  openai: 'model/client.ts',
  keyv: 'store',
  pg: 'store',
  'pg-boss': 'store',
  'node:sqlite': 'store',
  docx: 'documents',
};

interface File {
  path: string;
  room: string;
  text: string;
  ours: string[];
  packages: string[];
}

function read(path: string): File {
  const text = readFileSync(path, 'utf8');
  const imports = [
    ...text.matchAll(/(?:^(import type|export type)[^;]*?from|\bfrom|\bimport)\s*\(?\s*'([\w@.:/-]+)'/gm),
  ];
  const names = imports.map((match) => match[2] ?? '');
  const running = imports.filter((match) => match[1] === undefined).map((match) => match[2] ?? '');
  const inside = relative(src, path);
  return {
    path: inside,
    room: inside.includes('/') ? (inside.split('/')[0] ?? '') : inside,
    text,
    ours: names.filter((name) => name.startsWith('.')).map((name) => relative(src, join(dirname(path), name))),
    // A type vanishes before the program runs; it binds nobody to the package.
    packages: running.filter((name) => !name.startsWith('.')),
  };
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('sandbox/page'))
  .map((name) => read(join(src, name)));

describe('the import table', () => {
  it('sees the rooms', () => {
    expect(new Set(files.map((file) => file.room))).toEqual(
      new Set([...Object.keys(table), ...line, ...base, 'config.ts']),
    );
  });

  it.each(files.map((file) => [file.path, file] as const))('%s imports only what its room may', (_, file) => {
    const allowed = line.includes(file.path) ? ['*'] : (table[file.room] ?? base);
    const wrong = file.ours.filter((target) => {
      const room = target.includes('/') ? (target.split('/')[0] ?? '') : target;
      return room !== file.room && !allowed.includes('*') && !allowed.includes(room);
    });
    expect(wrong).toEqual([]);
  });

  it('has no cycles', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): void => {
      const file = byPath.get(path);
      // Types only point; a cycle of types is no cycle of the running program, but it is one of the house.
      if (trail.includes(path)) throw new Error(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      if (!file || done.has(path)) return;
      for (const target of file.ours) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const file of files) visit(file.path, []);
  });

  it('keeps SDKs in their one place', () => {
    const wrong = files.flatMap((file) =>
      file.packages
        .filter((name) => owners[name] && file.path !== owners[name] && file.room !== owners[name])
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the pure rooms', () => {
  const rooms = files.filter((file) => pure.includes(file.room));
  it.each(rooms.map((file) => [file.path, file] as const))('%s has no I/O, clock or promise', (_, file) => {
    expect(file.packages.filter((name) => !purePackages.includes(name))).toEqual([]);
    const code = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const forbidden = [
      /\basync\b/,
      /\bawait\b/,
      /\bDate\.now\b/,
      /new Date\(\)/,
      /\bprocess\./,
      /Math\.random/,
      /\bfetch\(/,
      /\bsetTimeout\b/,
    ];
    expect(forbidden.filter((pattern) => pattern.test(code)).map(String)).toEqual([]);
  });
});
