// Thursday and Friday of the week: the director's changes by word, a whole smaller than its part, the file at night, figures confirmed, the last version, the end.
import mammoth from 'mammoth';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personOf, wordsOf } from './office.ts';
import { divided, type Week } from './week-office.ts';

let week: Week;
beforeEach(async () => {
  week = await divided();
  await week.there('蒋丽', '留抵退税61.2亿元');
  await week.there('陈强', '总收入687.35亿元，增长4.9%，都是快报');
  await week.there('何静', '集体学习16次，14个专题');
  await week.say('廉洁谈话57人次，带队调研13次，职务晋升8人次，职级晋升23人次');
  await week.say('清廉建设行动：建设清廉机关');
  await week.say('起草');
  week.fresh();
}, 40_000);
afterEach(() => week.office.close());

const exported = async (): Promise<string> => {
  const { bytes } = week.office.newestFile(week.own);
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
};
const fileName = (): string => week.office.newestFile(week.own).name;

it('the director’s changes go in word for word; figures without a home are asked about', {
  timeout: 40_000,
}, async () => {
  const { say } = week;
  await say('看第三章');
  expect(await say('第二条第三条合成一条，标题“以案为鉴、以案促治”')).toContain('“以案为鉴、以案促治”');
  const added = await say('第三章第2点末尾加一句“全年开展廉洁谈话57人次，其中对新任职干部谈话9人次”');
  expect(added).toContain('末尾加上');
  expect(added).toContain('9人次没有记录');
  expect(added).not.toContain('57人次没有记录');
  expect(await say('只在文中')).toContain('不动');
  const gone = await say('第三章第2点删掉');
  expect(gone).toContain('无处落脚');
  expect(gone).toContain('廉洁谈话人次');
  await week.office.restart();
  await week.press('不要了');
  expect(await say('看全文')).not.toContain('57人次');
  expect(await say('撤销')).toContain('撤销');
  await say('撤销');
  expect(await say('看全文')).toContain('其中对新任职干部谈话9人次');
});

it('a total below its part: the file first, the question after, both ways to write it', {
  timeout: 40_000,
}, async () => {
  const { say, there } = week;
  await say('税政科刚说减税降费合计是55亿，先出一版给主任');
  const shown = week.sandbox.messages(week.own).filter((one) => one.sender.type === 'app');
  const order = shown.map((one) => (one.file ? 'file' : one.card ? 'card' : 'text'));
  expect(order.slice(-3)).toEqual(['file', 'card', 'card']);
  expect(fileName()).toContain('待核');
  expect(week.atHome()).toContain('部分大于整体');
  expect(await exported()).toContain('55亿元');

  // The office itself tells what the total holds: it goes to the owner, who decides.
  week.fresh();
  await there('蒋丽', '退税减税降费合计改成117.4亿元，含留抵的');
  expect(week.atHome()).toContain('117.4亿元');
  await week.press('改成117.4亿元');
  expect(await say('退税减税降费合计是多少')).toContain('117.4亿元');
  await say('导出');
  expect(await exported()).toContain('117.4亿元');
  expect(await exported()).not.toContain('合计55亿元');
});

it('each office confirms its own figures; 定稿 asks of flash figures once; 收工 ends it in peace', {
  timeout: 40_000,
}, async () => {
  const { say, there } = week;
  await say('发各科室核数');
  const tax = week.cardThere('税政科：请核对');
  expect(tax).toContain('61.2亿元');
  expect(tax).not.toMatch(/687\.35|16次|57人次/u);
  // One card per office that gave something itself; who gave figures speaks for the office, and for no other.
  expect(week.fresh()).toEqual({ own: 1, group: 3 });
  const { sandbox, group, office } = week;
  const cards = sandbox.messages(group).filter((one) => one.card && wordsOf(one).includes('请核对'));
  const pressAs = (who: string, words: string) => {
    const card = cards.find((one) => wordsOf(one).includes(words));
    const button = /"value":(\{[^{}]*"confirm_figures"[^{}]*\})/u.exec(JSON.stringify(card?.card))?.[1] ?? '{}';
    return sandbox.press(card?.id ?? '', { as: personOf(sandbox, who), tag: 'button', value: JSON.parse(button) });
  };
  await pressAs('蒋丽', '机关党委：请核对');
  await office.settle();
  expect(week.inGroup()).toContain('这张卡请机关党委（何静）来点');
  await pressAs('何静', '机关党委：请核对');
  await pressAs('蒋丽', '税政科：请核对');
  await office.settle();
  expect(week.cardThere('税政科：')).toContain('蒋丽核对无误');
  expect(await say('核得怎么样了')).toMatch(/核数：2\/3家无误/u);

  const final = await say('定稿');
  expect(fileName()).toContain('送审稿');
  expect(final).toContain('定稿前再问一次');
  expect(await say('快报没调，照写')).toContain('不动');
  expect(await say('定稿')).not.toContain('定稿前再问一次');

  await office.restart();
  week.fresh();
  const end = await say('收工，存档');
  expect(end).toContain('存好了');
  expect(end).toContain('照2025年的开一份');
  expect(week.inGroup()).toContain('这个群我不再收数');
  expect(week.fresh()).toEqual({ own: 1, group: 1 });
  // And then it is silent there.
  await there('蒋丽', '留抵退税62亿元');
  expect(await say('留抵退税是多少')).toContain('61.2亿元');
});
