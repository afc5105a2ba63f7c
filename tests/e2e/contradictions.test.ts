// Figures that contradict each other, through the real bot: asked about with both sources, settled, kept over a restart, named beside the file.
import { afterEach, describe, expect, it } from 'vitest';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const heard = async (answers: Promise<{ id: string }[]>) =>
  (await answers).map((one) => wordsOf(one as never)).join('\n');
const say = (text: string) => heard(office.say('王芳', text));
const press = (text: string) => heard(office.press('王芳', text));
const fileName = () => office.newestFile(office.sandbox.chatOf('王芳').id).name;
/** The card as it stands now, after presses. */
const cardWith = (text: string) =>
  office.sandbox
    .messages(office.sandbox.chatOf('王芳').id)
    .map(wordsOf)
    .findLast((words) => words.includes(text)) ?? '';

async function telling(...messages: string[]): Promise<string> {
  office = await openOffice();
  await say('写一份2023年的基层党建述职报告');
  let last = '';
  for (const message of messages) last = await say(message);
  return last;
}

describe('refunds beyond the total, and one figure for two scopes', () => {
  const relief = ['全年退税减税降费合计70余亿元', '其中办理留抵退税110亿元，新增减税降费70余亿元'] as const;

  it('are asked about on one card, with both values and in whose words, across messages', async () => {
    const card = await telling(...relief);
    expect(card).toContain('有2处请你定');
    expect(card).toMatch(/留抵退税额 110亿元（王芳.*“其中办理留抵退税110亿元”）/);
    expect(card).toMatch(/退税减税降费合计 70余亿元（王芳.*“全年退税减税降费合计70余亿元”）/);
    expect(card).toMatch(/新增减税降费 70余亿元（王芳.*“新增减税降费70余亿元”）/);
  });

  it('a total in question is what 合计改成… means, though only half its name is said', async () => {
    await telling('留抵退税61.2亿元，退税减税降费合计55亿元');
    expect(await say('合计改成117.4亿元')).toContain('退税减税降费合计（现为55亿元）');
  });

  it('once settled are not asked about again, also after a restart, and are named with the file', async () => {
    await telling(...relief);
    expect(await press('口径不同，就这样')).toContain('口径怎么不同');
    expect(await say('合计里不含留抵退税')).toContain('口径说明记下了：“合计里不含留抵退税”');
    await office.restart();
    expect(await say('集体学习12次，围绕12个专题')).not.toContain('请你定');
    const missing = await say('还缺什么');
    expect(missing).toContain('对不上的数（1处）');
    await say('起草第四章');
    const delivered = await say('导出');
    expect(fileName()).toContain('待核1处');
    expect(delivered).toContain('待核1处，定稿前请核对');
    expect(delivered).toContain('（说明：合计里不含留抵退税）');
  });

  it('go when a figure is put right, and come back with 撤销', async () => {
    await telling(...relief);
    expect(await press('改退税减税降费合计')).toContain('退税减税降费合计现在是70余亿元');
    expect(await say('180余亿元')).toContain('70余亿元→180余亿元');
    expect(cardWith('留抵退税比退税减税降费合计还多')).toContain('都定好了');
    await say('起草第四章');
    await say('导出');
    expect(fileName()).not.toContain('待核');
    await say('撤销');
    await say('撤销');
    await say('起草第四章');
    await say('导出');
    expect(fileName()).toContain('待核2处');
  });
});

describe('figures that follow from others', () => {
  it('are counted, printed like any, told where they come from, and asked about when another is said', async () => {
    await telling('全市一般公共预算总收入700亿元，是决算数');
    await say('还缺什么');
    expect(await press('算总收入增幅')).toContain('上年的总收入是多少');
    expect(await say('644亿元')).toContain('总收入（上年） 644亿元');
    expect(await say('总收入增幅怎么算的')).toContain('（一般公共预算总收入－总收入（上年））÷总收入（上年）×100');
    expect(await say('起草第四章')).toContain('同比增长8.7%');
    expect(await say('总收入同比增长7.8%')).toContain('总收入增幅按其他数算出来是增长8.7%，哪个要改？');
  });
});

describe('快报', () => {
  it('is asked about once, by word or press, and named with the file', async () => {
    const asked = await telling('全市一般公共预算总收入700亿元，支出756亿元');
    expect(asked).toContain('一般公共预算总收入、一般公共预算支出这2个数是快报还是决算？');
    expect(await say('快报')).toContain('记为快报');
    expect(await say('总收入哪来的')).toContain('一般公共预算总收入 700亿元（快报，全市）');
    await say('起草第四章');
    expect(await say('导出')).toContain('快报数2个');
  });
});

describe('what fits nowhere', () => {
  it('gets a place of its own in this report, and is told in its text', async () => {
    const asked = await telling('各支部还开展了志愿服务18场');
    expect(asked).toContain('新增“志愿服务”（第二章第2点）');
    expect(asked).toContain('都不是，放素材');
    expect(await press('新增“志愿服务”（第二章第2点）')).toContain('新增一项：志愿服务 18场');
    expect(await say('志愿服务改成20场')).toContain('18场→20场');
    expect(await say('起草第二章')).toContain('志愿服务20场。');
  });
});
