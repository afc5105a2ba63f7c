// A file that cannot be read, and why: thrown inside the readers, a value for everybody else.
import type { FileProblem } from '../report/file-text.ts';

export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`the file cannot be read: ${problem}`);
    this.problem = problem;
  }
}
