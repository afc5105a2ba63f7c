// The whole bot with a model configured, in the local Feishu: every figure told reaches the Word file, none reaches the model.
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFigures, formatQuantity } from '../../src/figures/index.ts';
import { annualSummary, partyBuilding } from '../e2e/conversations.ts';
import { type Office, openOffice, wordsOf } from '../e2e/office.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from '../model/scripted-endpoint.ts';
import { writePlainly } from './plain-writer.ts';

let office: Office;
let endpoint: ScriptedEndpoint;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
  office = await openOffice({ llm: { baseUrl: endpoint.url, apiKey: 'key', model: 'writer-1' } });
});
afterEach(async () => {
  await office.close();
  await endpoint.close();
});

const figuresIn = (text: string): string[] =>
  findFigures(text)
    .map(({ quantity }) =>
      formatQuantity(
        Object.fromEntries(Object.entries(quantity).filter(([name]) => name !== 'direction')) as typeof quantity,
      ),
    )
    .toSorted();
const exported = async (): Promise<string> => {
  await office.say('王芳', '导出');
  const { bytes } = office.newestFile(office.sandbox.chatOf('王芳').id);
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
};

describe.each([partyBuilding, annualSummary])('$kind', (told) => {
  it('is written by the model, with every figure and without its having seen one', { timeout: 60_000 }, async () => {
    endpoint.otherwise({ type: 'answer', content: (request) => writePlainly(request, '工作有序推进') });
    for (const message of told.messages) await office.say('王芳', message);
    const answers = (await office.say('王芳', '起草')).map(wordsOf).join('\n');
    expect(answers).not.toContain('短语库');
    const text = await exported();
    for (const figure of new Set(told.figures)) {
      const count = (list: string[]): number => list.filter((one) => one === figure).length;
      // The number of branches (6个) is told beside the thirty.
      expect([figure, count(figuresIn(text))]).toEqual([figure, count(told.figures)]);
    }

    endpoint.otherwise({ type: 'answer', content: (request) => writePlainly(request, '换了一个开头') });
    expect((await office.say('王芳', told.rewrite)).map(wordsOf).join('\n')).toContain('换了一个开头');
    expect(figuresIn(await exported())).toEqual(figuresIn(text));

    const drafting = endpoint.requests.filter((request) => request.text.includes('【小节 '));
    expect(drafting.length).toBeGreaterThan(told.figures.length / 6);
    const sent = endpoint.requests.flatMap(({ body }) => body.messages.map((one) => one.content)).join('\n');
    for (const figure of told.figures) expect(sent).not.toContain(figure);
  });
});

it('goes on without the model when it fails, and says so', { timeout: 60_000 }, async () => {
  endpoint.otherwise({ type: 'status', status: 401 });
  for (const message of annualSummary.messages) await office.say('王芳', message);
  expect((await office.say('王芳', '起草')).map(wordsOf).join('\n')).toContain('先用短语库写成');
  expect(figuresIn(await exported())).toEqual(annualSummary.figures.toSorted());
});
