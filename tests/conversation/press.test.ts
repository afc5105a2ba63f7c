// What the presser is told at once: what was done, or why not. The state is what counts; a toast is only its first word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/conversation/command.ts';
import { asks, commands, fact, facts, li, quantity, wang, zhao } from './fixture.ts';
import { given } from './given.ts';

const whichAsk: Ask = {
  type: 'which_slot',
  quantity: quantity('12', '次'),
  words: '我们搞了12次',
  slots: ['studies', 'lectures'],
};

const asked = () => given('group').started().says('x', asks(whichAsk), li);
const drafted = () =>
  given()
    .started()
    .says('x', facts(fact('studies', '12', '次')))
    .says('起草第一章', commands({ type: 'draft', section: 'c1' }));

describe('a press is told at once', () => {
  it('what was recorded', () => {
    const talk = asked().pressesButton('党课次数', li);
    expect(talk.toast).toMatchObject({ type: 'success', text: expect.stringContaining('党课次数') });
  });

  it('that somebody else was first, who and when; in the chat only if the toast comes too late', () => {
    const talk = asked();
    const { value } = talk.button('党课次数');
    talk.presses(value, li).presses(value, wang);
    expect(talk.toast).toMatchObject({
      type: 'warning',
      text: expect.stringMatching(/李明 1月12日 \d\d:\d\d 已经选了/),
    });
    expect(talk.of('send_text')).toMatchObject([{ unlessToasted: true }]);
    expect(talk.of('update_card')).toEqual([]);
  });

  it('whose it is to decide', () => {
    const talk = asked();
    talk.presses(talk.button('党课次数').value, zhao);
    expect(talk.toast).toMatchObject({ type: 'warning', text: expect.stringContaining('请李明来定') });
    talk.presses({ action: 'compile', report: talk.report.id }, zhao);
    expect(talk.toast).toMatchObject({ type: 'warning', text: expect.stringContaining('王芳') });
  });

  it('that a button, a card or a report is of the past', () => {
    const talk = given().started();
    expect(talk.presses({ action: 'dance' }).toast?.type).toBe('warning');
    expect(talk.presses({ action: 'choose', of: 'gone', ask: 0, choice: 1 }).toast?.text).toContain('处理过');
    expect(talk.presses({ action: 'show_facts', report: 'r-gone' }).toast?.text).toContain('不在');
    talk.says('写一份', commands({ type: 'start_report', kind: 'yearly-summary', year: 2023 }));
    const [first] = talk.state?.reports ?? [];
    talk.presses({ action: 'show_facts', report: first?.id ?? '' });
    expect(talk.seen).toContain('切换');
    expect(talk.toast).toMatchObject({ type: 'warning' });
  });

  it('what was begun, and what follows below', () => {
    const talk = drafted().drafted();
    expect(talk.presses({ action: 'rewrite', section: 'c1', report: talk.report.id }).toast?.type).toBe('success');
    expect(talk.presses({ action: 'show_missing', report: talk.report.id }).toast?.type).toBe('info');
  });

  it('nothing of the kind, when it was a message', () => {
    const talk = drafted();
    expect(talk.toast).toBeUndefined();
    expect(talk.drafted().toast).toBeUndefined();
  });
});

describe('a second press', () => {
  it('takes nothing back twice', () => {
    const talk = drafted().drafted().presses({ action: 'rewrite', section: 'c1', report: 'r-e1' }).drafted();
    const value = { action: 'undo', step: talk.report.undo.length, report: talk.report.id };
    expect(talk.presses(value).toast?.text).toContain('撤销');
    expect(talk.presses(value).toast).toMatchObject({ type: 'warning', text: expect.stringContaining('又有改动') });
  });

  it('does again what can be done again', () => {
    const talk = drafted().drafted();
    const value = { action: 'compile', report: talk.report.id };
    expect(talk.presses(value).of('send_file')).toHaveLength(1);
    expect(talk.presses(value).of('send_file')).toHaveLength(1);
    const board = { action: 'show_progress', report: talk.report.id };
    expect(talk.presses(board).of('send_card')).toHaveLength(1);
    expect(talk.presses(board).of('send_card')).toHaveLength(1);
    const again = { action: 'rewrite', section: 'c1', instruction: '精炼些', report: talk.report.id };
    expect(talk.presses(again).of('draft_section')).toHaveLength(1);
    expect(talk.drafted().presses(again).of('draft_section')).toHaveLength(1);
  });

  it('of what is being written is told so', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('studies', '12', '次')));
    const value = { action: 'draft', section: 'c1', report: talk.report.id };
    expect(talk.presses(value).of('draft_section')).toHaveLength(1);
    expect(talk.presses(value).of('draft_section')).toEqual([]);
    expect(talk.toast?.text).toContain('写');
  });
});

describe('out of order', () => {
  it('two people press two choices of one question: the first stands, whichever comes first', () => {
    for (const [first, second] of [
      [li, wang],
      [wang, li],
    ] as const) {
      const talk = asked();
      const mine = talk.button('党课次数').value;
      const theirs = talk.button('集体学习次数').value;
      talk.presses(mine, first).presses(theirs, second);
      expect(talk.toast?.type).toBe('warning');
      expect(Object.keys(talk.report.facts)).toEqual(['lectures']);
    }
  });

  it('a choice of an earlier card answers its own question, not the newest', () => {
    const talk = asked();
    const { value } = talk.button('党课次数');
    talk.says('y', asks(whichAsk), li).presses(value, li);
    expect(talk.report.facts.lectures?.source.event).toBe('e2');
    expect(talk.state?.questions?.map(({ items }) => items.some((item) => !item.answer))).toEqual([false, true]);
  });
});

describe('a card sent long ago', () => {
  it('is changed in place all the same: the press tells which message it is', () => {
    const talk = asked();
    const { value } = talk.button('党课次数');
    // Fifty messages later nobody remembers what it was sent as.
    if (talk.state) talk.state.sent = [];
    talk.presses(value, li);
    const [update] = talk.of('update_card');
    expect(talk.state?.sent).toEqual([{ key: update?.of, message: 'om_card' }]);
  });
});

describe('any press at all', () => {
  const actions =
    'accept_group ask_next ask_slot cancel choose choose_all compile confirm_figures confirm_start_over correct_figures decline_group difference draft file_use fill fill_in give_back hand_over keep_owner keep_report like_last like_none list_reports nudge nudge_no nudge_yes propose remove_report restore_report rewrite send_supply settle_checks show_missing show_facts show_progress start stop switch task_accept task_change task_form undo help constructor'.split(
      ' ',
    );
  const odd = fc.oneof(
    fc.constantFrom('c1', 'c1p1', 'studies', 'all', 'r-e1', 'e2', 'e2/0', '__proto__', ''),
    fc.integer({ min: -2, max: 9 }),
    fc.string({ maxLength: 8 }),
  );
  const value = fc.dictionary(
    fc.constantFrom('of', 'ask', 'item', 'choice', 'section', 'slot', 'office', 'task', 'step', 'to', 'from', 'as'),
    odd,
    { maxKeys: 5 },
  );

  it('is told something at once, and never throws', () => {
    const who = fc.constantFrom(wang, li, zhao);
    const press = fc.record({ action: fc.constantFrom(...actions), value, who, form: fc.option(value) });
    fc.assert(
      fc.property(fc.array(press, { minLength: 1, maxLength: 6 }), fc.boolean(), (presses, group) => {
        const talk = given(group ? 'group' : 'p2p')
          .started()
          .says('x', asks(whichAsk), li);
        for (const { action, value: more, who: by, form } of presses) {
          talk.presses({ action, report: 'r-e1', ...more } as never, by, form ?? undefined);
          expect(talk.toast?.text, JSON.stringify({ action, more })).toBeTruthy();
          expect([...(talk.toast?.text ?? '')].length).toBeLessThanOrEqual(80);
        }
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
