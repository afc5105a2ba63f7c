// What shall go wrong, asked for by a test or from the page. Holds wishes only: the parts that fail ask here. Must never fail unasked.
import { ApiError } from './api-error.ts';

/** `path` is a substring, or a pattern between slashes (`/im\/v1\/files$/`), tested against `METHOD path`. */
export interface CallFault {
  path: string;
  /** How many calls it meets; 1 unless told. */
  times?: number;
  delayMs?: number;
  /** Answer with this instead of executing. 429 brings x-ogw-ratelimit-reset. */
  fail?: { code: number; status?: number; msg?: string; resetSeconds?: number };
  /** Execute, then drop the connection without an answer. */
  loseReply?: boolean;
  /** Answer, but drop the connection after this many bytes of the body. */
  cutAfterBytes?: number;
}

type TakenFault = Pick<CallFault, 'delayMs' | 'loseReply' | 'cutAfterBytes'> & { fail?: ApiError };

export interface Faults {
  onCall(fault: CallFault): void;
  /** The next `times` events go out twice. */
  duplicateEvents(times: number): void;
  /** The next event is held back until the one after it has been sent. */
  swapNextEvents(): void;
  /** Data frames of the long connection are cut into this many pieces; 1 is whole. */
  splitFrames(pieces: number): void;
  /** The fault that meets this call, used up by one. */
  takeCall(method: string, path: string): TakenFault | undefined;
  takeDuplicate(): boolean;
  takeSwap(): boolean;
  pieces(): number;
  clear(): void;
}

export function createFaults(): Faults {
  let calls: { fault: CallFault; left: number }[] = [];
  let duplicates = 0;
  let swap = false;
  let pieces = 1;

  return {
    onCall: (fault) => void calls.push({ fault, left: fault.times ?? 1 }),
    duplicateEvents(times) {
      duplicates = times;
    },
    swapNextEvents() {
      swap = true;
    },
    splitFrames(count) {
      pieces = Math.max(1, Math.floor(count));
    },
    takeCall(method, path) {
      const met = calls.find(({ fault }) => matches(fault.path, `${method} ${path}`));
      if (met === undefined) return undefined;
      met.left -= 1;
      if (met.left <= 0) calls = calls.filter((entry) => entry !== met);
      const { path: _path, times: _times, fail, ...rest } = met.fault;
      return fail === undefined ? rest : { ...rest, fail: refusal(fail) };
    },
    takeDuplicate() {
      if (duplicates === 0) return false;
      duplicates -= 1;
      return true;
    },
    takeSwap() {
      const taken = swap;
      swap = false;
      return taken;
    },
    pieces: () => pieces,
    clear() {
      calls = [];
      duplicates = 0;
      swap = false;
      pieces = 1;
    },
  };
}

function matches(pattern: string, subject: string): boolean {
  const expression = /^\/(.+)\/$/.exec(pattern)?.[1];
  return expression === undefined || !/[\\^$*+?()[\]{}|]/.test(expression)
    ? subject.includes(pattern)
    : new RegExp(expression).test(subject);
}

function refusal(fail: NonNullable<CallFault['fail']>): ApiError {
  const status = fail.status ?? (fail.code === 99991400 ? 429 : 400);
  const headers: Record<string, string> =
    status === 429 ? { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': String(fail.resetSeconds ?? 1) } : {};
  return new ApiError(fail.code, fail.msg ?? `a fault asked for in the local Feishu: ${fail.code}`, {
    status,
    headers,
  });
}
