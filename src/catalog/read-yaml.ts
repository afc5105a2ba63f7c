// One YAML file → a value of a given shape, or its mistakes with file and line. Reads no disk.
import { isNode, LineCounter, parseDocument } from 'yaml';
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
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return at(node.range[0], message);
      }
      return `${file}:1: ${message}`;
    },
  };
}

/** What a schema finds wrong, each with what to write instead. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step)),
    message: explain(issue),
  }));
}

function explain(issue: z.core.$ZodIssue): string {
  const field = issue.path.length > 0 ? `\`${String(issue.path.at(-1))}\`` : 'the file';
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => `\`${key}\``).join(', ')} means nothing here; remove it or correct its spelling`;
  }
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
