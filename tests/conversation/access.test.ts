// Who may come in: a stranger at every entrance gets one polite line a day and nothing of any report.
import { describe, expect, it } from 'vitest';
import { mayEnter } from '../../src/conversation/access.ts';
import type { Event } from '../../src/conversation/event.ts';
import { commands, fact, facts, li, wang, zhao } from './fixture.ts';
import { given, type Talk } from './given.ts';

const REFUSED = '不好意思，我现在只为名单里的同事服务。需要用的话，请管理员把你加进名单。';
const DAY = 24 * 3_600_000;

function office(): Talk {
  const talk = given('group');
  talk.allowed = [wang.id, li.id];
  return talk.started().says('党课12次', facts(fact('lectures', '12', '次')));
}

const reportOf = (talk: Talk): string => JSON.stringify([talk.state?.reports, talk.state?.active, talk.state?.asked]);

const entrances: [string, (talk: Talk) => Talk][] = [
  ['a command', (talk) => talk.says('记了什么', commands({ type: 'show_facts' }), zhao)],
  ['a fact', (talk) => talk.says('党课14次', facts(fact('lectures', '14', '次', true)), zhao)],
  ['an export', (talk) => talk.says('导出', commands({ type: 'compile' }), zhao)],
  ['a start', (talk) => talk.says('写', commands({ type: 'start_report', kind: 'yearly-summary', year: 2023 }), zhao)],
  ['a button', (talk) => talk.presses({ action: 'show_facts', report: talk.report.id }, zhao)],
  ['a form', (talk) => talk.presses({ action: 'fill_in', report: talk.report.id }, zhao, { studies: '9' })],
  ['a list of reports', (talk) => talk.presses({ action: 'list_reports' }, zhao)],
  ['an undo', (talk) => talk.says('撤销', commands({ type: 'undo' }), zhao)],
  [
    'entering',
    (talk) =>
      talk.when({ type: 'chat_entered', id: talk.nextId(), conversation: 'c', at: 0, chat: talk.chat, operator: zhao }),
  ],
];

describe('given a list of who may use the bot', () => {
  it.each(entrances)('when a stranger comes by %s, then they read one polite line and nothing changes', (_, enter) => {
    const talk = office();
    const before = reportOf(talk);
    enter(talk);
    expect(talk.seen).toBe(REFUSED);
    expect(reportOf(talk)).toBe(before);
  });

  it('says it once a day to each person, in that person’s day in China', () => {
    const talk = office();
    const message = (at: number, sender = zhao): Event => ({
      type: 'message_received',
      id: talk.nextId(),
      conversation: 'c',
      at,
      chat: talk.chat,
      sender,
      text: '在吗',
    });
    const morning = Date.UTC(2024, 0, 12, 0, 0);
    expect(talk.when(message(morning)).seen).toBe(REFUSED);
    expect(talk.when(message(morning + 3_600_000)).effects).toEqual([]);
    expect(talk.when(message(morning, { id: 'ou_other', name: '孙丽' })).seen).toBe(REFUSED);
    expect(talk.when(message(morning + DAY)).seen).toBe(REFUSED);
    // Yesterday's are forgotten: the list cannot grow for ever.
    expect(Object.keys(talk.state?.refused ?? {})).toEqual([zhao.id]);
  });

  it('when someone taken off the list recalls a message, then nothing is told and nothing goes', () => {
    const talk = office();
    talk.allowed = [];
    talk.says('专题5个', facts(fact('topics', '5', '个')), zhao);
    const { event } = talk.report.facts.topics?.source ?? { event: '' };
    const before = reportOf(talk);
    talk.allowed = [wang.id];
    const recall = { type: 'message_recalled', conversation: 'c', at: 0, chat: talk.chat, message: event } as const;
    talk.when({ ...recall, id: talk.nextId() });
    expect([talk.effects, reportOf(talk)]).toEqual([[], before]);
  });

  it('when the owner of a private chat is off the list, then results and timers stay silent too', () => {
    const talk = given()
      .started()
      .says('党课12次', facts(fact('lectures', '12', '次')));
    talk.says('起草', commands({ type: 'draft', section: 'all' }));
    talk.allowed = [li.id];
    talk.drafted();
    expect(talk.effects).toEqual([]);
    const timer = { type: 'timer_fired', conversation: 'c', at: 0, timer: 't', report: talk.report.id } as const;
    expect(talk.when({ ...timer, id: 't@0' }).effects).toEqual([]);
  });

  it('lets in those on the list, and greets one who comes after only strangers were there', () => {
    const talk = given();
    talk.allowed = [wang.id];
    const enter = (operator = zhao): Event => ({
      type: 'chat_entered',
      id: talk.nextId(),
      conversation: 'c',
      at: 0,
      chat: talk.chat,
      operator,
    });
    talk.when(enter());
    talk.when(enter(wang));
    expect(talk.seen).toContain('我是执笔');
    expect(talk.when(enter(wang)).effects).toEqual([]);
  });
});

it('an empty list means everyone', () => {
  const event: Event = {
    type: 'chat_entered',
    id: 'e',
    conversation: 'c',
    at: 0,
    chat: { id: 'c', type: 'p2p' },
    operator: zhao,
  };
  expect([mayEnter(event, null), mayEnter(event, null, []), mayEnter(event, null, [wang.id])]).toEqual([
    true,
    true,
    false,
  ]);
});
