// Who gave a figure in a gathering group is asked about it there, and only they and the owner answer; the owner's own questions wait meanwhile. Both chats seen from the home of the report.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Reading } from '../../src/conversation/command.ts';
import type { MessageReceived } from '../../src/conversation/event.ts';
import { readOwn } from '../../src/reading/own-reader.ts';
import type { Person } from '../../src/report/fact.ts';
import type { Outline } from '../../src/report/outline.ts';
import { commands, li, reading, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

const { outlines } = loadCatalog(resolve(import.meta.dirname, '../../prompts/outlines'));
const party = outlines.find((one) => one.kind === 'party-building') as Outline;

const read = (talk: Talk, text: string, who: Person): Reading =>
  readOwn({
    text,
    report: { outline: party, year: 2025, facts: talk.report.facts },
    kinds: [],
    reports: [],
    thisYear: 2026,
    asked: talk.state?.askedThere?.[who.id] ?? null,
    signal: AbortSignal.timeout(1000),
  }).reading;

/** A report that gathers in the group oc_g. */
const home = (): Talk => {
  const talk = given('p2p', [party]).started('party-building', 2025);
  talk.when({ type: 'group_offered', id: 'o', conversation: 'c', at: talk.at(), group: 'oc_g', by: wang });
  return talk;
};
/** Said in the group and posted home. */
const there = (talk: Talk, text: string, who: Person = li, as?: Reading): Talk => {
  const id = talk.nextId();
  const event: MessageReceived = {
    ...{ type: 'message_received', id, conversation: 'c', chat: talk.chat, at: talk.at(), sender: who, text },
    replayOf: `om_${id}`,
    relayed: { group: 'oc_g', report: talk.report.id },
  };
  return talk.when(event, as ?? read(talk, text, who));
};
const sentTo = (talk: Talk, chat: string): string =>
  JSON.stringify(talk.effects.filter((one) => 'chat' in one && one.chat === chat && one.type !== 'update_card'));

describe('the owner', () => {
  it('who says it of the own report has agreed', () => {
    expect(home().report.gathering).toBe('oc_g');
    expect(home().seen).not.toContain('同意');
  });
});

describe('a doubt about what somebody gave', () => {
  it('is put under their words, and a bare answer is a sign', () => {
    const talk = there(home(), '廉洁谈话大概60来人次吧');
    expect(talk.of('send_card')).toMatchObject([{ chat: 'oc_g', replyTo: expect.stringMatching(/^om_/u) }]);
    expect(sentTo(talk, talk.chat.id)).toBe('[]');
    there(talk, '准数58人次');
    expect(talk.report.facts.integrity_talks).toMatchObject({
      value: { quantity: { amount: '58' } },
      source: { by: li },
    });
    expect(talk.of('react')).toMatchObject([{ emoji: 'DONE' }]);
    expect(talk.of('send_text')).toEqual([]);
  });

  it('is nobody else’s to answer by a word, nor by a press', () => {
    const talk = there(home(), '廉洁谈话大概60来人次吧');
    const { value } = talk.button('就记约60人次');
    there(talk, '对', zhao, commands({ type: 'confirm' }));
    expect(talk.report.facts.integrity_talks).toBeUndefined();
    const press = { id: 'p', conversation: 'c', chat: talk.chat, at: talk.at(), message: 'om_card', name: '' };
    const relayed = { group: 'oc_g', report: talk.report.id };
    talk.when({ ...press, type: 'card_submitted', operator: zhao, value, relayed });
    expect(talk.report.facts.integrity_talks).toBeUndefined();
    expect(sentTo(talk, 'oc_g')).toContain('请李明来定');
    talk.when({ ...press, id: 'q', type: 'card_submitted', operator: li, value, relayed });
    expect(talk.report.facts.integrity_talks?.source.by).toEqual(li);
  });

  it('leaves the owner what the owner was asked, and the owner’s yes is not about it', () => {
    const talk = home().says('一个一个问', commands({ type: 'ask_next' }));
    const { asked } = talk.state ?? {};
    there(talk, '廉洁谈话大概60来人次吧');
    expect(talk.state?.asked).toEqual(asked);
    talk.says('对', commands({ type: 'confirm' }));
    expect(talk.report.facts.integrity_talks).toBeUndefined();
  });

  it('said at home instead is closed there without the figure', () => {
    const talk = there(home(), '廉洁谈话大概60来人次吧');
    talk.says('廉洁谈话57人次', read(talk, '廉洁谈话57人次', wang));
    expect(JSON.stringify(talk.of('update_card'))).not.toContain('57');
  });

  it('that touches another’s figure is asked at home, with whose words it is about', () => {
    const talk = home().says('党课21次', read(home(), '党课21次', wang));
    there(talk, '支部书记党课23次');
    expect(sentTo(talk, 'oc_g')).toBe('[]');
    expect(talk.seen).toContain('供数群里李明说：“支部书记党课23次”');
    expect(talk.of('send_text')).toEqual([]);
  });
});

describe('每月一次', () => {
  it('is the whole by the outline’s own check; the reason of another number settles what it contradicts', () => {
    const talk = there(home(), '主题党日都是每月一次，9个支部');
    expect(talk.seen).toContain('按党支部数9个算，应是108次');
    there(talk, '五支部3月份没搞，107');
    expect(talk.report.facts.party_days).toMatchObject({ value: { quantity: { amount: '107', unit: '次' } } });
    expect(talk.report.settled?.party_days_monthly).toMatchObject({ decision: 'explained', note: '五支部3月份没搞' });
    expect(talk.of('send_card')).toEqual([]);
  });

  it.each(['主题党日每季度一次，9个支部', '主题党日每周一次，9个支部', '主题党日每月两次，9个支部'])(
    '%s is not made 108',
    (text) => {
      expect(there(home(), text).seen).not.toContain('108');
    },
  );
});

describe('in the group', () => {
  it('whoever gives what is asked of one office speaks for it', () => {
    const talk = home();
    const divide = read(talk, '主题党日、支部数归机关党委，留抵退税归税政科', wang);
    talk.says('主题党日、支部数归机关党委，留抵退税归税政科', divide);
    there(talk, '9个支部');
    const people = () =>
      talk.report.supply?.suppliers.map(({ office, people: all }) => [office, all.map((one) => one.name)]);
    expect(people()).toEqual([
      ['机关党委', ['李明']],
      ['税政科', []],
    ]);
    // Belonging to one, they are not taken for another's.
    there(talk, '留抵退税61.2亿元');
    expect(people()).toEqual([
      ['机关党委', ['李明']],
      ['税政科', []],
    ]);
  });

  it('a corrected table that is only announced is asked for there', () => {
    const talk = there(home(), '支出数改了，按这个表为准', li, reading({ rest: '支出数改了，按这个表为准' }));
    expect(sentTo(talk, 'oc_g')).toContain('引用它@我');
    expect(talk.report.materials).toEqual([]);
  });
});
