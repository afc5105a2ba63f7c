// What is read out of a pasted notice, and what is no notice. All notices here are invented.
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/reading/reader.ts';
import { outlines } from './outlines.ts';

const kinds = outlines.map(({ kind, name, aliases }) => ({ kind, name, aliases }));
const read = (text: string) =>
  createReader()({ text, kinds, asked: null, reports: [], thisYear: 2026 }).then((reading) => {
    expect(reading.facts).toEqual([]);
    return reading.commands;
  });

describe('a notice', () => {
  it('of a review: kind, year, length, share, deadline, office, form, minutes', async () => {
    const text = [
      '关于开展2025年度基层党建述职评议的通知',
      '各县区、市直各单位：',
      '述职报告要直面短板，问题和下一步打算的篇幅不少于三分之一，全文控制在3000字以内。',
      '请于1月16日12:00前报市委组织部组织二科，同时报送电子版（仿宋三号）。现场述职每人不超过8分钟。',
    ].join('\n');
    expect(await read(text)).toEqual([
      {
        type: 'open_task',
        notice: {
          kind: 'party-building',
          year: 2025,
          length: { most: 3000 },
          share: { parts: ['问题', '打算'], top: 1, bottom: 3 },
          due: { month: 1, day: 16, hour: 12, minute: 0 },
          to: '市委组织部组织二科',
          format: '电子版，仿宋三号',
          minutes: 8,
        },
      },
    ]);
  });

  it('of yearly summaries, with other words', async () => {
    const text =
      '关于报送2024年度工作总结的通知\n各科室：全文1500—2000字，请于12月20日（星期五）下班前将纸质版（一式三份）和电子版报送至局办公室。联系人：周敏，电话6612345。';
    expect(await read(text)).toEqual([
      {
        type: 'open_task',
        notice: {
          kind: 'annual-summary',
          year: 2024,
          length: { least: 1500, most: 2000 },
          due: { month: 12, day: 20, hour: 17, minute: 30 },
          to: '局办公室',
          copies: 3,
          format: '电子版',
        },
      },
    ]);
  });

  it('without a title, and handed on by the office that wrote it', async () => {
    expect(await read('各科室：年终总结材料请于下周三下午5点前交我室，三千字左右，电子版发邮箱。')).toMatchObject([
      {
        type: 'open_task',
        notice: { length: { about: 3000 }, due: { weekday: 3, weeks: 1, hour: 17 }, to: '我室（发文单位）' },
      },
    ]);
  });

  it('takes the day things are handed in, not the day of a meeting', async () => {
    const text = '关于做好述职工作的通知：1月10日前召开会议，2月5日前将述职报告报送市委组织部，字数不超过2500字。';
    expect(await read(text)).toMatchObject([{ notice: { due: { month: 2, day: 5 }, to: '市委组织部' } }]);
  });

  it.each([
    [
      '工委关于报送述职报告的通知：一、字数2000字左右。二、报送时间：2026年1月20日17:00。三、标题用小标宋二号，正文用仿宋_GB2312三号。四、述职报告送机关工委组织科。',
      { due: { year: 2026, month: 1, day: 20, hour: 17 }, to: '机关工委组织科', format: '仿宋_GB2312三号' },
    ],
    [
      '各部门：请撰写2025年度工作总结，2500字左右，于本周五（1月9日）17点前报办公室汇总。',
      { due: { month: 1, day: 9, hour: 17 }, to: '办公室', year: 2025 },
    ],
    [
      '关于述职的通知：请于1月16日前，将述职报告（纸质版一式3份，电子版同步发送）报送市委组织部基层科，一般不超过3000字。',
      { copies: 3, to: '市委组织部基层科', format: '电子版' },
    ],
  ])('%s', async (text, notice) => {
    expect(await read(text)).toMatchObject([{ type: 'open_task', notice }]);
  });

  it('after words of one’s own: those are done too', async () => {
    const text =
      '写一份2025年的党建述职，通知如下：\n关于党组织书记述职的通知：全文不少于2500字，1月20日前报送机关党委。';
    const commands = await read(text);
    expect(commands.map((one) => one.type)).toEqual(['start_report', 'open_task']);
  });
});

describe('no notice', () => {
  it.each([
    '写一份2025年的党建述职，控制在3000字以内',
    '关于召开财政工作会议的通知：定于1月18日上午9点在三楼会议室召开，请准时参加。',
    '关于印发党建方案的通知已经发了，电子版在群里',
  ])('%s', async (text) => {
    expect((await read(text)).filter((one) => one.type === 'open_task')).toEqual([]);
  });
});

it.each([
  ['报送时间改到1月18日12:00', { type: 'change_task', field: 'due', said: '1月18日12:00' }],
  ['字数要求改成2500字以内', { type: 'change_task', field: 'length', said: '2500字以内' }],
  ['任务单', { type: 'show_task' }],
  ['看看要求', { type: 'show_task' }],
  ['改一项', { type: 'change_task' }],
  ['不用提醒了', { type: 'stop_reminding' }],
])('%s', async (text, command) => {
  expect(await read(text)).toEqual([command]);
});
