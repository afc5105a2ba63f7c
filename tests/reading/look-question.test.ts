import { describe, expect, it } from 'vitest';
import { readText } from './outlines.ts';

describe('looking at what is there', () => {
  it.each<[string, object]>([
    ['这个数哪来的', { type: 'show_source' }],
    ['这个数哪儿来的？', { type: 'show_source' }],
    ['总收入是谁报的', { type: 'show_source', slot: 'total_revenue' }],
    ['总收入哪来的', { type: 'show_source', slot: 'total_revenue' }],
    ['查一下党员数的出处', { type: 'show_source', slot: 'members' }],
    ['支出增幅怎么算的', { type: 'show_source', slot: 'expenditure_growth' }],
    ['留抵退税谁填的', { type: 'show_source', slot: 'tax_refunds' }],
    ['谁报的党课', { type: 'show_source', slot: 'secretary_lectures' }],
    ['党课是多少', { type: 'show_source', slot: 'secretary_lectures' }],
    ['主题党日记了多少', { type: 'show_source', slot: 'party_days' }],
    ['看看素材', { type: 'show_materials' }],
    ['素材', { type: 'show_materials' }],
    ['核对一下', { type: 'show_checks' }],
    ['有没有对不上的数', { type: 'show_checks' }],
  ])('%s', async (text, command) => expect((await readText(text)).commands).toEqual([command]));

  it.each(['素材里有一条志愿服务的，写进第二章', '资金来源主要是上级补助', '核对了一遍，党课12次没错'])(
    '%s is none of it',
    async (text) => {
      const types = (await readText(text)).commands.map((command) => command.type);
      expect(types.filter((type) => type.startsWith('show_'))).toEqual([]);
    },
  );

  it('a figure named in the question is not recorded again', async () => {
    const { facts, commands } = await readText('总收入700亿元是哪来的');
    expect(facts).toEqual([]);
    expect(commands).toEqual([{ type: 'show_source', slot: 'total_revenue' }]);
  });
});
