// Who gives what, as people say it; and what sounds like it and is something else.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/conversation/command.ts';
import { readOwn } from '../../src/reading/own-reader.ts';
import { requestFrom } from '../../src/reading/trial.ts';
import { outlines, partyBuilding } from './outlines.ts';

function read(text: string, more: { supplyShown?: boolean; offices?: string[] } = {}) {
  const request = requestFrom(partyBuilding, outlines, { text, thisYear: 2026 });
  const report = request.report && { ...request.report, offices: more.offices ?? [] };
  return readOwn({
    ...request,
    ...(report ? { report } : {}),
    ...(more.supplyShown ? { asked: { type: 'supply', report: 'r' } as const } : {}),
  }).reading;
}

const labelsOf = (command: Command | undefined): string[] =>
  command?.type === 'assign_supply'
    ? command.slots.map((id) => partyBuilding.slots.find((slot) => slot.id === id)?.label ?? id)
    : [];

describe('dividing', () => {
  it.each([
    ['留抵退税归税政', '税政', ['留抵退税额']],
    ['税政科负责减税那几项', '税政科', ['新增减税降费', '退税减税降费合计']],
    ['把稳岗返还资金和技能培训人次给社保科', '社保科', ['技能培训人次', '稳岗返还资金']],
    ['收入那几项由预算科报', '预算科', ['一般公共预算总收入', '总收入增幅', '地方收入', '地方收入增幅']],
  ])('%s', (text, office, labels) => {
    const [command] = read(text).commands;
    expect(command).toMatchObject({ type: 'assign_supply', office });
    expect(labelsOf(command)).toEqual(labels);
  });

  it('takes offices and their people in a list', () => {
    const people = read('人事股是赵敏，财务股陈强，机关党委李明').commands;
    expect(people.map((one) => one.type === 'name_supplier' && [one.office, one.name])).toEqual([
      ['人事股', '赵敏'],
      ['财务股', '陈强'],
      ['机关党委', '李明'],
    ]);
    expect(read('财务股陈强说支出多了').commands).toEqual([]);
  });

  it('takes a whole chapter, and the rest', () => {
    const [chapter] = read('第四章归国库科').commands;
    expect(labelsOf(chapter).length).toBeGreaterThan(3);
    expect(read('其余归办公室').commands).toMatchObject([{ type: 'assign_supply', office: '办公室', rest: true }]);
  });

  it('hears by when, of the office just named', () => {
    expect(read('稳岗归社保科，周四前报').commands).toMatchObject([
      { type: 'assign_supply', office: '社保科' },
      { type: 'supply_due', office: '社保科', due: { weekday: 4 } },
    ]);
  });

  it('says what named nothing', () => {
    expect(read('天上的星星归税政科').commands).toMatchObject([
      { type: 'assign_supply', slots: [], words: '天上的星星' },
    ]);
  });

  it('hears several things of one message', () => {
    const { commands, rest } = read('留抵退税归税政。时间都写周三下班前。发', { supplyShown: true });
    expect(commands.map((one) => one.type)).toEqual(['assign_supply', 'supply_due', 'send_supply']);
    expect(commands[1]).toMatchObject({ due: { weekday: 3, hour: 17, minute: 30 } });
    expect(rest).toBe('');
  });
});

describe('commands', () => {
  it.each<[string, object]>([
    ['帮我列个要数清单，分科室', { type: 'show_supply' }],
    ['供数分工', { type: 'show_supply' }],
    ['国库科：李明', { type: 'name_supplier', office: '国库科', name: '李明' }],
    ['@李明 负责国库科那几项', { type: 'name_supplier', office: '国库科', name: '李明' }],
    ['国库科由@欧阳静报', { type: 'name_supplier', office: '国库科', name: '欧阳静' }],
    ['我是国库科的', { type: 'join_office', office: '国库科' }],
    ['我是国库科的李明', { type: 'join_office', office: '国库科' }],
    ['国库科写周四前', { type: 'supply_due', office: '国库科', due: { weekday: 4 } }],
    ['都写1月14日17点前', { type: 'supply_due', due: { month: 1, day: 14, hour: 17 } }],
    ['发给大家', { type: 'send_supply' }],
    ['把表单发给国库科', { type: 'send_supply', office: '国库科' }],
    ['谁还没报', { type: 'supply_status', about: 'late' }],
    ['还有哪些科室没报？', { type: 'supply_status', about: 'late' }],
    ['各科室都报齐了吗', { type: 'supply_status', about: 'late' }],
    ['还差谁', { type: 'supply_status', about: 'late' }],
    ['谁没交呢', { type: 'supply_status', about: 'late' }],
    ['看看国库科报了啥', { type: 'supply_status', about: 'given', office: '国库科' }],
    ['社保科周四前报', { type: 'supply_due', office: '社保科', due: { weekday: 4 } }],
    ['国库科改成@李明', { type: 'name_supplier', office: '国库科', name: '李明' }],
    ['国库科报了没', { type: 'supply_status', about: 'late', office: '国库科' }],
    ['国库科还差什么', { type: 'supply_status', about: 'late', office: '国库科' }],
    ['谁报了什么', { type: 'supply_status', about: 'given' }],
    ['催一下', { type: 'nudge' }],
    ['催一下国库科', { type: 'nudge', office: '国库科' }],
    ['发各科室核数', { type: 'send_checks' }],
    ['请各科室核对一下', { type: 'send_checks' }],
    ['农业农村科不在群里', { type: 'supplier_absent', office: '农业农村科' }],
  ])('%s', (text, command) => {
    expect(read(text).commands).toMatchObject([command]);
  });

  it('takes a bare 发 only after the list was shown', () => {
    expect(read('发', { supplyShown: true }).commands).toMatchObject([{ type: 'send_supply' }]);
    expect(read('发').commands).not.toContainEqual({ type: 'send_supply' });
  });
});

describe('what is something else', () => {
  it.each([
    '留抵退税94.3亿元',
    '国库科今年组织集体学习12次',
    '国库科：收到',
    '国库科：明天报',
    '不用催',
    '减税降费归根到底是好事',
    '税政科负责人参加了学习',
    '发我',
    '我是局长',
  ])('%s', (text) => {
    const types = ['assign_supply', 'name_supplier', 'join_office', 'supply_due', 'send_supply', 'nudge'];
    expect(read(text).commands.filter((one) => types.includes(one.type))).toEqual([]);
  });
});

describe('a group that gathers', () => {
  it.each<[string, object]>([
    ['这个群给我的报告供数', { type: 'offer_group' }],
    ['这个群用来收数', { type: 'offer_group' }],
    ['本群为@王芳的2025年述职报告供数', { type: 'offer_group', name: '王芳' }],
    ['这个群给2025年述职报告供数', { type: 'offer_group' }],
    ['不在群里收数了', { type: 'close_group' }],
  ])('%s', (text, command) => {
    expect(read(text).commands).toEqual([command]);
  });
});

describe('handed on', () => {
  it('keeps whose words they are, and reads them like any', () => {
    const { from, facts } = read('农业农村科（微信）：留抵退税94.3亿元');
    expect(from).toBe('农业农村科（微信）');
    expect(facts).toHaveLength(1);
    expect(read('社保科电话说技能培训12.6万人次').from).toBe('社保科（电话）');
  });

  it('believes a bare office only when it was asked for something', () => {
    expect(read('税政科：留抵退税94.3亿元').from).toBeUndefined();
    expect(read('税政科：留抵退税94.3亿元', { offices: ['税政科'] }).from).toBe('税政科');
  });
});

it('hears two names with nothing between them', () => {
  const labels = labelsOf(read('财务股报收入支出').commands[0]);
  for (const label of ['一般公共预算总收入', '地方收入', '一般公共预算支出', '支出增幅'])
    expect(labels).toContain(label);
});
