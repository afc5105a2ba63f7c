import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const app = { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 'the-secret-value' };

function problems(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('settings', () => {
  it('needs none: the local Feishu, the phrasebook, SQLite, port 3000', () => {
    expect(readConfig({})).toEqual({
      transport: 'long-connection',
      storageUrl: 'sqlite:./data/zhibi.db',
      port: 3000,
      logLevel: 'warn',
    });
    expect(readConfig(app).logLevel).toBe('info');
  });

  it('takes an empty setting for one not set, so that .env.example works as it stands', () => {
    expect(readConfig({ FEISHU_APP_ID: '', LLM_API_KEY: ' ', PORT: '' }).port).toBe(3000);
  });

  it('takes any base URL as the domain, without its trailing slash', () => {
    expect(readConfig({ ...app, FEISHU_DOMAIN: 'http://127.0.0.1:9/' }).feishu?.domain).toBe('http://127.0.0.1:9');
    expect(readConfig(app).feishu?.domain).toBe('https://open.feishu.cn');
  });

  it('takes a model endpoint with no key, as many private ones have none', () => {
    expect(readConfig({ LLM_BASE_URL: 'http://127.0.0.1:8000/v1', LLM_MODEL: 'm' }).llm).toEqual({
      baseUrl: 'http://127.0.0.1:8000/v1',
      apiKey: '',
      model: 'm',
    });
  });

  it('takes how the model is to be asked, and what it costs', () => {
    const more = {
      LLM_JSON_MODE: 'tools',
      LLM_PRICE_INPUT: '2',
      LLM_PRICE_OUTPUT: '8',
      LLM_REQUESTS_PER_HOUR: '600',
      LLM_CONCURRENCY: '4',
    };
    const llm = readConfig({ LLM_BASE_URL: 'http://127.0.0.1:8000/v1', LLM_MODEL: 'm', ...more }).llm;
    expect(llm).toMatchObject({
      jsonMode: 'tools',
      prices: { input: 2, output: 8 },
      requestsPerHour: 600,
      concurrency: 4,
    });
    const free = { LLM_PRICE_INPUT: '0', LLM_PRICE_CACHED: '0', LLM_PRICE_OUTPUT: '0' };
    expect(readConfig({ LLM_API_KEY: 'k', LLM_MODEL: 'm', ...free }).llm?.prices).toEqual({
      input: 0,
      cached: 0,
      output: 0,
    });
  });

  it.each([
    [{ LLM_JSON_MODE: 'xml' }, 'LLM_JSON_MODE must be'],
    [{ LLM_PRICE_INPUT: '-1', LLM_PRICE_OUTPUT: '1' }, 'LLM_PRICE_INPUT'],
    [{ LLM_PRICE_INPUT: 'cheap', LLM_PRICE_OUTPUT: '1' }, 'LLM_PRICE_INPUT must be a number'],
    [{ LLM_REQUESTS_PER_HOUR: '0' }, 'LLM_REQUESTS_PER_HOUR'],
  ])('refuses %o', (env, words) => {
    expect(problems(env)).toContain(`  ${words}`);
  });

  it('takes the people who may use it, by any comma, and refuses a list that would let in everyone by mistake', () => {
    expect(readConfig({ ACCESS_ALLOW: ' ou_1a，ou_2b, ou_3c ' }).allowed).toEqual(['ou_1a', 'ou_2b', 'ou_3c']);
    expect(readConfig({ ACCESS_ALLOW: '' }).allowed).toBeUndefined();
    for (const list of [',', '王芳', 'ou_1a,13800000000'])
      expect(problems({ ACCESS_ALLOW: list })).toContain('  ACCESS_ALLOW must be open_ids');
  });

  it('reports all problems together, by the settings’ names, without their values', () => {
    const text = problems({
      FEISHU_APP_ID: 'cli_nonsense',
      FEISHU_DOMAIN: 'open.feishu.cn',
      FEISHU_TRANSPORT: 'pigeon',
      STORAGE_URL: 'mysql://root:hunter22@db',
      PORT: '70000',
      LOG_LEVEL: 'loud',
    });
    for (const name of ['FEISHU_APP_ID', 'FEISHU_DOMAIN', 'FEISHU_TRANSPORT', 'STORAGE_URL', 'PORT', 'LOG_LEVEL'])
      expect(text).toContain(`  ${name} `);
    expect(text).not.toContain('hunter22');
  });

  it.each([
    [{ FEISHU_APP_ID: app.FEISHU_APP_ID }, 'FEISHU_APP_SECRET'],
    [{ FEISHU_APP_SECRET: 'x' }, 'FEISHU_APP_ID'],
    [{ ...app, FEISHU_TRANSPORT: 'webhook' }, 'FEISHU_ENCRYPT_KEY'],
    [{ LLM_API_KEY: 'k' }, 'LLM_MODEL'],
    [{ LLM_PRICE_INPUT: '2' }, 'LLM_PRICE_OUTPUT'],
    [{ LLM_PRICE_CACHED: '2' }, 'LLM_PRICE_INPUT'],
    [{ LLM_BASE_URL: 'http://127.0.0.1:1/v1' }, 'LLM_MODEL'],
  ])('says what belongs to %o: %s', (env, name) => {
    expect(problems(env as Record<string, string>)).toContain(`  ${name} is needed`);
  });
});
