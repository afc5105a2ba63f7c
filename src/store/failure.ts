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
