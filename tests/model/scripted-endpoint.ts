// An OpenAI-compatible endpoint over real HTTP that says what a test scripts, misbehaves on demand and records every request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  };
}

/** One answer. `content` may be made from the request. */
export type Step =
  | { type: 'answer'; content: string | ((request: RecordedRequest) => string); finish?: string; usage?: object | null }
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

export interface ScriptedEndpoint {
  /** For LLM_BASE_URL. */
  url: string;
  requests: RecordedRequest[];
  /** Played one per request, in order; then `otherwise`. */
  script(...steps: Step[]): void;
  otherwise(step: Step): void;
  /** Refuse requests whose response_format is not among these (400), as such endpoints do. */
  accept(...formats: ('json_schema' | 'json_object' | 'plain')[]): void;
  close(): Promise<void>;
}

export async function startScriptedEndpoint(): Promise<ScriptedEndpoint> {
  const requests: RecordedRequest[] = [];
  let waiting: Step[] = [];
  let fallback: Step = { type: 'status', status: 500, error: 'nothing scripted' };
  let formats: string[] = ['json_schema', 'json_object', 'plain'];

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = JSON.parse(text) as RecordedRequest['body'];
    const request = { path: incoming.url ?? '', headers: incoming.headers, text, body };
    requests.push(request);
    const format = body.response_format?.type ?? 'plain';
    if (!formats.includes(format)) {
      const error = { message: `response_format ${format} is not supported`, type: 'invalid_request_error' };
      return send(response, 400, { error });
    }
    play(waiting.shift() ?? fallback, request, response);
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function play(step: Step, request: RecordedRequest, response: ServerResponse): void {
  switch (step.type) {
    case 'answer': {
      const content = typeof step.content === 'string' ? step.content : step.content(request);
      send(response, 200, completion({ role: 'assistant', content }, step.finish ?? 'stop', step.usage));
      break;
    }
    case 'refuse':
      send(
        response,
        200,
        completion({ role: 'assistant', content: null, refusal: 'I cannot help with that.' }, 'stop'),
      );
      break;
    case 'status':
      send(response, step.status, { error: step.error ?? { message: 'scripted' } }, step.headers);
      break;
    case 'raw':
      response.writeHead(200, { 'content-type': step.contentType ?? 'application/json' });
      response.end(step.body);
      break;
    case 'hang':
      break;
    case 'hang_midway':
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
      response.write('{"id":"chatcmpl-1","choices":[{"message":{"content":"');
      if (step.type === 'cut') setImmediate(() => response.destroy());
  }
}

function completion(
  message: object,
  finish: string,
  usage: object | null = { prompt_tokens: 100, completion_tokens: 50 },
): object {
  const choices = [{ index: 0, message, finish_reason: finish }];
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices,
    ...(usage ? { usage } : {}),
  };
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
