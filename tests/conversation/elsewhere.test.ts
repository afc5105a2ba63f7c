// What belongs to another report of this chat is named and kept for it; a page of strange numbers is kept, not asked about one by one.
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/conversation/command.ts';
import { asks, commands, fact, facts, li, party, quantity, wang, yearly } from './fixture.ts';
import { given } from './given.ts';

const shows = {
  ...yearly,
  slots: yearly.slots.map((slot) => ({ ...slot, label: `演出${slot.id}`, keywords: ['演出'] })),
};
const unplaced = (words: string, amount: string, unit: string): Ask => ({
  type: 'unplaced',
  quantity: quantity(amount, unit),
  words,
});
const both = (type: 'p2p' | 'group' = 'p2p') =>
  given(type, [party, shows])
    .started('party-building')
    .says('党课3次', facts(fact('lectures', '3', '次')))
    .started('yearly-summary');
const said = '党课次数改成11次';

describe('a figure of another report', () => {
  it('is kept for it and taken in once that is open', () => {
    const talk = both().says(said, asks(unplaced(said, '11', '次')));
    expect(talk.seen).toContain('像是《2023年度党建述职报告》里的党课次数');
    expect(talk.report.facts).toEqual({});
    expect(talk.report.materials).toEqual([]);
    talk.pressesButton('切换到这份');
    expect(talk.of('replay_message')).toMatchObject([{ text: said, message: 'e4' }]);
    expect(talk.state?.pending).toBeUndefined();
  });

  it('is not taken into a third one', () => {
    const talk = both().says(said, asks(unplaced(said, '11', '次')));
    talk.says('写一份', commands({ type: 'start_report', kind: 'yearly-summary', year: 2022 }));
    expect(talk.of('replay_message')).toEqual([]);
    expect(talk.state?.pending).toHaveLength(1);
  });

  it('what the report at hand knows by name stays here', () => {
    const text = '演出和党课次数11次';
    expect(both().says(text, asks(unplaced(text, '11', '次'))).seen).not.toContain('像是');
  });

  it('another’s report is not named to one who does not own it', () => {
    const talk = both('group').says(said, asks(unplaced(said, '11', '次')), li);
    expect(talk.seen).not.toContain('像是');
    expect(both('group').says(said, asks(unplaced(said, '11', '次')), wang).seen).toContain('像是');
  });
});

describe('numbers nobody asked for', () => {
  const text = '买电脑5台，用车12辆，修路3公里，印册子3000册';
  const four = [
    unplaced(text, '5', '台'),
    unplaced(text, '12', '辆'),
    unplaced(text, '3', '公里'),
    unplaced(text, '3000', '册'),
  ];

  it('more than three are kept with one line', () => {
    const talk = given()
      .started()
      .says(text, asks(...four));
    expect(talk.of('send_card')).toEqual([]);
    expect(talk.seen).toBe(
      '提纲里没有这4项，先放素材：买电脑5台、用车12辆、修路3公里、印册子3000册。要写哪一项，单独发来就行。',
    );
    expect(talk.report.materials.map((one) => one.text)).toEqual([text]);
  });

  it('a few are asked about', () => {
    expect(
      given()
        .started()
        .says(text, asks(...four.slice(0, 2))).seen,
    ).toContain('有2处请你定');
  });
});
