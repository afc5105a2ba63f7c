// What the scripted endpoint says in one piece.
import type { ServerResponse } from 'node:http';
import type { AnswerStep, RecordedRequest, Step } from './scripted-endpoint.ts';

export const contentOf = ({ content }: AnswerStep, request: RecordedRequest): string =>
  typeof content === 'string' ? content : content(request);

export const finishOf = ({ finish }: AnswerStep, request: RecordedRequest): string | null =>
  typeof finish === 'function' ? finish(request) : finish === undefined ? 'stop' : finish;

export function playWhole(step: Step, request: RecordedRequest, response: ServerResponse): void {
  switch (step.type) {
    case 'answer': {
      const content = contentOf(step, request);
      const called = request.body.tools?.[0]?.function.name;
      const said = called
        ? {
            content: null,
            tool_calls: [{ id: 'c1', type: 'function', function: { name: called, arguments: content } }],
          }
        : { content };
      const message = { role: 'assistant', ...said, ...(step.reasoning ? { reasoning_content: step.reasoning } : {}) };
      sendJson(response, 200, completion(message, finishOf(step, request) ?? 'stop', step.usage));
      step.onEnd?.(request);
      break;
    }
    case 'refuse':
      sendJson(
        response,
        200,
        completion({ role: 'assistant', content: null, refusal: 'I cannot help with that.' }, 'stop'),
      );
      break;
    case 'status':
      sendJson(response, step.status, { error: step.error ?? { message: 'scripted' } }, step.headers);
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

export const countedTokens = { prompt_tokens: 100, completion_tokens: 50 };

function completion(message: object, finish: string, usage: object | null = countedTokens): object {
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

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
