// Words about the report as a whole: how long it has, how it is to be, that it is not wanted any more; and what is only said in passing.
import { describe, expect, it } from 'vitest';
import { officeOfWang, wordsOf } from './office.ts';

const { office, say, press } = officeOfWang('写2025年党建述职');

describe('the task', () => {
  it('is asked about and changed in plain words', async () => {
    expect(await say('还有几天交')).toContain('还没有报送期限');
    await say('报送时间改成2027年1月16日');
    expect(await say('截止时间改成1月15日')).toContain('2027年1月15日');
    expect(await say('还剩几天')).toMatch(/还有\d+天.*1月15日.*前报送/u);
    expect(await say('字数改成2500以内')).toContain('≤2500字');
    expect(await say('问题和打算占多少')).toContain('还没有稿子');
    await say('党课12次');
    await say('起草');
    expect(await say('现在多少字了')).toMatch(/约\d+字.*≤2500字/u);
    expect(await say('问题和打算占多少')).toMatch(/问题＋打算现在约\d+字，占全文\d+%/u);
    expect(await say('填第一章')).toContain('知道几项填几项');
  });
});

describe('这份不要了', () => {
  it('asks, puts away, and has it back', async () => {
    await say('党课12次');
    expect(await say('把2025那份删了')).toContain('不要《2025年度');
    expect(await press('不要了')).toContain('收走了');
    expect(await say('到哪了')).not.toContain('党课');
    await say('恢复2025那份');
    expect(await say('党课是多少')).toContain('12次');
  });
});

describe('what asks for nothing', () => {
  it.each(['谢谢', '哈哈', '收到', '辛苦了', '👍', '好的呢'])('%s gets no words', async (text) => {
    await say('党课12次');
    expect((await office().say('王芳', text)).map(wordsOf).join('')).toBe('');
  });

  it.each(['在吗', '你烦不烦', '别问了'])('%s gets one short sentence, never the same twice', async (text) => {
    const [first, second] = [await say(text), await say(text)];
    expect(first).not.toBe(second);
    expect([...first].length).toBeLessThan(30);
  });

  it.each(['/help', '帮助', '你能干啥', '怎么用'])('%s helps', async (text) => {
    expect(await say(text)).toContain('一条里说几项都行');
  });
});
