// Who may do what in a group, in one table: the owner, whoever gave a fact, another colleague; a stranger at the door.
import { describe, expect, it } from 'vitest';
import { type Doing, may } from '../../src/conversation/access.ts';
import type { Command } from '../../src/conversation/command.ts';
import { activeScene, beginTurn } from '../../src/conversation/turn.ts';
import type { Person } from '../../src/report/fact.ts';
import { commands, fact, facts, li, party, wang, zhao } from './fixture.ts';
import { given, START, type Talk } from './given.ts';

/** 王芳 began it; 李明 gave the number of studies. */
const talk = (): Talk =>
  given('group')
    .started()
    .says('集体学习12次', facts(fact('studies', '12', '次')), li);

const allowed: Record<Doing, [owner: boolean, giver: boolean, other: boolean]> = {
  give: [true, true, true],
  change: [true, true, false],
  answer: [true, true, false],
  undo: [true, true, false],
  decide: [true, false, false],
  draft: [true, false, false],
  export: [true, false, false],
  restart: [true, false, false],
  restructure: [true, false, false],
  collect: [true, false, false],
  hand_over: [true, false, false],
  switch: [true, false, false],
};

describe('the rule', () => {
  it.each(Object.entries(allowed))('%s', (doing, expected) => {
    const { state, chat, store } = talk();
    const may3 = [wang, li, zhao].map((sender) => {
      const event = {
        type: 'message_received',
        id: 'x',
        conversation: 'c',
        at: START,
        chat,
        sender,
        text: '',
      } as const;
      const scene = activeScene(beginTurn(state, event, { now: START, catalog: [party], values: store, attempt: 'a' }));
      return scene && may(scene, doing as Doing, li.id);
    });
    expect(may3).toEqual(expected);
  });
});

const refusal = '这一步由王芳来做';
const others = '是李明报的，请李明或王芳来改';

describe('at every entrance in words', () => {
  it.each<[string, Command, [string, string, string]]>([
    ['draft', { type: 'draft', section: 'all' }, ['', refusal, refusal]],
    ['rewrite', { type: 'rewrite', section: 'c1p1', instruction: '短一点' }, ['', refusal, refusal]],
    ['restart', { type: 'start_over' }, ['', refusal, refusal]],
    ['export', { type: 'compile' }, ['', refusal, refusal]],
    ['structure', { type: 'restructure', change: { type: 'add_chapter', heading: '抓作风' } }, ['', refusal, refusal]],
    ['hand over', { type: 'hand_over', name: '李明' }, ['', refusal, refusal]],
    ['divide', { type: 'assign_supply', office: '税政科', slots: ['lectures'], words: '党课' }, ['', refusal, refusal]],
    ['send', { type: 'send_supply' }, ['', refusal, refusal]],
    ['nudge', { type: 'nudge' }, ['', refusal, refusal]],
    ['figures to confirm', { type: 'send_checks' }, ['', refusal, refusal]],
    ['take a fact back', { type: 'withdraw_fact', slot: 'studies' }, ['', '', others]],
    ['leave a fact out', { type: 'not_applicable', slot: 'studies' }, ['', '', others]],
    ['undo', { type: 'undo' }, ['', '', refusal]],
    ['look', { type: 'show_progress' }, ['', '', '']],
  ])('%s', (_, command, expected) => {
    for (const [at, who] of [wang, li, zhao].entries()) {
      const { seen } = talk().says('…', commands(command), who);
      const refused = [refusal, others].find((one) => seen.includes(one)) ?? '';
      expect([who.name, refused]).toEqual([who.name, expected[at]]);
    }
  });
});

describe('a correction', () => {
  const corrected = (who: Person) => talk().says('集体学习改成14次', facts(fact('studies', '14', '次', true)), who);

  it('is taken from the owner and from whoever gave the fact', () => {
    for (const who of [wang, li]) expect(corrected(who).seen).toContain('12次→14次');
  });

  it('of another’s fact waits for the owner', () => {
    const asked = corrected(zhao);
    expect(asked.seen).toContain('请王芳定');
    expect(asked.report.facts.studies?.source.by).toEqual(li);
  });
});

describe('a stranger', () => {
  it.each<[string, (strange: Talk) => Talk]>([
    ['says', (strange) => strange.says('到哪了', commands({ type: 'show_progress' }), zhao)],
    ['tells', (strange) => strange.says('党课3次', facts(fact('lectures', '3', '次')), zhao)],
    ['presses', (strange) => strange.presses({ action: 'compile' }, zhao)],
    ['fills in', (strange) => strange.presses({ action: 'fill_in' }, zhao, { lectures: '3' })],
    ['confirms', (strange) => strange.presses({ action: 'confirm_figures', office: '国库科', seen: '' }, zhao)],
  ])('%s and is only told that this is not for everybody', (_, act) => {
    const strange = talk();
    strange.allowed = [wang.id, li.id];
    const before = JSON.stringify(strange.report);
    const after = act(strange);
    expect(JSON.stringify(after.report)).toBe(before);
    expect(after.seen).not.toContain('述职');
  });
});
