// A chat record handed on: what its speakers said keeps their names and times; what they took back is not taken; the rest is asked.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

it('takes a record line by line, each with its speaker', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  const own = sandbox.chatOf('王芳').id;
  await office.say('王芳', '写一份2025年的基层党建述职报告');
  const talk: [string, string][] = [
    ['李明', '党课3次'],
    ['陈强', '这个不写吧'],
    ['李明', '对不写'],
    ['赵敏', '主题党日96次'],
    ['陈强', '直达资金下达率99.3%'],
    ['赵敏', '廉洁谈话大概60来人次吧'],
    ['李明', '收到'],
  ];
  const ids: string[] = [];
  for (const [who, text] of talk) {
    await office.say(who, text, group);
    ids.push(sandbox.messages(group).at(-1)?.id as string);
  }
  const before = sandbox.messages(own).length;
  const me = sandbox.people().find((one) => one.name === '王芳')?.id as string;
  sandbox.forward(own, me, ids);
  await office.settle();
  const said = sandbox
    .messages(own)
    .slice(before)
    .filter((one) => one.sender.type === 'app')
    .map(wordsOf)
    .join('\n');
  expect(said).toContain('主题党日次数 96次');
  expect(said).toContain('“党课3次”记录里说了不写，没记');
  expect(said).toMatch(/99\.3%.*（原话出自陈强，\d\d:\d\d，王芳转发）/su);
  expect(said).toMatch(/60.*（原话出自赵敏，\d\d:\d\d，王芳转发）/su);
  expect(said.match(/请你定/gu)).toHaveLength(1);
  const [source] = await office.say('王芳', '主题党日哪来的');
  expect(source && wordsOf(source)).toMatch(/原话出自赵敏，\d\d:\d\d，王芳转发/u);
  const facts = (await office.say('王芳', '记了什么')).map(wordsOf).join('\n');
  expect(facts).not.toContain('党课');
});
