// A question quotes the clause that holds its figure; what is said in passing is kept and not asked about one by one.
import { describe, expect, it } from 'vitest';
import { clauseHolding } from '../../src/conversation/clause.ts';
import type { Ask } from '../../src/conversation/command.ts';
import { asks, commands, fact, facts, quantity, reading } from './fixture.ts';
import { given } from './given.ts';

const unplaced = (words: string, amount: string, unit: string): Ask => ({
  type: 'unplaced',
  quantity: quantity(amount, unit),
  words,
});
const long = '全年集体学习12次，其中专题研究6次，比去年多2次，还搞了志愿服务18场';

it.each([
  [long, '18', '场', '还搞了志愿服务18场'],
  ['资金58亿（上年同期52亿）', '52', '', '上年同期52亿'],
  ['没有这个数', '5', '次', '没有这个数'],
])('%s', (text, amount, unit, expected) => {
  expect(clauseHolding(text, quantity(amount, unit, unit === '' ? { scale: '亿' } : {}))).toBe(expected);
});

describe('a card', () => {
  it('quotes only the clause, and asks nothing about 其中 and 比去年多', () => {
    const talk = given()
      .started()
      .says(long, {
        ...facts(fact('studies', '12', '次')),
        asks: [unplaced(long, '6', '次'), unplaced(long, '2', '次'), unplaced(long, '18', '场')],
      });
    expect(talk.seen).toContain('“还搞了志愿服务18场”里的18场是哪一项？');
    expect(talk.seen).toContain('［有一处请你定］');
    expect(talk.seen).toContain('“其中专题研究6次”“比去年多2次”没有单独的项，原话留在素材里。');
    expect(talk.report.materials.map(({ text }) => text)).toEqual([long]);
  });

  it('says last year’s figure is kept for reference', () => {
    const text = '学习12次(上年同期10次)';
    const talk = given()
      .started()
      .says(text, { ...facts(fact('studies', '12', '次')), asks: [unplaced(text, '10', '次')] });
    expect(talk.seen).toBe('记下：集体学习次数 12次。\n去年的10次留作参考，不写进稿子。');
    expect(talk.report.materials).toHaveLength(1);
  });

  it('offers each of two values said in one message, and 是的 chooses none', () => {
    const ask: Ask = {
      type: 'confirm_value',
      slot: 'studies',
      value: fact('studies', '14', '次').value,
      words: '学习12次，学习14次',
      reason: '同一条消息里说了两个数：12次和14次，以哪个为准？',
    };
    const talk = given().started().says('x', asks(ask));
    expect(talk.seen).toContain('〔就记14次〕〔就记12次〕〔不记〕');
    talk.says('是的', commands({ type: 'confirm' }));
    expect(talk.report.facts).toEqual({});
    talk.says('就按12次', reading({ rest: '就按12次' }));
    expect(talk.report.facts.studies?.value).toEqual(fact('studies', '12', '次').value);
  });

  it('counts all that is still open when the file goes out', () => {
    const which = (words: string): Ask => ({
      ...{ type: 'which_slot', quantity: quantity('9', '次') },
      ...{ words, slots: ['studies'] },
    });
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')))
      .says('y', asks(which('甲9次'), which('乙9次')))
      .says('z', asks(which('丙9次')))
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted();
    expect(talk.says('导出', commands({ type: 'compile' })).seen).toContain('另有3处问过还没定');
  });
});
