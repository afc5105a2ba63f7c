// Short plain words that settle what was asked: between two values, and one question after another.
import { beforeEach, describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say } = officeOfWang();

describe('given two values for a figure, when plain words name one, then it stands', () => {
  it.each(['按58的', '就58', '新的', '就按58', '党员按58的', '党员就按新的', '按后来的'])('%s', async (text) => {
    await say('党员52名');
    await say('党员58名');
    expect(await say(text)).toContain('52名→58名');
  });

  it.each(['按52的', '就52', '原来的', '老的'])('%s', async (text) => {
    await say('党员52名');
    await say('党员58名');
    await say(text);
    expect(await say('党员是多少')).toContain('52名');
    expect(await say('还缺什么')).not.toContain('用哪个');
  });

  it('and of two open ones the one named', async () => {
    await say('党员52名，党课12次');
    await say('党员58名');
    await say('党课17次');
    expect(await say('党员按新的')).toContain('党员数 52名→58名');
    expect(await say('党课按原来的')).not.toContain('→');
    expect(await say('记了什么')).toContain('12次');
  });
});

describe('given one question after another, when', () => {
  beforeEach(async () => {
    await say('主线是党纪学习教育');
    await say('集中教育做法没有这项');
    await say('一个一个问');
  });

  it('没有 is said twice, then it is 0 and the next is asked', async () => {
    expect(await say('没有')).toContain('按0记吗');
    const answer = await say('没有');
    expect(answer).toContain('0个');
    expect(answer).toContain('下一项');
  });

  it('不写 is said, then the item is left out and the next is asked', async () => {
    const answer = await say('不写');
    expect(answer).toContain('没有这一项');
    expect(answer).toContain('下一项');
    expect(await say('没有')).toContain('按0记吗');
    expect(await say('不写')).toContain('下一项');
  });

  it('something is said that does not fit, then the question is put again', async () => {
    expect(await say('哈哈天气')).toContain('几个专题');
    expect(await say('老陈的车今天限行所以材料下午才能送过来了')).toContain('几个专题');
    await say('没有');
    expect(await say('哈哈天气')).toContain('按0记吗');
  });
});
