// The one client of an OpenAI-compatible endpoint (Chat Completions). Logs no prompt's text, no answer's and no secret.
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import type OpenAI from 'openai';
import { ServiceError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { createForms } from './accepted-form.ts';
import type { JsonMode } from './json-mode.ts';
import { loadPrompts } from './load-prompts.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Answer, Ask, Model } from './port.ts';
import { fillPrompt, type Message, type Prompt } from './prompt-file.ts';
import { readContent, readUsage } from './read-completion.ts';
import { sendRequest } from './send-request.ts';
import { createWatch } from './watch.ts';

export interface ModelOptions {
  baseUrl: string;
  /** '' for an endpoint that asks for none. */
  apiKey: string;
  model: string;
  /** Folder of the prompt files. */
  prompts: string;
  log: Log;
  /**
   * Says what in a value must not leave the house (a figure), or undefined; a request it objects to is not sent. What it
   * says goes into the log, so it names the kind of figure and not the figure.
   */
  guard?: (text: string) => string | undefined;
  /** How it is asked for JSON; without it that is found out. */
  jsonMode?: JsonMode;
  /** How long a stream that has begun may be silent. */
  idleMs?: number;
  /** How long before retry `attempt` (1, 2…); `retryAfterMs` is what the endpoint asked for. */
  backoffMs?: (attempt: number, retryAfterMs: number | undefined) => number;
  /** Opens after so many failures in a row, and lets one request try again after a while. */
  breaker?: { failures: number; halfOpenAfterMs: number };
}

const retries = 2;
/** An attempt may use this share of what time is left, so that one that hangs leaves room for another. */
const share = 0.6;

const defaultBackoffMs = (attempt: number, retryAfterMs: number | undefined): number =>
  retryAfterMs ?? 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);

/** Reads the prompts at once (throws `bad_prompt`); loads the SDK with the first request. */
export function createModel(options: ModelOptions): Model {
  const { baseUrl, model, log, guard, backoffMs = defaultBackoffMs, idleMs = 20_000 } = options;
  const { failures, halfOpenAfterMs } = options.breaker ?? { failures: 5, halfOpenAfterMs: 30_000 };
  const prompts = loadPrompts(options.prompts);
  const worthRetrying = (error: unknown): boolean =>
    error instanceof ServiceError && (error.code === 'model_unavailable' || error.code === 'model_rate_limited');
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ServiceError && error.code === 'model_unavailable'),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(failures) },
  );
  let sdk: Promise<{ client: OpenAI; errors: typeof OpenAI }> | undefined;
  const load = async () => {
    const { default: errors } = await import('openai');
    // Organization and project would otherwise be read from the environment, behind our configuration's back.
    const settings = { baseURL: baseUrl, apiKey: options.apiKey || 'none', organization: null, project: null };
    return { client: new errors({ ...settings, maxRetries: 0, logLevel: 'off' }), errors };
  };
  const forms = createForms(options.jsonMode);
  const endpoint = {
    baseUrl,
    model,
    forms,
    load: () => {
      sdk ??= load();
      return sdk;
    },
  };

  /** With retries inside `deadline` (ms since the epoch). */
  async function request(prompt: Prompt, messages: Message[], ask: Ask<unknown>, deadline: number): Promise<string> {
    const signal = ask.signal ?? new AbortController().signal;
    const left = (): number => deadline - Date.now();
    const late = (cause?: unknown): ServiceError =>
      new ServiceError(
        'model_unavailable',
        `The model gave no answer within ${ask.timeoutMs} ms; try again, or choose a faster LLM_MODEL`,
        { cause },
      );
    let attempt = 0;
    let waitMs = 0;
    const hasTimeFor = (error: unknown): boolean => {
      waitMs = backoffMs(attempt, error instanceof ServiceError ? error.retryAfterMs : undefined);
      return waitMs < left();
    };
    const policy = wrap(
      retry(
        handleWhen((error) => worthRetrying(error) && hasTimeFor(error)),
        { maxAttempts: retries, backoff: new DelegateBackoff(() => waitMs) },
      ).dangerouslyUnref(),
      breaker,
    );
    const tryOnce = async () => {
      signal.throwIfAborted();
      attempt += 1;
      const started = Date.now();
      const watch = createWatch(Math.max(1, Math.round(left() * (attempt > retries ? 1 : share))), left, idleMs);
      let firstTextMs: number | undefined;
      try {
        const completion = await sendRequest(endpoint, {
          prompt,
          messages,
          ask,
          signal: AbortSignal.any([signal, watch.signal]),
          onChunk: watch.alive,
          onFirstText() {
            firstTextMs = Date.now() - started;
          },
        });
        const tokens = readUsage(completion);
        const ms = Date.now() - started;
        log.info({ prompt: prompt.id, model, tokens, ms, firstTextMs, attempt, mode: forms.mode() }, 'model answered');
        return readContent(completion);
      } catch (cause) {
        const error = watch.signal.aborted && !signal.aborted ? late(cause) : cause;
        log.warn(
          { prompt: prompt.id, model, attempt, ms: Date.now() - started, error: describeError(error) },
          'model failed',
        );
        throw error;
      } finally {
        watch.stop();
      }
    };
    try {
      return await stopOn(signal, policy.execute(tryOnce, signal));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new ServiceError(
        'model_unavailable',
        'The model’s endpoint failed several times in a row and is left alone for a while; see the log, and check LLM_BASE_URL',
        { cause: error },
      );
    }
  }

  return {
    async ask<T>(ask: Ask<T>): Promise<Answer<T>> {
      const prompt = prompts.get(ask.prompt);
      if (!prompt)
        throw new ServiceError('bad_prompt', `There is no prompt ${ask.prompt}.md in ${options.prompts}; add it`);
      const messages = fillPrompt(prompt, ask.values);
      refuseFigures(prompt, ask.values, guard);
      const deadline = Date.now() + ask.timeoutMs;
      const first = parseAnswer(await request(prompt, messages, ask, deadline), ask.schema);
      if (first.type === 'value') return { value: first.value, prompt: prompt.id, model };
      log.warn({ prompt: prompt.id, model, problem: first.problem }, 'model answered in a wrong shape');
      // What it said is not sent back: it may hold a figure of its own making.
      const again: Message = {
        role: 'user',
        content: `上一次的回答不合要求（${first.problem}）。请重新回答，只输出一个符合要求的JSON对象。`,
      };
      const second = parseAnswer(await request(prompt, [...messages, again], ask, deadline), ask.schema);
      if (second.type === 'value') return { value: second.value, prompt: prompt.id, model };
      throw new ServiceError(
        'model_nonsense',
        `The model ${model} twice gave no usable answer to ${prompt.id} (${second.problem}); try another LLM_MODEL`,
      );
    },
  };
}

/** The last guard: whatever a person may have written is looked at once more before it leaves. */
function refuseFigures(prompt: Prompt, values: Record<string, string>, guard: ModelOptions['guard']): void {
  for (const name of prompt.inputs) {
    if (prompt.fixed.includes(name)) continue;
    const found = guard?.(values[name] ?? '');
    if (found !== undefined) {
      throw new ServiceError(
        'bad_prompt',
        `${prompt.name}.md: the value of ${name} still holds a figure (${found}); it was not sent. Mask it first.`,
      );
    }
  }
}

/** Rejects at once when the caller stops waiting; the policy's own timers do not listen to the signal. */
function stopOn<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}
