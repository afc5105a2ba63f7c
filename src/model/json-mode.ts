// How an endpoint can be made to answer in JSON. Learned once per endpoint: they differ, and none says so beforehand.
import { z } from 'zod';

type ResponseFormat =
  | { type: 'json_object' }
  | { type: 'json_schema'; json_schema: { name: string; schema: Record<string, unknown>; strict: boolean } };

/** From the strictest to what every endpoint can do. */
export const jsonModes = ['json_schema', 'json_object', 'plain'] as const;
export type JsonMode = (typeof jsonModes)[number];

export function responseFormat(mode: JsonMode, name: string, schema: z.ZodType): ResponseFormat | undefined {
  if (mode === 'plain') return undefined;
  if (mode === 'json_object') return { type: 'json_object' };
  // Without `$schema`: some endpoints refuse a keyword they do not know.
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>;
  return {
    type: 'json_schema',
    json_schema: { name: name.replaceAll('-', '_'), schema: shape, strict: isStrict(shape) },
  };
}

/** Strict mode wants every property required; a schema with optional ones is sent as guidance only. */
function isStrict(shape: unknown): boolean {
  if (typeof shape !== 'object' || shape === null) return true;
  const { properties, required } = shape as { properties?: object; required?: string[] };
  const names = Object.keys(properties ?? {});
  return names.every((name) => required?.includes(name)) && Object.values(shape).every(isStrict);
}
