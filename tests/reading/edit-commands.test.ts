// What people say to have the report itself changed: structure, words, locks, printed forms. One line of the table is one way of saying it.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/conversation/command.ts';
import type { Spot } from '../../src/conversation/edit-command.ts';
import { formatQuantity } from '../../src/figures/index.ts';
import { readText } from './outlines.ts';

const spot = (one: Spot | undefined): string =>
  one === undefined
    ? ''
    : (one.section ?? (one.point === undefined ? (one.words === '' ? '这' : `?${one.words}`) : `#${one.point}`));

/** A command in a few signs, so that the table stays readable. */
function brief(command: Command): string {
  switch (command.type) {
    case 'restructure': {
      const { change } = command;
      switch (change.type) {
        case 'add_chapter':
          return `+章 ${change.heading}${change.of ? ` ${change.side} ${spot(change.of)}` : ''}`;
        case 'add_point':
          return `+点 ${change.heading} ${change.side} ${spot(change.of)}`;
        case 'remove':
          return `-${change.spots.map(spot).join(',')}`;
        case 'move':
          return `${spot(change.spot)} ${change.side} ${spot(change.of)}`;
        case 'shift':
          return `${spot(change.spot)} ${change.by}`;
        case 'swap':
          return `${change.spots.map(spot).join('<>')}`;
        case 'merge':
          return `${change.spots.map(spot).join('+')}${change.heading ? ` =${change.heading}` : ''}`;
        case 'retitle':
          return `${spot(change.spot)} =${change.heading}`;
        case 'set_length':
          return `${spot(change.spot)} ${change.characters}字`;
      }
      break;
    }
    case 'edit_text': {
      const { edit } = command;
      const where = edit.spot ? `${spot(edit.spot)}: ` : '';
      const which = 'which' in edit && edit.which !== undefined ? ` ${edit.which}` : '';
      if (edit.type === 'replace') return `${where}${edit.find}→${edit.put}${which}`;
      if (edit.type === 'insert') return `${where}${edit.near} ${edit.side} ${edit.put}${which}`;
      return edit.type === 'append' ? `${where}${edit.at} ${edit.put}` : `${where}原话 ${edit.text}`;
    }
    case 'lock':
      return `${command.locked ? '锁' : '开'} ${spot(command.spot)}`;
    case 'print': {
      const { wish, slots, growth } = command;
      const what =
        wish === null
          ? '准数'
          : wish.type === 'form'
            ? formatQuantity(wish.quantity)
            : wish.type === 'places'
              ? `${wish.places}位`
              : wish.type === 'word'
                ? `${wish.from}→${wish.to}`
                : wish.type;
      return `写 ${growth ? '增幅' : slots.join(',')} ${what}`;
    }
  }
  return command.type;
}

const structure: [string, ...string[]][] = [
  ['加一章“以案促改、以案促治”', '+章 以案促改、以案促治'],
  ['再加一章，叫数字财政建设', '+章 数字财政建设'],
  ['麻烦在第二章后面加一章“作风建设”，谢谢', '+章 作风建设 after organization'],
  ['加一章“作风建设”，放在第一章前面', '+章 作风建设 before thought'],
  ['第二章后面加一点“党员教育管理”', '+点 党员教育管理 after organization'],
  ['第二章加一条“机关文化”', '+点 机关文化 after organization'],
  ['第二章下面再加一条，讲安全生产', '+点 安全生产 after organization'],
  ['在第二章第1点后面加一点“抓好换届”', '+点 抓好换届 after responsibility'],
  ['删掉第三章第2点', '-supervision'],
  ['第三章删掉第一点', '-culture'],
  ['第一章里把第四点删了', '-ideology'],
  ['第二部分不要第三条了', '-cadres'],
  ['第三章删掉第一点和第二点', '-culture,supervision'],
  ['第三章第2点不要了', '-supervision'],
  ['把第三章整个删掉', '-integrity'],
  ['把第二章第2点删掉行吗', '-branches'],
  ['最后一章删掉', '-plans'],
  ['廉政文化那一点删了吧', '-?廉政文化那一点'],
  ['第三条第四条合并，标题改成“以案促改、以案促治”', '#3+#4 =以案促改、以案促治'],
  ['第三条第四条合成一条，标题“以案促改、以案促治”', '#3+#4 =以案促改、以案促治'],
  ['三四条合并，换个标题', '#3+#4'],
  ['第三章第1、2点合并', 'culture+supervision'],
  ['第三章第2点并到第1点里', 'culture+supervision'],
  ['合并第一章第1点和第2点，标题用学思践悟', 'education+theory =学思践悟'],
  ['第2章第1条和第2条合到一起叫“固本强基”', 'responsibility+branches =固本强基'],
  ['把第四章挪到第二章前面', 'integration before organization'],
  ['第四章移到最前面', 'integration -99'],
  ['倒数第二章挪到最后', 'last_year 99'],
  ['第三章第2点挪到第二章', 'supervision inside organization'],
  ['第二章第3点放到第1点前面', 'cadres before responsibility'],
  ['第三章第2点往上挪一位', 'supervision -1'],
  ['第一章和第二章换一下顺序', 'thought<>organization'],
  ['把第二章第1点和第三章第2点对调', 'responsibility<>supervision'],
  ['第二章标题改成“建强战斗堡垒”', 'organization =建强战斗堡垒'],
  ['第二章标题改成突出强基固本，建强战斗堡垒', 'organization =突出强基固本，建强战斗堡垒'],
  ['（二）改叫“建强战斗堡垒”', 'organization =建强战斗堡垒'],
  ['（二）2的标题改成“支部建设”', 'branches =支部建设'],
  ['请把第三章第二条的小标题换成：从严管理', 'supervision =从严管理'],
  ['第二章第1点改叫压实责任', 'responsibility =压实责任'],
  ['意识形态那段标题改成“守好阵地”', 'ideology =守好阵地'],
  ['报告标题改成“述职报告”', 'title =述职报告'],
  ['第一章控制在800字', 'thought 800字'],
  ['第一章八百字左右', 'thought 800字'],
  ['第二章第1点200字以内', 'responsibility 200字'],
  ['加一章', '+章 '],
  ['3、4条合并成一条，题目改为“以案促改”', '#3+#4 =以案促改'],
  ['第二章第二点跟第三点合到一块儿', 'branches+cadres'],
  ['二、三两点合并', '#2+#3'],
  ['第二点并入第一点', '#1+#2'],
  ['再添一点：“抓实青年工作”', '+点 抓实青年工作 undefined 这'],
  ['第一章前面加一章，标题叫总体情况', '+章 总体情况 before thought'],
  ['第二章压到500字', 'organization 500字'],
  ['删（二）3', '-cadres'],
  ['第三章提到第二章前面', 'integrity before organization'],
  ['第一章的标题换一个'],
  ['第二章再加一条', '+点  undefined organization'],
  ['第一章所有内容删掉', '-thought'],
];

const edits: [string, ...string[]][] = [
  ['把第二章第1点里的‘层层压实’改成‘逐级压实’', 'responsibility: 层层压实→逐级压实'],
  ['把“取得显著成效”改成“取得积极成效”', '取得显著成效→取得积极成效'],
  ['“显著”都改成“明显”', '显著→明显 all'],
  ['全文里“财政局”都换成“我局”', '财政局→我局 all'],
  ['把第二章里的层层压实责任改成逐级压实责任', 'organization: 层层压实责任→逐级压实责任'],
  ['第三段末尾加一句‘全年开展廉洁谈话63人次’', '#3: end 全年开展廉洁谈话63人次'],
  [
    '末尾加一句“全年开展廉洁谈话63人次，其中对新提任干部谈话12人次”',
    '这: end 全年开展廉洁谈话63人次，其中对新提任干部谈话12人次',
  ],
  ['第二章第2点最后加一句：支部活力明显增强。', 'branches: end 支部活力明显增强'],
  ['结尾加一句“以上报告，请审议。”', 'closing: end 以上报告，请审议。'],
  ['第二章第1点开头加一句“坚持第一责任。”', 'responsibility: start 坚持第一责任。'],
  ['在“压实责任”后面加上“层层传导压力”', '压实责任 after 层层传导压力'],
  ['删掉‘取得显著成效’', '取得显著成效→'],
  ['删掉取得显著成效', '取得显著成效→'],
  ['把“取得显著成效”这句删掉', '取得显著成效→'],
  ['第二章里的“取得显著成效”去掉', 'organization: 取得显著成效→'],
  ['把所有的“显著”都删掉', '显著→ all'],
  [
    '第三条第四条合成一条，标题“以案促改、以案促治”。删掉“取得显著成效”。末尾加一句“全年谈话63人次”',
    '#3+#4 =以案促改、以案促治',
    '取得显著成效→',
    '这: end 全年谈话63人次',
  ],
  ['把第二章第1点里的“坚持‘一岗双责’”改成“落实‘一岗双责’”', 'responsibility: 坚持‘一岗双责’→落实‘一岗双责’'],
];

const body = '我局党组坚持把党建工作摆在首位，全年研究党建工作12次。';
const pasted: [string, ...string[]][] = [
  [`第二章第1点我改好了，用我这个，一字不许改：“${body}”`, `responsibility: 原话 ${body}`],
  [`第二章第1点这样写，不要动：${body}`, `responsibility: 原话 ${body}`],
  [`第二章第1点就用我这段，一个字别动：${body}`, `responsibility: 原话 ${body}`],
  [`第二章第1点照抄下面这段：\n${body}\n第二段也在这里。`, `responsibility: 原话 ${body}\n第二段也在这里。`],
  [`起草吧，第三章用我下面这段原话，一个字别动\n${body}`, `integrity: 原话 ${body}`, 'draft'],
  [`${body}\n这段放在第二章第1点，一个字别动`, `responsibility: 原话 ${body}`],
  [`第二章第1点用“${body}”，一字不改`, `responsibility: 原话 ${body}`],
  [`问题部分用我下面这段原话，一个字别动：${body}`, `problems: 原话 ${body}`],
  [`没有的那块用我下面这段原话，一个字别动：${body}`, `?没有的那块: 原话 ${body}`],
  [`第二章第1点改成“${body}”`, `responsibility: 原话 ${body}`],
  [`第二章第1点换成下面这段：${body}（一个字别动）`, `responsibility: 原话 ${body}`],
];

const locks: [string, ...string[]][] = [
  ['锁定第二章', '锁 organization'],
  ['第二章锁一下', '锁 organization'],
  ['第二章第1点别动了', '锁 responsibility'],
  ['这段锁住', '锁 这'],
  ['第二章第1点一个字别动', '锁 responsibility'],
  ['解锁第二章', '开 organization'],
  ['第二章可以解锁了', '开 organization'],
  ['解锁', '开 这'],
  ['解锁全部', '开 这'],
  ['别改第二章', '锁 organization'],
  ['第一章和第二章锁定', '锁 thought', '锁 organization'],
];

const prints: [string, ...string[]][] = [
  ['地方收入写460余亿，增幅别写了，局长不想太扎眼', '写 local_revenue 460余亿', '写 local_revenue_growth omit'],
  ['地方收入写460余亿', '写 local_revenue 460余亿'],
  ['地方收入写约数', '写 local_revenue about'],
  ['地方收入写个约数就行', '写 local_revenue about'],
  ['地方收入保留一位小数', '写 local_revenue 1位'],
  ['总收入写到小数点后一位', '写 total_revenue 1位'],
  ['地方收入写461.4亿元', '写 local_revenue 1位'],
  ['地方收入取整', '写 local_revenue 0位'],
  ['增幅不写', '写 增幅 omit'],
  ['总收入的增幅不写', '写 total_revenue_growth omit'],
  ['集体学习不写了', '写 study_sessions omit'],
  ['用“多”不用“余”', '写  余→多'],
  ['“余”都改成“多”', '写  余→多'],
  ['别用余，用多', '写  余→多'],
  ['适老化改造用多不用余', '写 home_renovations 余→多'],
  ['地方收入还是写准数吧', '写 local_revenue 准数'],
  ['集体学习就写“10多次”吧', '写 study_sessions 10多次'],
  ['地方收入不写准数，写约数', '写 local_revenue about'],
  ['地方收入就说460多亿', '写 local_revenue 460多亿'],
];
const recorded = {
  local_revenue: '461.38亿元',
  local_revenue_growth: '4.6%',
  total_revenue: '812.63亿元',
  total_revenue_growth: '5.2%',
  home_renovations: '3600余户',
  study_sessions: '12次',
};

it('leaves one figure of a place out, and takes no wish about its words for one', async () => {
  expect(await heard('第一章第2点 别写集体学习那个', recorded)).toEqual([expect.stringContaining('study_sessions')]);
  const [command] = (await readText({ text: '第一章第2点 别写集体学习那个', recorded })).commands;
  expect(command).toEqual({ type: 'print', slots: ['study_sessions'], wish: { type: 'omit' } });
  expect(await heard('第一章第2点别写套话', recorded)).toEqual(['rewrite']);
});
it('takes a short closing sentence, an earlier version, a ledger as people ask for them', async () => {
  const put = '以上报告，请各位领导批评。';
  const { commands } = await readText(`最后一段改成：${put}`);
  expect(commands).toMatchObject([{ type: 'edit_text', edit: { type: 'take_text', text: put } }]);
  for (const said of ['还是第一稿好', '还是第1版写得好一些'])
    expect((await readText(said)).commands).toMatchObject([{ type: 'restore_version', which: 1 }]);
  expect((await readText('还是上一版好')).commands).toMatchObject([{ type: 'restore_version', which: 'previous' }]);
  expect((await readText('台账也要')).commands).toEqual([{ type: 'compile', as: 'ledger' }]);
});

/** What must go on being what it was: rewrites, corrections, facts, looks. */
const others: [string, ...string[]][] = [
  ['第二章第2点太虚了，写实一点', 'rewrite'],
  ['第二部分第二点精炼些', 'rewrite'],
  ['第三章第2点删掉一些套话', 'rewrite'],
  ['帮我重写第二章第1点', 'rewrite'],
  ['第二章加点具体内容', 'rewrite'],
  ['第二章加一点具体内容', 'rewrite'],
  ['看第二章', 'show'],
  ['起草第二章', 'draft'],
  ['党课不写', 'not_applicable'],
  ['删掉党课', 'withdraw_fact'],
];
const figures = ['党课改成14次', '地方收入462亿', '地方收入改成460余亿', '地方收入写465亿'];

const cases = (rows: [string, ...string[]][]) => rows.map(([said, ...wanted]) => ({ said, wanted }));
const heard = async (text: string, facts: Record<string, string> = {}) =>
  (await readText({ text, recorded: facts })).commands.map(brief);

describe('structure', () => {
  it.each(cases(structure))('$said', async ({ said, wanted }) => expect(await heard(said)).toEqual(wanted));
});
it('keeps 撤销 before what follows it, and 导出 after', async () => {
  expect(await heard('撤销，第二章改叫“建强组织”，然后导出')).toEqual(['undo', 'organization =建强组织', 'compile']);
  expect(await heard('删掉第三章第2点，撤销')).toEqual(['-supervision', 'undo']);
});
describe('words', () => {
  it.each(cases([...edits, ...pasted]))('$said', async ({ said, wanted }) => {
    const reading = await readText(said);
    expect(reading.commands.map(brief)).toEqual(wanted);
    // What is to stand in the report is nobody's fact.
    expect([reading.facts, reading.asks]).toEqual([[], []]);
  });
  it.each([
    ['第二章加一点，叫“红色文物保护”，写：新公布革命文物9处，维修资金320万元', '红色文物保护', '#-1'],
    ['第三章里加一条“阵地建设”，内容是：建成活动室11个。', '阵地建设', '#-1'],
    ['第二章第1点后面加一点，标题叫“支部结对”\n内容：结对支部8个。', '支部结对', '#2'],
  ])('%s', async (said, heading, place) => {
    const { commands, facts, asks, rest } = await readText(said);
    const [add, text] = commands;
    expect(add).toMatchObject({ type: 'restructure', change: { type: 'add_point', heading } });
    const put = said.split(/[：:]/u).at(-1);
    expect(text).toMatchObject({ type: 'edit_text', edit: { type: 'take_text', text: put } });
    const at = text?.type === 'edit_text' && text.edit.type === 'take_text' ? text.edit.spot.point : undefined;
    expect(`#${at}`).toBe(place);
    expect([facts, asks, rest]).toEqual([[], [], '']);
  });
  it('asks for the words when only the wish was sent', async () => {
    expect(await heard('第二章第1点用我下面这段原话，一个字别动')).toEqual(['responsibility: 原话 ']);
  });
});
describe('locks', () => {
  it.each(cases(locks))('$said', async ({ said, wanted }) => expect(await heard(said)).toEqual(wanted));
});
describe('printed forms', () => {
  it.each(cases(prints))('$said', async ({ said, wanted }) => expect(await heard(said, recorded)).toEqual(wanted));
  it('is no wish where nothing is recorded: 地方收入写460余亿 tells a value', async () => {
    const { commands, facts } = await readText('地方收入写460余亿');
    expect([commands, facts.map((fact) => fact.value)]).toEqual([[], ['460余亿元']]);
  });
});
describe('what is none of it', () => {
  it.each(cases(others))('$said', async ({ said, wanted }) => expect(await heard(said)).toEqual(wanted));
  it.each(figures)('%s is about a value', async (said) => {
    const { commands, facts, asks } = await readText({ text: said, recorded });
    expect(commands).toEqual([]);
    expect(facts.length + asks.length).toBe(1);
  });
  it('is not heard without a report or in a long notice', async () => {
    const notice = `关于报送述职报告的通知\n${'各单位要高度重视，认真组织。'.repeat(5)}\n述职报告控制在3000字以内，第一章控制在800字，1月16日前报送。`;
    expect((await readText(notice)).commands.filter((one) => one.type === 'restructure')).toEqual([]);
  });
});
