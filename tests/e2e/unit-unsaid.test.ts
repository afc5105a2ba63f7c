// The unit a table left out, named afterwards: it holds for every amount of the table, and no amount changes its meaning.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.say('王芳', '写2024年党建述职');
});
afterEach(() => office.close());

const say = async (text: string): Promise<string> => (await office.say('王芳', text)).map(wordsOf).join('\n');
const table = (...amounts: [string, string]) =>
  `项目\t本年\n一般公共预算总收入\t${amounts[0]}\n一般公共预算支出\t${amounts[1]}`;

describe('given a table without a unit, when the unit is named', () => {
  it.each(['是万元', '万元', '单位是万元', '都是万元'])('%s confirms every amount as offered', async (answer) => {
    expect(await say(table('7345600', '6120000'))).toContain('734.56亿元？表里没有单位，按万元读');
    await say(answer);
    const noted = await say('记了什么');
    expect(noted).toContain('一般公共预算总收入：734.56亿元');
    expect(noted).toContain('一般公共预算支出：612亿元');
  });

  it('another unit is read from the number in the cell, not from the offered one', async () => {
    await say(table('734.5', '612'));
    await say('不是亿元，是万亿元');
    await say('对');
    expect(await say('记了什么')).not.toContain('总收入：734.5亿元');
    await say('重新开始');
    await say('是的');
    await say(table('73456000000', '61200000000'));
    await say('单位是元');
    const noted = await say('记了什么');
    expect(noted).toContain('总收入：734.56亿元');
    expect(noted).toContain('支出：612亿元');
  });

  it('a unit that makes no sense of the number is asked about before anything is recorded', async () => {
    await say(table('7345600', '6120000'));
    const asked = await say('单位是元');
    expect(asked).toContain('7345600元？这一项通常以亿元计');
    expect(await say('记了什么')).toContain('还没有记下');
    await say('万元');
    expect(await say('记了什么')).toContain('总收入：734.56亿元');
  });

  it('快报 said with it is kept for all of them, and not asked', async () => {
    await say(table('7345600', '6120000'));
    expect(await say('万元。快报，月底还要调')).not.toContain('还是决算');
    const noted = await say('记了什么');
    expect(noted).toContain('总收入：734.56亿元（快报）');
    expect(noted).toContain('支出：612亿元（快报）');
  });

  it('a bare no records nothing and asks for the unit', async () => {
    await say(table('7345600', '6120000'));
    expect(await say('不是万元')).toContain('那单位是什么');
    expect(await say('记了什么')).toContain('还没有记下');
  });
});
