// What the reader is shown of a conversation. Only a message with words is read; presses and results carry their meaning themselves.
import type { Reading } from './conversation/command.ts';
import { emptyReading } from './conversation/decide.ts';
import type { Event } from './conversation/event.ts';
import type { State } from './conversation/state.ts';
import type { Read, ReadRequest } from './reading/port.ts';
import type { Outline } from './report/outline.ts';

interface Needs {
  read: Read;
  catalog: Outline[];
  now: () => number;
  count?: (by: Reading['by']) => void;
}

/** China keeps one time zone, UTC+8, without summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

export function createReadEvent({ read, catalog, now, count }: Needs) {
  const kinds = catalog.map(({ kind, name, aliases }) => ({ kind, name, aliases }));
  return async (event: Event, state: State | null, values: Record<string, unknown>, signal: AbortSignal) => {
    if (event.type !== 'message_received' || event.unsupported || event.text.trim() === '') return emptyReading;
    const active = state?.reports.find((one) => one.id === state.active);
    const outline = active && (values[active.outline] as Outline | undefined);
    const request: ReadRequest = {
      text: event.text,
      ...(active && outline ? { report: { outline, year: active.year, facts: active.facts } } : {}),
      asked: state?.asked ?? null,
      kinds,
      reports: (state?.reports ?? []).map(({ id, name, year }) => ({ id, name, year })),
      thisYear: new Date(now() + CHINA_OFFSET_MS).getUTCFullYear(),
      signal,
    };
    const reading = await read(request);
    count?.(reading.by);
    return reading;
  };
}
