// A group that gathers figures for a report: divided, asked, reminded and confirmed, through the real SDK with several people.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

it('divides in words, asks each office, and knows who has given what', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  const say = async (who: string, text: string): Promise<string> =>
    (await office.say(who, text, group, { mentionBot: true })).map(wordsOf).join('\n');
  const press = async (who: string, text: string, form?: Record<string, unknown>): Promise<string> =>
    (await office.press(who, text, group, form)).map(wordsOf).join('\n');
  const cards = (title: string) => sandbox.messages(group).filter((one) => one.card && wordsOf(one).includes(title));

  await say('王芳', '写一份2025年的基层党建述职报告');
  expect(await say('王芳', '帮我列个要数清单，分科室')).toContain('还没有分给科室');
  const divided = await say('王芳', '留抵退税归税政科。支出归国库科。时间都写下周三下班前');
  expect(divided).toContain('留抵退税额归税政科');
  expect(divided).toContain('一般公共预算支出、支出增幅归国库科');
  expect(divided).toMatch(/各科室都写.*（周三）17:30前报/u);
  expect(await say('李明', '其余归办公室')).toContain('这一步由王芳来做');
  expect(await say('王芳', '税政科：@李明')).toContain('税政科由李明报');

  await say('王芳', '发给大家');
  const [tax] = cards('税政科：请报1项');
  expect(tax && wordsOf(tax)).toContain('<at id=ou_');
  expect(tax && wordsOf(tax)).not.toContain('支出');

  await say('李明', '留抵退税94.3亿元');
  expect(cards('税政科：都齐了')).toHaveLength(1);
  await say('陈强', '我是国库科的');
  expect(await say('王芳', '谁还没报')).toContain('国库科（陈强）还差2项');

  expect(await say('王芳', '催一下')).toContain('催办预览');
  expect(await press('王芳', '发出去')).toContain('陈强好');
  await say('王芳', '国库科（微信）：支出增幅3.9%');
  expect(await say('王芳', '支出增幅哪来的')).toContain('国库科（微信），王芳代录');

  await say('王芳', '发各科室核数');
  const [check] = cards('税政科：请核对');
  expect(check && wordsOf(check)).toContain('94.3亿元');
  expect(check && wordsOf(check)).not.toContain('3.9%');
  expect(await say('王芳', '到哪了')).toContain('核数：0/2家无误');
}, 30_000);
