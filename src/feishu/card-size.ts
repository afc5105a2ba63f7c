// What a card or a part of it weighs against the platform's limits.
import { isRecord } from './json.ts';

export interface Weight {
  bytes: number;
  tags: number;
}

/** `bytes`: as the card stands in the request, that is, as JSON text within JSON. `tags`: everything that has one. */
export function weigh(value: unknown): Weight {
  return { bytes: Buffer.byteLength(JSON.stringify(JSON.stringify(value))), tags: countTags(value) };
}

function countTags(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countTags(item), 0);
  if (!isRecord(value)) return 0;
  const own = typeof value.tag === 'string' ? 1 : 0;
  // What a button carries back is no part of the card's look.
  return Object.entries(value).reduce((sum, [key, item]) => (key === 'value' ? sum : sum + countTags(item)), own);
}

/** Cut to `max` characters with an ellipsis; never within a character. */
export function shorten(content: string, max: number): string {
  if (content.length <= max) return content;
  return `${content.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Consecutive elements in groups that keep within the limits. An element too big by itself stands alone. */
export function group<T>(elements: T[], limits: Weight): T[][] {
  const groups: T[][] = [];
  let used: Weight = { bytes: 0, tags: 0 };
  for (const element of elements) {
    const weight = weigh(element);
    const last = groups.at(-1);
    if (last && used.bytes + weight.bytes <= limits.bytes && used.tags + weight.tags <= limits.tags) {
      last.push(element);
      used = { bytes: used.bytes + weight.bytes, tags: used.tags + weight.tags };
    } else {
      groups.push([element]);
      used = weight;
    }
  }
  return groups;
}
