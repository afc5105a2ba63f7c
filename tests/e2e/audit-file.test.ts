// What an audit leaves in the Word file, through the real chat: figures in question highlighted, findings as comments, last year's sentences told.
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { docxOf } from '../documents/office-files.ts';
import { partyBuilding } from './conversations.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const heard = async (answers: Promise<Parameters<typeof wordsOf>[0][]>): Promise<string> =>
  (await answers).map(wordsOf).join('\n');
const say = (text: string) => heard(office.say('王芳', text));
const newest = () => office.newestFile(office.sandbox.chatOf('王芳').id);
const part = (name: string): string => {
  const found = unzipSync(newest().bytes)[name];
  return found ? strFromU8(found) : '';
};
const highlighted = (): string[] =>
  [...part('word/document.xml').matchAll(/<w:highlight w:val="yellow"\/><\/w:rPr><w:t[^>]*>([^<]*)</gu)].map(
    (one) => one[1] ?? '',
  );

describe('the Word file', () => {
  it('has the figures that contradict each other highlighted, and no longer once they are put right', async () => {
    office = await openOffice();
    await say('写一份2023年的基层党建述职报告');
    await say('合计退税减税降费88亿元，其中办理留抵退税94.3亿元');
    await say('起草第四章');
    await say('导出');
    expect(newest().name).toContain('待核1处');
    expect(highlighted().join()).toContain('88亿元');
    expect(highlighted().join()).toContain('94.3亿元');
    await office.press('王芳', '改退税减税降费合计');
    await say('182.3亿元');
    await say('导出');
    expect(part('word/document.xml')).toContain('182.3亿元');
    expect(highlighted().join()).not.toContain('94.3亿元');
  });

  it('carries the findings as comments on request', async () => {
    office = await openOffice();
    for (const message of partyBuilding.messages) await say(message);
    await say('起草');
    await say('第一章第三点末尾加一句：坚决贯切上级布署。');
    expect(await say('导出')).toContain('带批注版');
    await office.press('王芳', '带批注版');
    expect(newest().name).toMatch(/审核批注.*\.docx$/u);
    expect(part('word/comments.xml')).toContain('建议写作：部署');
    expect(part('word/document.xml')).toContain('<w:commentReference');
    await say('导出带批注的');
    expect(part('word/comments.xml')).toContain('建议写作：部署');
  });

  it('is compared with last year’s, sentence by sentence', async () => {
    office = await openOffice();
    for (const message of partyBuilding.messages) await say(message);
    const same = '带领全体党员走进田间地头开展助农服务，帮助种植大户解决销路难题';
    await office.sendFile('王芳', '去年述职.docx', await docxOf([`! 2022年述职报告`, '# 一、主要工作', `${same}。`]));
    await say('这是去年的稿子，参考');
    await say('起草');
    await say(`第一章第三点末尾加一句：${same}。`);
    expect(await say('导出')).toContain('与上年稿雷同句1处');
    expect(await heard(office.press('王芳', '看雷同句'))).toContain(same);
  });
});
