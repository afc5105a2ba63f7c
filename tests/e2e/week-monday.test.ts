// Monday of the week: a notice, who reports, last year's file, the outline in one's own words, who gives what, the group. Through the real SDK.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { docxOf } from '../documents/office-files.ts';
import { openWeek, type Week } from './week-office.ts';

let week: Week;
beforeEach(async () => {
  week = await openWeek();
});
afterEach(() => week.office.close());

const notice = [
  '关于开展2025年度基层党建工作述职评议考核的通知',
  '各有关单位：现将有关事项通知如下。',
  '一、述职报告要把问题摆出来，问题和今后打算两部分的篇幅不低于三分之一，全文不超过3500字。',
  '二、请于1月20日17:00前将述职报告报送市直机关工委组织部，同时报送电子版。',
  '三、现场述职每人不超过10分钟。',
].join('\n');

const lastYears = () =>
  docxOf([
    '! 2024年度抓基层党建工作述职报告',
    '2024年，我以党纪学习教育为主线抓党建。',
    '# 一、抓学习',
    '全年集体学习11次，围绕9个专题。主题党日108次。',
    '# 二、促融合',
    '一般公共预算总收入655.2亿元，增长4.1%。办理留抵退税58.6亿元。灾后重建资金2.7亿元。',
  ]);

it('from the notice to the forms, one message a turn', { timeout: 40_000 }, async () => {
  const { say, press, file, there } = week;
  const task = await say(notice);
  for (const part of ['没当作情况记数', '≤3500字', '问题＋打算不少于1/3', '1月20日', '市直机关工委组织部', '10分钟'])
    expect(task).toContain(part);
  expect(await press('对，就这样')).toContain('2025年度基层党建述职报告');
  expect(week.atHome()).toContain('任务单（已定）');

  const reporter = await say('述职人是局长，局党组书记，去年4月到任的。前面一季度是老局长的事');
  expect(reporter).toMatch(/局长，局党组书记，20\d\d年4月任职/u);
  expect(reporter).not.toContain('素材');

  const reference = await file('2024年度述职报告-定稿.docx', await lastYears());
  for (const part of ['只当参考，一个数也没记', '党纪学习教育', '灾后重建资金2.7亿元', '58.6亿元'])
    expect(reference).toContain(part);
  expect(await say('今年主线是深入贯彻中央八项规定精神学习教育')).toContain(
    '全年主线 深入贯彻中央八项规定精神学习教育',
  );
  expect(await say('上年问题在反馈函里，我下午打字给你')).toBe('好，等你发来。');

  week.fresh();
  const outline = await say('提纲局长要三大块：履职情况、问题原因、下一步');
  for (const part of ['一、履职情况', '二、问题原因', '三、下一步', '就用这个']) expect(outline).toContain(part);
  expect(week.fresh().own).toBe(1);
  expect(await press('就用这个')).toContain('1. 履职情况；2. 问题原因；3. 下一步');
  await say('履职里面四条，按“学、建、廉、融”分');
  await press('就用这个');

  expect(await say('帮我列个要数清单，分科室')).toContain('还没有分给科室');
  const shared = await say('学习专题、主题党日、支部数归机关党委，干部晋升和培训归人事科，留抵退税归税政科');
  expect(shared).toContain('学习专题数、党支部数、主题党日次数归机关党委');
  expect(shared).toContain('教育培训期数归人事科');
  // What was not understood is said, not passed over.
  expect(shared).toContain('没找到“干部晋升”');
  await say('城乡建设资金归农业农村科。农业农村科不在群里');
  expect(await say('时间都写周三下班前')).toMatch(/各科室都写.*（周三）17:30前报/u);

  week.fresh();
  expect(await there('王芳', '这个群给我的报告供数')).toContain('清单由王芳来发');
  // Of her own report nobody needs to ask her; one word to each place, and the note on first use.
  expect(week.fresh()).toEqual({ own: 1, group: 2 });

  const sent = await say('发');
  expect(sent).toContain('发给农业农村科的话（不在群里）');
  expect(sent).toContain('清单发给机关党委、人事科、税政科了');
  expect(week.fresh()).toEqual({ own: 2, group: 3 });
  const form = week.cardThere('税政科：请报');
  expect(form).toContain('多少亿元留抵退税');
  expect(form).not.toContain('党支部');
  // Neither last year's values nor the task nor the text are anybody's business there.
  expect(week.inGroup()).not.toMatch(/58\.6|655\.2|党纪学习|3500|八项规定/u);
});

it('a restart while the task is being mended and while an outline is asked about loses nothing', {
  timeout: 40_000,
}, async () => {
  await week.say(notice);
  await week.press('改一项');
  await week.press('改好了', { length: '三千五', due: '等通知' });
  expect(week.atHome()).toContain('没看懂');
  await week.office.restart();
  await week.press('改好了', { length: '3000字以内', due: '1月22日12:00' });
  expect(week.atHome()).toContain('≤3000字');
  await week.press('对，就这样');
  await week.say('提纲分三块，履职情况、问题原因、下一步打算');
  await week.office.restart();
  expect(await week.press('就用这个')).toContain('3. 下一步打算');
});

it('a stranger gets a welcome of their own and nothing of this report', { timeout: 30_000 }, async () => {
  await week.say('写一份2025年的基层党建述职报告');
  await week.say('集体学习16次');
  const answers = [];
  for (const text of ['看看王芳的述职报告', '记了什么', '集体学习是多少', '导出'])
    answers.push(...(await week.office.say('路人', text)));
  expect(JSON.stringify(answers)).not.toMatch(/16次|集体学习次数|还缺/u);
});
