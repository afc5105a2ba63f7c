// The model client against a real HTTP endpoint that behaves and misbehaves: what comes back, what is retried, what is said.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ServiceError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { createModel } from '../../src/model/client.ts';
import type { ModelOptions } from '../../src/model/options.ts';
import type { Ask } from '../../src/model/port.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from './scripted-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibi-prompts-'));
writeFileSync(
  join(folder, 'greet.md'),
  '---\nversion: 2\ninputs: [rules, name]\nfixed: [rules]\ntemperature: 0.3\n---\n## system\nAnswer in JSON. {{rules}}\n## user\n{{name}}\n',
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines: { level: string; fields: object; message: string }[] = [];
const log: Log = Object.fromEntries(
  ['debug', 'info', 'warn', 'error'].map((level) => [
    level,
    (fields: object, message: string) => lines.push({ level, fields, message }),
  ]),
) as unknown as Log;

let endpoint: ScriptedEndpoint;
let waits: (number | undefined)[];
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
  waits = [];
  lines.length = 0;
});
afterEach(() => endpoint.close());

const key = 'sk-secret-0123456789';
const modelFor = (more: Partial<ModelOptions> = {}) =>
  createModel({
    baseUrl: endpoint.url,
    apiKey: key,
    model: 'writer-1',
    prompts: folder,
    log,
    backoffMs: (_, retryAfterMs) => {
      waits.push(retryAfterMs);
      return 0;
    },
    ...more,
  });
const schema = z.object({ text: z.string().min(2) });
const ask = (more: Partial<Ask<{ text: string }>> = {}): Ask<{ text: string }> => ({
  prompt: 'greet',
  values: { rules: 'at most 20 words', name: '王芳' },
  schema,
  timeoutMs: 5_000,
  ...more,
});
const fails = async (work: Promise<unknown>): Promise<ServiceError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ServiceError);
  return error as ServiceError;
};
const good = { type: 'answer', content: '{"text":"你好"}' } as const;

describe('a good answer', () => {
  it('comes back checked, stamped with prompt and model', async () => {
    endpoint.script(good);
    const answer = await modelFor().ask(ask());
    expect(answer).toMatchObject({ value: { text: '你好' }, model: 'writer-1' });
    expect(answer.prompt).toMatch(/^greet@2#[0-9a-f]{8}$/);
    const [request] = endpoint.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe(`Bearer ${key}`);
    expect(request?.body).toMatchObject({
      model: 'writer-1',
      temperature: 0.3,
      response_format: { type: 'json_schema' },
    });
    expect(request?.body.messages).toEqual([
      { role: 'system', content: 'Answer in JSON. at most 20 words' },
      { role: 'user', content: '王芳' },
    ]);
  });

  it.each([
    ['```json\n{"text":"你好"}\n```'],
    ['好的，如下：\n{"text":"你好"}\n希望有帮助'],
    ['<think>{"text": 1} hmm</think>{"text":"你好"}'],
  ])('is found among other words: %s', async (content) => {
    endpoint.script({ type: 'answer', content });
    expect((await modelFor().ask(ask())).value).toEqual({ text: '你好' });
    expect(endpoint.requests).toHaveLength(1);
  });

  it('is logged with its tokens, without a word of the prompt, the answer or the key', async () => {
    endpoint.script({
      ...good,
      usage: { prompt_tokens: 900, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 800 } },
    });
    await modelFor().ask(ask());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'info',
      fields: { model: 'writer-1', attempt: 1, tokens: { in: 900, cached: 800, out: 7 } },
    });
    expect(JSON.stringify(lines)).not.toMatch(/王芳|你好|sk-secret|Answer in JSON/);
  });

  it('needs no usage', async () => {
    endpoint.script({ ...good, usage: null });
    expect((await modelFor().ask(ask())).value.text).toBe('你好');
  });
});

describe('an endpoint that cannot do json_schema', () => {
  it.each([
    [['json_object', 'plain'], 2],
    [['tools', 'plain'], 3],
    [['plain'], 4],
  ] as const)('is asked in a way it accepts (%s), found out once', async (formats, tries) => {
    endpoint.accept(...formats);
    endpoint.otherwise(good);
    const model = modelFor();
    await model.ask(ask());
    expect(endpoint.requests).toHaveLength(tries);
    await model.ask(ask());
    expect(endpoint.requests).toHaveLength(tries + 1);
    const { response_format, tools } = endpoint.requests.at(-1)?.body ?? {};
    expect(tools ? 'tools' : (response_format?.type ?? 'plain')).toBe(formats[0]);
  });

  it('does not give up json_schema for one bad request', async () => {
    const bad = { type: 'status', status: 400, error: { message: 'context too long' } } as const;
    endpoint.script(bad, good);
    const model = modelFor();
    const failure = await fails(model.ask(ask()));
    expect(failure.code).toBe('model_nonsense');
    expect(failure.message).toContain('larger context');
    await model.ask(ask());
    expect(endpoint.requests.at(-1)?.body.response_format?.type).toBe('json_schema');
  });

  it('that takes no temperature is asked without', async () => {
    endpoint.script(
      { type: 'status', status: 400, error: { message: "Unsupported value: 'temperature'" } },
      good,
      good,
    );
    const model = modelFor();
    await model.ask(ask());
    await model.ask(ask());
    expect(endpoint.requests.map((one) => one.body.temperature)).toEqual([0.3, undefined, undefined]);
    expect(endpoint.requests.at(-1)?.body.response_format?.type).toBe('json_schema');
  });
});

describe('what is tried again', () => {
  it.each([
    [{ type: 'status', status: 500 }],
    [{ type: 'status', status: 503 }],
    [{ type: 'status', status: 408 }],
    [{ type: 'cut' }],
    [{ type: 'status', status: 429 }],
  ] as const)('%o, then a good answer', async (step) => {
    endpoint.script(step, good);
    expect((await modelFor().ask(ask())).value.text).toBe('你好');
    expect(endpoint.requests).toHaveLength(2);
  });

  it('a request that hangs, before and after the headers', async () => {
    endpoint.script({ type: 'hang' }, { type: 'hang_midway' }, good);
    expect((await modelFor().ask(ask({ timeoutMs: 2_000 }))).value.text).toBe('你好');
  });

  it('waits as long as the endpoint asks', async () => {
    endpoint.script(
      { type: 'status', status: 429, headers: { 'retry-after': '7' } },
      { type: 'status', status: 503, headers: { 'retry-after-ms': '250' } },
      good,
    );
    await modelFor().ask(ask());
    expect(waits).toEqual([7000, 250]);
  });

  it('but not longer than there is time: the wait is passed on', async () => {
    endpoint.otherwise({ type: 'status', status: 429, headers: { 'retry-after': '60' } });
    const error = await fails(
      modelFor({ backoffMs: (_, retryAfterMs) => retryAfterMs ?? 0 }).ask(ask({ timeoutMs: 2_000 })),
    );
    expect(error).toMatchObject({ code: 'model_rate_limited', retryAfterMs: 60_000 });
    expect(endpoint.requests).toHaveLength(1);
  });

  it('at most three attempts', async () => {
    endpoint.otherwise({ type: 'status', status: 500 });
    const error = await fails(modelFor().ask(ask()));
    expect(error.code).toBe('model_unavailable');
    expect(error.message).toContain('LLM_BASE_URL');
    expect(endpoint.requests).toHaveLength(3);
  });

  it('and nothing at all while the endpoint keeps failing, until one request may try', async () => {
    endpoint.otherwise({ type: 'status', status: 500 });
    const model = modelFor({ breaker: { failures: 2, halfOpenAfterMs: 50 } });
    await fails(model.ask(ask()));
    const before = endpoint.requests.length;
    expect((await fails(model.ask(ask()))).message).toContain('left alone');
    expect(endpoint.requests).toHaveLength(before);
    endpoint.otherwise(good);
    const deadline = Date.now() + 5_000;
    let answer: string | undefined;
    while (answer === undefined && Date.now() < deadline) {
      answer = await model.ask(ask()).then(
        ({ value }) => value.text,
        () => undefined,
      );
    }
    expect(answer).toBe('你好');
  });
});

describe('what is not tried again, and says what to do', () => {
  it.each([
    [401, {}, 'model_denied', 'LLM_API_KEY'],
    [403, {}, 'model_denied', 'LLM_API_KEY'],
    [402, {}, 'model_denied', 'credit'],
    [429, { code: 'insufficient_quota', message: 'x' }, 'model_denied', 'credit'],
    [404, {}, 'model_denied', 'LLM_MODEL'],
  ] as const)('HTTP %i %o', async (status, error, code, words) => {
    endpoint.otherwise({ type: 'status', status, error: { message: `key ${key} and 王芳`, ...error } });
    const failure = await fails(modelFor().ask(ask()));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
    expect(endpoint.requests).toHaveLength(1);
    expect(`${JSON.stringify(lines)} ${failure.message} ${String(failure.cause)}`).not.toMatch(/sk-secret|王芳/);
  });

  it.each([
    [{ ...good, finish: 'length' }, 'cut off'],
    [{ type: 'raw', body: '<html>nginx</html>', contentType: 'text/html' }, 'LLM_BASE_URL'],
    [{ type: 'raw', body: '{}' }, 'LLM_BASE_URL'],
    [{ type: 'raw', body: '{"choices":[]}' }, 'LLM_BASE_URL'],
  ] as const)('%o', async (step, words) => {
    endpoint.otherwise(step);
    const failure = await fails(modelFor().ask(ask()));
    expect(failure.code).toBe('model_nonsense');
    expect(failure.message).toContain(words);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('an endpoint that is not there', async () => {
    await endpoint.close();
    const failure = await fails(modelFor().ask(ask()));
    expect(failure).toMatchObject({ code: 'model_unavailable' });
    expect(failure.message).toContain('LLM_BASE_URL');
    endpoint = await startScriptedEndpoint();
  });

  it('a caller who stops waiting gets away at once', async () => {
    endpoint.otherwise({ type: 'hang' });
    const stop = new AbortController();
    const work = modelFor().ask(ask({ signal: stop.signal, timeoutMs: 60_000 }));
    const arrived = Date.now() + 5_000;
    while (endpoint.requests.length === 0 && Date.now() < arrived) await new Promise((next) => setImmediate(next));
    stop.abort(new Error('stopped by the user'));
    await expect(work).rejects.toThrow('stopped by the user');
    await expect(modelFor().ask(ask({ signal: stop.signal }))).rejects.toThrow('stopped by the user');
    expect(endpoint.requests).toHaveLength(1);
  });
});

describe('an answer of the wrong shape', () => {
  it.each([['你好'], ['{"text":'], ['{"text":1}'], ['{"words":"你好"}'], ['{"text":"甲"}'], ['[1,2']])(
    '%s is asked for once more, with what is wrong and without what was said',
    async (content) => {
      endpoint.script({ type: 'answer', content }, good);
      expect((await modelFor().ask(ask())).value.text).toBe('你好');
      const [first, second] = endpoint.requests;
      expect(second?.body.messages.slice(0, 2)).toEqual(first?.body.messages);
      expect(second?.body.messages).toHaveLength(3);
      expect(second?.body.messages[2]?.content).toContain('JSON');
      expect(second?.body.messages[2]?.content).not.toMatch(/\d/);
    },
  );

  it('twice is nonsense', async () => {
    endpoint.otherwise({ type: 'answer', content: 'garbage 110亿元' });
    const failure = await fails(modelFor().ask(ask()));
    expect(failure.code).toBe('model_nonsense');
    expect(endpoint.requests).toHaveLength(2);
  });
});

describe('what never leaves the house', () => {
  const guard = (text: string): string | undefined => (/\d/.test(text) ? '⟦次⟧' : undefined);

  it('a value the guard objects to', async () => {
    endpoint.otherwise(good);
    const failure = await fails(modelFor({ guard }).ask(ask({ values: { rules: '20', name: '王芳12次' } })));
    expect(failure).toMatchObject({ code: 'bad_prompt' });
    expect(failure.message).not.toContain('12');
    expect(endpoint.requests).toHaveLength(0);
  });

  it('but fixed inputs, which are ours, may hold numbers', async () => {
    endpoint.otherwise(good);
    await modelFor({ guard }).ask(ask());
    expect(endpoint.requests).toHaveLength(1);
  });

  it('a prompt that is not there or does not fit', async () => {
    expect((await fails(modelFor().ask(ask({ prompt: 'nothing' })))).message).toContain('nothing.md');
    expect((await fails(modelFor().ask(ask({ values: { name: '王芳' } })))).message).toContain('no value for rules');
    expect(() => modelFor({ prompts: join(folder, 'absent') })).toThrow('check that it exists');
    expect(endpoint.requests).toHaveLength(0);
  });
});
