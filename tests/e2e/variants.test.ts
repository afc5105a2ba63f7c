// Other texts from the same facts, through the whole office: asked for, chosen for, read back out of the Word files, kept up with a correction.
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/figures/index.ts';
import { officeOfWang } from './office.ts';

const { office, say, press } = officeOfWang('写2025年党建述职');

async function newest(): Promise<{ name: string; text: string }> {
  const { name, bytes } = office().newestFile(office().sandbox.chatOf('王芳').id);
  const text = name.endsWith('.docx') ? (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value : '';
  return { name, text };
}

async function drafted(): Promise<void> {
  await say('中心组学习14次，9个专题，支部7个，党员163名，主题党日84次，支部书记讲党课15次，组织生活会7次');
  await say('一般公共预算支出893.27亿元，增长3.9%；廉洁谈话58人次；带队调研17次；职务晋升11人次，职级晋升23人次');
  await say('起草');
}

const figures = (text: string): string[] => findFigures(text.replaceAll(/〔[^〕]*〕/gu, '')).map((one) => one.text);

describe('组织部要600字的，还要个局长念的，3分钟', () => {
  it('gives both, with no figure that the report has not', async () => {
    await drafted();
    await say('导出');
    const whole = await newest();
    const asked = await say('组织部要600字的，还要个局长念的，3分钟');
    expect(asked).toContain('取舍：600字版');
    expect(asked).toContain('取舍：口语稿3分钟');
    expect(await press('就这样，出文件')).toContain('口语稿3分钟');
    const speech = await newest();
    expect(speech.name).toMatch(/（口语稿3分钟(?:，待补\d+处)?）\.docx$/u);
    expect(speech.text).toContain('八百九十三点二七亿元');
    expect(speech.text).not.toMatch(/\d亿|\d%|^[一二三四]是/mu);
    await say('再发一份600字版');
    const short = await newest();
    expect(short.name).toMatch(/（600字版(?:，待补\d+处)?）\.docx$/u);
    expect(short.text.length).toBeLessThan(700);
    const known = figures(whole.text);
    expect(figures(short.text).length).toBeGreaterThan(0);
    for (const one of figures(short.text)) expect(known).toContain(one);
  });

  it('keeps them up with a correction, and has it back', async () => {
    await drafted();
    await say('组织部要900字的，还要个局长念的，5分钟');
    await press('就这样，出文件');
    await say('支出那个数念四舍五入');
    expect(await press('八百九十三亿元')).toContain('念“八百九十三亿元”');
    const corrected = await say('支出改成893.31亿元');
    expect(corrected).toContain('3个稿子里这个数在3处');
    expect(corrected).toContain('口语稿5分钟念“八百九十三亿元”，不用动');
    await say('都出新版');
    expect((await newest()).text).toContain('八百九十三亿元');
    await say('再发一份900字版');
    expect((await newest()).text).toContain('893.31亿元');
    await office().restart();
    await say('撤销');
    await say('再发一份900字版');
    expect((await newest()).text).toContain('893.27亿元');
    expect(await press('数字台账')).toContain('数字台账，900字版');
  });
});

describe('while a figure is disputed', () => {
  it('marks every text with it, shows what is open, and calls none of them final', async () => {
    await drafted();
    await say('中心组学习13次');
    expect(await say('还有哪些没定')).toContain('13次');
    expect(await say('还有哪些没核')).toContain('13次');
    expect(await say('定稿')).toMatch(/还不能叫定稿：.*待核1处/u);
    await say('另外要一个1500字的版本，局长上台还要念一个8分钟的');
    const short = await say('把1500字的那个再发我一下');
    expect(short).toContain('待核1处');
    expect((await newest()).name).toMatch(/1500字版，.*待核1处/u);
    await say('再发一份口语稿8分钟');
    expect((await newest()).name).toMatch(/口语稿\d+分钟，.*待核1处/u);
  });
});

describe('the whole', () => {
  it('is shared out, cut to a length that the file has, and had back', async () => {
    expect(await say('全文控制在3000字')).toContain('第一章');
    await drafted();
    const told = await say('压到1200字以内');
    expect(told).toMatch(/压缩：\d+字→1[12]\d\d字/u);
    await say('导出');
    const short = await newest();
    for (const one of ['14次', '163名', '893.27亿元']) expect(short.text).toContain(one);
    await office().restart();
    expect(await press('撤销')).toContain('撤销了：压到1200字');
    await say('导出');
    expect((await newest()).text.length).toBeGreaterThan(short.text.length);
    expect(await say('通读一遍')).toContain('通读');
  });
});
