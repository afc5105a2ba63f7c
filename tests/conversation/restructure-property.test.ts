// Whatever is done to the outline and the words, in whatever order: no slot is lost, untouched texts stay as they are, and undoing all gives back what was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditCommand, Spot } from '../../src/conversation/edit-command.ts';
import { type Outline, sectionsOf } from '../../src/report/outline.ts';
import type { Version } from '../../src/report/report.ts';
import { tokensIn } from '../../src/report/token.ts';
import { commands, fact, facts, party } from './fixture.ts';
import { given, type Talk } from './given.ts';

const seed = 20_260_123;
const place: fc.Arbitrary<Spot> = fc.oneof(
  fc
    .constantFrom(
      'c1',
      'c2',
      'c1p1',
      'c1p2',
      'c2p1',
      'opening',
      'closing',
      'added_1',
      'added_1_lead',
      'added_2',
      'added_3',
    )
    .map((section) => ({ section, words: section })),
  fc.integer({ min: -2, max: 3 }).map((point) => ({ point: point || 1, words: '第几条' })),
  fc.constant({ words: '' }),
);
const heading = fc.constantFrom('甲', '乙、丙', '建好{阵地}', '一岗双责');
const side = fc.constantFrom('before' as const, 'after' as const);
const words = fc.constantFrom('学习', '12次', '，', '取得', '讲课5次', '学习12次，专题', '{{studies}}', '没有');

const command: fc.Arbitrary<EditCommand> = fc.oneof(
  fc
    .record({ heading, side, of: place })
    .map((one) => ({ type: 'restructure' as const, change: { type: 'add_chapter' as const, ...one } })),
  fc
    .record({ heading, side, of: place })
    .map((one) => ({ type: 'restructure' as const, change: { type: 'add_point' as const, ...one } })),
  fc
    .array(place, { minLength: 1, maxLength: 2 })
    .map((spots) => ({ type: 'restructure' as const, change: { type: 'remove' as const, spots } })),
  fc
    .record({ spot: place, of: place, side: fc.constantFrom('before' as const, 'after' as const, 'inside' as const) })
    .map((one) => ({ type: 'restructure' as const, change: { type: 'move' as const, ...one } })),
  fc
    .record({ spot: place, by: fc.constantFrom(-99, -1, 1, 99) })
    .map((one) => ({ type: 'restructure' as const, change: { type: 'shift' as const, ...one } })),
  fc.tuple(place, place).map((spots) => ({ type: 'restructure' as const, change: { type: 'swap' as const, spots } })),
  fc
    .record({ spots: fc.array(place, { minLength: 2, maxLength: 3 }), heading })
    .map((one) => ({ type: 'restructure' as const, change: { type: 'merge' as const, ...one } })),
  fc
    .record({ spot: place, heading })
    .map((one) => ({ type: 'restructure' as const, change: { type: 'retitle' as const, ...one } })),
  fc
    .record({ find: words, put: words, which: fc.constantFrom('all' as const, 0) })
    .map((one) => ({ type: 'edit_text' as const, edit: { type: 'replace' as const, ...one } })),
  fc
    .record({ put: words, spot: place, at: fc.constantFrom('start' as const, 'end' as const) })
    .map((one) => ({ type: 'edit_text' as const, edit: { type: 'append' as const, ...one } })),
  fc
    .record({ text: words, spot: place })
    .map((one) => ({ type: 'edit_text' as const, edit: { type: 'take_text' as const, ...one } })),
  fc.record({ spot: place, locked: fc.boolean() }).map((one) => ({ type: 'lock' as const, ...one })),
);

function begun(): Talk {
  return given()
    .started()
    .says('报', facts(fact('studies', '12', '次'), fact('lectures', '5', '次'), fact('branches', '6', '个')))
    .says('起草', commands({ type: 'draft', section: 'all' }))
    .drafted((id) =>
      id === 'c1p1'
        ? '学习{{studies}}，专题{{topics}}。取得进步。'
        : id === 'c1p2'
          ? '讲课{{lectures}}。取得实效。'
          : `${id}的稿子。`,
    );
}

const outlineNow = (talk: Talk): Outline => talk.store[talk.report.outline] as Outline;
const textsNow = (talk: Talk): Record<string, string> =>
  Object.fromEntries(
    Object.entries(talk.report.sections).map(([id, head]) => [id, (talk.store[head.version] as Version).text]),
  );
const standing = (talk: Talk) => ({
  sections: talk.report.sections,
  facts: talk.report.facts,
  outline: outlineNow(talk),
  locked: talk.report.locked ?? {},
});

/** A press now and then on the first or last button of what was just offered. */
function answer(talk: Talk, press: number): void {
  const buttons = talk.cards.flatMap((card) =>
    card.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : [])),
  );
  const offered = buttons.filter((one) => one.value.action === 'propose');
  const one = press < 0 ? undefined : offered[press % Math.max(1, offered.length)];
  if (one) talk.presses(one.value);
}

describe('any changes in any order', () => {
  it('lose no slot, leave no text without its section, and are all undone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.integer({ min: -2, max: 5 })), { minLength: 1, maxLength: 12 }),
        (steps) => {
          const talk = begun();
          const before = standing(talk);
          const depth = talk.report.undo.length;
          for (const [one, press] of steps) {
            const texts = textsNow(talk);
            talk.says('改', commands(one));
            if (one.type === 'restructure' && one.change.type !== 'merge') {
              for (const [id, text] of Object.entries(textsNow(talk))) expect(text).toBe(texts[id]);
            }
            answer(talk, press);
            const outline = outlineNow(talk);
            const ids = sectionsOf(outline).map((section) => section.id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(Object.keys(talk.report.sections).filter((id) => !ids.includes(id))).toEqual([]);
            const known = new Set(outline.slots.map((slot) => slot.id));
            expect(party.slots.filter((slot) => !known.has(slot.id))).toEqual([]);
            for (const slot of outline.slots) {
              expect(slot.section === '' || ids.includes(slot.section), slot.id).toBe(true);
              const listed = sectionsOf(outline)
                .filter((section) => section.slots.includes(slot.id))
                .map((section) => section.id);
              expect(listed).toEqual(slot.section === '' ? [] : [slot.section]);
            }
            // A person's braces are never taken for a token.
            for (const text of Object.values(textsNow(talk)))
              for (const id of tokensIn(text)) expect(known.has(id)).toBe(true);
          }
          while (talk.report.undo.length > depth) talk.says('撤销', commands({ type: 'undo' }));
          expect(standing(talk)).toEqual(before);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
