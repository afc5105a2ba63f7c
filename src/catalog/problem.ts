// A mistake in an authored file, with where it stands. Every message ends with what to write instead.
export interface Problem {
  /** Path inside the file: `['chapters', 0, 'heading']`. */
  path: (string | number)[];
  message: string;
}
