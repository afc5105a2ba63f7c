// The report is theirs: restructured, edited word for word, locked and printed as wished in chat, and so it stands in the Word file.
import mammoth from 'mammoth';
import { afterEach, describe, expect, it } from 'vitest';
import { partyBuilding } from './conversations.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const say = async (text: string): Promise<string> => (await office.say('王芳', text)).map(wordsOf).join('\n');
const press = async (text: string): Promise<string> => (await office.press('王芳', text)).map(wordsOf).join('\n');

/** The paragraphs of the exported file. */
async function exported(): Promise<string[]> {
  await say('导出');
  const { bytes } = office.newestFile(office.sandbox.chatOf('王芳').id);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.split('\n').filter((line) => line !== '');
}
const headings = (lines: string[]): string[] => lines.filter((line) => /^[一二三四五六七八九十]+、/u.test(line));
const paragraph = (lines: string[], words: string): string => lines.find((line) => line.includes(words)) ?? '';

async function drafted(): Promise<string[]> {
  office = await openOffice();
  for (const message of partyBuilding.messages) await office.say('王芳', message);
  await say('起草');
  return exported();
}

describe('the outline', () => {
  it('is changed as one says it, numbered anew, and given back step by step', async () => {
    const before = await drafted();
    await say('看第三章');
    expect(await say('第二条第三条合并，标题改成“以案促改、以案促治”')).toContain('合成一处');
    expect(await say('把第四章挪到第二章前面')).toContain('现在是第二章');
    expect(await say('第一章标题改成“筑牢思想根基”')).toContain('→“筑牢思想根基”');
    expect(await say('第三章第3点不要了')).toContain('无处落脚');
    await press('不要了');
    await say('加一章“数字财政建设”，放在第二章后面');
    await say('数字财政建设：建成一体化平台，推动办事流程线上运行');
    await say('起草第三章');

    const after = await exported();
    expect(headings(after).slice(0, 3)).toEqual([
      '一、筑牢思想根基',
      headings(before)[3]?.replace('四、', '二、'),
      '三、数字财政建设',
    ]);
    expect(after.join('')).toContain('建成一体化平台，推动办事流程线上运行');
    // Joined word for word, in order, under one mark.
    const two = ['从严从实管理监督干部', '锲而不舍纠治“四风”'].map((title) =>
      paragraph(before, title).replace(/^.*?。/u, ''),
    );
    expect(paragraph(after, '以案促改、以案促治')).toBe(`二是以案促改、以案促治。${two.join('')}`);
    expect(after.join('')).not.toContain('用心抓好干部培养');

    for (let step = 0; step < 8; step++) await say('撤销');
    expect(await exported()).toEqual(before);
  });
});

describe('words', () => {
  it('go in exactly, are kept from machines, and follow the record only where they print it', async () => {
    const before = await drafted();
    const own = '我局党组把党建摆在首位，研究党建10余次，细化任务23项，走访支部{全部}7个。';
    expect(await say(`第二章第1点就用我这段，一个字别动：${own}`)).toContain('一字未动');
    await press('只在文中');
    const [old] = /集体学习12次/u.exec(before.join('')) ?? [];
    expect(await say(`把第一章里的“${old}”改成“集中学习12次”`)).toContain('→“集中学习12次”');
    await say('锁定第三章');
    expect(await say('起草')).toMatch(/手写的，没有动.*锁着，没有动/su);
    await say('集体学习改成15次');
    const after = await exported();
    expect(after).toContain(`一是层层压实党建责任。${own}`);
    expect(after.join('')).toContain('集中学习15次');
    const third = (lines: string[]): string[] =>
      lines.slice(lines.indexOf(headings(lines)[2] ?? ''), lines.indexOf(headings(lines)[3] ?? ''));
    expect(third(after)).toEqual(third(before));
    expect(await say('重写第三章第1点')).toContain('锁着');
    expect(await press('解锁第三章第1点')).toContain('解锁了');
    expect(await say('重写第二章第1点')).toContain('手写');
  });
});

describe('figures', () => {
  it('are printed as wished where that is true, and left out where that is wished', async () => {
    office = await openOffice();
    for (const message of partyBuilding.messages.slice(0, 2)) await office.say('王芳', message);
    await say(
      '全市一般公共预算总收入812.63亿元，增长5.2%，其中地方一般公共预算收入461.38亿元，增长4.6%；支出893.27亿元，增长3.9%',
    );
    await say('起草第四章');
    expect(await say('地方收入写470余亿')).toContain('不符');
    expect(await say('地方收入写460余亿，增幅别写了，局长不想太扎眼')).toMatch(/460余亿元.*增幅不写/su);
    await say('支出保留一位小数');
    const text = (await exported()).join('');
    expect(text).toContain('460余亿元');
    expect(text).toContain('893.3亿元');
    expect(text).not.toMatch(/461\.38|4\.6%/u);
    expect(await say('记了什么')).toMatch(/461\.38亿元，正文写“460余亿元”.*4\.6%，正文不写/su);
    expect(await say('还缺什么')).not.toContain('地方收入增幅');
    await say('地方收入改成472.5亿元');
    expect((await exported()).join('')).toContain('470余亿元');
  });
});
