// What holds for every event: nothing is done twice, keys are deterministic, everyone gets an answer, and decide never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, Command, Reading } from '../../src/conversation/command.ts';
import { decide, emptyReading, neededValues } from '../../src/conversation/decide.ts';
import type { Event } from '../../src/conversation/event.ts';
import type { FactValue } from '../../src/report/fact.ts';
import type { Outline } from '../../src/report/outline.ts';
import { cardProblems } from './card-limits.ts';
import { commands, fact, facts, li, party, quantity, wang, yearly, zhao } from './fixture.ts';
import { given, START, type Talk } from './given.ts';

describe('every event', () => {
  it('taken in before changes nothing', () => {
    const talk = given().started();
    const event: Event = {
      type: 'message_received',
      id: 'twice',
      conversation: 'c',
      at: START,
      chat: talk.chat,
      sender: wang,
      text: 'x',
    };
    talk.when(event, facts(fact('lectures', '3', '次')));
    const before = talk.state;
    const again = decide(before, event, facts(fact('lectures', '9', '次')), {
      now: START,
      catalog: [party],
      values: {},
      attempt: 'b',
    });
    expect(again).toEqual({ state: before, effects: [], values: {} });
  });

  it('remembers the last fifty', () => {
    const talk = given().started();
    for (let n = 0; n < 60; n++) talk.says('👍');
    expect(talk.state?.handled).toHaveLength(50);
    expect(talk.state?.handled.at(-1)).toBe('e61');
  });

  it('numbers its effects, and its side values by attempt, the same each time', () => {
    const talk = given()
      .started()
      .says('x', facts(fact('lectures', '3', '次')));
    const event: Event = {
      type: 'message_received',
      id: 'om_1',
      conversation: 'c',
      at: START,
      chat: talk.chat,
      sender: wang,
      text: '起草',
    };
    const reading = commands({ type: 'draft', section: 'all' }, { type: 'start_over' });
    const values = Object.fromEntries(neededValues(talk.state, event, reading).map((key) => [key, talk.store[key]]));
    const once = decide(talk.state, event, reading, { now: START, catalog: [party], values, attempt: 'x1' });
    const again = decide(talk.state, event, reading, { now: START + 9, catalog: [party], values, attempt: 'x1' });
    expect(again).toEqual(once);
    expect(once.effects.map((effect) => effect.key)).toEqual(once.effects.map((_, n) => `om_1:${n}`));
  });

  it('a timer nobody set says nothing', () => {
    const talk = given().started().when({ type: 'timer_fired', id: 't', conversation: 'c', at: START, timer: 'x' });
    expect(talk.effects).toEqual([]);
  });

  it('needs nothing where nothing is known', () => {
    expect(
      neededValues(null, { type: 'timer_fired', id: 't', conversation: 'c', at: 0, timer: 'x' }, emptyReading),
    ).toEqual([]);
  });
});

const slots = fc.constantFrom(
  'studies',
  'topics',
  'lectures',
  'branches',
  'story',
  'nowhere',
  '__proto__',
  'constructor',
);
const sections = fc.constantFrom(
  'all',
  'c1',
  'c2',
  'c1p1',
  'c1p2',
  'c2p1',
  'opening',
  'closing',
  'c9',
  '',
  '__proto__',
);
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', '好', '{{studies}}', '〔待补〕'),
);
const figures = fc.record({
  amount: fc.constantFrom('0', '3', '12', '-4', '8.7', '99999999999999999999'),
  unit: fc.constantFrom('次', '个', '场', '%', ''),
  scale: fc.constantFrom('', '万', '亿'),
  approximation: fc.constantFrom('', '余', '近'),
});
const values: fc.Arbitrary<FactValue> = fc.oneof(
  figures.map((quantity): FactValue => ({ type: 'figure', quantity })),
  odd.map((text): FactValue => ({ type: 'text', text })),
  fc.array(odd, { maxLength: 3 }).map((items): FactValue => ({ type: 'list', items })),
);
const askOf: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({
    type: fc.constant('which_slot' as const),
    quantity: figures,
    words: odd,
    slots: fc.array(slots, { maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('unplaced' as const), quantity: figures, words: odd }),
  fc.record({ type: fc.constant('confirm_value' as const), slot: slots, value: values, words: odd, reason: odd }),
  fc.record({ type: fc.constant('conflict' as const), slot: slots, value: values, words: odd }),
);
const commandOf: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'help' },
    { type: 'show_progress' },
    { type: 'show_missing' },
    { type: 'show_facts' },
    { type: 'show_materials' },
    { type: 'show_checks' },
    { type: 'show_source' },
    { type: 'ask_next' },
    { type: 'skip' },
    { type: 'not_applicable' },
    { type: 'undo' },
    { type: 'compile' },
    { type: 'start_over' },
    { type: 'list_reports' },
    { type: 'stop' },
    { type: 'remove_report' },
    { type: 'restore_report' },
    { type: 'hush' },
    { type: 'show_due' },
    { type: 'fill', section: 'c1' },
    { type: 'confirm' },
    { type: 'cancel' },
    { type: 'start_report' },
    { type: 'rewrite', instruction: '短' },
    { type: 'switch_report', report: 'r-e1' },
  ),
  fc.record({
    type: fc.constant('start_report' as const),
    kind: fc.constantFrom('party-building', 'yearly-summary', '剧本'),
    year: fc.constantFrom(2023, 2022, -1, 1e9, Number.NaN),
  }),
  fc.record({ type: fc.constantFrom('draft' as const, 'show' as const), section: sections }),
  fc.record({ type: fc.constant('rewrite' as const), section: sections, instruction: odd }),
  fc.record({
    type: fc.constantFrom(...(['skip', 'not_applicable', 'withdraw_fact', 'show_source'] as const)),
    slot: slots,
  }),
  fc.record({ type: fc.constant('choose' as const), choice: fc.integer({ min: -1, max: 6 }) }),
);
const readingOf: fc.Arbitrary<Reading> = fc.record({
  commands: fc.array(commandOf, { maxLength: 2 }),
  facts: fc.array(fc.record({ slot: slots, value: values, words: odd, correction: fc.boolean() }), { maxLength: 4 }),
  asks: fc.array(askOf, { maxLength: 2 }),
  rest: odd,
  by: fc.constant('reader' as const),
});
const people = fc.constantFrom(wang, li, zhao, { id: '', name: '' });
const actions = fc.constantFrom(
  ...['help', 'start', 'switch', 'list_reports', 'choose', 'choose_all', 'draft', 'show', 'rewrite', 'undo', 'compile'],
  ...[
    'fill',
    'fill_in',
    'start_over',
    'confirm_start_over',
    'cancel',
    'ask_next',
    'show_missing',
    'show_facts',
    'settle_checks',
    'ask_slot',
    'stop',
    'launch',
    'remove_report',
    'keep_report',
    'restore_report',
    '',
  ],
);

/** With checks that often fail, a derived figure, and figures of which more must be known. */
const demanding: Outline = {
  ...party,
  slots: party.slots.map((slot): Outline['slots'][number] => {
    if (slot.id === 'topics') return { ...slot, derived: 'studies + lectures * 2' };
    return slot.id === 'studies' ? { ...slot, needs: ['status', 'scope', 'deed'] } : slot;
  }),
  checks: [
    { id: 'enough', rule: 'lectures >= branches', question: '少了？' },
    { id: 'unlike', rule: 'studies differs_from lectures', question: '一样？' },
    { id: 'soft', rule: 'topics as_exact_as studies', question: '约数？', severity: 'hint' },
  ],
};

type Step = (talk: Talk) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(odd, readingOf, people, fc.constantFrom({}, {}, {}, { unsupported: 'image' }, { replayOf: 'e1' }))
      .map(
        ([text, reading, who, more]): Step =>
          (talk) =>
            void talk.says(text, reading, who, more),
      ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(actions, fc.anything(), sections, people, fc.nat(4), fc.nat(4), fc.boolean()).map(
      ([action, junk, section, who, ask, choice, own]): Step =>
        (talk) => {
          const report = talk.state?.active ?? 'r-none';
          const of = talk.state?.questions?.at(-1)?.id ?? junk;
          const value = { action, report, section, of, ask, choice, step: choice, kind: 'party-building', year: 2023 };
          talk.presses((own ? value : { ...value, report: junk, section: junk }) as never, who);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.boolean(), odd).map(
      ([ok, text]): Step =>
        (talk) => {
          for (const report of talk.state?.reports ?? []) {
            const [job] = Object.values(report.drafting);
            if (job === undefined || talk.state?.handled.includes(job)) continue;
            const sections = Object.keys(report.drafting).filter((id) => report.drafting[id] === job);
            const common = { id: job, conversation: 'c', at: START, report: report.id, job };
            const texts = sections.map((section) => ({
              section,
              text,
              by: { type: 'phrasebook' as const, id: 'p@1' },
            }));
            talk.when(
              ok
                ? { type: 'section_drafted', ...common, texts }
                : { type: 'section_failed', ...common, reason: '模型没有回答。' },
            );
          }
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(30).map(
      (n): Step =>
        (talk) => {
          const id = `recall-${talk.nextId()}`;
          talk.when({ type: 'message_recalled', id, conversation: 'c', at: START, chat: talk.chat, message: `e${n}` });
        },
    ),
  },
);

function holds(talk: Talk): void {
  const id = talk.state?.handled.at(-1);
  talk.effects.forEach((effect, n) => {
    expect(effect.key).toBe(`${id}:${n}`);
    if (effect.type === 'send_text') expect(effect.text.trim()).not.toBe('');
    if (effect.type === 'send_card' || effect.type === 'update_card') expect(cardProblems(effect.card)).toEqual([]);
  });
  const ids = talk.state?.reports.map((report) => report.id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  for (const report of talk.state?.reports ?? []) {
    expect(talk.store).toHaveProperty([report.outline]);
    for (const head of Object.values(report.sections)) expect(talk.store).toHaveProperty([head.version]);
    for (const one of Object.values(report.facts)) if (one.previous) expect(talk.store).toHaveProperty([one.previous]);
  }
}

describe('whatever comes', () => {
  it.each(['p2p', 'group'] as const)(
    'in a %s chat decide never throws, answers everyone, and names only what it kept',
    (type) => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
          const talk = given(type, [demanding, yearly]).started();
          for (const play of steps) {
            const before = talk.state?.handled.at(-1);
            play(talk);
            const after = talk.state?.handled.at(-1) ?? '';
            holds(talk);
            // Messages and presses: someone waits for an answer.
            if (after !== before && /^e\d+$/.test(after) && !talk.replayed)
              expect(talk.effects.length).toBeGreaterThan(0);
          }
        }),
        { seed: 20240112, numRuns: 300 },
      );
    },
  );

  it('from nothing, too', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.constantFrom<Outline[]>([], [party], [party, yearly]),
        (steps, catalog) => {
          const talk = given('p2p', catalog);
          for (const play of steps) {
            play(talk);
            if (talk.state) holds(talk);
          }
        },
      ),
      { seed: 20240113, numRuns: 200 },
    );
  });

  it('an outline that cannot be had is not the end', () => {
    const talk = given().started();
    const keys = Object.keys(talk.store);
    for (const key of keys) delete talk.store[key];
    expect(talk.says('x', facts(fact('lectures', '3', '次'))).seen).toContain('记下');
    expect(
      talk.says('x', { ...emptyReading, asks: [{ type: 'unplaced', quantity: quantity('1', '次'), words: '1次' }] })
        .effects.length,
    ).toBe(1);
  });
});
