// An OpenAI-compatible endpoint over real HTTP that says what a test scripts, misbehaves on demand and records every request.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { playWhole, sendJson } from './scripted-answer.ts';
import { playStream } from './scripted-stream.ts';

export interface RecordedRequest {
  path: string;
  headers: IncomingMessage['headers'];
  /** The body as sent, for looking through. */
  text: string;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    temperature?: number;
    response_format?: { type: string };
    tools?: { function: { name: string } }[];
    stream?: boolean;
    stream_options?: { include_usage?: boolean };
  };
}

/** One answer. `content` may be made from the request. */
export interface AnswerStep {
  type: 'answer';
  content: string | ((request: RecordedRequest) => string);
  /** `null`: a stream ends without one. May be made from the request. */
  finish?: string | null | ((request: RecordedRequest) => string);
  /** When the last of it was sent. */
  onEnd?: (request: RecordedRequest) => void;
  usage?: object | null;
  /** Sent apart, as reasoning models' endpoints do, before the content. */
  reasoning?: string;
  /** Streamed in pieces of so many characters, so many ms apart. */
  pieces?: { length: number; pauseMs?: number };
  /** What happens to a stream after so many pieces. */
  after?: { pieces: number; then: 'cut' | 'stall' | 'end' | { error: object | string } };
}

export type Step =
  | AnswerStep
  | { type: 'status'; status: number; headers?: Record<string, string>; error?: object | string }
  /** Accepts the request and says nothing. */
  | { type: 'hang' }
  /** Headers and half a body, then nothing. */
  | { type: 'hang_midway' }
  /** The connection is cut in the middle of the answer. */
  | { type: 'cut' }
  | { type: 'refuse' }
  /** These bytes with status 200, e.g. a page of HTML. */
  | { type: 'raw'; body: string; contentType?: string };

type Format = 'json_schema' | 'json_object' | 'tools' | 'plain';

export interface ScriptedEndpoint {
  /** For LLM_BASE_URL. */
  url: string;
  requests: RecordedRequest[];
  /** Played one per request, in order; then `otherwise`. */
  script(...steps: Step[]): void;
  otherwise(step: Step): void;
  /** Refuse requests whose way of asking for JSON is not among these (400), as such endpoints do. */
  accept(...formats: Format[]): void;
  /** `refused`: 400 to a request to stream; `ignored`: answers in one piece; `no_options`: 400 to stream_options; `only`: 400 without. */
  streaming(way: 'yes' | 'refused' | 'ignored' | 'no_options' | 'only'): void;
  close(): Promise<void>;
}

export async function startScriptedEndpoint(): Promise<ScriptedEndpoint> {
  const requests: RecordedRequest[] = [];
  let waiting: Step[] = [];
  let fallback: Step = { type: 'status', status: 500, error: 'nothing scripted' };
  let formats: Format[] = ['json_schema', 'json_object', 'tools', 'plain'];
  let streaming: Parameters<ScriptedEndpoint['streaming']>[0] = 'yes';

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = JSON.parse(text) as RecordedRequest['body'];
    const request = { path: incoming.url ?? '', headers: incoming.headers, text, body };
    requests.push(request);
    const refuse = (what: string): void => {
      sendJson(response, 400, { error: { message: `${what} is not supported`, type: 'invalid_request_error' } });
    };
    const format = (body.tools ? 'tools' : (body.response_format?.type ?? 'plain')) as Format;
    if (!formats.includes(format)) return refuse(`response_format ${format}`);
    if (body.stream && streaming === 'refused') return refuse('stream');
    if (body.stream_options && streaming === 'no_options') return refuse('stream_options');
    if (!body.stream && streaming === 'only') return refuse('This model only support stream mode; anything else');
    const step = waiting.shift() ?? fallback;
    if (body.stream && streaming !== 'ignored') playStream(step, request, response);
    else playWhole(step, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script: (...steps) => {
      waiting = steps;
    },
    otherwise: (step) => {
      fallback = step;
    },
    accept: (...names) => {
      formats = names;
    },
    streaming: (way) => {
      streaming = way;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
