// What the scripted endpoint says as server-sent events, piece by piece, and the ways in which a stream goes wrong.
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { contentOf, countedTokens, finishOf, playWhole } from './scripted-answer.ts';
import type { AnswerStep, RecordedRequest, Step } from './scripted-endpoint.ts';

export function playStream(step: Step, request: RecordedRequest, response: ServerResponse): void {
  if (step.type === 'answer') {
    void stream(step, request, response);
  } else if (step.type === 'refuse') {
    begin(response);
    say(response, { delta: { role: 'assistant', content: null, refusal: 'I cannot ' } });
    say(response, { delta: { refusal: 'help with that.' } });
    say(response, { delta: {}, finish_reason: 'stop' });
    end(response);
  } else if (step.type === 'hang_midway' || step.type === 'cut') {
    begin(response);
    say(response, { delta: { role: 'assistant', content: '{"text":"' } });
    if (step.type === 'cut') setImmediate(() => response.destroy());
  } else playWhole(step, request, response);
}

async function stream(step: AnswerStep, request: RecordedRequest, response: ServerResponse): Promise<void> {
  const { length, pauseMs = 0 } = step.pieces ?? { length: 5 };
  const content = contentOf(step, request);
  const called = request.body.tools?.[0]?.function.name;
  begin(response);
  // As endpoints do: a comment to keep the line open, and a first chunk without words.
  response.write(': keep-alive\n\n');
  say(response, { delta: { role: 'assistant', content: called ? null : '' } });
  for (const piece of cut(step.reasoning ?? '', length)) say(response, { delta: { reasoning_content: piece } });
  let said = 0;
  for (const piece of cut(content, length)) {
    if (said === step.after?.pieces) return breakOff(step.after.then, response);
    if (pauseMs > 0) await pause(pauseMs);
    if (response.destroyed) return;
    const call = { index: 0, function: { ...(said === 0 ? { name: called } : {}), arguments: piece } };
    say(response, { delta: called ? { tool_calls: [call] } : { content: piece } });
    said += 1;
  }
  const finish = finishOf(step, request);
  if (finish !== null) say(response, { delta: {}, finish_reason: finish });
  const usage = step.usage === undefined ? countedTokens : step.usage;
  if (usage && request.body.stream_options?.include_usage) event(response, { choices: [], usage });
  end(response);
  step.onEnd?.(request);
}

function breakOff(then: NonNullable<AnswerStep['after']>['then'], response: ServerResponse): void {
  if (then === 'cut') setImmediate(() => response.destroy());
  else if (then === 'end') response.end();
  else if (then !== 'stall') {
    event(response, { error: then.error });
    response.end();
  }
}

/** In characters, not code units: an endpoint never sends half a surrogate pair. */
function cut(text: string, length: number): string[] {
  const all = [...text];
  return Array.from({ length: Math.ceil(all.length / length) }, (_, index) =>
    all.slice(index * length, (index + 1) * length).join(''),
  );
}

function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
}

function event(response: ServerResponse, data: object): void {
  const common = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: 'scripted' };
  response.write(`data: ${JSON.stringify('error' in data ? data : { ...common, ...data })}\n\n`);
}

const say = (response: ServerResponse, choice: object): void => event(response, { choices: [{ index: 0, ...choice }] });

function end(response: ServerResponse): void {
  response.end('data: [DONE]\n\n');
}
