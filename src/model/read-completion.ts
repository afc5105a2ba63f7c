// What a completion says, or why it says nothing usable. Trusts no endpoint to keep to the protocol.

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

/** `error`: the endpoint's own failure; `no_completion`: something that is no answer of Chat Completions at all. */
export type Said =
  | { type: 'said'; content: string }
  | { type: 'refused' | 'cut_off' | 'empty' | 'error' | 'no_completion' };

export function readContent(completion: Completion): Said {
  // A wrong path often answers 200 with a page of HTML, which the SDK passes on as it is.
  const choice = Array.isArray(completion?.choices) ? completion.choices[0] : undefined;
  if (!choice) return { type: completion?.error ? 'error' : 'no_completion' };
  const reason = choice.finish_reason ?? '';
  if (choice.message?.refusal || reason === 'content_filter' || reason === 'sensitive') return { type: 'refused' };
  if (reason === 'length' || reason === 'max_tokens') return { type: 'cut_off' };
  const said = choice.message?.content;
  const content = said?.trim() ? said : choice.message?.tool_calls?.[0]?.function?.arguments;
  return typeof content === 'string' && content.trim() !== '' ? { type: 'said', content } : { type: 'empty' };
}

/** Words of a model that will not answer; looked for only where the wanted object is not. */
export const soundsLikeRefusal = (content: string): boolean =>
  /抱歉|对不起|(?:无法|不能|不便|没办法)(?:为您|为你|向您)?(?:提供|协助|回答|完成|满足|帮|生成|撰写|处理)|作为(?:一个|一名)?(?:AI|人工智能|语言模型)|i(?:'m| am) sorry|i can(?:no|['’])t|unable to (?:help|assist)|as an ai/i.test(
    content,
  );

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
