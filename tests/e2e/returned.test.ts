// The Word file sent comes back edited, through the real chat: taken in word for word in one step, figures and clashes asked, and taken back again.
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editDocx, type Para } from '../documents/edit-docx.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
const read = (messages: Parameters<typeof wordsOf>[0][]): string => messages.map(wordsOf).join('\n');
const own = (): string => office.sandbox.chatOf('王芳').id;
const say = async (text: string): Promise<string> => read(await office.say('王芳', text));
const press = async (button: string): Promise<string> => read(await office.press('王芳', button));
const facts = '集体学习14次，专题12个，党支部6个，主题党日72次，支部书记讲党课12次，组织生活会6次，查摆问题30个';

async function exported(chat = own()): Promise<{ bytes: Uint8Array; name: string; text: string }> {
  const { bytes, name } = office.newestFile(chat);
  return { bytes, name, text: (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value };
}

const edited = (bytes: Uint8Array, edit: (list: Para[]) => Para[] | undefined): Uint8Array =>
  editDocx(bytes, (list) => edit(list) ?? list);
const starting = (list: Para[], start: string): Para => {
  const found = list.find(({ text }) => text.startsWith(start));
  if (!found) throw new Error(`nothing begins with ${start}`);
  return found;
};

afterEach(() => office.close());

describe('in one’s own chat', () => {
  beforeEach(async () => {
    office = await openOffice();
    await office.say('王芳', '写2025年党建述职');
    await say(facts);
    await say('起草');
    await say('导出');
  });

  it('the same file says so, and changes nothing', async () => {
    const { bytes } = await exported();
    expect(
      read(
        await office.sendFile(
          '王芳',
          '存了一遍.docx',
          edited(bytes, () => undefined),
        ),
      ),
    ).toContain('一字不差');
    expect(await say('撤销')).not.toContain('收进');
  });

  it('edits come in word for word under any name, and one 撤销 takes all of them back', async () => {
    const before = await exported();
    const back = edited(before.bytes, (list) => {
      starting(list, '二是坚持不懈').text += '学习笔记逐本查看，讲清讲透为止。';
      starting(list, '二、').text = '二、突出强基固本，把支部建在一线';
      return list.filter(({ text }) => !text.startsWith('四是守牢守好'));
    });
    const card = read(await office.sendFile('王芳', '报送稿-局长终审.docx', back));
    for (const part of ['报送稿-局长终审', '改了1段', '删了1段', '标题动了1处', '数字没有变化', '一个字没改'])
      expect(card).toContain(part);
    await say('导出');
    const now = await exported();
    for (const part of ['讲清讲透为止。', '二、突出强基固本，把支部建在一线', '集体学习14次'])
      expect(now.text).toContain(part);
    expect(now.text).not.toContain('守牢守好');
    // The figures in an edited text are still the facts'.
    await say('集体学习改成16次');
    await say('导出');
    expect((await exported()).text).toContain('集体学习16次');
    await say('撤销');
    expect(await say('撤销')).toContain('收进《报送稿-局长终审》');
    await say('导出');
    expect((await exported()).text).toBe(before.text);
  });

  it('a changed figure is asked about; until then the file is 待核, and the figure stands as typed', async () => {
    const { bytes } = await exported();
    const back = edited(bytes, (list) => {
      for (const one of list) one.text = one.text.replace('72次', '73次');
    });
    expect(read(await office.sendFile('王芳', '改.docx', back))).toContain('“72次”改成了“73次”');
    await say('导出');
    const asked = await exported();
    expect(asked.name).toContain('待核');
    expect(asked.text).toContain('73次');
    expect(await say('主题党日是多少')).toContain('72次');
    await office.restart();
    expect(await press('以原来为准')).toContain('72次');
    await say('导出');
    const settled = await exported();
    expect(settled.text).toContain('72次');
    expect(settled.text).not.toContain('73次');
    expect(settled.name).not.toContain('待核');
  });

  it('theirs, once taken, is the fact, with its source', async () => {
    const { bytes } = await exported();
    const back = edited(bytes, (list) => {
      for (const one of list) one.text = one.text.replace('72次', '73次');
    });
    await office.sendFile('王芳', '改.docx', back);
    await press('以来稿为准');
    const told = await say('主题党日是多少');
    expect(told).toContain('73次');
    expect(told).toContain('72次');
  });

  it('of a section changed on both sides ours stands until one chooses', async () => {
    const { bytes } = await exported();
    await say('第一章第2点末尾加一句“这句是后来加的”');
    const back = edited(bytes, (list) => {
      starting(list, '二是坚持不懈').text += '这句是领导加的。';
    });
    const card = read(await office.sendFile('王芳', '领导改.docx', back));
    expect(card).toContain('两边都改了');
    await say('导出');
    expect((await exported()).text).toContain('这句是后来加的');
    const both = await press('两个都看看');
    for (const part of ['这句是后来加的', '这句是领导加的']) expect(both).toContain(part);
    await press('用来稿的');
    await say('导出');
    const { text } = await exported();
    expect(text).toContain('这句是领导加的。');
    expect(text).not.toContain('这句是后来加的');
    expect(await say('撤销')).toContain('用来稿的');
  });

  it('what was locked is not touched unasked', async () => {
    await say('锁定第一章第2点');
    const { bytes } = await exported();
    const back = edited(bytes, (list) => {
      starting(list, '二是坚持不懈').text += '这句是领导加的。';
    });
    expect(read(await office.sendFile('王芳', '领导改.docx', back))).toContain('锁着');
    await say('导出');
    expect((await exported()).text).not.toContain('这句是领导加的');
  });
});

describe('in a group', () => {
  it('somebody else’s file is the owner’s to take in', async () => {
    office = await openOffice();
    const group = office.sandbox.chats().find((chat) => chat.type === 'group')?.id ?? '';
    const there = (who: string, text: string, more: object = {}) =>
      office.say(who, text, group, { mentionBot: true, ...more });
    await there('王芳', '写2025年党建述职');
    await there('王芳', facts);
    await there('王芳', '起草');
    await there('王芳', '导出');
    const { bytes } = await exported(group);
    const back = edited(bytes, (list) => {
      starting(list, '二是坚持不懈').text += '这句是李明加的。';
    });
    await office.sendFile('李明', '改稿.docx', back, group);
    const sent = office.sandbox.messages(group).findLast((one) => one.file);
    const offer = read(await there('李明', '这是改过的稿子', { replyTo: sent?.id }));
    expect(offer).toContain('请王芳定');
    await office.press('李明', '收进来', group);
    expect(JSON.stringify(office.pressed())).toContain('王芳');
    expect(read(await office.press('王芳', '收进来', group))).toContain('按李明的原话');
    await there('王芳', '导出');
    expect((await exported(group)).text).toContain('这句是李明加的。');
  });
});
