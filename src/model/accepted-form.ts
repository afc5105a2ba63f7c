// What an endpoint accepts in a request, learned from its refusals once and shared by all requests. Knows no request's content.
import { type JsonMode, jsonModes } from './json-mode.ts';

export interface Form {
  mode: JsonMode;
  temperature: boolean;
  /** Where the caller wants the text as it grows, or the endpoint answers in no other way. */
  stream: boolean;
  /** Whether a stream is asked to end with its token counts (stream_options). */
  usage: boolean;
}

/** `fixed`: the mode the operator chose, which is not departed from. */
export function createForms(fixed: JsonMode | undefined) {
  let known: Omit<Form, 'stream'> = { mode: fixed ?? 'json_schema', temperature: true, usage: true };
  let streaming: 'can' | 'cannot' | 'must' = 'can';
  return {
    /** To begin with. */
    first: (wanted: boolean): Form => ({ ...known, stream: streaming === 'must' || (streaming === 'can' && wanted) }),
    /** After the endpoint refused `form` (HTTP 400 or 422) with these words: the next to try, or undefined when there is none. */
    next(form: Form, words: string): Form | undefined {
      if (!form.stream && streaming !== 'cannot' && onlyStreams.test(words)) return { ...form, stream: true };
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
    /** The endpoint answered `form`, so what it was spared need not be tried again. `wanted`: a stream was. */
    accepted(form: Form, wanted: boolean): void {
      const { mode, temperature, usage } = form;
      known = { mode, temperature, usage: form.stream ? usage : known.usage };
      if (form.stream && !wanted) streaming = 'must';
    },
    /** The endpoint refused to stream, or answered a request to stream in one piece. */
    streamsNot(): void {
      streaming = 'cannot';
    },
    mode: (): JsonMode => known.mode,
  };
}

/** Some models think so long that they are only served as streams. */
const onlyStreams = /only.{0,20}stream|non-?streaming|enable.{0,20}stream|must.{0,20}stream/i;

const hints: [RegExp, 'temperature' | 'usage' | 'mode' | 'stream'][] = [
  [/temperature/i, 'temperature'],
  [/stream_options|include_usage/i, 'usage'],
  [/response_format|json|schema|tool|function/i, 'mode'],
  [/stream/i, 'stream'],
];
