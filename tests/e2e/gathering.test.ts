// A report in its owner's own chat, and a group that gathers for it: the group is asked and thanked, and sees nothing of the report.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

it('asks the owner, sends questions only, and brings what is said home', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  const own = sandbox.chatOf('王芳').id;
  const words = (chat: string, from = 0) => sandbox.messages(chat).slice(from).map(wordsOf).join('\n');
  const home = async (text: string) => (await office.say('王芳', text)).map(wordsOf).join('\n');
  const there = (who: string, text: string) => office.say(who, text, group, { mentionBot: true });

  expect((await there('李明', '这个群给@王芳的述职报告供数')).map(wordsOf).join()).toContain('还没和我单聊过');
  await home('写一份2025年的基层党建述职报告');
  await home('党课3次');
  await home('留抵退税归税政科，支出归国库科');
  const asked = (await there('李明', '这个群给@王芳的述职报告供数')).map(wordsOf).join('\n');
  expect(asked).toContain('在和王芳的单聊里问一声');
  expect(asked).not.toContain('2025');
  expect(words(own)).toContain('李明想让所在的群给《2025年度基层党建述职报告》供数');
  await office.press('王芳', '同意', own);
  expect(words(group)).toContain('清单由王芳来发');

  await home('发给大家');
  const forms = words(group);
  expect(forms).toContain('税政科：请报1项');
  expect(forms).not.toContain('党课');

  // In words: a sign there, recorded here, by whom it was said.
  expect(await there('李明', '留抵退税94.3亿元')).toEqual([]);
  expect(sandbox.messages(group).at(-1)?.reactions).toMatchObject([{ emoji: 'DONE' }]);
  expect(await home('留抵退税哪来的')).toMatch(/税政科（李明） .*说的/u);
  expect(words(group)).toContain('税政科：都齐了');

  // By the form: its presser is the source, and speaks for the office from then on.
  const form = sandbox.messages(group).find((one) => one.card && wordsOf(one).includes('国库科：请报'));
  const name = inputCalled(form?.card, '支出增幅');
  await office.press('陈强', '报上去', group, { [name]: '3.9' });
  expect(await home('谁报了什么')).toMatch(/国库科 1项.*支出增幅 3.9%（国库科（陈强）/su);

  // Nothing of the report is to be had there.
  for (const text of ['到哪了', '起草', '记了什么', '导出', '撤销']) {
    const answer = (await there('李明', text)).map(wordsOf).join('\n');
    expect(answer).toContain('这个群只收数');
  }
  expect(words(group)).not.toContain('党课');
  // Who said it is asked, there; what is the owner's to decide is asked at home, with what was said.
  const before = sandbox.messages(own).length;
  const doubted = await there('赵敏', '廉洁谈话大概60来人次吧');
  expect(doubted.map(wordsOf).join('\n')).toContain('廉洁谈话人次 约60人次？');
  expect(words(own, before)).toBe('');
  await office.press('李明', '就记约60人次', group);
  expect(words(group)).toContain('这一处请赵敏来定');
  expect(await there('赵敏', '都对')).toEqual([]);
  expect(await home('廉洁谈话哪来的')).toMatch(/赵敏 .*说的/u);
  const settled = sandbox.messages(own).length;
  expect(await there('陈强', '廉洁谈话58人次')).toEqual([]);
  expect(words(own, settled)).toMatch(/请你定.*供数群里陈强说/su);

  await home('不在群里收数了');
  expect(words(group)).toContain('这个群我不再收数');
}, 30_000);

it('answers those who ask in the group, there and in a line, and leaves the owner in peace', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  const own = sandbox.chatOf('王芳').id;
  const home = async (text: string) => (await office.say('王芳', text)).map(wordsOf).join('\n');
  const there = async (who: string, text: string) =>
    (await office.say(who, text, group, { mentionBot: true })).map(wordsOf).join('\n');
  await home('写一份2025年的基层党建述职报告');
  await home('留抵退税归税政科，支出归国库科');
  await there('王芳', '这个群给我的报告供数');
  await home('发给大家');
  await there('李明', '我是税政科的');
  expect(await there('李明', '什么时候要交？')).toMatch(/还没定交的时间.*税政科还要报1项：留抵退税额/u);
  await home('时间都写下周三下班前');
  await there('李明', '留抵退税94.3亿元');
  const before = sandbox.messages(own).length;
  expect(await there('李明', '还有啥要我报的不')).toBe('税政科的都报齐了，谢谢。');
  expect(await there('陈强', '这个表几号截止呀')).toMatch(/请在.*（周三）17:30前报.*你是哪个科室/u);
  const others = await there('赵敏', '李明报了多少？');
  expect(others).toContain('请问王芳');
  expect(others).not.toContain('94.3');
  // Said between people: nobody's report.
  expect(await there('赵敏', '@陈强 你们的培训是8期吗')).toBe('');
  expect(sandbox.messages(own)).toHaveLength(before);
  expect(await home('素材')).not.toMatch(/截止|要我报/u);
  expect(await home('教育培训期数是多少')).not.toContain('8期');
}, 30_000);

it('a figure put right is as final as before, and whoever put it right hears of the growth that stands', async () => {
  const { sandbox } = office;
  const group = sandbox.chats().find((chat) => chat.type === 'group')?.id as string;
  const own = sandbox.chatOf('王芳').id;
  const there = async (text: string) =>
    (await office.say('李明', text, group, { mentionBot: true })).map(wordsOf).join('\n');
  await office.say('王芳', '写一份2025年的基层党建述职报告');
  await office.say('王芳', '支出归国库科');
  await office.say('王芳', '这个群给我的报告供数', group, { mentionBot: true });
  await there('支出2.31亿元（决算），下降2.1%');
  const before = sandbox.messages(own).length;
  const told = await there('支出我报错了，2.13亿');
  expect(told).toBe('一般公共预算支出改了，支出增幅还是原来报的下降2.1%，对不对得上请看一眼，要改直接说新的。');
  const home = sandbox.messages(own).slice(before).map(wordsOf).join('\n');
  expect(home).toMatch(/2\.31亿元→2\.13亿元（决算）.*支出增幅还是原来报的/su);
}, 30_000);

it('sends an owner without a group no wall of questions, and each letter when it is asked for', async () => {
  const home = async (text: string) => (await office.say('王芳', text)).map(wordsOf).join('\n');
  await home('写一份2025年的基层党建述职报告');
  // Its own name and date are the writer's to say.
  expect(await home('留抵退税归税政科，其余归办公室')).not.toContain('单位全称');
  const sent = await home('发群里');
  expect(sent).toMatch(/税政科1项，办公室\d+项.*说“发给税政科”/u);
  expect(sent.length).toBeLessThan(200);
  expect(await home('发给税政科')).toContain('全年给企业办了多少亿元留抵退税');
  await home('催一下');
  const nudged = (await office.press('王芳', '发出去')).map(wordsOf).join('\n');
  expect(nudged).toContain('给办公室的，复制发微信就行');
  expect(nudged.length).toBeLessThan(300);
}, 30_000);

/** The name of the input with this in its label. */
function inputCalled(card: unknown, label: string): string {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { tag, name } = value as { tag?: string; name?: string };
    if (tag === 'input' && name && JSON.stringify(value).includes(label)) found.push(name);
    for (const one of Object.values(value)) walk(one);
  };
  walk(card);
  return found[0] ?? '';
}
