// What an endpoint's failure means: the one place where the SDK's errors become ours. Never repeats a key or a prompt.
import { ServiceError } from '../errors.ts';

/** What the SDK attaches to an HTTP error. */
interface HttpFailure extends Error {
  readonly status: number | undefined;
  readonly code?: string | null | undefined;
  readonly type?: string | undefined;
  readonly headers: Headers | undefined;
}

/** The SDK's classes, passed in so that this file need not load it. */
export interface SdkErrors {
  APIError: abstract new (...args: never[]) => HttpFailure;
  APIConnectionError: abstract new (...args: never[]) => Error;
}

/** Endpoints say 429 for an empty account too; waiting does not help then. */
const spent = new Set(['insufficient_quota', 'billing_hard_limit_reached', 'account_deactivated']);

/** Providers' own filters, by code or words; the same request would be refused again. */
const filtered =
  /content_?filter|content_?policy|data_?inspection|inappropriate content|sensitive|moderation|敏感|违规/i;
const tooLong =
  /context_length|context length|context window|too long|maximum.{0,30}tokens|max_tokens|too many tokens/i;

/** Whether a refused request (400, 422) may be accepted in another form: what it says is not the matter. */
export function isAboutForm(error: unknown): boolean {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  const words = `${String(code)} ${message}`;
  return !filtered.test(words) && !tooLong.test(words);
}

export function classifyFailure(error: unknown, sdk: SdkErrors, baseUrl: string, model: string): ServiceError {
  if (error instanceof ServiceError) return error;
  const failure = error instanceof sdk.APIError && !(error instanceof sdk.APIConnectionError) ? error : undefined;
  if (!failure) {
    return new ServiceError(
      'model_unavailable',
      `No answer from the model's endpoint at ${hostOf(baseUrl)}; check LLM_BASE_URL and that this machine can reach it`,
      { cause: bare(error) },
    );
  }
  const cause = bare(error);
  const { status, code, type, headers, message } = failure;
  // An error in the midst of a stream comes with HTTP 200 and says what it is in its code alone.
  const inStream = status === undefined;
  if (status === 401 || status === 403 || (inStream && /auth|api_key/i.test(`${code} ${type}`))) {
    return new ServiceError('model_denied', 'The model’s endpoint refused our key; set LLM_API_KEY to a valid one', {
      cause,
    });
  }
  if (status === 402 || (typeof code === 'string' && spent.has(code))) {
    return new ServiceError(
      'model_denied',
      'The account behind LLM_API_KEY has no credit left; top it up at the provider',
      {
        cause,
      },
    );
  }
  if (status === 404) {
    return new ServiceError(
      'model_denied',
      `The endpoint knows no model ${model} or no such path; check LLM_MODEL and LLM_BASE_URL`,
      {
        cause,
      },
    );
  }
  if (filtered.test(`${code} ${message}`)) {
    return new ServiceError(
      'model_nonsense',
      'The provider’s filter refused this request; try again with other words, or use another LLM_MODEL',
      { cause },
    );
  }
  if (status === 429 || (inStream && /rate_?limit|429/i.test(`${code} ${type}`))) {
    const retryAfterMs = readRetryAfter(headers);
    return new ServiceError(
      'model_rate_limited',
      'The model’s endpoint asks us to slow down; try again shortly or raise its limits',
      {
        cause,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      },
    );
  }
  if (inStream || status >= 500 || status === 408 || status === 409 || status === 425) {
    const retryAfterMs = readRetryAfter(headers);
    return new ServiceError(
      'model_unavailable',
      `The model’s endpoint at ${hostOf(baseUrl)} failed (HTTP ${status ?? 'none'}); try again later, or check LLM_BASE_URL`,
      {
        cause,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      },
    );
  }
  if (tooLong.test(`${code} ${message}`)) {
    return new ServiceError(
      'model_nonsense',
      'The request is longer than the model takes; use an LLM_MODEL with a larger context',
      { cause },
    );
  }
  return new ServiceError(
    'model_nonsense',
    `The model’s endpoint did not accept the request (HTTP ${status}); check LLM_MODEL`,
    { cause },
  );
}

/** Seconds or a date, as HTTP has it, or OpenAI's own milliseconds. */
export function readRetryAfter(headers: Headers | undefined, now: number = Date.now()): number | undefined {
  const ms = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const value = headers?.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = value.includes(':') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Only what helps to find the fault: providers quote prompts and parts of keys in their messages. */
function bare(error: unknown): Error {
  const { name, status, code } = error as { name?: string; status?: number; code?: unknown };
  const inner = (error as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  return new Error([name, status, code, inner].filter((part) => part !== undefined && part !== null).join(' '));
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
