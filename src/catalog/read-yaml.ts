// One YAML file → a value of a given shape, or its mistakes with file and line. Reads no disk.
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

export interface YamlFile {
  /** The parsed value; meaningless when `broken` is not empty. */
  value: unknown;
  /** Mistakes of YAML itself, as finished lines. */
  broken: string[];
  /** `outline.yaml:42: message`, at the nearest place the path leads to. */
  place(problem: Problem): string;
}

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string) => `${file}:${lines.linePos(offset).line}: ${message}`;
  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    broken: document.errors.map((error) =>
      at(error.pos[0], `this is not valid YAML (${error.message}); check indentation, quotes and colons on this line`),
    ),
    place({ path, message }) {
      for (let length = path.length; length > 0; length--) {
        const offset = offsetOf(document, path.slice(0, length));
        if (offset !== undefined) return at(offset, message);
      }
      return `${file}:1: ${message}`;
    },
  };
}

/** Where a path leads: to the name itself where it ends in one, so that a misspelt name is shown on its own line. */
function offsetOf(document: Document, path: (string | number)[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** What a schema finds wrong, each with what to write instead. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
    if (issue.code !== 'unrecognized_keys') return [{ path, message: explain(issue) }];
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `\`${key}\` means nothing here; remove it or correct its spelling`,
    }));
  });
}

function explain(issue: z.core.$ZodIssue): string {
  const field = issue.path.length > 0 ? `\`${String(issue.path.at(-1))}\`` : 'the file';
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${field} is missing; write it here`;
  if (issue.code === 'invalid_type') return `${field} must be ${article(issue.expected)}; write one instead`;
  return `${field}: ${issue.message}`;
}

function article(type: string): string {
  if (type === 'array') return 'a list (- … on lines of its own, or […])';
  if (type === 'object') return 'a block of `name: value` lines';
  if (type === 'string') return 'text (in quotes when it holds `: ` or begins with `{`)';
  return `a ${type}`;
}
