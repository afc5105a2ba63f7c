// 审一下 through the real SDK and the local Feishu: our own report, and a Word file that is not ours.
import { afterEach, describe, expect, it } from 'vitest';
import { docxOf } from '../documents/office-files.ts';
import { partyBuilding } from './conversations.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const read = (messages: Parameters<typeof wordsOf>[0][]): string => messages.map(wordsOf).join('\n');

describe('an audit', () => {
  it('finds a fault somebody typed into the report, puts it right at a press, and is undone', async () => {
    office = await openOffice();
    for (const message of partyBuilding.messages) await office.say('王芳', message);
    await office.say('王芳', '起草');
    await office.say('王芳', '第一章第三点末尾加一句：坚决贯切上级布署。');
    const found = read(await office.say('王芳', '审一下'));
    expect(found).toContain('贯切”');
    expect(found).toContain('一定要改（2）');
    await office.press('王芳', '照改');
    expect(read(await office.say('王芳', '审一下'))).toContain('一定要改（1）');
    await office.say('王芳', '撤销');
    expect(read(await office.say('王芳', '审一下'))).toContain('一定要改（2）');
    expect(read(await office.say('王芳', '导出'))).toContain('发“审一下”看是哪些');
  });

  it('of a file that is not ours names what is wrong and touches nothing', async () => {
    office = await openOffice();
    const bytes = await docxOf([
      '! 2025年工作总结',
      '2025年，我局认真落实上级布署，走访企业近200余家，其中规模以上企业12家。',
      '# 一、主要工作',
      '全年完成项目30个，其中重点项目35个，群众比较满意。',
    ]);
    await office.sendFile('王芳', '科室总结.docx', bytes);
    const found = read(await office.say('王芳', '审一下这份稿子'));
    for (const part of ['审核：科室总结', '“布署”', '都表示约数', '部分不会超过整体', '不替你改'])
      expect(found).toContain(part);
    expect(found).not.toContain('照改');
  });
});
