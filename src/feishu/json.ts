// Reads values out of JSON of unknown shape. Nothing here throws.
export type JsonObject = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON object out of its text; undefined for anything else. */
export function parseRecord(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The platform sends some objects as JSON text and some as objects; both, or undefined. */
export function toRecord(value: unknown): JsonObject | undefined {
  if (isRecord(value)) return value;
  return typeof value === 'string' ? parseRecord(value) : undefined;
}

/** The object under this name, or an empty one. */
export function child(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return isRecord(value) ? value : {};
}

/** The text under this name, or ''. */
export function textOf(parent: JsonObject, name: string): string {
  const value = parent[name];
  return typeof value === 'string' ? value : '';
}
