// What reading and drafting need of a language model. Implementations throw ServiceError (model_*).
import type { z } from 'zod';

export interface Ask<T> {
  /** Prompt file name without `.md`, e.g. `draft-chapter`. */
  prompt: string;
  /** Values for its {{names}}; user text must already be masked. */
  values: Record<string, string>;
  /** Shape of the answer; the answer is parsed as JSON and checked. */
  schema: z.ZodType<T>;
  timeoutMs: number;
  signal?: AbortSignal;
  /**
   * Called with the whole answer so far, as it grows (raw: see `sectionsSoFar`). An attempt that fails is followed by
   * another from the start, so the text may become shorter again; an endpoint that cannot stream gives it in one piece. Must
   * not throw. Without it nothing is streamed.
   */
  onText?: (soFar: string) => void;
}

export interface Answer<T> {
  value: T;
  /** `draft-chapter@3#190b0924` */
  prompt: string;
  model: string;
}

export interface Model {
  ask<T>(ask: Ask<T>): Promise<Answer<T>>;
}
