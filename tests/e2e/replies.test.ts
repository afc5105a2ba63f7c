// Replies and topics in a group: what is quoted is what is meant, and a topic is answered in the topic.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

it('corrects, omits and traces the quoted figure, and answers the quoted question', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  let said = '';
  const say = async (who: string, text: string, more: object = {}): Promise<string> => {
    const before = sandbox.messages(group).length;
    const answers = await office.say(who, text, group, { mentionBot: true, ...more });
    said = sandbox.messages(group)[before]?.id as string;
    return answers.map(wordsOf).join('\n');
  };
  await say('王芳', '写一份2025年的基层党建述职报告');
  await say('李明', '集体学习14次');
  const study = said;
  await say('李明', '主题党日96次，党课3次');
  const two = said;
  expect(await say('李明', '改成15', { replyTo: study })).toContain('集体学习次数 14次→15次');
  expect(await say('李明', '不对，是95次', { replyTo: two })).toMatch(/主题党日次数.*支部书记党课次数/su);
  expect(await say('王芳', '？', { replyTo: study })).toContain('李明');
  // An older question is answered although another was asked since.
  await say('陈强', '集体学习16次');
  const question = sandbox.messages(group).findLast((one) => one.card && wordsOf(one).includes('请王芳定'));
  await say('赵敏', '廉洁谈话大概60来人次吧');
  expect(await say('王芳', '16次', { replyTo: question?.id })).toContain('15次→16次');
  expect(await say('赵敏', '这个不写', { replyTo: two })).toContain('是李明报的');
  expect(await say('李明', '这个不写', { replyTo: two })).toContain('支部书记党课次数记为没有这一项');
  // In a topic people go on to other things: its first message is not what a correction is about.
  await say('李明', '职务晋升9人次', { replyTo: study, topic: true });
  expect(await say('李明', '不对，是8人次', { replyTo: study, topic: true })).toContain('职务晋升人次 9人次→8人次');
  const last = sandbox.messages(group).at(-1);
  expect(last?.sender.type).toBe('app');
  expect(last?.thread).toMatch(/^omt_/u);
});
