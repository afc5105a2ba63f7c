// Chapters that grow on the screen while a model writes: whatever the platform refuses or breaks, each card ends with the full text.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/sandbox/index.ts';
import { writePlainly } from '../drafting/plain-writer.ts';
import { type RecordedRequest, type ScriptedEndpoint, startScriptedEndpoint } from '../model/scripted-endpoint.ts';
import { type Office, openOffice, personOf, until, wordsOf } from './office.ts';

let office: Office;
let endpoint: ScriptedEndpoint;

beforeAll(async () => {
  endpoint = await startScriptedEndpoint();
  office = await openOffice({ llm: { baseUrl: endpoint.url, apiKey: 'key', model: 'writer-1' }, limits: true });
  await office.say('王芳', '写一份2023年的基层党建述职报告');
  await office.say('王芳', '中心组集体学习12次，主题党日一共72次，支部书记讲了12次党课');
});
afterAll(async () => {
  await office.close();
  await endpoint.close();
});

const chat = (): string => office.sandbox.chatOf('王芳').id;
const cards = (): PageMessage[] => office.sandbox.messages(chat()).filter((one) => one.card);
const sentences = '研究部署再推进，督促检查见实效。认真学习领会，逐项对照落实。';
/** Slowly enough to be looked at: pieces of four characters, so many ms apart. */
function writes(start: string, pauseMs: number): void {
  const content = (request: RecordedRequest): string => writePlainly(request, start);
  endpoint.otherwise({ type: 'answer', content, pieces: { length: 4, pauseMs } });
}
const begin = (text: string): void => void office.sandbox.say(chat(), { as: personOf(office.sandbox, '王芳'), text });
/** Every look of the chat's cards until the bot is at rest. */
async function watch(): Promise<string[]> {
  const looks: string[] = [];
  const timer = setInterval(() => looks.push(...cards().map(wordsOf)), 20);
  await office.settle();
  clearInterval(timer);
  return looks;
}

describe('drafting the whole', () => {
  it('grows on the screen without a token, and ends proved, under one card that counts', {
    timeout: 60_000,
  }, async () => {
    writes(sentences, 12);
    begin('起草');
    const looks = await watch();
    const growing = looks.filter((one) => one.includes('正在写，写完核对') && one.includes('研究部署'));
    expect(new Set(growing).size).toBeGreaterThan(8);
    expect(looks.filter((one) => /[{}｛｝⟦]/u.test(one))).toEqual([]);
    const counted = looks.filter((one) => one.includes('正在起草，写好')).map((one) => /写好(\d)/u.exec(one)?.[1]);
    expect(new Set(counted).size).toBeGreaterThan(3);
    const words = cards().map(wordsOf);
    expect(words.filter((one) => one.includes('正在写'))).toEqual([]);
    expect(words.filter((one) => one.includes(sentences))).toHaveLength(9);
    expect(words.find((one) => one.includes('✅ 开头'))).toContain('写完了');
    const refused = office.sandbox.calls().filter(({ path, code }) => path.includes('/cardkit/') && code !== 0);
    expect(refused).toEqual([]);
  });
});

const content = '/content$/';
describe('each fault', () => {
  let round = 0;
  let left = 0;
  it.each<[string, Parameters<Office['sandbox']['faults']['onCall']>[0][]]>([
    [
      'the stream timed out (200850), then is closed (300309)',
      [
        { path: content, fail: { code: 200850 } },
        { path: content, fail: { code: 300309 }, times: 2 },
      ],
    ],
    [
      'the sequence is behind (300317), at every kind of operation',
      [
        { path: content, fail: { code: 300317 }, times: 2 },
        { path: '/settings$/', fail: { code: 300317 }, times: 2 },
        { path: '/PUT .*cards\\/\\w+$/', fail: { code: 300317 }, times: 2 },
      ],
    ],
    [
      'somebody is using the card (200810)',
      [
        { path: content, fail: { code: 200810 } },
        { path: '/settings$/', fail: { code: 200810 } },
        { path: '/PUT .*cards\\/\\w+$/', fail: { code: 200810 } },
      ],
    ],
    [
      'over 30 KB (200860)',
      [
        { path: content, fail: { code: 200860 } },
        { path: '/PUT .*cards\\/\\w+$/', fail: { code: 200860 } },
      ],
    ],
    [
      'too many elements (11310)',
      [
        { path: content, fail: { code: 11310 } },
        { path: '/PUT .*cards\\/\\w+$/', fail: { code: 11310 } },
      ],
    ],
    [
      'too often (99991400, 230020)',
      [
        { path: content, fail: { code: 99991400, resetSeconds: 1 } },
        { path: '/settings$/', fail: { code: 230020 } },
        { path: '/PUT .*cards\\/\\w+$/', fail: { code: 99991400, resetSeconds: 1 } },
      ],
    ],
    [
      'the platform has a fault',
      [
        { path: 'POST /open-apis/cardkit/v1/cards', fail: { code: 1500, status: 500 } },
        { path: content, fail: { code: 1500, status: 502 }, times: 2 },
        { path: '/PUT .*cards\\/\\w+$/', fail: { code: 1500, status: 503 } },
      ],
    ],
    [
      'answers are lost',
      [
        { path: 'POST /open-apis/cardkit/v1/cards', loseReply: true },
        { path: 'POST /open-apis/im/v1/messages', loseReply: true },
        { path: content, loseReply: true },
        { path: '/PUT .*cards\\/\\w+$/', loseReply: true },
      ],
    ],
    ['the card is gone (200740)', [{ path: '/PUT .*cards\\/\\w+$/', fail: { code: 200740 }, times: 2 }]],
  ])('%s: the full text stands there, once', { timeout: 30_000 }, async (_, faults) => {
    round += 1;
    const start = `${'扎实稳步有序深入持续统筹积极主动全面严格'.slice(round * 2 - 2, round * 2)}抓好落实，${sentences}`;
    writes(start, 5);
    office.sandbox.faults.clear();
    for (const fault of faults) office.sandbox.faults.onCall(fault);
    const before = cards().length;
    await office.say('王芳', '重写第一章');
    office.sandbox.faults.clear();
    const fresh = cards().map(wordsOf);
    expect(fresh.filter((one) => one.includes(start) && !one.includes('正在写'))).toHaveLength(1);
    // Where the card cannot take the text, that comes on another; only one that is gone stays as it was.
    const met = JSON.stringify(faults.filter(({ path }) => path.includes('PUT')));
    const gone = met.includes('200740');
    const anew = gone || /200860|11310/u.test(met);
    expect(fresh.length - before).toBe(anew ? 2 : 1);
    const unfinished = fresh.filter((one) => one.includes('正在写'));
    expect(unfinished.length - left).toBe(gone ? 1 : 0);
    left = unfinished.length;
  });
});

describe('while chapters are being written', () => {
  const growing = async (): Promise<void> => {
    await until(() => cards().some((one) => /正在写[\s\S]*抓得实/u.test(wordsOf(one))), 'nothing grew');
  };
  const start = '抓得实，'.concat(sentences);
  const newest = (title: string): string =>
    cards()
      .map(wordsOf)
      .findLast((one) => one.startsWith(title)) ?? '';

  it('停 ends the writing at once, on the screen and at the model', { timeout: 30_000 }, async () => {
    writes(start, 60);
    begin('重写第二章');
    await growing();
    begin('停');
    await until(() => newest('二、').includes('已停，写到一半的没有保留'), 'the card does not say so');
    await office.settle();
    expect(newest('二、')).toContain('已停，写到一半的没有保留。原来的稿子没动。');
    expect(await office.say('王芳', '看第二章').then((all) => all.map(wordsOf).join())).not.toContain('抓得实');
  });

  it('one goes on talking, and a late figure stands in the text', { timeout: 30_000 }, async () => {
    writes(start, 20);
    begin('重写第一章');
    await growing();
    begin('集体学习改成14次');
    await until(() => office.sandbox.messages(chat()).some((one) => wordsOf(one).includes('12次→14次')), 'not heard');
    expect(newest('一、')).toContain('正在写');
    await office.settle();
    const text =
      cards()
        .map(wordsOf)
        .findLast((one) => one.includes(start)) ?? '';
    expect(text).toContain('集体学习次数14次');
    expect(text).not.toContain('集体学习次数12次');
  });

  it('a restart finishes the same cards, and makes no others', { timeout: 30_000 }, async () => {
    writes(`再${start}`, 40);
    const before = cards().length;
    begin('重写第二章');
    await growing();
    await office.restart();
    await office.settle();
    expect(cards().length).toBe(before + 1);
    expect(wordsOf(cards().at(-1) as PageMessage)).toContain(`再${start}`);
  });
});

it('without the scope for such cards (99991672) a plain card takes the text', { timeout: 30_000 }, async () => {
  const start = `无须观看，${sentences}`;
  writes(start, 5);
  office.sandbox.faults.onCall({ path: 'POST /open-apis/cardkit/v1/cards', fail: { code: 99991672 } });
  const before = cards().length;
  await office.say('王芳', '重写第一章');
  // Found out once.
  await office.say('王芳', '重写第二章');
  expect(
    cards()
      .map(wordsOf)
      .filter((one) => one.includes(start)),
  ).toHaveLength(2);
  expect(cards().length).toBe(before + 2);
  const created = office.sandbox.calls().filter(({ path, code }) => path.endsWith('/v1/cards') && code === 99991672);
  expect(created).toHaveLength(1);
});
