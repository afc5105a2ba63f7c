// 快报 or 决算: asked once for all amounts of a report, and answered in plain words.
import { beforeEach, describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say } = officeOfWang();

describe('given amounts in several messages, when', () => {
  beforeEach(async () => {
    expect(await say('一般公共预算总收入760亿元')).toContain('是快报还是决算？');
    expect(await say('地方收入410亿元')).not.toContain('快报还是决算');
    expect(await say('地方收入改成415亿元')).not.toContain('快报还是决算');
  });

  it.each(['以上数据都是快报数', '都是快报', '快报数'])('%s is said, then it holds for all of them', async (text) => {
    await say(text);
    const noted = await say('记了什么');
    expect(noted).toContain('总收入：760亿元（快报）');
    expect(noted).toContain('地方收入：415亿元（快报）');
  });

  it('one is told apart, then the others wait on and it keeps what was said', async () => {
    expect(await say('总收入是决算')).toContain('地方收入是快报还是决算');
    await say('都是快报');
    const noted = await say('记了什么');
    expect(noted).toContain('总收入：760亿元（决算）');
    expect(noted).toContain('地方收入：415亿元（快报）');
  });

  it('就这样 is said, then nothing is known of them and nothing asked again', async () => {
    await say('就这样');
    expect(await say('一般公共预算支出700亿元')).not.toContain('快报');
    expect(await say('记了什么')).not.toContain('快报');
  });
});

describe('given amounts told once 快报 was answered, when', () => {
  beforeEach(async () => {
    await say('一般公共预算总收入760亿元');
    await say('快报');
  });

  it('the same person goes on, then they are 快报 too', async () => {
    expect(await say('一般公共预算支出812亿元')).toContain('一般公共预算支出也按快报记');
    expect(await say('记了什么')).toContain('一般公共预算支出：812亿元（快报）');
    await say('撤销');
    expect(await say('记了什么')).not.toContain('一般公共预算支出');
  });

  it('another status is said with it, then that holds', async () => {
    await say('一般公共预算支出812亿元，这是决算数');
    expect(await say('记了什么')).toContain('一般公共预算支出：812亿元（决算）');
  });
});

it('given flash figures, when 定稿 is said, then they are asked about once more, and only once', async () => {
  await say('一般公共预算总收入760亿元，快报');
  await say('起草第四章');
  expect(await say('定稿')).toContain('定稿前再问一次：一般公共预算总收入是快报数');
  expect(await say('没调，照写')).toContain('不动');
  expect(await say('定稿')).not.toContain('定稿前再问一次');
});
