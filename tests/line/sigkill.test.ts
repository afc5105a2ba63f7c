// The real process, killed for real at seeded moments and started again: what the person sees must be as if nothing had happened.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.ts';
import { writePlainly } from '../drafting/plain-writer.ts';
import { wordsOf } from '../e2e/office.ts';
import { startScriptedEndpoint } from '../model/scripted-endpoint.ts';

const app = { id: 'cli_0123456789abcdef', secret: 'a-secret-of-the-test' };
const conversation = [
  '写一份2023年的基层党建述职报告',
  '集体学习12次，主题党日活动72次',
  '集体学习改成14次',
  '起草第二章',
  '第二部分第二点换个写法',
  '撤销',
  '导出',
];
const PATIENCE_MS = 40_000;
/** One run is one to two seconds a life; `npm run soak` takes more seeds. */
const RUNS = Number(process.env.SIGKILL_RUNS ?? 4);

async function until(done: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(what);
    await pause(20);
  }
}

async function play(
  killAt: number[],
  messages: readonly string[] = conversation,
  llm: Record<string, string> = {},
): Promise<{ seen: string[]; deaths: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-sigkill-'));
  const sandbox = await createSandbox({
    app,
    limits: false,
    delivery: { type: 'long_connection' },
    // Redeliveries come after 15 s and more; a test need not wait for them that long.
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms > 5_000 ? ms / 60 : ms);
      return () => clearTimeout(timer);
    },
  });
  const lives = [...killAt];
  let child: ChildProcess | undefined;
  let address = '';
  let over = false;
  let deaths = 0;
  const live = async (): Promise<void> => {
    while (!over) {
      child = spawn(process.execPath, [resolve(import.meta.dirname, 'mortal-bot.ts')], {
        env: {
          PATH: process.env.PATH,
          KILL_AT: String(lives.shift() ?? 0),
          FEISHU_APP_ID: app.id,
          FEISHU_APP_SECRET: app.secret,
          FEISHU_DOMAIN: sandbox.url,
          STORAGE_URL: `sqlite:${join(folder, 'zhibi.db')}`,
          PORT: '0',
          ...llm,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout?.on('data', (data) => {
        address = String(data).trim().replace('/healthz', '');
      });
      await once(child, 'exit');
      address = '';
      deaths += 1;
    }
  };
  const living = live();
  const settled = async (): Promise<boolean> => {
    const taken = new Set(
      sandbox.attempts().flatMap((attempt) => (attempt.outcome === 'acknowledged' ? [attempt.eventId] : [])),
    );
    if (address === '' || !sandbox.events().every((event) => taken.has(event.header.event_id))) return false;
    const ready = await fetch(`${address}/readyz`).catch(() => undefined);
    if (!ready?.ok) return false;
    const { waiting } = (await ready.json()) as { waiting: { entries: number; jobs: number } };
    return waiting.entries === 0 && waiting.jobs === 0;
  };
  const chat = sandbox.chatOf('王芳');
  try {
    await until(async () => address !== '' && sandbox.connections() > 0, 'the bot did not start');
    for (const text of messages) {
      sandbox.say(chat.id, { as: chat.person ?? '', text });
      await until(settled, `the bot did not come to rest after “${text}”`);
    }
    const seen = sandbox
      .messages(chat.id)
      .filter((message) => message.sender.type === 'app')
      .map(wordsOf);
    return { seen, deaths };
  } finally {
    over = true;
    child?.kill('SIGKILL');
    await living;
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

it('leaves no chapter unfinished that grew in a card, over real SIGKILLs', { timeout: 3_600_000 }, async () => {
  const endpoint = await startScriptedEndpoint();
  try {
    const content = (request: Parameters<typeof writePlainly>[0]) => writePlainly(request);
    endpoint.otherwise({ type: 'answer', content, pieces: { length: 6, pauseMs: 10 } });
    const llm = { LLM_BASE_URL: endpoint.url, LLM_API_KEY: 'key', LLM_MODEL: 'writer-1' };
    const messages = ['写一份2023年的基层党建述职报告', '集体学习12次，主题党日活动72次', '起草第二章', '重写第一章'];
    const whole = await play([], messages, llm);
    expect(whole.seen.filter((one) => one.includes('72次'))).not.toEqual([]);
    expect(whole.seen.join()).not.toContain('正在写');
    // From where the first card is made to where the last one is finished.
    const kills = fc.array(fc.integer({ min: 30, max: 160 }), { minLength: 1, maxLength: 2 });
    let deaths = 0;
    for (const killAt of fc.sample(kills, { seed: 20261123, numRuns: Math.ceil(RUNS / 2) })) {
      const outcome = await play(killAt, messages, llm);
      deaths += outcome.deaths;
      expect(outcome.seen, `killed at ${killAt}`).toEqual(whole.seen);
    }
    expect(deaths).toBeGreaterThan(1);
  } finally {
    await endpoint.close();
  }
});

it('loses nothing and says nothing twice over real SIGKILLs', { timeout: 3_600_000 }, async () => {
  const whole = await play([]);
  expect(whole.seen.at(-1)).toContain('待补');
  const kills = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 3 });
  let deaths = 0;
  for (const killAt of fc.sample(kills, { seed: 20260112, numRuns: RUNS })) {
    const outcome = await play(killAt);
    deaths += outcome.deaths;
    expect(outcome.seen, `killed at ${killAt}`).toEqual(whole.seen);
  }
  expect(deaths).toBeGreaterThanOrEqual(RUNS);
});
