// Sentences said before are found whatever their figures and marks; others are not.
import { describe, expect, it } from 'vitest';
import { likeness } from '../../src/report/likeness.ts';

const before =
  '全年召开党建工作会议12次，研究部署重点任务，推动各项工作落到实处。深入一线开展调查研究，帮助基层解决困难问题。';

describe('likeness with an earlier text', () => {
  it('finds a sentence that only changed its figures', () => {
    const found = likeness('全年召开党建工作会议15次，研究部署重点任务，推动各项工作落到实处。', before);
    expect(found.of).toBe(1);
    expect(found.alike).toHaveLength(1);
    expect(found.alike[0]?.before).toContain('12次');
  });
  it('leaves a sentence of one’s own', () => {
    expect(likeness('围绕产业园区建设新引进企业8家，带动周边村民就近就业。', before).alike).toEqual([]);
  });
  it('compares no short sentences', () => {
    expect(likeness('请予评议。谢谢大家。', '请予评议。谢谢大家。')).toEqual({ of: 0, alike: [] });
  });
  it('is quick on long texts', () => {
    const long = Array.from(
      { length: 300 },
      (_, at) => `第${at}项工作由第${at}科室牵头负责，按照年度计划逐项推进并取得了阶段性进展${at}`,
    ).join('。');
    expect(likeness(long, long).alike.length).toBe(300);
  });
});
