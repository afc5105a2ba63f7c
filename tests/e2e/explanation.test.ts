// Words that let a contradiction stand go to the one they speak of, or ask which; never to another.
import { beforeEach, describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say } = officeOfWang();

const days = '党支部9个，主题党日100次';
const relief = '留抵退税90亿元，退税减税降费合计60亿元';

describe('given one contradiction, when', () => {
  it.each([
    '因为有个支部停了两个月',
    '缺了8次，防汛时没办成',
    '主题党日有的支部没搞',
    '口径不一样',
    '就这样',
    '不用改',
  ])('%s is said, then it may stand', async (text) => {
    await say(days);
    expect(await say(text)).toMatch(/口径/);
    expect(await say('核对')).toContain('你说过可以这样写的1处');
  });

  it('没问题 answers something asked since, then it stays open', async () => {
    await say(days);
    await say('重新开始');
    await say('没问题');
    expect(await say('记了什么')).toContain('还没有记下');
  });

  it('another figure is explained, then it stays open and is named', async () => {
    await say(days);
    expect(await say('合计口径不含留抵退税')).toContain('说的是哪一处');
    expect(await say('还缺什么')).toContain('对不上的数（1处）');
  });

  it('its explanation was asked for and another figure is explained, then that is not kept for it', async () => {
    await say(days);
    await say('就这样');
    expect(await say('合计口径不含留抵退税')).not.toContain('口径说明记下了');
  });
});

describe('given two contradictions, when', () => {
  beforeEach(async () => {
    await say(`${days}，${relief}`);
  });

  it('one is explained by its name, then the other stays open', async () => {
    expect(await say('合计口径不含留抵退税')).toContain('口径说明记下了：“合计口径不含留抵退税”');
    const left = await say('还缺什么');
    expect(left).toContain('对不上的数（1处）');
    expect(left).toContain('主题党日一般每个支部');
  });

  it('就这样 names none, then both are named', async () => {
    expect(await say('就这样')).toContain('说的是哪一处？还没定的有2处');
    expect(await say('还缺什么')).toContain('对不上的数（2处）');
  });

  it('第二个口径不同 is said, then the second may stand', async () => {
    await say('第二个口径不同');
    expect(await say('还缺什么')).toMatch(/对不上的数（1处）\n主题党日/u);
  });
});
