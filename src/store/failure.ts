// What both engines say when they fail, and how a payload becomes text. Never shows a password.
import { ServiceError } from '../errors.ts';
import { describeError } from '../log.ts';

export function unavailable(message: string, cause?: unknown): ServiceError {
  return new ServiceError('store_unavailable', message, { cause });
}

export function misconfigured(message: string, cause?: unknown): ServiceError {
  return new ServiceError('bad_config', message, { cause });
}

export function corrupt(message: string, cause?: unknown): ServiceError {
  return new ServiceError('corrupt', message, { cause });
}

/** The words kept beside what was set aside, short enough for a table. */
export function setAsideReason(error: unknown): string {
  return describeError(error).slice(0, 2000);
}

/** Payloads are stored as JSON text. `undefined` becomes null, so that nothing stored is ever absent. */
export function toText(payload: unknown): string {
  return JSON.stringify(payload) ?? 'null';
}

export function fromText(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupt(`${what} cannot be parsed; look at it with the inbox command`, error);
  }
}

/** What stands in a column of text; anything else means that somebody else wrote there. */
export function textOf(value: unknown, key: string): string {
  if (typeof value === 'string') return value;
  throw corrupt(`The value of ${key} is no text; restore it from a backup`);
}

export function conflict(key: string, revision: number): ServiceError {
  return new ServiceError('conflict', `${key} is no longer at revision ${revision}; load it and decide again`);
}

/** The list must show what cannot be parsed too: that may be why it was set aside. */
export function readable(text: string): unknown {
  try {
    return fromText(text, '');
  } catch {
    return text;
  }
}
