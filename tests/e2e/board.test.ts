// A group at work: colleagues report and see only signs; the owner asked once for the board, and it shows what they gave.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

it('three colleagues report in a group: only signs, and the one board shows the new counts', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  const mention = { mentionBot: true };
  const say = (who: string, text: string) => office.say(who, text, group, mention);
  await say('王芳', '写一份2023年的基层党建述职报告');
  const [board, ...more] = await say('王芳', '到哪了');
  expect(more).toEqual([]);
  const shown = () => {
    const message = sandbox.messages(group).find((one) => one.id === board?.id);
    return message ? wordsOf(message) : '';
  };
  expect(shown()).toContain('记了0项');

  for (const [who, text] of [
    ['李明', '集体学习12次，学习专题8个'],
    ['赵敏', '主题党日活动72次'],
    ['陈强', '支部书记讲党课3次'],
  ] as const) {
    expect(await say(who, text)).toEqual([]);
    expect(sandbox.messages(group).at(-1)?.reactions).toMatchObject([{ emoji: 'DONE' }]);
  }
  expect(shown()).toContain('李明2项');
  expect(shown()).toContain('赵敏1项');
  expect(shown()).not.toContain('记了0项');

  // What must be said is said, and the board still follows.
  expect((await say('李明', '集体学习改成14次')).map(wordsOf).join('\n')).toContain('12次→14次');
  expect((await say('赵敏', '集体学习15次')).map(wordsOf).join('\n')).toContain('15次');
  expect(shown()).toContain('待定1');
  expect(sandbox.messages(group).filter((one) => one.card && wordsOf(one).includes('谁报的'))).toHaveLength(1);
});
