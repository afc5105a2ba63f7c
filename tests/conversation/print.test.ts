// How figures are printed on request: kept with the fact, proved true of it, undone like anything else. The value stays exact.
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../src/report/fact.ts';
import type { Outline } from '../../src/report/outline.ts';
import { commands, fact, facts, party, quantity, reading } from './fixture.ts';
import { given, type Talk } from './given.ts';

const money: Outline = {
  ...party,
  slots: [
    ...party.slots,
    {
      id: 'local',
      type: 'figure',
      label: '地方收入',
      question: '多少？',
      unit: '元',
      keywords: ['地方收入'],
      section: 'c1p2',
      required: true,
    },
    {
      id: 'local_growth',
      type: 'figure',
      label: '地方收入增幅',
      question: '多少？',
      unit: '%',
      keywords: ['地方收入增幅'],
      section: 'c1p2',
      required: true,
      growth_of: 'local',
    },
  ],
};

const of = (slot: string, amount: string, unit: string, scale = '', approximation = '') => ({
  ...fact(slot, amount, unit),
  value: { type: 'figure' as const, quantity: quantity(amount, unit, { scale, approximation }) },
});

function told(): Talk {
  return given('p2p', [money])
    .started()
    .says(
      '报',
      facts(of('local', '461.38', '元', '亿'), of('local_growth', '4.6', '%'), of('lectures', '400', '次', '', '余')),
    )
    .says('起草', commands({ type: 'draft', section: 'c1' }))
    .drafted((id) => (id === 'c1p2' ? '地方收入{{local}}，{{local_growth}}，讲课{{lectures}}。' : '略。'));
}
const wish = (one: Wish | null, slots = ['local'], growth = false) =>
  commands({ type: 'print', slots, wish: one, ...(growth ? { growth } : {}) });
const form = (amount: string, approximation = '余') => ({
  type: 'form' as const,
  quantity: quantity(amount, '', { scale: '亿', approximation }),
});
const shown = (talk: Talk): string => talk.says('看', commands({ type: 'show', section: 'c1p2' })).seen;

describe('a printed form', () => {
  it('stands in the text, while the record keeps and shows the exact value', () => {
    const talk = told().says('写', wish(form('460')));
    expect(talk.seen).toContain('正文写“460余亿元”，台账留准数461.38亿元');
    expect(shown(talk)).toContain('地方收入460余亿元，增长4.6%');
    talk.says('记了什么', commands({ type: 'show_facts' }));
    expect(talk.seen).toContain('461.38亿元，正文写“460余亿元”');
    expect(talk.report.facts.local?.value).toEqual({
      type: 'figure',
      quantity: quantity('461.38', '元', { scale: '亿' }),
    });
  });
  it.each([
    ['470', '余', '记的是461.38亿元，写“470余亿元”不符'],
    ['461.38', '余', '不符'],
    ['500', '近', ''],
    ['400', '近', '不符'],
    ['460', '多', ''],
    ['460', '', '不符'],
  ])('%s%s is proved against the value', (amount, approximation, refusal) => {
    const talk = told().says('写', wish(form(amount, approximation)));
    if (refusal === '') expect(talk.report.facts.local?.print?.quantity?.amount).toBe(amount);
    else expect(talk.seen).toContain(refusal);
  });
  it('rounds down with 余, keeps places, and goes back to the exact value', () => {
    const talk = told().says('写', wish({ type: 'about' }));
    expect(shown(talk)).toContain('460余亿元');
    expect(shown(talk.says('写', wish({ type: 'places', places: 1 })))).toContain('461.4亿元');
    expect(shown(talk.says('写', wish({ type: 'places', places: 0 })))).toContain('461亿元');
    expect(talk.says('写', wish({ type: 'places', places: 3 })).seen).toContain('只有2位小数');
    expect(shown(talk.says('写', wish(null)))).toContain('461.38亿元');
  });
  it('says 多 for 余 wherever it stands', () => {
    const talk = told()
      .says('写', wish(form('460')))
      .says('写', wish({ type: 'word', from: '余', to: '多' }, []));
    expect(shown(talk)).toContain('地方收入460多亿元，增长4.6%，讲课400多次');
  });
  it('follows a correction as far as it stays true', () => {
    const talk = told().says('写', wish(form('460')));
    talk.says('改', facts({ ...of('local', '472.5', '元', '亿'), correction: true }));
    expect(shown(talk)).toContain('地方收入470余亿元');
  });
});

describe('what is not to be told', () => {
  it('is kept, no longer missing, and its clause goes; undo brings it back', () => {
    const talk = told().says('写', wish({ type: 'omit' }, ['local_growth']));
    expect(talk.seen).toContain('地方收入增幅不写，记录还留着，不算缺');
    expect(shown(talk)).toContain('地方收入461.38亿元，讲课400余次。');
    talk.says('还缺什么', commands({ type: 'show_missing' }));
    expect(talk.seen).not.toContain('增幅');
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.seen).toContain('撤销了：地方收入增幅不写');
    expect(shown(talk)).toContain('增长4.6%');
  });
  it('asks which rate where several are recorded', () => {
    const two: Outline = {
      ...money,
      slots: [...money.slots, { ...money.slots[6], id: 'spend_growth', label: '支出增幅' } as Outline['slots'][number]],
    };
    const talk = given('p2p', [two])
      .started()
      .says('报', facts(of('local_growth', '4.6', '%'), of('spend_growth', '2', '%')));
    talk.says('增幅不写', wish({ type: 'omit' }, [], true));
    expect(talk.seen).toContain('哪个增幅不写');
    talk.pressesButton('都不写');
    expect(
      [talk.report.facts.local_growth, talk.report.facts.spend_growth].map((one) => one?.print?.wish.type),
    ).toEqual(['omit', 'omit']);
  });
  it('says what is not recorded', () => {
    expect(told().says('写', wish({ type: 'about' }, ['branches'])).seen).toContain('还没有记下');
    expect(
      given()
        .started()
        .says('写', reading({ commands: [{ type: 'print', slots: [], wish: { type: 'word', from: '余', to: '多' } }] }))
        .seen,
    ).toContain('没找到');
  });
});
