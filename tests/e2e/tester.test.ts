// Whole exchanges a demanding tester had: nothing told is lost, overwritten or stored where it was not meant.
import { describe, expect, it } from 'vitest';
import { officeOfWang } from './office.ts';

const { say } = officeOfWang();

describe('two values', () => {
  it('stay two until one is named', async () => {
    await say('党课14次');
    expect(await say('党课12次')).toContain('用哪个');
    expect(await say('都对')).toContain('请选一个');
    expect(await say('党课是多少')).toContain('14次');
    expect(await say('就按12次')).toContain('14次→12次');
  });
});

describe('taking back', () => {
  it('恢复 brings back what 撤销 took', async () => {
    await say('党课14次');
    expect(await say('撤销')).toContain('撤销了');
    expect(await say('恢复')).toContain('恢复了');
    expect(await say('党课是多少')).toContain('14次');
    expect(await say('重做')).toContain('没有刚撤销的');
  });

  it('起草 is one step', async () => {
    await say('党课14次');
    await say('起草');
    expect(await say('撤销')).toContain('撤销了：起草全文');
    expect(await say('重做')).toContain('恢复了：起草全文');
  });
});

describe('correcting', () => {
  it('what was just told', async () => {
    await say('职务晋升9人次');
    expect(await say('不对，是8人次')).toContain('9人次→8人次');
  });

  it('an amount of money to more than twice is asked about', async () => {
    await say('总收入342.6亿元');
    expect(await say('总收入改成900亿元')).toContain('核对一下');
  });
});

describe('while a card is open', () => {
  it('a number nobody can read is kept, and lookups are answered', async () => {
    await say('党课14次');
    await say('党课12次');
    expect(await say('廉洁谈话50+人次')).toMatch(/50/u);
    expect(await say('记了什么')).toContain('50');
    expect(await say('字数多少了')).toContain('还没有稿子');
  });
});

describe('one message, several wishes', () => {
  it('the file comes after the draft asked for first', async () => {
    const answer = await say('党课15次，起草第二章，然后导出');
    expect(answer.indexOf('支部书记')).toBeGreaterThan(-1);
    expect(answer.indexOf('.docx')).toBeGreaterThan(answer.indexOf('写好就把文件发给你'));
    expect(answer).not.toContain('第二章还没起草');
  });
});
