// Whatever the bot tells people to say, the reader understands as what was meant.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/conversation/command.ts';
import { createReader } from '../../src/reading/reader.ts';
import { party, quantity, wang, yearly } from './fixture.ts';

const read = createReader();
const source = { by: wang, at: 0, event: 'e', words: '' };
const lectures = { slot: 'lectures', value: { type: 'figure' as const, quantity: quantity('12', '次') }, source };

const said = (text: string, asked: Parameters<typeof read>[0]['asked'] = null, started = true) =>
  read({
    text,
    asked,
    kinds: [party, yearly],
    reports: [{ id: 'r1', name: party.name, year: 2023 }],
    thisYear: 2024,
    ...(started ? { report: { outline: party, year: 2023, facts: { lectures } } } : {}),
  });

describe('what the bot suggests saying', () => {
  it.each<[string, Command]>([
    ['帮助', { type: 'help' }],
    ['到哪了', { type: 'show_progress' }],
    ['还缺什么', { type: 'show_missing' }],
    ['记了什么', { type: 'show_facts' }],
    ['核对', { type: 'show_checks' }],
    ['党课是谁报的', { type: 'show_source', slot: 'lectures' }],
    ['素材', { type: 'show_materials' }],
    ['一个一个问', { type: 'ask_next' }],
    ['起草', { type: 'draft', section: 'all' }],
    ['起草第一章', { type: 'draft', section: 'c1' }],
    ['起草开头', { type: 'draft', section: 'opening' }],
    ['看全文', { type: 'show', section: 'all' }],
    ['看第一章', { type: 'show', section: 'c1' }],
    ['导出', { type: 'compile' }],
    ['要求', { type: 'show_task' }],
    ['改一项', { type: 'change_task' }],
    ['不用提醒', { type: 'stop_reminding' }],
    ['字数要求改成3000字以内', { type: 'change_task', field: 'length', said: '3000字以内' }],
    ['述职人是局长，去年6月到任', { type: 'set_reporter', reporter: { who: '局长', since: { year: 2023, month: 6 } } }],
    ['交给@同事', { type: 'hand_over', name: '同事' }],
    ['照2023年的开一份', { type: 'start_like', from: 2023 }],
    ['撤销', { type: 'undo' }],
    ['要数清单', { type: 'show_supply' }],
    ['其余归办公室', { type: 'assign_supply', office: '办公室', slots: [], words: '其余', rest: true }],
    ['发给大家', { type: 'send_supply' }],
    ['谁还没报', { type: 'supply_status', about: 'late' }],
    ['催一下', { type: 'nudge' }],
    ['发各科室核数', { type: 'send_checks' }],
    ['这个群给我的报告供数', { type: 'offer_group' }],
    ['不在群里收数了', { type: 'close_group' }],
    ['停', { type: 'stop' }],
    ['我的报告', { type: 'list_reports' }],
    ['重新开始', { type: 'start_over' }],
  ])('%s', async (text, command) => {
    expect((await said(text)).commands).toEqual([command]);
  });

  it('改稿 and 动提纲', async () => {
    const types = async (text: string) => (await said(text)).commands.map((one) => one.type);
    for (const text of ['把“甲”改成“乙”', '第二章末尾加一句“……”', '第一章第2点就用这段：我们这样写，一点没错。'])
      expect(await types(text), text).toEqual(['edit_text']);
    for (const text of ['第二章加一点“标题”', '第一章第1、2点合并'])
      expect(await types(text), text).toEqual(['restructure']);
    expect(await types('锁定第二章')).toEqual(['lock']);
  });

  it('重写第一章第2点，写实一点', async () => {
    const { commands } = await said('重写第一章第2点，写实一点');
    expect(commands).toMatchObject([{ type: 'rewrite', section: 'c1p2' }]);
  });

  it('党课改成14次, 党课次数没有这项', async () => {
    expect((await said('党课改成14次')).facts).toMatchObject([{ slot: 'lectures', correction: true }]);
    expect((await said('党课次数没有这项')).commands).toEqual([{ type: 'not_applicable', slot: 'lectures' }]);
  });

  it('跳过 and 没有这项, when one slot was asked', async () => {
    const asked = { type: 'slot', slot: 'studies', report: 'r1' } as const;
    expect((await said('跳过', asked)).commands).toMatchObject([{ type: 'skip' }]);
    expect((await said('没有这项', asked)).commands).toMatchObject([{ type: 'not_applicable' }]);
  });

  it('是的 and 取消, when it asked to start over', async () => {
    const asked = { type: 'start_over', report: 'r1' } as const;
    expect((await said('是的', asked)).commands).toEqual([{ type: 'confirm' }]);
    expect((await said('取消', asked)).commands).toEqual([{ type: 'cancel' }]);
  });

  it('how to begin', async () => {
    const start = { type: 'start_report', kind: 'party-building', year: 2023 };
    expect((await said('写一份2023年的党建述职', null, false)).commands).toEqual([start]);
    expect((await said('2023年', { type: 'choose_year', kind: 'party-building' }, false)).commands).toEqual([start]);
  });
});
