// A request with what keeps it within bounds: deadline, retries with backoff, a breaker, budgets. Logs and counts every attempt, never its words.
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel';
import { ServiceError } from '../errors.ts';
import { describeError } from '../log.ts';
import { createBudget } from './budget.ts';
import { createGate } from './gate.ts';
import type { ModelOptions } from './options.ts';
import type { Ask } from './port.ts';
import { costOf } from './price.ts';
import type { Message, Prompt } from './prompt-file.ts';
import { readContent, readUsage, type Said } from './read-completion.ts';
import { type Endpoint, sendRequest } from './send-request.ts';
import { createWatch } from './watch.ts';

const retries = 2;
/** An attempt may use this share of what time is left, so that one that hangs leaves room for another. */
const share = 0.6;

const defaultBackoffMs = (attempt: number, retryAfterMs: number | undefined): number =>
  retryAfterMs ?? 500 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);

const worthRetrying = (error: unknown): boolean =>
  error instanceof ServiceError && (error.code === 'model_unavailable' || error.code === 'model_rate_limited');

export function createRequest(options: ModelOptions, endpoint: Endpoint) {
  const { log, prices, observe, backoffMs = defaultBackoffMs, idleMs = 20_000 } = options;
  const { failures, halfOpenAfterMs } = options.breaker ?? { failures: 5, halfOpenAfterMs: 30_000 };
  const { model, forms } = endpoint;
  const budget = createBudget(options.requestsPerHour, Date.now);
  const enter = createGate(options.concurrency ?? 16);
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ServiceError && error.code === 'model_unavailable'),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(failures) },
  );

  /** With retries inside `deadline` (ms since the epoch). */
  return async function request(
    prompt: Prompt,
    messages: Message[],
    ask: Ask<unknown>,
    deadline: number,
  ): Promise<Said> {
    const signal = ask.signal ?? new AbortController().signal;
    const left = (): number => deadline - Date.now();
    let attempt = 0;
    let waitMs = 0;
    const mayRetry = (error: unknown): boolean => {
      if (!worthRetrying(error) || attempt > retries) return false;
      waitMs = backoffMs(attempt, error instanceof ServiceError ? error.retryAfterMs : undefined);
      return waitMs < left() && budget.retry();
    };
    const policy = wrap(
      retry(handleWhen(mayRetry), {
        maxAttempts: retries,
        backoff: new DelegateBackoff(() => waitMs),
      }).dangerouslyUnref(),
      breaker,
    );
    const tryOnce = async (): Promise<Said> => {
      signal.throwIfAborted();
      attempt += 1;
      const limit = AbortSignal.timeout(Math.max(1, left()));
      const leave = await enter(deadline, AbortSignal.any([signal, limit])).catch((cause: unknown) => {
        throw signal.aborted ? cause : tooMany(cause);
      });
      const room = budget.take();
      if (room.type === 'spent') {
        leave();
        throw hourSpent(room.waitMs);
      }
      const started = Date.now();
      const watch = createWatch(Math.max(1, Math.round(left() * (attempt > retries ? 1 : share))), left, idleMs);
      let firstTextMs: number | undefined;
      const timed = () => ({ ms: Date.now() - started, ...(firstTextMs === undefined ? {} : { firstTextMs }) });
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
        const said = readContent(completion);
        if (said.type === 'error') throw ownError();
        const tokens = readUsage(completion);
        const cost = costOf(tokens, prices);
        const call = { ...timed(), tokens, ...(cost === undefined ? {} : { cost }) };
        log.info({ prompt: prompt.id, model, ...call, attempt, mode: forms.mode() }, 'model answered');
        observe?.({ prompt: prompt.name, outcome: 'answered', ...call });
        budget.earn();
        return said;
      } catch (cause) {
        const error = watch.signal.aborted && !signal.aborted ? late(ask.timeoutMs, cause) : cause;
        log.warn({ prompt: prompt.id, model, attempt, ...timed(), error: describeError(error) }, 'model failed');
        observe?.({ prompt: prompt.name, outcome: signal.aborted ? 'stopped' : 'failed', ...timed() });
        throw error;
      } finally {
        watch.stop();
        leave();
      }
    };
    try {
      return await stopOn(signal, policy.execute(tryOnce, signal));
    } catch (error) {
      throw error instanceof BrokenCircuitError ? leftAlone(error) : error;
    }
  };
}

const late = (timeoutMs: number, cause: unknown): ServiceError =>
  new ServiceError(
    'model_unavailable',
    `The model gave no answer within ${timeoutMs} ms, or fell silent in the middle of it; try again, or choose a faster LLM_MODEL`,
    { cause },
  );

const ownError = (): ServiceError =>
  new ServiceError('model_unavailable', 'The model’s endpoint answered with an error of its own; try again later');

const leftAlone = (cause: unknown): ServiceError =>
  new ServiceError(
    'model_unavailable',
    'The model’s endpoint failed several times in a row and is left alone for a while; see the log, and check LLM_BASE_URL',
    { cause },
  );

/** Not `model_unavailable`: that our own queue is long says nothing about the endpoint. */
const tooMany = (cause: unknown): ServiceError =>
  new ServiceError(
    'model_rate_limited',
    'Too many requests to the model are under way at once; try again shortly, or raise LLM_CONCURRENCY',
    { cause },
  );

const hourSpent = (retryAfterMs: number): ServiceError =>
  new ServiceError(
    'model_rate_limited',
    'This hour’s requests to the model are used up; wait, or raise LLM_REQUESTS_PER_HOUR',
    { retryAfterMs },
  );

/** Rejects at once when the caller stops waiting; the policy's own timers do not listen to the signal. */
function stopOn<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });
}
