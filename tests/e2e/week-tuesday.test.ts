// Tuesday of the week: eight offices give figures in the group, by WeChat and handed on. Who gave a figure is asked about it there, under their own words; the owner's chat stays quiet.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { divided, type Week } from './week-office.ts';

let week: Week;
beforeEach(async () => {
  week = await divided();
}, 40_000);
afterEach(() => week.office.close());

const table = [
  '项目\t2025年\t2024年\t增减额\t增减%',
  '一般公共预算总收入\t6873500\t6552400\t321100\t4.9',
  '其中：地方收入\t3914600\t3718200\t196400\t5.3',
  '支出\t7268900\t7014200\t254700\t3.6',
].join('\n');

it('is asked and answered where it was said', { timeout: 40_000 }, async () => {
  const { there, say } = week;
  // Plain facts: a sign, and not a word to anybody.
  expect(await there('何静', '中心组今年学了16次，14个专题')).toBe('');
  expect(week.signs()).toEqual(['DONE']);
  expect(week.fresh()).toEqual({ own: 0, group: 0 });

  // 12×9: computed, asked under her own words, answered with the reason.
  const whole = await there('何静', '主题党日都是每月一次，9个支部');
  expect(whole).toContain('按党支部数9个算，应是108次');
  expect(await there('何静', '五支部3月份没搞，107')).toBe('');
  expect(week.signs()).toEqual(['DONE']);
  expect(await say('核对')).toContain('（说明：五支部3月份没搞）');
  expect(await say('主题党日哪来的')).toContain('何静');
  expect(week.fresh()).toEqual({ own: 2, group: 1 });

  // A table without a unit, then 快报 in the same breath as the unit.
  const doubted = await there('陈强', table);
  expect(doubted).toContain('687.35亿元');
  expect(doubted).toContain('表里没有单位');
  await week.office.restart();
  expect(await there('陈强', '万元。快报，月底还要调')).toBe('');
  expect(week.fresh()).toEqual({ own: 0, group: 1 });
  expect(await say('总收入是多少')).toMatch(/687\.35亿元（快报/u);

  // Spoken, put right in the same breath, one number rough.
  const rough = await there(
    '冯军',
    '嗯那个技能培训啊大概九万四千人次吧就是九点四万稳岗返还是七亿二千六百万啊不对是六亿七千二百万适老化改造两千八百多户',
  );
  expect(rough).toContain('写准数还是约数');
  expect(rough).not.toMatch(/7\.26|6\.72/u);
  expect(await there('冯军', '写余')).toBe('');
  expect(week.cardThere('社保科：')).toContain('社保科：都齐了');
  expect(await say('稳岗返还是多少')).toContain('6.72亿元');
  expect(await say('技能培训是多少')).toContain('9.4万余人次');

  // 差不多 is no figure; the next word is one.
  const like = await there('蒋丽', '留抵退税跟去年差不多');
  expect(like).toContain('不能进稿');
  expect(await there('蒋丽', '61亿2')).toBe('');
  expect(await say('留抵退税是多少')).toContain('61.2亿元');

  // Others answer nothing that was asked of one.
  week.fresh();
  await there('冯军', '廉洁谈话大概六十来人次吧');
  expect(await there('吴刚', '对')).toBe('');
  expect(await say('廉洁谈话是多少')).not.toContain('60');

  // Said at home instead: the question in the group is closed without telling what was said.
  await say('廉洁谈话57人次');
  expect(week.cardThere('廉洁谈话人次')).not.toContain('57');
  // Nothing of the owner's is in the group: no board, no text, nobody else's figure.
  expect(week.inGroup()).not.toMatch(/还缺|起草|供数：/u);
});

it('taken back, handed on, by WeChat; how far it is, and a reminder to those who are late', {
  timeout: 40_000,
}, async () => {
  const { there, say } = week;
  await there('吴刚', '职务10人次 职级23人次');
  const recalled = await week.recallLast('吴刚');
  expect(recalled).toContain('职务晋升人次 10人次');
  expect(await there('吴刚', '职务8人次 职级23人次')).toBe('');
  expect(week.signs()).toEqual(['DONE']);
  expect(await say('职务晋升是多少')).toContain('8人次');

  const record = await week.forward([
    ['郑洁', '库款保障水平0.38'],
    ['陈强', '这个不写吧'],
    ['郑洁', '对不写'],
    ['郑洁', '直达资金下达率98.7%'],
  ]);
  expect(record).toContain('“库款保障水平0.38”记录里说了不写，没记');
  expect(record).toMatch(/98\.7%.*（原话出自郑洁，\d\d:\d\d，王芳转发）/su);
  expect(await say('放素材吧')).toContain('放进素材');
  expect(week.inGroup()).not.toMatch(/0\.38|98\.7/u);

  const wechat = await say('农业农村科（微信）：高标准农田6.4万亩 统筹涉农资金9个亿出头');
  for (const part of ['6.4万亩', '9亿余元', '城乡建设资金']) expect(wechat).toContain(part);
  await week.press('城乡建设资金');
  expect(await say('城乡建设资金哪来的')).toContain('农业农村科（微信），王芳代录');

  week.fresh();
  const board = await say('到哪了');
  expect(board).toContain('人事科（吴刚） 2/2');
  expect(board).toMatch(/税政科 0\/\d/u);
  const preview = await say('催一下');
  expect(preview).toContain('催办预览');
  expect(preview).not.toContain('人事科好');
  await week.press('发出去');
  // One reminder per late office, each with its own items; two words to the owner at most.
  const { own, group } = week.fresh();
  expect([group, own <= 4]).toEqual([4, true]);
  const [tax = ''] = week
    .inGroup()
    .split('\n')
    .filter((line) => line.startsWith('税政科好'));
  expect(tax).toContain('留抵退税额');
  expect(tax).not.toContain('技能培训');
});
