// Wednesday of the week: a corrected table to decide over, figures printed as the director wants them, words nobody may touch, the draft.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { xlsxOf } from '../documents/office-files.ts';
import { personOf, wordsOf } from './office.ts';
import { divided, type Week } from './week-office.ts';

let week: Week;
beforeEach(async () => {
  week = await divided();
  await week.there(
    '陈强',
    '一般公共预算总收入687.35亿元，增长4.9%，地方收入391.46亿元，增长5.3%，支出726.89亿元，增长3.6%，都是快报',
  );
  await week.there('何静', '中心组集体学习16次，14个专题');
  await week.say('廉洁谈话57人次，带队调研13次，全年主线是深入贯彻中央八项规定精神学习教育');
  week.fresh();
}, 40_000);
afterEach(() => week.office.close());

const corrected = () =>
  xlsxOf({
    name: '更正',
    rows: [
      ['单位：万元', null, null, null],
      ['项目', '2025年', '2024年', '增减%'],
      ['支出', 7291300, 7014200, 4.0],
      ['就业社保投入', 1037000, null, null],
    ],
  });

it('a corrected table of another office is one card at home, and the owner’s to decide', {
  timeout: 40_000,
}, async () => {
  const { there, say, sandbox, group, office } = week;
  expect(await there('郑洁', '支出数改了，按这个表为准')).toContain('引用它@我');
  expect(week.fresh()).toEqual({ own: 0, group: 1 });
  sandbox.sendFile(group, personOf(sandbox, '郑洁'), { name: '12月快报-更正.xlsx', bytes: await corrected() });
  await office.settle();
  const file = sandbox.messages(group).findLast((one) => one.file)?.id;
  expect(await there('郑洁', '按这个表为准', { replyTo: file })).toBe('');
  const card = week.atHome();
  for (const part of ['改数对比：3项', '726.89亿元 → 729.13亿元', '3.6% → 4%', '103.7亿元（新增）', '预算科', '郑洁'])
    expect(card).toContain(part);
  expect(week.fresh()).toEqual({ own: 1, group: 0 });
  // Nothing is changed before it is decided; the group sees none of it.
  expect(await say('支出是多少')).toContain('726.89亿元');
  expect(week.inGroup()).not.toMatch(/729\.13|改数对比/u);
  await office.restart();
  await week.press('逐条');
  week.fresh();
  expect(await week.press('全部采用')).toContain('改好了');
  expect(week.fresh().own).toBe(1);
  expect(await say('支出是多少')).toContain('729.13亿元');
  expect(await say('撤销')).toContain('按更正表改3项');
  expect(await say('支出是多少')).toContain('726.89亿元');
});

it('figures as the director wants them, and a passage nobody touches', { timeout: 40_000 }, async () => {
  const { say } = week;
  const wish = await say('地方收入写390余亿，增幅别写了，局长不想太扎眼');
  expect(wish).toContain('正文写“390余亿元”，台账留准数391.46亿元');
  expect(wish).toContain('地方收入增幅不写');
  expect(await say('还缺什么')).not.toContain('地方收入增幅');

  const own =
    '对照先进，我看到自己还有差距。一是抓学习偏重会上讲，会后问得少，2个支部的笔记流于形式；二是抓业务的劲头大过抓党建，全年到支部听会只有3次。';
  week.fresh();
  const locked = await say(`起草吧，问题部分用我下面这段原话，一个字别动：${own}`);
  expect(locked).toContain('一字未动');
  expect(locked).toMatch(/2个没有记录[\s\S]*3次没有记录/u);
  expect(await say('不是一回事')).toContain('不动');
  const text = await say('看全文');
  expect(text).toContain(own);
  expect(text).toContain('390余亿元');
  expect(text).not.toMatch(/391\.46|5\.3%/u);
  expect(text).toContain('〔待补');
  // Every chapter says what it did not write for lack of material.
  const cards = week.sandbox.messages(week.own).map(wordsOf).join('\n');
  expect(cards).toMatch(/没给、我没有写的/u);
  // A second draft leaves the passage alone, and says so.
  expect(await say('起草')).toContain('手写');
  expect(await say('看全文')).toContain(own);
  expect(week.inGroup()).not.toContain('对照先进');
});
