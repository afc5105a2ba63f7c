// prompts/outlines read from disk and validated: all mistakes of all files at once, with file and line. Never loads half a catalog.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ServiceError } from '../errors.ts';
import type { Outline } from '../report/outline.ts';
import type { Phrasebook } from '../report/phrasebook.ts';
import { buildOutline } from './build-outline.ts';
import { checkOutline } from './check-outline.ts';
import { checkPhrasebook } from './check-phrasebook.ts';
import { outlineSchema } from './outline-schema.ts';
import { phrasebookSchema } from './phrasebook-schema.ts';
import { problemsOf, readYaml, type YamlFile } from './read-yaml.ts';

export interface Catalog {
  outlines: Outline[];
  /** By outline kind. */
  phrasebooks: Record<string, Phrasebook>;
  /** style.md by outline kind: how a report of this kind sounds, for a writer. */
  styles: Record<string, string>;
}

/** `dir`: the outlines folder, one folder per kind with outline.yaml, phrasebook.yaml and style.md. */
export function loadCatalog(dir: string): Catalog {
  const catalog: Catalog = { outlines: [], phrasebooks: {}, styles: {} };
  const wrong: string[] = [];
  const kinds = foldersIn(dir);
  if (kinds.length === 0)
    wrong.push(`${named(dir)}: no outline in it; add a folder with outline.yaml, phrasebook.yaml and style.md`);
  for (const kind of kinds) {
    const text = (name: string) => textOf(join(dir, kind, name), wrong);
    const outline = loadOutline(join(dir, kind, 'outline.yaml'), text('outline.yaml'), kind, wrong);
    const phrasebook = loadPhrasebook(join(dir, kind, 'phrasebook.yaml'), text('phrasebook.yaml'), outline, wrong);
    const style = text('style.md');
    if (!outline || !phrasebook || style === undefined) continue;
    catalog.outlines.push(outline);
    catalog.phrasebooks[kind] = phrasebook;
    catalog.styles[kind] = style;
  }
  if (wrong.length > 0) throw new ServiceError('bad_prompt', wrong.join('\n'));
  return catalog;
}

/** One outline outside the catalog, to be tried: `path` is its outline.yaml or the folder that holds it, of any name. */
export function loadOutlineAt(path: string): Outline {
  const file = isFolder(path) ? join(path, 'outline.yaml') : path;
  const wrong: string[] = [];
  const outline = loadOutline(file, textOf(file, wrong), undefined, wrong);
  if (!outline) throw new ServiceError('bad_prompt', wrong.join('\n'));
  return outline;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** `kind`: the folder's name, which the outline must carry; undefined where it may be any. */
function loadOutline(
  path: string,
  text: string | undefined,
  kind: string | undefined,
  wrong: string[],
): Outline | undefined {
  if (text === undefined) return undefined;
  const file = readYaml(named(path), text);
  const parsed = valid(file, outlineSchema.safeParse(file.value), wrong);
  if (!parsed) return undefined;
  const problems = checkOutline(parsed, kind ?? parsed.kind);
  wrong.push(...problems.map(file.place));
  return problems.length > 0 ? undefined : buildOutline(parsed);
}

function loadPhrasebook(
  path: string,
  text: string | undefined,
  outline: Outline | undefined,
  wrong: string[],
): Phrasebook | undefined {
  if (text === undefined) return undefined;
  const file = readYaml(named(path), text);
  const parsed = valid(file, phrasebookSchema.safeParse(file.value), wrong);
  // Without a sound outline every token would look unknown: its own mistakes come first.
  if (!parsed || !outline) return undefined;
  const problems = checkPhrasebook(parsed, outline);
  wrong.push(...problems.map(file.place));
  return problems.length > 0 ? undefined : parsed;
}

function valid<T>(
  file: YamlFile,
  result: { success: true; data: T } | { success: false; error: Parameters<typeof problemsOf>[0] },
  wrong: string[],
): T | undefined {
  if (file.broken.length > 0) {
    wrong.push(...file.broken);
    return undefined;
  }
  if (result.success) return result.data;
  wrong.push(...problemsOf(result.error).map(file.place));
  return undefined;
}

function textOf(path: string, wrong: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    wrong.push(`${named(path)}: cannot be read; every outline folder needs outline.yaml, phrasebook.yaml and style.md`);
    return undefined;
  }
}

function foldersIn(dir: string): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    throw new ServiceError('bad_prompt', `${named(dir)}: cannot be read; it must be the folder of the outlines`, {
      cause,
    });
  }
}

/** As one would type it from where the bot was started. */
function named(path: string): string {
  const here = relative(process.cwd(), path);
  return here.startsWith('..') ? path : here;
}
