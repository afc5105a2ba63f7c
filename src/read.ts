// What the reader is shown of a conversation. Only a message with words and a form's fields are read; all else carries its meaning itself.
import { auditWish } from './conversation/audit-words.ts';
import type { FieldReading, FileReading, Reading } from './conversation/command.ts';
import { emptyReading } from './conversation/decide.ts';
import type { CardSubmitted, Event } from './conversation/event.ts';
import type { FileUse } from './conversation/file-state.ts';
import { fileMeant, wishFor } from './conversation/files.ts';
import { LINES_READ } from './conversation/forwarded.ts';
import { askedBy } from './conversation/quoted.ts';
import type { State } from './conversation/state.ts';
import type { Read, ReadRequest } from './reading/port.ts';
import type { FileText } from './report/file-text.ts';
import type { Outline } from './report/outline.ts';
import type { Report } from './report/report.ts';

interface Needs {
  read: Read;
  /** Neither does a file: what it says never goes to one. */
  readFile: (file: FileText, request: Omit<ReadRequest, 'text' | 'asked'>, as?: FileUse) => FileReading;
  /** A form never waits for a model. */
  readFields: (form: Record<string, unknown>, where: FieldsRequest) => FieldReading[];
  catalog: Outline[];
  now: () => number;
  count?: (by: Reading['by']) => void;
}

type FieldsRequest = Pick<ReadRequest, 'thisYear'> & { report: NonNullable<ReadRequest['report']> };

/** China keeps one time zone, UTC+8, without summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

export function createReadEvent({ read, readFile, readFields, catalog, now, count }: Needs) {
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

  /** Where the conversation stands: what a text is read against. */
  function placeOf(state: State | null, values: Record<string, unknown>): Omit<ReadRequest, 'text' | 'asked'> {
    const active = state?.reports.find((one) => one.id === state.active);
    const outline = active && (values[active.outline] as Outline | undefined);
    return {
      ...(active && outline ? { report: reportFor(active, outline) } : {}),
      kinds,
      reports: (state?.reports ?? []).map(({ id, name, year }) => ({ id, name, year })),
      thisYear: thisYear(),
    };
  }

  /** A talk never waits for a model, nor does it give commands. */
  function readLines(lines: { text: string }[], place: Omit<ReadRequest, 'text' | 'asked'>, signal: AbortSignal) {
    const some = lines.slice(0, LINES_READ);
    return Promise.all(some.map(({ text }) => read({ text, ...place, asked: null, alone: true, signal })));
  }

  return async (event: Event, state: State | null, values: Record<string, unknown>, signal: AbortSignal) => {
    const file = fileOf(event, state, values);
    if (file) return { ...emptyReading, file: readFile(file.text, placeOf(state, values), file.as) };
    if (event.type === 'card_submitted') return event.form ? readForm(event, state, values) : emptyReading;
    if (event.type === 'message_received' && event.forwarded)
      return { ...emptyReading, forwarded: await readLines(event.forwarded, placeOf(state, values), signal) };
    if (event.type !== 'message_received' || event.unsupported || event.text.trim() === '') return emptyReading;
    // A text to be audited is looked at by rules alone, whoever wrote it.
    if (auditWish(event.text)) return emptyReading;
    const request: ReadRequest = {
      text: event.text,
      ...placeOf(state, values),
      asked: state ? askedBy(state, event) : null,
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

/** The file that came with a message, or that a message or press is about, with what was said it is for. */
function fileOf(
  event: Event,
  state: State | null,
  values: Record<string, unknown>,
): { text: FileText; as?: FileUse } | undefined {
  if (event.type === 'message_received' && event.attached) {
    const as = wishFor(state, event);
    return event.attached.type === 'read' ? { text: event.attached.file, ...(as ? { as } : {}) } : undefined;
  }
  const meant = fileMeant(state, event);
  const text = meant && (values[meant.head.key] as FileText | undefined);
  return meant && text ? { text, as: meant.as } : undefined;
}
