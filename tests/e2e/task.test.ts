// A notice pasted in chat: task card → form → report → reminders set, through the real SDK and the local Feishu; and a stranger at every entrance.
import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const read = (messages: Parameters<typeof wordsOf>[0][]): string => messages.map(wordsOf).join('\n');

/** A day well ahead of whatever day the test runs on. */
function ahead(days: number): string {
  const day = new Date(Date.now() + days * 24 * 3_600_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

const notice = (due: string): string =>
  [
    '关于开展2023年度基层党建述职评议的通知',
    '各县区、市直各单位：',
    '述职报告要直面短板，问题和下一步打算的篇幅不少于三分之一，全文控制在3000字以内。',
    `请于${due}12:00前报市委组织部组织二科，同时报送电子版（仿宋三号）。现场述职每人不超过8分钟。`,
  ].join('\n');

describe('a pasted notice', () => {
  it('becomes a task, mended in a form over a restart, kept with the report, held against it and reminding', async () => {
    office = await openOffice();
    const card = read(await office.say('王芳', notice(ahead(20))));
    for (const part of ['任务单', '基层党建述职报告', '≤3000字', '市委组织部组织二科', '8分钟'])
      expect(card).toContain(part);

    await office.press('王芳', '改一项');
    const chat = office.sandbox.chatOf('王芳').id;
    await office.press('王芳', '改好了', chat, { length: '2500字以内', due: '再说' });
    const shown = (): string => office.sandbox.messages(chat).map(wordsOf).join('\n');
    expect(shown()).toContain('报送时间“再说”没看懂');
    await office.restart();
    await office.press('王芳', '改好了', chat, { length: '2500字以内', due: `${ahead(30)}12:00` });
    expect(shown()).toContain('≤2500字');

    const begun = read(await office.press('王芳', '对，就这样'));
    expect(office.pressed()).toMatchObject({
      toast: { content: expect.stringContaining('要求记在《2023年度基层党建述职报告》上了') },
    });
    expect(begun).toContain('共');
    expect((await office.store().counts()).timers).toBe(2);

    await office.say('王芳', '集体学习12次，专题12个');
    await office.say('王芳', '起草');
    expect(read(await office.say('王芳', '到哪了'))).toMatch(/约\d+字，要求≤2500字/);
    expect(read(await office.say('王芳', '导出'))).toMatch(/约\d+字[\s\S]*要求≤2500字/);
    expect(read(await office.say('王芳', '要求'))).toContain('问题＋打算不少于1/3');
    await office.say('王芳', '不用提醒了');
    expect((await office.store().counts()).timers).toBe(0);
    // No figure of the notice was taken for a fact.
    expect(read(await office.say('王芳', '记了什么'))).not.toMatch(/3000|8分钟/);
  });
});

describe('a report in a group', () => {
  it('is passed on by its owner, who then may not draft, and given back', async () => {
    office = await openOffice();
    const group = office.sandbox.chats().find((one) => one.type === 'group')?.id ?? '';
    const mention = { mentionBot: true };
    await office.say('王芳', '写一份2023年的基层党建述职报告', group, mention);
    await office.say('李明', '集体学习12次', group, mention);
    expect(read(await office.say('李明', '起草', group, mention))).toContain('由王芳来做');
    await office.say('王芳', '交给李明', group, mention);
    expect(read(await office.press('王芳', '交给李明', group))).toContain('现在由李明负责');
    expect(read(await office.say('王芳', '导出', group, mention))).toContain('由李明来做');
    expect(read(await office.press('李明', '交还给王芳', group))).toContain('交还给王芳了');
    expect(read(await office.say('李明', '重新开始', group, mention))).toContain('由王芳来做');
  });
});

describe('a stranger', () => {
  it('at every entrance gets one polite line and nothing of any report', async () => {
    office = await openOffice({ allowed: ['王芳'] });
    const { sandbox } = office;
    const group = sandbox.chats().find((one) => one.type === 'group')?.id ?? '';
    const mention = { mentionBot: true };
    await office.say('王芳', '写一份2023年的基层党建述职报告', group, mention);
    await office.say('王芳', '集体学习12次', group, mention);
    await office.say('王芳', '记了什么', group, mention);
    const refused = '我现在只为名单里的同事服务';

    expect(read(await office.say('李明', '记了什么', group, mention))).toContain(refused);
    expect(await office.say('李明', '集体学习15次', group, mention)).toEqual([]);
    expect(await office.press('李明', '一个一个问', group)).toEqual([]);
    expect(await office.say('李明', '导出', group, mention)).toEqual([]);

    expect(read(await office.say('李明', '写一份2023年的基层党建述职报告'))).toContain(refused);
    const own = sandbox.chatOf('李明').id;
    const before = sandbox.messages(own).length;
    const me = sandbox.people().find((one) => one.name === '李明')?.id ?? '';
    sandbox.enter(own, me);
    const said = sandbox.messages(own).find((one) => one.sender.type === 'user');
    if (said) sandbox.recall(said.id, me);
    await office.settle();
    expect(sandbox.messages(own).slice(before)).toEqual([]);

    expect(read(await office.say('王芳', '记了什么', group, mention))).toContain('12次');
    expect(read(await office.say('王芳', '记了什么', group, mention))).not.toContain('15次');
  });
});
