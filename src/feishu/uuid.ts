// The idempotency key of a send, as the platform takes it: at most 50 characters, the same for the same effect for ever.
import { createHash } from 'node:crypto';

/** `part`: 0 for the first message of an effect, 1, 2, … where it needs several. */
export function fitUuid(key: string, part = 0): string {
  if (part === 0 && /^[\x21-\x7e]{1,50}$/.test(key)) return key;
  return `h${createHash('sha256').update(`${key}\n${part}`).digest('base64url')}`;
}
