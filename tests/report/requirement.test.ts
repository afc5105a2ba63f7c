// Demands as notices and forms word them.
import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/report/count-words.ts';
import { type DueSaid, dueAt, findDue, showDue } from '../../src/report/due.ts';
import { readCopies, readLength, readMinutes, readShare, showLength, showShare } from '../../src/report/requirement.ts';

/** Monday, 12 January 2026, 09:12 in China. */
const NOW = Date.UTC(2026, 0, 12, 1, 12);

describe('lengths', () => {
  it.each([
    ['控制在3000字以内', '≤3000字'],
    ['不超过三千字', '≤3000字'],
    ['字数不得超过3,500字', '≤3500字'],
    ['3000字以下', '≤3000字'],
    ['1500—2000字', '1500—2000字'],
    ['2000字至2500字', '2000—2500字'],
    ['不少于2000字', '不少于2000字'],
    ['不少于2000字、不超过3000字', '2000—3000字'],
    ['三千字左右', '3000字左右'],
    ['控制在3000字左右', '3000字左右'],
    ['约2500字', '2500字左右'],
    ['限２０００字', '≤2000字'],
  ])('%s', (said, shown) => {
    expect(showLength(readLength(said) ?? {})).toBe(shown);
  });

  it.each([
    '不超过8分钟',
    '不超过500万元',
    '2025—2026年度，字体仿宋',
    '第3000号',
    '12字以内',
    '不少于3000字，不超过2000字',
    '',
  ])('none in “%s”', (said) => {
    expect(readLength(said)).toBeUndefined();
  });

  it('takes a bare number for the most only in a form', () => {
    expect([readLength('2500', true), readLength('2500'), readLength('二千五', true)]).toEqual([
      { most: 2500 },
      undefined,
      { most: 2500 },
    ]);
    expect(readLength('≤3000字', true)).toEqual({ most: 3000 });
    expect(readLength('2000-2500', true)).toEqual({ least: 2000, most: 2500 });
  });
});

describe('shares', () => {
  it.each([
    ['查摆问题和下一步打算篇幅不少于三分之一', '问题＋打算不少于1/3'],
    ['问题、原因部分占1/3以上', '问题＋原因不少于1/3'],
    ['存在不足和努力方向不低于40%', '问题＋打算不少于40%'],
    ['要聚焦问题，篇幅不少于百分之三十', '问题不少于30%'],
    ['问题和措施占一半', '问题＋打算不少于1/2'],
  ])('%s', (said, shown) => {
    const share = readShare(said);
    expect(share && showShare(share)).toBe(shown);
  });

  it.each(['收入占三分之一', '问题要写透，1/16前报', '三分之四的问题', '问题不少于三条'])('none in “%s”', (said) => {
    expect(readShare(said)).toBeUndefined();
  });
});

describe('deadlines', () => {
  it.each([
    ['1月16日12:00', '1月16日（周五）12:00'],
    ['2026年1月16日（星期五）下班前', '1月16日（周五）17:30'],
    ['1月16日下午5点半', '1月16日（周五）17:30'],
    ['1月16日中午', '1月16日（周五）12:00'],
    ['一月十六日17时30分', '1月16日（周五）17:30'],
    ['1月16日', '1月16日（周五）'],
    ['1/16 9:05', '1月16日（周五）09:05'],
    ['2026-01-16 12:00', '1月16日（周五）12:00'],
    ['12月30日', '2025年12月30日（周二）'],
    ['周三下班前', '1月14日（周三）17:30'],
    ['下周三下午5点', '1月21日（周三）17:00'],
    ['１月１６日１２：００', '1月16日（周五）12:00'],
  ])('%s', (said, shown) => {
    const due = dueAt(findDue(said)?.said as DueSaid, NOW);
    expect(due && showDue(due, NOW)).toBe(shown);
  });

  it('reads back what it shows', () => {
    for (const said of ['1月16日12:00', '1月16日', '12月30日上午9点', '周三下班前']) {
      const due = dueAt(findDue(said)?.said as DueSaid, NOW);
      const again = due && dueAt(findDue(showDue(due, NOW))?.said as DueSaid, NOW);
      expect(again).toEqual(due);
    }
  });

  it('knows no thirtieth of February, no thirteenth month, no hour 25', () => {
    expect(dueAt({ month: 2, day: 30 }, NOW)).toBeUndefined();
    expect(findDue('13月1日')).toBeUndefined();
    expect(findDue('1月16日25时')).toBeUndefined();
    expect(findDue('尽快')).toBeUndefined();
  });
});

it('minutes and copies, with bare numbers only in a form', () => {
  expect([readMinutes('每人不超过8分钟'), readMinutes('八分钟'), readMinutes('8'), readMinutes('8', true)]).toEqual([
    8,
    8,
    undefined,
    8,
  ]);
  expect([readCopies('一式三份'), readCopies('纸质版2份'), readCopies('三份', true), readCopies('一份通知')]).toEqual([
    3,
    2,
    3,
    undefined,
  ]);
});

it('counts as Word does: a mark one, a run of digits one, spaces none', () => {
  expect(countWords('全年开展党课12次，增长8.7%。')).toBe(13);
  expect(countWords('')).toBe(0);
  expect(countWords('Word 口径\n两行')).toBe(5);
});
