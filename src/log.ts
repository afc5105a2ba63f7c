// Structured logs to standard output. Never a secret, never a figure's owner's words at info level.
import pino from 'pino';

/** What every room logs through; the event names are the words of DESIGN's vocabulary. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** `secrets` are cut out of every line, wherever they stand (an SDK may put one into an error's text). */
export function createLog(level: string, secrets: string[] = []): Log {
  const hidden = secrets.filter((secret) => secret.length >= 6);
  const clean = (line: string): string => hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describeError } },
    { write: (line: string) => process.stdout.write(clean(line)) },
  );
}

/** Name, code and message with the chain of causes; no stack, no attached request (those carry headers). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : '';
  const cause = error.cause === undefined ? '' : ` <- ${describeError(error.cause)}`;
  return `${error.name}${code}: ${error.message}${cause}`;
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
