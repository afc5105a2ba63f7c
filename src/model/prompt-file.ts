// A prompt file → messages. Splits roles before any value is filled in, so that no value can ever open a section.
import { createHash } from 'node:crypto';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { ServiceError } from '../errors.ts';

export interface Message {
  role: 'system' | 'user';
  content: string;
}

export interface Prompt {
  /** File name without `.md`. */
  name: string;
  /** `draft-chapter@3#190b0924`: name, version, and the first 8 hex digits of the file's SHA-256. */
  id: string;
  temperature: number;
  inputs: string[];
  /** Inputs whose values come from our own files or arithmetic and may hold numbers; all others are guarded. */
  fixed: string[];
  messages: Message[];
}

const FrontMatter = z
  .strictObject({
    version: z.int().positive(),
    inputs: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)),
    fixed: z.array(z.string()).default([]),
    temperature: z.number().min(0).max(2),
  })
  .refine(({ inputs }) => new Set(inputs).size === inputs.length, { path: ['inputs'], error: 'names one input twice' })
  .refine(({ inputs, fixed }) => fixed.every((name) => inputs.includes(name)), {
    path: ['fixed'],
    error: 'names something that is not in `inputs`',
  });

/** `{{name}}`; written `\{{name}}` it stands as it is. Anything else with two braces is a mistake. */
const placeholder = /\\\{\{|\{\{([a-z][a-z0-9_]*)\}\}|\{\{/g;

/** Throws ServiceError('bad_prompt') with file and line of the first mistake. */
export function parsePrompt(file: string, text: string): Prompt {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    throw mistake(
      file,
      1,
      'begin the file with a block of `version`, `inputs` and `temperature` between two lines of ---',
    );
  }
  const { version, inputs, fixed, temperature } = readFrontMatter(file, lines.slice(1, end));
  const messages = splitRoles(file, lines, end + 1);
  const used = new Set<string>();
  for (const { content, line } of messages) for (const name of namesIn(file, line, content)) used.add(name);
  for (const name of used) {
    if (!inputs.includes(name))
      throw mistake(file, 1, `{{${name}}} is used but not listed in \`inputs\`; add it or remove it`);
  }
  for (const name of inputs) {
    if (!used.has(name))
      throw mistake(file, 1, `\`inputs\` lists ${name}, but {{${name}}} stands nowhere; use it or remove it`);
  }
  const name = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return {
    name,
    id: `${name}@${version}#${hash}`,
    temperature,
    inputs,
    fixed,
    messages: messages.map(({ role, content }) => ({ role, content })),
  };
}

/** The messages with values in place. A value is never read again: `{{x}}` or `## system` inside it are plain words. */
export function fillPrompt(prompt: Prompt, values: Record<string, string>): Message[] {
  const given = Object.keys(values);
  const missing = prompt.inputs.filter((name) => !given.includes(name));
  const extra = given.filter((name) => !prompt.inputs.includes(name));
  if (missing.length > 0 || extra.length > 0) {
    const parts = [
      ...missing.map((name) => `no value for ${name}`),
      ...extra.map((name) => `${name} is no input of it`),
    ];
    throw new ServiceError(
      'bad_prompt',
      `${prompt.name}.md: ${parts.join('; ')}. Make its \`inputs\` and the code agree.`,
    );
  }
  return prompt.messages.map(({ role, content }) => ({
    role,
    content: content.replace(placeholder, (match, name?: string) =>
      name === undefined ? match.slice(1) : (values[name] ?? ''),
    ),
  }));
}

function readFrontMatter(file: string, lines: string[]): z.infer<typeof FrontMatter> {
  let value: unknown;
  try {
    value = parse(lines.join('\n'));
  } catch (error) {
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    throw mistake(
      file,
      line + 1,
      'the block at the top is not valid YAML; write one `name: value` on each line',
      error,
    );
  }
  const parsed = FrontMatter.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  const at = lines.findIndex((line) => line.startsWith(`${String(key)}:`));
  throw mistake(
    file,
    at < 0 ? 1 : at + 2,
    `\`${String(key ?? 'front matter')}\`: ${issue?.message ?? 'is not right'}; correct it`,
  );
}

function splitRoles(file: string, lines: string[], from: number): (Message & { line: number })[] {
  const found: (Message & { line: number })[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    const role = /^## (system|user)\s*$/.exec(line)?.[1] as Message['role'] | undefined;
    const last = found.at(-1);
    if (role) found.push({ role, content: '', line: index + 2 });
    else if (last) last.content += `${line}\n`;
    else if (line.trim() !== '')
      throw mistake(file, index + 1, 'text before the first `## system` or `## user`; move it below one');
  }
  if (!found.some((one) => one.role === 'user'))
    throw mistake(file, lines.length, 'there is no `## user` section; add one');
  const empty = found.find((one) => one.content.trim() === '');
  if (empty) throw mistake(file, empty.line - 1, `the \`## ${empty.role}\` section is empty; write it or remove it`);
  return found.map((one) => ({ ...one, content: one.content.trim(), line: one.line + leadingLines(one.content) }));
}

const leadingLines = (text: string): number => /^\n*/.exec(text)?.[0].length ?? 0;

function namesIn(file: string, line: number, content: string): string[] {
  return [...content.matchAll(placeholder)].flatMap((match) => {
    if (match[0] === '{{') {
      const at = line + content.slice(0, match.index).split('\n').length - 1;
      throw mistake(
        file,
        at,
        'two braces that are no {{name}}; write {{name}} in small letters, or \\{{ for the braces themselves',
      );
    }
    return match[1] === undefined ? [] : [match[1]];
  });
}

const mistake = (file: string, line: number, what: string, cause?: unknown): ServiceError =>
  new ServiceError('bad_prompt', `${file}:${line}: ${what}`, { cause });
