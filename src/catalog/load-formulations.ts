// prompts/formulations.yaml read from disk and validated: every mistake with file and line. Never loads half a list.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ServiceError } from '../errors.ts';
import type { Formulation, FormulationBook } from '../report/audit/book.ts';
import { type AuthoredFormulations, formulationsSchema } from './formulations-schema.ts';
import type { Problem } from './problem.ts';
import { problemsOf, readYaml } from './read-yaml.ts';

export function loadFormulations(path: string): FormulationBook {
  const named = relative(process.cwd(), path);
  const file = readYaml(named.startsWith('..') ? path : named, textOf(path));
  if (file.broken.length > 0) throw new ServiceError('bad_prompt', file.broken.join('\n'));
  const parsed = formulationsSchema.safeParse(file.value);
  const problems = parsed.success ? check(parsed.data) : problemsOf(parsed.error);
  if (!parsed.success || problems.length > 0) throw new ServiceError('bad_prompt', problems.map(file.place).join('\n'));
  return build(parsed.data);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ServiceError('bad_prompt', `${path}: cannot be read; it must be the list of formulations`, { cause });
  }
}

const bare = (text: string): string => text.replace(/[“”"]/gu, '');

function check(authored: AuthoredFormulations): Problem[] {
  const right = new Set(authored.formulations.flatMap(({ name, write }) => (write ?? [name]).map(bare)));
  const seen = new Set<string>();
  const forms = authored.formulations.flatMap(({ name, wrong, unusual, from, to }, at): Problem[] => {
    const path = ['formulations', at];
    const twice = seen.has(name);
    seen.add(name);
    return [
      ...(twice ? [{ path: [...path, 'name'], message: `\`${name}\` stands here twice; write it once` }] : []),
      ...(from !== undefined && to !== undefined && to < from.slice(0, to.length)
        ? [{ path: [...path, 'to'], message: `\`to\` lies before \`from\`; write a later one` }]
        : []),
      ...(['wrong', 'unusual'] as const).flatMap((field) =>
        Object.entries(field === 'wrong' ? wrong : unusual).flatMap(([form, put]) =>
          mistakes(form, put ?? '', right).map((message) => ({ path: [...path, field, form], message })),
        ),
      ),
    ];
  });
  const slips = (['miswritings', 'doubtful'] as const).flatMap((field) =>
    Object.entries(authored[field]).flatMap(([form, put]) =>
      mistakes(form, put, right).map((message) => ({ path: [field, form], message })),
    ),
  );
  return [...forms, ...slips];
}

function mistakes(form: string, put: string, right: Set<string>): string[] {
  if (form === put) return [`\`${form}\` is replaced by itself; write the right form behind the colon`];
  return right.has(bare(form)) ? [`\`${form}\` is given as right elsewhere; remove it in one of the two places`] : [];
}

function build(authored: AuthoredFormulations): FormulationBook {
  return {
    version: authored.version,
    formulations: authored.formulations.map((one): Formulation => {
      const { name, write, quotes, members, also, allow, source, from, to, after, place } = one;
      return {
        name,
        write: write ?? [name],
        quotes,
        members: members ? [members, ...also] : also,
        wrong: filled(one.wrong),
        unusual: filled(one.unusual),
        allow,
        source,
        evenQuoted: one.even_quoted,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(after === undefined ? {} : { after }),
        ...(place === undefined ? {} : { place }),
      };
    }),
    miswritings: authored.miswritings,
    doubtful: authored.doubtful,
    miswritingAllow: authored.miswriting_allow,
    wordings: listed(authored.wordings),
    documents: listed(authored.documents),
    phrases: listed(authored.phrases).flatMap(combined),
    words: listed(authored.words),
  };
}

/** Nothing behind the colon: only named, no replacement proposed. */
const filled = (replacements: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(replacements).map(([form, put]) => [form, put ?? '']));

/** 专项/集中+整治/检查 stands for its four combinations. */
function combined(phrase: string): string[] {
  return phrase
    .split('+')
    .reduce<string[]>((heads, part) => heads.flatMap((head) => part.split('/').map((tail) => head + tail)), ['']);
}

const listed = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
