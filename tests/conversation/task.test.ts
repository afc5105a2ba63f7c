// A notice becomes a task card; confirmed it stays with the report, is held against it and reminds of its deadline.
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/conversation/task-command.ts';
import type { Outline } from '../../src/report/outline.ts';
import { cardProblems } from './card-limits.ts';
import { commands, fact, facts, li, party, wang } from './fixture.ts';
import { given, START, type Talk } from './given.ts';

/** START is Friday, 12 January 2024, 09:05 in China. */
const HOUR = 3_600_000;
const china = (day: number, hour: number, minute = 0): number => Date.UTC(2024, 0, day, hour - 8, minute);

const notice: Notice = {
  kind: 'party-building',
  year: 2023,
  length: { most: 3000 },
  share: { parts: ['问题', '打算'], top: 1, bottom: 3 },
  due: { month: 1, day: 16, hour: 12, minute: 0 },
  to: '市委组织部组织二科',
  minutes: 8,
};
const pasted = (talk: Talk, more: Partial<Notice> = {}): Talk =>
  talk.says('关于……的通知', commands({ type: 'open_task', notice: { ...notice, ...more } }));
const show = commands({ type: 'show_task' });

const withPlans: Outline = {
  ...party,
  chapters: party.chapters.map((one) => (one.id === 'c2' ? { ...one, heading: '存在的问题和下一步打算' } : one)),
};

describe('given a pasted notice', () => {
  it('when it comes, then a card tells what is demanded, and nothing is recorded as a fact', () => {
    const talk = pasted(given());
    for (const part of ['党建述职报告', '2023年度', '≤3000字', '问题＋打算不少于1/3', '1月16日（周二）12:00', '8分钟'])
      expect(talk.seen).toContain(part);
    expect(talk.seen).toContain('〔对，就这样〕〔改一项〕');
    expect(talk.state?.reports).toEqual([]);
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
  });

  it('when it is confirmed, by button or word, then the report starts with it', () => {
    for (const confirm of [
      (talk: Talk) => talk.pressesButton('对，就这样'),
      (talk: Talk) => talk.says('对，就这样', commands({ type: 'confirm' })),
    ]) {
      const talk = confirm(pasted(given()));
      expect(talk.report).toMatchObject({ kind: 'party-building', year: 2023, facts: {} });
      expect(talk.report.task).toMatchObject({ length: { most: 3000 }, to: '市委组织部组织二科' });
      expect(talk.toast?.text ?? talk.seen).toContain('要求记在《2023年度党建述职报告》上了');
      expect(talk.seen).toContain('任务单（已定）');
      expect(talk.state?.asked).toBeNull();
    }
  });

  it('when the report is being written already, then it goes with that one, and 撤销 takes it off again', () => {
    const talk = given()
      .started()
      .says('党课12次', facts(fact('lectures', '12', '次')));
    const { id } = talk.report;
    pasted(talk).pressesButton('对，就这样');
    expect(talk.report.id).toBe(id);
    expect(talk.report.task).toBeDefined();
    talk.says('撤销', commands({ type: 'undo' }));
    expect(talk.report.task).toBeUndefined();
    expect(talk.of('clear_timer').length).toBe(2);
    expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
  });

  it('when kind or year is missing, then the form asks for it and starts after that', () => {
    const { kind: _, year: __, ...open } = notice;
    const talk = given().says('通知', commands({ type: 'open_task', notice: open }));
    expect(talk.seen).toContain('〔待填〕');
    talk.pressesButton('对，就这样');
    expect(talk.seen).toContain('还差文种和年度');
    expect(talk.state?.reports).toEqual([]);
    const form = { kind: 'party-building', year: '2023年' };
    talk.presses(talk.button('改好了').value, wang, form).pressesButton('对，就这样');
    expect(talk.report).toMatchObject({ year: 2023, task: { length: { most: 3000 } } });
  });

  it('when a settled or forgotten card is pressed again, then that is said and nothing changes', () => {
    const talk = pasted(given());
    const { value } = talk.button('对，就这样');
    talk.presses(value);
    const before = JSON.stringify(talk.state?.reports);
    expect(talk.presses(value).seen).toBe('这张任务单已经定了。说“要求”看现在的。');
    expect(talk.presses({ action: 'task_accept', task: 'e999' }).seen).toContain('太早了');
    expect(JSON.stringify(talk.state?.reports)).toBe(before);
  });

  it('when someone else confirms it in a group that writes this report, then the owner is named', () => {
    const talk = pasted(given('group').started());
    expect(talk.pressesButton('对，就这样', li).seen).toContain('由王芳来做');
    expect(talk.report.task).toBeUndefined();
  });

  it('survives a task with nothing but a deadline without an hour', () => {
    const talk = given().says('通知', commands({ type: 'open_task', notice: { due: { month: 2, day: 30 } } }));
    expect(talk.seen).toContain('报送时间 没写');
    expect(talk.cards.flatMap(cardProblems)).toEqual([]);
  });
});

describe('changing the task', () => {
  const form = (talk: Talk, fields: Record<string, unknown>): Talk =>
    talk.presses(talk.button('改好了').value, wang, fields);

  it('tells what is wrong beside what was right, keeps what was typed, and takes it when mended', () => {
    const talk = pasted(given()).pressesButton('改一项');
    form(talk, { length: '2500', due: '下月', copies: '三份', year: '2023' });
    expect(talk.seen).toContain('✗ 报送时间“下月”没看懂，写成“1月16日 12:00”这样');
    expect(talk.seen).toContain('✓ 这几处改好了：字数 ≤2500字，份数 3份');
    const [card] = talk.cards;
    const fields = card?.blocks.flatMap((one) => (one.type === 'form' ? one.fields : [])) ?? [];
    expect(fields.find((one) => one.name === 'due')).toMatchObject({ initial: '下月' });
    expect(fields.find((one) => one.name === 'length')).toMatchObject({ initial: '2500' });
    form(talk, { length: '2500', due: '1月18日 17:30', copies: '三份', year: '2023', share: '不要求' });
    expect(talk.seen).toContain('1月18日（周四）17:30');
    talk.pressesButton('对，就这样');
    expect(talk.report.task).toMatchObject({ length: { most: 2500 }, copies: 3, due: { at: china(18, 17, 30) } });
    expect(talk.report.task?.share).toBeUndefined();
  });

  it('leaves what was not touched as it is', () => {
    const talk = pasted(given()).pressesButton('对，就这样').says('要求', show).pressesButton('改一项');
    const before = talk.report.task;
    const [card] = talk.cards;
    const fields = card?.blocks.flatMap((one) => (one.type === 'form' ? one.fields : [])) ?? [];
    const shown = Object.fromEntries(fields.map((one) => [one.name, 'initial' in one ? one.initial : '']));
    form(talk, shown);
    expect(talk.seen).toContain('好，什么都没动。');
    expect(talk.report.task).toEqual(before);
  });

  it('takes 报送时间改到… as words, and does not turn one report into another', () => {
    const talk = pasted(given()).pressesButton('对，就这样');
    talk.says('x', commands({ type: 'change_task', field: 'length', said: '2500字以内' }));
    expect(talk.seen).toBe('要求改好了：字数 ≤2500字。');
    talk.says('x', commands({ type: 'change_task', field: 'due', said: '没定' }));
    expect(talk.seen).toContain('✗ 报送时间“没定”没看懂');
    talk.says('要求', show).pressesButton('改一项');
    form(talk, { year: '2022' });
    expect(talk.seen).toContain('文种和年度不能改');
    expect(talk.report.year).toBe(2023);
  });

  it('says what to do where there is no task', () => {
    expect(given().says('要求', show).seen).toContain('把通知原文粘给我');
    expect(
      given()
        .started()
        .says('x', commands({ type: 'change_task' })).seen,
    ).toContain('把通知原文粘给我');
    const talk = given().started();
    talk.says('x', commands({ type: 'change_task', field: 'length', said: '2000字以内' }));
    expect(talk.report.task).toMatchObject({ length: { most: 2000 } });
  });
});

describe('the report against its task', () => {
  const writtenBy = (text: (section: string) => string, outline = withPlans, more: Partial<Notice> = {}): Talk => {
    const talk = pasted(given('p2p', [outline]), more).pressesButton('对，就这样');
    talk.says('党课12次', facts(fact('lectures', '12', '次')));
    return talk.says('起草', commands({ type: 'draft', section: 'all' })).drafted(text);
  };
  const progress = commands({ type: 'show_progress' });

  it('tells length and share in 到哪了 and on delivery', () => {
    const talk = writtenBy((id) => (id === 'c2p1' ? '要' : '字').repeat(id === 'c2p1' ? 500 : 100));
    const seen = talk.says('到哪了', progress).seen;
    expect(seen).toMatch(/约\d+字，要求≤3000字，没超；问题＋打算占\d+%，够1\/3。/);
    expect(talk.says('导出', commands({ type: 'compile' })).seen).toMatch(
      /要求≤3000字，没超；问题＋打算占\d+%，够1\/3。/,
    );
  });

  it('says by how much it is too long, and how much the share lacks', () => {
    const seen = writtenBy((id) => '字'.repeat(id === 'c2p1' ? 100 : 1200)).says('到哪了', progress).seen;
    const [, count, over] = /约(\d+)字，要求≤3000字，超了(\d+)字/.exec(seen) ?? [];
    expect(Number(count) - Number(over)).toBe(3000);
    expect(seen).toMatch(/问题＋打算占2%，不够1\/3，还差约\d+字/);
  });

  it('says when no chapter is there for what is demanded, or it is not written', () => {
    expect(writtenBy(() => '字', party).says('到哪了', progress).seen).toContain('提纲里没有写问题＋打算的章');
    const talk = pasted(given('p2p', [withPlans])).pressesButton('对，就这样');
    expect(talk.says('到哪了', progress).seen).toContain('要求≤3000字；问题＋打算还没起草，要求不少于1/3。');
  });

  it('judges 左右 with a tenth to spare', () => {
    const near = { length: { about: 500 } };
    expect(writtenBy(() => '字'.repeat(95), withPlans, near).says('到哪了', progress).seen).toContain(
      '要求500字左右，够了',
    );
    expect(writtenBy(() => '字'.repeat(20), withPlans, near).says('到哪了', progress).seen).toMatch(/还差\d+字/);
  });
});

describe('the deadline', () => {
  const dueOf = (talk: Talk): Record<string, number> =>
    Object.fromEntries(talk.of('set_timer').map((one) => [one.timer.replace(/.*\/due\//, ''), one.due]));
  const fire = (talk: Talk, timer: 'day' | 'hours'): Talk => {
    const id = `${talk.report.id}/due/${timer}`;
    const at = talk.report.reminders?.[id] ?? 0;
    return talk.when({
      type: 'timer_fired',
      id: `${id}@${at}`,
      conversation: 'c',
      at,
      timer: id,
      report: talk.report.id,
    });
  };

  it.each([
    [{ day: 16, hour: 12, minute: 0 }, china(15, 9), china(16, 9)],
    [{ day: 16, hour: 17, minute: 30 }, china(15, 14), china(16, 14)],
    [{ day: 16, hour: 16, minute: 59 }, china(15, 14), china(16, 9)],
    [{ day: 16, hour: 9, minute: 0 }, china(15, 9), china(15, 14)],
  ])('%o reminds at office hours, a day and three hours before', (due, day, hours) => {
    const talk = pasted(given(), { due: { month: 1, ...due } }).pressesButton('对，就这样');
    expect(dueOf(talk)).toEqual({ day, hours });
  });

  it('sets none that is past', () => {
    const near = pasted(given(), { due: { month: 1, day: 13, hour: 8, minute: 0 } }).pressesButton('对，就这样');
    expect(dueOf(near)).toEqual({ hours: china(12, 14) });
    const soon = pasted(given(), { due: { month: 1, day: 12, hour: 10, minute: 0 } }).pressesButton('对，就这样');
    expect(dueOf(soon)).toEqual({});
  });

  it('moves with the deadline under the same timers, and a timer that was moved says nothing', () => {
    const talk = pasted(given()).pressesButton('对，就这样');
    const [old] = talk.of('set_timer');
    talk.says('x', commands({ type: 'change_task', field: 'due', said: '1月18日12:00' }));
    expect(dueOf(talk)).toEqual({ day: china(17, 9), hours: china(18, 9) });
    const stale = {
      id: `${old?.timer}@${old?.due}`,
      at: old?.due ?? 0,
      timer: old?.timer ?? '',
      report: talk.report.id,
    };
    expect(talk.when({ type: 'timer_fired', conversation: 'c', ...stale }).effects).toEqual([]);
  });

  it('when it fires, then one short text tells where the report stands', () => {
    const talk = pasted(given())
      .pressesButton('对，就这样')
      .says('党课12次', facts(fact('lectures', '12', '次')));
    fire(talk, 'day');
    expect(talk.effects.map((one) => one.type)).toEqual(['send_text']);
    expect(talk.seen).toContain(
      '《2023年度党建述职报告》离报送还有1天（1月16日（周二）12:00前报市委组织部组织二科）。',
    );
    expect(talk.seen).toContain('记了1项，还缺3项；还没起草。要求≤3000字');
    fire(talk, 'hours');
    expect(talk.seen).toContain('还有3小时');
    expect(talk.report.reminders).toBeUndefined();
  });

  it('does not remind of a report handed over with nothing open, nor when told not to', () => {
    const talk = pasted(given()).pressesButton('对，就这样');
    const all = ['studies', 'topics', 'lectures', 'branches'].map((one) => fact(one, '12', '次'));
    talk
      .says('x', facts(...all))
      .says('起草', commands({ type: 'draft', section: 'all' }))
      .drafted();
    talk.says('导出', commands({ type: 'compile' }));
    expect(talk.of('clear_timer').length).toBe(2);
    const other = pasted(given()).pressesButton('对，就这样');
    other.says('不用提醒', commands({ type: 'stop_reminding' }));
    expect([other.seen, other.of('clear_timer').length]).toEqual(['好，不再提醒。', 2]);
    other.says('x', commands({ type: 'change_task', field: 'due', said: '1月19日12:00' }));
    expect(other.of('set_timer').length).toBe(2);
  });
});

describe('coming back', () => {
  const later = (talk: Talk, hours: number, more = commands({ type: 'show_facts' })): Talk => {
    const at = START + hours * HOUR;
    const id = talk.nextId();
    return talk.when(
      { type: 'message_received', id, conversation: 'c', at, chat: talk.chat, sender: wang, text: 'x' },
      more,
    );
  };

  it('after 12 hours the first answer is led by one line of where we stand, and only the first', () => {
    const talk = given()
      .started()
      .says('党课12次', facts(fact('lectures', '12', '次')));
    expect(later(talk, 11).seen).not.toContain('接着写');
    later(talk, 24);
    expect(talk.seen).toMatch(/^接着写《2023年度党建述职报告》：记了1项，还缺3项；还没起草。/);
    expect(later(talk, 24.1).seen).not.toContain('接着写');
    expect(new Set(talk.effects.map((one) => one.key)).size).toBe(talk.effects.length);
  });

  it('is not said where the answer says so itself, nor in a group for a mere sign', () => {
    const talk = given().started();
    expect(later(talk, 24, commands({ type: 'show_progress' })).seen).not.toContain('接着写');
    const group = given('group').started();
    later(group, 24, commands({ type: 'confirm' }));
    expect(group.effects.map((one) => one.type)).toEqual(['react']);
  });
});
