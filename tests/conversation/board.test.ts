// A group is answered by a sign where words are not needed; one board, asked for once, is kept up to date in place.
import { describe, expect, it } from 'vitest';
import type { ReadFact } from '../../src/conversation/command.ts';
import type { Person } from '../../src/report/fact.ts';
import type { Outline, Slot } from '../../src/report/outline.ts';
import { cardProblems } from './card-limits.ts';
import { asks, commands, fact, facts, li, party, quantity, reading, wang, zhao } from './fixture.ts';
import { given, readCard, START, type Talk } from './given.ts';

const DAY = 24 * 3_600_000;
const progress = commands({ type: 'show_progress' });
const figure = (slot: string, amount: string, unit: string, approximation: string): ReadFact => ({
  ...fact(slot, amount, unit),
  value: { type: 'figure', quantity: quantity(amount, unit, { approximation }) },
});
const kinds = (talk: Talk) => talk.effects.map((one) => one.type);

describe('given a report in a group, when someone tells', () => {
  const started = () => given('group').started();

  it('only facts, then they get a sign on their message and no words', () => {
    const talk = started().says('x', facts(fact('studies', '12', '次'), fact('topics', '3', '个')), li);
    expect(talk.effects).toMatchObject([{ type: 'react', key: 'e2:0', message: 'e2', emoji: 'DONE' }]);
    expect(Object.keys(talk.report.facts)).toEqual(['studies', 'topics']);
  });

  it('what is recorded already, or the last that was missing, then a sign too', () => {
    const talk = started().says('x', facts(fact('studies', '12', '次')), li);
    expect(kinds(talk.says('x', facts(fact('studies', '12', '次')), zhao))).toEqual(['react']);
    talk.says('x', facts(fact('topics', '3', '个'), fact('lectures', '3', '次')), zhao);
    expect(kinds(talk.says('x', facts(fact('branches', '8', '个')), zhao))).toEqual(['react']);
  });

  it('something kept from before the report, then the sign is on the message it came with', () => {
    const talk = started().says('x', facts(fact('studies', '12', '次')), li, { replayOf: 'om_early' });
    expect(talk.effects).toMatchObject([{ type: 'react', message: 'om_early' }]);
  });

  it('by a form, then its card shows it and nothing is said', () => {
    const talk = started();
    talk.state?.sent.push({ key: 'e1:0', message: 'om_card' });
    talk.presses({ action: 'fill_in', report: 'r-e1' }, li, { studies: '12' });
    expect(kinds(talk)).toEqual(['update_card']);
    expect(talk.seen).toContain('集体学习次数 12次');
  });

  it('another value of their own, then before and after are said', () => {
    const talk = started().says('x', facts(fact('studies', '12', '次')), li);
    talk.says('x', facts(fact('studies', '14', '次', true), fact('topics', '3', '个')), li);
    expect(talk.seen).toContain('记下：学习专题 3个。');
    expect(talk.seen).toContain('集体学习次数 12次→14次');
    expect(talk.of('react')).toEqual([]);
  });

  it.each<[string, Parameters<Talk['says']>[1]]>([
    ['a contradiction of another', facts(fact('studies', '14', '次'), fact('topics', '3', '个'))],
    [
      'a figure that must be placed',
      reading({
        facts: [fact('topics', '3', '个')],
        asks: [{ type: 'which_slot', quantity: quantity('1', '次'), words: '1次', slots: ['studies', 'lectures'] }],
      }),
    ],
    ['something no slot holds', reading({ facts: [fact('topics', '3', '个')], rest: '评上了省级文明单位称号' })],
    ['a command with it', reading({ facts: [fact('topics', '3', '个')], commands: [{ type: 'show_missing' }] })],
    ['no such thing', commands({ type: 'not_applicable', slot: 'lectures' })],
  ])('%s, then words and cards are as they were', (_, read) => {
    const talk = started().says('x', facts(fact('studies', '12', '次')), li);
    talk.says('x', read, zhao);
    expect(talk.of('react')).toEqual([]);
    expect(talk.seen).not.toBe('');
  });

  it('while one question after another is asked, then the next is asked in words', () => {
    const talk = started().says('一个一个问', commands({ type: 'ask_next' }), li);
    expect(talk.says('12', facts(fact('studies', '12', '次')), li).seen).toContain('下一项：学习专题是多少？');
  });

  it('in their own chat instead, then the short text stays', () => {
    expect(
      given()
        .started()
        .says('x', facts(fact('studies', '12', '次'))).seen,
    ).toBe('记下：集体学习次数 12次。');
  });
});

/** As the line keeps it: which message the effect's card became. */
function delivered(talk: Talk): Talk {
  for (const { key } of talk.of('send_card')) talk.state?.sent.push({ key, message: `om_of_${key}` });
  return talk;
}

const board = (type: 'p2p' | 'group' = 'group', outline: Outline = party) =>
  delivered(given(type, [outline]).started().says('到哪了', progress));
const updates = (talk: Talk) => talk.of('update_card').filter((one) => one.inPlaceOnly);

describe('given a board, when', () => {
  it('it is asked for, then it tells by chapter what is there, missing, open, approximate and flash, and who gave it', () => {
    const talk = given('group')
      .started()
      .says('x', facts({ ...fact('studies', '12', '次'), status: 'flash' }, figure('topics', '10', '个', '余')), li)
      .says('x', facts(fact('studies', '14', '次')), zhao)
      .says('x', facts(fact('branches', '8', '个')), zhao)
      .says('到哪了', progress);
    const [card] = talk.cards;
    expect(card && readCard(card)).toBe(
      [
        '［2023年度党建述职报告］还缺1项',
        '共5项，记了3项，待定1，约数1，快报1',
        '开头',
        '一、抓学习（2/3，缺1，待定1，约数1，快报1）',
        '✓集体学习次数（待定，快报）、✓学习专题（约数）、党课次数',
        '二、抓队伍（1/2）',
        '✓支部数量、特色做法',
        '结尾',
        '谁报的：李明2项、赵强1项',
        '〔还缺什么〕〔起草全文〕〔导出〕',
      ].join('\n'),
    );
    expect(talk.report.board).toEqual({ card: talk.of('send_card')[0]?.key, at: talk.at() });
  });

  it('a contradiction between figures stands, then both are open, also when it was left for later', () => {
    const checks = [{ id: 'more', rule: 'topics <= studies', question: '专题比学习还多？' }];
    const talk = board('group', { ...party, checks });
    talk.says('x', facts(fact('studies', '3', '次'), fact('topics', '8', '个')));
    const seen = () => updates(talk).map(({ card }) => readCard(card))[0];
    expect(seen()).toContain('记了2项，待定1');
    expect(seen()).toContain('（2/3，缺1，待定2）');
    delivered(talk).pressesButton('以后再说');
    expect(updates(talk)).toEqual([]);
    talk.says('x', facts(fact('topics', '2', '个', true)));
    expect(seen()).not.toContain('待定');
  });

  it('colleagues tell facts, then it is changed in place, once a turn, and nothing is sent', () => {
    const talk = board();
    for (const [at, [slot, unit, by]] of (
      [
        ['studies', '次', li],
        ['topics', '个', zhao],
        ['lectures', '次', wang],
      ] as [string, string, Person][]
    ).entries()) {
      talk.says('x', facts(fact(slot, '12', unit)), by);
      expect(kinds(talk)).toEqual(['react', 'update_card']);
      expect(updates(talk)).toMatchObject([{ of: 'e2:0', key: `${talk.state?.handled.at(-1)}:1` }]);
      expect(talk.seen).toContain(`一、抓学习（${at + 1}/3`);
    }
    expect(talk.seen).toContain('谁报的：李明1项、赵强1项、王芳1项');
    expect(talk.seen).toContain('还缺1项');
  });

  it('nothing it shows has changed, then it is left alone', () => {
    const talk = board().says('x', facts(fact('studies', '12', '次')), li);
    expect(kinds(talk.says('x', facts(fact('studies', '12', '次')), zhao))).toEqual(['react']);
    expect(kinds(talk.says('谢谢', commands({ type: 'confirm' }), li))).toEqual(['react']);
    expect(updates(talk.says('记了什么', commands({ type: 'show_facts' })))).toEqual([]);
  });

  it('things are undone, drafted and written, then it follows', () => {
    const talk = board('p2p').says('x', facts(fact('studies', '12', '次')));
    expect(updates(talk.says('撤销', commands({ type: 'undo' })))).toHaveLength(1);
    expect(talk.seen).toContain('记了0项');
    talk.says('x', facts(fact('studies', '12', '次'))).says('起草', commands({ type: 'draft', section: 'c1' }));
    expect(talk.seen).toContain('（1/3，缺2，正在写）');
    expect(talk.drafted().seen).toContain('（1/3，缺2，已起草）');
  });

  it('a question is raised and answered, then its count comes and goes', () => {
    const ask = asks({
      type: 'which_slot',
      quantity: quantity('9', '次'),
      words: '9次',
      slots: ['studies', 'lectures'],
    });
    const talk = board('p2p').says('x', ask);
    expect(updates(talk)[0]?.card.blocks[0]).toMatchObject({ text: '共5项，记了0项，待定1' });
    delivered(talk).pressesButton('党课次数');
    expect(updates(talk)[0]?.card.blocks[0]).toMatchObject({ text: '共5项，记了1项' });
  });

  it('it is asked for again, then the newer one is kept, the older left', () => {
    const talk = delivered(board().says('看板', progress));
    expect(updates(talk)).toEqual([]);
    expect(updates(talk.says('x', facts(fact('studies', '12', '次'))))).toMatchObject([{ of: 'e3:0' }]);
  });

  it('the message that asks for it changes something too, then it is sent with that, not changed after', () => {
    const talk = given().started();
    talk.says('到哪了，没有党课', commands({ type: 'show_progress' }, { type: 'not_applicable', slot: 'lectures' }));
    expect(talk.of('send_card')).toHaveLength(1);
    expect(talk.of('update_card')).toEqual([]);
    expect(talk.seen).toContain('✓党课次数');
  });

  it('it is older than 13 days, then it is left alone', () => {
    const aged = (days: number) => {
      const talk = board('p2p');
      const at = START + 2 * 60_000 + days * DAY;
      const message = { id: 'late', conversation: 'c', chat: talk.chat, sender: wang, text: 'x' };
      return talk.when({ type: 'message_received', at, ...message }, facts(fact('studies', '12', '次')));
    };
    expect(updates(aged(12))).toHaveLength(1);
    expect(updates(aged(14))).toEqual([]);
    expect(aged(14).seen).toContain('记下');
  });

  it('another report is being written, then it is left alone, and switching back shows a new one', () => {
    const talk = delivered(given().started().says('到哪了', progress));
    const { id } = talk.report;
    talk.started('yearly-summary').says('x', facts(fact('studies', '12', '次')));
    expect(talk.of('update_card')).toEqual([]);
    delivered(talk.says('换', commands({ type: 'switch_report', report: id })));
    expect(updates(talk.says('x', facts(fact('studies', '15', '次'))))).toMatchObject([
      { of: talk.report.board?.card },
    ]);
    expect(talk.report.board?.card).not.toBe('e2:0');
  });

  it('much else was said since, then its message is not forgotten', () => {
    const talk = board('p2p');
    for (let n = 0; n < 49; n++) {
      talk.says('谢谢', commands({ type: 'confirm' }));
      talk.state?.sent.push({ key: `k${n}`, message: `om_${n}` });
    }
    talk.says('谢谢', commands({ type: 'confirm' }));
    expect(talk.state?.sent.at(-1)).toEqual({ key: 'e2:0', message: 'om_of_e2:0' });
  });

  it('the state is from before there were boards, then nothing happens', () => {
    const talk = board('p2p');
    delete talk.state?.reports[0]?.board;
    expect(talk.says('x', facts(fact('studies', '12', '次'))).of('update_card')).toEqual([]);
  });

  it('the outline is as long as can be, then it is still one sound card', () => {
    const long = '坚持把各项工作往深里做往实里做往细里做'.repeat(3);
    const chapters = Array.from({ length: 40 }, (_, c) => ({
      id: `c${c}`,
      heading: long,
      points: [{ ...party.closing, id: `c${c}p`, kind: 'point' as const }],
    }));
    const slots = chapters.flatMap(({ id }) =>
      Array.from({ length: 8 }, (_, n) => ({
        ...(party.slots[0] as Slot),
        id: `${id}s${n}`,
        label: `${long}${id}${n}`,
        section: `${id}p`,
      })),
    );
    const talk = board('group', { ...party, chapters, slots });
    const ids = slots.map((slot) => slot.id);
    for (let n = 0; n < 30; n++) {
      const by = { id: `ou_${n}`, name: `同事${n}` };
      talk.says('x', facts(...ids.slice(n * 10, n * 10 + 10).map((id) => figure(id, '10', '次', '余'))), by);
    }
    const cards = updates(talk).map(({ card }) => card);
    expect(cards).toHaveLength(1);
    expect(cards.flatMap(cardProblems)).toEqual([]);
    expect(talk.seen).toContain('等30人');
  });
});
