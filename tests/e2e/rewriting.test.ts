// One section rewritten, through the real SDK and a model that is scripted: old and new, once more, given back, versions, by quoting, refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/sandbox/index.ts';
import { writePlainly } from '../drafting/plain-writer.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from '../model/scripted-endpoint.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
let endpoint: ScriptedEndpoint;

const read = (messages: PageMessage[]): string => messages.map(wordsOf).join('\n');
const chat = (): string => office.sandbox.chatOf('王芳').id;
const say = async (text: string, more: object = {}): Promise<string> => {
  const answered = read(await office.say('王芳', text, chat(), more));
  return `${answered}\n${newest()}`;
};
const press = async (text: string): Promise<string> => {
  const answered = read(await office.press('王芳', text));
  return `${answered}\n${newest()}`;
};
/** The card that stands last, as it looks now. */
const newest = (): string => {
  const card = office.sandbox.messages(chat()).findLast((one) => one.card && one.sender.type === 'app');
  return card ? wordsOf(card) : '';
};
const writes = (start: string): void =>
  endpoint.otherwise({ type: 'answer', content: (request) => writePlainly(request, start) });
/** All paragraphs but those of the first chapter's first point. */
const others = async (): Promise<string[]> => {
  await office.say('王芳', '导出纯文本');
  const { bytes } = office.newestFile(chat());
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => !line.startsWith('一是抓实党内集中学习教育'));
};

beforeAll(async () => {
  endpoint = await startScriptedEndpoint();
  office = await openOffice({ llm: { baseUrl: endpoint.url, apiKey: 'key', model: 'writer-1' } });
  await office.say('王芳', '写一份2023年的基层党建述职报告');
  await office.say('王芳', '中心组集体学习12次，主题党日一共72次，支部书记讲了12次党课');
  writes('工作有序推进');
  await office.say('王芳', '起草');
}, 60_000);
afterAll(async () => {
  await office.close();
  await endpoint.close();
});

describe('rewriting one section', { timeout: 60_000 }, () => {
  it('shows what differs, leaves the rest alone, and goes on by button, by word and by quoting', async () => {
    const before = await others();
    writes('研究部署再推进');
    const first = await say('第一部分第一点口语一点');
    expect(first).toContain("<font color='green'>**");
    expect(first).toContain('研究部署再推进');
    for (const button of ['采用', '再来一版', '改', '还原']) expect(first.split('\n')).toContain(button);
    expect(await others()).toEqual(before);

    // The text that was not liked goes to the writer, and is not taken again.
    writes('督促检查见实效');
    const sent = endpoint.requests.length;
    const second = await press('再来一版');
    expect(second).toContain('督促检查见实效');
    const asked = JSON.stringify(endpoint.requests.slice(sent).map(({ body }) => body));
    expect(asked).toContain('没有采用的一稿');
    expect(asked).toContain('口语一点');
    expect(await press('采用')).toContain('王芳已采用');
    expect(await others()).toEqual(before);

    const card = office.sandbox.messages(chat()).findLast((one) => one.card && wordsOf(one).includes('已采用'));
    writes('逐项落实');
    const third = await say('这里听着像在请功', { replyTo: card?.id });
    expect(third).toContain('逐项落实');
    const listed = await say('有几个版本');
    expect(listed).toContain('4个版本');
    expect(listed).toContain('因为：这里听着像在请功');
    expect(listed).toMatch(/rewrite-section@\d/u);
    expect(await say('和上一版比')).toContain('督促检查见实效');
    const restored = await say('恢复到第二版');
    expect(restored).toContain('恢复成第2版的文字，记作第5版');
    expect(restored).toContain('研究部署再推进');
    expect(await others()).toEqual(before);
    expect(await say('撤销')).toContain('撤销了');
  });

  it('leaves the text alone where the model refuses, and says so', async () => {
    endpoint.otherwise({ type: 'answer', content: '对不起，我不能帮助完成这个请求。' });
    const answered = await say('第一部分第一点再短一点');
    expect(answered).toContain('原来的稿子没动');
    expect(await say('看第一部分第一点')).toContain('逐项落实');
    expect(await say('有几个版本')).toContain('5个版本');
  });

  it('asks for what nobody gave, and goes on with the answer', async () => {
    writes('认真学习领会');
    const asked = await say('第一部分第一点补一句关于青年干部的');
    expect(asked).toContain('手里没有“青年干部”的材料');
    const sent = endpoint.requests.length;
    const answered = await say('选派青年干部到一线锻炼');
    expect(answered).toContain('记下：青年干部');
    expect(answered).toContain('认真学习领会');
    expect(JSON.stringify(endpoint.requests.slice(sent).map(({ body }) => body))).toContain('选派青年干部到一线锻炼');
  });
});
