// What a sentence says a file is for; a sentence about something else says nothing.
import { describe, expect, it } from 'vitest';
import { callsItCorrected, followsIts, useAnnounced, useSaid } from '../../src/conversation/file-words.ts';

describe('what a file is for', () => {
  it.each([
    ['这是去年的', 'reference'],
    ['不对，这是去年的稿子', 'reference'],
    ['这份是2024年的报告', 'reference'],
    ['两份都只当参考', 'reference'],
    ['这两份都当参考', 'reference'],
    ['都是去年的', 'reference'],
    ['仅供参考', 'reference'],
    ['支出数改了，按这个表为准', 'corrects'],
    ['以附件为准', 'corrects'],
    ['按这个为准吧', 'corrects'],
    ['以新表为准', 'corrects'],
    ['这是更正后的表', 'corrects'],
    ['这是今年的数据', 'figures'],
    ['这份是今年的', 'figures'],
    ['审一下这份稿子', 'audit'],
    ['帮我看看这份稿子有没有问题', 'audit'],
    ['这是通知', 'notice'],
    ['表发错了', 'mistake'],
    ['这个发错了，不要了', 'mistake'],
    ['附件里的数有更正', 'corrects'],
    ['这是局长改过的稿子', 'returned'],
    ['改好的稿子', 'returned'],
    ['终审稿', 'returned'],
    ['把这份收进来', 'returned'],
    ['收进来吧', 'returned'],
    ['以后以这版为底', 'returned'],
    ['按这稿为准', 'returned'],
  ])('%s', (text, as) => {
    expect(useSaid(text)).toBe(as);
  });

  it.each([
    '党课14次',
    '留抵退税跟去年差不多',
    '去年是96.7亿元',
    '按65的',
    '以国库科为准',
    '这是第一章的内容',
    '今年集体学习14次',
    '按表彰大会的口径',
    '审计发现问题3个',
    '参考去年的写法',
    '照2024年的开一份',
    '',
  ])('none: %s', (text) => {
    expect(useSaid(text)).toBeUndefined();
  });
});

describe('a table called corrected', () => {
  it.each(['支出数改了，按这个表为准', '数有更正，见下表', '更正如下', '重新报一遍', '以这个为准'])('%s', (text) => {
    expect(callsItCorrected(`${text}\n项目\t2025年\n支出\t893`)).toBe(true);
  });
  it.each(['项目\t2025年\n支出\t893', '这是快报数', '表里是万元'])('not: %s', (text) => {
    expect(callsItCorrected(text)).toBe(false);
  });
});

describe('a file announced', () => {
  it.each([
    ['发你一份去年的稿子', 'reference'],
    ['我先发你2024年的述职报告，只当参考', 'reference'],
    ['给你发个去年的总结', 'reference'],
    ['下面发的是更正的表', 'corrects'],
    ['我发你改过的数据', 'corrects'],
  ])('%s', (text, as) => {
    expect(useAnnounced(text)).toBe(as);
  });
  it.each([
    '发放失业保险稳岗返还资金',
    '发展党员12名',
    '去年发了3份文件',
    '把去年的报告发我',
    '发文12份',
    '转发文件3份',
  ])('not: %s', (text) => {
    expect(useAnnounced(text)).toBeUndefined();
  });
});

it.each([
  ['照去年的提纲', true],
  ['就照它的提纲写吧', true],
  ['照2024年的提纲来', true],
  ['照2024年的开一份', false],
  ['提纲要三大块', false],
])('the reference’s outline: %s', (text, follows) => {
  expect(followsIts(text)).toBe(follows);
});
