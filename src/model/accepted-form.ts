// What an endpoint accepts in a request, learned from its refusals once and shared by all requests. Knows no request's content.
import { type JsonMode, jsonModes } from './json-mode.ts';

export interface Form {
  mode: JsonMode;
  temperature: boolean;
  /** Only where the caller wants the text as it grows. */
  stream: boolean;
  /** Whether a stream is asked to end with its token counts (stream_options). */
  usage: boolean;
}

/** `fixed`: the mode the operator chose, which is not departed from. */
export function createForms(fixed: JsonMode | undefined) {
  let known: Form = { mode: fixed ?? 'json_schema', temperature: true, stream: true, usage: true };
  return {
    /** To begin with. */
    first: (streams: boolean): Form => ({ ...known, stream: known.stream && streams }),
    /** After the endpoint refused `form` (HTTP 400 or 422) with these words: the next to try, or undefined when there is none. */
    next(form: Form, words: string): Form | undefined {
      const later = fixed ? undefined : jsonModes[jsonModes.indexOf(form.mode) + 1];
      const options = {
        temperature: form.temperature && { ...form, temperature: false },
        usage: form.stream && form.usage && { ...form, usage: false },
        mode: later !== undefined && { ...form, mode: later },
        stream: form.stream && { ...form, stream: false },
      };
      const named = hints.find(([hint, name]) => hint.test(words) && options[name])?.[1];
      // Unnamed: the temperature is never at fault, and what costs least is given up first.
      return (named && options[named]) || options.mode || options.usage || options.stream || undefined;
    },
    /** The endpoint answered `form`, so what it was spared need not be tried again. */
    accepted(form: Form): void {
      known = {
        mode: form.mode,
        temperature: form.temperature,
        usage: form.stream ? form.usage : known.usage,
        stream: known.stream,
      };
    },
    /** The endpoint refused to stream, or answered a request to stream in one piece. */
    streamsNot(): void {
      known = { ...known, stream: false };
    },
    mode: (): JsonMode => known.mode,
  };
}

const hints: [RegExp, 'temperature' | 'usage' | 'mode' | 'stream'][] = [
  [/temperature/i, 'temperature'],
  [/stream_options|include_usage/i, 'usage'],
  [/response_format|json|schema|tool|function/i, 'mode'],
  [/stream/i, 'stream'],
];
