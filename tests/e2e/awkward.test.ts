// A report talked through by somebody who does not choose words: none of it becomes a figure nobody gave, a material nobody meant, or an answer to something else.
import { describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say, press } = officeOfWang('写2025年部门年度工作总结');

describe('awkward words', () => {
  it('准数是… answers what was rough; 那今年…, 改成…, 两章 name nothing new', async () => {
    expect(await say('今年惠民演出搞了有个二百三四十场吧')).toContain('写准数还是约数');
    expect(await say('准数是236场')).toContain('惠民演出场次 236场');
    expect(await say('那今年14家')).not.toContain('新增');
    await press('都不是，放素材');
    const split = await say('能不能把不足和下一步拆成两章');
    expect(split).not.toMatch(/是哪一项？|放素材/u);
  });

  it('what is to come is waited for, and what was asked goes on waiting', async () => {
    expect(await say('办结率99.7')).toContain('99.7%吗');
    expect(await say('非遗的数还没来，张姐下午给')).toBe('好，等你发来。');
    expect(await say('对')).toContain('投诉办结率 99.7%');
    expect(await say('存在的不足我晚点打字发你')).toBe('好，等你发来。');
  });

  it('questions and reasons are no materials', async () => {
    await say('受理投诉312件');
    expect(await say('你觉得还差啥重要的没')).toContain('还缺');
    expect(await say('投诉那个写上去不好看，别写了')).toBe('受理投诉件数不写，记录还留着，不算缺。');
    expect(await say('刚那个撤了吧')).toContain('撤销了：受理投诉件数不写');
    expect(await say('对了民宿去年评了几家来着')).not.toContain('素材');
    expect(await say('先这样写一版我看看')).toContain('开始起草');
    expect(await say('这里面有没有错别字')).toContain('审了一遍');
  });

  it('收工 drafts nothing, whatever stands before it', async () => {
    await say('惠民演出236场');
    const end = await say('都出。收工，存档');
    expect(end).toContain('存好了：1项情况');
    expect(end).not.toContain('起草');
  });
});
