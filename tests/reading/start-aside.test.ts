// Messages that begin a report and tell something besides: which year is meant, and what is kept for the report begun.
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../src/reading/own-reader.ts';
import type { ReadRequest } from '../../src/reading/port.ts';
import { requestFrom } from '../../src/reading/trial.ts';
import { outlineOf, outlines } from './outlines.ts';

function read(text: string, active?: string) {
  const { report, ...request } = requestFrom(outlineOf(active ?? 'party-building'), outlines, {
    text,
    thisYear: 2026,
    year: 2025,
  });
  const full: ReadRequest = { ...request, thisYear: 2026, ...(active && report ? { report } : {}) };
  return readOwn(full).reading;
}

describe('what is told with the start', () => {
  it.each([
    ['写2025年党建述职，党课14次，8个支部', undefined, '党课14次，8个支部'],
    ['写2025年党建述职：党课14次 8个支部', undefined, '党课14次 8个支部'],
    ['帮我写2025年的部门年度工作总结，单位是平湖市文化广电和旅游局', undefined, '单位是平湖市文化广电和旅游局'],
    ['再写一份2025年部门年度工作总结，演出326场', 'party-building', '演出326场'],
    ['再写一份部门年度工作总结，演出326场', 'party-building', '演出326场'],
    ['再写一份2024年的党建述职，党课14次', 'party-building', '党课14次'],
    ['再写一份2024年的党建述职报告，领导急着要', 'party-building', ''],
  ])('%s', (text, active, rest) => {
    expect(read(text, active)).toMatchObject({ commands: [{ type: 'start_report' }], facts: [], asks: [], rest });
  });

  it('the report being written, asked for again, takes what is told', () => {
    const { facts } = read('写2025年党建述职，党课14次', 'party-building');
    expect(facts.map((fact) => fact.slot)).toEqual(['secretary_lectures']);
  });

  it('开展党建述职评议 begins nothing', () => {
    expect(read('开展党建述职评议1次，党课14次', 'party-building').commands).toEqual([]);
  });
});

describe('the year', () => {
  it.each([
    ['帮我写个今年的党建述职报告，2025年的', 2025],
    ['写今年（2025年）的党建述职报告', 2025],
    ['写个去年的党建述职，就是2024年度的', 2024],
    ['写今年的党建述职，党课14次', 2026],
    ['写2025年党建述职报告，不对，2024年的', undefined],
    ['写2025年党建述职，落款日期2026年1月8日', 2025],
    ['写二〇二五年党建述职报告', 2025],
    ['写今年的党建述职，我在党20年了', 2026],
  ])('%s: %s', (text, year) => {
    expect(read(text).commands).toEqual([
      { type: 'start_report', kind: 'party-building', ...(year === undefined ? {} : { year }) },
    ]);
  });
});
