// Files through the real SDK and the local Feishu: last year's report, tables, a corrected table, a notice, what cannot be read, an outage.
import { afterEach, describe, expect, it } from 'vitest';
import { docxOf, xlsxOf } from '../documents/office-files.ts';
import { type Office, openOffice, wordsOf } from './office.ts';

let office: Office;
afterEach(() => office.close());

const read = (messages: Parameters<typeof wordsOf>[0][]): string => messages.map(wordsOf).join('\n');
const chat = (): string => office.sandbox.chatOf('王芳').id;
const shown = (): string => read(office.sandbox.messages(chat()));

const begin = async () => {
  office = await openOffice();
  await office.say('王芳', '写一份2025年的基层党建述职报告');
};

const lastYears = () =>
  docxOf([
    '! 2024年度党建工作述职报告',
    '2024年，我围绕党纪学习教育这条主线开展工作。',
    '# 一、履职情况',
    '全年开展集体学习12次、专题研讨8个，主题党日96次。一般公共预算总收入712.6亿元。灾后重建资金3.2亿元。',
  ]);

const figures = (name: string, expenditure: number, more: (string | number | null)[][] = []) =>
  xlsxOf({
    name,
    rows: [
      ['财政收支情况表', null, null, null],
      ['单位：万元', null, null, null],
      ['项目', '2025年', '2024年', '增减%'],
      ['一般公共预算总收入', 8126300, 7724600, 5.2],
      ['其中：地方收入', 4613800, 4410900, 4.6],
      ['支出', expenditure, 8597400, expenditure === 8932700 ? 3.9 : 4],
      ...more,
    ],
  });

describe('a file', () => {
  it('of last year is a reference only: compared, told while asking, never a fact; over a restart and back by 撤销', async () => {
    await begin();
    const card = read(await office.sendFile('王芳', '2024年述职报告-定稿.docx', await lastYears()));
    for (const part of ['只当参考，一个数也没记', '党纪学习教育', '今年换成什么', '灾后重建资金3.2亿元', '712.6亿元'])
      expect(card).toContain(part);
    expect(read(await office.say('王芳', '记了什么'))).toContain('还没有记下任何情况');
    await office.restart();
    expect(read(await office.say('王芳', '一个一个问'))).toContain('2024年写的是党纪学习教育');
    await office.say('王芳', '停');
    expect(read(await office.say('王芳', '撤销'))).toContain('当参考');
  });

  it('that nobody can place is asked about, and the sentence after it answers', async () => {
    await begin();
    const asked = read(await office.sendFile('王芳', '情况.docx', await docxOf(['今年集体学习14次。', '支部7个。'])));
    for (const part of ['是做什么用的', '当参考', '是今年的数据', '审一下这份稿子', '还没有记数'])
      expect(asked).toContain(part);
    expect(read(await office.say('王芳', '这是今年的数据'))).toContain('集体学习次数 14次');
    // Said by mistake: what was recorded from it goes again.
    const back = read(await office.say('王芳', '不对，这是去年的'));
    expect(back).toContain('拿掉了');
    expect(read(await office.say('王芳', '记了什么'))).toContain('还没有记下任何情况');
  });

  it('sent before there is a report waits for it', async () => {
    office = await openOffice();
    expect(read(await office.sendFile('王芳', '2024年述职报告.docx', await lastYears()))).toContain('先放着');
    expect(read(await office.say('王芳', '写一份2025年的基层党建述职报告'))).toContain('是做什么用的');
    await office.press('王芳', '当参考');
    expect(shown()).toContain('只当参考，一个数也没记');
  });

  it('with a notice is a task card', async () => {
    await begin();
    const lines = [
      '关于做好2025年度抓基层党建工作述职评议的通知',
      '述职报告控制在3000字以内，问题和打算的篇幅不少于三分之一，1月16日12:00前报市委组织部组织二科，同时报送电子版。',
    ];
    const card = read(await office.sendFile('王芳', '通知.docx', await docxOf(lines)));
    for (const part of ['任务单', '≤3000字', '市委组织部组织二科']) expect(card).toContain(part);
  });

  it('nobody can read is told so, with what to do', async () => {
    await begin();
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(read(await office.sendFile('王芳', '报告.doc', old))).toMatch(/报告\.doc.*另存为 \.docx/);
    expect(read(await office.sendFile('王芳', '空.docx', await docxOf([])))).toContain('里面没有字');
    expect(read(await office.sendFile('王芳', '密.docx', await docxOf(['机密★3年', '某报告。'])))).toContain('密级');
    const path = '/resources/';
    office.sandbox.faults.onCall({ path, fail: { status: 400, code: 234038, msg: 'no' } });
    expect(read(await office.sendFile('王芳', '通知.docx', await docxOf(['x'])))).toContain('没有权限下载');
    // An outage of a moment is waited out and nobody hears of it.
    office.sandbox.faults.onCall({ path, fail: { status: 502, code: 1, msg: 'x' } });
    const late = read(await office.sendFile('王芳', '情况.docx', await docxOf(['今年集体学习14次。'])));
    expect(late).toContain('是做什么用的');
  });
});

describe('a table', () => {
  it('is recorded like a pasted one; the corrected one is one card, taken at once, undone at once', async () => {
    await begin();
    const first = read(await office.sendFile('王芳', '12月快报.xlsx', await figures('a', 8932700)));
    expect(first).toContain('893.27亿元（快报）');
    expect(read(await office.say('王芳', '支出数改了，按这个表为准'))).toContain('把表发来');
    const card = read(
      await office.sendFile(
        '王芳',
        '12月快报-更正.xlsx',
        await figures('a', 8940500, [['留抵退税', 943000, null, null]]),
      ),
    );
    for (const part of ['改数对比：3项', '893.27亿元 → 894.05亿元', '3.9% → 4%', '94.3亿元（新增）', '王芳'])
      expect(card).toContain(part);
    // Nothing is changed before somebody decides.
    expect(read(await office.say('王芳', '支出是多少'))).toContain('893.27亿元');
    await office.restart();
    expect(read(await office.press('王芳', '全部采用'))).toContain('改好了');
    expect(read(await office.say('王芳', '支出是多少'))).toContain('894.05亿元');
    expect(read(await office.say('王芳', '撤销'))).toContain('按更正表改3项');
    const after = read(await office.say('王芳', '记了什么'));
    expect(after).toContain('893.27亿元');
    expect(after).not.toContain('94.3亿元');
  });

  it('pasted under 按这个表为准 is the same card, answered by word, without its unit asked again', async () => {
    await begin();
    await office.sendFile('王芳', '快报.xlsx', await figures('a', 8932700));
    const pasted = '支出数改了，按这个表为准\n项目\t2025年\t2024年\t增减%\n支出\t8940500\t8597400\t4.0';
    expect(read(await office.say('王芳', pasted))).toContain('893.27亿元 → 894.05亿元');
    expect(read(await office.say('王芳', '都不要'))).toContain('一项没改');
    await office.say('王芳', pasted);
    expect(read(await office.say('王芳', '全部采用'))).toContain('894.05亿元');
  });

  it('of another person is for the owner to decide', async () => {
    office = await openOffice();
    const group = office.sandbox.chats().find((one) => one.type === 'group')?.id ?? '';
    const at = { mentionBot: true };
    await office.say('王芳', '写一份2025年的基层党建述职报告', group, at);
    await office.say('陈强', '一般公共预算总收入812.63亿元，支出893.27亿元，都是快报', group, at);
    const table = '按这个表为准\n项目\t2025年（亿元）\n一般公共预算总收入\t812.65\n支出\t894.05';
    const card = read(await office.say('李明', table, group, at));
    for (const part of ['893.27亿元 → 894.05亿元', '原：陈强', '请王芳定']) expect(card).toContain(part);
    await office.press('李明', '全部采用', group);
    expect(read(await office.say('王芳', '支出是多少', group, at))).toContain('893.27亿元');
    await office.press('王芳', '全部采用', group);
    expect(read(await office.say('王芳', '支出是多少', group, at))).toContain('894.05亿元');
  });
});

describe('a forwarded chat record', () => {
  it('comes with its speakers', async () => {
    await begin();
    const group = office.sandbox.chats().find((one) => one.type === 'group')?.id ?? '';
    const said = (who: string, text: string) =>
      office.sandbox.say(group, { as: office.sandbox.people().find((one) => one.name === who)?.id ?? '', text }).id;
    const ids = [said('陈强', '直达资金下达率99.3%'), said('赵敏', '职务晋升9人次')];
    const me = office.sandbox.people().find((one) => one.name === '王芳')?.id ?? '';
    office.sandbox.forward(chat(), me, ids);
    await office.settle();
    expect(shown()).toContain('99.3%');
    expect(shown()).toContain('陈强');
  });
});

describe('a corrected table in a group that gathers for a report', () => {
  it('goes home when it is quoted, and the owner decides there', async () => {
    office = await openOffice();
    const group = office.sandbox.chats().find((one) => one.type === 'group')?.id ?? '';
    const there = (who: string, text: string, more: object = {}) =>
      office.say(who, text, group, { mentionBot: true, ...more });
    await office.say('王芳', '写一份2025年的基层党建述职报告');
    await office.say('王芳', '支出归国库科');
    await there('李明', '这个群给@王芳的述职报告供数');
    await office.press('王芳', '同意', chat());
    await there('陈强', '支出893.27亿元，快报');
    const bytes = await xlsxOf({
      name: 'a',
      rows: [
        ['项目', '2025年（亿元）', '增减%'],
        ['支出', 894.05, 4],
      ],
    });
    await office.sendFile('李明', '更正.xlsx', bytes, group);
    const sent = office.sandbox.messages(group).findLast((one) => one.file);
    const said = read(await there('李明', '支出数改了，按这个表为准', { replyTo: sent?.id }));
    expect(said).not.toContain('894.05');
    expect(shown()).toContain('893.27亿元 → 894.05亿元');
    await office.press('王芳', '全部采用', chat());
    expect(read(await office.say('王芳', '支出是多少'))).toContain('894.05亿元');
  });
});
