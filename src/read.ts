// What the reader is shown of a conversation. Only a message with words and a form's fields are read; all else carries its meaning itself.
import type { FieldReading, Reading } from './conversation/command.ts';
import { emptyReading } from './conversation/decide.ts';
import type { CardSubmitted, Event } from './conversation/event.ts';
import { askedBy } from './conversation/quoted.ts';
import type { State } from './conversation/state.ts';
import type { Read, ReadRequest } from './reading/port.ts';
import type { Outline } from './report/outline.ts';
import type { Report } from './report/report.ts';

interface Needs {
  read: Read;
  /** A form never waits for a model. */
  readFields: (form: Record<string, unknown>, where: FieldsRequest) => FieldReading[];
  catalog: Outline[];
  now: () => number;
  count?: (by: Reading['by']) => void;
}

type FieldsRequest = Pick<ReadRequest, 'thisYear'> & { report: NonNullable<ReadRequest['report']> };

/** China keeps one time zone, UTC+8, without summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

export function createReadEvent({ read, readFields, catalog, now, count }: Needs) {
  const kinds = catalog.map(({ kind, name, aliases }) => ({ kind, name, aliases }));
  const thisYear = (): number => new Date(now() + CHINA_OFFSET_MS).getUTCFullYear();

  function readForm(
    { form = {}, value }: CardSubmitted,
    state: State | null,
    values: Record<string, unknown>,
  ): Reading {
    const report = state?.reports.find((one) => one.id === (value.report ?? state.active));
    const outline = report && (values[report.outline] as Outline | undefined);
    if (!report || !outline) return emptyReading;
    const { year, facts } = report;
    return { ...emptyReading, fields: readFields(form, { report: { outline, year, facts }, thisYear: thisYear() }) };
  }

  return async (event: Event, state: State | null, values: Record<string, unknown>, signal: AbortSignal) => {
    if (event.type === 'card_submitted') return event.form ? readForm(event, state, values) : emptyReading;
    if (event.type !== 'message_received' || event.unsupported || event.text.trim() === '') return emptyReading;
    const active = state?.reports.find((one) => one.id === state.active);
    const outline = active && (values[active.outline] as Outline | undefined);
    const request: ReadRequest = {
      text: event.text,
      ...(active && outline ? { report: reportFor(active, outline) } : {}),
      asked: state ? askedBy(state, event) : null,
      kinds,
      reports: (state?.reports ?? []).map(({ id, name, year }) => ({ id, name, year })),
      thisYear: thisYear(),
      signal,
    };
    const reading = await read(request);
    count?.(reading.by);
    return reading;
  };
}

function reportFor({ year, facts, supply }: Report, outline: Outline): NonNullable<ReadRequest['report']> {
  const offices = (supply?.suppliers ?? []).map((one) => one.office);
  return { outline, year, facts, ...(offices.length === 0 ? {} : { offices }) };
}
