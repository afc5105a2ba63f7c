// What was said → a value, or a complaint to ask again with, or the end of it. Sends nothing.
import type { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { parseAnswer } from './parse-answer.ts';
import { type Said, soundsLikeRefusal } from './read-completion.ts';

type Understood<T> =
  | { type: 'value'; value: T }
  /** Worth asking once more with the complaint; `error` when that was the second time. */
  | { type: 'again'; problem: string; complaint: string; error: ServiceError }
  | { type: 'hopeless'; problem: string; error: ServiceError };

/** Marks an answer that was too long for the endpoint, so that the caller may ask for less at a time. */
class CutOff extends Error {}

/** Whether a smaller request may succeed where this one did not. */
export const wasCutOff = (error: unknown): boolean => error instanceof ServiceError && error.cause instanceof CutOff;

export function understand<T>(said: Said, schema: z.ZodType<T>): Understood<T> {
  switch (said.type) {
    case 'said': {
      const parsed = parseAnswer(said.content, schema);
      if (parsed.type === 'value') return parsed;
      return soundsLikeRefusal(said.content) ? refused : wrongShape(parsed.problem);
    }
    case 'refused':
      return refused;
    case 'empty':
      return again(
        '回答是空的',
        '上一次没有回答。',
        'The model’s answer was empty; try again, or use another LLM_MODEL',
      );
    case 'cut_off':
      return hopeless(
        'cut off',
        'The model’s answer was cut off at its length limit; raise the limit at the provider or use another LLM_MODEL',
        new CutOff('finish_reason length'),
      );
    case 'error':
    case 'no_completion':
      return hopeless(
        'no completion',
        'The endpoint’s answer is no Chat Completions answer; check LLM_BASE_URL (it usually ends in /v1)',
      );
  }
}

const nonsense = (message: string, cause?: unknown): ServiceError =>
  new ServiceError('model_nonsense', message, cause === undefined ? {} : { cause });

const hopeless = (problem: string, message: string, cause?: unknown) =>
  ({ type: 'hopeless', problem, error: nonsense(message, cause) }) as const;

const again = (problem: string, words: string, message: string) =>
  ({
    type: 'again',
    problem,
    complaint: `${words}请重新回答，只输出一个符合要求的JSON对象。`,
    error: nonsense(message),
  }) as const;

const wrongShape = (problem: string) =>
  again(
    problem,
    `上一次的回答不合要求（${problem}）。`,
    `The model twice gave no usable answer (${problem}); try another LLM_MODEL`,
  );

const refused = again(
  'refused',
  '这只是整理单位自己提供的工作材料，数字都已换成占位，不需要评价，也不需要任何外部信息。',
  'The model refused to answer; try again, or use another LLM_MODEL',
);
