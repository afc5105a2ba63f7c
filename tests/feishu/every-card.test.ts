// Every card the conversation makes, with content nobody would dream of, is one the platform takes: by our checker and by the local Feishu's own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/conversation/card.ts';
import type { Ask, Command } from '../../src/conversation/command.ts';
import { renderCards } from '../../src/feishu/card.ts';
import { checkCard } from '../../src/feishu/check-card.ts';
import type { Outline, Section, Slot } from '../../src/report/outline.ts';
import { checkCard as checkAsPlatform } from '../../src/sandbox/card-rules/check-card.ts';
import { createWorld, newWorld } from '../../src/sandbox/world.ts';
import { asks, commands, fact, li, party, quantity, reading, wang } from '../conversation/fixture.ts';
import { given, type Talk } from '../conversation/given.ts';

const world = createWorld(newWorld('执笔', [], []), new Map());

/** The tag of the first refusal; undefined when the platform takes it. */
function refusal(card: object): string | undefined {
  try {
    checkAsPlatform(world, card as Record<string, unknown>);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const wild = fc.oneof(
  fc.constantFrom(
    '本级及所属单位全年开展的专项活动次数',
    '**加粗** _斜_ `码` [链](http://x.cn) <at id=all></at> ![图](k) ~~删~~',
    '# 标题\n- 项\n1. 号\n```\n块\n```\n| 表 | 格 |\n|--|--|\n',
    '<font color="red">红</font>&#60;&amp;\\',
    '👨‍👩‍👧‍👦🇨🇳😀'.repeat(8),
    '名'.repeat(300),
    'a"b\\c\u0000\u200b\u202e',
    ' ',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

interface Size {
  chapters: number;
  points: number;
  slots: number;
}

function outlineOf({ chapters, points, slots }: Size, names: string[], name: string): Outline {
  const all: Slot[] = [];
  const nth = (at: number): string => names[at % names.length] ?? '';
  return {
    ...party,
    name,
    chapters: Array.from({ length: chapters }, (_, c) => ({
      id: `c${c + 1}`,
      heading: nth(c),
      points: Array.from({ length: points }, (__, p): Section => {
        const id = `c${c + 1}p${p + 1}`;
        const own = Array.from({ length: slots }, (___, s) => `${id}s${s}`);
        for (const slot of own)
          all.push({
            id: slot,
            type: all.length % 5 === 4 ? 'text' : 'figure',
            // Labels are unique within an outline.
            label: `${nth(all.length)}${all.length}`,
            question: nth(all.length + 1),
            ...(all.length % 5 === 4 ? {} : { unit: '次' }),
            keywords: [`${all.length}`],
            section: id,
            required: all.length % 7 !== 6,
          });
        return { id, kind: 'point', heading: nth(p), brief: '', formulations: [], slots: own, length: 200 };
      }),
    })),
    slots: all,
  };
}

interface Shown {
  card: Card;
  updated: boolean;
}

/** A day with such a report: everything that makes a card is done once. */
function play(outline: Outline, value: string, type: 'p2p' | 'group'): Shown[] {
  const shown: Shown[] = [];
  const talk: Talk = given(type, [outline]);
  const see = (): void => {
    for (const effect of talk.effects)
      if (effect.type === 'send_card' || effect.type === 'update_card')
        shown.push({ card: effect.card, updated: effect.type === 'update_card' });
    for (const effect of talk.of('send_card')) talk.state?.sent.push({ key: effect.key, message: effect.key });
  };
  const run = (...list: Command[]): void => {
    talk.says('x', commands(...list));
    see();
  };
  const press = (text: string, form?: Record<string, unknown>): void => {
    const all = talk.cards.length > 0 ? talk.cards : [];
    if (!JSON.stringify(all).includes(JSON.stringify(text).slice(1, -1))) return;
    talk.presses(talk.button(text).value, wang, form);
    see();
  };
  run({ type: 'help' });
  run({ type: 'start_report', kind: outline.kind, year: 2023 });
  run({ type: 'show_progress' });
  run({ type: 'show_missing' });
  const [first] = outline.slots;
  talk.presses({ action: 'fill', section: 'c1', report: talk.report.id });
  see();
  press(
    '记下',
    Object.fromEntries(outline.slots.slice(0, 12).map(({ id }, at) => [id, at % 2 === 0 ? `${at}、9` : value])),
  );
  const told = outline.slots.map((slot, at) =>
    slot.type === 'text'
      ? { ...fact(slot.id, '1', '次'), value: { type: 'text' as const, text: value }, words: value }
      : { ...fact(slot.id, `${at}23456789.12`, '次'), words: value },
  );
  talk.says('x', reading({ facts: told, rest: value }), li);
  see();
  const other = outline.slots.slice(0, 20).map((slot) => fact(slot.id, '7', '次'));
  const puzzling: Ask[] = outline.slots.slice(0, 9).flatMap((slot): Ask[] => [
    {
      type: 'which_slot',
      quantity: quantity('12', '次'),
      words: value,
      slots: outline.slots.slice(0, 12).map(({ id }) => id),
    },
    {
      type: 'confirm_value',
      slot: slot.id,
      value: { type: 'figure', quantity: quantity('3', '次') },
      words: value,
      reason: value,
    },
  ]);
  talk.says('x', reading({ facts: other, asks: puzzling }), wang);
  see();
  press('全部');
  talk.says('x', asks({ type: 'unplaced', quantity: quantity('5', '个'), words: `${value.slice(0, 40)}5个` }), li);
  see();
  run({ type: 'show_facts' });
  run({ type: 'show_materials' });
  run({ type: 'show_checks' });
  run({ type: 'draft', section: 'all' });
  talk.drafted(() => value);
  see();
  run({ type: 'show', section: 'all' });
  run({ type: 'rewrite', section: 'c1', instruction: value.slice(0, 900) });
  talk.drafted((id) => `${id}${value}`, value);
  see();
  run({ type: 'rewrite', section: 'all', instruction: '' });
  run({ type: 'rewrite', instruction: value });
  run({ type: 'compile' });
  run({ type: 'show_task' });
  run({
    type: 'open_task',
    notice: { kind: outline.kind, year: 2023, to: value.slice(0, 300), parts: [value.slice(0, 60)] } as never,
  });
  run({ type: 'change_task' });
  run({
    type: 'assign_supply',
    office: value.trim().slice(0, 60) || '科',
    slots: outline.slots.map(({ id }) => id),
    words: value,
  } as never);
  run({ type: 'show_supply' } as never);
  run({ type: 'send_supply' } as never);
  run({ type: 'start_over' });
  if (first) run({ type: 'show_source', slot: first.id });
  run({ type: 'start_report', kind: outline.kind, year: 2022 });
  run({ type: 'list_reports' });
  return shown;
}

function problemsOf({ card, updated }: Shown): string[] {
  const rendered = renderCards(card);
  return [
    ...rendered.flatMap(checkCard),
    ...rendered.flatMap((one) => refusal(one) ?? []),
    ...rendered.flatMap((one) => (Buffer.byteLength(JSON.stringify(one)) > 30_000 ? ['more than 30 KB'] : [])),
    // What is changed in place can go on nowhere.
    ...(updated && rendered.length > 1 ? [`an update of ${rendered.length} cards: ${card.title}`] : []),
  ];
}

describe('every card of a conversation', { timeout: 120_000 }, () => {
  it.each([
    ['a hundred slots', { chapters: 5, points: 4, slots: 5 }],
    ['forty chapters', { chapters: 40, points: 1, slots: 2 }],
    ['one chapter of sixty points', { chapters: 1, points: 60, slots: 2 }],
  ] as const)('with %s and values of 30 KB', (_, size) => {
    const outline = outlineOf(
      size,
      ['坚持把各项工作往深里做往实里做'.repeat(3), '😀**_`<at id=all></at>'],
      '很长名称的报告'.repeat(20),
    );
    const shown = play(outline, '各项工作有力有序推进，'.repeat(930), size.chapters === 5 ? 'group' : 'p2p');
    expect(new Set(shown.map(({ card }) => card.title)).size).toBeGreaterThan(12);
    expect(shown.flatMap(problemsOf)).toEqual([]);
  });

  it('would be refused for what the platform does not know', () => {
    const body = { elements: [{ tag: 'note', elements: [] }] };
    expect(refusal({ schema: '2.0', config: { update_multi: true }, body })).toBeDefined();
  });

  it('whatever is in it', () => {
    const size = fc.record({
      chapters: fc.integer({ min: 1, max: 8 }),
      points: fc.integer({ min: 1, max: 4 }),
      slots: fc.integer({ min: 0, max: 4 }),
    });
    const names = fc.array(wild, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        size,
        names,
        wild,
        wild,
        fc.constantFrom('p2p' as const, 'group' as const),
        (at, labels, name, value, type) => {
          expect(play(outlineOf(at, labels, name), value, type).flatMap(problemsOf)).toEqual([]);
        },
      ),
      { seed: 20261123, numRuns: Number(process.env.CARD_RUNS ?? 12) },
    );
  });
});
