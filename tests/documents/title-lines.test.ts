// Titles break where a reader would breathe, the longer line above.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleLines } from '../../src/documents/title-lines.ts';

describe('titleLines', () => {
  it('leaves a title that fits and one that is broken already', () => {
    expect(titleLines('年度工作总结', 18)).toEqual(['年度工作总结']);
    expect(titleLines('某某市档案局\n年度工作总结', 18)).toEqual(['某某市档案局', '年度工作总结']);
  });

  it('never breaks inside a word, a year or a book title', () => {
    for (const title of [
      '某某市住房和城乡建设局2025年度基层党建工作述职报告',
      '关于贯彻落实《某某市优化营商环境行动方案》情况的年度报告',
      '某某县农业农村局党组书记2024年度抓基层党建工作述职报告',
    ]) {
      const lines = titleLines(title, 18);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.join('')).toBe(title);
      for (const line of lines) {
        expect(line).not.toMatch(/^[》的和年度）]|[《（\d]$/u);
        expect([...line].length).toBeGreaterThan(3);
      }
      for (const name of ['《某某市优化营商环境行动方案》', '述职报告', '年度', '2025年', '2024年']) {
        if (title.includes(name)) expect(lines.some((line) => line.includes(name))).toBe(true);
      }
    }
  });

  it('keeps every character and its order, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'市局党建工作报告《》2025年度的A，'), maxLength: 80 }),
        (title) => {
          expect(titleLines(title, 18).join('')).toBe(title);
        },
      ),
      { seed: 20261123 },
    );
  });
});
