// Commands: short ones and free speech, sections by place, and what must not be taken for a command.
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/conversation/state.ts';
import { readCommands } from '../../src/reading/commands.ts';
import type { ReadRequest } from '../../src/reading/port.ts';
import { outlines, partyBuilding } from './outlines.ts';

function request(change: Partial<ReadRequest> = {}): ReadRequest {
  return {
    text: '',
    report: { outline: partyBuilding, year: 2025, facts: {} },
    asked: null,
    kinds: outlines.map(({ kind, name, aliases }) => ({ kind, name, aliases })),
    reports: [
      { id: 'r1', name: partyBuilding.name, year: 2025 },
      { id: 'r2', name: '部门年度工作总结', year: 2025 },
      { id: 'r3', name: partyBuilding.name, year: 2024 },
    ],
    thisYear: 2026,
    ...change,
  };
}

const read = (text: string, change: Partial<ReadRequest> = {}) => readCommands(text, request(change)).commands;
const withoutReport = (): ReadRequest => {
  const { report: _, ...rest } = request();
  return { ...rest, reports: [] };
};

describe('short commands', () => {
  it.each([
    ['help', ['帮助', '怎么用', '怎么用啊？', '你能做什么', 'help', '？']],
    ['show_missing', ['还缺什么', '缺哪些', '还差啥呢', '麻烦看下还差哪些数', '还有哪些没填']],
    ['show_progress', ['到哪了', '进度', '现在到哪一步了', '看看进度', '写完了吗']],
    ['show_facts', ['看看已记的', '都记了哪些', '你记了什么', '看看台账']],
    ['ask_next', ['下一个', '继续问', '接着问吧', '继续']],
    ['skip', ['跳过', '先不填', '这个先放一放', '回头再说', '还没统计']],
    ['not_applicable', ['不适用', '没有这项', '我们没有这个工作', '不涉及']],
    ['stop', ['停', '停一下', '别写了', '先停']],
    ['undo', ['撤销', '撤回上一步', '还原', '恢复上一版', '退回上一版']],
    ['compile', ['导出', '出稿', '生成Word', '发我文档', '定稿。', '导出word文档', '把报告发我']],
    ['start_over', ['重新开始', '清空重来', '从头再来']],
    ['list_reports', ['有哪些报告', '我的报告', '看看所有报告']],
    ['confirm', ['是的', '对', '嗯，对', '没错', '好的', '都对', '就这样吧']],
    ['cancel', ['不要', '取消', '算了', '不用了谢谢', '不对']],
  ])('%s', (type, said) => {
    for (const text of said) expect([text, read(text).map((one) => one.type)]).toEqual([text, [type]]);
  });
});

describe('starting', () => {
  it.each([
    ['写一份2023年的基层党建述职报告', { kind: 'party-building', year: 2023 }],
    ['帮我写去年的年度工作总结', { kind: 'annual-summary', year: 2025 }],
    ['二〇二三年党建述职', { kind: 'party-building', year: 2023 }],
    ['开始', {}],
    ['我要写报告', {}],
  ])('%s', (text, wanted) => {
    expect(readCommands(text, withoutReport()).commands).toEqual([{ type: 'start_report', ...wanted }]);
  });

  it('takes the kind or the year when asked for it', () => {
    const kind: Asked = { type: 'choose_kind', year: 2023 };
    expect(read('党建述职的', { asked: kind })).toEqual([{ type: 'start_report', kind: 'party-building', year: 2023 }]);
    const year: Asked = { type: 'choose_year', kind: 'annual-summary' };
    expect(read('2024年', { asked: year })).toEqual([{ type: 'start_report', kind: 'annual-summary', year: 2024 }]);
    expect(read('今年的', { asked: year })).toEqual([{ type: 'start_report', kind: 'annual-summary', year: 2026 }]);
  });

  it('switches to a report there is, and lists them when it is not clear which', () => {
    expect(read('切换到年度工作总结')).toEqual([{ type: 'switch_report', report: 'r2' }]);
    expect(read('切换到2024年的党建述职')).toEqual([{ type: 'switch_report', report: 'r3' }]);
    expect(read('切换到党建述职报告')).toEqual([{ type: 'list_reports' }]);
  });
});

describe('places', () => {
  it.each([
    ['起草第一章', { type: 'draft', section: 'thought' }],
    ['写第4部分', { type: 'draft', section: 'integration' }],
    ['起草', { type: 'draft', section: 'all' }],
    ['把全文写出来', { type: 'draft', section: 'all' }],
    ['看看结尾', { type: 'show', section: 'closing' }],
    ['给我看看第二部分', { type: 'show', section: 'organization' }],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual([wanted]);
  });

  it.each([
    ['第二部分第三点精炼些', 'cadres'],
    ['（二）2太虚了', 'branches'],
    ['(二)2 改短', 'branches'],
    ['二（三）展开写写', 'cadres'],
    ['二、3改短一点，突出培训', undefined],
    ['第三章重写', 'integrity'],
    ['第四章的开头再实一点', partyBuilding.chapters[3]?.lead?.id],
    ['开头写正式些', 'opening'],
    ['意识形态那段别那么多套话', 'ideology'],
    ['这一段太长了', undefined],
    ['重写', undefined],
  ])('rewrites where %s says', (text, section) => {
    const [command] = read(text);
    if (text.startsWith('二、3')) return expect(command === undefined || command.type === 'rewrite').toBe(true);
    expect(command).toEqual({ type: 'rewrite', ...(section ? { section } : {}), instruction: text });
  });

  it('names a place that is not there by its own words', () => {
    expect(read('第九章重写')).toEqual([{ type: 'rewrite', section: '第九章', instruction: '第九章重写' }]);
  });

  it('takes the whole instruction, up to the next command or sentence', () => {
    expect(read('（二）2，太虚了，说说局长自己干了啥。导出Word')).toEqual([
      { type: 'rewrite', section: 'branches', instruction: '（二）2，太虚了，说说局长自己干了啥' },
      { type: 'compile' },
    ]);
  });
});

describe('choices', () => {
  const asks: Asked = { type: 'asks', report: 'r1', sourceEvent: 'm', asks: [] };
  it.each([
    ['第二个', 2],
    ['选1', 1],
    ['2', 2],
    ['B', 2],
    ['第三项吧', 3],
  ])('%s', (text, choice) => {
    expect(read(text, { asked: asks })).toEqual([{ type: 'choose', choice }]);
  });

  it('is a number, not a choice, where a figure was asked for', () => {
    expect(read('2', { asked: { type: 'slot', slot: 'party_days', report: 'r1' } })).toEqual([]);
  });
});

describe('no commands', () => {
  it.each([
    '谢谢',
    '你好',
    '收到👍',
    '[微笑]',
    '集体学习12次',
    '党课改成14次',
    '领导说要突出亮点',
    '重写轻讲的问题还存在，导出数据不规范的情况也有',
    '明天下午3点开会讨论报告',
    '',
    '　',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('are heard in an answer in words', () => {
    const asked: Asked = { type: 'slot', slot: 'problem_list', report: 'r1' };
    expect(read('一是学习不够；二是重写轻改，三是导出不及时', { asked })).toEqual([]);
    expect(read('跳过', { asked })).toEqual([{ type: 'skip' }]);
  });
});

// A pattern that looks back and forth without end would not come back at all.
it('comes to an end over 10,000 characters and over one endless clause', { timeout: 60_000 }, () => {
  for (const text of ['这一段'.repeat(3400), '！'.repeat(10_000), '帮我'.repeat(5000), ' '.repeat(10_000)])
    expect(read(text)).toBeInstanceOf(Array);
});
