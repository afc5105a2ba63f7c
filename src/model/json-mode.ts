// How an endpoint can be made to answer in JSON. Learned once per endpoint: they differ, and none says so beforehand.
import type OpenAI from 'openai';
import { z } from 'zod';

type Request = OpenAI.Chat.Completions.ChatCompletionCreateParams;

/** From the strictest to what every endpoint can do. `tools`: the answer is the call of a function. */
export const jsonModes = ['json_schema', 'json_object', 'tools', 'plain'] as const;
export type JsonMode = (typeof jsonModes)[number];

/** What of a request makes the answer JSON; the prompt says so in words besides. */
export function jsonRequest(
  mode: JsonMode,
  prompt: string,
  schema: z.ZodType,
): Pick<Request, 'response_format' | 'tools' | 'tool_choice'> {
  if (mode === 'plain') return {};
  if (mode === 'json_object') return { response_format: { type: 'json_object' } };
  // Without `$schema`: some endpoints refuse a keyword they do not know.
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>;
  const name = prompt.replaceAll('-', '_');
  if (mode === 'json_schema') {
    return { response_format: { type: 'json_schema', json_schema: { name, schema: shape, strict: isStrict(shape) } } };
  }
  return {
    tools: [{ type: 'function', function: { name, description: '交出结果', parameters: shape } }],
    tool_choice: { type: 'function', function: { name } },
  };
}

/** Strict mode wants every property required; a schema with optional ones is sent as guidance only. */
function isStrict(shape: unknown): boolean {
  if (typeof shape !== 'object' || shape === null) return true;
  const { properties, required } = shape as { properties?: object; required?: string[] };
  const names = Object.keys(properties ?? {});
  return names.every((name) => required?.includes(name)) && Object.values(shape).every(isStrict);
}
