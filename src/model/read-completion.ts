// What a completion says, or why it says nothing usable. Trusts no endpoint to keep to the protocol.
import { ServiceError } from '../errors.ts';

/** What of a Chat Completions answer is looked at. Any of it may be missing, whatever the protocol says. */
export interface Completion {
  /** Some gateways answer 200 with what went wrong. */
  error?: unknown;
  choices?: {
    finish_reason?: string | null;
    message?: {
      content?: string | null;
      refusal?: string | null;
      tool_calls?: { function?: { arguments?: string } }[] | null;
    };
  }[];
  usage?: {
    prompt_tokens?: number;
    completion_tokens?: number;
    /** Counted among `prompt_tokens`; each provider says it in its own place. */
    prompt_tokens_details?: { cached_tokens?: number | undefined } | null;
    prompt_cache_hit_tokens?: number;
    cached_tokens?: number;
  };
}

/** The answer's text, or why there is none. */
export function readContent(completion: Completion): string {
  // A wrong path often answers 200 with a page of HTML, which the SDK passes on as it is.
  const choice = Array.isArray(completion?.choices) ? completion.choices[0] : undefined;
  if (!choice && completion?.error) {
    throw new ServiceError(
      'model_unavailable',
      'The model’s endpoint answered with an error of its own; try again later',
    );
  }
  const nonsense = (what: string): ServiceError => new ServiceError('model_nonsense', what);
  if (!choice)
    throw nonsense('The endpoint’s answer is no Chat Completions answer; check LLM_BASE_URL (it usually ends in /v1)');
  if (choice.message?.refusal || choice.finish_reason === 'content_filter') {
    throw nonsense('The model refused to answer; try again, or use another LLM_MODEL');
  }
  if (choice.finish_reason === 'length') {
    throw nonsense(
      'The model’s answer was cut off at its length limit; raise the limit at the provider or use another LLM_MODEL',
    );
  }
  const said = choice.message?.content;
  const content = said?.trim() ? said : choice.message?.tool_calls?.[0]?.function?.arguments;
  if (typeof content !== 'string' || content.trim() === '') {
    throw nonsense('The model’s answer was empty; try again, or use another LLM_MODEL');
  }
  return content;
}

export interface Tokens {
  in: number | undefined;
  /** Part of `in`. */
  cached: number | undefined;
  out: number | undefined;
}

/** Undefined where the endpoint does not count. */
export function readUsage({ usage }: Completion): Tokens {
  const cached = usage?.prompt_tokens_details?.cached_tokens ?? usage?.prompt_cache_hit_tokens ?? usage?.cached_tokens;
  return { in: usage?.prompt_tokens, cached, out: usage?.completion_tokens };
}
