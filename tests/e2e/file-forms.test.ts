// The same report in all its forms, through the real chat: every figure of the Word file has its row in the ledger, and no other.
import mammoth from 'mammoth';
import readSheet from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { findFigures } from '../../src/figures/index.ts';
import { partyBuilding } from './conversations.ts';
import { officeOfWang } from './office.ts';

const { office, say, press } = officeOfWang(partyBuilding.messages[0] ?? '');
const newest = () => office().newestFile(office().sandbox.chatOf('王芳').id);
const wordsOfDocx = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

it('hands over ledger, text and large print that say what the Word file says', async () => {
  for (const message of partyBuilding.messages.slice(1)) await say(message);
  await say('起草');
  await say('导出');
  const text = await wordsOfDocx(newest().bytes);
  await press('数字台账');
  expect(newest().name).toMatch(/数字台账.*\.xlsx$/u);
  const [sheet] = await readSheet(Buffer.from(newest().bytes));
  const [head = [], ...rows] = (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  const column = (title: string): string[] => rows.map((row) => row[head.indexOf(title)] ?? '');
  const inText = findFigures(text.replace(/〔待[补核]：[^〕]*〕/gu, '')).map((figure) => figure.text);
  // A growth stands with its word: 增长8.7%, of which the figure is 8.7%.
  const inLedger = column('正文写法').flatMap((printed) => findFigures(printed).map((figure) => figure.text));
  expect(inLedger.toSorted()).toEqual(inText.toSorted());
  expect(inLedger).toHaveLength(rows.length);
  for (const [at, sentence] of column('所在句子').entries()) {
    expect(text).toContain(sentence);
    expect(sentence).toContain(column('正文写法')[at]);
  }
  expect(new Set(column('谁给的'))).toEqual(new Set(['王芳']));
  expect(column('原话').every((words) => words !== '')).toBe(true);

  await say('发一份纯文本');
  const plain = new TextDecoder().decode(newest().bytes);
  const lines = (words: string): string[] =>
    words
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  expect(newest().name).toMatch(/\.txt$/u);
  expect(lines(plain).join('')).toBe(lines(text).join(''));
  await say('大字版');
  expect(lines(await wordsOfDocx(newest().bytes))).toEqual(lines(text));
});
