// Every way in which a model or its endpoint misbehaves, through the real SDK, streamed and whole: the answer comes all the same, or a failure that says what to do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ServiceError } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { createModel } from '../../src/model/client.ts';
import type { ModelCall, ModelOptions } from '../../src/model/options.ts';
import { wasCutOff } from '../../src/model/understand.ts';
import { type ScriptedEndpoint, type Step, startScriptedEndpoint } from './scripted-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibi-misbehaviour-'));
writeFileSync(
  join(folder, 'greet.md'),
  '---\nversion: 1\ninputs: [name]\ntemperature: 0.3\n---\n## user\n输出JSON。{{name}}\n',
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let endpoint: ScriptedEndpoint;
let waits: (number | undefined)[];
let calls: ModelCall[];
let heard: string[];
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
  waits = [];
  calls = [];
  heard = [];
});
afterEach(() => endpoint.close());

const modelFor = (more: Partial<ModelOptions> = {}) =>
  createModel({
    ...{ baseUrl: endpoint.url, apiKey: 'key', model: 'writer-1', prompts: folder, log: silentLog, idleMs: 400 },
    backoffMs: (_, retryAfterMs) => {
      waits.push(retryAfterMs);
      return 0;
    },
    observe: (call) => calls.push(call),
    ...more,
  });
const ask = (streamed: boolean, timeoutMs = 5_000) => ({
  prompt: 'greet',
  values: { name: '王芳' },
  schema: z.object({ text: z.string().min(2) }),
  timeoutMs,
  ...(streamed ? { onText: (soFar: string) => heard.push(soFar) } : {}),
});
const answer = (content: string, more: object = {}): Step => ({ type: 'answer', content, ...more });
const good = answer('{"text":"工作有序推进"}');
const status = (code: number, headers?: Record<string, string>, error?: object): Step => ({
  ...{ type: 'status', status: code },
  ...(headers ? { headers } : {}),
  ...(error ? { error } : {}),
});
const soon = 'Thu, 01 Jan 2026 00:00:00 GMT';

/** What it does first, and what we wait before the second request; the second is answered well. */
const onceWrong: [string, Step, (number | undefined)?][] = [
  ['429 without Retry-After', status(429)],
  ['429 with Retry-After in seconds', status(429, { 'retry-after': '2' }), 2000],
  ['429 with Retry-After as a date', status(429, { 'retry-after': soon }), 0],
  ['503 with Retry-After', status(503, { 'retry-after': '1' }), 1000],
  ['500', status(500)],
  ['502 with a page of HTML', { type: 'status', status: 502, error: '<html>' }],
  ['silence', { type: 'hang' }],
  ['half an answer, then silence', { type: 'hang_midway' }],
  ['half an answer, then a cut connection', { type: 'cut' }],
  ['200 with an error in it', { type: 'raw', body: '{"error":{"message":"overloaded"}}' }],
  ['an empty answer', answer('')],
  ['a blank answer', answer(' \n')],
  ['a refusal', { type: 'refuse' }],
  ['a filtered answer', answer('{"te', { finish: 'content_filter' })],
  ['a refusal in Chinese', answer('抱歉，我无法提供这方面的内容。')],
  ['a refusal in English', answer("I'm sorry, but I can't help with that.")],
  ['garbage', answer('}{[[ 好的')],
  ['a wrong shape', answer('{"words":["工作"]}')],
  ['half an object', answer('{"text":"工作有')],
  ['thoughts without an answer', answer('<think>该怎么写呢{"text":"草稿草稿"}')],
];

describe.each([
  ['whole', false],
  ['streamed', true],
])('%s: wrong once, then well', (_, streamed) => {
  it.each(onceWrong)('%s', async (_what, step, wait) => {
    endpoint.script(step, good);
    const { value } = await modelFor().ask(ask(streamed, 2_500));
    expect(value).toEqual({ text: '工作有序推进' });
    expect(endpoint.requests).toHaveLength(2);
    if (wait !== undefined) expect(waits).toEqual([wait]);
    if (streamed) expect(heard.at(-1)).toBe('{"text":"工作有序推进"}');
  });

  it.each([
    ['a fence', answer('```json\n{"text":"工作有序推进"}\n```')],
    ['words around it', answer('好的，{{占位}}都保留了：\n{"text":"工作有序推进"}\n（注：{}为空）')],
    ['thoughts', answer('<think>{"text":"草稿草稿"}</think>\n{"text":"工作有序推进"}')],
    ['thoughts whose beginning was eaten', answer('先想一想{"text":"草稿草稿"}</think>{"text":"工作有序推进"}')],
    ['thoughts apart', answer('{"text":"工作有序推进"}', { reasoning: '先想一想，{"text":"草稿"}' })],
    ['no token counts', answer('{"text":"工作有序推进"}', { usage: null })],
    ['an emoji and a line break in the JSON', answer('{"text":"工作有序推进","more":"😀\n"}')],
  ])('at once in spite of %s', async (_what, step) => {
    endpoint.script(step);
    expect((await modelFor().ask(ask(streamed))).value).toEqual({ text: '工作有序推进' });
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each([
    ['a refusal twice', { type: 'refuse' }, 'refused', 2],
    ['nothing twice', answer(''), 'empty', 2],
    ['an answer that is cut off', answer('{"text":"工', { finish: 'length' }), 'cut off', 1],
    ['the provider’s filter', status(400, {}, { code: 'data_inspection_failed', message: 'x' }), 'filter', 1],
    ['too long a request', status(400, {}, { code: 'context_length_exceeded', message: 'x' }), 'larger context', 1],
    ['no credit', status(429, {}, { code: 'insufficient_quota', message: 'x' }), 'credit', 1],
    ['a wrong key', status(401), 'LLM_API_KEY', 1],
    ['a wrong model', status(404), 'LLM_MODEL', 1],
    ['500 again and again', status(500), 'failed', 3],
    ['a page of HTML', { type: 'raw', body: '<html>', contentType: 'text/html' }, 'LLM_BASE_URL', 1],
  ] as [string, Step, string, number][])('gives up on %s and says why', async (_what, step, words, requests) => {
    endpoint.otherwise(step);
    const error = await modelFor()
      .ask(ask(streamed))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServiceError);
    expect((error as Error).message).toContain(words);
    expect(wasCutOff(error)).toBe(words === 'cut off');
    expect(endpoint.requests).toHaveLength(requests);
  });
});

describe('a stream', () => {
  const broken = (then: 'cut' | 'stall' | 'end' | { error: object | string }): Step =>
    answer('{"text":"工作有序推进"}', { after: { pieces: 2, then }, pieces: { length: 3 } });

  it('is heard as it grows, character for character', async () => {
    endpoint.script(answer('{"text":"工作有序推进😀"}', { pieces: { length: 1 } }));
    await modelFor().ask(ask(true));
    expect(heard.length).toBeGreaterThan(10);
    for (const [index, text] of heard.entries()) expect(heard[index + 1] ?? text).toContain(text);
    expect(heard.at(-1)).toBe('{"text":"工作有序推进😀"}');
    expect(endpoint.requests[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
    expect(calls).toMatchObject([{ outcome: 'answered', tokens: { in: 100, out: 50 } }]);
    expect(calls[0]?.firstTextMs).toBeLessThanOrEqual(calls[0]?.ms ?? 0);
  });

  it('is not asked for by those who do not listen', async () => {
    endpoint.script(good);
    await modelFor().ask(ask(false));
    expect(endpoint.requests[0]?.body.stream).toBeUndefined();
  });

  it.each([
    ['cut', broken('cut')],
    ['silent', broken('stall')],
    ['ended early', broken('end')],
    ['broken by an error', broken({ error: { message: 'overloaded', code: 'server_error' } })],
    ['broken by an error in words', broken({ error: 'overloaded' })],
    ['broken by a limit', broken({ error: { message: 'slow down', code: 'rate_limit_exceeded' } })],
  ])('that is %s in the middle is begun anew', async (_what, step) => {
    endpoint.script(step, good);
    expect((await modelFor().ask(ask(true))).value.text).toBe('工作有序推进');
    const [, second] = [heard.findIndex((text) => text.includes('te')), heard.lastIndexOf('{"tex')];
    expect(second).toBeGreaterThan(0);
    expect(endpoint.requests).toHaveLength(2);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['failed', 'answered']);
  });

  it.each([
    ['the filter', { code: 'content_filter', message: 'x' }, 'filter'],
    ['no credit', { code: 'insufficient_quota', message: 'x' }, 'credit'],
    ['a key that ran out', { type: 'authentication_error', message: 'x' }, 'LLM_API_KEY'],
  ])('that ends for good with %s is not begun anew', async (_what, error, words) => {
    endpoint.otherwise(broken({ error }));
    await expect(modelFor().ask(ask(true))).rejects.toThrow(words);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('that goes on is waited for longer than any pause, and not longer than the asker has time', async () => {
    const slow = answer('{"text":"工作有序推进"}', { pieces: { length: 1, pauseMs: 40 } });
    endpoint.script(slow);
    // 17 pieces, 40 ms apart: more in all than a stream may be silent.
    expect((await modelFor().ask(ask(true, 10_000))).value.text).toBe('工作有序推进');
    endpoint.otherwise(slow);
    await expect(modelFor().ask(ask(true, 200))).rejects.toThrow('choose a faster');
  });

  it('that says it is over is believed, and one that closed its object too', async () => {
    endpoint.script(answer('{"text":"工作有序推进"}', { finish: null }));
    expect((await modelFor().ask(ask(true))).value.text).toBe('工作有序推进');
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each([
    ['refused', 'stream'],
    ['ignored', 'stream'],
    ['no_options', 'stream_options'],
  ] as const)('where streams are %s the answer comes all the same, and that is found out once', async (way, field) => {
    endpoint.streaming(way);
    endpoint.otherwise(good);
    const model = modelFor();
    for (const _ of [1, 2, 3]) expect((await model.ask(ask(true))).value.text).toBe('工作有序推进');
    const withIt = endpoint.requests.filter(({ body }) => body[field]);
    expect(withIt).toHaveLength(1);
    expect(endpoint.requests).toHaveLength(way === 'ignored' ? 3 : 4);
    expect(endpoint.requests.every(({ body }) => body.response_format?.type === 'json_schema')).toBe(true);
  });

  it('is asked for even by those who do not listen where there is nothing else, and that is found out once', async () => {
    endpoint.streaming('only');
    endpoint.otherwise(good);
    const model = modelFor();
    for (const _ of [1, 2]) expect((await model.ask(ask(false))).value.text).toBe('工作有序推进');
    expect(endpoint.requests.map(({ body }) => body.stream)).toEqual([undefined, true, true]);
    expect(endpoint.requests.at(-1)?.body.response_format?.type).toBe('json_schema');
  });

  it('works where the answer is the call of a function', async () => {
    endpoint.accept('tools');
    endpoint.otherwise(good);
    const model = modelFor({ jsonMode: 'tools' });
    for (const streamed of [true, false]) expect((await model.ask(ask(streamed))).value.text).toBe('工作有序推进');
    expect(heard.at(-1)).toBe('{"text":"工作有序推进"}');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('leaves nobody waiting when the asker goes', async () => {
    endpoint.otherwise(broken('stall'));
    const stop = new AbortController();
    const work = modelFor({ idleMs: 60_000 }).ask({
      ...ask(true, 60_000),
      signal: stop.signal,
      onText: () => stop.abort(new Error('停')),
    });
    await expect(work).rejects.toThrow('停');
  });
});

describe('settings', () => {
  it('a mode that was chosen is not departed from', async () => {
    endpoint.accept('plain');
    endpoint.otherwise(good);
    await modelFor({ jsonMode: 'plain' }).ask(ask(false));
    expect(endpoint.requests).toHaveLength(1);
    await expect(modelFor({ jsonMode: 'json_object' }).ask(ask(false))).rejects.toThrow('did not accept');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('prices make a cost of the tokens, the cached ones at their own', async () => {
    const usage = { prompt_tokens: 2_000, completion_tokens: 500, prompt_tokens_details: { cached_tokens: 1_500 } };
    endpoint.otherwise(answer('{"text":"工作有序推进"}', { usage }));
    await modelFor({ prices: { input: 2, cached: 0.2, output: 8 } }).ask(ask(false));
    await modelFor({ prices: { input: 2, output: 8 } }).ask(ask(true));
    await modelFor().ask(ask(false));
    expect(calls.map(({ cost }) => cost)).toEqual([
      (500 * 2 + 1_500 * 0.2 + 500 * 8) / 1e6,
      (2_000 * 2 + 500 * 8) / 1e6,
      undefined,
    ]);
  });

  it('no more than allowed are under way at once, and who waits in vain is told', async () => {
    endpoint.otherwise({ type: 'hang' });
    const model = modelFor({ concurrency: 1, breaker: { failures: 1, halfOpenAfterMs: 60_000 } });
    const stop = new AbortController();
    const first = model.ask({ ...ask(false, 60_000), signal: stop.signal }).catch(() => 'stopped');
    await expect(model.ask(ask(false, 50))).rejects.toMatchObject({
      code: 'model_rate_limited',
      message: /LLM_CONCURRENCY/,
    });
    stop.abort(new Error('停'));
    expect(await first).toBe('stopped');
    // The endpoint is not held responsible for our queue.
    endpoint.otherwise(good);
    expect((await model.ask(ask(false))).value.text).toBe('工作有序推进');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('an hour’s requests are not exceeded', async () => {
    endpoint.otherwise(good);
    const model = modelFor({ requestsPerHour: 2 });
    await model.ask(ask(false));
    await model.ask(ask(false));
    await expect(model.ask(ask(false))).rejects.toMatchObject({
      code: 'model_rate_limited',
      message: /LLM_REQUESTS_PER_HOUR/,
    });
    expect(endpoint.requests).toHaveLength(2);
  });

  it('retries are not spent without end on an endpoint that fails for everybody', async () => {
    endpoint.otherwise(status(429));
    const model = modelFor();
    for (let asked = 0; asked < 20; asked++) await model.ask(ask(false)).catch(() => undefined);
    expect(endpoint.requests).toHaveLength(20 + 20);
  });
});
