// The one class for failures of the outside, and what each means for the line. Expected outcomes are values, not errors.

/** Codes are made only in each adapter (store, feishu, model, catalog); everything else asks the table below. */
export type ServiceCode =
  | 'store_unavailable'
  | 'conflict'
  | 'corrupt'
  | 'feishu_unavailable'
  | 'feishu_rate_limited'
  | 'feishu_denied'
  | 'feishu_rejected'
  | 'feishu_gone'
  | 'model_unavailable'
  | 'model_rate_limited'
  | 'model_denied'
  | 'model_nonsense'
  | 'bad_prompt'
  | 'bad_config';

/** `retry`: the same call may succeed later. `tell_user`: say what is wrong and go on. `set_aside`: keep it with its error for the operator. */
export const disposition: Record<ServiceCode, 'retry' | 'tell_user' | 'set_aside'> = {
  store_unavailable: 'retry',
  conflict: 'retry',
  corrupt: 'set_aside',
  feishu_unavailable: 'retry',
  feishu_rate_limited: 'retry',
  feishu_denied: 'set_aside',
  feishu_rejected: 'set_aside',
  feishu_gone: 'set_aside',
  model_unavailable: 'tell_user',
  model_rate_limited: 'tell_user',
  model_denied: 'tell_user',
  model_nonsense: 'tell_user',
  bad_prompt: 'set_aside',
  bad_config: 'set_aside',
};

/** `message` says what to do next and names the setting or console page; it never holds a secret. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceCode;
  /** Wait this long before the next attempt, where the other side said so. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ServiceCode, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** An outage of the outside is waited out this many times (about two hours); a fault of our own is tried again only a few times. */
const OUTAGE_ATTEMPTS = 130;
const FAULT_ATTEMPTS = 4;

/** Pure: whether a failed attempt (1 for the first) is worth another. Anything that is no ServiceError is a fault of our own. */
export function worthAnotherTry(error: unknown, attempt: number): boolean {
  if (!(error instanceof ServiceError)) return attempt < FAULT_ATTEMPTS;
  return disposition[error.code] === 'retry' && attempt < OUTAGE_ATTEMPTS;
}
